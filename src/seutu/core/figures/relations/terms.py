"""One figure, date or name of a relation, with the place of the document it was read from.

Not for reading documents, or for what the relation says of it (``relation``).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.figures.amounts import Amount
from seutu.core.figures.qualifiers import Origin, Qualifier
from seutu.core.text import Text

Value = Decimal | date | str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands: the line of a text, the page of a PDF, the cell of a sheet; ``text`` is what it says."""

    document: str | None = None
    page: int | None = None
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None
    text: str | None = None


NOWHERE: Final = Place()
NAMELESS: Final = Text.same("")


@dataclass(frozen=True, slots=True)
class Term:
    """A figure in its base unit (euros, percent as 105.0), a date, or a name; ``None`` is a row that was left blank.

    ``label`` is the document's own word, the same in every language, or ours. The decimals of ``value`` are those that
    were printed: 80.00 is known to a hundredth.
    """

    label: Text
    value: Value
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    origin: Origin = Origin.STATED
    place: Place = NOWHERE

    @classmethod
    def of(cls, label: Text, amount: Amount, place: Place = NOWHERE) -> "Term":
        """Return the term of an amount that was read."""
        return cls(label, amount.value, amount.unit, amount.qualifier, amount.origin, place)

    @property
    def number(self) -> Decimal:
        """Return the figure. Raises ``TypeError`` for a blank row, a date or a name."""
        if not isinstance(self.value, Decimal):
            raise TypeError(f"{self.label.en} is no figure")
        return self.value

    @property
    def day(self) -> date:
        """Return the date. Raises ``TypeError`` for anything else."""
        if not isinstance(self.value, date):
            raise TypeError(f"{self.label.en} is no date")
        return self.value

    @property
    def is_blank(self) -> bool:
        """Return whether the row was left blank, which is not zero."""
        return self.value is None

    @property
    def is_exact(self) -> bool:
        """Return whether the figure is said without about, under, over and the like."""
        return self.qualifier is Qualifier.EXACT

    @property
    def amount(self) -> Amount:
        """Return the figure as an amount. Raises ``TypeError`` as ``number`` does."""
        return Amount(self.number, self.unit, self.qualifier, self.origin)

    def as_dict(self) -> dict[str, object]:
        """Return the form of a relation's ``terms``: values as decimal strings or ISO dates."""
        where = self.place
        return {
            "label": self.label.fi,
            "value": _written(self.value),
            "unit": self.unit or None,
            "qualifier": self.qualifier.reported,
            "origin": self.origin.value,
            "document": where.document,
            "page": where.page,
            "line": where.line,
            "sheet": where.sheet,
            "cell": where.cell,
            "text": where.text,
        }


def _written(value: Value) -> str | None:
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value
