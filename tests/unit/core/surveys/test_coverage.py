"""How often the intervals of a joint index hold the truth: simulated surveys of populations that are known.

Each survey has a population of its own: 20 towns, two questions in two strata of unlike weight, 24 to 100 answers a
town and a statistic beside them. The truth is the index of the population's own figures. A tenth of the surveys each
time, all 500 as soak.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from seutu.core.indices.building import built
from seutu.core.indices.choices import Told
from seutu.core.indices.ranking import ranks
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.structure import Kind, Node, checked_structure
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.surveys.estimates import sample_of
from seutu.core.surveys.grouping import Groups
from seutu.core.surveys.joint import joint
from seutu.core.surveys.rank_statements import rank_intervals, score_intervals
from seutu.core.surveys.resampling import SurveyFigures, resampled

SURVEYS = 500
REPLICATES = 200
TOWNS = tuple(f"town {number}" for number in range(20))
SHARES = (0.7, 0.3)
APART = (0.3, -0.7)
STRUCTURE = checked_structure(
    [
        Node("known", "Tunnettuus", Kind.INDICATOR, 1, "soft"),
        Node("image", "Mielikuva", Kind.INDICATOR, 1, "soft"),
        Node("jobs", "Työpaikat", Kind.INDICATOR, 1, "hard"),
        Node("soft", "Vetovoima", Kind.AGGREGATE, 2, "index"),
        Node("hard", "Elinvoima", Kind.AGGREGATE, 2, "index"),
        Node("index", "Indeksi", Kind.AGGREGATE, 3),
    ]
)
SCALES: tuple[Told, Told] = ({"method": "minmax"}, {"method": "zscore"})


@dataclass(frozen=True)
class World:
    """A population's figures and the answers of those who were asked in it."""

    truth: Floats
    statistics: UnitTable
    told: Told
    known: Floats
    image: Floats
    towns: Groups
    strata: Groups
    weights: Floats


def world(seed: int) -> World:
    random = np.random.default_rng([20_260, seed])
    known, image = random.uniform(0.2, 0.8, len(TOWNS)), random.normal(3.2, 0.4, len(TOWNS))
    jobs = random.normal(50, 10, len(TOWNS))
    halves = random.integers(12, 51, len(TOWNS))
    towns = np.repeat(np.arange(len(TOWNS)), 2 * halves)
    strata = np.concatenate([np.repeat([0, 1], half) for half in halves])
    apart = np.array(APART)[strata]
    told = {"treat": {"apply": False}, "normalise": SCALES[seed // 10 % 2]}
    units = UnitTable(TOWNS, ("known", "image", "jobs"), np.column_stack([known, image, jobs]))
    return World(
        truth=built(units, STRUCTURE, recipe_of(told)).top,
        statistics=UnitTable(TOWNS, ("jobs",), jobs[:, None]),
        told=told,
        known=(random.random(len(towns)) < known[towns] + 0.1 * apart).astype(np.float64),
        image=image[towns] + apart + random.normal(0, 1, len(towns)),
        towns=Groups("town", TOWNS, towns),
        strata=Groups("age", ("young", "old"), strata),
        weights=np.array(SHARES)[strata] / halves[towns],
    )


def surveyed(of: World, seed: int) -> SurveyFigures:
    sample = sample_of(of.towns, weights=of.weights, strata=of.strata)
    return resampled(sample, {"known": of.known, "image": of.image}, replicates=REPLICATES, seed=seed)


@dataclass(frozen=True)
class Covered:
    """Surveys × towns: whether the interval held the score and the rank, and a score's interval at a lower level."""

    scores: NDArray[np.bool_]
    ranks: NDArray[np.bool_]
    narrow: NDArray[np.bool_]


def covered(seeds: Iterable[int]) -> Covered:
    found: list[list[NDArray[np.bool_]]] = [[], [], []]
    for seed in seeds:
        of = world(seed)
        scores = joint(of.statistics, STRUCTURE, of.told, surveyed(of, seed), seed=seed).scores
        intervals = (score_intervals(scores), rank_intervals(scores), score_intervals(scores, 0.7))
        truths = (of.truth, ranks(of.truth), of.truth)
        for held, interval, truth in zip(found, intervals, truths, strict=True):
            held.append((interval[:, 0] <= truth) & (truth <= interval[:, 1]))
    return Covered(*(np.array(each) for each in found))


def one_of_each(held: NDArray[np.bool_]) -> int:
    """Return the hits among one town of each survey, another one in each: independent, so binomial."""
    return int(sum(row[place % len(TOWNS)] for place, row in enumerate(held)))


def test_a_tenth_of_the_surveys_covers_as_it_says() -> None:
    """The band leaves out a thousandth of the counts of fifty independent towns; intervals of 70 % fall out of it."""
    found = covered(range(0, SURVEYS, 10))
    low, high = stats.binom(len(found.scores), 0.9).interval(0.999)
    assert low <= one_of_each(found.scores) <= high
    assert 0.86 <= found.scores.mean() <= 0.94
    assert found.ranks.mean() >= 0.9
    assert one_of_each(found.narrow) < low


@pytest.mark.soak(whole=True)
def test_five_hundred_surveys_cover_as_they_say() -> None:
    """90 % intervals of scores cover 87–93 %, those of ranks at least 90 %."""
    found = covered(range(SURVEYS))
    low, high = stats.binom(SURVEYS, 0.9).interval(0.999)
    assert low <= one_of_each(found.scores) <= high
    assert 0.87 <= found.scores.mean() <= 0.93
    assert found.ranks.mean() >= 0.9
    assert found.narrow.mean() < 0.8
