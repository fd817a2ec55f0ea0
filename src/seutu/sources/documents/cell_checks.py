"""Cells of sheets that could not be read, as a formula whose value was not saved: told once for each sheet.

Such a cell is blank in every sum, never zero. Not for what the sums come to (``table_checks``).
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from seutu.core.figures.relations import Kind, Place, Relation, Severity, Status, Term
from seutu.core.problems import Problem
from seutu.core.text import Text
from seutu.sources.documents.lines import Document

UNREAD: Final = Text(fi="Solut, joita ei voi lukea", sv="Celler som inte kan läsas", en="Cells that cannot be read")
TOLD: Final = Text(
    fi="Taulukossa {sheet} on lukukelvottomia soluja {count}, joten niiden summat jäävät tarkistamatta. Ensimmäinen on "
    "{cell}: {why}",
    sv="I bladet {sheet} finns {count} oläsliga celler, så deras summor kontrolleras inte. Den första är {cell}: {why}",
    en="The sheet {sheet} has {count} unreadable cells, so their sums stay unchecked. The first is {cell}: {why}",
)


def cell_relations(document: Document) -> Iterator[Relation]:
    """Yield one relation for each sheet that has cells that could not be read."""
    by_sheet: dict[str, list[Problem]] = defaultdict(list)
    for problem in document.problems:
        by_sheet[problem.sheet or document.name].append(problem)
    for sheet, problems in by_sheet.items():
        first = problems[0]
        terms = tuple(
            Term(UNREAD, None, place=Place(document.name, line=each.line, sheet=each.sheet, cell=_cell(each)))
            for each in problems
        )
        facts = {"sheet": sheet, "count": len(problems), "cell": _cell(first), "why": first.message}
        yield Relation(Kind.SUM, UNREAD, terms, Status.NOT_CHECKABLE, Severity.WARNING, TOLD.filled(**facts))


def _cell(problem: Problem) -> str:
    return f"{problem.column or ''}{problem.line or ''}"
