"""A person's data are handed out whole and erased without a trace, and the log's chain still holds."""

import json
import urllib.parse
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.records.chain import breaks
from seutu.apps.records.exceptions import CannotUndoError
from seutu.apps.records.models import Activity, ActivityRow, SavedView
from seutu.apps.records.operations import change_record, comment, remove_record, trash_record, undo
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.searching import hits_by_kind
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.erasing import repeat_erasures, replay_erasures
from seutu.apps.register.exceptions import IsMemberError
from seutu.apps.register.hand_overs import ended_without_successor
from seutu.apps.register.handing_over import hand_over
from seutu.apps.register.models import ErasureNote
from seutu.apps.register.privacy_everywhere_operations import (
    erase_everywhere,
    extract_everywhere,
    person_everywhere,
)
from seutu.apps.register.privacy_marks import MARKER
from seutu.apps.register.privacy_memory_operations import erasures_file
from seutu.apps.register.privacy_operations import person_erase
from seutu.apps.register.privacy_search import person_known_by
from seutu.cli import person as commands
from seutu.web.uploads import keep_text, kept_upload
from tests.integration.factories import NOON, make_member, make_person, make_record, make_workspace

pytestmark = pytest.mark.django_db
CONTACTS, ACTORS, MEETINGS = kind_named("contacts"), kind_named("actors"), kind_named("meetings")
# Names made of roles and numbers in letters: nobody's.
TENS = ("Yksi", "Kaksi", "Kolme", "Neljä", "Viisi")
LAST = ("Testinen", "Koehenkilö", "Malli", "Esimerkkilä")
PEOPLE = [(f"{first} {last}", 4 * row + place) for row, first in enumerate(TENS) for place, last in enumerate(LAST)]


def canaries(name: str, number: int) -> list[str]:
    """Return what must not be found afterwards: the name folded and not, the address, the digits of the number.

    Nine digits: seven turn up by chance among the digests of the log.
    """
    return [name.casefold(), f"henkilo{number}@esimerkki.example", f"405550{number:03d}"]


def dump() -> str:
    """Return every value of every table as one text, folded, and beside it without the spaces and dashes of numbers."""
    texts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - Django's own table names
            texts += [str(value) for row in cursor.fetchall() for value in row if value is not None]
    text = "\n".join(texts)
    plain = "\n".join([text, urllib.parse.unquote_plus(text), text.encode().decode("unicode_escape", "ignore")])
    return plain.casefold() + plain.replace(" ", "").replace("-", "")


def plant(name: str, number: int, actor: Any) -> list[Any]:
    """Put one person into two places of a kind each: contacts, mentions, comments, the log, a saved list."""
    first, last = name.split()
    email, phone = f"henkilo{number}@esimerkki.example", f"+358 40 5550{number:03d}"
    contact = make_record("contacts", actor=actor, name=name, email=email, phone=phone, note=f"{name} on tavattu.")
    by = make_person()
    comment(CONTACTS, contact, f"{first} ehti puhelimeen", by=by, at=NOON)
    comment(ACTORS, actor, f"Kysy: {last}, {first} tai 040-5550 {number:03d}", by=by, at=NOON)
    bent = f"{name[:-3]}selle" if name.endswith("nen") else f"{name}lle"
    meeting = make_record("meetings", actor=actor, subject=f"Sovittu: {name.upper()}", note=f"Soitetaan {bent}.")
    change_record(MEETINGS, meeting, {"next_step": f"Viesti {email}"}, version=meeting.version, by=by, at=NOON)
    make_record("tasks", name=f"Soita {first}\u00ad {last}", owner=contact, member=None)
    make_record("tasks", name="Kutsu", member=email)
    make_record("sources", name=f"Haastattelu, {name}", url=f"https://esimerkki.example/{email}")
    make_record("actors", name=f"Tmi {name}", other_names=(f"{last} {first}",), tags=(f"omistaja:{name}",))
    old = make_record("contacts", actor=actor, name=name, phone=f"0405550{number:03d}")
    trash_record(CONTACTS, old, by=by, at=NOON)
    remove_record(CONTACTS, record_of(CONTACTS, old.pk), by=by, at=NOON)
    query = urllib.parse.urlencode({"q": name})
    SavedView.objects.create(workspace_id=actor.workspace_id, kind="contacts", name=f"{name}: omat", query=query)
    return [contact]


def test_twenty_people_in_forty_places_leave_no_trace() -> None:
    workspaces = [make_workspace(), make_workspace()]
    for workspace in workspaces:
        with in_scope(workspace):
            actor = make_record("actors", name=f"Kehitysyhtiö {workspace.slug}")
            for name, number in PEOPLE:
                plant(name, number, actor)
    before = dump()
    for name, number in PEOPLE:
        assert all(canary in before for canary in canaries(name, number)), name
        held = person_everywhere(f"henkilo{number}@esimerkki.example")
        erase_everywhere(held, at=timezone.now())
    after = dump()
    left = [canary for name, number in PEOPLE for canary in canaries(name, number) if canary in after]
    assert left == []
    for workspace in Workspace.objects.all():
        with in_scope(workspace):
            assert breaks(workspace) == []
            assert hits_by_kind("testinen", personal=True) == []


def bytes_kept() -> bytes:
    """Return the bytes of SQLite's file and of its log, in small letters."""
    file = Path(connection.settings_dict["NAME"])
    beside = file.with_name(f"{file.name}-wal")
    return file.read_bytes().lower() + (beside.read_bytes().lower() if beside.exists() else b"")


@pytest.mark.django_db(transaction=True)
def test_the_files_of_the_database_hold_nobody_who_was_erased() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite")
    people = [(f"Kuusitoista Tavu{chr(97 + number)}nen", 700 + number) for number in range(12)]
    marks = [f"tavu{chr(97 + number)}nen".encode() for number in range(12)]
    marks += [f"henkilo{number}@esimerkki.example".encode() for _name, number in people]
    with in_scope(make_workspace()):
        actor = make_record("actors", name="Kehitysyhtiö")
        for name, number in people:
            plant(name, number, actor)
    before = bytes_kept()
    assert [mark for mark in marks if mark not in before] == []
    for _name, number in people:
        erase_everywhere(person_everywhere(f"henkilo{number}@esimerkki.example"), at=timezone.now())
    after = bytes_kept()
    assert {mark: after.count(mark) for mark in marks if mark in after} == {}


def planted() -> tuple[Workspace, Any]:
    workspace = make_workspace()
    with in_scope(workspace):
        actor = make_record("actors", name="Kehitysyhtiö")
        (contact,) = plant("Yksi Testinen", 1, actor)
    return workspace, contact


def test_the_extract_holds_all_there_is() -> None:
    workspace, contact = planted()
    held = person_everywhere(str(contact.pk))
    found = extract_everywhere(held, at=NOON)
    json.dumps(found)
    (here,) = found["workspaces"]
    assert [each["values"]["email"] for each in here["contacts"]] == ["henkilo1@esimerkki.example"]
    assert {each["title"] for each in here["tasks"]} == {"Soita Yksi\u00ad Testinen", "Kutsu"}
    places = {(each["kind"], each["column"]) for each in here["mentions"]}
    assert places >= {("meetings", "subject"), ("meetings", "note"), ("meetings", "next_step")}
    assert places >= {("tasks", "name"), ("tasks", "member"), ("sources", "name"), ("sources", "url")}
    assert places >= {("actors", "name"), ("actors", "other_names"), ("actors", "tags")}
    assert len(here["comments"]) == 2
    assert {(each["table"], each["field"]) for each in here["other"]} == {("SavedView", "name"), ("SavedView", "query")}
    assert {each["kind"] for each in here["log"]} >= {"contacts", "meetings", "tasks", "sources", "actors"}
    assert found["accounts"] == []
    assert workspace.name == here["workspace"]


def test_the_erased_contact_keeps_its_place_and_loses_the_person() -> None:
    workspace, contact = planted()
    with in_scope(workspace):
        person = person_known_by(str(contact.pk))
        assert person is not None
        counts = person_erase(person, by=None, at=NOON)
        now: Any = record_of(CONTACTS, contact.pk)
        assert (now.name, now.email, now.phone, now.note) == (MARKER, "", "", "")
        assert now.actor_id == contact.actor_id
        assert (now.title_key, now.search_text) == (MARKER, MARKER)
        assert counts["contacts"] == 1
        assert counts["comments"] == 2
        assert [each.contact.pk for each in ended_without_successor(today=timezone.localdate())] == [contact.pk]
        assert person_erase(person, by=None, at=NOON).total() == 0


def test_the_erasing_act_holds_no_old_values_and_cannot_be_undone() -> None:
    workspace, contact = planted()
    with in_scope(workspace):
        person = person_known_by(str(contact.pk))
        assert person is not None
        person_erase(person, by=None, at=NOON)
        entry = Activity.objects.get(sequence=workspace.head_sequence)
        rows = ActivityRow.objects.filter(activity=entry)
        assert rows.exists()
        assert all(not row.values for row in rows)
        assert ActivityRow.objects.filter(values__isnull=True).exists()
        with pytest.raises(CannotUndoError):
            undo(entry, by=None, at=NOON)
        first = Activity.objects.get(sequence=2)
        with pytest.raises(CannotUndoError):
            undo(first, by=None, at=NOON)


def test_a_namesake_with_another_address_is_left_alone() -> None:
    workspace, contact = planted()
    with in_scope(workspace):
        other = make_record("contacts", actor=contact.actor_id, name="Yksi Testinen", email="toinen@esimerkki.example")
        longer = make_record("contacts", actor=contact.actor_id, name="Yksi Testinenkoski")
        person = person_known_by("henkilo1@esimerkki.example")
        assert person is not None
        person_erase(person, by=None, at=NOON)
        assert record_of(CONTACTS, other.pk).title == "Yksi Testinen"
        assert record_of(CONTACTS, longer.pk).title == "Yksi Testinenkoski"


def test_a_hand_over_is_still_listed_after_the_person_is_erased() -> None:
    from seutu.apps.register.hand_overs import done_hand_overs

    workspace, contact = planted()
    with in_scope(workspace):
        hand_over(contact.pk, {"name": "Yhteyshenkilö 2"}, by=None, at=NOON)
        person = person_known_by(str(contact.pk))
        assert person is not None
        person_erase(person, by=None, at=NOON)
        assert [(row.contact.name, row.successor.name, row.tasks) for row in done_hand_overs()] == [
            (MARKER, "Yhteyshenkilö 2", 1)
        ]


def test_a_member_is_not_erased_before_the_membership_ends() -> None:
    workspace, _ = planted()
    keeper = make_member(workspace, Role.OWNER)
    member = make_member(workspace, Role.CONTRIBUTOR, email="henkilo1@esimerkki.example", name="Yksi Testinen")
    held = person_everywhere("henkilo1@esimerkki.example")
    with pytest.raises(IsMemberError):
        erase_everywhere(held, at=NOON)
    with in_scope(workspace), pytest.raises(IsMemberError):
        person_erase(held[0][1], by=keeper, at=NOON)
    member.memberships.all().delete()
    counts = erase_everywhere(held, at=NOON)
    assert counts["accounts"] == 1
    account = User.objects.get(pk=member.pk)
    assert (account.name, account.is_active, account.email) == (MARKER, False, f"{member.pk}@erased.invalid")


def test_a_workspace_erases_within_itself_only() -> None:
    mine, contact = planted()
    theirs, other = planted()
    with in_scope(mine):
        person = person_known_by(str(contact.pk))
        assert person is not None
        person_erase(person, by=None, at=NOON)
    with in_scope(theirs):
        assert record_of(CONTACTS, other.pk).title == "Yksi Testinen"
        assert breaks(theirs) == []


def test_erasures_are_repeated_on_a_restored_backup(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    workspace, contact = planted()
    with in_scope(workspace):
        old = CONTACTS.model.objects.filter(pk=contact.pk).values().get()
    with django_capture_on_commit_callbacks(execute=True):
        erase_everywhere(person_everywhere(str(contact.pk)), at=timezone.now())
    remembered = erasures_file().read_text(encoding="ascii")
    assert "esimerkki" not in remembered
    # The backup brings the person back and forgets, in the database, that they were ever erased.
    ErasureNote.objects.all().delete()
    with in_scope(workspace):
        restored = CONTACTS.model.objects.get(pk=contact.pk)
        for name, value in old.items():
            setattr(restored, name, value)
        restored.save()
        later = make_record("meetings", actor=contact.actor_id, subject="Sovittu: Yksi Testinen")
        back = make_record(
            "contacts", actor=contact.actor_id, name="Kaksi Malli", email="h2@esimerkki.example", at=timezone.now()
        )
    counts = repeat_erasures(at=timezone.now())
    assert counts["people"] == 1
    with in_scope(workspace):
        assert record_of(CONTACTS, contact.pk).title == MARKER
        assert record_of(MEETINGS, later.pk).title == f"Sovittu: {MARKER}"
        assert record_of(CONTACTS, back.pk).title == "Kaksi Malli"
    assert replay_erasures(erasures_file(), at=timezone.now()) == 0


def test_somebody_who_came_back_after_the_erasure_is_left_alone() -> None:
    workspace, contact = planted()
    erase_everywhere(person_everywhere(str(contact.pk)), at=NOON)
    with in_scope(workspace):
        again = make_record(
            "contacts",
            actor=contact.actor_id,
            name="Yksi Testinen",
            email="henkilo1@esimerkki.example",
            at=timezone.now(),
        )
    assert repeat_erasures(at=timezone.now())["people"] == 0
    with in_scope(workspace):
        assert record_of(CONTACTS, again.pk).title == "Yksi Testinen"


def test_files_waiting_for_import_go_with_the_person(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    workspace, other = make_workspace(), make_workspace()
    kept = [keep_text(each, "contacts", "nimi\nYksi Testinen\n", "lista.csv") for each in (workspace, other)]
    with in_scope(workspace), django_capture_on_commit_callbacks(execute=True):
        contact = make_record("contacts", name="Yksi Testinen", email="yksi@esimerkki.example")
        person = person_known_by(str(contact.pk))
        assert person is not None
        person_erase(person, by=None, at=NOON)
    assert [each.path.exists() for each in kept] == [False, True]
    assert kept_upload(workspace, "contacts", kept[0].token) is None
    assert keep_text(workspace, "contacts", "nimi\n", "uusi.csv").path.exists()


def test_the_command_names_the_copies_that_may_still_hold_the_person(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _workspace, contact = planted()
    monkeypatch.setattr(commands, "start", lambda: None)
    monkeypatch.setattr(settings, "DATA_FOLDER", tmp_path)
    (tmp_path / "backups").mkdir()
    copies = [tmp_path / "backups" / name for name in ("before-0.1.0-1.zip", "before-restore-1.sqlite3")]
    for copy in copies:
        copy.touch()
    (tmp_path / "backups" / "notes.txt").touch()
    commands.erase(str(contact.pk), yes=True)
    assert capsys.readouterr().out.strip().endswith(", ".join(str(copy) for copy in copies))
