"""Weights against examples worked by hand, and faults named by their cell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.problems import InputProblem
from seutu.core.surveys.grouping import Groups, checked_answers, checked_weights, crossed, groups_of
from seutu.core.surveys.raking import Margin, raked
from seutu.core.surveys.weighting import design_effect, effective_number, poststratified

AGES = groups_of(["young", "young", "young", "old"], name="age")
SEXES = groups_of(["f", "m", "m", "f"], name="sex")
POPULATION = {"young": 40.0, "old": 60.0}


def message(work: object, *args: object, **named: object) -> str:
    with pytest.raises(InputProblem) as raised:
        work(*args, **named)  # type: ignore[operator]
    (problem,) = raised.value.problems
    texts = problem.message.as_dict()
    assert len(set(texts.values())) == 3
    assert not any("{" in text for text in texts.values())
    return texts["en"]


def test_poststratified_weights_by_hand() -> None:
    """40 young people are stood for by three, 60 old by one; a base weight of 2 counts twice inside its cell."""
    found = poststratified(AGES, POPULATION)
    assert found.weights == pytest.approx([40 / 3, 40 / 3, 40 / 3, 60])
    based = poststratified(AGES, POPULATION, base=[2, 1, 1, 5])
    assert based.weights == pytest.approx([20, 10, 10, 60])


def test_kish_design_effect_by_hand() -> None:
    """Weights 1, 1, 2: n Σw² = 3 · 6, (Σw)² = 16."""
    assert design_effect([1, 1, 2]) == pytest.approx(18 / 16)
    assert effective_number([1, 1, 2]) == pytest.approx(16 / 6)
    assert design_effect([3, 3, 3]) == pytest.approx(1)


def test_an_empty_cell_with_a_population_is_named() -> None:
    told = message(poststratified, AGES, POPULATION | {"middle": 10.0})
    assert told.startswith("middle: the population is 10 but nobody answered")
    assert "nobody answered" in message(poststratified, AGES, POPULATION, base=[1, 1, 1, 0])


def test_merging_is_asked_for_and_told() -> None:
    found = poststratified(AGES, POPULATION | {"middle": 10.0}, collapse={"middle": "old"})
    assert found.weights.tolist() == pytest.approx([40 / 3] * 3 + [70])
    assert found.collapsed == (("middle", "old"),)
    assert [each.en for each in found.remarks] == ["The cell middle was merged into old."]
    chain = poststratified(AGES, POPULATION | {"middle": 10.0}, collapse={"middle": "old", "old": "young"})
    assert chain.weights.tolist() == pytest.approx([110 / 4] * 4)
    assert "no cell nobody to merge" in message(poststratified, AGES, POPULATION, collapse={"nobody": "old"})


def test_a_cell_of_nobody_and_no_population_is_left_be() -> None:
    assert poststratified(AGES, POPULATION | {"middle": 0.0}).weights.sum() == pytest.approx(100)


def test_respondents_without_a_population_are_named() -> None:
    assert message(poststratified, AGES, {"young": 40.0}).startswith("old: there are respondents but no population")
    assert "the population is -1" in message(poststratified, AGES, {"young": 40.0, "old": -1.0})
    assert "the population is nan" in message(poststratified, AGES, {"young": 40.0, "old": float("nan")})


def test_raking_of_a_two_by_two_table_by_hand() -> None:
    """Cells 1, 1, 1, 1 with the margins 30 + 70 and 40 + 60: independence stays, so a cell is row × column ÷ 100."""
    rows = groups_of(["a", "a", "b", "b"], name="row")
    columns = groups_of(["x", "y", "x", "y"], name="column")
    found = raked([Margin(rows, {"a": 30.0, "b": 70.0}), Margin(columns, {"x": 40.0, "y": 60.0})])
    assert found.weights == pytest.approx([12, 18, 28, 42])
    assert found.converged
    assert found.rounds == 1
    assert found.remarks[0].en.startswith("The weights meet the margins: 1 rounds")


@given(st.lists(st.integers(1, 40), min_size=6, max_size=6), st.lists(st.integers(1, 40), min_size=6, max_size=6))
def test_raking_meets_margins_and_keeps_odds_ratios(base: list[int], population: list[int]) -> None:
    """The interaction of the base stays: every odds ratio is what it was (Deming and Stephan's fitting)."""
    rows = groups_of(["a"] * 3 + ["b"] * 3, name="row")
    columns = groups_of(["x", "y", "z"] * 2, name="column")
    cells = np.array(population, dtype=float).reshape(2, 3)
    margins = [
        Margin(rows, dict(zip("ab", cells.sum(axis=1), strict=True))),
        Margin(columns, dict(zip("xyz", cells.sum(axis=0), strict=True))),
    ]
    found = raked(margins, base=base, most_rounds=5000)
    assert found.converged
    weights = found.weights.reshape(2, 3)
    assert weights.sum(axis=1) == pytest.approx(cells.sum(axis=1), rel=1e-5)
    assert weights.sum(axis=0) == pytest.approx(cells.sum(axis=0), rel=1e-5)
    before = np.array(base, dtype=float).reshape(2, 3)
    for column in (1, 2):
        odds = [each[0, 0] * each[1, column] / (each[0, column] * each[1, 0]) for each in (before, weights)]
        assert odds[0] == pytest.approx(odds[1], rel=1e-6)


def test_raking_that_does_not_converge_says_so() -> None:
    """Nobody is both a and y or b and x, so the rows and the columns are the same people with unlike populations."""
    rows = groups_of(["a", "b"], name="row")
    columns = groups_of(["x", "y"], name="column")
    found = raked([Margin(rows, {"a": 1.0, "b": 3.0}), Margin(columns, {"x": 2.0, "y": 2.0})], most_rounds=7)
    assert not found.converged
    assert found.rounds == 7
    assert found.gap == pytest.approx(1 / 4)
    assert found.widest == ("row", "a")
    assert "do not meet the margins after 7 rounds" in found.remarks[0].en


def test_trimming_caps_weights_and_tells_the_mass() -> None:
    """One of ten stands for a third of the people: 33.3 is 3.3 mean weights; a cap of 2 leaves 13.3 above it."""
    ages = groups_of(["young"] * 9 + ["old"], name="age")
    wards = groups_of(["n"] * 5 + ["s"] * 5, name="ward")
    margins = [Margin(wards, {"n": 50.0, "s": 50.0}), Margin(ages, {"young": 200 / 3, "old": 100 / 3})]
    free, cut = raked(margins), raked(margins, cap=2.0, most_rounds=30)
    assert free.converged
    assert free.trimmed == 0
    assert free.weights[9] == pytest.approx(100 / 3)
    assert cut.weights.max() <= 20 + 1e-9
    assert cut.trimmed == 1
    assert cut.trimmed_mass == pytest.approx(40 / 300)
    assert not cut.converged
    assert cut.widest == ("age", "old")
    assert "1 respondents were trimmed; 0.13 of the whole weight" in cut.remarks[1].en


def test_trimming_that_the_margins_allow_converges() -> None:
    ages = groups_of(["young"] * 6 + ["old"] * 4, name="age")
    wards = groups_of(["n"] * 3 + ["s"] * 3 + ["n"] + ["s"] * 3, name="ward")
    margins = [Margin(wards, {"n": 62.0, "s": 38.0}), Margin(ages, {"young": 50.0, "old": 50.0})]
    free, cut = raked(margins), raked(margins, cap=2.2, most_rounds=2000)
    assert free.weights.max() > 22
    assert cut.converged
    assert cut.weights.max() <= 22 + 1e-9
    for margin in margins:
        assert margin.groups.sums(cut.weights) == pytest.approx(list(margin.population.values()), rel=1e-6)


def test_margins_that_do_not_add_up_are_told() -> None:
    margins = [Margin(AGES, POPULATION), Margin(SEXES, {"f": 50.0, "m": 60.0})]
    assert message(raked, margins).startswith("The margins do not add up: age sums to 100 but sex to 110.")
    assert "at least one margin" in message(raked, [])
    assert "above 1" in message(raked, [Margin(AGES, POPULATION)], cap=1.0)
    assert "age: middle: the population is 5" in message(raked, [Margin(AGES, POPULATION | {"middle": 5.0})])


def test_weights_that_are_none_are_told() -> None:
    assert checked_weights(None, 2).tolist() == [1, 1]
    assert message(checked_weights, [1, -2, -3], 3).startswith("Respondent 2 has the weight -2 (negative ones are 2")
    assert message(checked_weights, [1, 2, np.nan], 3).startswith("Respondent 3 has no weight")
    assert message(checked_weights, [0, 0], 2).startswith("The weight of every respondent is zero")
    assert "there are 2 entries but 3 respondents" in message(checked_weights, [1, 2], 3)


def test_answers_that_are_none_are_told() -> None:
    assert message(checked_answers, [1, np.inf], 2, question="image").startswith("Respondent 2 has an infinite answer")
    told = message(checked_answers, [1, 0, np.nan, 3], 4, question="known", share=True)
    assert told.startswith("Respondent 4 answered 3 to known")


def test_groups_are_known_or_told() -> None:
    assert groups_of(["b", "a", "b"], name="town").positions.tolist() == [1, 0, 1]
    assert groups_of(["b"], name="town", known=("c", "b")).labels == ("c", "b")
    assert message(groups_of, [], name="wave 2").startswith("wave 2: there are no answers")
    assert message(groups_of, ["a", float("nan"), None], name="town").startswith(
        "Respondent 2 has no town (there are 2"
    )
    told = message(groups_of, ["a", "x", "x"], name="town", known=("a",))
    assert told.startswith("Respondent 2 has the town x, which is not on the list (there are 2 such)")


def test_crossed_groups_hold_what_somebody_is() -> None:
    found = crossed(AGES, SEXES)
    assert found.labels == ("old × f", "young × f", "young × m")
    assert found.positions.tolist() == [1, 2, 2, 0]
    assert isinstance(found, Groups)
    assert found.sums().tolist() == [1, 1, 2]
