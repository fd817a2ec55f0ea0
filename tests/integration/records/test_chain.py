"""The activity chain shows every edit, deletion, swap, insertion and cut tail; erasing values does not break it."""

import random
from collections.abc import Callable

import pytest
from django.db import connection

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.chain import breaks
from seutu.apps.records.models import Activity, ActivityRow
from seutu.apps.records.operations import change_record, trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")


def chained(acts: int) -> Workspace:
    workspace = make_workspace()
    with in_scope(workspace):
        record = make_record("actors", name="Konepaja Oy")
        for number in range(acts):
            fresh = record_of(ACTORS, record.pk)
            values = {"name": f"Konepaja {number} Oy", "tags": ("teema:meri", f"n:{number}")}
            change_record(ACTORS, fresh, values, version=fresh.version, by=None, at=NOON)
        trash_record(ACTORS, record_of(ACTORS, record.pk), by=None, at=NOON)
    workspace.refresh_from_db()
    return workspace


def test_a_whole_chain_holds() -> None:
    workspace = chained(6)
    with in_scope(workspace):
        assert breaks(workspace) == []
        assert [entry.sequence for entry in Activity.objects.order_by("sequence")] == list(range(1, 9))


def test_the_record_s_version_is_its_last_act() -> None:
    workspace = chained(3)
    with in_scope(workspace):
        record = ACTORS.model.objects.get()
        assert record.version == workspace.head_sequence


def _run(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _edit_values(numbers: list[int]) -> None:
    _run('UPDATE records_activityrow SET "values" = %s WHERE id = %s', '{"name": ["a", "b"]}', numbers[0])


def _edit_person(numbers: list[int]) -> None:
    _run("UPDATE records_activity SET person_key = 'x' WHERE sequence = %s", numbers[1])


def _edit_time(numbers: list[int]) -> None:
    _run("UPDATE records_activity SET at = %s WHERE sequence = %s", "2020-01-01 00:00:00+00:00", numbers[1])


def _delete_row(numbers: list[int]) -> None:
    _run("DELETE FROM records_activityrow WHERE id = %s", numbers[0])


def _delete_entry(numbers: list[int]) -> None:
    _run("DELETE FROM records_activityrow WHERE activity_id = %s", numbers[2])
    _run("DELETE FROM records_activity WHERE id = %s", numbers[2])


def _swap(numbers: list[int]) -> None:
    first = Activity.objects.get(sequence=numbers[1])
    other = Activity.objects.exclude(pk=first.pk).order_by("sequence").first()
    assert other is not None
    _run("UPDATE records_activity SET root = %s WHERE id = %s", other.root, first.pk)
    _run("UPDATE records_activity SET root = %s WHERE id = %s", first.root, other.pk)


def _insert(numbers: list[int]) -> None:
    row = ActivityRow.objects.get(pk=numbers[0])
    row.pk = None
    row.position = 99
    row.save(force_insert=True)


def _cut_tail(numbers: list[int]) -> None:
    last = Activity.objects.order_by("-sequence").first()
    assert last is not None
    _delete_entry([0, 0, last.pk])


def _move_head(numbers: list[int]) -> None:
    _cut_tail(numbers)
    last = Activity.objects.order_by("-sequence").first()
    assert last is not None
    _run(
        "UPDATE accounts_workspace SET head_sequence = %s, head_digest = %s WHERE id = %s",
        last.sequence,
        last.digest,
        last.workspace_id.hex if connection.vendor == "sqlite" else last.workspace_id,
    )


TAMPERINGS = [
    _edit_values,
    _edit_person,
    _edit_time,
    _delete_row,
    _delete_entry,
    _swap,
    _insert,
    _cut_tail,
    _move_head,
]


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__.strip("_"))
@pytest.mark.parametrize("seed", range(3))
def test_tampering_is_found(tamper: Callable[[list[int]], None], seed: int) -> None:
    workspace = chained(8)
    draw = random.Random(seed)
    with in_scope(workspace):
        row = draw.choice(list(ActivityRow.objects.exclude(change="trashed")))
        entry = draw.choice(list(Activity.objects.all()))
        tamper([row.pk, entry.sequence, entry.pk])
        workspace.refresh_from_db()
        assert breaks(workspace) != []


def test_erased_values_leave_the_chain_whole() -> None:
    workspace = chained(2)
    with in_scope(workspace):
        row = ActivityRow.objects.order_by("pk").first()
        assert row is not None
        row.values, row.salt = None, ""
        row.save()
        assert breaks(workspace) == []
