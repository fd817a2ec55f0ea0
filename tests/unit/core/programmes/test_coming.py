"""What comes, by nearness to a day: weeks that end on Sunday, thirty days, leap days, the nights clocks are turned."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.programmes.coming import Coming, DatedItem, Key, Nearness, Standing, Whole, coming, narrowed, nearness
from seutu.core.text import Text

HELSINKI = ZoneInfo("Europe/Helsinki")
WORD = Text.same("meeting")


def item(day: date, standing: Standing = Standing.WAITS, **given: Any) -> DatedItem:
    facts: dict[str, Any] = {"kind": WORD, "what": WORD, "title": "A", "key": Key("tasks", "1", "due"), **given}
    return DatedItem(day=day, standing=standing, **facts)


@pytest.mark.parametrize(
    ("today", "day", "group"),
    [
        (date(2026, 11, 28), date(2026, 11, 27), Nearness.LATE),
        (date(2026, 11, 28), date(2026, 11, 28), Nearness.THIS_WEEK),
        (date(2026, 11, 28), date(2026, 11, 29), Nearness.THIS_WEEK),  # a Sunday
        (date(2026, 11, 28), date(2026, 11, 30), Nearness.MONTH),
        (date(2026, 11, 29), date(2026, 11, 29), Nearness.THIS_WEEK),
        (date(2026, 11, 29), date(2026, 11, 30), Nearness.MONTH),
        (date(2026, 11, 28), date(2026, 12, 28), Nearness.MONTH),
        (date(2026, 11, 28), date(2026, 12, 29), Nearness.LATER),
        (date(2026, 12, 28), date(2027, 1, 3), Nearness.THIS_WEEK),
        (date(2028, 1, 30), date(2028, 2, 29), Nearness.MONTH),  # a leap day is the thirtieth
        (date(2028, 1, 29), date(2028, 2, 29), Nearness.LATER),
        (date(2028, 2, 29), date(2028, 2, 28), Nearness.LATE),
        (date(2028, 2, 29), date(2028, 3, 30), Nearness.MONTH),
        (date(2027, 2, 28), date(2027, 3, 30), Nearness.MONTH),
        (date(2027, 2, 28), date(2027, 3, 31), Nearness.LATER),
    ],
)
def test_a_day_belongs_to_one_group(today: date, day: date, group: Nearness) -> None:
    assert nearness(item(day), today) == group


@pytest.mark.parametrize(
    ("moment", "today"),
    [
        (datetime(2026, 3, 28, 21, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 22, 0, tzinfo=UTC), date(2026, 3, 29)),  # the night of 23 hours
        (datetime(2026, 3, 29, 20, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 21, 0, tzinfo=UTC), date(2026, 10, 25)),  # the night of 25 hours
        (datetime(2026, 10, 25, 21, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_a_night_when_clocks_are_turned_makes_nothing_late_too_early(moment: datetime, today: date) -> None:
    here = moment.astimezone(HELSINKI).date()
    assert here == today
    assert nearness(item(today), here) == Nearness.THIS_WEEK
    assert nearness(item(today - timedelta(days=1)), here) == Nearness.LATE
    assert nearness(item(today + timedelta(days=30)), here) == Nearness.MONTH
    assert nearness(item(today + timedelta(days=31)), here) == Nearness.LATER


@pytest.mark.parametrize("standing", [Standing.DONE, Standing.GONE])
def test_what_is_done_or_gone_is_in_no_group(standing: Standing) -> None:
    today = date(2026, 11, 28)
    assert nearness(item(today, standing), today) is None
    assert nearness(item(today - timedelta(days=1), standing), today) is None


def test_a_day_that_only_passes_is_never_late() -> None:
    today = date(2026, 11, 28)
    assert nearness(item(today - timedelta(days=1), Standing.PASSES), today) is None
    assert nearness(item(today, Standing.PASSES), today) == Nearness.THIS_WEEK


def test_what_lasts_several_days_is_here_until_the_last() -> None:
    fair = item(date(2026, 11, 26), Standing.PASSES, until=date(2026, 11, 28))
    assert fair.last == date(2026, 11, 28)
    assert nearness(fair, date(2026, 11, 28)) == Nearness.THIS_WEEK
    assert nearness(fair, date(2026, 11, 29)) is None


def test_an_end_before_the_beginning_changes_nothing() -> None:
    assert item(date(2026, 11, 26), until=date(2026, 11, 1)).last == date(2026, 11, 26)


def test_groups_stand_in_the_order_of_days_then_of_kind_and_title() -> None:
    today = date(2026, 11, 28)
    later = item(date(2027, 5, 1), title="D")
    b, a = item(today, title="B"), item(today, title="A")
    old, older = item(date(2026, 11, 2)), item(date(2026, 11, 1))
    found = coming([later, b, old, a, older], today)
    assert found.late == (older, old)
    assert found.this_week == (a, b)
    assert found.items == (older, old, a, b, later)
    assert [near for near, _items in found.groups] == [Nearness.LATE, Nearness.THIS_WEEK, Nearness.LATER]
    assert found.soon == 2


def test_nothing_is_nothing() -> None:
    found = coming([], date(2026, 11, 28))
    assert found == Coming()
    assert found.groups == found.items == ()
    assert found.soon == 0


def test_items_are_narrowed_by_project_and_responsible() -> None:
    day = date(2026, 11, 28)
    one = item(day, project=Whole("p1", "Bridges"), whose="Ylä-Savon Yritys")
    other = item(day, project=Whole("p2", "Lifts"), whose="Other")
    free = item(day)
    assert narrowed([one, other, free]) == [one, other, free]
    assert narrowed([one, other, free], project="p1") == [one]
    assert narrowed([one, other, free], whose="ylä-savon yritys") == [one]
    assert narrowed([one, other, free], project="p2", whose="ylä-savon yritys") == []


@given(
    today=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    days=st.lists(st.integers(-800, 800), max_size=20),
)
def test_what_waits_is_in_exactly_one_group(today: date, days: list[int]) -> None:
    items = [item(today + timedelta(days=each), title=str(number)) for number, each in enumerate(days)]
    found = coming(items, today)
    assert sorted(each.title for each in found.items) == sorted(each.title for each in items)
    assert len(found.late) == sum(each < 0 for each in days)
    assert found.soon == sum(0 <= each <= 30 or (each >= 0 and each <= 7 - today.isoweekday()) for each in days)
    assert [each.day for each in found.items] == sorted(each.day for each in found.items)
