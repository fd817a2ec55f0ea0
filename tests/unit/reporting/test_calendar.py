"""The calendar file, read back by two parsers that know nothing of one another, and by its bytes."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.programmes.coming import DatedItem, Key, Standing, Whole
from seutu.core.text import Text
from seutu.reporting.calendar import CalendarFile, write_calendar

AT = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)
NASTY = "Ääkköset; pilkku, kenoviiva \\ ja\nrivinvaihto – ”lainaus” " + "pitkä nimi åäö " * 12
DUE = Text(fi="määräpäivä", sv="förfaller", en="due")
TASK = Text(fi="tehtävä", sv="uppgift", en="task")


def item(**given: Any) -> DatedItem:
    facts: dict[str, Any] = {
        "day": date(2028, 2, 29),
        "kind": TASK,
        "what": DUE,
        "title": "Report",
        "standing": Standing.WAITS,
        "key": Key("tasks", "7d1f0a4e", "due"),
        "version": 12,
        "changed": datetime(2026, 10, 25, 3, 30, 15, 250, tzinfo=timezone(timedelta(hours=2))),
        **given,
    }
    return DatedItem(**facts)


def written(*items: DatedItem, language: Any = "fi") -> bytes:
    file = CalendarFile(
        "Savon Kehitys – Tulossa", language, lambda each: f"https://seutu.example.org/{each.key.record}/"
    )
    return write_calendar(items, file, at=AT)


def by_icalendar(content: bytes) -> list[dict[str, Any]]:
    calendar = icalendar.Calendar.from_ical(content)
    return [
        {
            "uid": str(each["uid"]),
            "start": each["dtstart"].dt,
            "end": each["dtend"].dt,
            "summary": str(each["summary"]),
            "description": str(each["description"]),
            "sequence": int(each["sequence"]),
            "status": str(each["status"]),
            "stamp": each["dtstamp"].dt,
        }
        for each in calendar.walk("VEVENT")
    ]


def by_vobject(content: bytes) -> list[dict[str, Any]]:
    calendar = vobject.readOne(content.decode("utf-8"))
    return [
        {
            "uid": each.uid.value,
            "start": each.dtstart.value,
            "end": each.dtend.value,
            "summary": each.summary.value,
            "description": each.description.value,
            "sequence": int(each.sequence.value),
            "status": each.status.value,
            "stamp": each.dtstamp.value,
        }
        for each in calendar.contents.get("vevent", [])
    ]


def test_two_parsers_read_the_same_and_what_was_meant() -> None:
    content = written(
        item(project=Whole("p", "Bridges; and, more"), whose="Kehitysyhtiö Oy"),
        item(key=Key("events", "e1", "start"), day=date(2026, 10, 24), until=date(2026, 10, 26), title=NASTY),
        item(key=Key("calls", "c1", "closes"), standing=Standing.DONE),
        item(key=Key("calls", "c2", "closes"), standing=Standing.GONE),
        item(key=Key("calls", "c3", "closes"), standing=Standing.PASSES),
    )
    first, second = by_icalendar(content), by_vobject(content)
    assert [{**each, "stamp": each["stamp"].astimezone(UTC)} for each in second] == first
    assert first[0] == {
        "uid": "7d1f0a4e.due@tasks.seutu",
        "start": date(2028, 2, 29),
        "end": date(2028, 3, 1),
        "summary": "Report – määräpäivä",
        "description": "Hanke: Bridges; and, more\nVastuutaho: Kehitysyhtiö Oy\nhttps://seutu.example.org/7d1f0a4e/",
        "sequence": 12,
        "status": "CONFIRMED",
        "stamp": datetime(2026, 10, 25, 1, 30, 15, tzinfo=UTC),
    }
    assert first[1]["summary"] == f"{NASTY} – määräpäivä"
    # Over the night when clocks are turned: three days, whatever their hours.
    assert (first[1]["start"], first[1]["end"]) == (date(2026, 10, 24), date(2026, 10, 27))
    assert [each["status"] for each in first[2:]] == ["CANCELLED", "CANCELLED", "CONFIRMED"]


def test_days_have_no_clock_and_no_zone() -> None:
    content = written(item()).decode()
    assert "DTSTART;VALUE=DATE:20280229\r\n" in content
    assert "DTEND;VALUE=DATE:20280301\r\n" in content
    assert "TZID" not in content
    assert "VTIMEZONE" not in content


def test_lines_are_folded_at_75_octets_and_end_with_crlf() -> None:
    content = written(item(title=NASTY, whose=NASTY))
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two


def test_a_changed_record_keeps_its_name_and_raises_its_number() -> None:
    before, after = item(version=12), item(version=19, day=date(2028, 3, 5), title="Moved")
    old, new = by_icalendar(written(before))[0], by_icalendar(written(after))[0]
    assert old["uid"] == new["uid"]
    assert old["sequence"] < new["sequence"]


def test_two_days_of_one_record_are_two_events() -> None:
    pair = [item(key=Key("purchases", "x", column)) for column in ("tendered", "accepted")]
    assert len({each["uid"] for each in by_icalendar(written(*pair))}) == 2


def test_the_same_items_are_written_the_same_at_every_time() -> None:
    file = CalendarFile("A", "en", lambda each: f"https://seutu.example.org/{each.key.kind}/")
    assert write_calendar([item()], file, at=AT) == write_calendar([item()], file, at=AT + timedelta(days=3))


def test_what_does_not_know_its_change_is_stamped_with_the_writing() -> None:
    assert by_icalendar(written(item(changed=None)))[0]["stamp"] == AT


def test_a_number_too_large_for_a_calendar_stays_within_it() -> None:
    assert by_icalendar(written(item(version=2**40)))[0]["sequence"] == 2**31 - 1


def test_an_empty_calendar_is_a_calendar() -> None:
    content = written()
    assert by_icalendar(content) == []
    assert icalendar.Calendar.from_ical(content)["x-wr-calname"] == "Savon Kehitys – Tulossa"


@pytest.mark.parametrize(("language", "summary"), [("fi", "määräpäivä"), ("sv", "förfaller"), ("en", "due")])
def test_a_calendar_speaks_its_language(language: Any, summary: str) -> None:
    assert by_icalendar(written(item(), language=language))[0]["summary"] == f"Report – {summary}"


@given(
    title=st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=300),
    day=st.dates(date(1970, 1, 1), date(2200, 1, 1)),
)
def test_any_title_and_day_come_back_from_both_parsers(title: str, day: date) -> None:
    content = written(item(title=title, day=day))
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for (read,) in (by_icalendar(content), by_vobject(content)):
        assert read["summary"] == f"{title} – määräpäivä"
        assert (read["start"], read["end"]) == (day, day + timedelta(days=1))
