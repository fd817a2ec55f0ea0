"""Ids of other workspaces, of the trash and of two rows at once; and a plan that the workspace has outrun."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seutu.apps.records.exceptions import StalePlanError
from seutu.apps.records.files.exporting import export_kind
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import
from seutu.apps.records.files.planning import Plan
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import change_record, trash_record
from seutu.apps.records.queries import record_of, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.columns import ColumnProblem, Reading
from seutu.apps.records.sheets.finding import RecordFinder
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "actors.csv"


@pytest.fixture
def here() -> Iterator[None]:
    with in_scope(make_workspace()):
        yield


def exported(path: Path) -> None:
    with path.open("wb") as stream:
        export_kind(ACTORS, records_of(ACTORS), stream, form="machine", language="en")


def planned(path: Path) -> Plan:
    return plan_import(ACTORS, open_file(ACTORS, path), language="fi")


def written(path: Path) -> dict[str, int]:
    return dict(apply_plan(planned(path), accept_good=False, note="", by=None, at=NOON).counts)


def test_a_trashed_record_that_came_from_another_workspace_is_refused(path: Path) -> None:
    with in_scope(make_workspace()):
        make_record("actors", name="Konepaja Oy")
        exported(path)
    with in_scope(make_workspace()):
        assert written(path) == {"created": 1}
        trash_record(ACTORS, record_of(ACTORS, records_of(ACTORS).get().pk), by=None, at=NOON)
        (row,) = planned(path).rows
    assert [problem.column for problem in row.problems] == ["id"]


@pytest.mark.usefixtures("here")
def test_two_rows_with_one_new_id_are_one_record(path: Path) -> None:
    new = uuid4()
    path.write_text(f"id,name\n{new},Konepaja Oy\n{new},Telakka Oy\n{new},Konepaja Oy\n", encoding="utf-8")
    rows = planned(path).rows
    assert [row.outcome for row in rows] == ["created", "rejected", "skipped"]
    assert "2" in rows[1].problems[0].message.fi


@pytest.mark.usefixtures("here")
def test_many_rows_of_the_trash_are_looked_up_at_once(path: Path) -> None:
    records = [make_record("actors", name=f"Konepaja {number}") for number in range(6)]
    exported(path)
    costs = []
    for record in (records[0], *records[1:]):
        trash_record(ACTORS, record, by=None, at=NOON)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            planned(path)
        costs.append(len(queries))
    assert costs[-1] <= costs[0]


@pytest.mark.usefixtures("here")
def test_a_plan_of_older_records_is_not_written(path: Path) -> None:
    record = make_record("actors", name="Konepaja Oy", address="Vanha katu 1")
    path.write_text(f"id,name,address\n{record.pk},Konepaja Oy,Tiedoston tie 2\n", encoding="utf-8")
    plan = planned(path)
    change_record(ACTORS, record, {"name": "Telakka Oy"}, version=record.version, by=None, at=NOON)
    with pytest.raises(StalePlanError) as refused:
        apply_plan(plan, accept_good=False, note="", by=None, at=NOON)
    assert refused.value.problems[0].message.fi.startswith("Työtilaa muutettiin")
    stands = record_of(ACTORS, record.pk)
    assert (stands.title, stands.title_key) == ("Telakka Oy", "telakka oy")
    assert Activity.objects.count() == 2
    assert written(path) == {"changed": 1}


@pytest.mark.parametrize(
    "text", ["http://[", "https://konepaja]fi.example", "https://kone／paja.example", "http://a b.fi"]
)
@pytest.mark.usefixtures("here")
def test_what_is_no_web_address_is_a_question_never_a_fault(text: str) -> None:
    with pytest.raises(ColumnProblem) as refused:
        ACTORS.column("website").read(text, Reading(language="fi", finder=RecordFinder()))
    assert "verkko-osoite" in refused.value.message.fi
