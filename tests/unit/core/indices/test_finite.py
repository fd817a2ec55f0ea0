"""Whatever the figures and the recipe, an index is refused in words or has no infinite figure and no unasked gap."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.core.indices.building import Index, built
from seutu.core.indices.choices import Choice
from seutu.core.indices.describing import correlations_of, statistics_of
from seutu.core.indices.lost_figures import refuse_lost_figures
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Mean, Scaling, Step, Transformation
from seutu.core.indices.replaying import Replayer
from seutu.core.problems import InputProblem
from tests.unit.core.indices.small import NAN, structure, units

Found = TypeVar("Found")
FIGURE = st.one_of(
    st.integers(-100, 100).map(float), st.integers(1, 9).map(float), st.sampled_from([1e-70, -1e70, 1e75, NAN])
)
COLUMN = st.lists(FIGURE, min_size=4, max_size=4)
PLAIN = st.lists(st.integers(1, 50).map(float), min_size=4, max_size=4)


@st.composite
def recipes(draw: st.DrawFn) -> Mapping[str, Any]:
    """Draw a recipe of every step, of the forms that its reader lets through."""
    scaling = draw(st.sampled_from(list(Scaling)))
    normalise: dict[str, Any] = {"method": scaling.value, "reference": "B"}
    if draw(st.booleans()) or scaling is Scaling.GOALPOSTS:
        normalise["goalposts"] = sorted(draw(st.lists(st.integers(-9, 90), min_size=2, max_size=2, unique=True)))
    if draw(st.booleans()):
        normalise["target"] = draw(st.sampled_from([-5.0, 0.0, 60.0, 1e70]))
    aggregate = {
        "method": [each.value for each in draw(st.lists(st.sampled_from(list(Mean)), min_size=1, max_size=2))],
        "power": draw(st.sampled_from([-100, -1, 0, 0.5, 3, 100])),
        "min_available": draw(st.sampled_from([0, 0.6, 1])),
        "weights": draw(st.sampled_from([{}, {"jobs": 0}, {"pull": 0}, {"jobs": 1e75, "firms": 1e-75}])),
    }
    treat = {
        "apply": draw(st.booleans()),
        "force": draw(st.booleans()),
        "combine": draw(st.booleans()),
        "winmax": draw(st.integers(0, 1)),
        "skew": 0,
        "kurt": -9,
        "transform": draw(st.sampled_from([each.value for each in Transformation])),
    }
    impute = {"method": draw(st.sampled_from(["none", "none", "mean", "group_median", "error"])), "group": "side"}
    told = {"denominate": {}, "impute": impute, "treat": treat, "normalise": normalise, "aggregate": aggregate}
    early = {"impute": impute, **told}
    return early if draw(st.integers(0, 3)) == 0 else told


def assert_whole(index: Index) -> None:
    """Figures are missing only where one was, or its denominator; scores only where too little is there."""
    undivided = np.isnan(index.raw.denominators["people"])
    lacking = np.isnan(index.raw.values)
    lacking[:, index.raw.columns.index("jobs")] |= undivided
    for step, table in index.after.items():
        assert not np.isinf(table.values).any(), step
        assert not (np.isnan(table.values) & ~lacking).any(), step
    table = index.after[Step.NORMALISE]
    held = {code: table.column(code) for code in table.columns}
    for code, scores in index.scores.items():
        there = ~np.isnan(np.array([(held | dict(index.scores))[each.code] for each in index.structure.children(code)]))
        weights = [
            index.recipe.aggregate.weights.get(each.code, each.weight) for each in index.structure.children(code)
        ]
        weighed = (there * np.array(weights)[:, None]).sum(axis=0) > 0
        enough = weighed & (there.mean(axis=0) >= index.recipe.aggregate.min_available)
        assert np.isfinite(scores[enough]).all(), code
        assert not np.isinf(scores).any(), code
    for each in (*statistics_of(index.after[Step.DENOMINATE]), *correlations_of(held | dict(index.scores))):
        figures = [figure for figure in vars_of(each) if isinstance(figure, float)]
        assert not any(map(math.isinf, figures)), each


def tried(work: Callable[[], Found]) -> Found | InputProblem:
    """Return what some work comes to, or why it was refused."""
    try:
        return work()
    except InputProblem as problem:
        return problem


def vars_of(record: Any) -> list[object]:
    return [getattr(record, name) for name in record.__slots__]


@settings(max_examples=100, deadline=None)
@given(
    recipes(), COLUMN, PLAIN, COLUMN, st.lists(st.sampled_from([100.0, 50.0, 20.0, 10.0, NAN]), min_size=4, max_size=4)
)
def test_an_index_is_refused_or_has_no_infinite_figure_and_no_unasked_gap(
    told: Mapping[str, Any], jobs: list[float], firms: list[float], away: list[float], people: list[float]
) -> None:
    table = replace(units(jobs=jobs, firms=firms, away=away), denominators={"people": np.array(people)})
    recipe = recipe_of(told)
    index = tried(lambda: built(table, structure(), recipe))
    if isinstance(index, InputProblem):
        assert not any({"nan", "inf", "-inf"} & set(each.message.en.split()) for each in index.problems)
    else:
        assert_whole(index)


@settings(max_examples=40, deadline=None)
@given(recipes(), COLUMN, PLAIN)
def test_replicates_are_refused_or_have_no_infinite_score(
    told: Mapping[str, Any], away: list[float], firms: list[float]
) -> None:
    means = Choice("mean", "aggregate.method", tuple(each.value for each in Mean), tuple("12345678"))
    weights = Choice("weights", "aggregate.weights", ({}, {"jobs": 3}, {"away": 0}), tuple("123"))
    replayer = tried(lambda: Replayer(units(away=away, firms=firms), structure(), told, [means, weights]))
    if isinstance(replayer, InputProblem):
        return
    for place in range(len(Mean)):
        scores = tried(partial(replayer.ranked_scores, np.array([[place, 0], [place, 1], [place, 2]])))
        if isinstance(scores, InputProblem):
            assert all(f"mean = {means.values[place]}" in each.message.fi for each in scores.problems)
        else:
            assert not np.isinf(scores).any()


@pytest.mark.parametrize(
    ("figure", "words"), [(math.inf, "infinite"), (-math.inf, "infinite"), (1e80, "so great"), (1e-300, "so small")]
)
def test_a_figure_or_denominator_that_cannot_be_worked_with_is_named(figure: float, words: str) -> None:
    table = replace(
        units(firms=[1.0, figure, 3.0, 4.0]), denominators={"people": np.array([1.0, 2.0, figure, 4.0])}, file="u.csv"
    )
    with pytest.raises(InputProblem, match=words) as found:
        built(table, structure(), recipe_of({}))
    assert [(each.file, each.line, each.column) for each in found.value.problems] == [
        ("u.csv", 3, "firms"),
        ("u.csv", 4, "people"),
    ]


def test_a_step_that_loses_a_figure_names_the_cell() -> None:
    before = units()
    values = before.values.copy()
    values[1, 2], values[2, 3] = NAN, math.inf
    after = before.with_values(values)
    with pytest.raises(InputProblem) as found:
        refuse_lost_figures(Step.NORMALISE, before, after, structure(), recipe_of({}))
    assert [(each.line, each.column) for each in found.value.problems] == [(3, "away"), (4, "fame")]
    refuse_lost_figures(
        Step.NORMALISE, after.with_values(np.where(np.isinf(values), 1, values)), before, structure(), recipe_of({})
    )


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"impute": {"method": "none"}}, []),
        ({"impute": {"method": "mean"}}, []),
        ({"impute": {"method": "mean"}, "denominate": {}}, [(3, "people")]),
        ({}, [(3, "people")]),
    ],
)
def test_a_missing_denominator_is_filled_for_or_told(told: Mapping[str, Any], named: list[tuple[int, str]]) -> None:
    table = replace(units(), denominators={"people": np.array([100.0, NAN, 50.0, 20.0])})
    index = tried(lambda: built(table, structure(), recipe_of(told)))
    problems = index.problems if isinstance(index, InputProblem) else ()
    assert [(each.line, each.column) for each in problems] == named
