"""A large act is undone as a job: everything is exactly as before, or nothing is changed and the page says why."""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.queries import jobs
from seutu.apps.jobs.undoing import start_undo
from seutu.apps.jobs.worker import Worker
from seutu.apps.records.chain import breaks
from seutu.apps.records.enums import Operation
from seutu.apps.records.models import Activity, Term
from seutu.apps.records.operations import change_record, create_record
from seutu.apps.records.queries import records_of
from seutu.apps.records.recording import recording
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.terms import attach_terms
from tests.integration.factories import NOON, make_person, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seutu.web.views.activity.BACKGROUND_RECORDS", 3)


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace(owner=make_person())


@pytest.fixture
def client(workspace: Workspace) -> Client:
    return signed_in_as(workspace, Role.CONTRIBUTOR)


def _standing() -> Any:
    actors = kind_named("actors")
    values = {
        record.pk: {column.name: column.keep(column.take(record)) for column in actors.columns}
        for record in attach_terms(list(records_of(actors)))
    }
    return values, sorted(Term.objects.values_list("record_id", "scheme", "code", "position"))


def _imported() -> Activity:
    """Enter an act that changes two actors and creates eight."""
    actors = kind_named("actors")
    for number in range(2):
        create_record(actors, {"name": f"Vanha {number}", "other_names": ("A", "B")}, by=None, at=NOON)
    before = attach_terms(list(records_of(actors)))
    with recording(Operation.IMPORT, by=None, at=NOON, note="toimijat.csv") as act:
        for number, record in enumerate(before):
            act.change(actors, record, {"name": f"Uusi nimi {number}", "other_names": ("C",)})
        for number in range(8):
            act.create(actors, {"name": f"Uusi {number}"})
    entry: Activity = Activity.objects.get(sequence=act.sequence)
    return entry


def _undone(client: Client, workspace: Workspace, entry: Activity) -> Any:
    answer = client.post(reverse("act_undo", args=[workspace.slug, entry.sequence]))
    assert "/jobs/" in answer["Location"]
    assert client.get(answer["Location"]).status_code == HTTPStatus.OK
    Worker().turn_once()
    return client.get(answer["Location"])


def test_a_large_act_is_undone_as_a_job_and_everything_is_as_before(client: Client, workspace: Workspace) -> None:
    with in_scope(workspace):
        entry = _imported()
        imported = _standing()
    page = _undone(client, workspace, entry)
    with in_scope(workspace):
        job = jobs().get()
        assert job.state == JobState.DONE
        values, terms = _standing()
        assert [each["name"] for each in values.values()] == ["Vanha 0", "Vanha 1"]
        assert [code for _, scheme, code, _ in terms if scheme == "name"] == ["A", "B", "A", "B"]
        undoing = Activity.objects.get(undoes=entry.sequence)
        assert job.outcome == {"sequence": undoing.sequence}
        assert breaks(Workspace.objects.get(pk=workspace.pk)) == []
        assert imported != (values, terms)
    assert reverse("act", args=[workspace.slug, undoing.sequence]) in page.content.decode()
    again = client.post(reverse("act_undo", args=[workspace.slug, entry.sequence]))
    assert "/jobs/" not in again["Location"]


def test_undoing_the_undoing_brings_the_act_back(client: Client, workspace: Workspace) -> None:
    with in_scope(workspace):
        entry = _imported()
        imported = _standing()
    _undone(client, workspace, entry)
    with in_scope(workspace):
        undoing = Activity.objects.get(undoes=entry.sequence)
    _undone(client, workspace, undoing)
    with in_scope(workspace):
        assert _standing() == imported


def test_what_was_changed_since_is_named_and_nothing_is_undone(client: Client, workspace: Workspace) -> None:
    with in_scope(workspace):
        entry = _imported()
        actors = kind_named("actors")
        record = records_of(actors).get(name="Uusi 3")
        change_record(actors, record, {"name": "Toinen"}, version=record.version, by=None, at=NOON)
        before = _standing()
    page = _undone(client, workspace, entry)
    with in_scope(workspace):
        assert jobs().get().state == JobState.FAILED
        assert _standing() == before
    assert reverse("record", args=[workspace.slug, "actors", record.pk]) in page.content.decode()


def test_what_is_referred_to_is_not_taken_away(client: Client, workspace: Workspace) -> None:
    with in_scope(workspace):
        entry = _imported()
        first, second = records_of(kind_named("actors")).filter(name__startswith="Uusi ")[:2]
        link = {"from_actor": first.pk, "to_actor": second.pk, "link_type": "partner"}
        create_record(kind_named("links"), link, by=None, at=NOON)
        before = _standing()
    page = _undone(client, workspace, entry)
    with in_scope(workspace):
        job = jobs().get()
        assert (job.state, job.outcome) == (JobState.FAILED, {"undone": "in_use"})
        assert _standing() == before
    assert 'role="alert"' in page.content.decode()


def test_an_act_undone_meanwhile_is_not_undone_twice(workspace: Workspace, client: Client) -> None:
    with in_scope(workspace):
        entry = _imported()
        for _ in range(2):
            start_undo(entry, name="twice", by=None, at=timezone.now())
        Worker().turn_once()
        assert sorted(job.state for job in jobs()) == [JobState.DONE, JobState.FAILED]
        assert Activity.objects.filter(undoes=entry.sequence).count() == 1
        job = next(each for each in jobs() if each.state == JobState.FAILED)
    assert 'role="alert"' in client.get(reverse("job", args=[workspace.slug, job.pk])).content.decode()


def test_a_small_act_is_undone_at_once(client: Client, workspace: Workspace) -> None:
    with in_scope(workspace):
        create_record(kind_named("actors"), {"name": "Yksi"}, by=None, at=NOON)
        entry = Activity.objects.get()
    answer = client.post(reverse("act_undo", args=[workspace.slug, entry.sequence]))
    assert "/activity/" in answer["Location"]
    with in_scope(workspace):
        assert not jobs().exists()
        assert not records_of(kind_named("actors")).exists()
