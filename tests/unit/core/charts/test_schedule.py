"""A schedule by quarters."""

from datetime import date
from typing import Any

import pytest

from seutu.core.charts import Span, schedule_chart
from seutu.reporting.images import spec_to_svg

SPANS = (
    Span("1 Alku", date(2021, 9, 1), date(2021, 12, 31)),
    Span("2 Keskivaihe", date(2022, 1, 1), date(2023, 3, 15)),
    Span("3 Ilman päiviä", None, None),
    Span("4 Väärin päin", date(2023, 6, 1), date(2023, 1, 1)),
    Span("5 Loppu", date(2023, 12, 31), date(2023, 12, 31)),
)


def rows(spec: dict[str, Any], layer: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["layer"][layer]["data"]["values"]
    return found


def test_a_bar_stands_over_the_quarters_that_its_part_touches() -> None:
    spec = schedule_chart(SPANS, "fi")
    bars = {row["label"]: (row["from"], row["until"]) for row in rows(spec, 3)}
    assert bars == {"1 Alku": (0, 2), "2 Keskivaihe": (2, 7), "5 Loppu": (9, 10)}
    assert [row["label"] for row in rows(spec, 4)] == [span.label for span in SPANS]
    assert [row["quarter"] for row in rows(spec, 1)][:4] == ["Q3", "Q4", "Q1", "Q2"]
    assert [row["year"] for row in rows(spec, 2)] == ["2021", "2022", "2023"]


def test_the_picture_is_told_in_words_with_every_day() -> None:
    said = schedule_chart(SPANS, "fi")["description"]
    assert said.startswith("Aikataulu. 1 Alku: 1.9.–31.12.2021; 2 Keskivaihe: 1.1.2022–15.3.2023")
    assert "3 Ilman päiviä: –" in said
    assert "5 Loppu: 31.12.2023" in said


def test_quarters_of_a_long_plan_are_named_by_their_years_alone() -> None:
    spec = schedule_chart([Span("Ohjelma", date(2021, 12, 1), date(2029, 12, 31))], "fi")
    assert {row["quarter"] for row in rows(spec, 1)} == {""}
    assert [row["year"] for row in rows(spec, 2)] == [str(year) for year in range(2022, 2030)]


def test_a_long_name_is_broken_and_its_cut_is_marked() -> None:
    spec = schedule_chart([Span("sana " * 60, date(2026, 1, 1), date(2026, 2, 1))], "fi")
    (row,) = rows(spec, 4)
    assert row["label"].count("\n") == 1
    assert row["label"].endswith("…")


def test_a_schedule_without_days_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        schedule_chart(SPANS[2:4], "fi")


def test_it_is_drawn() -> None:
    svg = spec_to_svg(schedule_chart(SPANS, "sv"), "sv")
    assert "2 Keskivaihe" in svg
    assert "Q3" in svg
