"""The port of the statistical store: load figures, and ask for series, newest values, breakdowns and areas' totals.

Every value comes back with its source, licence, day of retrieval, period and formula. Not for pages or reports.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from seutu.core.places import Division
from seutu.core.statistics import Catalogue, Grain, Kind, grain_of
from seutu.rules.statistics import catalogue
from seutu.warehouse.areas import Area
from seutu.warehouse.arriving import Batch
from seutu.warehouse.changes import bases_of, changes_of, coverage_of_changes, every_change, newest_of
from seutu.warehouse.definitions import indicator_of, source_of
from seutu.warehouse.engines import DUCKDB, Engine
from seutu.warehouse.figures import Coverage, Figure, LoadReport, figure_of, nothing_known
from seutu.warehouse.plans import AreaPlan, CellPlan, CoveragePlan, FigurePlan
from seutu.warehouse.reader import reader_of
from seutu.warehouse.store import write
from seutu.warehouse.totals import Totals

_MUNICIPALITY = Division.MUNICIPALITY.value


class Warehouse:
    """The statistical store in the file ``path``. Cheap to make: nothing is opened before the first question.

    ``engine`` says what calculates the answers, which are the same: DuckDB, or Spark past one machine.
    Safe to share between threads. Every question raises ``FileNotFoundError`` if nothing has been loaded yet and
    ``UnknownIndicator`` for an indicator that neither the store nor the product knows.
    """

    def __init__(self, path: Path, engine: Engine = DUCKDB) -> None:
        self.path = path
        self._reader = reader_of(path, engine)
        self._known: tuple[tuple[int, int, int], Catalogue] | None = None

    def load_batches(self, batches: Sequence[Batch], notes: Mapping[str, str] | None = None) -> list[LoadReport]:
        """Load the figures of sources in one step, all or none of them; a second load changes only what has changed.

        Rows of the same source, indicator, kind of place and period that are no longer there are removed. A killed
        load leaves the store as it was. Raises ``InputProblem`` on contradicting rows.
        """
        return write(self.path, batches, notes)

    def note(self, name: str) -> str | None:
        """Return a remark that a load left in the store; ``None`` if there is no store or no such remark."""
        if not self.path.exists():
            return None
        return next((row["value"] for row in self._reader.facts("note") if row["name"] == name), None)

    def catalogue(self) -> Catalogue:
        """Return the indicators and sources of the store, and the product's own where the store has not its own."""
        stamp = self._reader.stamp()
        if self._known is None or self._known[0] != stamp:
            own = catalogue()
            stored = (indicator_of(row["definition"]) for row in self._reader.facts("indicator"))
            sources = (source_of(row) for row in self._reader.facts("source"))
            indicators = {**own.indicators, **{indicator.id: indicator for indicator in stored}}
            self._known = stamp, Catalogue(indicators, {**own.sources, **{source.id: source for source in sources}})
        return self._known[1]

    def loaded_sources(self) -> frozenset[str]:
        """Return the ids of the sources that have been loaded; none if there is no store."""
        if not self.path.exists():
            return frozenset()
        return frozenset(row["id"] for row in self._reader.facts("source"))

    def series(
        self,
        indicators: Sequence[str],
        places: Sequence[str] | None,
        *,
        place_kind: str = _MUNICIPALITY,
        since: str = "",
        until: str = "~",
        grain: Grain | None = None,
        breakdown: str | None = "",
    ) -> list[Figure]:
        """Return the figures of the places (``None``: of every place of the kind) in order of indicator, place, period.

        Blank cells of a source are there with ``value=None``. Rates that are not published are computed from their
        parts. ``breakdown=None`` asks for every part and the whole.
        """
        found = self._figures(indicators, places, place_kind, breakdown)
        return [
            figure
            for figure in found
            if since <= (figure.period or "") <= until and (grain is None or grain_of(figure.period or "") is grain)
        ]

    def latest(
        self,
        indicators: Sequence[str],
        places: Sequence[str] | None,
        *,
        place_kind: str = _MUNICIPALITY,
        grain: Grain | None = None,
        breakdown: str | None = "",
    ) -> list[Figure]:
        """Return the newest published figure of each indicator and place; years go before months unless ``grain`` says.

        A place that is asked by code and has no figure gets one without a value and with the reason.
        """
        found = self._figures(indicators, places, place_kind, breakdown, newest=True, grain=grain)
        have = {(figure.indicator.id, figure.place) for figure in found}
        known = self.catalogue()
        missing = [
            nothing_known(known.indicator(name), place_kind, place)
            for name in indicators
            for place in places or ()
            if (name, place) not in have
        ]
        return _ordered([*found, *missing], indicators)

    def breakdown(
        self, indicator: str, place: str, *, dimension: str, period: str | None = None, place_kind: str = _MUNICIPALITY
    ) -> list[Figure]:
        """Return the parts of a figure (``dimension="tol2008"``) in ``period``, else in the newest one."""
        every = self._figures([indicator], [place], place_kind, None)
        parts = [figure for figure in every if figure.breakdown.startswith(f"{dimension}:")]
        wanted = period or max((figure.period or "" for figure in parts if figure.value is not None), default="")
        return [figure for figure in parts if figure.period == wanted]

    def totals(
        self, indicators: Sequence[str], areas: Sequence[Area], *, periods: Sequence[str], breakdown: str | None = ""
    ) -> list[Figure]:
        """Return the figures of areas: counts summed over every municipality, rates recomputed from summed parts.

        Where that cannot be done, the area's published figure; else no value and the reason. Never a mean of rates.
        ``breakdown=None`` asks for every part and the whole.
        """
        known = self.catalogue()
        bases = bases_of(known, indicators)
        plain = [name for name in indicators if known.indicator(name).change is None]
        found = self._totals(plain, areas, periods, breakdown) if plain or not bases else []
        if bases:
            years = {
                change.change.start_of(each)
                for of in bases.values()
                for change in of
                if change.change
                for each in periods
            }
            every = self._totals(list(bases), areas, sorted({*periods, *years}), breakdown)
            asked = set(periods)
            found += [figure for figure in every_change(every, known, bases) if figure.period in asked]
        return found if not bases else _ordered(found, indicators)

    def _totals(
        self, indicators: Sequence[str], areas: Sequence[Area], periods: Sequence[str], breakdown: str | None
    ) -> list[Figure]:
        known = self.catalogue()
        given = {
            **self._asked(indicators),
            "counts": [(name,) for name in known.with_parts(indicators) if known.indicator(name).kind is Kind.COUNT],
            "members": [(area.kind, area.code, code) for area in areas for code in area.members],
            "periods": [(period,) for period in periods],
            "breakdowns": [(breakdown or "",)],
        }
        del given["asked"]
        rows = self._reader.rows(AreaPlan(every_breakdown=breakdown is None), given)
        found = Totals.of(rows, known)
        return [figure for name in indicators for area in areas for figure in found.figures(name, area, periods)]

    def coverage(self, indicators: Sequence[str]) -> list[Coverage]:
        """Return how many places of each kind have a published or computable value, by indicator and period.

        Of a change over years: the fewer of the places that its two periods have.
        """
        bases = bases_of(self.catalogue(), indicators)
        rows = self._reader.rows(CoveragePlan(), self._asked(list(dict.fromkeys((*indicators, *bases)))))
        found = [Coverage(**row) for row in rows]
        return [row for row in (*found, *coverage_of_changes(found, bases)) if row.indicator in set(indicators)]

    def values_of(self, periods: Mapping[str, str], *, place_kind: str = _MUNICIPALITY) -> dict[str, dict[str, float]]:
        """Return each indicator's values of every place of a kind in the one period given for it.

        Only published and computable values, by place; an indicator without any has an empty mapping.
        """
        changes = {name: self.catalogue().indicator(name).change for name in periods}
        plain = {name: period for name, period in periods.items() if changes[name] is None}
        found = {name: dict[str, float]() for name in periods} | self._values_of(plain, place_kind)
        ends = [
            (change.of, end)
            for name, change in changes.items()
            if change is not None
            for end in (periods[name], change.start_of(periods[name]))
        ]
        held = self._values_at(ends, place_kind)
        for name, change in changes.items():
            if change is not None:
                now, then = (held[change.of, end] for end in (periods[name], change.start_of(periods[name])))
                worked_out = {place: change.between(then.get(place), value) for place, value in now.items()}
                found[name] = {place: value for place, value in worked_out.items() if value is not None}
        return found

    def _values_at(self, cells: Sequence[tuple[str, str]], place_kind: str) -> dict[tuple[str, str], dict[str, float]]:
        """Return the values of indicators in periods, asked for as many indicators at a time as there are."""
        found: dict[tuple[str, str], dict[str, float]] = {}
        left = list(dict.fromkeys(cells))
        while left:
            turn = dict(reversed(left))
            found |= {(name, turn[name]): values for name, values in self._values_of(turn, place_kind).items()}
            left = [cell for cell in left if cell not in found]
        return found

    def _values_of(self, periods: Mapping[str, str], place_kind: str) -> dict[str, dict[str, float]]:
        given = {**self._asked(list(periods)), "kinds": [(place_kind,)], "cells": list(periods.items())}
        del given["asked"]
        found: dict[str, dict[str, float]] = {name: {} for name in periods}
        for row in self._reader.rows(CellPlan(), given):
            found[row["indicator"]][row["place"]] = row["value"]
        return found

    def _asked(self, indicators: Sequence[str]) -> dict[str, list[tuple[Any, ...]]]:
        known = self.catalogue()
        ratios = {name: known.indicator(name).ratio for name in indicators}
        return {
            "asked": [(name,) for name in indicators],
            "parts": [(name,) for name in known.with_parts(indicators)],
            "ratios": [
                (name, ratio.numerator, ratio.denominator, ratio.scale, ratio.offset)
                for name, ratio in ratios.items()
                if ratio is not None
            ],
        }

    def _figures(
        self,
        indicators: Sequence[str],
        places: Sequence[str] | None,
        place_kind: str,
        breakdown: str | None,
        *,
        newest: bool = False,
        grain: Grain | None = None,
    ) -> list[Figure]:
        known = self.catalogue()
        bases = bases_of(known, indicators)
        if bases:
            plain = [name for name in indicators if known.indicator(name).change is None]
            of_bases = self._figures(list(bases), places, place_kind, breakdown, grain=grain)
            changes = changes_of(of_bases, known, bases)
            found = self._figures(plain, places, place_kind, breakdown, newest=newest, grain=grain) if plain else []
            return _ordered([*found, *(newest_of(changes) if newest else changes)], indicators)
        given = self._asked(indicators)
        plan = FigurePlan(
            every_place=places is None,
            every_breakdown=breakdown is None,
            newest=newest,
            grain=grain,
        )
        if places is None:
            given["kinds"] = [(place_kind,)]
        else:
            given["places"] = [(place_kind, place) for place in places]
        given["breakdowns"] = [(breakdown or "",)]
        return _ordered([figure_of(row, known) for row in self._reader.rows(plan, given)], indicators)


def _ordered(figures: list[Figure], indicators: Sequence[str]) -> list[Figure]:
    order = {name: number for number, name in enumerate(indicators)}
    return sorted(figures, key=lambda f: (order[f.indicator.id], f.place, f.period or "", f.breakdown))
