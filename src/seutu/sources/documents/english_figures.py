"""Figures of tables as English writes them: a comma between thousands, a point before decimals.

58,200 is 58 200 in an English text and 58.2 in a Finnish one. Only where the words are English and every comma of the
table parts thousands; not for sentences, whose amounts say their currency.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from seutu.sources.documents.lines import Document

WORDS: Final = {
    "en": re.compile(r"\b(?:the|of|and|was|were|is|are|for|by|from|with)\b", re.IGNORECASE),
    "other": re.compile(r"\b(?:ja|on|ei|tai|sekä|että|ovat|och|är|av|för|som|med|till)\b", re.IGNORECASE),
}
FEWEST: Final = 3
READ: Final = 400
"""Lines that are looked at to tell the language."""
COMMA: Final = re.compile(r"\d,\d")
PARTED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?![\d,])(?!\.\d)")
PLAIN: Final = re.compile(r"(?<![\d.,])\d+(?:\.\d{1,2})?(?![\d.,])")


def is_english(document: Document) -> bool:
    """Return whether the words of a document are English."""
    text = " ".join(line.text for line in islice((line for line in document.lines if line.text.strip()), READ))
    counted = {language: len(words.findall(text)) for language, words in WORDS.items()}
    return counted["en"] >= FEWEST and counted["en"] > FEWEST * counted["other"]


def in_plain_digits(numbers: Sequence[str]) -> list[str] | None:
    """Return the numbers of rows without the commas of thousands, a comma before decimals; None where they are not so.

    They are so where some number has a comma and each that has one has three digits after every comma.
    """
    if not any(COMMA.search(text) for text in numbers) or any(COMMA.search(PARTED.sub("", text)) for text in numbers):
        return None
    without = [PARTED.sub(lambda found: found[0].replace(",", ""), text) for text in numbers]
    return [PLAIN.sub(lambda found: found[0].replace(".", ","), text) for text in without]
