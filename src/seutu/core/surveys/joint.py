"""An index of survey figures and statistics, replayed with other samples of respondents and other choices at once.

Not for drawing the samples (``resampling``) or for what the replicates say (``rank_statements``).
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices.building import Index, built
from seutu.core.indices.choices import Choice, Told, with_values
from seutu.core.indices.recipe_reading import UNCERTAINTY, recipe_of
from seutu.core.indices.recipes import Step
from seutu.core.indices.replaying import top_scores
from seutu.core.indices.structure import Kind, Structure
from seutu.core.indices.uncertainty import drawn_positions
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.indices.weighting_recipes import Weighing
from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import joint_messages as say
from seutu.core.surveys.replicate_columns import normalised_replicates
from seutu.core.surveys.resampling import SurveyFigures


@dataclass(frozen=True)
class Joint:
    """The scores of an index, ``(replicates, units)``: other respondents and other choices in each replicate.

    ``positions``: the choices of each replicate. ``nominal``: the index of the survey's figures by the recipe as it is.
    ``repeated``: cells of the replicates in which nobody who answered was drawn, so that the figure of the survey
    stands there again.
    """

    units: tuple[str, ...]
    positions: NDArray[np.int64]
    scores: Floats
    nominal: Index
    repeated: int


def joint(
    statistics: UnitTable,
    structure: Structure,
    told: Told,
    survey: SurveyFigures,
    *,
    choices: Sequence[Choice] = (),
    positions: NDArray[np.int64] | None = None,
    seed: int,
) -> Joint:
    """Return the index of both, once for each replicate of the survey, each choice of the recipe drawn beside it.

    ``positions``, ``(replicates, choices)``, tells the choices of each replicate where they are not to be drawn.

    The questions are indicators of the structure; a unit that the survey does not have is missing there, and the
    recipe says what that becomes. Weights that a recipe works out are those of the figures as they are. ``told``
    and ``choices`` are those of ``Replayer``; the same seed gives the same figures.
    Scores of ``resampled(…, shrink=True)`` spread as the truth may; without shrinking they are too alike where n is
    small. Raises ``InputProblem`` for a question that the structure does not have or the statistics have too, one that
    tells no town from another, a town without statistics, statistics of several rounds, and as ``built`` does.
    """
    told = {name: value for name, value in told.items() if name != UNCERTAINTY}
    units, rows = with_survey(statistics, structure, survey)
    count = len(survey.replicates)
    sizes = [len(choice.values) for choice in choices]
    if positions is None:
        positions = drawn_positions(sizes, count, seed) if sizes else np.zeros((count, 0), dtype=np.int64)
    nominal = built(units, structure, recipe_of(told))
    replicates = np.full((count, len(units.units), len(survey.questions)), np.nan)
    lacking = np.isnan(survey.replicates) & ~np.isnan(survey.values)
    replicates[:, rows] = np.where(lacking, survey.values, survey.replicates)
    scores = np.full((count, len(nominal.units)), np.nan)
    for recipe, members, weights in _alike(told, choices, positions):
        index = built(units, structure, replace(recipe_of(recipe), order=nominal.recipe.order))
        columns = {
            question: normalised_replicates(index, question, replicates[members][:, :, place])
            for place, question in enumerate(survey.questions)
        }
        worked_out = index.recipe.aggregate.weighting.method is not Weighing.GIVEN
        sets = [index.weighting.by_code] * len(members) if worked_out else weights
        found = top_scores(index.after[Step.NORMALISE], structure, index.recipe.aggregate, sets, columns)
        kept = [index.units.index(unit) if unit in index.units else -1 for unit in nominal.units]
        scores[members] = np.concatenate([found, np.full((len(found), 1), np.nan)], axis=1)[:, kept]
    return Joint(nominal.units, positions, scores, nominal, int(lacking.sum()))


def with_survey(statistics: UnitTable, structure: Structure, survey: SurveyFigures) -> tuple[UnitTable, list[int]]:
    """Return the statistics with a column for each question, and the row of each town. Raises as ``joint`` does."""
    indicators = {node.code for node in structure.nodes if node.kind is Kind.INDICATOR}
    found = [
        Problem(say.NO_INDICATOR.filled(question=each), column=each)
        for each in survey.questions
        if each not in indicators
    ]
    found += [
        Problem(say.TWICE.filled(question=each), column=each) for each in survey.questions if each in statistics.columns
    ]
    found += [
        Problem(say.NO_TOWN.filled(town=each), value=each) for each in survey.towns if each not in statistics.units
    ]
    found += [
        Problem(say.ALL_ALIKE.filled(question=each), column=each)
        for each, figures in zip(survey.questions, survey.values.T, strict=True)
        if len(figures) > 1 and np.ptp(figures) == 0
    ]
    if statistics.rounds:
        found.append(Problem(say.ROUNDS.filled(count=len(set(statistics.rounds))), column="Time"))
    if found:
        raise InputProblem(*found)
    rows = [statistics.units.index(town) for town in survey.towns]
    figures = np.full((len(statistics.units), len(survey.questions)), np.nan)
    figures[rows] = survey.values
    columns = (*statistics.columns, *survey.questions)
    return replace(statistics, columns=columns, values=np.concatenate([statistics.values, figures], axis=1)), rows


def _alike(
    told: Told, choices: Sequence[Choice], positions: NDArray[np.int64]
) -> list[tuple[dict[str, Any], list[int], list[Mapping[str, float]]]]:
    """Return each recipe but for its weights, the replicates that have it and the weights of each of them."""
    groups: dict[str, tuple[list[int], list[Mapping[str, float]]]] = defaultdict(lambda: ([], []))
    distinct, back = np.unique(positions, axis=0, return_inverse=True)
    alike = [np.flatnonzero(back.reshape(-1) == each).tolist() for each in range(len(distinct))]
    read: dict[int, tuple[object, Mapping[str, float]]] = {}
    for row, places in zip(distinct.tolist(), alike, strict=True):
        recipe = with_values(told, choices, row)
        last = dict(recipe.get("aggregate", {}))
        held = last.pop("weights", {})
        if id(held) not in read:
            read[id(held)] = held, recipe_of({"aggregate": {"weights": held}}).aggregate.weights
        members, sets = groups[json.dumps({**recipe, "aggregate": last})]
        members += places
        sets += [read[id(held)][1]] * len(places)
    return [(json.loads(recipe), members, sets) for recipe, (members, sets) in groups.items()]
