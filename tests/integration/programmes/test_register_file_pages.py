"""Files of registers on their pages: sent, recognised, looked at, brought in as a job, refused, undone."""

import io
import json
import zipfile
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.beacons import ask_to_end, light, seen
from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.operations import cancel_job
from seutu.apps.jobs.queries import job_of, jobs
from seutu.apps.jobs.work import Running
from seutu.apps.jobs.worker import Worker
from seutu.apps.programmes.imports import jobs as programme_jobs
from seutu.apps.records.files.report import ImportReport
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import create_record
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_person, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db(transaction=True)

ORGANISATIONS = """"projectID";"organisationID";"name";"country";"role";"ecContribution";"vatNumber"
"101";"900001";"TESTI YLIOPISTO";"FI";"coordinator";"100000";""
"101";"900002";"Testi Konepaja Oy";"FI";"participant";"50000";""
"101";"900003";"TEST UNIVERSITY ABROAD";"SE";"participant";"50000";""
"""
PROJECTS = """"id";"acronym";"title";"startDate";"endDate";"frameworkProgramme"
"101";"TESTI";"A test of tests";"2021-01-01";"2023-12-31";"HORIZON"
"""
COMPANIES = [
    {
        "businessId": {"value": "0112038-9", "registrationDate": "1978-03-15"},
        "names": [{"name": "Testi Konepaja Oy", "type": "1", "version": 1, "registrationDate": "1978-03-15"}],
    }
]


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace(owner=make_person())


@pytest.fixture
def client(workspace: Workspace) -> Client:
    return signed_in_as(workspace, Role.FACILITATOR)


def _projects(rows: int, *, broken: int = 0) -> bytes:
    header = "Hankekoodi;Rahasto;Hankkeen nimi;Toteuttajan nimi;Hankkeen tila;Aloituspäivämäärä;Päättymispäivämäärä"
    lines = [f"A7{n:04};EAKR;Hanke {n};Testitalo {n % 7} Oy;Päättynyt;01.01.2015;31.12.2016" for n in range(rows)]
    lines += [f"A8{n:04};EAKR;Rikki {n};Testitalo Oy;Päättynyt;joskus;31.12.2016" for n in range(broken)]
    return ("\n".join([header, *lines]) + "\n").encode()


def _cordis_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("organization.csv", ORGANISATIONS)
        archive.writestr("project.csv", PROJECTS)
    return stream.getvalue()


def _send(client: Client, workspace: Workspace, files: dict[str, bytes], what: str = "") -> Any:
    sent = [SimpleUploadedFile(name, body) for name, body in files.items()]
    answer = client.post(reverse("register_files", args=[workspace.slug]), {"what": what, "files": sent})
    if answer.status_code == HTTPStatus.FOUND and "/jobs/" not in answer["Location"]:
        asked = client.get(answer["Location"])
        chosen = asked.context["form"].initial["what"]
        answer = client.post(answer["Location"], {"what": chosen}) if chosen else asked
    return answer


def _worked(client: Client, where: str) -> Any:
    Worker().turn_once()
    return client.get(where)


def _brought(client: Client, workspace: Workspace) -> Any:
    with in_scope(workspace):
        job = jobs()[0]
    answer = client.post(reverse("register_bring", args=[workspace.slug, job.pk]))
    assert answer.status_code == HTTPStatus.FOUND
    return _worked(client, answer["Location"])


@pytest.mark.parametrize(
    ("files", "kind", "count"),
    [
        ({"hankkeet.csv": _projects(12)}, "projects", 12),
        ({"cordis-HORIZONprojects-csv.zip": _cordis_zip()}, "actors", 2),
        ({"organization.csv": ORGANISATIONS.encode(), "project.csv": PROJECTS.encode()}, "actors", 2),
        ({"yritykset.json": json.dumps(COMPANIES).encode()}, "actors", 1),
    ],
    ids=["eu-projects", "cordis-zip", "cordis-csvs", "prh"],
)
def test_a_file_is_recognised_looked_at_brought_in_and_undone(
    client: Client, workspace: Workspace, files: dict[str, bytes], kind: str, count: int
) -> None:
    looked = _worked(client, _send(client, workspace, files)["Location"])
    with in_scope(workspace):
        assert not records_of(kind_named(kind)).exists()
        assert not Activity.objects.exists()
        assert jobs()[0].outcome["created"] == count  # type: ignore[index]
    assert reverse("register_bring", args=[workspace.slug, looked.context["breadcrumbs"] and _last(workspace)]) in (
        looked.content.decode()
    )
    done = _brought(client, workspace)
    with in_scope(workspace):
        assert records_of(kind_named(kind)).count() == count
        act = Activity.objects.get()
        sequence = act.sequence
        assert act.note == ", ".join(sorted(files))
    undo = reverse("act_undo", args=[workspace.slug, sequence])
    assert undo in done.content.decode()
    client.post(undo)
    with in_scope(workspace):
        for name in ("projects", "actors", "participations", "links", "sources"):
            assert not kind_named(name).model.objects.exists()


def _last(workspace: Workspace) -> Any:
    with in_scope(workspace):
        return jobs()[0].pk


def test_rejected_rows_are_shown_left_out_and_handed_over_as_a_file(client: Client, workspace: Workspace) -> None:
    looked = _worked(client, _send(client, workspace, {"h.csv": _projects(3, broken=2)}, "eu-projects")["Location"])
    assert "joskus" in looked.content.decode()
    done = _brought(client, workspace)
    with in_scope(workspace):
        assert records_of(kind_named("projects")).count() == 3
    address = reverse("job_rejected", args=[workspace.slug, _last(workspace)])
    assert address in done.content.decode()
    file = b"".join(client.get(address).streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert [line.split(";")[0] for line in file.splitlines()[1:]] == ["5", "6"]
    assert "joskus" in file


def test_what_was_not_recognised_is_asked(client: Client, workspace: Workspace) -> None:
    asked = _send(client, workspace, {"muu.csv": b"nimi;kunta\nA;B\n"})
    assert asked.status_code == HTTPStatus.OK
    assert 'type="radio"' in asked.content.decode()
    with in_scope(workspace):
        assert not jobs().exists()


def test_a_file_of_another_sort_is_refused_in_words(client: Client, workspace: Workspace) -> None:
    page = _worked(client, _send(client, workspace, {"muu.csv": b"nimi;kunta\nA;B\n"}, "prh-companies")["Location"])
    assert 'role="alert"' in page.content.decode()
    assert reverse("register_files", args=[workspace.slug]) in page.content.decode()


def test_too_large_a_file_tells_the_command(client: Client, workspace: Workspace, settings: Any) -> None:
    settings.UPLOAD_LIMIT_MB = 0
    answer = _send(client, workspace, {"cordis.zip": _cordis_zip()}, "cordis")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f"seutu import cordis.zip --kind cordis --workspace {workspace.slug}" in answer.content.decode()


def test_the_names_of_files_do_not_lead_out_of_their_folder(
    client: Client, workspace: Workspace, settings: Any
) -> None:
    _send(client, workspace, {"..\\..\\evil.csv": _projects(1), ".hidden": b"x"}, "eu-projects")
    kept = Path(settings.DATA_FOLDER) / "uploads" / str(workspace.pk)
    assert sorted(path.name for path in kept.rglob("*") if path.is_file()) == ["evil.csv", "hidden"]


def test_a_change_in_between_is_looked_at_anew(client: Client, workspace: Workspace) -> None:
    _worked(client, _send(client, workspace, {"h.csv": _projects(3)}, "eu-projects")["Location"])
    looked = _last(workspace)
    with in_scope(workspace):
        create_record(kind_named("actors"), {"name": "Testitalo 1 Oy"}, by=None, at=NOON)
    answer = client.post(reverse("register_bring", args=[workspace.slug, looked]))
    assert _worked(client, answer["Location"]).status_code == HTTPStatus.OK
    with in_scope(workspace):
        assert job_of(_last(workspace)).task == "register-preview"
        assert not records_of(kind_named("projects")).exists()
    _brought(client, workspace)
    with in_scope(workspace):
        assert records_of(kind_named("projects")).count() == 3


def test_a_rehearsal_counts_what_the_import_does(client: Client, workspace: Workspace) -> None:
    counted = []
    for size in (9, 14):
        _worked(client, _send(client, workspace, {"h.csv": _projects(size)}, "eu-projects")["Location"])
        with in_scope(workspace):
            counted.append(jobs()[0].outcome)
        _brought(client, workspace)
        with in_scope(workspace):
            counted.append(jobs()[0].outcome)
    for looked, done in (counted[:2], counted[2:]):
        assert looked is not None
        assert done is not None
        names = ("rows", "created", "changed", "unchanged", "skipped", "related", "review")
        assert {name: looked[name] for name in names} == {name: done[name] for name in names}
    assert counted[3]["created"] == 5  # type: ignore[index]


def test_a_writing_job_ends_when_asked_and_leaves_nothing(
    client: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _worked(client, _send(client, workspace, {"h.csv": _projects(30)}, "eu-projects")["Location"])
    answer = client.post(reverse("register_bring", args=[workspace.slug, _last(workspace)]))
    job_id = _last(workspace)
    told: list[tuple[int, int | None]] = []

    def lit(job: Any, done: int, total: int | None) -> None:
        told.append((done, total))
        light(job, done, total)
        if total:
            ask_to_end(job)

    monkeypatch.setattr("seutu.apps.jobs.beacons.light", lit)
    page = _worked(client, answer["Location"])
    assert told
    assert page.status_code == HTTPStatus.OK
    with in_scope(workspace):
        assert job_of(job_id).state == JobState.CANCELLED
        assert not records_of(kind_named("projects")).exists()
        assert seen(job_id) is None
        assert not cancel_job(job_of(job_id), at=NOON)


def _changed_meanwhile(workspace: Workspace) -> None:
    with in_scope(workspace):
        create_record(kind_named("actors"), {"name": "Somebody Else's Oy"}, by=None, at=NOON)


def _only_actor(workspace: Workspace) -> bool:
    with in_scope(workspace):
        return records_of(kind_named("actors")).count() == 1


def test_an_import_whose_workspace_was_changed_since_writes_nothing_and_is_checked_again(
    client: Client, workspace: Workspace
) -> None:
    _worked(client, _send(client, workspace, {"organization.csv": ORGANISATIONS.encode()})["Location"])
    asked = client.post(reverse("register_bring", args=[workspace.slug, _last(workspace)]))
    _changed_meanwhile(workspace)
    late = _worked(client, asked["Location"])
    assert _only_actor(workspace)
    again = reverse("register_bring", args=[workspace.slug, _last(workspace)])
    assert again in late.content.decode()
    looked = _worked(client, client.post(again)["Location"])
    assert looked.context["facts"]
    assert _only_actor(workspace)
    _brought(client, workspace)
    with in_scope(workspace):
        assert records_of(kind_named("actors")).count() == 3


def test_a_write_in_the_midst_of_an_import_undoes_the_import(
    client: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _worked(client, _send(client, workspace, {"organization.csv": ORGANISATIONS.encode()})["Location"])
    asked = client.post(reverse("register_bring", args=[workspace.slug, _last(workspace)]))
    read = programme_jobs._read

    def slow(running: Running, *, accept_good: bool, preview: bool) -> ImportReport:
        _changed_meanwhile(workspace)
        return read(running, accept_good=accept_good, preview=preview)

    monkeypatch.setattr(programme_jobs, "_read", slow)
    _worked(client, asked["Location"])
    with in_scope(workspace):
        assert jobs()[0].state == JobState.FAILED
        assert not records_of(kind_named("actors")).filter(name="Testi Konepaja Oy").exists()
