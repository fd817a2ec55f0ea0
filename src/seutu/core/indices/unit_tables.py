"""The figures of the units that an index compares: a column for each indicator, a row for each unit.

Not for the hierarchy of the indicators (``structure``). A missing figure is NaN, the only NaN there is: a figure that
is infinite, or that a step could not work out, is a fault with its cell.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import unit_messages as say
from seutu.core.indices.structure import GREATEST, Kind, Structure
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

Floats = NDArray[np.float64]
UNIT, ROUND = "uCode", "Time"
FEWEST_UNITS = 3
"""An index of fewer units ranks nothing: skewness needs three, and a rank of two is a comparison."""


@dataclass(frozen=True)
class UnitTable:
    """Units × columns. ``values`` is ``(units, columns)``; ``groups`` holds a label for each unit, blank where none.

    In a panel each row is a unit in a round: a unit stands in ``units`` once for each of its ``rounds``, which are the
    times as they are written. Without rounds there is one. ``lines`` and ``file`` tell where the rows came from.
    """

    units: tuple[str, ...]
    columns: tuple[str, ...]
    values: Floats
    names: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    denominators: Mapping[str, Floats] = field(default_factory=dict)
    lines: tuple[int, ...] = ()
    rounds: tuple[str, ...] = ()
    file: str | None = None

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The unit and the round of each row, the round blank where there is one."""
        return tuple(zip(self.units, self.rounds or ("",) * len(self.units), strict=True))

    def label(self, row: int) -> str:
        """Return what a row is called in a message: its unit, and its round in a panel."""
        time = self.rounds[row] if self.rounds else ""
        return " ".join(part for part in (self.units[row], time) if part)

    def members(self) -> Iterator[NDArray[np.bool_]]:
        """Yield a mask of the rows of each round, in the order in which the rounds first stand."""
        labels = np.array(self.rounds or ("",) * len(self.units))
        for each in dict.fromkeys(labels.tolist()):
            yield labels == each

    def column(self, code: str) -> Floats:
        """Return the figures of one column, a figure for each unit."""
        return self.values[:, self.columns.index(code)]

    def with_values(self, values: Floats) -> "UnitTable":
        """Return the same units and columns with other figures."""
        return replace(self, values=values)

    def of_units(self, kept: NDArray[np.bool_]) -> "UnitTable":
        """Return the units that a mask keeps, in their order."""
        rows = [row for row, keep in enumerate(kept) if keep]
        return replace(
            self,
            units=tuple(self.units[row] for row in rows),
            values=self.values[rows],
            groups={code: tuple(labels[row] for row in rows) for code, labels in self.groups.items()},
            denominators={code: figures[rows] for code, figures in self.denominators.items()},
            lines=tuple(self.lines[row] for row in rows) if self.lines else (),
            rounds=tuple(self.rounds[row] for row in rows) if self.rounds else (),
        )

    def problem(self, message: Text, row: int, column: str, value: str | None = None) -> Problem:
        """Return a problem of one cell, with its line in the file where it came from one.

        What no column holds, as the score of an aggregate, has the line alone.
        """
        held = column in {UNIT, ROUND, *self.columns, *self.groups, *self.denominators}
        line = self.lines[row] if self.lines else None
        return Problem(message, line=line, column=column if held else None, value=value, file=self.file)

    def column_problem(self, message: Text, column: str) -> Problem:
        """Return a problem of a whole column."""
        return Problem(message, column=column, file=self.file)

    def whole_problem(self, message: Text) -> Problem:
        """Return a problem of the table."""
        return Problem(message, file=self.file)


def checked_units(table: UnitTable, structure: Structure) -> UnitTable:
    """Return the table with the columns of the structure's indicators in its order.

    Raises ``InputProblem`` with every fault: no unit code, one twice (in a panel: in one round), a row of a panel
    without its round, fewer units than three in a round, a column that the structure names and the table lacks, an
    indicator without a figure, a figure or denominator that is infinite or beyond 1e-75..1e75.
    """
    found = [*_units(table), *_columns(table, structure)]
    if not found:
        found = _figures(table)
    if found:
        raise InputProblem(*found)
    codes = [node.code for node in structure.indicators]
    places = [table.columns.index(code) for code in codes]
    return replace(table, columns=tuple(codes), values=table.values[:, places].astype(np.float64))


def _units(table: UnitTable) -> list[Problem]:
    counts = Counter(table.keys)
    found, seen = list[Problem](), set[tuple[str, str]]()
    for row, key in enumerate(table.keys):
        if key[0] and key in seen:
            message = say.UNIT_TWICE.filled(code=table.label(row), count=counts[key])
            found.append(table.problem(message, row, UNIT, key[0]))
        seen.add(key)
    found += [table.problem(say.NO_UNIT_CODE, row, UNIT) for row, unit in enumerate(table.units) if not unit]
    unknown = [row for row, time in enumerate(table.rounds) if not time]
    found += [table.problem(say.NO_ROUND.filled(unit=table.label(row)), row, ROUND) for row in unknown]
    return found if unknown else [*found, *_few(table)]


def _few(table: UnitTable) -> Iterator[Problem]:
    counts = Counter(table.rounds) if table.rounds else {"": len(table.units)}
    for time, count in counts.items():
        if count < FEWEST_UNITS:
            message = say.FEW_IN_ROUND if table.rounds else say.FEW_UNITS
            yield table.whole_problem(message.filled(count=count, fewest=FEWEST_UNITS, time=time))


def _columns(table: UnitTable, structure: Structure) -> Iterable[Problem]:
    for node in structure.nodes:
        held = {
            Kind.INDICATOR: table.columns,
            Kind.GROUP: tuple(table.groups),
            Kind.DENOMINATOR: tuple(table.denominators),
        }.get(node.kind)
        if held is not None and node.code not in held:
            yield table.column_problem(say.NO_COLUMN.filled(code=node.code), node.code)


def _figures(table: UnitTable) -> list[Problem]:
    empty = np.isnan(table.values).all(axis=0)
    found = [
        table.column_problem(say.NO_FIGURES.filled(code=table.columns[at]), table.columns[at])
        for at in np.flatnonzero(empty)
    ]
    columns = {code: table.values[:, place] for place, code in enumerate(table.columns)} | dict(table.denominators)
    for code, figures in columns.items():
        size = np.abs(figures)
        for row in map(int, np.flatnonzero((size > GREATEST) | ((size < 1 / GREATEST) & (size > 0)))):
            message = say.INFINITE if np.isinf(size[row]) else say.BEYOND
            facts = {"unit": table.label(row), "code": code, "figure": f"{figures[row]:g}"}
            found.append(table.problem(message.filled(**facts), row, code))
    return found


def faults_of(table: UnitTable, faulty: NDArray[np.bool_], message: Text, **facts: object) -> list[Problem]:
    """Return a problem for each cell of a mask over units × columns, worded with its ``unit`` and its ``code``."""
    return [
        table.problem(
            message.filled(unit=table.label(row), code=table.columns[column], **facts), row, table.columns[column]
        )
        for row, column in np.argwhere(faulty)
    ]
