"""The line chart: what is drawn in which unit, and what is not."""

from dataclasses import replace

import pytest

from seutu.core.charts import line_chart
from seutu.core.charts.lines import drawn_lines
from tests.unit.reporting.example_picture import GROUP, JOBS, MIGRATION, PLACE, POPULATION, TAX, UNEMPLOYMENT, points


def test_counts_of_different_places_become_an_index() -> None:
    lines, base = drawn_lines(POPULATION, PLACE.name, "fi")
    assert base == "2006"
    assert [line.known[0][1] for line in lines] == [100, 100, 100]
    assert lines[0].known[-1][1] == pytest.approx(100 * 21767 / 22319)


def test_the_index_begins_at_the_first_common_period() -> None:
    later = replace(POPULATION.comparisons[0], points=points([200, 220], first=2010))
    lines, base = drawn_lines(replace(POPULATION, comparisons=(later,)), PLACE.name, "fi")
    assert base == "2010"
    assert [dict(line.known)[2010] for line in lines] == [100, 100]


def test_counts_without_a_common_period_are_drawn_alone_as_they_are() -> None:
    other = replace(POPULATION.comparisons[0], points=points([5], first=1990))
    lines, base = drawn_lines(replace(POPULATION, comparisons=(other,)), PLACE.name, "fi")
    assert base is None
    assert [line.role for line in lines] == ["place"]
    assert lines[0].known[0][1] == 22319


def test_rates_are_drawn_as_they_are() -> None:
    lines, base = drawn_lines(UNEMPLOYMENT, PLACE.name, "fi")
    assert base is None
    assert [line.known[0][1] for line in lines] == [14.1, 9.9, 12.0]


def test_a_balance_is_drawn_alone_over_its_zero() -> None:
    with_country = replace(MIGRATION, comparisons=POPULATION.comparisons)
    spec = line_chart(with_country, PLACE.name, "fi")
    assert {row["role"] for row in spec["data"]["values"]} == {"place"}
    assert spec["layer"][0]["data"]["values"] == [{"at": 0}]


def test_a_missing_year_stays_missing() -> None:
    rows = line_chart(JOBS, PLACE.name, "fi")["data"]["values"]
    gap = [row for row in rows if row["role"] == "place" and row["period"] == "2012"]
    assert [(row["drawn"], row["text"]) for row in gap] == [(None, None)]


def test_a_series_without_a_value_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="tax"):
        line_chart(TAX, PLACE.name, "fi")


def test_one_single_year_is_drawn() -> None:
    spec = line_chart(replace(UNEMPLOYMENT, values=points(["9.5"]), comparisons=()), PLACE.name, "fi")
    assert spec["encoding"]["x"]["scale"]["domain"] == [2005.5, 2006.5]


def test_the_title_is_the_finding_and_can_be_left_to_the_document() -> None:
    assert line_chart(UNEMPLOYMENT, PLACE.name, "sv")["title"]["text"][0].startswith("Andel arbetslösa")
    assert line_chart(UNEMPLOYMENT, PLACE.name, "sv")["title"]["subtitle"] == ["Procent"]
    assert "title" not in line_chart(UNEMPLOYMENT, PLACE.name, "fi", titled=False)


def test_every_line_is_labelled_directly_and_only_ours_is_strong() -> None:
    group = replace(UNEMPLOYMENT.comparisons[0], role="group", name=GROUP)
    spec = line_chart(replace(UNEMPLOYMENT, comparisons=(group,)), PLACE.name, "fi")
    labels = {
        layer["data"]["values"][0]["label"]: layer["mark"]["style"]
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text"
    }
    assert labels == {"Iisalmi": "us-text", "Seutukaupungit": "other-text"}


def test_a_spec_names_no_colour() -> None:
    assert "#" not in str(line_chart(POPULATION, PLACE.name, "fi"))
