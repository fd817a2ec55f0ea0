"""A table as it is to be written: title, columns, rows. Not for writing it (``workbook``, ``delimited``)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ColumnKind = Literal[
    "text", "number", "amount", "percentage", "date", "datetime", "boolean", "list", "choice", "identifier"
]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column. ``label`` is the header text in the language of the table, ``unit`` is added to it in brackets.

    ``choices`` become a drop-down in a workbook. A ``hidden`` column is written but not shown (the record's id, by
    which an export is imported back). ``percentage`` values are percents: 12.5 means 12,5 %.
    """

    key: str
    label: str
    kind: ColumnKind = "text"
    unit: str = ""
    hidden: bool = False
    choices: tuple[str, ...] = ()
    width: int | None = None

    @property
    def header(self) -> str:
        """The header text: label and unit, as ``Kustannusarvio (€)``."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum with the cells that it adds, as ``C2:C6``: a workbook holds it as a formula with its value."""

    value: Decimal
    cells: str

    def __str__(self) -> str:
        """Return the value: what stands where there are no formulas."""
        return str(self.value)


@dataclass(frozen=True, slots=True)
class TableContent:
    """A titled table. Each row has one value per column, in the columns' order; ``None`` and "" mean missing.

    Values: text, ``int``, ``Decimal``, ``float``, ``bool``, ``date``, ``datetime``, ``Sum``, a list or tuple of texts;
    anything else is written as its text.
    """

    title: str
    columns: tuple[TableColumn, ...]
    rows: Iterable[Sequence[object]]
