"""What was wrong with a text and what is proposed for it: one record for each repair, the original beside it.

Not for finding what is wrong.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from seutu.core.text import Text

DIGITS: Final = re.compile(r"\d")


class Certainty(StrEnum):
    """A sure repair is applied; an unsure one is only proposed."""

    SURE = "sure"
    UNSURE = "unsure"


class Reason(StrEnum):
    """Why a text is thought to be damaged."""

    ENCODING = "encoding"
    LIGATURE = "ligature"
    INVISIBLE = "invisible"
    SPACE = "space"
    MARK = "mark"
    SPLIT_UMLAUT = "split_umlaut"
    UMLAUT_FOR_A = "umlaut_for_a"
    DROP_CAPITAL = "drop_capital"
    HYPHEN = "hyphen"


REASONS: Final = {
    Reason.ENCODING: Text(
        fi="merkistö on luettu väärin", sv="teckenkodningen är fel läst", en="the encoding was read wrong"
    ),
    Reason.LIGATURE: Text(
        fi="kaksi kirjainta yhtenä merkkinä", sv="två bokstäver som ett tecken", en="two letters as one character"
    ),
    Reason.INVISIBLE: Text(
        fi="näkymätön merkki sanassa", sv="osynligt tecken i ordet", en="invisible character in the word"
    ),
    Reason.SPACE: Text(
        fi="sitova väli tavallisten sanojen välissä",
        sv="hårt mellanslag mellan vanliga ord",
        en="non-breaking space between ordinary words",
    ),
    Reason.MARK: Text(
        fi="kirjaimen pisteet ovat erillään",
        sv="prickarna står skilda från bokstaven",
        en="the letter's dots stand apart",
    ),
    Reason.SPLIT_UMLAUT: Text(
        fi="pisteet ovat hajonneet väliksi", sv="prickarna har blivit ett mellanslag", en="the dots have become a space"
    ),
    Reason.UMLAUT_FOR_A: Text(
        fi="ä on joka a:n paikalla", sv="ä står i stället för varje a", en="ä stands for every a"
    ),
    Reason.DROP_CAPITAL: Text(
        fi="anfangi on irronnut sanastaan",
        sv="anfangen har lossnat från sitt ord",
        en="the drop capital is off its word",
    ),
    Reason.HYPHEN: Text(
        fi="sana on tavutettu rivin lopussa",
        sv="ordet är avstavat i radens slut",
        en="the word is hyphenated at the line's end",
    ),
}


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair. ``line`` is the line where it begins, 1 the first; a line break in ``original`` is a line end."""

    line: int
    original: str
    repaired: str
    reason: Reason
    certainty: Certainty = Certainty.SURE

    @property
    def is_applied(self) -> bool:
        """Return whether the repair stands in the cleaned text."""
        return self.certainty is Certainty.SURE


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text, line by line as the original was, and what was repaired or proposed, in order."""

    lines: tuple[str, ...]
    repairs: tuple[Repair, ...]


def keeps_numbers(original: str, repaired: str) -> bool:
    """Return whether a repair leaves every digit as it was."""
    return DIGITS.findall(original) == DIGITS.findall(repaired)
