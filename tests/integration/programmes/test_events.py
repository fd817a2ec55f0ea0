"""Events: an import of a list as people keep it, the check of times, and where they stand in the pages."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from seutu.apps.accounts.enums import Role
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import
from seutu.apps.records.operations import create_record
from seutu.apps.records.queries import filtered, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db
EVENTS = kind_named("events")


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"start": date(2026, 5, 2), "end": date(2026, 5, 1)}, "end"),
        ({"start": date(2026, 5, 2), "starts_at": "12:00", "ends_at": "09:00"}, "ends_at"),
        ({"start": date(2026, 5, 2), "end": date(2026, 5, 2), "starts_at": "12:00", "ends_at": "09:00"}, "ends_at"),
    ],
)
def test_an_event_does_not_end_before_it_begins(values: dict[str, Value], where: str) -> None:
    with in_scope(make_workspace()), pytest.raises(InvalidValuesError) as caught:
        create_record(EVENTS, {"name": "Työpaja", **values}, by=None, at=NOON)
    assert where in caught.value.problems


def test_an_event_may_last_over_midnight() -> None:
    values: dict[str, Any] = {
        "end": date(2026, 5, 3),
        "start": date(2026, 5, 2),
        "starts_at": "18:00",
        "ends_at": "02:00",
    }
    with in_scope(make_workspace()):
        assert make_record("events", name="Hackathon", **values).title == "Hackathon"


def test_events_stand_with_activity_and_not_with_meetings() -> None:
    here = make_workspace()
    make_record("events", workspace=here, name="Robottipäivä", event_type="training", municipality="140")
    client = signed_in_as(here, Role.OWNER)
    assert f"/fi/w/{here.slug}/r/events/" in client.get(f"/fi/w/{here.slug}/area/activity/").content.decode()
    page = client.get(f"/fi/w/{here.slug}/r/events/").content.decode()
    assert "Robottipäivä" in page
    assert "koulutus" in page
    assert "Robottipäivä" not in client.get(f"/fi/w/{here.slug}/r/meetings/").content.decode()


def test_events_of_a_kind_can_be_picked() -> None:
    with in_scope(make_workspace()):
        make_record("events", name="Messut", event_type="fair")
        make_record("events", name="Vierailu", event_type="visit")
        found = filtered(EVENTS, {"event_type": ["fair"]})
        assert [each.title for each in found] == ["Messut"]


def test_a_list_of_events_as_people_keep_it(tmp_path: Path) -> None:
    file = tmp_path / "tapahtumat.csv"
    file.write_text(
        "Tapahtuma;Pvm;Klo;Paikkakunta;Paikka;Järjestäjä;Tyyppi;Osallistujamäärä\n"
        "Tekoälyklinikka;12.3.2026;klo 9.30;Iisalmi;Kulttuurikeskus;Savon Kehitys;työpaja;35\n",
        encoding="utf-8",
    )
    here = make_workspace()
    make_record("actors", workspace=here, name="Savon Kehitys")
    with in_scope(here):
        plan = plan_import(EVENTS, open_file(EVENTS, file), language="fi")
        report = apply_plan(plan, accept_good=False, note=file.name, by=None, at=NOON)
        (event,) = records_of(EVENTS)
    assert report.counts["created"] == 1
    assert (event.start, event.starts_at, event.municipality) == (date(2026, 3, 12), "09:30", "140")
    assert (event.organiser.name, event.event_type, event.participant_count) == ("Savon Kehitys", "workshop", 35)
