"""What municipal mergers do to figures that were published for the municipalities before them.

Not for moves of a municipality between regions: areas are summed from municipalities at reading.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from seutu.core.places import Division, PlaceTable
from seutu.core.problems import Problem
from seutu.core.statistics.records import Indicator, Kind, Observation
from seutu.core.statistics.status import Status
from seutu.core.text import Text

_Cell = tuple[str, str, str, str]  # indicator, place, period, breakdown
_Ends = Mapping[str, str]  # former municipality: the year from which it is part of another
_Ratios = Mapping[str, Indicator]
_MUNICIPALITY: Final = Division.MUNICIPALITY.value


@dataclass(frozen=True, slots=True)
class Joined:
    """The figures in the division of one day, and what had to be said about them."""

    observations: tuple[Observation, ...]
    notices: tuple[Problem, ...]


def join_merged(
    observations: Iterable[Observation], indicators: Mapping[str, Indicator], places: PlaceTable, at: date
) -> Joined:
    """Return the figures in the municipal division of the day ``at``.

    Counts of the parts are summed (a part that is not published, or not there, leaves the sum unpublished). A rate is
    recomputed as ``scale * Σ numerator / Σ denominator + offset`` where both are among the observations; every other
    rate, mean or index stays with the former municipalities, marked ``former_extent``. Other places pass through.
    """
    kept: list[Observation] = []
    touched: dict[str, list[Observation]] = defaultdict(list)
    parts: dict[str, set[str]] = defaultdict(set)
    rows = list(observations)
    present = {row.place for row in rows if row.place_kind == _MUNICIPALITY}
    for code in present:
        if places.known(Division.MUNICIPALITY, code):
            parts[places.successor(code, at)].add(code)
    merged = {code: new for new, olds in parts.items() if olds != {new} for code in olds}
    for row in rows:
        if row.place_kind == _MUNICIPALITY and row.place in merged:
            touched[merged[row.place]].append(row)
        else:
            kept.append(row)
    notices: list[Problem] = []
    ends = {merger.old: str(merger.at.year) for merger in places.mergers}
    for new in sorted(touched):
        complete = new in parts[new]
        kept.extend(_merge(touched[new], new, {code: ends.get(code, "") for code in parts[new]}, indicators))
        notices.append(_notice(new, parts[new] - {new}, places, at, complete=complete))
    return Joined(tuple(kept), tuple(notices))


def _merge(rows: list[Observation], new: str, ends: _Ends, indicators: _Ratios) -> Iterator[Observation]:
    """Put the cells of one merged municipality together. A cell of only its own after the mergers is left as it is."""
    cells: dict[_Cell, dict[str, Observation]] = defaultdict(dict)
    for row in rows:
        cells[row.indicator, new, row.period, row.breakdown][row.place] = row
    for cell in [cell for cell, found in cells.items() if _needed(cell, found, ends) == {new}]:
        yield from cells.pop(cell).values()
    counts = {
        cell: _sum(cell, found, _needed(cell, found, ends))
        for cell, found in cells.items()
        if _kind(indicators, cell[0]) is Kind.COUNT
    }
    yield from counts.values()
    for cell, found in cells.items():
        if cell in counts:
            continue
        rate = _recompute(cell, counts, indicators)
        if rate is not None:
            yield rate
        else:
            yield from (_former(row) for row in found.values())


def _kind(indicators: _Ratios, name: str) -> Kind | None:
    known = indicators.get(name)
    return None if known is None else known.kind


def _needed(cell: _Cell, found: Mapping[str, Observation], ends: _Ends) -> set[str]:
    """Return the parts a cell needs: the new municipality, those still there in the period, those in the file."""
    new, period = cell[1], cell[2]
    return {new, *found, *(code for code, end in ends.items() if code != new and period[:4] < end)}


def _sum(cell: _Cell, found: dict[str, Observation], needed: set[str]) -> Observation:
    indicator, new, period, breakdown = cell
    values = [row.value for row in found.values()]
    if set(found) != needed or None in values:
        return Observation(indicator, _MUNICIPALITY, new, period, None, breakdown, Status.NOT_PUBLISHED)
    total = sum(value for value in values if value is not None)
    hidden = any(row.status == Status.INCOMPLETE for row in found.values())
    status = Status.INCOMPLETE if hidden else Status.SUMMED
    return Observation(indicator, _MUNICIPALITY, new, period, total, breakdown, status)


def _recompute(cell: _Cell, counts: dict[_Cell, Observation], indicators: _Ratios) -> Observation | None:
    name, new, period, breakdown = cell
    known = indicators.get(name)
    if known is None or known.ratio is None:
        return None
    top = counts.get((known.ratio.numerator, new, period, breakdown))
    bottom = counts.get((known.ratio.denominator, new, period, breakdown))
    value = None if top is None or bottom is None else known.ratio.of(top.value, bottom.value)
    if value is None:
        return None
    return Observation(name, _MUNICIPALITY, new, period, value, breakdown, Status.RECOMPUTED)


def _former(row: Observation) -> Observation:
    return row if row.value is None else replace(row, status=Status.FORMER_EXTENT)


def _notice(new: str, olds: set[str], places: PlaceTable, at: date, *, complete: bool) -> Problem:
    codes = ", ".join(sorted(olds))
    name = places.municipality(new, at).name
    if not complete:
        message = Text(
            fi=f"Tiedostossa on entinen kunta {codes} mutta ei kuntaa {name.fi} ({new}), johon se liitettiin. "
            "Yhdistetyn kunnan lukuja ei voi laskea.",
            sv=f"Filen har den tidigare kommunen {codes} men inte {name.sv} ({new}), som den gick upp i. "
            "Den sammanslagna kommunens tal kan inte räknas ut.",
            en=f"The file has the former municipality {codes} but not {name.en} ({new}), which it joined. "
            "The figures of the merged municipality cannot be computed.",
        )
    else:
        message = Text(
            fi=f"Entinen kunta {codes} on laskettu kuntaan {name.fi} ({new}): lukumäärät summattu, osuudet laskettu "
            "uudelleen, jos osoittaja ja nimittäjä ovat tiedostossa. Muut osuudet koskevat entisiä kuntia.",
            sv=f"Den tidigare kommunen {codes} räknas till {name.sv} ({new}): antalen har summerats och andelarna "
            "räknats om där täljaren och nämnaren finns i filen. Övriga andelar gäller de tidigare kommunerna.",
            en=f"The former municipality {codes} is counted in {name.en} ({new}): counts are summed, rates recomputed "
            "where the file has numerator and denominator. Other rates are of the former municipalities.",
        )
    return Problem(message, value=codes)
