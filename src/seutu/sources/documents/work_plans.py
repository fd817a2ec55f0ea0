"""Reads the plan of work of a document: headings of work packages, what stands under them, points and supplements.

A heading is one by its words (Työpaketti 1: …), a task by its number (Tehtävä 1.2 …, 5.1. …). Not for schedules that
are drawn, or for money.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from seutu.core.figures import Certain, read_amount
from seutu.core.figures.relations import Term
from seutu.core.figures.units import PERSON_MONTH
from seutu.core.programmes.work_plans import Package, Passage, WorkPlan
from seutu.core.text import Text
from seutu.sources.documents.continued_lines import is_heading, text_of, title_from, width_of
from seutu.sources.documents.lines import Document, Line
from seutu.sources.documents.paragraphs import is_spaced
from seutu.sources.documents.readable import joined_words
from seutu.sources.documents.summaries import is_summary, summary_of

HEADING: Final = re.compile(
    r"^\W{0,3}(?:Työpaketti|Arbetspaket|Work package)\s+(?P<number>\d{1,2})\b[\s:.–-]*(?P<name>.*)", re.IGNORECASE
)
MONTHS: Final = re.compile(
    r"\b(?:henkilötyökuukau\w*|htkk|personmånad\w*|person-months?)\b[^\d]{0,30}(?P<figure>\d{1,4}(?:,\d+)?\s*\w{2,12})",
    re.IGNORECASE,
)
MONTHS_AFTER: Final = re.compile(
    r"(?<![\d.,])(?P<figure>\d{1,4}(?:,\d+)?\s*(?:htkk|hlötkk|htyökk|henkilötyökuukau\w*|personmånad\w*|person-months?))",
    re.IGNORECASE,
)
"""Person-months in the heading of a package itself: Work package 1: Mapping – 6 person-months."""
TASK: Final = re.compile(
    r"^\s*(?:(?:Tehtävä|Uppgift|Task)\s+)?(?P<package>\d{1,2})\.(?P<task>\d{1,2})[.:]?\s+(?P<name>[^\W\d].*)",
    re.IGNORECASE,
)
RESULT: Final = re.compile(r"^\s*(?:Tulos|Resultat|Result)\s+\d{1,2}\s*[:.]\s*(?P<name>.+)", re.IGNORECASE)
POINTS: Final = re.compile(
    r"\b(?:Pisteet|Poäng|Points)\s*:?\s*(?P<given>\d{1,3}(?:,\d+)?)\s*/\s*(?P<of>\d{1,3})\b", re.IGNORECASE
)
SUPPLEMENTS: Final = re.compile(
    r"^\s*(?:Täydennykset|Kompletteringar|Supplements)\s*\((?:TEHTY|gjorda|done)\)\s*:?\s*$", re.IGNORECASE
)

OWN_LINE: Final = re.compile(r"^(?:[•*–-]\s|\*|\d{1,2}[.)]\s|[A-ZÅÄÖ][\w ()/-]{1,40}:\s)")


def work_plan(document: Document) -> WorkPlan:
    """Return the plan of work of a document; an empty one where there is none."""
    is_planned = any(HEADING.match(line.text) or is_summary(line.text) for line in document.lines)
    read = _reading(document) if is_planned else _Reading(document)
    summary = summary_of(document, read.lines, read.texts)
    return WorkPlan(tuple(_packages(read)), _points(document), tuple(_supplements(document)), summary)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The lines of a document, or some of them, and their texts with the words joined that line ends parted."""

    document: Document
    lines: Sequence[Line] = ()
    texts: Sequence[str] = ()
    width: int = 0

    def part(self, start: int, stop: int) -> "_Reading":
        return replace(self, lines=self.lines[start:stop], texts=self.texts[start:stop])

    def title(self, at: int, first: str) -> tuple[str, int]:
        return title_from(self.texts, at, first, _begins, self.width)


def _reading(document: Document) -> _Reading:
    """Return the lines and their texts; of a document with a blank after every line, without those blanks."""
    lines, texts = document.lines, joined_words(document)
    width = width_of([line.text for line in lines])
    if not is_spaced(document):
        return _Reading(document, lines, texts, width)
    blank = [not line.text.strip() for line in lines]
    kept = [at for at, is_blank in enumerate(blank) if not is_blank or (at > 0 and blank[at - 1])]
    return _Reading(document, [lines[at] for at in kept], [texts[at] for at in kept], width)


def _packages(read: _Reading) -> Iterator[Package]:
    """Yield the packages in order. A heading that is named again (in a schedule, say) begins no new one."""
    starts: dict[str, int] = {}
    for at, line in enumerate(read.lines):
        found = HEADING.match(line.text)
        if found is not None:
            starts.setdefault(found["number"], at)
    ends = [*starts.values(), len(read.lines)][1:]
    for (number, start), end in zip(starts.items(), ends, strict=True):
        yield _package(number, read.part(start, max(end, start + 1)))


def _package(number: str, read: _Reading) -> Package:
    heading = HEADING.match(read.texts[0])
    name, named_to = read.title(0, heading["name"] if heading else "")
    tasks: dict[str, Passage] = {}
    results: list[Passage] = []
    for at, text in enumerate(read.texts):
        task, result = TASK.match(text), RESULT.match(text)
        if task is not None and task["package"] == number:
            tasks.setdefault(task["task"], _titled(read, at, task["name"]))
        if result is not None:
            results.append(_titled(read, at, result["name"]))
    return Package(
        number,
        name,
        next((found for line in read.lines if (found := _months(read.document, number, line))), None),
        tuple(each.text for each in tasks.values()),
        tuple(each.text for each in results),
        place=read.document.place(read.lines[0]),
        task_places=tuple(each.place for each in tasks.values()),
        result_places=tuple(each.place for each in results),
        objective=_objective(read.texts[named_to + 1 :]),
    )


def _titled(read: _Reading, at: int, first: str) -> Passage:
    title, _end = read.title(at, first)
    return Passage(title, read.document.place(read.lines[at]))


def _begins(text: str) -> bool:
    """Return whether a line begins something of its own: no title goes on over it."""
    return any(each.search(text) for each in (HEADING, TASK, RESULT, MONTHS, POINTS, SUPPLEMENTS, OWN_LINE))


def _objective(texts: Sequence[str]) -> str:
    """Return the text between a package's heading and its first task or result; without those, its first paragraph."""
    first = next((at for at, text in enumerate(texts) if TASK.match(text) or RESULT.match(text)), None)
    held: list[str] = []
    for at, text in enumerate(texts if first is None else texts[:first]):
        if MONTHS.search(text) is not None:
            continue
        if is_heading(texts, at) or (held and not text.strip() and first is None):
            break
        held += [text] if held or text.strip() else []
    return text_of(held)


def _months(document: Document, number: str, line: Line) -> Term | None:
    heading = HEADING.match(line.text)
    found = MONTHS.search(line.text) or (MONTHS_AFTER.search(line.text) if heading else None)
    reading = read_amount(found["figure"], language="fi") if found else None
    if not isinstance(reading, Certain) or reading.value.unit != PERSON_MONTH:
        return None
    return Term.of(Text.same(f"TP{number}"), reading.value, document.place(line))


def _points(document: Document) -> tuple[Decimal, Decimal] | None:
    found = next((found for line in document.lines if (found := POINTS.search(line.text))), None)
    return (Decimal(found["given"].replace(",", ".")), Decimal(found["of"])) if found else None


def _supplements(document: Document) -> Iterator[str]:
    """Yield the lines under the heading, to the next blank one."""
    under = False
    for line in document.lines:
        if under and not line.text.strip():
            return
        if under:
            yield line.text.strip()
        under = under or SUPPLEMENTS.match(line.text) is not None
