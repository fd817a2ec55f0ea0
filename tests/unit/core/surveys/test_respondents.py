"""Respondents drawn anew: all their answers together, and their weights fitted again as those of the survey were."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import ArrayLike, NDArray

from seutu.core.problems import InputProblem
from seutu.core.surveys.estimates import sample_of
from seutu.core.surveys.grouping import Floats, Groups, groups_of
from seutu.core.surveys.raking import Margin, raked
from seutu.core.surveys.refit_gains import refit_gains
from seutu.core.surveys.resampling import resampled
from seutu.core.surveys.respondents import Respondents, refit_of, refitted
from seutu.core.surveys.town_figures import TownAnswers, town_figures
from seutu.core.surveys.wave_results import ALL, Observations, tabulated

TOWNS = ("A", "B", "C")
COUNT = 150


def told(several: int = 2) -> TownAnswers:
    """Return what each respondent said of some of three towns; who is content is so with all."""
    random = np.random.default_rng(5)
    who = np.repeat(np.arange(COUNT), several)
    towns = (who + np.tile(np.arange(several), COUNT)) % len(TOWNS)
    content = random.normal(0, 2, COUNT)[who]
    image = content + towns + random.normal(0, 0.5, len(who))
    image[random.random(len(who)) < 0.05] = np.nan
    return TownAnswers(Groups("", TOWNS, towns), np.ones(len(who)), {"image": image}, {}, Respondents(who, COUNT))


def together(answers: TownAnswers) -> Floats:
    found = town_figures(answers, replicates=600).drawn.replicates[:, :, 0]
    correlations: Floats = np.corrcoef(found.T)
    return correlations


def test_towns_that_the_same_people_answer_about_move_together() -> None:
    """Each pair of towns shares half of its respondents, and content makes 16/17 of an answer's variance."""
    found = together(told())
    assert found[np.triu_indices(3, 1)] == pytest.approx([0.47] * 3, abs=0.17)
    apart = together(replace(told(), respondents=None))
    assert np.abs(apart[np.triu_indices(3, 1)]).max() < 0.15


def test_errors_of_towns_are_those_of_the_formula_though_their_answers_vary_in_number() -> None:
    answers = told()
    found = resampled(
        sample_of(answers.towns),
        answers.figures,
        replicates=4000,
        seed=1,
        shrink=False,
        respondents=answers.respondents,
    )
    assert found.replicates.std(axis=0) / found.errors == pytest.approx(np.ones((3, 1)), abs=0.05)


def test_respondents_of_one_town_each_are_drawn_as_answers_are() -> None:
    answers = told(several=1)
    alone = town_figures(replace(answers, respondents=None), replicates=50).drawn
    assert town_figures(answers, replicates=50).drawn.replicates.tobytes() == alone.replicates.tobytes()


def shuffled(answers: TownAnswers, cells: NDArray[np.int64]) -> tuple[TownAnswers, NDArray[np.int64]]:
    """Return the same answers in another order, of people who are called by other numbers."""
    assert answers.respondents
    random = np.random.default_rng(9)
    order, names = random.permutation(len(answers.weights)), random.permutation(COUNT)
    moved = np.empty(COUNT, dtype=np.int64)
    moved[names] = cells
    return TownAnswers(
        replace(answers.towns, positions=answers.towns.positions[order]),
        answers.weights[order],
        {"image": answers.figures["image"][order]},
        {},
        Respondents(names[answers.respondents.positions[order]], COUNT),
    ), moved


def test_the_order_of_respondents_changes_no_byte() -> None:
    first, cells = told(), np.random.default_rng(2).integers(0, 2, COUNT)
    second, moved = shuffled(first, cells)
    for margin in (None, {"young": 30.0, "old": 70.0}):
        found = []
        for answers, ages in ((first, cells), (second, moved)):
            assert answers.respondents
            refit = None if margin is None else refit_of([Margin(Groups("age", ("young", "old"), ages), margin)])
            who = replace(answers.respondents, refit=refit)
            found.append(town_figures(replace(answers, respondents=who), replicates=40).drawn.replicates.tobytes())
        assert found[0] == found[1]


def test_a_respondent_of_several_strata_is_told() -> None:
    towns, strata = groups_of("ABAB", name="town"), groups_of("xyxx", name="age")
    answers: dict[str, ArrayLike] = {"image": [1, 2, 3, 4]}
    who = Respondents(np.array([0, 0, 1, 1]), 2)
    with pytest.raises(InputProblem, match="several strata"):
        resampled(sample_of(towns, strata=strata), answers, replicates=5, seed=1, respondents=who)


def margins(random: np.random.Generator, count: int = 60) -> list[Margin]:
    ages = Groups("age", ("young", "middle", "old"), random.choice(3, count, p=[0.5, 0.3, 0.2]))
    sexes = Groups("sex", ("f", "m"), random.choice(2, count, p=[0.7, 0.3]))
    return [Margin(ages, {"young": 30, "middle": 30, "old": 40}), Margin(sexes, {"f": 50, "m": 50})]


@pytest.mark.parametrize("cap", [None, 2.2])
def test_weights_of_everybody_once_are_those_of_the_survey(cap: float | None) -> None:
    of = margins(np.random.default_rng(1))
    once = refitted(refit_of(of, cap), np.ones((60, 2)))
    fitted = raked(of, cap=cap).weights
    assert once[:, 1] == pytest.approx(fitted / fitted.sum(), abs=1e-6)
    assert once.max() * 60 <= (cap or np.inf) + 1e-9


def test_margins_are_met_in_every_replicate_and_a_class_of_nobody_is_left_out() -> None:
    random = np.random.default_rng(3)
    of = margins(random)
    times = random.poisson(1, (60, 30)).astype(np.float64)
    times[of[0].groups.positions == 2, 0] = 0
    found = refitted(refit_of(of), times)
    ages = np.array([found[of[0].groups.positions == place].sum(axis=0) for place in range(3)])
    sexes = np.array([found[of[1].groups.positions == place].sum(axis=0) for place in range(2)])
    assert ages[:, 1:] == pytest.approx(np.repeat([[0.3], [0.3], [0.4]], 29, axis=1), abs=1e-5)
    assert ages[:, 0] == pytest.approx([0.5, 0.5, 0], abs=1e-5)
    assert sexes == pytest.approx(np.full((2, 30), 0.5), abs=1e-5)


def test_what_the_population_already_tells_is_no_longer_an_error() -> None:
    """Answers are 1 of the young and 5 of the old, but for a little: fixed weights take the mix of ages as chance."""
    random = np.random.default_rng(4)
    old = random.integers(0, 2, 120)
    answers = 1 + 4 * old + random.normal(0, 0.4, 120)
    of = [Margin(Groups("age", ("young", "old"), old), {"young": 50, "old": 50})]
    sample = sample_of(Groups("town", ("A",), np.zeros(120, dtype=np.int64)), weights=raked(of).weights)
    who = Respondents(np.arange(120), 120, refit_of(of))
    found = resampled(sample, {"q": answers}, replicates=2000, seed=1, shrink=False, respondents=who)
    within = np.sqrt(sum(answers[old == age].var(ddof=1) / (old == age).sum() / 4 for age in (0, 1)))
    assert found.errors[0, 0] == pytest.approx(within, rel=0.06)
    assert found.replicates.std() == pytest.approx(within, rel=0.06)
    fixed = resampled(sample, {"q": answers}, replicates=2000, seed=1, shrink=False)
    assert fixed.errors[0, 0] > 4 * within


def raked_survey(seed: int, count: int = 200) -> tuple[Observations, float]:
    """Return a survey that more old people and women answer than there are, raked, and the population's true mean."""
    random = np.random.default_rng([7, seed])
    old, man = random.random(count) < 0.6, random.random(count) < 0.35
    answers = 2 + 1.5 * old - 0.5 * man + random.normal(0, 0.7, count)
    of = [
        Margin(Groups("age", ("young", "old"), old.astype(np.int64)), {"young": 65, "old": 35}),
        Margin(Groups("sex", ("f", "m"), man.astype(np.int64)), {"f": 50, "m": 50}),
    ]
    alone = Groups("", ("x",), np.zeros(count, dtype=np.int64))
    who = Respondents(np.arange(count), count, refit_of(of))
    weights = raked(of).weights / raked(of).weights.mean()
    return Observations(alone, alone, weights, answers, share=False, apart=True, respondents=who), 2.275


def held(surveys: int) -> tuple[float, float]:
    """Return how many of the surveys' intervals hold the truth: with weights fitted anew, and with weights held."""
    found = []
    for seed in range(surveys):
        observed, truth = raked_survey(seed)
        cells = (tabulated(each).cells[ALL, ALL] for each in (observed, replace(observed, respondents=None)))
        found.append([cell.low <= truth <= cell.high for cell in cells])
    fitted, fixed = np.mean(found, axis=0)
    return float(fitted), float(fixed)


def test_intervals_of_a_raked_mean_hold_the_truth_as_often_as_they_say() -> None:
    fitted, fixed = held(60)
    assert 0.8 <= fitted <= 0.97
    assert fixed > fitted + 0.05, "weights that are held take the mix of ages, which raking has mended, as chance"


@pytest.mark.soak(whole=True)
def test_five_hundred_raked_surveys_cover_as_they_say() -> None:
    fitted, fixed = held(500)
    assert 0.87 <= fitted <= 0.93
    assert fixed > 0.95


def test_gains_are_one_where_nothing_is_fitted_and_shares_have_them_too() -> None:
    observed, _ = raked_survey(1)
    assert observed.respondents
    where, one = [observed.rows.positions], replace(observed.respondents, refit=None)
    assert refit_gains(one, observed.weights, observed.answers, where, [2])[0].tolist() == [1, 1]
    gain = refit_gains(observed.respondents, observed.weights, observed.answers, where, [2])[0]
    assert gain[0] < 0.9
    assert gain[1] == 1, "nobody is in the second cell"
    share = replace(observed, answers=(observed.answers > 2.7).astype(np.float64), share=True)
    narrow, wide = (tabulated(each).cells[ALL, ALL] for each in (share, replace(share, respondents=None)))
    assert narrow.margin < 0.95 * wide.margin
    assert narrow.effect == wide.effect, "Kish's effect of the weights is as it was"
