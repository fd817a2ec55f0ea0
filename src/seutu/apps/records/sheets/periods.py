"""A day of which people often know only the year or the month: "alkaa 2023", "päättyy 7/2027".

Which day of the period is meant is said for the whole column, by its header or by the person; it is never guessed.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import Column, ColumnProblem, DateColumn, Reading, Value, Variant, said
from seutu.core.figures import Certain, Granularity, read_date, read_period
from seutu.core.text import Language, Text
from seutu.sources.tables import CellValue

FIRST: Final = "first"
LAST: Final = "last"
WHICH_DAY: Final = Text(
    fi="Tässä on ajanjakso, ei yksi päivä. Kirjoita päivä, esimerkiksi 15.3.2024, tai valitse sarakkeelle, "
    "luetaanko ajanjaksosta sen ensimmäinen vai viimeinen päivä.",
    sv="Det här är en period, inte en dag. Skriv en dag, till exempel 15.3.2024, eller välj för kolumnen om periodens "
    "första eller sista dag läses.",
    en="This is a period, not one day. Write a day, for example 15.3.2024, or choose for the column whether the "
    "first or the last day of the period is read.",
)

NOT_A_MONTH: Final = Text(
    fi="Tähän tarvitaan yksi kuukausi. Kirjoita se näin: 3/2026.",
    sv="Här behövs en månad. Skriv den så här: 3/2026.",
    en="This needs one month. Write it like this: 3/2026.",
)


def days_of(label: Text, *, first: tuple[str, ...] = (), last: tuple[str, ...] = ()) -> tuple[Variant, ...]:
    """Return the two ways of reading a period in a column ``label``; ``first`` and ``last`` are headers that say so."""
    return (
        Variant(
            FIRST,
            Text(
                fi=f"{label.fi}: vuoden tai kuukauden ensimmäinen päivä",
                sv=f"{label.sv}: årets eller månadens första dag",
                en=f"{label.en}: first day of the year or month",
            ),
            synonyms=first,
        ),
        Variant(
            LAST,
            Text(
                fi=f"{label.fi}: vuoden tai kuukauden viimeinen päivä",
                sv=f"{label.sv}: årets eller månadens sista dag",
                en=f"{label.en}: last day of the year or month",
            ),
            synonyms=last,
        ),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class DayOfPeriodColumn(DateColumn):
    """A calendar day; with ``taken`` said, a cell may hold a period, of which that day is taken."""

    taken: Literal["", "first", "last"] = ""

    def as_variant(self, code: str) -> Column:
        """Return the column that reads a period as its first or its last day."""
        return replace(self, taken=FIRST if code == FIRST else LAST)

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the day; raises ColumnProblem for a period of which no day was said, and for one that is a guess."""
        written = said(cell)
        if isinstance(read_date(written, language=reading.language), Certain):
            return DateColumn.read(self, cell, reading)
        found = read_period(written, language=reading.language)
        if not isinstance(found, Certain) or found.value.approximate:
            return DateColumn.read(self, cell, reading)
        if not self.taken:
            raise ColumnProblem(WHICH_DAY)
        return found.value.first if self.taken == FIRST else found.value.last


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthColumn(DateColumn):
    """A calendar month, kept as its first day. A day inside a month is no month, and is refused."""

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the first day of the month; raises ColumnProblem for another period, a guess, or another day."""
        if isinstance(cell, date):
            day = DateColumn.read(self, cell, reading)
            return _first_of_month(day)
        written = said(cell)
        found = read_period(written, language=reading.language)
        if isinstance(found, Certain) and not found.value.approximate and found.value.granularity is Granularity.MONTH:
            return found.value.first
        certain = read_date(written, language=reading.language)
        return _first_of_month(certain.value.day if isinstance(certain, Certain) else None)

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return the month as ``3/2026``."""
        return f"{value.month}/{value.year}" if isinstance(value, date) else ""


def _first_of_month(day: Value) -> date:
    if isinstance(day, date) and day.day == 1:
        return day
    raise ColumnProblem(NOT_A_MONTH)
