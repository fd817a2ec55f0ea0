"""What a document plans to do: work packages with their person-months, tasks and results, points and supplements.

Not for money (``core.funding``), or for reading documents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from seutu.core.figures.relations import Place, Term, added
from seutu.core.figures.relations.terms import NOWHERE


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a document, with the place where it begins."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Package:
    """A work package as the document has it; ``person_months`` is None where none are stated.

    ``task_places`` and ``result_places`` tell where its tasks and results stand, in the same order.
    """

    number: str
    name: str
    person_months: Term | None
    tasks: tuple[str, ...]
    results: tuple[str, ...]
    place: Place = NOWHERE
    task_places: tuple[Place, ...] = ()
    result_places: tuple[Place, ...] = ()
    objective: str = ""


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """A document's plan of work, its points (given, of) and the supplements that it says are done.

    ``summary`` is what the document tells the project to be and to aim at.
    """

    packages: tuple[Package, ...] = ()
    points: tuple[Decimal, Decimal] | None = None
    supplements: tuple[str, ...] = ()
    summary: Passage | None = None

    @property
    def person_months(self) -> Decimal | None:
        """Return the person-months of all packages together; None when no package states any."""
        stated = [package.person_months for package in self.packages if package.person_months is not None]
        return added(stated) if stated else None

    @property
    def is_empty(self) -> bool:
        """Return whether the document plans no work that could be read; it may have a summary all the same."""
        return not (self.packages or self.points or self.supplements)

    def as_dict(self) -> Mapping[str, object]:
        """Return the form of a checked document's ``work``."""
        return {
            "packages": [
                {
                    "number": package.number,
                    "name": package.name,
                    "person_months": None if package.person_months is None else str(package.person_months.number),
                    "tasks": list(package.tasks),
                    "results": list(package.results),
                }
                for package in self.packages
            ],
            "person_months": None if self.person_months is None else str(self.person_months),
            "points": None if self.points is None else [str(each) for each in self.points],
            "supplements": list(self.supplements),
            "summary": None if self.summary is None else self.summary.text,
        }
