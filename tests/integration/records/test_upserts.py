"""Records that a register's file brings: what one part of the file changed is there when the next part is fetched."""

from collections.abc import Iterator

import pytest

from seutu.apps.records.enums import Operation
from seutu.apps.records.files.upserts import Upserts
from seutu.apps.records.models import Activity
from seutu.apps.records.queries import history_of, record_of
from seutu.apps.records.recording import recording
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    with in_scope(make_workspace()):
        yield


def test_a_record_of_two_parts_keeps_the_changes_of_both() -> None:
    record = make_record("actors", name="Konepaja Oy")
    with recording(Operation.IMPORT, by=None, at=NOON) as act:
        actors = Upserts(act, ACTORS, lambda held: [held.title_key])
        for values in ({"address": "Tie 1"}, {"post_code": "74100", "other_names": ("KP",)}):
            actors.warm(["konepaja oy"])
            actors.put(["konepaja oy"], values)
    now = record_of(ACTORS, record.pk)
    told = {name: pair[1] for row in history_of(ACTORS, record.pk)[:2] for name, pair in (row.values or {}).items()}
    assert told == {"address": "Tie 1", "post_code": "74100", "other_names": ["KP"]}
    assert {name: ACTORS.column(name).keep(ACTORS.column(name).take(now)) for name in told} == told


def test_an_import_that_changes_nothing_leaves_no_entry() -> None:
    record = make_record("actors", name="Konepaja Oy", address="Tie 1")
    with recording(Operation.IMPORT, by=None, at=NOON) as act:
        actors = Upserts(act, ACTORS, lambda held: [held.title_key])
        actors.warm(["konepaja oy"])
        actors.put(["konepaja oy"], {"address": "Tie 1"})
        assert actors.record(record.pk).pk == record.pk
    assert dict(actors.counts) == {"unchanged": 1}
    assert Activity.objects.count() == 1
    make_record("actors", name="Telakka Oy")
