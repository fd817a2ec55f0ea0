"""A document that was checked, in the form of the contract of `seutu check`.

Not for reading documents.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from seutu.core.figures.relations import Relation, Severity, Term, plain, summary
from seutu.core.funding.plans import Plan
from seutu.core.programmes.work_plans import WorkPlan


class DocumentKind(StrEnum):
    """What a document is."""

    EURA_2021 = "eura_2021"
    MUNICIPAL_DECISION = "municipal_decision"
    APPLICATION = "application"
    REPORT = "report"
    PLAN = "plan"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document with the relations found in it, and the amounts that stand in no relation too.

    ``wholes`` are the numbers of all there are of something, which other documents may state otherwise; ``work`` is
    the plan of work and ``plan`` the plan of money, where there is one.
    """

    name: str
    kind: DocumentKind
    relations: tuple[Relation, ...]
    amounts: tuple[Term, ...] = ()
    wholes: tuple[Term, ...] = ()
    work: WorkPlan | None = None
    plan: Plan | None = None

    @property
    def has_error(self) -> bool:
        """Return whether a relation is an error."""
        return any(each.severity is Severity.ERROR for each in self.relations)

    def as_dict(self) -> dict[str, object]:
        """Return the document's entry."""
        return {
            "document": self.name,
            "kind": self.kind.value,
            "relations": [each.as_dict() for each in self.relations],
            "amounts": [_amount(each) for each in self.amounts],
            "summary": dict(summary(self.relations)),
            "work": None if self.work is None else self.work.as_dict(),
        }


def _amount(term: Term) -> dict[str, object]:
    return {
        "value": plain(term.number),
        "unit": term.unit or None,
        "qualifier": term.qualifier.reported,
        "page": term.place.page,
        "line": term.place.line,
        "sheet": term.place.sheet,
        "cell": term.place.cell,
        "text": term.place.text,
    }


def as_report(documents: Sequence[CheckedDocument], between: Sequence[Relation] = ()) -> dict[str, object]:
    """Return the whole report: one entry per document, and the relations between documents."""
    return {
        "documents": [each.as_dict() for each in documents],
        "relations": [each.as_dict() for each in between],
    }
