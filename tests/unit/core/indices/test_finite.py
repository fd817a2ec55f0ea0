"""Whatever the figures and the recipe, an index is refused in words or has no infinite figure and no unasked gap."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.core.indices.building import Index, built
from seutu.core.indices.choices import Choice
from seutu.core.indices.describing import correlations_of, statistics_of
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Mean, Scaling, Step, Transformation
from seutu.core.indices.replaying import Replayer
from seutu.core.problems import InputProblem
from tests.unit.core.indices.small import NAN, structure, units

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


def vars_of(record: Any) -> list[object]:
    return [getattr(record, name) for name in record.__slots__]


@settings(max_examples=150, deadline=None)
@given(
    recipes(), COLUMN, PLAIN, COLUMN, st.lists(st.sampled_from([100.0, 50.0, 20.0, 10.0, NAN]), min_size=4, max_size=4)
)
def test_an_index_is_refused_or_has_no_infinite_figure_and_no_unasked_gap(
    told: Mapping[str, Any], jobs: list[float], firms: list[float], away: list[float], people: list[float]
) -> None:
    table = replace(units(jobs=jobs, firms=firms, away=away), denominators={"people": np.array(people)})
    recipe = recipe_of(told)
    try:
        index = built(table, structure(), recipe)
    except InputProblem as problem:
        assert all(each.message.fi and each.message.sv and each.message.en for each in problem.problems)
        assert not any("nan" in each.message.en.split() for each in problem.problems)
        return
    assert_whole(index)


@settings(max_examples=40, deadline=None)
@given(recipes(), COLUMN, PLAIN)
def test_replicates_are_refused_or_have_no_infinite_score(
    told: Mapping[str, Any], away: list[float], firms: list[float]
) -> None:
    means = Choice("mean", "aggregate.method", tuple(each.value for each in Mean), tuple("12345678"))
    weights = Choice("weights", "aggregate.weights", ({}, {"jobs": 3}, {"away": 0}), tuple("123"))
    try:
        replayer = Replayer(units(away=away, firms=firms), structure(), told, [means, weights])
    except InputProblem:
        return
    for place in range(len(Mean)):
        try:
            scores = replayer.ranked_scores(np.array([[place, 0], [place, 1], [place, 2]]))
        except InputProblem as problem:
            assert all(f"mean = {means.values[place]}" in each.message.fi for each in problem.problems)
        else:
            assert not np.isinf(scores).any()
            assert np.isfinite(scores[0][~np.isnan(replayer.nominal.top)]).all()
