"""The pages of long work: a large file goes on as a job, its page follows it, and it can be ended."""

from collections.abc import Iterator
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.imports import BACKGROUND_ROWS
from seutu.apps.jobs.models import Job
from seutu.apps.jobs.operations import start_job
from seutu.apps.jobs.queries import job_of, jobs
from seutu.apps.jobs.worker import Worker
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import make_person, make_record, make_workspace, signed_in, signed_in_as

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace(owner=make_person())


@pytest.fixture
def client(workspace: Workspace) -> Client:
    return signed_in_as(workspace, Role.FACILITATOR)


@pytest.fixture
def job(workspace: Workspace) -> Iterator[Job]:
    with in_scope(workspace):
        yield start_job(name="verstaat.csv", task="none", arguments={}, by=None, at=timezone.now())


COLUMNS = {"column-0-0": "name", "column-0-1": "founded"}


def _looked_at(client: Client, workspace: Workspace, rows: int) -> tuple[str, int]:
    """Send a file; return the address of its preview and the head that stands there."""
    lines = "\n".join(["name\tfounded", *(f"Verstas {number}\t2001-05-04" for number in range(rows))])
    start = reverse("import", args=[workspace.slug, "actors"])
    preview = client.post(start, {"pasted": lines})
    assert preview.status_code == HTTPStatus.FOUND
    return preview["Location"], client.get(preview["Location"]).context["head"]


def _sent(client: Client, workspace: Workspace, rows: int) -> str:
    preview, head = _looked_at(client, workspace, rows)
    answer = client.post(preview, {"head": head, "act": "save", **COLUMNS})
    assert answer.status_code == HTTPStatus.FOUND
    return str(answer["Location"])


def test_a_large_file_goes_on_as_a_job(client: Client, workspace: Workspace) -> None:
    where = _sent(client, workspace, BACKGROUND_ROWS + 1)
    page = client.get(where)
    assert "hx-get" in page.content.decode()
    with in_scope(workspace):
        assert records_of(kind_named("actors")).count() == 0
        Worker().turn_once()
        assert records_of(kind_named("actors")).count() == BACKGROUND_ROWS + 1
        job = jobs().get()
        assert job.outcome is not None
        act = reverse("act", args=[workspace.slug, job.outcome["sequence"]])
    done = client.get(where).content.decode()
    assert act in done
    assert "hx-get" not in done.split("<main")[1]


def test_a_large_file_of_a_workspace_changed_since_is_shown_again(client: Client, workspace: Workspace) -> None:
    preview, head = _looked_at(client, workspace, BACKGROUND_ROWS + 1)
    make_record("actors", workspace=workspace, name="Muu Oy")
    again = client.post(preview, {"head": head, "act": "save", **COLUMNS})
    assert again.status_code == HTTPStatus.OK
    assert again.context["head"] > head
    with in_scope(workspace):
        assert not jobs().exists()


def test_a_job_that_was_outrun_leads_back_to_the_preview(
    client: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seutu.web.views.imports.BACKGROUND_ROWS", 2)
    preview, head = _looked_at(client, workspace, 3)
    where = client.post(preview, {"head": head, "act": "save", **COLUMNS})["Location"]
    make_record("actors", workspace=workspace, name="Muu Oy")
    Worker().turn_once()
    page = client.get(where)
    assert [action["url"] for action in page.context["page_actions"]] == [preview]
    assert page.context["notices"][0]["tone"] == "attention"
    assert signed_in_as(workspace, Role.CONTRIBUTOR).get(where).context["page_actions"] == []
    with in_scope(workspace):
        assert [record.title for record in records_of(kind_named("actors"))] == ["Muu Oy"]
    again = client.post(preview, {"head": client.get(preview).context["head"], "act": "save", **COLUMNS})["Location"]
    Worker().turn_once()
    with in_scope(workspace):
        assert records_of(kind_named("actors")).count() == 4
    assert client.get(again).context["notices"][0]["tone"] == "good"
    gone = client.get(where).context["page_actions"]
    assert [action["url"] for action in gone] == [reverse("import", args=[workspace.slug, "actors"])]


def test_a_small_file_is_saved_at_once(client: Client, workspace: Workspace) -> None:
    assert _sent(client, workspace, 3).endswith("/done/")
    with in_scope(workspace):
        assert not jobs().exists()
        assert records_of(kind_named("actors")).count() == 3


def test_the_progress_asks_for_the_page_when_it_ends(client: Client, workspace: Workspace, job: Job) -> None:
    url = reverse("job_progress", args=[workspace.slug, job.pk])
    waiting = client.get(url)
    assert "HX-Refresh" not in waiting
    assert url in waiting.content.decode()
    client.post(reverse("job_cancel", args=[workspace.slug, job.pk]))
    ended = client.get(url)
    assert ended["HX-Refresh"] == "true"
    assert url not in ended.content.decode()


def test_a_job_is_ended_from_its_page(client: Client, workspace: Workspace, job: Job) -> None:
    url = reverse("job_cancel", args=[workspace.slug, job.pk])
    page = reverse("job", args=[workspace.slug, job.pk])
    assert url in client.get(page).content.decode()
    assert client.get(url).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert client.post(url)["Location"] == page
    assert job_of(job.pk).state == JobState.CANCELLED
    assert url not in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("state", "outcome", "words"),
    [
        (JobState.DONE, {"rows": 4, "created": 4}, "4"),
        (JobState.FAILED, {"fault": "KeyError"}, "fault in the program"),
        (JobState.FAILED, {"fault": "worker_died", "attempts": 3}, "Split the file"),
        (JobState.FAILED, {"problems": [{"message": {"fi": "a", "sv": "b", "en": "Send it"}}]}, "Send it"),
        (
            JobState.FAILED,
            {
                "rows": 1,
                "rejected_count": 900,
                "rejected": [{"line": 7, "column": "Name", "value": "x", "message": {"en": "Bad", "fi": "", "sv": ""}}],
            },
            "Bad",
        ),
    ],
)
def test_the_ending_is_told(
    client: Client, workspace: Workspace, job: Job, state: JobState, outcome: dict[str, object], words: str
) -> None:
    Job.objects.filter(pk=job.pk).update(state=state, outcome=outcome)
    page = client.get(reverse("job", args=[workspace.slug, job.pk]).replace("/fi/", "/en/"))
    assert words in page.content.decode()


def test_the_list_names_each_job_in_as_many_questions(
    client: Client, workspace: Workspace, job: Job, django_assert_max_num_queries: object
) -> None:
    url = reverse("jobs", args=[workspace.slug])
    for number in range(3):
        start_job(name=f"file {number}.csv", task="none", arguments={}, by=None, at=timezone.now())
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page = client.get(url).content.decode()
    assert "verstaat.csv" in page
    assert "file 2.csv" in page


@pytest.mark.parametrize("name", ["job", "job_progress", "job_cancel"])
def test_foreign_jobs_are_not_there(workspace: Workspace, job: Job, name: str) -> None:
    stranger = make_person()
    elsewhere = make_workspace(owner=stranger)
    browser = signed_in(stranger)
    for url in (
        reverse(name, args=[workspace.slug, job.pk]),
        reverse(name, args=[elsewhere.slug, job.pk]),
        reverse(name, args=[elsewhere.slug, uuid4()]),
    ):
        answer = browser.post(url) if name == "job_cancel" else browser.get(url)
        assert answer.status_code == HTTPStatus.NOT_FOUND
    assert job_of(job.pk).state == JobState.WAITING


def test_readers_do_not_see_imports(workspace: Workspace, job: Job) -> None:
    browser = signed_in_as(workspace, Role.READER)
    assert browser.get(reverse("jobs", args=[workspace.slug])).status_code == HTTPStatus.NOT_FOUND
