"""A column of a calendar year, kept as its four digits. Not for days (DateColumn) or periods of several years."""

from dataclasses import dataclass
from typing import Final

from seutu.apps.records.sheets.columns import ColumnProblem, Reading, TextColumn, Value, said
from seutu.core.text import Text
from seutu.sources.tables import CellValue

YEAR_DIGITS: Final = 4
NOT_A_YEAR: Final = Text(
    fi="Tämä ei ole vuosi. Kirjoita vuosi neljällä numerolla, esimerkiksi 2026.",
    sv="Det här är inget år. Skriv året med fyra siffror, till exempel 2026.",
    en="This is not a year. Write the year in four digits, for example 2026.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class YearColumn(TextColumn):
    """A year of four digits."""

    max_length: int = YEAR_DIGITS

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the four digits; raises ColumnProblem for anything else."""
        del reading
        text = said(cell).strip()
        if year_of(text) is None:
            raise ColumnProblem(NOT_A_YEAR)
        return text


def year_of(value: object) -> int | None:
    """Return the year of four digits, from 1000 on; None for anything else."""
    written = str(value)
    right = len(written) == YEAR_DIGITS and written.isascii() and written.isdigit() and written[0] != "0"
    return int(written) if right else None
