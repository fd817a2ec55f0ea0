"""Medians of a group: as sure as their least sure value, and with a source only when there is one."""

import pytest

from seutu.apps.statistics.points import medians_of, point_of
from seutu.core.situation import Point
from seutu.core.statistics import Indicator, Kind, SourceRecord, Status
from seutu.core.text import Text
from seutu.warehouse import Figure

NAME = Text.same("rate")
RATE = Indicator(id="rate", label=NAME, unit=NAME, description=NAME, kind=Kind.RATE, decimals=1, source="office")


def figure(place: str, value: float | None, status: str = Status.PUBLISHED, source: str = "office") -> Figure:
    record = SourceRecord(id=source, name=source, licence="CC BY 4.0")
    return Figure(RATE, "municipality", place, "2024", value, status, (record,))


def test_a_median_of_final_values_of_one_source_is_final_and_names_it() -> None:
    figures = [figure("001", 1.0), figure("002", 5.0), figure("003", 3.0)]
    assert medians_of(figures, 3) == (Point("2024", 2024.0, 3.0, "final", "office"),)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("flag:p", Status.PUBLISHED), "preliminary"),
        ((Status.PUBLISHED, "mean:7"), "preliminary"),
        (("flag:e", "flag:p"), "estimated"),
        (("flag:pe", Status.PUBLISHED), "estimated"),
        ((Status.INCOMPLETE, Status.PUBLISHED), "estimated"),
        (("mean:12", "flag:b"), "final"),
    ],
)
def test_a_median_is_as_sure_as_its_least_sure_value(statuses: tuple[str, str], expected: str) -> None:
    (point,) = medians_of([figure("001", 1.0, statuses[0]), figure("002", 2.0, statuses[1])], 2)
    assert point.status == expected


def test_a_median_of_several_sources_names_none() -> None:
    (point,) = medians_of([figure("001", 1.0), figure("002", 2.0, source="other")], 2)
    assert (point.value, point.source) == (1.5, None)


def test_a_value_that_is_missing_takes_no_part_and_half_are_enough() -> None:
    figures = [figure("001", 4.0), figure("002", None, Status.NOT_PUBLISHED, "other")]
    assert [(point.value, point.source) for point in medians_of(figures, 2)] == [(4.0, "office")]
    assert medians_of(figures, 3) == ()


def test_a_confidential_blank_is_suppressed_and_another_blank_is_missing() -> None:
    assert point_of(figure("001", None, "flag:c")).status == "suppressed"
    assert point_of(figure("001", None, Status.NOT_PUBLISHED)).status == "missing"
