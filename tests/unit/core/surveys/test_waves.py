"""Changes between waves by hand and against scipy, with other towns in each."""

import numpy as np
import pytest
from scipy import stats

from seutu.core.problems import InputProblem
from seutu.core.surveys.waves import (
    Asked,
    Multiplicity,
    Wave,
    adjusted,
    changes,
    question_changes,
    rank_changes,
)

NAN = float("nan")
FIRST = Wave("2019", ("A", "B", "C", "D"), np.array([50.0, 40, 30, NAN]), np.array([3.0, 3, 3, 3]))
SECOND = Wave("2022", ("C", "E", "B", "A", "D"), np.array([45.0, 70, 41, 44, 20]), np.array([4.0, 4, 4, 4, 4]))


def test_differences_of_the_common_towns_by_hand() -> None:
    """Errors 3 and 4 make 5: C rose by 15 = 3 errors, B by 0.2, A fell by 1.2; D has no figure before."""
    found = changes(FIRST, SECOND)
    assert found.units == ("C", "B", "A", "D")
    assert found.difference.tolist() == pytest.approx([15, 1, -6, NAN], nan_ok=True)
    assert found.error[:3].tolist() == [5, 5, 5]
    assert (found.low[0], found.high[0]) == pytest.approx((15 - 1.959964 * 5, 15 + 1.959964 * 5))
    assert found.p[:3] == pytest.approx(2 * stats.norm.sf([3, 0.2, 1.2]))
    assert found.adjusted[:3] == pytest.approx([3 * found.p[0], found.p[1], 2 * found.p[2]])
    assert found.significant.tolist() == [True, False, False, False]
    assert (found.only_first, found.only_second) == ((), ("E",))
    assert np.isnan(found.adjusted[3])


def test_changes_of_few_answers_are_those_of_welch() -> None:
    """R 4.2.2: t.test(c(1,2,4,5,3), c(4,6,5,7,8,9,3)), its difference the other way round; by z p would be 0.0055."""
    before, now = np.array([1.0, 2, 4, 5, 3]), np.array([4.0, 6, 5, 7, 8, 9, 3])
    waves = [
        Wave(name, ("A",), np.array([each.mean()]), np.array([stats.sem(each)]), np.array([len(each) - 1.0]))
        for name, each in (("2019", before), ("2022", now))
    ]
    found = changes(*waves)
    assert found.p == pytest.approx([0.01959447453035986], rel=1e-9)
    assert (found.low[0], found.high[0]) == pytest.approx((0.5922249239363043, 5.407775076063697), rel=1e-9)


def test_holm_and_benjamini_hochberg_by_hand() -> None:
    p = np.array([0.01, 0.04, 0.03, NAN, 0.005])
    assert adjusted(p, Multiplicity.HOLM) == pytest.approx([0.03, 0.06, 0.06, NAN, 0.02], nan_ok=True)
    assert adjusted(p, Multiplicity.BENJAMINI_HOCHBERG) == pytest.approx([0.02, 0.04, 0.04, NAN, 0.02], nan_ok=True)
    told = stats.false_discovery_control(np.delete(p, 3))
    assert np.delete(adjusted(p, Multiplicity.BENJAMINI_HOCHBERG), 3) == pytest.approx(told)
    assert adjusted(np.array([0.9, 0.8]), Multiplicity.HOLM).tolist() == [1, 1]


def test_the_kind_of_adjustment_is_named_and_matters() -> None:
    units = tuple(f"t{place}" for place in range(10))
    before = Wave("1", units, np.zeros(10), np.ones(10))
    after = Wave("2", units, np.full(10, 3.6), np.ones(10))
    holm, few = (changes(before, after, by=by) for by in Multiplicity)
    assert (holm.by, few.by) == (Multiplicity.HOLM, Multiplicity.BENJAMINI_HOCHBERG)
    assert not holm.significant.any()
    assert few.significant.all()


def test_no_change_of_sure_figures_is_no_change() -> None:
    found = changes(
        Wave("1", ("A", "B"), np.ones(2), np.zeros(2)), Wave("2", ("A", "B"), np.array([1.0, 2]), np.zeros(2))
    )
    assert found.p.tolist() == [1, 0]


def test_ranks_are_among_the_common_towns() -> None:
    """E joins above all and moves nobody; in half of the replicates B passes A."""
    first = np.tile([3.0, 2, 1], (4, 1))
    second = np.array([[9.0, 3, 2, 1], [9, 3, 2, 1], [9, 2, 3, 1], [9, 2, 3, 1]])
    found = rank_changes(("A", "B", "C"), first, ("E", "A", "B", "C"), second)
    assert found.units == ("A", "B", "C")
    assert found.fell.tolist() == [0.5, 0, 0]
    assert found.rose.tolist() == [0, 0.5, 0]
    assert found.median.tolist() == [-0.5, 0.5, 0]
    assert (found.low[0], found.high[0]) == (-1, 0)
    with pytest.raises(InputProblem, match=r"unlike numbers of replicates \(4 and 2\)"):
        rank_changes(("A", "B", "C"), first, ("E", "A", "B", "C"), second[:2])


def test_waves_that_cannot_be_compared_are_told() -> None:
    other = Wave("2022", ("X",), np.ones(1), np.ones(1))
    with pytest.raises(InputProblem, match="The waves 2019 and 2022 have no unit in common"):
        changes(FIRST, other)
    twice = Wave("2022", ("A", "A"), np.ones(2), np.ones(2))
    with pytest.raises(InputProblem, match="The wave 2022 has A 2 times"):
        changes(FIRST, twice)


def test_questions_that_differ_are_told() -> None:
    before = {
        "known": Asked("Do you know the town?", "0/1"),
        "image": Asked("What do you think of it?", "1–5"),
        "move": Asked("Would you move there?", "0/1"),
        "work": Asked("Would you work there?", "1–5"),
    }
    now = {
        "known": Asked("Do  you know the TOWN?", "0/1"),
        "image": Asked("How does it feel?", "1–5"),
        "work": Asked("Would you work there?", "0–10"),
        "study": Asked("Would you study there?", "0/1"),
    }
    comparable, told = question_changes(before, now)
    assert comparable == ("known",)
    assert {problem.column: problem.message.en.split(": ")[1][:25] for problem in told} == {
        "image": "the question is worded ot",
        "work": "the scale or the options ",
        "study": "asked in the later wave o",
        "move": "asked in the earlier wave",
    }
    assert all(len(set(problem.message.as_dict().values())) == 3 for problem in told)
