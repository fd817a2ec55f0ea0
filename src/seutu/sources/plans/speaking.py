"""What a plan's file speaks of: its facts, and the fields of each row. Of the rest it says nothing, not even a blank.

A field is told by the word of the plan format, a year as ``year:2026``. Not for the values (``core.funding.plans``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

YEAR: Final = "year:{year}"
LISTS: Final = ("cost_lines", "funding", "work_packages", "partners")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The facts that a file names, and what each row of a list names, in the order of the plan's rows."""

    facts: frozenset[str] = frozenset()
    rows: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[frozenset[str], ...]:
        """Return what each row of a list names."""
        return self.rows.get(name, ())


def years_named(years: Iterable[str]) -> frozenset[str]:
    """Return the fields of years."""
    return frozenset(YEAR.format(year=year) for year in years)


def spoken_in(told: Mapping[str, Any]) -> Spoken:
    """Return what a plan in JSON speaks of; a field that is null is spoken of, one that is missing is not."""
    facts = frozenset(told) - set(LISTS) - {"period"}
    if "period" in told:
        facts |= {"start", "end"}
    return Spoken(facts, {name: tuple(_row(row) for row in told.get(name) or ()) for name in LISTS})


def _row(row: Mapping[str, Any]) -> frozenset[str]:
    return (frozenset(row) - {"years"}) | years_named(row.get("years") or ())
