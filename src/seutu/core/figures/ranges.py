"""Ranges of figures: ``10-15 %``, ``1–3 kk``, ``noin 10-15 prosenttia``.

Not for periods of time (``periods``). A range stays a range: nobody's middle is taken.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from seutu.core.figures import questions
from seutu.core.figures.amounts import Amount, read_amount
from seutu.core.figures.marks import DASHES, LONGEST_TEXT, tidy
from seutu.core.figures.qualifiers import take_qualifier
from seutu.core.figures.reading import Ambiguous, Certain, Reading, Unreadable, unreadable
from seutu.core.figures.units import read_tail
from seutu.core.text import Language, Text

_ENDS: Final = re.compile(rf"(\S(?:.*?[^\s{DASHES}])?)\s*[{DASHES}]\s*(\S.*)")
_WORDS_AFTER: Final = re.compile(r"[^0-9]*$")


@dataclass(frozen=True, slots=True)
class AmountRange:
    """The lower and the upper end, both in the base unit and with the qualifier of the whole."""

    low: Amount
    high: Amount


def read_range(text: str, *, language: Language | None = None, unit: str | None = None) -> Reading[AmountRange]:
    """Read two numbers with a dash between them; a multiplier and unit after the second belong to both.

    With each end certain and in order the range is certain; otherwise it is unreadable, and the ends are to be given
    one by one. ``900 000–1,2 M€`` is unreadable, since the multiplier cannot belong to both.
    """
    qualifier, rest, _spoken = take_qualifier(tidy(text))
    ends = _ENDS.fullmatch(rest) if len(rest) <= LONGEST_TEXT else None
    if ends is None:
        return unreadable(text, questions.NOT_A_RANGE)
    low_text, high_text = ends[1], ends[2]
    own, shared = _WORDS_AFTER.search(low_text), _WORDS_AFTER.search(high_text)
    if own is not None and not own[0] and shared is not None:
        low_text = f"{low_text} {shared[0]}".strip()
    elif read_tail(own[0].strip() if own else "") != read_tail(shared[0].strip() if shared else ""):
        return unreadable(text, questions.NOT_A_RANGE)
    low = read_amount(low_text, language=language, unit=unit)
    high = read_amount(high_text, language=language, unit=unit)
    if isinstance(low, Certain) and isinstance(high, Certain):
        if low.value.value > high.value.value or low.value.unit != high.value.unit:
            return unreadable(text, questions.NOT_A_RANGE)
        first, last = (replace(end.value, qualifier=qualifier) for end in (low, high))
        return Certain(AmountRange(first, last))
    return unreadable(text, next(_why(end) for end in (low, high) if not isinstance(end, Certain)))


def _why(end: Ambiguous[Amount] | Unreadable) -> Text:
    return end.question if isinstance(end, Ambiguous) else end.problem.message
