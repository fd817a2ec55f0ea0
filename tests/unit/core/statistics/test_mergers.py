from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.places import Division, Merger, Place, PlaceTable
from seutu.core.statistics import Indicator, Kind, Observation, Ratio, Status, join_merged
from seutu.core.text import Text

NOW = date(2026, 1, 1)
WORD = Text.same("x")


def indicator(name: str, kind: Kind, ratio: Ratio | None = None) -> Indicator:
    return Indicator(id=name, label=WORD, unit=WORD, description=WORD, kind=kind, decimals=1, source="s", ratio=ratio)


INDICATORS = {
    "jobs": indicator("jobs", Kind.COUNT),
    "employed": indicator("employed", Kind.COUNT),
    "people": indicator("people", Kind.COUNT),
    "sufficiency": indicator("sufficiency", Kind.RATE, Ratio("jobs", "employed")),
    "dependency": indicator("dependency", Kind.RATE, Ratio("people", "employed", 100, -100)),
    "margin": indicator("margin", Kind.RATE),
    "age": indicator("age", Kind.MEAN),
}
PLACES = PlaceTable(
    [
        Place(Division.MUNICIPALITY, "214", WORD, date(2013, 1, 1)),
        Place(Division.MUNICIPALITY, "099", WORD, date(2013, 1, 1), date(2020, 12, 31)),
        Place(Division.MUNICIPALITY, "091", WORD, date(2013, 1, 1)),
    ],
    mergers=[Merger(date(2021, 1, 1), "099", "214")],
)


def seen(
    name: str, place: str, value: float | None, period: str = "2016", status: str = Status.PUBLISHED
) -> Observation:
    return Observation(name, "municipality", place, period, value, "", status)


def joined(*rows: Observation) -> list[tuple[str, str, str, float | None, str]]:
    result = join_merged(rows, INDICATORS, PLACES, NOW)
    return sorted(
        ((o.indicator, o.place, o.period, o.value, str(o.status)) for o in result.observations), key=lambda o: o[:3]
    )


def test_counts_are_summed_to_the_new_municipality() -> None:
    assert joined(seen("jobs", "214", 100), seen("jobs", "099", 20), seen("jobs", "091", 7)) == [
        ("jobs", "091", "2016", 7, "published"),
        ("jobs", "214", "2016", 120, "summed"),
    ]


def test_a_rate_is_recomputed_from_summed_parts_and_never_averaged() -> None:
    rows = joined(
        *(seen("jobs", code, value) for code, value in (("214", 90), ("099", 10))),
        *(seen("employed", code, value) for code, value in (("214", 60), ("099", 40))),
        *(seen("people", code, value) for code, value in (("214", 150), ("099", 100))),
        *(seen("sufficiency", code, value) for code, value in (("214", 150.0), ("099", 25.0))),
        *(seen("dependency", code, value) for code, value in (("214", 150.0), ("099", 150.0))),
    )
    assert ("sufficiency", "214", "2016", 100.0, "recomputed") in rows
    assert ("dependency", "214", "2016", 150.0, "recomputed") in rows
    assert not [row for row in rows if row[1] == "099"]


@pytest.mark.parametrize("name", ["margin", "age", "sufficiency"])
def test_what_cannot_be_recomputed_stays_with_the_former_municipalities(name: str) -> None:
    assert joined(seen(name, "214", 3.0), seen(name, "099", 5.0)) == [
        (name, "099", "2016", 5.0, "former_extent"),
        (name, "214", "2016", 3.0, "former_extent"),
    ]


def test_a_blank_part_leaves_the_sum_unpublished() -> None:
    assert joined(seen("jobs", "214", 100), seen("jobs", "099", None, status=Status.NOT_PUBLISHED)) == [
        ("jobs", "214", "2016", None, "not_published")
    ]


def test_a_missing_part_before_the_merger_leaves_the_sum_unpublished() -> None:
    rows = joined(seen("jobs", "214", 100), seen("jobs", "099", 5), seen("jobs", "214", 90, "2017"))
    assert ("jobs", "214", "2017", None, "not_published") in rows


def test_after_the_merger_the_new_municipality_stands_for_itself() -> None:
    rows = joined(seen("jobs", "214", 100), seen("jobs", "099", 5), seen("jobs", "214", 99, "2021"))
    assert ("jobs", "214", "2021", 99, "published") in rows


def test_a_file_in_the_new_division_is_left_alone() -> None:
    result = join_merged([seen("jobs", "214", 100), seen("age", "214", 44)], INDICATORS, PLACES, NOW)
    assert {o.status for o in result.observations} == {Status.PUBLISHED}
    assert result.notices == ()


def test_an_old_part_alone_does_not_become_the_new_municipality() -> None:
    result = join_merged([seen("jobs", "099", 5)], INDICATORS, PLACES, NOW)
    assert [(o.place, o.value, o.status) for o in result.observations] == [("214", None, Status.NOT_PUBLISHED)]
    assert "214" in result.notices[0].message.fi


def test_each_merger_is_told_once_with_the_code() -> None:
    result = join_merged([seen("jobs", "214", 1), seen("jobs", "099", 2)], INDICATORS, PLACES, NOW)
    assert [notice.value for notice in result.notices] == ["099"]


def test_an_incomplete_part_makes_the_sum_incomplete() -> None:
    rows = joined(seen("jobs", "214", 100, status=Status.INCOMPLETE), seen("jobs", "099", 5))
    assert rows == [("jobs", "214", "2016", 105, "incomplete")]


@given(st.lists(st.integers(0, 10**6), min_size=3, max_size=3))
def test_no_person_is_lost_or_counted_twice(values: list[int]) -> None:
    rows = [seen("people", code, float(value)) for code, value in zip(("214", "099", "091"), values, strict=True)]
    result = join_merged(rows, INDICATORS, PLACES, NOW)
    assert sum(o.value or 0 for o in result.observations) == sum(values)
