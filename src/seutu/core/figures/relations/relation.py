"""A relation between figures and whether it holds: the form in which every check answers.

Not for the checks themselves (``sums``, ``shares``, ``comparisons``).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from seutu.core.figures.relations.rounding import RoundingMode
from seutu.core.figures.relations.terms import Term
from seutu.core.text import Text


class Kind(StrEnum):
    """What is claimed of the terms."""

    SUM = "sum"
    SHARE_OF = "share_of"
    PERCENTAGE = "percentage"
    SHARES_SUM = "shares_sum"
    EQUAL = "equal"
    COUNT = "count"
    DATE_ORDER = "date_order"
    NAME_VARIANTS = "name_variants"
    REFERENCE = "reference"
    CEILING = "ceiling"
    LABEL = "label"


class Status(StrEnum):
    """Whether the claim is true."""

    HOLDS = "holds"
    HOLDS_ROUNDED = "holds_rounded"
    FAILS = "fails"
    NOT_CHECKABLE = "not_checkable"


class Severity(StrEnum):
    """How much it matters: an error stops nothing, but must be mended or explained."""

    NONE = "none"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Relation:
    """A claim about terms with its verdict. ``stated`` and ``computed`` are None where there is nothing to compute.

    ``product`` writes out what the computed figure is worked out of, where the terms alone do not tell it.
    """

    kind: Kind
    label: Text
    terms: tuple[Term, ...]
    status: Status
    severity: Severity
    message: Text
    stated: Decimal | None = None
    computed: Decimal | None = None
    rounding_modes: tuple[RoundingMode, ...] = ()
    product: Text | None = None

    @property
    def difference(self) -> Decimal | None:
        """Return stated − computed; None where either is missing."""
        return None if self.stated is None or self.computed is None else self.stated - self.computed

    def as_dict(self) -> dict[str, object]:
        """Return the form of the contract of `seutu check`."""
        return {
            "kind": self.kind.value,
            "label": self.label.fi,
            "terms": [term.as_dict() for term in self.terms],
            "stated": plain(self.stated),
            "computed": plain(self.computed),
            "difference": plain(self.difference),
            "status": self.status.value,
            "rounding_modes": [mode.value for mode in self.rounding_modes],
            "severity": self.severity.value,
            "message": self.message.as_dict(),
        }


COUNTED: Final = (*Status, Severity.ERROR, Severity.WARNING, Severity.NOTE)


def summary(relations: Iterable[Relation]) -> Mapping[str, int]:
    """Return how many relations have each status, and each severity above none."""
    found: Counter[str] = Counter()
    for relation in relations:
        found.update((relation.status.value, relation.severity.value))
    return {each.value: found[each.value] for each in COUNTED}


def plain(value: Decimal | None) -> str | None:
    """Return a number as a decimal string without an exponent and without zeros after the last decimal that counts."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text
