"""A unit's standing in an index: its rank and how sure it is, what it is strong and weak in, what would move it.

Not for pages or documents, which show it, or for the whole ranking (``trials``).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from seutu.core.indices.choices import WEIGHTS, Choice, with_weights
from seutu.core.indices.recipes import Step
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.sensitivity import exact_indices
from seutu.core.indices.trials import SURVEY, Told, Trial

SHOWN: Final = 3
TOP: Final = 10
FEW_VALUES: Final = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator of a unit: its figure as it is measured, its unit of measure, and the unit's rank by it."""

    code: str
    name: str
    value: float
    measure: str
    rank: int
    ranked: int


@dataclass(frozen=True, slots=True)
class ChoiceEffect:
    """What a choice does to a unit's rank.

    ``share`` is the total order Sobol' index of the choice in the variance of this unit's rank over the grid of
    choices: exact, NaN where the rank never varies. A choice of the recipe's own stands in quotes. ``ranks`` holds the
    median rank with each value of a choice of few. Where figures are of a survey, its sampling error stands among the
    choices: shares are then of the variance by both, that of a choice at the survey's figures as they are and that of
    the survey by the recipe as it is.
    """

    choice: str
    share: float
    ranks: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class WithoutIndicator:
    """The rank that a unit would have if one indicator were left out of the index."""

    code: str
    name: str
    rank: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit stands.

    ``index`` is the index's name, ``owner`` who shares it (nothing for one's own), ``group`` whom it compares (nothing
    where it compares every unit). ``low`` and ``high``: 5 and 95 % quantiles of its rank, ``units``: how many are
    ranked. ``moved_by`` has the choices that its rank depends on, the strongest first, and ``without`` the indicators
    whose leaving out would move it the most. ``with_survey``: the interval and
    the chance hold the error of a survey too. ``key`` is what the index's record is found by; nothing where it is not
    the workspace's own.
    """

    index: str
    place: str
    score: float
    rank: int
    low: float
    high: float
    units: int
    chance_of_top_ten: float
    strongest: tuple[Reading, ...]
    weakest: tuple[Reading, ...]
    moved_by: tuple[ChoiceEffect, ...]
    without: tuple[WithoutIndicator, ...]
    with_survey: bool = False
    owner: str = ""
    group: str = ""
    key: str = ""


def standing_of(trial: Trial, told: Told, place: str, *, title: str = "") -> Standing | None:
    """Return the standing of a unit, ``None`` where the index does not rank it.

    ``told`` is the recipe by which the index was built; ``title`` is its name, else that of its top.
    """
    found = trial.uncertainty
    if place not in found.units:
        return None
    row = found.units.index(place)
    if math.isnan(found.nominal[row]):
        return None
    low, _, high = found.intervals()[row]
    readings = _readings(trial, row)
    return Standing(
        index=title or trial.index.structure.top.name,
        place=place,
        score=float(trial.index.top[row]),
        rank=int(found.nominal[row]),
        low=float(low),
        high=float(high),
        units=int((~np.isnan(found.nominal)).sum()),
        chance_of_top_ten=float(found.chance_of_top(TOP)[row]),
        strongest=tuple(readings[:SHOWN]),
        weakest=tuple(reversed(readings[SHOWN:][-SHOWN:])),
        moved_by=tuple(_effects(trial, row)),
        without=tuple(_without(trial, told, row)),
        with_survey=trial.sampled is not None,
    )


def _readings(trial: Trial, row: int) -> list[Reading]:
    """Return the unit's indicators, those that it ranks best by first."""
    index = trial.index
    table, ranks = index.after[Step.NORMALISE], index.ranks()
    raw = index.raw.keys.index(table.keys[row])
    found = []
    for node in index.structure.indicators:
        rank = ranks[node.code][row]
        value = float(index.raw.column(node.code)[raw])
        if math.isnan(rank) or math.isnan(value):
            continue
        ranked = int((~np.isnan(ranks[node.code])).sum())
        found.append(Reading(node.code, node.name, value, node.unit, int(rank), ranked))
    return sorted(found, key=lambda each: (each.rank / each.ranked, each.code))


def _effects(trial: Trial, row: int) -> list[ChoiceEffect]:
    """Return what each choice does to the rank of a unit; nothing where a choice leaves it out, or cells are drawn."""
    if not trial.is_grid:
        return []
    cells, sampled = trial.grid.ranks[:, row].reshape(trial.sizes), trial.sampled
    if np.isnan(cells).any():
        return []
    part = 1.0 if sampled is None or not cells.var() > 0 else float(sampled.choice_share[row])
    shares = [total * part for _, total in exact_indices(cells)]
    quoted = "“{}”" if trial.is_own else "{}"
    found = [
        ChoiceEffect(quoted.format(choice.name), share, _by_value(choice, np.moveaxis(cells, axis, 0)))
        for axis, (choice, share) in enumerate(zip(trial.choices, shares, strict=True))
    ]
    if sampled is not None:
        found.append(ChoiceEffect(SURVEY, float(sampled.survey_share[row])))
    return sorted(found, key=lambda each: -each.share if each.share >= 0 else 0.0)


def _by_value(
    choice: Choice, cells: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"
) -> tuple[tuple[str, float], ...]:
    if choice.drawn or len(choice.values) > FEW_VALUES:
        return ()
    return tuple((label, float(np.median(part))) for label, part in zip(choice.labels, cells, strict=True))


def _without(trial: Trial, told: Told, row: int) -> Sequence[WithoutIndicator]:
    """Return the indicators whose leaving out moves the unit the most, its rank then being another.

    Weights that the recipe works out stay as they were with the indicator.
    """
    index = trial.index
    nodes, weights = index.structure.indicators, dict(index.weighting.by_code)
    if len(nodes) <= 1:
        return []
    choice = Choice("left out", WEIGHTS, tuple({**weights, node.code: 0.0} for node in nodes), tuple(map(str, nodes)))
    replayer = Replayer(index.raw, index.structure, with_weights(told, weights), [choice])
    ranks = replayer.ranks(replayer.scores(np.arange(len(nodes), dtype=np.int64)[:, None]))[:, row]
    own = int(trial.uncertainty.nominal[row])
    found = [
        WithoutIndicator(node.code, node.name, int(rank))
        for node, rank in zip(nodes, ranks, strict=True)
        if not math.isnan(rank) and int(rank) != own
    ]
    return sorted(found, key=lambda each: (-abs(each.rank - own), each.code))[:SHOWN]
