"""The pictures of ranks and of how values spread: what is marked as ours, and what has nothing to draw."""

import pytest

from seutu.core.charts.distributions import class_label, distribution_chart
from seutu.core.charts.standings import describe, standings_chart
from seutu.core.statistics.distribution import ValueClass, value_classes
from seutu.reporting.images import spec_to_svg
from tests.unit.reporting.example_profile import EMPLOYMENT, JOBS, MISSING


def test_each_ranked_figure_has_a_row_with_its_rank() -> None:
    spec = standings_chart([EMPLOYMENT, JOBS, MISSING], "fi", width=400)
    assert [(row["label"], row["rank"], row["group"]) for row in spec["data"]["values"]] == [
        ("Työllisyysaste", "12/55", 0.5),
        ("Työpaikat", "=21/22", None),
    ]
    assert "työpaikat =21/22" in describe([EMPLOYMENT, JOBS], "fi")
    assert ">12/55<" in spec_to_svg(spec, "fi")


def test_without_ranks_there_is_nothing_to_draw() -> None:
    with pytest.raises(ValueError, match="rank"):
        standings_chart([MISSING], "fi", width=None)


def test_the_class_of_the_place_is_marked_and_named() -> None:
    classes = value_classes([52.0, 61.0, 65.0, 66.3, 88.0])
    spec = distribution_chart(classes, 66.3, "Iisalmi", "Iisalmi 66,3 %", "fi", decimals=1)
    ours = [row for row in spec["data"]["values"] if row["own"]]
    assert [(row["class"], row["count"], row["name"]) for row in ours] == [("65–70", 2, "Iisalmi")]
    assert ">Iisalmi<" in spec_to_svg(spec, "fi")
    nobody = distribution_chart(classes, None, "", "", "fi", decimals=1, width=None)
    assert not any(row["own"] for row in nobody["data"]["values"])
    with pytest.raises(ValueError, match="nothing to draw"):
        distribution_chart([], None, "", "", "fi", decimals=1)


def test_limits_are_written_as_they_are_read() -> None:
    assert class_label(ValueClass(-4, -2, 1), 1, "fi") == "−4 – −2"
    assert class_label(ValueClass(0.5, 1.0, 1), 2, "fi") == "0,5–1"
    assert class_label(ValueClass(3.25, 3.25, 2), 2, "en") == "3.25"
