"""The bars of a single year, and which chart a figure gets."""

from dataclasses import replace

import pytest

from seutu.core.charts import figure_chart, level_chart
from seutu.core.situation import FigureSeries, Point
from tests.unit.reporting.example_picture import MIGRATION, PLACE, POPULATION, TAX, UNEMPLOYMENT

SIZE = {"width": 340, "height": 200}


def _one_year(series: FigureSeries) -> FigureSeries:
    """Leave the series its newest value, and the others all of theirs."""
    assert series.latest is not None
    return replace(series, values=(series.latest,))


def test_bars_stand_largest_first_with_the_values_of_the_same_period() -> None:
    series = _one_year(UNEMPLOYMENT)
    spec = level_chart(series, PLACE.name, "fi", width=340)
    rows = spec["data"]["values"]
    assert spec["encoding"]["y"]["sort"] == [row["label"] for row in rows]
    assert [row["drawn"] for row in rows] == sorted((row["drawn"] for row in rows), reverse=True)
    assert {row["role"] for row in rows} == {"place", "country", "region"}
    same = {other.role: float(point.value or 0) for other in series.comparisons for point in other.points
            if series.latest and point.period == series.latest.period}  # fmt: skip
    assert {row["role"]: row["drawn"] for row in rows if row["role"] != "place"} == pytest.approx(same)
    assert all("," in row["text"] for row in rows)


def test_who_has_no_value_of_the_period_is_left_out() -> None:
    country, *others = UNEMPLOYMENT.comparisons
    unknown = replace(country, points=(Point("1990", 1990, 3.0),))
    rows = level_chart(replace(_one_year(UNEMPLOYMENT), comparisons=(unknown, *others)), PLACE.name, "fi", width=340)[
        "data"
    ]["values"]
    assert "country" not in {row["role"] for row in rows}


def test_bars_begin_at_zero_also_below_it() -> None:
    low = replace(UNEMPLOYMENT, values=(Point("2023", 2023, -4.0),), comparisons=())
    scale = level_chart(low, PLACE.name, "fi", width=340)["encoding"]["x"]["scale"]
    assert scale["domain"][0] == -4
    assert scale["domain"][1] > 0
    positive = level_chart(_one_year(UNEMPLOYMENT), PLACE.name, "fi", width=340)["encoding"]["x"]["scale"]
    assert positive["domain"][0] == 0


@pytest.mark.parametrize("series", [POPULATION, MIGRATION, TAX], ids=["count", "balance", "no value"])
def test_what_does_not_compare_has_no_level(series: FigureSeries) -> None:
    with pytest.raises(ValueError, match=series.indicator):
        level_chart(series, PLACE.name, "fi", width=340)


def test_several_years_are_lines_and_one_year_is_bars() -> None:
    lines = figure_chart(UNEMPLOYMENT, PLACE.name, "fi", **SIZE)
    assert lines is not None
    assert lines.spec["height"] == 200
    assert lines.measure == "Prosenttia"
    bars = figure_chart(_one_year(UNEMPLOYMENT), PLACE.name, "fi", **SIZE)
    assert bars is not None
    assert bars.spec["encoding"]["y"]["type"] == "nominal"


@pytest.mark.parametrize(
    "series",
    [_one_year(POPULATION), _one_year(MIGRATION), TAX, replace(_one_year(UNEMPLOYMENT), comparisons=())],
    ids=["count", "balance", "no value", "alone"],
)
def test_what_a_drawing_would_not_tell_is_not_drawn(series: FigureSeries) -> None:
    assert figure_chart(series, PLACE.name, "fi", **SIZE) is None
