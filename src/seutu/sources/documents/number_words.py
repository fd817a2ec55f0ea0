"""Small numbers in words, as a text counts things: kuusi kuntaa, fyra kommuner, five partners.

Only the form in which a number counts; the cases of a range are elsewhere (``range_checks``). Not for digits.
"""

from typing import Final

_FINNISH: Final = (
    "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen",
    "yksitoista", "kaksitoista",
)  # fmt: skip
_SWEDISH: Final = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_ENGLISH: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
NUMBER_WORDS: Final = {word: number for words in (_FINNISH, _SWEDISH, _ENGLISH) for number, word in enumerate(words, 1)}
COUNT: Final = "|".join((*sorted(NUMBER_WORDS, key=len, reverse=True), r"\d{1,2}"))
"""The pattern of a count in words or digits."""


def counted(text: str) -> int:
    """Return the number of a count in words or digits. Raises ``KeyError`` for any other text."""
    return int(text) if text.isdigit() else NUMBER_WORDS[text.casefold()]
