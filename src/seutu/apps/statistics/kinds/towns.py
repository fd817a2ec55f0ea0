"""A column of several municipalities in one cell, kept by their codes. Not for one (MunicipalityColumn)."""

from dataclasses import dataclass, field
from typing import Any

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import Column, Reading, Value, said
from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.core.text import Language
from seutu.reporting.tables import ColumnKind
from seutu.sources.tables import CellValue, join_list, split_list


@dataclass(frozen=True, kw_only=True, slots=True)
class TownsColumn(Column):
    """Municipalities in the order given, each once, with semicolons or line ends between them."""

    sheet_kind: ColumnKind = field(default="list", init=False)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the codes of the named municipalities; raises ColumnProblem for the first that there is not."""
        named = split_list(said(cell).replace("\n", ";"))
        return tuple(dict.fromkeys(reading.finder.municipality(each) for each in named)) or None

    def take(self, record: OwnedRecord) -> Value:
        """Return the codes, or None."""
        return tuple(getattr(record, self.name)) or None

    def put(self, record: OwnedRecord, value: Value) -> None:
        """Set the codes; none is an empty list."""
        setattr(record, self.name, list(value) if isinstance(value, tuple) else [])

    def recall(self, kept: Any) -> Value:
        """Return the codes of their JSON form."""
        return tuple(kept) if kept else None

    def cell(self, value: Value, record: OwnedRecord | None = None) -> CellValue:
        """Return the Finnish names in one cell."""
        return join_list([municipality_name(code, "fi") for code in value]) if isinstance(value, tuple) else None

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return the names in the language."""
        return ", ".join(municipality_name(code, language) for code in value) if isinstance(value, tuple) else ""
