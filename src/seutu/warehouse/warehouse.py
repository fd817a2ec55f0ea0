"""The port of the statistical store: load figures, and ask for series, newest values, breakdowns and comparisons.

Every value comes back with its source, licence, day of retrieval, period and formula. Not for pages or reports.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from seutu.core.places import Division
from seutu.core.statistics import Catalogue, Grain, Indicator, Observation, SourceRecord
from seutu.rules.statistics import catalogue
from seutu.warehouse import formulas
from seutu.warehouse.areas import Area
from seutu.warehouse.definitions import indicator_of
from seutu.warehouse.engines import type_of_table
from seutu.warehouse.figures import Comparison, Figure, LoadReport, figure_of, nothing_known
from seutu.warehouse.reader import Reader, rows_as_table
from seutu.warehouse.store import Batch, write
from seutu.warehouse.totals import Totals, cell_of, parts_of

_MUNICIPALITY = Division.MUNICIPALITY.value
_LENGTHS = {Grain.YEAR: len("2016"), Grain.MONTH: len("2016-01"), Grain.QUARTER: len("2016-Q1")}


class Warehouse:
    """The statistical store in the file ``path``. Cheap to make: nothing is opened before the first question."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reader = Reader(path)
        self._known: tuple[tuple[int, int, int], Catalogue] | None = None

    def load(
        self, observations: Iterable[Observation], indicators: Mapping[str, Indicator], source: SourceRecord
    ) -> LoadReport:
        """Load the figures of one source; a second load changes only what the source has changed.

        Rows of the same source, indicator, kind of place and period that are no longer there are removed. All or
        nothing: a killed load leaves the store as it was. Raises ``InputProblem`` on contradicting rows.
        """
        return self.load_batches([Batch(observations, source, indicators)])[0]

    def load_batches(self, batches: Sequence[Batch], notes: Mapping[str, str] | None = None) -> list[LoadReport]:
        """Load several sources in one step, all or none of them."""
        return write(self.path, batches, notes)

    def note(self, name: str) -> str | None:
        """Return a remark that a load left in the store; ``None`` if there is no store or no such remark."""
        if not self.path.exists():
            return None
        notes = self._reader.table("note")
        rows = self._reader.rows(notes.filter(notes.name == name))
        return str(rows[0]["value"]) if rows else None

    def catalogue(self) -> Catalogue:
        """Return the indicators and sources of the store, and the product's own where the store has not its own."""
        stamp = self._reader.stamp()
        if self._known is None or self._known[0] != stamp:
            own = catalogue()
            stored = (indicator_of(row["definition"]) for row in self._reader.rows(self._reader.table("indicator")))
            sources = (_source_of(row) for row in self._reader.rows(self._reader.table("source")))
            indicators = {**own.indicators, **{indicator.id: indicator for indicator in stored}}
            self._known = stamp, Catalogue(indicators, {**own.sources, **{source.id: source for source in sources}})
        return self._known[1]

    def series(
        self,
        indicators: Sequence[str],
        places: Sequence[str] | None,
        *,
        place_kind: str = _MUNICIPALITY,
        since: str | None = None,
        until: str | None = None,
        grain: Grain | None = None,
        breakdown: str = "",
    ) -> list[Figure]:
        """Return the figures of the places (``None``: of every place of the kind) in order of indicator, place, period.

        Blank cells of a source are there with ``value=None``. Rates that are not published are computed from their
        parts. Raises ``UnknownIndicator``.
        """
        table = self._values(indicators, places, place_kind, breakdown)
        if since is not None:
            table = table.filter(table.period >= since)
        if until is not None:
            table = table.filter(table.period <= until)
        if grain is not None:
            table = table.filter(_is_of(table, grain))
        return self._figures(table, indicators)

    def latest(
        self,
        indicators: Sequence[str],
        places: Sequence[str] | None,
        *,
        place_kind: str = _MUNICIPALITY,
        grain: Grain | None = None,
        breakdown: str = "",
    ) -> list[Figure]:
        """Return the newest published figure of each indicator and place; years go before months unless ``grain`` says.

        A place that is asked by name and has no figure gets one without a value and with the reason.
        """
        table = self._values(indicators, places, place_kind, breakdown)
        if grain is not None:
            table = table.filter(_is_of(table, grain))
        found = self._figures(formulas.newest(table), indicators)
        have = {(figure.indicator.id, figure.place) for figure in found}
        known = self.catalogue()
        missing = [
            nothing_known(known.indicator(name), None, place_kind, place)
            for name in indicators
            for place in places or ()
            if (name, place) not in have
        ]
        return _ordered([*found, *missing], indicators)

    def breakdown(
        self, indicator: str, place: str, *, dimension: str, period: str | None = None, place_kind: str = _MUNICIPALITY
    ) -> list[Figure]:
        """Return the parts of a figure (``dimension="tol2008"``) in ``period``, else in the newest one."""
        table = self._values([indicator], [place], place_kind, None)
        table = table.filter(table.breakdown.startswith(f"{dimension}:"))
        table = formulas.newest(table) if period is None else table.filter(table.period == period)
        figures = self._figures(table, [indicator])
        newest = max((figure.period or "" for figure in figures), default="")
        return [figure for figure in figures if figure.period == newest]

    def totals(
        self, indicators: Sequence[str], areas: Sequence[Area], *, periods: Sequence[str], breakdown: str | None = ""
    ) -> list[Figure]:
        """Return the figures of areas: counts summed over every municipality, rates recomputed from summed parts.

        Where that cannot be done, the area's published figure; else no value and the reason. Never a mean of rates.
        ``breakdown=None`` asks for every part and the whole.
        """
        table = self._parts(indicators, breakdown)
        table = table.filter(table.period.isin(list(periods)))
        rows = [(area.kind, area.code, code) for area in areas for code in area.members]
        sums = formulas.summed(table, rows_as_table(("place_kind", "area", "place"), "sss", rows))
        rates = formulas.recomputed(sums, self._ratios(indicators))
        pairs = [f"{area.kind} {area.code}" for area in areas]
        published = table.filter((table.place_kind + " " + table.place).isin(pairs) & table.value.notnull())
        known = self.catalogue()
        by_sum = {cell_of(row): row for row in self._reader.rows(sums)}
        by_rate = {cell_of(row): figure_of(row, known) for row in self._reader.rows(rates)}
        by_source = {cell_of(row): figure_of(row, known) for row in self._reader.rows(published)}
        found = Totals(by_sum, by_rate, by_source, known, parts_of(by_sum, by_rate, by_source))
        return [figure for name in indicators for area in areas for figure in found.figures(name, area, periods)]

    def compare(
        self, indicators: Sequence[str], place: str, areas: Sequence[Area], *, grain: Grain | None = None
    ) -> list[Comparison]:
        """Return the newest figure of a municipality beside the same period's figure of each area."""
        own = self.latest(indicators, [place], grain=grain)
        periods = sorted({figure.period for figure in own if figure.period})
        totals = {
            (figure.indicator.id, figure.place_kind, figure.place, figure.period): figure
            for figure in (self.totals(indicators, areas, periods=periods) if periods else ())
        }
        return [
            Comparison(
                figure.indicator,
                figure,
                tuple(
                    totals.get(
                        (figure.indicator.id, area.kind, area.code, figure.period),
                        nothing_known(figure.indicator, area, area.kind, area.code),
                    )
                    for area in areas
                ),
            )
            for figure in own
        ]

    def _parts(self, indicators: Sequence[str], breakdown: str | None) -> type_of_table:
        best = self._reader.table("best")
        wanted = best.filter(best.indicator.isin(list(self.catalogue().with_parts(indicators))))
        return wanted if breakdown is None else wanted.filter(wanted.breakdown == breakdown)

    def _ratios(self, indicators: Sequence[str]) -> type_of_table:
        known = (self.catalogue().indicator(name) for name in indicators)
        rows = [
            (one.id, one.ratio.numerator, one.ratio.denominator, one.ratio.scale, one.ratio.offset)
            for one in known
            if one.ratio is not None
        ]
        return rows_as_table(("indicator", "numerator", "denominator", "scale", "offset"), "sssff", rows)

    def _values(
        self, indicators: Sequence[str], places: Sequence[str] | None, place_kind: str, breakdown: str | None
    ) -> type_of_table:
        table = self._parts(indicators, breakdown)
        table = table.filter(table.place_kind == place_kind)
        if places is not None:
            table = table.filter(table.place.isin(list(places)))
        if any(self.catalogue().indicator(name).ratio for name in indicators):
            table = formulas.completed(table, self._ratios(indicators))
        return table.filter(table.indicator.isin(list(indicators)))

    def _figures(self, table: type_of_table, indicators: Sequence[str]) -> list[Figure]:
        known = self.catalogue()
        return _ordered([figure_of(row, known) for row in self._reader.rows(table)], indicators)


def _is_of(table: type_of_table, grain: Grain) -> type_of_table:
    quarter = table.period.contains("Q")
    long_enough = table.period.length() == _LENGTHS[grain]
    return long_enough & (quarter if grain is Grain.QUARTER else ~quarter)


def _source_of(row: dict[str, Any]) -> SourceRecord:
    return SourceRecord(**{name: row[name] for name in ("id", "name", "licence", "retrieved", "url", "note")})


def _ordered(figures: list[Figure], indicators: Sequence[str]) -> list[Figure]:
    order = {name: number for number, name in enumerate(indicators)}
    return sorted(figures, key=lambda f: (order[f.indicator.id], f.place, f.period or "", f.breakdown))
