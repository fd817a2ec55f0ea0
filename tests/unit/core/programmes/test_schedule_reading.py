"""A plan's rows read into a schedule: each thing to mend is told once, and what can be followed is kept."""

from datetime import date

import pytest

from seutu.core.programmes.schedule_reading import Fault, FaultKind, Row, read_schedule

MARCH, APRIL, MAY = ((date(2026, month, 1), date(2026, month, 28)) for month in (3, 4, 5))


def faults(*rows: Row) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(fault.kind), fault.keys) for fault in read_schedule(rows).faults]


def test_a_sound_plan_has_no_faults() -> None:
    found = read_schedule([Row("1", *MARCH), Row("1.1", *MARCH, package="1"), Row("2", *APRIL, after="1; 1.1")])
    assert found.faults == ()
    assert found.can_shift
    assert [(part.key, part.after, part.within) for part in found.parts] == [
        ("1", (), ""),
        ("1.1", (), "1"),
        ("2", ("1", "1.1"), ""),
    ]


def test_a_number_is_found_however_it_is_written() -> None:
    found = read_schedule([Row("TP 1", *MARCH), Row("TP 2", *APRIL, after="tp1")])
    assert found.faults == ()
    assert found.parts[1].after == ("TP 1",)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((Row("1", *MARCH), Row("1", *APRIL)), [("number_twice", ("1",))]),
        ((Row("1", MARCH[1], MARCH[0]),), [("backwards", ("1",))]),
        ((Row("1", *MARCH, after="7"),), [("unknown", ("1", "7"))]),
        ((Row("1", *MARCH, after="1, 2"), Row("2", *APRIL)), [("unknown", ("1", "1, 2"))]),
        ((Row("1", *APRIL, after="2"), Row("2", MARCH[0], None)), [("undated", ("1", "2"))]),
        ((Row("1", *MARCH, after="1"),), [("circular", ("1", "1"))]),
        ((Row("1", *MARCH), Row("2", *MARCH, after="1")), [("broken", ("2", "1"))]),
        ((Row("1", *MARCH), Row("1.1", *APRIL, package="1")), [("outside", ("1.1", "1"))]),
    ],
)
def test_what_is_wrong_is_named(rows: tuple[Row, ...], told: list[tuple[str, tuple[str, ...]]]) -> None:
    assert faults(*rows) == told


def test_every_circle_is_told_once_and_the_rest_can_be_drawn() -> None:
    found = read_schedule(
        [
            Row("1", *MARCH, after="2"),
            Row("2", *APRIL, after="1"),
            Row("3", *MARCH, after="4"),
            Row("4", *APRIL, after="3"),
            Row("5", *MAY, after="4"),
        ]
    )
    circles = [fault.keys for fault in found.faults if fault.kind is FaultKind.CIRCULAR]
    assert circles == [("1", "2", "1"), ("3", "4", "3")]
    assert not found.can_shift
    assert len(found.parts) == 5


def test_parts_without_days_that_wait_for_one_another_are_told_as_a_circle_and_not_as_undated() -> None:
    rows = [Row("1", None, None, after="2"), Row("2", None, None, after="1; 3"), Row("3", None, None), Row("4", *MARCH)]
    assert faults(*rows) == [("undated", ("2", "3")), ("circular", ("1", "2", "1"))]
    assert [part.key for part in read_schedule(rows).parts] == ["4"]
    assert faults(Row("1", None, None, after="1.1"), Row("1.1", *MARCH, package="1")) == [
        ("circular", ("1", "1.1", "1"))
    ]


def test_a_package_that_waits_for_its_own_task_is_a_circle() -> None:
    assert faults(Row("1", *MARCH, after="1.1"), Row("1.1", *MARCH, package="1")) == [("circular", ("1", "1.1", "1"))]


def test_what_has_no_days_is_left_out_and_listed() -> None:
    found = read_schedule([Row("1", None, None), Row("1.1", *MARCH, package="1"), Row("2", None, MAY[1])])
    assert found.undated == ("1", "2")
    assert [(part.key, part.within) for part in found.parts] == [("1.1", "")]
    assert not read_schedule([Row("1", None, None)]).can_shift


def test_what_lies_outside_the_project_is_told_of_the_whole_alone() -> None:
    rows = [Row("1", *MAY), Row("1.1", *MAY, package="1"), Row("2", *MARCH), Row("2.1", *APRIL, package="2")]
    found = read_schedule(rows, (MARCH[0], date(2026, 4, 20)))
    assert found.faults == (
        Fault(FaultKind.OUTSIDE, ("2.1", "2")),
        Fault(FaultKind.OUTSIDE_PROJECT, ("1",)),
        Fault(FaultKind.OUTSIDE_PROJECT, ("2.1",)),
    )
