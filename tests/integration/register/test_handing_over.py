"""A contact's open work moves to a successor; nothing is left without an owner, and no consent is copied."""

import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.chain import breaks
from seutu.apps.records.exceptions import InvalidValuesError, StaleVersionError
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import undo
from seutu.apps.records.queries import record_of, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.exceptions import CannotHandOverError
from seutu.apps.register.hand_overs import (
    done_hand_overs,
    ended_without_successor,
    tasks_without_owner,
    write_hand_overs,
)
from seutu.apps.register.handing_over import hand_over
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
CONTACTS, TASKS = kind_named("contacts"), kind_named("tasks")
TODAY = NOON.date()
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def here() -> Iterator[Workspace]:
    workspace = make_workspace()
    with in_scope(workspace):
        yield workspace


def contact(number: int, actor: Any, **values: Any) -> Any:
    return make_record("contacts", actor=actor, name=f"Yhteyshenkilö {number}", role="neuvoja", **values)


def task(name: str, owner: Any, state: str = "open") -> Any:
    return make_record("tasks", name=name, owner=owner, member=None, state=state)


def test_forty_of_two_hundred_leave_and_no_open_task_is_without_an_owner(here: Workspace) -> None:
    actors = [make_record("actors", name=f"Kehittäjä {number}") for number in range(20)]
    people = [contact(number, actors[number % 20]) for number in range(200)]
    for number, person in enumerate(people):
        task(f"Avoin {number}", person)
        task(f"Tehty {number}", person, state="done")
    for number, person in enumerate(people[:40]):
        following: Any = people[100 + number].pk if number % 2 else {"name": f"Yhteyshenkilö {300 + number}"}
        hand_over(person.pk, following, by=None, at=NOON)
    assert tasks_without_owner(today=TOMORROW) == []
    assert ended_without_successor(today=TOMORROW) == []
    stream = io.BytesIO()
    assert write_hand_overs(stream, today=TOMORROW, language="fi") == 40
    sheet = load_workbook(stream).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == 40
    assert rows[0][1:3] == ("neuvoja", rows[0][2])
    assert {row[4] for row in rows} == {1}
    assert {row[5].date() for row in rows} == {TODAY}
    done = records_of(TASKS).filter(state="done", owner__in=[person.pk for person in people[:40]])
    assert done.count() == 40
    assert breaks(here) == []


def test_a_consent_is_not_copied_and_history_stays(here: Workspace) -> None:
    actor = make_record("actors")
    leaving = contact(1, actor, consent="given", consent_noted=date(2025, 5, 1), lawful_basis="consent", note="Tuttu")
    following: Any = hand_over(
        leaving.pk, {"name": "Yhteyshenkilö 2", "consent": "given", "role": "johtaja"}, by=None, at=NOON
    )
    saved: Any = record_of(CONTACTS, following.pk)
    assert (saved.consent, saved.consent_noted, saved.lawful_basis, saved.note) == ("not_asked", None, "", "")
    assert (saved.actor_id, saved.active_from, saved.role) == (actor.pk, TODAY, "johtaja")
    left: Any = record_of(CONTACTS, leaving.pk)
    assert (left.successor_id, left.active_to, left.consent, left.note) == (saved.pk, TODAY, "given", "Tuttu")


def test_an_end_that_is_noted_already_stays(here: Workspace) -> None:
    leaving = contact(1, make_record("actors"), active_to=date(2025, 12, 31))
    hand_over(leaving.pk, {"name": "Yhteyshenkilö 2"}, by=None, at=NOON)
    assert record_of(CONTACTS, leaving.pk).active_to == date(2025, 12, 31)  # type: ignore[attr-defined]


def test_three_chairs_in_turn(here: Workspace) -> None:
    actor = make_record("actors")
    first = contact(1, actor)
    minutes = task("Pöytäkirja", first)
    second = hand_over(first.pk, {"name": "Yhteyshenkilö 2"}, by=None, at=NOON)
    third = hand_over(second.pk, {"name": "Yhteyshenkilö 3"}, by=None, at=NOON)
    assert record_of(TASKS, minutes.pk).owner_id == third.pk  # type: ignore[attr-defined]
    chain = {(each.contact.name, each.successor.name, each.tasks) for each in done_hand_overs()}
    assert chain == {("Yhteyshenkilö 1", "Yhteyshenkilö 2", 1), ("Yhteyshenkilö 2", "Yhteyshenkilö 3", 1)}


@pytest.mark.parametrize("who", ["oneself", "left", "handed over"])
def test_the_successor_must_be_somebody_else_who_is_still_there(here: Workspace, who: str) -> None:
    actor = make_record("actors")
    leaving = contact(1, actor)
    gone = contact(2, actor, active_to=date(2025, 1, 1))
    following = {"oneself": leaving, "left": gone, "handed over": contact(3, actor)}[who]
    if who == "handed over":
        hand_over(leaving.pk, following.pk, by=None, at=NOON)
    with pytest.raises(CannotHandOverError):
        hand_over(leaving.pk, following.pk, by=None, at=NOON)


def test_a_new_successor_needs_a_name_and_nothing_is_half_done(here: Workspace) -> None:
    leaving = contact(1, make_record("actors"))
    head = here.head_sequence
    with pytest.raises(InvalidValuesError):
        hand_over(leaving.pk, {"role": "johtaja"}, by=None, at=NOON)
    assert record_of(CONTACTS, leaving.pk).active_to is None  # type: ignore[attr-defined]
    assert here.head_sequence == head


def test_a_stale_page_is_refused(here: Workspace) -> None:
    leaving = contact(1, make_record("actors"))
    with pytest.raises(StaleVersionError):
        hand_over(leaving.pk, {"name": "Yhteyshenkilö 2"}, version=leaving.version - 1, by=None, at=NOON)


def test_undo_takes_the_work_back_and_the_new_person_away(here: Workspace) -> None:
    leaving = contact(1, make_record("actors"))
    open_task = task("Soita", leaving)
    following = hand_over(leaving.pk, {"name": "Yhteyshenkilö 2"}, by=None, at=NOON)
    undo(Activity.objects.get(sequence=here.head_sequence), by=None, at=NOON)
    assert record_of(TASKS, open_task.pk).owner_id == leaving.pk  # type: ignore[attr-defined]
    assert record_of(CONTACTS, leaving.pk).successor_id is None  # type: ignore[attr-defined]
    assert not CONTACTS.model.objects.filter(pk=following.pk).exists()
    assert done_hand_overs() == []


def test_what_waits_is_listed(here: Workspace) -> None:
    actor = make_record("actors")
    gone = contact(1, actor, active_to=TODAY)
    waiting, owned = task("Soita", gone), make_record("tasks", name="Kirjoita", owner=gone)
    assert ended_without_successor(today=TODAY) == []
    assert [(each.contact.pk, each.tasks) for each in ended_without_successor(today=TOMORROW)] == [(gone.pk, 2)]
    assert [each.pk for each in tasks_without_owner(today=TOMORROW)] == [waiting.pk]
    assert owned.member


def test_a_successor_whose_own_last_day_is_still_to_come_takes_the_work(here: Workspace) -> None:
    actor = make_record("actors")
    leaving, ending = contact(1, actor), contact(2, actor, active_to=TODAY)
    staying = contact(3, actor, active_to=TODAY + timedelta(days=90))
    with pytest.raises(CannotHandOverError):
        hand_over(leaving.pk, ending.pk, by=None, at=NOON)
    following = hand_over(leaving.pk, staying.pk, by=None, at=NOON)
    assert (following.pk, following.active_to) == (staying.pk, TODAY + timedelta(days=90))
