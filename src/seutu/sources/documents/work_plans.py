"""Reads the plan of work of a document: headings of work packages, what stands under them, points and supplements.

A heading is one by its words (Työpaketti 1: …), a task by its number (Tehtävä 1.2 …, 5.1. …). Not for schedules that
are drawn, or for money.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from seutu.core.figures import Certain, read_amount
from seutu.core.figures.relations import Term
from seutu.core.figures.units import PERSON_MONTH
from seutu.core.programmes.work_plans import Package, WorkPlan
from seutu.core.text import Text
from seutu.sources.documents.lines import Document, Line

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


def work_plan(document: Document) -> WorkPlan:
    """Return the plan of work of a document; an empty one where there is none."""
    return WorkPlan(tuple(_packages(document)), _points(document), tuple(_supplements(document)))


def _packages(document: Document) -> Iterator[Package]:
    """Yield the packages in order. A heading that is named again (in a schedule, say) begins no new one."""
    lines = document.lines
    starts: dict[str, int] = {}
    for at, line in enumerate(lines):
        found = HEADING.match(line.text)
        if found is not None:
            starts.setdefault(found["number"], at)
    ends = [*starts.values(), len(lines)][1:]
    for (number, start), end in zip(starts.items(), ends, strict=True):
        yield _package(document, number, lines[start : max(end, start + 1)])


def _package(document: Document, number: str, lines: tuple[Line, ...]) -> Package:
    heading = HEADING.match(lines[0].text)
    months = None
    tasks: dict[str, str] = {}
    results = []
    for line in lines:
        task, result = TASK.match(line.text), RESULT.match(line.text)
        if task is not None and task["package"] == number:
            tasks.setdefault(f"{number}.{task['task']}", task["name"].strip())
        if result is not None:
            results.append(result["name"].strip())
        months = months or _months(document, number, line)
    name = heading["name"].strip() if heading else ""
    return Package(number, name, months, tuple(tasks.values()), tuple(results))


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
