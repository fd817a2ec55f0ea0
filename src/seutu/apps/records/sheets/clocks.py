"""A time of day beside a date: "klo 9", "9.30", "kl. 13:15". Kept as hours and minutes. Not for dates or durations."""

import re
from dataclasses import dataclass
from typing import Final

from seutu.apps.records.sheets.columns import ColumnProblem, Reading, TextColumn, Value, check_writable, said
from seutu.core.text import Language, Text
from seutu.sources.tables import CellValue

_WRITTEN: Final = re.compile(
    r"(?:(?:klo|kello|kl|at)\.?\s*)?([01]?\d|2[0-3])(?:[.:]([0-5]\d)(?:[.:]00)?)?", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockColumn(TextColumn):
    """A time of day, kept as ``09:30``; the time zone is that of the place."""

    max_length: int = 5

    def read(self, cell: CellValue, reading: Reading) -> Value:
        """Return the time as HH:MM; raises ColumnProblem for what is not one."""
        text = check_writable(said(cell)).strip()
        found = _WRITTEN.fullmatch(text)
        if found is None:
            raise ColumnProblem(
                Text(
                    fi=f"”{text[:40]}” ei ole kellonaika. Kirjoita tunnit ja minuutit, esimerkiksi 9.30.",
                    sv=f"”{text[:40]}” är inte ett klockslag. Skriv timmar och minuter, till exempel 9.30.",
                    en=f"“{text[:40]}” is not a time of day. Write hours and minutes, for example 9:30.",
                )
            )
        return f"{int(found[1]):02}:{found[2] or '00'}"

    def show(self, value: Value, language: Language, record: object = None) -> str:
        """Return the time as 9.30, in English 9:30."""
        hours, _, minutes = str(value or "").partition(":")
        mark = ":" if language == "en" else "."
        return f"{int(hours)}{mark}{minutes}" if minutes else ""
