"""The figures of the units that an index compares: a column for each indicator, a row for each unit.

Not for the hierarchy of the indicators (``structure``). A missing figure is NaN, the only NaN there is: a figure that
is infinite, or that a step could not work out, is a fault with its cell.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import unit_messages as say
from seutu.core.indices.structure import Kind, Structure
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

Floats = NDArray[np.float64]
FEWEST_UNITS = 3
"""An index of fewer units ranks nothing: skewness needs three, and a rank of two is a comparison."""


@dataclass(frozen=True)
class UnitTable:
    """Units × columns. ``values`` is ``(units, columns)``; ``groups`` holds a label for each unit, blank where none."""

    units: tuple[str, ...]
    columns: tuple[str, ...]
    values: Floats
    names: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    denominators: Mapping[str, Floats] = field(default_factory=dict)
    lines: tuple[int, ...] = ()

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
        )

    def problem(self, message: Text, row: int, column: str, value: str | None = None) -> Problem:
        """Return a problem of one cell, with its line in the file where it came from one."""
        return Problem(message, line=self.lines[row] if self.lines else None, column=column, value=value)


def checked_units(table: UnitTable, structure: Structure) -> UnitTable:
    """Return the table with the columns of the structure's indicators in its order.

    Raises ``InputProblem`` with every fault: no or a doubled unit code, fewer units than three, a column that the
    structure names and the table lacks, an infinite figure, a group that is asked for and missing.
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
    counts = Counter(table.units)
    found = [
        table.problem(say.UNIT_TWICE.filled(code=unit, count=counts[unit]), row, "uCode", unit)
        for row, unit in enumerate(table.units)
        if unit and counts[unit] > 1 and unit in table.units[:row]
    ]
    found += [table.problem(say.NO_UNIT_CODE, row, "uCode") for row, unit in enumerate(table.units) if not unit]
    if len(table.units) < FEWEST_UNITS:
        found.append(Problem(say.FEW_UNITS.filled(count=len(table.units), fewest=FEWEST_UNITS)))
    return found


def _columns(table: UnitTable, structure: Structure) -> Iterable[Problem]:
    for node in structure.nodes:
        held = {
            Kind.INDICATOR: table.columns,
            Kind.GROUP: tuple(table.groups),
            Kind.DENOMINATOR: tuple(table.denominators),
        }.get(node.kind)
        if held is not None and node.code not in held:
            yield Problem(say.NO_COLUMN.filled(code=node.code), column=node.code)


def _figures(table: UnitTable) -> list[Problem]:
    return faults_of(table, np.isinf(table.values), say.INFINITE)


def faults_of(table: UnitTable, faulty: NDArray[np.bool_], message: Text, **facts: object) -> list[Problem]:
    """Return a problem for each cell of a mask over units × columns, worded with its ``unit`` and its ``code``."""
    return [
        table.problem(
            message.filled(unit=table.units[row], code=table.columns[column], **facts), row, table.columns[column]
        )
        for row, column in np.argwhere(faulty)
    ]
