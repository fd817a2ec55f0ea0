"""Trash, removal and their undo: exact returns, and no loss of what somebody else saved meanwhile."""

import pytest

from seutu.apps.records.enums import Audience, Change
from seutu.apps.records.exceptions import CannotUndoError, UndoConflictError
from seutu.apps.records.models import Activity, OwnedRecord
from seutu.apps.records.operations import (
    change_record,
    remove_record,
    restore_record,
    share_record,
    trash_record,
    undo,
    values_of,
)
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")
CONTACTS = kind_named("contacts")


def _newest() -> Activity:
    newest: Activity = Activity.objects.order_by("-sequence")[0]
    return newest


def _gone(kind_name: str, record: OwnedRecord) -> Activity:
    kind = kind_named(kind_name)
    remove_record(kind, trash_record(kind, record, by=None, at=NOON), by=None, at=NOON)
    return _newest()


def test_a_removed_record_comes_back_into_the_trash_as_it_was() -> None:
    workspace = make_workspace()
    other = make_record("actors", workspace=workspace, name="Verstas Oy")
    record = make_record("actors", workspace=workspace, name="Verstaat Oy")
    with in_scope(workspace):
        share_record(ACTORS, record, Audience.NETWORK, [], by=None, at=NOON)
        fresh = record_of(ACTORS, record.pk)
        apart = {"distinct_from": (str(other.pk),)}
        change_record(ACTORS, fresh, apart, version=fresh.version, by=None, at=NOON)
        before = record_of(ACTORS, record.pk)
        undo(_gone("actors", record), by=None, at=NOON)
        after = record_of(ACTORS, record.pk)
    assert after.trashed_at == NOON
    assert after.audience == Audience.NETWORK
    assert after.terms == before.terms
    assert values_of(ACTORS, after) == values_of(ACTORS, before)


def test_undoing_a_trashing_is_logged_as_a_restoring_and_the_other_way_round() -> None:
    record = make_record("actors", workspace=(workspace := make_workspace()))
    with in_scope(workspace):
        trash_record(ACTORS, record, by=None, at=NOON)
        undo(_newest(), by=None, at=NOON)
        assert _newest().rows.get().change == Change.RESTORED
        assert record_of(ACTORS, record.pk).trashed_at is None
        undo(_newest(), by=None, at=NOON)
        assert _newest().rows.get().change == Change.TRASHED
        assert record_of(ACTORS, record.pk).trashed_at == NOON


def test_an_undo_says_when_what_a_removed_record_belonged_to_is_gone() -> None:
    workspace = make_workspace()
    actor = make_record("actors", workspace=workspace, name="Verstas Oy")
    contact = make_record("contacts", workspace=workspace, actor=actor)
    with in_scope(workspace):
        removed = _gone("contacts", contact)
        away = _gone("actors", actor)
        with pytest.raises(UndoConflictError):
            undo(removed, by=None, at=NOON)
        undo(away, by=None, at=NOON)
        undo(removed, by=None, at=NOON)
        assert record_of(CONTACTS, contact.pk).trashed_at == NOON
        with pytest.raises(CannotUndoError):
            undo(removed, by=None, at=NOON)


@pytest.mark.parametrize("act", ["trash", "restore", "share"])
def test_an_act_on_a_record_read_earlier_keeps_what_was_saved_since(act: str) -> None:
    workspace = make_workspace()
    record = make_record("actors", workspace=workspace, name="Alfa")
    with in_scope(workspace):
        change_record(ACTORS, record, {"name": "Beta"}, version=record.version, by=None, at=NOON)
        if act == "trash":
            trash_record(ACTORS, record, by=None, at=NOON)
        elif act == "restore":
            restore_record(ACTORS, record, by=None, at=NOON)
        else:
            share_record(ACTORS, record, Audience.PUBLIC, [], by=None, at=NOON)
        fresh = record_of(ACTORS, record.pk)
    assert (fresh.title, fresh.title_key) == ("Beta", "beta")
    assert "beta" in fresh.search_text
