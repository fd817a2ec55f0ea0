"""Figures of unlike units brought to one scale, more being better on it.

Each method is a function of the figures of one indicator after its direction: where less is better, they are multiplied
by -1 first, and so are the target and the goalposts. Missing figures stay missing and count for nothing. Not for means
of what is normalised (``aggregation``).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from seutu.core.indices import recipe_messages as ask
from seutu.core.indices import unit_messages as say
from seutu.core.indices.moments import ROUNDING, is_constant
from seutu.core.indices.outlier_limits import ends_within
from seutu.core.indices.ranking import ascending_ranks
from seutu.core.indices.recipes import Normalise, Rounds, Scale, Scaling
from seutu.core.indices.structure import Node, Structure
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.problems import InputProblem, Problem

MPI_MEAN: Final = 100.0
MPI_SD: Final = 10.0
KEY: Final = "normalise."
"""Where in a recipe the keys of the common normalisation stand."""


def normalised(table: UnitTable, structure: Structure, normalise: Normalise) -> UnitTable:
    """Return the table with every indicator normalised by its own or the common method.

    The rounds of a panel are normalised together, so that they can be compared, or each by itself.

    Raises ``InputProblem`` for an indicator without figures, for one that is the same for every unit where the method
    divides by its spread, for a target, goalposts or a reference unit that are missing or leave nothing to divide by,
    and for figures that are not above zero where the method is a fraction of the highest.
    """
    values, found = np.empty_like(table.values), list[Problem]()
    together = [np.ones(len(table.units), dtype=np.bool_)]
    for members in together if normalise.rounds is Rounds.TOGETHER else table.members():
        part = table.of_units(members)
        for place, code in enumerate(table.columns):
            try:
                values[members, place] = _normalised(
                    part.values[:, place], structure.by_code[code], normalise.scale_of(code), part
                )
            except InputProblem as problem:
                found += [_placed(each, code, normalise) for each in problem.problems]
    if found:
        raise InputProblem(*dict.fromkeys(found))
    return table.with_values(values)


def _placed(problem: Problem, code: str, normalise: Normalise) -> Problem:
    """Return a problem of a key of the recipe with the key of the indicator's own normalisation where it has one."""
    if code not in normalise.own or problem.file or not (problem.column or "").startswith(KEY):
        return problem
    return replace(problem, column=f"{KEY}own.{code}.{str(problem.column).removeprefix(KEY)}")


def _normalised(figures: Floats, node: Node, scale: Scale, table: UnitTable) -> Floats:
    if np.isnan(figures).all():
        rounds = dict.fromkeys(table.rounds)
        told = f"{node.code} ({', '.join(rounds)})" if len(rounds) == 1 else node.code
        raise InputProblem(table.column_problem(say.NO_FIGURES.filled(code=told), node.code))
    directed = figures * node.direction
    posts = scale.goalposts is not None and scale.method is Scaling.AMPI
    held = directed[~np.isnan(directed)]
    if scale.method is Scaling.MINMAX and scale.within_sd is not None and not is_constant(held):
        low, high = ends_within(held, scale.within_sd)
        held = held[(held >= low) & (held <= high)]
    if scale.method in NEEDS_SPREAD and not posts and is_constant(held):
        message = say.CONSTANT.filled(code=node.code, figure=f"{np.nanmax(figures):g}")
        raise InputProblem(table.column_problem(message, node.code))
    if scale.method in BY_REFERENCE:
        return BY_REFERENCE[scale.method](directed, node, scale, table)
    return METHODS[scale.method](directed, scale)


def minmax(directed: Floats, scale: Scale) -> Floats:
    """Return ``(x − min) / (max − min) (high − low) + low``.

    With ``within_sd`` outliers are left out of min and max, and cut to the range.
    """
    low, high = ends_within(directed, scale.within_sd)
    found: Floats = (directed - low) / (high - low) * (scale.high - scale.low) + scale.low
    return found if scale.within_sd is None else np.clip(found, scale.low, scale.high)


def zscore(directed: Floats, scale: Scale) -> Floats:
    """Return ``(x − m) / s · sd + mean``, s being the sample standard deviation."""
    found: Floats = (directed - np.nanmean(directed)) / np.nanstd(directed, ddof=1) * scale.sd + scale.mean
    return found


def scaled(directed: Floats, scale: Scale) -> Floats:
    """Return ``(x − offset) / factor``."""
    return (directed - scale.offset) / scale.factor


def rank(directed: Floats, scale: Scale) -> Floats:
    """Return ranks from 1, the highest figure having the highest; equal figures take the smallest of theirs."""
    del scale
    return ascending_ranks(directed)


def percentile_rank(directed: Floats, scale: Scale) -> Floats:
    """Return ``(rank − 1) / (n − 1)`` of the n figures there are, times the range's length, from ``low``."""
    count = int((~np.isnan(directed)).sum())
    share = (ascending_ranks(directed) - 1) / max(count - 1, 1)
    return share * (scale.high - scale.low) + scale.low


def quantile_points(directed: Floats, scale: Scale) -> Floats:
    """Return points by quantiles, 1 the lowest: ``1 + ⌊c (rank − 1) / n⌋``, c classes, n figures.

    Equal figures take the smallest of their ranks, so they have the same points. Quintiles are five classes.
    """
    count = int((~np.isnan(directed)).sum())
    found: Floats = 1 + np.floor(scale.classes * (ascending_ranks(directed) - 1) / count)
    return found


def borda(directed: Floats, scale: Scale) -> Floats:
    """Return Borda points: ``rank − 1``."""
    del scale
    return ascending_ranks(directed) - 1


def distance_to_maximum(directed: Floats, scale: Scale) -> Floats:
    """Return ``1 − (max − x) / (max − min)``."""
    del scale
    low, high = np.nanmin(directed), np.nanmax(directed)
    found: Floats = 1 - (high - directed) / (high - low)
    return found


def mazziotta_pareto(directed: Floats, scale: Scale) -> Floats:
    """Return z-scores of mean 100 and standard deviation 10, by the population's standard deviation.

    Source: Mazziotta and Pareto (2016), On a generalized non-compensatory composite index.
    """
    del scale
    found: Floats = (directed - np.nanmean(directed)) / np.nanstd(directed) * MPI_SD + MPI_MEAN
    return found


def as_measured(directed: Floats, scale: Scale) -> Floats:
    """Return the figures as they are after their direction."""
    del scale
    return directed.copy()


def goalposts(directed: Floats, node: Node, scale: Scale, table: UnitTable) -> Floats:
    """Return ``(x − g1) / (g2 − g1)`` cut to 0..1, on the range ``low``..``high``; g1 is the worst and g2 the best."""
    del table
    worst, best = _posts(node, scale)
    share: Floats = np.clip((directed - worst) / (best - worst), 0, 1)
    return share * (scale.high - scale.low) + scale.low


def adjusted_mazziotta_pareto(directed: Floats, node: Node, scale: Scale, table: UnitTable) -> Floats:
    """Return ``(x − min) / (max − min)`` on the range of the AMPI, 70..130, by goalposts where there are any.

    Goalposts that stay make rounds comparable. Not cut: a figure beyond them is beyond the range.
    Source: Mazziotta and Pareto (2016).
    """
    del table
    worst, best = _posts(node, scale) if scale.goalposts else (np.nanmin(directed), np.nanmax(directed))
    return (directed - worst) / (best - worst) * (scale.high - scale.low) + scale.low


def distance_to_target(directed: Floats, node: Node, scale: Scale, table: UnitTable) -> Floats:
    """Return ``(x − min) / (T − min)``, at most 1 with ``cap``; T is the recipe's target, or the structure's."""
    del table
    target = node.target if scale.target is None else scale.target
    if target is None:
        raise InputProblem(node.problem(ask.NO_TARGET.filled(code=node.code), "Target"))
    below = ask.TARGET_BELOW.filled(code=node.code)
    nothing = node.problem(below, "Target", target) if scale.target is None else Problem(below, column=f"{KEY}target")
    return _distance(directed, node.direction * target, scale, nothing)


def distance_to_reference(directed: Floats, node: Node, scale: Scale, table: UnitTable) -> Floats:
    """Return ``1 − (x_ref − x) / (x_ref − min)``, at most 1 with ``cap``; x_ref is the reference unit's figure."""
    if scale.reference not in table.units:
        message = ask.NO_REFERENCE.filled(unit=scale.reference or "?")
        raise InputProblem(Problem(message, column=f"{KEY}reference", value=scale.reference))
    row = table.units.index(scale.reference)
    figure = float(directed[row])
    facts = {"code": node.code, "unit": scale.reference}
    if np.isnan(figure):
        raise InputProblem(table.problem(ask.REFERENCE_BLANK.filled(**facts), row, node.code))
    nothing = table.problem(ask.REFERENCE_LOWEST.filled(**facts), row, node.code)
    return _distance(directed, figure, scale, nothing)


def fraction_of_maximum(directed: Floats, node: Node, scale: Scale, table: UnitTable) -> Floats:
    """Return ``x / max``; where less is better, ``min / x`` of the figures as measured. Figures are above zero."""
    del scale
    figures = directed * node.direction
    below = figures <= 0
    if below.any():
        raise InputProblem(
            *(
                table.problem(ask.FRACTION.filled(unit=table.label(int(row)), code=node.code), int(row), node.code)
                for row in np.flatnonzero(below)
            )
        )
    return figures / np.nanmax(figures) if node.direction > 0 else np.nanmin(figures) / figures


def _distance(directed: Floats, best: float, scale: Scale, nothing: Problem) -> Floats:
    low = np.nanmin(directed)
    if best - low <= ROUNDING * abs(best):
        raise InputProblem(nothing)
    share = (directed - low) / (best - low)
    return np.minimum(share, 1) if scale.cap else share


def _posts(node: Node, scale: Scale) -> tuple[float, float]:
    """Return the worst and the best goalpost after the direction."""
    if scale.goalposts is None or scale.goalposts[0] == scale.goalposts[1]:
        raise InputProblem(Problem(ask.NO_GOALPOSTS.filled(code=node.code), column=f"{KEY}goalposts"))
    low, high = scale.goalposts
    return (low, high) if node.direction > 0 else (-high, -low)


METHODS: Final[dict[Scaling, Callable[[Floats, Scale], Floats]]] = {
    Scaling.MINMAX: minmax,
    Scaling.ZSCORE: zscore,
    Scaling.SCALED: scaled,
    Scaling.RANK: rank,
    Scaling.PRANK: percentile_rank,
    Scaling.BORDA: borda,
    Scaling.QUANTILE: quantile_points,
    Scaling.DIST2MAX: distance_to_maximum,
    Scaling.MPI: mazziotta_pareto,
    Scaling.NONE: as_measured,
}
BY_REFERENCE: Final[dict[Scaling, Callable[[Floats, Node, Scale, UnitTable], Floats]]] = {
    Scaling.DIST2TARG: distance_to_target,
    Scaling.DIST2REF: distance_to_reference,
    Scaling.FRACMAX: fraction_of_maximum,
    Scaling.GOALPOSTS: goalposts,
    Scaling.AMPI: adjusted_mazziotta_pareto,
}
NEEDS_SPREAD: Final = frozenset({Scaling.MINMAX, Scaling.ZSCORE, Scaling.DIST2MAX, Scaling.MPI, Scaling.AMPI})
