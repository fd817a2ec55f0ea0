"""The figures that an index takes of a wave: measures by town, drawn in, with replicates, small towns left out.

Not for the index made of them (``joint_trials``), or for which towns are hidden (``disclosure``).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.surveys.estimates import means, sample_of
from seutu.core.surveys.grouping import Floats, Groups
from seutu.core.surveys.resampling import SurveyFigures, resampled
from seutu.core.surveys.respondents import Respondents, ordered_respondents

REPLICATES: Final = 1000
NOBODY: Final = -1e300
SEED_BYTES: Final = 8


@dataclass(frozen=True)
class TownAnswers:
    """Observations: each is of one town, has a weight, and a figure by each measure, NaN for none.

    ``towns``: groups of the observations; ``weights`` and each of ``figures``: ``(observations,)``. ``hidden``: the
    towns that are not shown, by measure. ``respondents``: who gave each observation; without it each is another's.
    """

    towns: Groups
    weights: Floats
    figures: Mapping[str, Floats]
    hidden: Mapping[str, frozenset[str]]
    respondents: Respondents | None = None


@dataclass(frozen=True)
class TownFigures:
    """``drawn``: what an index takes. ``estimated``: the figures before they are drawn in, ``(towns, measures)``."""

    drawn: SurveyFigures
    estimated: Floats


def town_figures(told: TownAnswers, *, replicates: int = REPLICATES) -> TownFigures:
    """Return the measures by town as ``resampled(…, shrink=True)`` gives them; a hidden town is NaN throughout.

    Answers on a hidden town are taken away first: they are in no replicate and not in the mean that figures are drawn
    towards. Answers of one respondent about several towns are drawn together, and fitted weights are fitted
    anew in each replicate. The draws are seeded by the answers themselves, in an order of their own: the same answers
    give the same bytes in whatever order they came, and other answers give other draws. Raises ``InputProblem`` as
    ``resampled`` does.
    """
    places = told.towns.positions
    kept = {name: _shown(told, name, figures) for name, figures in told.figures.items()}
    columns = np.column_stack(list(kept.values()))
    rows = np.flatnonzero(~np.isnan(columns).all(axis=1))
    ordered = rows[np.lexsort((*np.nan_to_num(columns[rows], nan=NOBODY).T, told.weights[rows], places[rows]))]
    held = [places[ordered], told.weights[ordered], *(figures[ordered] for figures in kept.values())]
    who = None if told.respondents is None else told.respondents.of(ordered)
    if who is not None and (who.refit or who.are_in_several(replace(told.towns, positions=places[ordered]))):
        who, first = ordered_respondents(who, held)
        ordered = ordered[first]
    sample = sample_of(replace(told.towns, positions=places[ordered]), weights=told.weights[ordered])
    answers = {name: figures[ordered] for name, figures in kept.items()}
    seed = _seed([places[ordered], told.weights[ordered], *answers.values()])
    drawn = resampled(sample, answers, replicates=replicates, seed=seed, respondents=who)
    plain = [means(sample, figures, question=name, fewest=1).value for name, figures in answers.items()]
    return TownFigures(drawn, np.column_stack(plain))


def beside(found: Sequence[SurveyFigures], questions: Sequence[str], towns: Sequence[str]) -> SurveyFigures:
    """Return the columns of several surveys as those of one, for the towns asked for; NaN where a survey has none."""
    shape = len(towns), len(questions)
    count = min(len(each.replicates) for each in found)
    values, errors, replicates = np.full(shape, np.nan), np.full(shape, np.nan), np.full((count, *shape), np.nan)
    counts = np.zeros(shape, dtype=np.int64)
    for each in found:
        rows = [(place, each.towns.index(town)) for place, town in enumerate(towns) if town in each.towns]
        for source, question in enumerate(each.questions):
            target = questions.index(question)
            for place, row in rows:
                values[place, target], errors[place, target] = each.values[row, source], each.errors[row, source]
                counts[place, target] = each.counts[row, source]
                replicates[:, place, target] = each.replicates[:count, row, source]
    return SurveyFigures(tuple(towns), tuple(questions), values, errors, counts, replicates)


def covariances(survey: SurveyFigures) -> Floats:
    """Return the covariance of the measures in the replicates of each town, ``(towns, measures, measures)``.

    NaN where a town has no figure by either of two measures.
    """
    held = np.where(np.isnan(survey.replicates), survey.values, survey.replicates)
    away = held - held.mean(axis=0)
    found: Floats = np.einsum("rti,rtj->tij", away, away) / (len(away) - 1)
    return found


def normal_replicates(survey: SurveyFigures, spread: Floats, *, replicates: int = REPLICATES) -> SurveyFigures:
    """Return the figures with replicates drawn from normal distributions of the covariances ``spread``.

    For figures whose answers are no longer at hand. The draws are seeded by the figures.
    """
    random = np.random.Generator(np.random.PCG64(_seed([survey.values, spread])))
    towns, measures = survey.values.shape
    drawn = np.full((replicates, towns, measures), np.nan)
    for town in range(towns):
        normal = random.standard_normal((replicates, measures))
        there = np.flatnonzero(~np.isnan(survey.values[town]))
        if len(there):
            strengths, ways = np.linalg.eigh(spread[town][np.ix_(there, there)])
            root = ways * np.sqrt(np.maximum(strengths, 0.0))
            drawn[:, town, there] = survey.values[town, there] + normal[:, there] @ root.T
    return replace(survey, replicates=drawn)


def _shown(told: TownAnswers, name: str, figures: Floats) -> Floats:
    away = [place for place, town in enumerate(told.towns.labels) if town in told.hidden.get(name, frozenset())]
    return np.where(np.isin(told.towns.positions, away), np.nan, figures)


def _seed(held: Sequence[NDArray[Any]]) -> int:
    digest = hashlib.sha256()
    for each in held:
        digest.update(np.ascontiguousarray(each).tobytes())
    return int.from_bytes(digest.digest()[:SEED_BYTES], "big")
