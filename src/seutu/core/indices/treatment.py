"""Treatment of outliers: winsorising, then a logarithm or a root where that is not enough; every change in a log.

Not for missing figures (``imputation``). Source: the two-stage treatment of COINr 1.1.14 (Becker et al. 2022), with its
ties mended: points of one height are moved together or not at all, so ``winmax`` is never overrun.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import unit_messages as say
from seutu.core.indices.moments import is_constant, kurtosis, skewness
from seutu.core.indices.recipes import Limits, Rounds, Transformation, Treat
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.problems import InputProblem, Problem

OFFSET = 0.01


class Treatment(StrEnum):
    """What was done to an indicator."""

    WINSORISED = "winsorised"
    TRANSFORMED = "transformed"


@dataclass(frozen=True, slots=True)
class Shape:
    """Skewness and excess kurtosis; NaN where there are too few figures or all are the same."""

    skew: float
    kurt: float

    def passes(self, limits: Limits) -> bool:
        """Return whether no treatment is asked for: |skewness| or kurtosis is under its limit, or there is none."""
        return np.isnan(self.skew) or abs(self.skew) < limits.skew or self.kurt < limits.kurt


@dataclass(frozen=True, slots=True)
class Move:
    """One step on one column: the rows whose figures it moved, and the shape before and after."""

    step: Treatment
    rows: tuple[int, ...]
    before: Shape
    after: Shape


@dataclass(frozen=True, slots=True)
class LoggedMove:
    """A move with the code of its indicator and those of its units."""

    code: str
    units: tuple[str, ...]
    move: Move


def treated(table: UnitTable, treat: Treat) -> tuple[UnitTable, list[LoggedMove]]:
    """Return the table with outliers treated, and a log of what was done; missing figures stay missing.

    The rounds of a panel are treated together, or each by itself where the recipe says so. Raises ``InputProblem`` for
    an indicator that is the same for every unit and forced, and for one that would be made so.
    """
    if not treat.apply:
        return table, []
    values, log, found = table.values.copy(), list[LoggedMove](), list[Problem]()
    for rows in _stretches(table, treat.rounds):
        for place, code in enumerate(table.columns):
            before = values[rows, place]
            values[rows, place], moves = treated_column(before, treat.limits_of(code))
            if moves and _is_flat(values[rows, place]):
                message = say.CONSTANT_FORCED if _is_flat(before) else say.CONSTANT_TREATED
                found.append(table.column_problem(message.filled(code=code), code))
            log += [LoggedMove(code, tuple(table.label(int(rows[row])) for row in move.rows), move) for move in moves]
    if found:
        raise InputProblem(*found)
    return table.with_values(values), log


def _is_flat(figures: Floats) -> bool:
    """Return whether no figure differs from another; the logarithm of such figures is infinite."""
    held = figures[~np.isnan(figures)]
    return bool(np.isinf(held).any()) or is_constant(held)


def _stretches(table: UnitTable, rounds: Rounds) -> Iterator[NDArray[np.int64]]:
    if rounds is Rounds.TOGETHER:
        yield np.arange(len(table.units))
    else:
        yield from (np.flatnonzero(members) for members in table.members())


def treated_column(figures: Floats, limits: Limits) -> tuple[Floats, list[Move]]:
    """Return the figures of one indicator, treated where it does not pass, and the moves.

    It passes where |skewness| < ``skew`` or kurtosis < ``kurt``. One that does not is winsorised until it passes or no
    more points may be moved; if it still fails, the transformation is taken of the figures as they were, of the
    winsorised ones with ``combine``. One that is forced is treated though it passes: transformed at once, or, where no
    transformation is asked for, winsorised by as many points as may be.
    """
    before = shape(figures)
    if limits.skip or np.isnan(figures).all() or (before.passes(limits) and not limits.force):
        return figures, []
    clipped, rows = winsorised(figures, limits)
    after = shape(clipped)
    moves = [Move(Treatment.WINSORISED, rows, before, after)] if rows else []
    if limits.transform is Transformation.NONE or (after.passes(limits) and not limits.force):
        return clipped, moves
    base = clipped if limits.combine else figures
    changed = transformed(base, limits.transform)
    everyone = tuple(int(row) for row in np.flatnonzero(~np.isnan(figures)))
    done = Move(Treatment.TRANSFORMED, everyone, shape(base), shape(changed))
    return changed, [*(moves if limits.combine else []), done]


def shape(figures: Floats) -> Shape:
    """Return the skewness and kurtosis of some figures."""
    return Shape(skewness(figures), kurtosis(figures))


def winsorised(figures: Floats, limits: Limits) -> tuple[Floats, tuple[int, ...]]:
    """Return the figures with outliers moved to the next figure inward, and the rows that were moved, in their order.

    While the figures fail and fewer than ``winmax`` points are moved, all points at the highest figure (at the lowest
    where skewness is under 0) take the next one. Points of one height that do not all fit under ``winmax`` stay.
    """
    held, moved = figures.copy(), list[int]()
    while len(moved) < limits.winmax:
        now = shape(held)
        if now.passes(limits) and not (limits.force and limits.transform is Transformation.NONE):
            break
        high = now.skew >= 0
        edge = np.nanmax(held) if high else np.nanmin(held)
        rows = np.flatnonzero(held == edge)
        inward = held[held < edge] if high else held[held > edge]
        new = [int(row) for row in rows if int(row) not in moved]
        if len(moved) + len(new) > limits.winmax or not inward.size:
            break
        held[rows] = inward.max() if high else inward.min()
        moved += new
    return held, tuple(moved)


def transformed(figures: Floats, transformation: Transformation) -> Floats:
    """Return logarithms or roots of the figures; where skewness is under 0 ``log_CT_plus`` and ``root`` mirror them.

    ``log_CT``: ``ln(x − min + 0.01 (max − min))``. ``log_CT_plus``: the same, or ``−ln(max + 0.01 (max − min) − x)``.
    ``log_CT_orig``: ``ln(x − min + 1)``. Of figures that are all the same the first two are infinite. ``root``:
    ``√(x − m)``, m the lowest figure where that is under 0 and else 0; or ``−√(max − x)``.
    """
    low, high = np.nanmin(figures), np.nanmax(figures)
    offset = OFFSET * (high - low)
    with np.errstate(divide="ignore"):
        if transformation is Transformation.ROOT:
            return -np.sqrt(high - figures) if skewness(figures) < 0 else np.sqrt(figures - min(low, 0.0))
        if transformation is Transformation.LOG_CT_ORIG:
            return np.log(figures - low + 1)
        if transformation is Transformation.LOG_CT_PLUS and skewness(figures) < 0:
            return -np.log(high + offset - figures)
        return np.log(figures - low + offset)


def points_moved(log: Sequence[LoggedMove]) -> int:
    """Return how many points were winsorised in all."""
    return sum(len(each.units) for each in log if each.move.step is Treatment.WINSORISED)
