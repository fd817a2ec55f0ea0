"""Dated things as a calendar file (RFC 5545): whole days, the same name for the same day of a record at every writing.

A calendar that follows the file sees what moved, what was done and what went to the trash. Not for choosing the days.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event, vDuration

from seutu.core.programmes.coming import DatedItem, Standing
from seutu.core.text import Language, Text

OVER: Final = {Standing.DONE, Standing.GONE}
REFRESHED: Final = timedelta(hours=6)
LARGEST: Final = 2**31 - 1
PROJECT: Final = Text(fi="Hanke", sv="Projekt", en="Project")
RESPONSIBLE: Final = Text(fi="Vastuutaho", sv="Ansvarig", en="Responsible")


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a calendar is called, the language it is written in, and the address of each thing in it."""

    name: str
    language: Language
    address: Callable[[DatedItem], str]


def write_calendar(items: Iterable[DatedItem], file: CalendarFile, *, at: datetime) -> bytes:
    """Return the items as a calendar; ``at`` stamps what does not know when it was changed."""
    calendar = Calendar()
    calendar.add("prodid", "-//Seutu//Coming//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", file.name)
    calendar.add("x-wr-calname", file.name)
    calendar.add("refresh-interval", vDuration(REFRESHED), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESHED))
    for item in items:
        calendar.add_component(_event(item, file, at=at))
    written: bytes = calendar.to_ical()
    return written


def _event(item: DatedItem, file: CalendarFile, *, at: datetime) -> Event:
    what = item.what.in_language(file.language)
    changed = (item.changed or at).astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", f"{item.key.record}.{item.key.column}@{item.key.kind}.seutu")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", min(item.version, LARGEST))
    event.add("dtstart", item.day)
    event.add("dtend", item.last + timedelta(days=1))
    event.add("summary", f"{item.title} – {what}")
    event.add("description", "\n".join(_told(item, file)))
    event.add("categories", [item.kind.in_language(file.language)])
    event.add("url", file.address(item))
    event.add("status", "CANCELLED" if item.standing in OVER else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _told(item: DatedItem, file: CalendarFile) -> list[str]:
    told = [(PROJECT, item.project.name if item.project else ""), (RESPONSIBLE, item.whose)]
    lines = [f"{label.in_language(file.language)}: {text}" for label, text in told if text]
    return [*lines, file.address(item)]
