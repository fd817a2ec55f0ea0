"""Division by denominators, and units left out for what they lack.

Not for filling what is missing (``imputation``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import unit_messages as say
from seutu.core.indices.recipes import Denominate, Screen, Screening
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import FEWEST_UNITS, UnitTable
from seutu.core.problems import InputProblem, Problem


def denominated(table: UnitTable, structure: Structure, denominate: Denominate) -> UnitTable:
    """Return the table with each indicator that has a denominator divided by it, times its factor.

    A missing figure stays missing, and where the denominator is missing the figure becomes so: whether it is filled is
    the recipe's matter (``imputation``). Raises ``InputProblem`` for each figure whose denominator is zero.
    """
    if not denominate.apply:
        return table
    values, found = table.values.copy(), list[Problem]()
    for place, code in enumerate(table.columns):
        denominator = structure.by_code[code].denominator
        if denominator is None:
            continue
        below = table.denominators[denominator]
        unusable = ~np.isnan(values[:, place]) & (below == 0)
        for row in map(int, np.flatnonzero(unusable)):
            facts = {"unit": table.label(row), "code": code, "denominator": denominator}
            found.append(table.problem(say.ZERO_DENOMINATOR.filled(**facts), row, denominator))
        with np.errstate(all="ignore"):
            values[:, place] = values[:, place] / below * denominate.factors.get(code, 1.0)
    if found:
        raise InputProblem(*found)
    return table.with_values(values)


@dataclass(frozen=True, slots=True)
class Availability:
    """What one unit has in a round: the share of its figures that is there, and of those that is not zero."""

    unit: str
    round: str
    available: float
    nonzero: float
    kept: bool


def screened(table: UnitTable, structure: Structure, screen: Screen) -> tuple[UnitTable, list[Availability]]:
    """Return the units that have enough figures, and what each unit has.

    Available: figures that are there ÷ indicators. Not zero: figures other than zero ÷ figures that are there (0 where
    none is). With ``under`` each of the aggregates is looked at for itself, and the least share counts. Raises
    ``InputProblem`` where fewer than three units of a round are left.
    """
    shares = [_shares(table, columns) for columns in _parts(table, structure, screen)]
    available = np.min([each for each, _ in shares], axis=0)
    nonzero = np.min([each for _, each in shares], axis=0)
    kept = np.ones(len(table.units), dtype=np.bool_)
    if screen.method in {Screening.BY_MISSING, Screening.BOTH}:
        kept &= available >= screen.min_available
    if screen.method in {Screening.BY_ZEROS, Screening.BOTH}:
        kept &= nonzero >= screen.min_nonzero
    for row, unit in enumerate(table.units):
        kept[row] = (kept[row] or unit in screen.include) and unit not in screen.exclude
    fewest = min(int(kept[members].sum()) for members in table.members())
    if fewest < FEWEST_UNITS:
        raise InputProblem(Problem(say.NO_UNITS_LEFT.filled(count=fewest, fewest=FEWEST_UNITS), column="screen"))
    told = [
        Availability(unit, time, float(available[row]), float(nonzero[row]), bool(kept[row]))
        for row, (unit, time) in enumerate(table.keys)
    ]
    return (table if kept.all() else table.of_units(kept)), told


def _parts(table: UnitTable, structure: Structure, screen: Screen) -> Iterator[list[int]]:
    if not screen.under:
        yield list(range(len(table.columns)))
    for code in screen.under:
        yield [table.columns.index(node.code) for node in structure.indicators_under(code)]


def _shares(table: UnitTable, columns: list[int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    figures = table.values[:, columns]
    there = ~np.isnan(figures)
    count = there.sum(axis=1)
    zeros = (figures == 0).sum(axis=1)
    nonzero = np.divide(count - zeros, count, out=np.zeros(len(count)), where=count > 0)
    return count / len(columns), nonzero
