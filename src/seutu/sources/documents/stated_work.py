"""The person-months that a text says the project takes in all, against those of its work packages.

Not for what one package's tasks take, or for person-years (``count_claims``).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from seutu.core.figures import Certain, read_amount
from seutu.core.figures.relations import Relation, Severity, Status, Term, check_sum
from seutu.core.figures.units import PERSON_MONTH
from seutu.core.programmes.work_plans import WorkPlan
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import Paragraph
from seutu.sources.documents.prose_words import ALL

UNIT: Final = r"(?:htkk|hlötkk|htyökk|henkilötyökuukau\w*|personmånad\w*|person-months?)"
IN_ALL: Final = re.compile(
    rf"\b{ALL}\b[^\d.;]{{0,30}}(?P<figure>\d{{1,4}}(?:,\d+)?\s*{UNIT})|\b{UNIT}\b[^\d.;]{{0,10}}\b{ALL}\b[^\d.;]{{0,10}}"
    rf"(?P<number>\d{{1,4}}(?:,\d+)?)(?!\s*%)",
    re.IGNORECASE,
)
WORK: Final = Text(
    fi="Työpakettien henkilötyökuukaudet",
    sv="Arbetspaketens personmånader",
    en="Person-months of the work packages",
)


def work_relations(document: Document, work: WorkPlan, read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield one relation where every package has its person-months and the text says once what they are in all."""
    parts = [package.person_months for package in work.packages if package.person_months is not None]
    if len(parts) < 2 or len(parts) < len(work.packages):  # noqa: PLR2004 - a sum has parts
        return
    own = {part.place.line for part in parts}
    texts = [(line, line.text) for line in document.lines if line.number not in own]
    told = [(line, found) for line, text in texts if (found := IN_ALL.search(text)) is not None]
    sentences = [sentence for paragraph in read for sentence in paragraph.sentences if sentence.line.number not in own]
    told = told or [(each.line, found) for each in sentences if (found := IN_ALL.search(each.text)) is not None]
    stated = [
        Term.of(WORK, reading.value, document.place(line, found[0]))
        for line, found in told
        if isinstance(reading := read_amount(found["figure"] or f"{found['number']} htkk", language="fi"), Certain)
        if reading.value.unit == PERSON_MONTH
    ]
    whole = [term for term in stated if term.number >= max(part.number for part in parts)]
    if len(whole) == 1:
        checked = check_sum(WORK, parts, whole[0])
        yield replace(checked, severity=Severity.WARNING) if checked.status is Status.FAILS else checked
