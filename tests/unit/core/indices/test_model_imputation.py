"""Gaps filled by the unit's other figures: by hand, against closed forms, and refused where nothing tells."""

from typing import Any

import numpy as np
import pytest

from seutu.core.indices.building import Index, built
from seutu.core.indices.choices import Choice
from seutu.core.indices.model_imputation import expected, nearest_neighbours, regressed, standardised
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Step
from seutu.core.indices.replaying import Replayer
from seutu.core.problems import InputProblem
from tests.unit.core.indices.small import NAN, structure, units

GAPPED = np.array([[1.0, 10.0], [2.0, 20.0], [3.0, 28.0], [6.0, 70.0], [2.2, NAN]])


def drawn(count: int, columns: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    random = np.random.Generator(np.random.PCG64(11))
    return random.normal(size=(count, 1)) + 0.5 * random.normal(size=(count, columns))


def test_the_nearest_units_lend_their_mean() -> None:
    assert nearest_neighbours(GAPPED, 1)[4, 1] == 20
    assert nearest_neighbours(GAPPED, 2)[4, 1] == 24  # 2 and 3 are the nearest to 2.2
    assert nearest_neighbours(GAPPED, 99)[4, 1] == pytest.approx(32)
    assert nearest_neighbours(GAPPED, 2)[:4].tolist() == GAPPED[:4].tolist()


def test_distances_are_of_standardised_columns_that_both_have() -> None:
    figures = np.array([[0.0, 0.0, 5.0], [1.0, NAN, 7.0], [0.0, 900.0, 9.0], [1.0, 0.0, NAN], [1.0, 900.0, NAN]])
    z = standardised(figures)
    away = [
        3 / m * total for m, total in ((2, (z[3, 0] - z[0, 0]) ** 2), (1, 0.0), (2, ((z[3] - z[2])[:2] ** 2).sum()))
    ]
    assert np.argmin(away) == 1  # the unit that shares one column only, and is the same in it
    assert nearest_neighbours(figures, 1)[3, 2] == 7
    assert nearest_neighbours(figures, 2)[3, 2] == 6
    assert nearest_neighbours(figures, 1)[1, 1] == 0  # of two that are equally near, the first row


def test_regression_is_least_squares_on_what_goes_best_with_the_gap() -> None:
    figures = drawn(12, 4)
    figures[:, 3] = 2 * figures[:, 1] - 3 + 0.01 * figures[:, 0]
    figures[5, 3] = NAN
    rows = np.arange(12) != 5
    slope, constant = np.polyfit(figures[rows, 1], figures[rows, 3], 1)
    assert regressed(figures, 1)[5, 3] == pytest.approx(constant + slope * figures[5, 1])
    assert regressed(figures, 2)[5, 3] == pytest.approx(2 * figures[5, 1] - 3 + 0.01 * figures[5, 0], abs=0.02)


def test_regression_takes_fewer_predictors_where_there_are_few_units() -> None:
    few = np.column_stack([GAPPED, [1.0, 5.0, 2.0, 5.8, 4.0]])[[0, 1, 2, 4]]
    slope, constant = np.polyfit(few[:3, 0], few[:3, 1], 1)
    assert regressed(few, 5)[3, 1] == pytest.approx(constant + slope * 2.2)
    assert np.isnan(regressed(GAPPED[[0, 1, 4]], 1)[2, 1])


def test_em_of_one_gapped_column_is_the_regression_of_those_that_have_it() -> None:
    """Where one column only has gaps, the likelihood is greatest at least squares on the others (Anderson 1957)."""
    figures = drawn(30, 3)
    figures[:7, 2] = NAN
    x = np.column_stack([np.ones(30), figures[:, :2]])
    slopes = np.linalg.lstsq(x[7:], figures[7:, 2], rcond=None)[0]
    found, settled = expected(figures)
    assert settled
    assert found[:7, 2] == pytest.approx(x[:7] @ slopes, abs=1e-6)
    assert found[7:].tolist() == figures[7:].tolist()


def test_em_stays_where_the_likelihood_has_no_slope() -> None:
    """Scattered gaps: filling again with the conditional means of the settled μ and Σ changes nothing."""
    figures = drawn(40, 4) * np.array([1.0, 100.0, 0.01, 5.0]) + 7
    for row, column in ((0, 0), (1, 1), (2, 2), (3, 3), (4, 0), (4, 1), (5, 2), (5, 3)):
        figures[row, column] = NAN
    found, settled = expected(figures)
    scaled, _ = expected(figures * 1000 - 5)
    assert settled
    assert scaled == pytest.approx(found * 1000 - 5, rel=1e-7)
    alone, _ = expected(np.where(np.isnan(figures), found, figures))
    assert alone.tolist() == found.tolist()
    truth = drawn(40, 4) * np.array([1.0, 100.0, 0.01, 5.0]) + 7
    gaps = np.isnan(figures)
    spread = np.std(truth, axis=0)
    by_model = np.abs((found - truth) / spread)[gaps].mean()
    by_mean = np.abs((np.nanmean(figures, axis=0) - truth) / spread)[gaps].mean()
    assert by_model < by_mean


def index(told: dict[str, Any], **columns: list[float]) -> Index:
    return built(units(**columns), structure(), recipe_of({"impute": told, "treat": {"apply": False}}))


@pytest.mark.parametrize("method", ["knn", "regression"])
def test_a_recipe_names_the_model_and_what_it_filled_is_known(method: str) -> None:
    made = index({"method": method, "neighbours": 2, "predictors": 1}, firms=[NAN, 30.0, 20.0, 40.0])
    figures = made.after[Step.DENOMINATE].values
    filled = nearest_neighbours(figures, 2) if method == "knn" else regressed(figures, 1)
    assert made.after[Step.IMPUTE].values.tolist() == filled.tolist()
    assert np.argwhere(made.imputed).tolist() == [[0, 1]]


def test_indicators_of_other_aggregates_are_left_aside_where_asked() -> None:
    alone = index({"method": "knn", "neighbours": 1, "within": "parent"}, firms=[NAN, 30.0, 20.0, 40.0])
    assert alone.after[Step.IMPUTE].column("firms")[0] == 40  # jobs of A and D are the same per head
    together = index({"method": "knn", "neighbours": 1}, firms=[NAN, 30.0, 20.0, 40.0])
    assert together.after[Step.IMPUTE].column("firms")[0] == 20


def test_what_no_model_can_tell_is_refused() -> None:
    def said(told: dict[str, Any], **columns: list[float]) -> list[str]:
        with pytest.raises(InputProblem) as problem:
            index(told, **columns)
        return [each.message.en for each in problem.value.problems]

    (few,) = said({"method": "em"}, firms=[NAN, 30.0, 20.0, 40.0])
    assert few.startswith("The method em needs at least 8 units for 4 indicators, but there are 4.")
    (empty,) = said({"method": "knn"}, firms=[NAN] * 4)
    assert empty.startswith("The indicator firms has no figures.")
    lonely = said({"method": "regression", "within": "parent"}, firms=[NAN, NAN, 20.0, 40.0])
    assert [each.split(":")[0] for each in lonely] == ["A, firms", "B, firms"]
    with pytest.raises(InputProblem, match=r"impute.neighbours: 0 is not allowed"):
        recipe_of({"impute": {"neighbours": 0}})


def test_how_gaps_are_filled_is_an_uncertain_choice() -> None:
    ways: tuple[dict[str, Any], ...] = (
        {"method": "mean"},
        {"method": "knn", "neighbours": 1},
        {"method": "regression", "predictors": 1},
    )
    table = units(firms=[NAN, 30.0, 20.0, 40.0])
    choice = Choice("gaps", "impute", ways, tuple("123"))
    replayer = Replayer(table, structure(), {"impute": ways[0], "treat": {"apply": False}}, [choice])
    scores = replayer.scores(np.arange(3, dtype=np.int64)[:, None])
    for way, row in zip(ways, scores, strict=True):
        assert row == pytest.approx(index(way, firms=[NAN, 30.0, 20.0, 40.0]).top)
    assert len({tuple(row.round(6)) for row in scores}) == 3
