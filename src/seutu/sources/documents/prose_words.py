"""The words by which sentences claim sums: in all, of which, altogether at the end of what was told.

Not for judging the sums (``prose_checks``, ``prose_sums``).
"""

import re
from typing import Final

from seutu.sources.documents.paragraphs import Sentence

ALL: Final = r"(?:yhteensä|kaikkiaan|sammanlagt|totalt|inalles|in total|altogether|a total of)"
CLOSED: Final = re.compile(rf"^[^.;:]{{0,40}}?(?:,|\beli|\bdvs\.?|\bi\.e\.)\s*(?:eli\s+)?{ALL}\s*$", re.IGNORECASE)
A_VERB: Final = re.compile(r"\b(?:on|oli|ovat|olivat|är|var|is|are|was|were)\b", re.IGNORECASE)
OF_WHICH: Final = re.compile(r"\b(?:josta|joista|varav|av vilka|of which)\b", re.IGNORECASE)
FEWEST, MOST = 2, 30
"""Amounts of a sentence: more are a list that lost its lines."""


def closes_with_sum(sentence: Sentence) -> bool:
    """Return whether a sentence adds up at its end what it told before: a, b and c, in all d."""
    if not FEWEST < len(sentence.money) <= MOST or OF_WHICH.search(sentence.text):
        return False
    between = sentence.text[sentence.money[-2].end : sentence.money[-1].start]
    return CLOSED.search(between) is not None and A_VERB.search(between) is None
