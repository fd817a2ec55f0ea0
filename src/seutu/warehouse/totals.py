"""The figure of an area: its sum, its recomputed rate or its published value, or the reason why there is none.

Not for computing: the sums and rates come from ``formulas``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from seutu.core.statistics import Catalogue, Kind, Status
from seutu.warehouse.areas import Area
from seutu.warehouse.figures import Figure, figure_of, why_not_computable, why_unpublished

Cell = tuple[str, str, str, str, str]


def cell_of(row: Mapping[str, Any]) -> Cell:
    """Return the indicator, kind of place, place, period and breakdown of a row."""
    return row["indicator"], row["place_kind"], row["place"], row["period"], row["breakdown"]


@dataclass(frozen=True, slots=True)
class Totals:
    """What was found for the areas, by cell."""

    sums: Mapping[Cell, dict[str, Any]]
    rates: Mapping[Cell, Figure]
    published: Mapping[Cell, Figure]
    known: Catalogue
    parts: Mapping[tuple[str, ...], Sequence[str]]

    @classmethod
    def of(cls, rows: Iterable[dict[str, Any]], known: Catalogue) -> "Totals":
        """Sort the rows that answer an ``AreaPlan``."""
        found: dict[str, dict[Cell, dict[str, Any]]] = {"sum": {}, "rate": {}, "published": {}}
        parts: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for row in rows:
            cell = cell_of(row)
            found[row["basis"]][cell] = row
            parts[cell[:4]].add(cell[4])
        rates, published = (
            {cell: figure_of(row, known) for cell, row in found[basis].items()} for basis in ("rate", "published")
        )
        return cls(found["sum"], rates, published, known, {key: sorted(codes) for key, codes in parts.items()})

    def figures(self, indicator: str, area: Area, periods: Sequence[str]) -> Iterator[Figure]:
        """Return the figures of an area in the order of the periods; one without a value where there is none."""
        for period in periods:
            for breakdown in self.parts.get((indicator, area.kind, area.code, period), [""]):
                yield self._figure((indicator, area.kind, area.code, period, breakdown), len(area.members))

    def _figure(self, cell: Cell, places: int) -> Figure:
        indicator = self.known.indicator(cell[0])
        found = 0
        if indicator.kind is Kind.COUNT:
            row = self.sums.get(cell)
            if row is not None and row["value"] is not None:
                return figure_of(row, self.known)
            found = 0 if row is None else row["found"]
        elif cell in self.rates:
            return self.rates[cell]
        if cell in self.published:
            return self.published[cell]
        reason = why_unpublished(places, found) if indicator.kind is Kind.COUNT else why_not_computable()
        _, kind, place, period, breakdown = cell
        return Figure(indicator, kind, place, period, None, Status.NOT_PUBLISHED, (), breakdown, None, reason)
