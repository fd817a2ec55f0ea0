"""The benefit of the doubt: every unit is scored with the weights that suit it best.

Source: Cherchye, Moesen, Rogge and Van Puyenbroeck (2007), An introduction to "benefit of the doubt" composite
indicators. Not for weights that all units share (``weighting``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from seutu.core.indices import benefit_messages as say
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.problems import InputProblem, Problem

MOST_PROGRAMS: Final = 10_000
"""So many linear programs are solved for one analysis: each takes some milliseconds."""
FREE: Final = (0.0, 1.0)
SOLVED: Final = 0


@dataclass(frozen=True)
class Benefit:
    """Scores ``(units,)`` of 0–1, and the share of each part in each score ``(units, parts)``; NaN at score 0."""

    scores: Floats
    shares: Floats


def benefit_of_doubt(parts: Floats, taken: Sequence[bool], bounds: tuple[float, float] = FREE) -> Benefit:
    """Return the scores of the units and the shares of their parts, ``parts`` being ``(units, parts)``, none missing.

    Unit j's score is the greatest ``Σ_r w_r y_jr`` with ``w ≥ 0`` and ``Σ_r w_r y_ir ≤ 1`` for every unit i; with
    ``bounds`` L and U besides ``L ≤ w_r y_jr / Σ_s w_s y_js ≤ U`` for each part r. Parts are 0 or more, above 0 where L
    is; those not ``taken`` weigh nothing. A unit whose parts are all 0 scores 0. One linear program a unit (HiGHS).
    Raises ``InputProblem`` where the bounds leave no shares that add up to 1.
    """
    from scipy.optimize import linprog

    held = np.flatnonzero(taken)
    y = parts[:, held]
    low, high = bounds
    if not low * len(held) <= 1 <= high * len(held):
        raise InputProblem(
            Problem(say.NO_SHARES.filled(low=f"{low:g}", high=f"{high:g}", count=len(held)), column="aggregate.shares")
        )
    size = y.max(axis=0)
    y = y / np.where(size > 0, size, 1.0)
    scores, shares = np.zeros(len(y)), np.full(parts.shape, np.nan)
    peers = np.unique(y, axis=0)
    for unit, row in enumerate(y):
        limits = [peers]
        if low > 0:
            limits.append(low * row - np.diag(row))
        if high < 1:
            limits.append(np.diag(row) - high * row)
        matrix = np.concatenate(limits)
        most = np.concatenate([np.ones(len(peers)), np.zeros(len(matrix) - len(peers))])
        found = linprog(-row, A_ub=matrix, b_ub=most, bounds=(0, None), method="highs")
        if found.status != SOLVED:
            raise InputProblem(Problem(say.NOT_SOLVED, column="aggregate.method"))
        worth = found.x * row
        scores[unit] = worth.sum()
        if scores[unit] > 0:
            shares[unit] = 0.0
            shares[unit, held] = worth / scores[unit]
    return Benefit(scores, shares)


def refuse_unfit_benefit(table: UnitTable, codes: Sequence[str], parts: Floats, bounds: tuple[float, float]) -> None:
    """Raise ``InputProblem`` for each part ``(…, units, parts)`` that is missing, below 0, or 0 under a floor."""
    if np.isnan(parts).any() or (parts < 0).any() or (bounds[0] > 0 and (parts == 0).any()):
        flat = parts.reshape(-1, *parts.shape[-2:])
        faulty = np.isnan(flat) | (flat < 0) | ((flat == 0) & (bounds[0] > 0))
        found = []
        for row, part in np.argwhere(faulty.any(axis=0)):
            figure = flat[int(faulty[:, row, part].argmax()), row, part]
            facts = {"unit": table.label(int(row)), "code": codes[part]}
            message = say.LACKS_PART if np.isnan(figure) else say.BELOW.filled(figure=f"{figure:g}", **facts)
            found.append(table.problem(message.filled(**facts), int(row), codes[part]))
        raise InputProblem(*found)


def refuse_slow(sets: int, units: int, aggregates: int) -> None:
    """Raise ``InputProblem`` where more linear programs would be solved than ``MOST_PROGRAMS``."""
    count = sets * units * aggregates
    if count > MOST_PROGRAMS:
        raise InputProblem(Problem(say.TOO_SLOW.filled(count=count, most=MOST_PROGRAMS), column="aggregate.method"))
