"""What the lines of a form claim of one another: costs, the rate of aid, the aid granted, the own share.

A line is a word for a figure, a colon and the figure (``Avustusprosentti: 75 %``). Only where each is told once. Not
for tables, or for sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from seutu.core.figures import Certain, read_amount
from seutu.core.figures.relations import Relation, Severity, Status, Term, check_share_of, check_sum
from seutu.core.figures.units import EUR, PERCENT
from seutu.core.text import Text
from seutu.sources.documents.lines import Document

LINE: Final = re.compile(r"^\s*(?P<label>[^\W\d_][^:\d]{2,50}?)\s*:\s*(?P<figure>[~≈\w€][^:]{0,40}?)\s*\.?\s*$")
NAMES: Final = {
    "costs": re.compile(
        r"hyväksyt\w*\s+kustann|tukikelpoi\w*\s+kustann|kokonaiskustann|kustannukset\s+yht|godtag\w*\s+kostnad"
        r"|stödberättig\w*\s+kostnad|totala?\s+kostnad|eligible\s+costs?|total\s+costs?",
        re.IGNORECASE,
    ),
    "rate": re.compile(
        r"^(?:haettu\s+|myönnetty\s+)?(?:avustus|tuki|rahoitus)-?\s?(?:prosentti|osuus)|^tukitaso"
        r"|^(?:stöd|bidrags)-?\s?(?:procent|andel|nivå)|^(?:aid|grant|funding|co-financing)\s+rate",
        re.IGNORECASE,
    ),
    "aid": re.compile(
        r"(?:myönne\w*|haet\w*)\s+(?:avustus|tuki|rahoitus)|avustu\w*\s+(?:määrä|euro)|tuen\s+määrä"
        r"|(?:beviljat|sökt)\s+(?:bidrag|stöd)|bidragets\s+belopp|(?:granted|awarded|applied)\s+(?:aid|grant)"
        r"|(?:aid|grant)\s+(?:granted|awarded|amount)",
        re.IGNORECASE,
    ),
    "own": re.compile(
        r"^oma(?:\s?rahoitu|n rahoitu|vastuu|\s?osuu)|^egen\s?(?:finans|andel)|^own\s+(?:contribution|share|funding)",
        re.IGNORECASE,
    ),
}
UNITS: Final = {"rate": PERCENT}
GRANTED: Final = Text(fi="Avustus ja omarahoitus", sv="Bidrag och egen finansiering", en="Aid and own contribution")


def form_relations(document: Document) -> Iterator[Relation]:
    """Yield that the aid is its rate of the costs, and that with the own share it makes up the costs."""
    told = _told(document)
    costs, rate, aid, own = (told.get(name) for name in ("costs", "rate", "aid", "own"))
    if costs is None or aid is None:
        return
    is_wrong = False
    if rate is not None:
        checked = check_share_of(aid.label, costs, rate, aid)
        is_wrong = checked.status is Status.FAILS
        yield checked
    if own is not None:
        checked = check_sum(GRANTED, [aid, own], costs, suspect=aid if is_wrong else None)
        yield checked if checked.status is not Status.FAILS or is_wrong else replace(checked, severity=Severity.WARNING)


def _told(document: Document) -> dict[str, Term]:
    """Return the figures that lines of the form name once each; of one told twice, none."""
    found: dict[str, list[Term]] = {}
    for line in document.lines:
        said = LINE.match(line.text)
        name = next((each for each, words in NAMES.items() if said and words.search(said["label"])), None)
        reading = read_amount(said["figure"], language="fi") if said and name else None
        if said is None or name is None or not isinstance(reading, Certain):
            continue
        if reading.value.unit == UNITS.get(name, EUR):
            term = Term.of(Text.same(said["label"].strip()), reading.value, document.place(line))
            found.setdefault(name, []).append(term)
    return {name: terms[0] for name, terms in found.items() if len(terms) == 1}
