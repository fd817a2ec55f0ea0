"""The audit folder read back: every file in the index with its size and SHA-256, what is in it, and who gets it."""

import csv
import errno
import hashlib
import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest
from django.db import connection
from django.utils import timezone
from openpyxl import load_workbook

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.funding import audit_folder
from seutu.apps.funding import belongings as gathered
from seutu.apps.funding.application_operations import keep_missing_version
from seutu.apps.funding.models import Application
from seutu.apps.funding.plans import plan_of
from seutu.apps.programmes.document_operations import approve_document
from seutu.apps.programmes.models import PlanDocument, Project
from seutu.apps.records import acts
from seutu.apps.records.acts import titles_of
from seutu.apps.records.operations import remove_record, trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_person, make_record, make_workspace, signed_in, signed_in_as
from tests.integration.programmes.glow import Glow, make_glow, make_steering

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    """Return the owner."""
    return make_person(name="Omistaja")


@pytest.fixture
def here(owner: User) -> Workspace:
    """Return the workspace."""
    return make_workspace(owner=owner, slug="tyot")


@pytest.fixture
def glow(here: Workspace, owner: User) -> Glow:
    """Return a project with an application, a decision, costs, a claim, a document and hours."""
    made = make_glow(here, by=owner, name="Kasvun verkosto", code="A12345")
    make_steering(made, by=owner)
    with in_scope(here, person=owner, role=Role.OWNER):
        project = made.project
        application = make_record(
            "applications", by=owner, name="Hakemus", project=project, state="submitted", submitted_on=date(2026, 2, 2)
        )
        keep_missing_version(application=cast("Application", application), by=owner, at=NOON)
        make_record("decisions", by=owner, application=application, name="Rahoituspäätös")
        make_record("actual-costs", by=owner, project=project, day=date(2026, 1, 31), amount=Decimal("8000.40"),
                    cost_kind="staff", label="Palkat")  # fmt: skip
        make_record("payment-claims", by=owner, project=project, number="1", start=date(2026, 1, 1),
                    end=date(2026, 3, 31), state="paid", paid_on=date(2026, 5, 5))  # fmt: skip
        document = make_record("plan-documents", by=owner, project=project, name="Viestintä", text="Kerromme.",
                               document_type="communication_plan", state="draft")  # fmt: skip
        approve_document(document=cast("PlanDocument", document), day=date(2026, 2, 1), version=document.version,
                         by=owner, at=NOON)  # fmt: skip
        make_record("worked-hours", by=owner, project=project, month=date(2026, 1, 1), hours=Decimal("7.5"))
    return made


def folder(glow: Glow, owner: User) -> zipfile.ZipFile:
    """Return the folder as it comes from the page."""
    answer = signed_in(owner).get(f"/en/w/tyot/projects/{glow.project.pk}/audit-folder/")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="a12345-audit-folder.zip"'
    return zipfile.ZipFile(io.BytesIO(b"".join(cast("Any", answer).streaming_content)))


def rows_of(opened: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    """Return the lines of a CSV of the folder."""
    return list(csv.DictReader(io.StringIO(opened.read(name).decode("utf-8"))))


def test_the_index_tells_every_file_as_it_is(owner: User, glow: Glow) -> None:
    """Size and SHA-256 are those of the file; no file is missing from the index, or the other way."""
    opened = folder(glow, owner)
    assert opened.testzip() is None
    listed = [row for row in rows_of(opened, "index.csv") if row["file"]]
    assert [row["file"] for row in listed] == [name for name in opened.namelist() if name != "index.csv"]
    for row in listed:
        content = opened.read(row["file"])
        assert (int(row["size (bytes)"]), row["SHA-256"]) == (len(content), hashlib.sha256(content).hexdigest())
        assert row["day"]
        assert row["what it is"]
    notes = [row["what it is"] for row in rows_of(opened, "index.csv") if not row["file"]]
    assert any("31.12.2031" in note for note in notes)
    assert any("attached files" in note for note in notes)


def test_the_folder_holds_what_an_auditor_asks_for(owner: User, glow: Glow) -> None:
    """Plan, budget, application with its version, decision, claim, costs, meetings, document, hours, log."""
    opened = folder(glow, owner)
    names = set(opened.namelist())
    assert names >= {
        "plan/plan.json",
        "plan/plan.xlsx",
        "plan/budget.pdf",
        "applications/application-1.pdf",
        "decisions/decision-1.docx",
        "decisions/decision-1.pdf",
        "claims/claim-1.xlsx",
        "documents/document-1-viestinta.docx",
        "lists/actual-costs.xlsx",
        "lists/payment-claims.xlsx",
        "lists/project-meetings.xlsx",
        "lists/resolutions.xlsx",
        "lists/worked-hours.xlsx",
        "versions/applications-1-application-1.json",
        "versions/plan-documents-1-document-1.json",
        "log/changes.csv",
    }
    assert not [name for name in names if "score" in name]
    assert json.loads(opened.read("plan/plan.json"))["title"] == "Kasvun verkosto"
    assert opened.read("plan/budget.pdf").startswith(b"%PDF")
    sheet = load_workbook(io.BytesIO(opened.read("lists/project-meetings.xlsx")), read_only=True).worksheets[0]
    held = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "Hyväksyttiin suunnitelma." in held


def test_a_version_is_as_it_was_kept(owner: User, glow: Glow) -> None:
    """A later change of the document is not in it."""
    kept = json.loads(folder(glow, owner).read("versions/plan-documents-1-document-1.json"))
    assert kept["content"]["document"]["text"] == "Kerromme."
    assert len(kept["seal"]) == 64


def test_the_log_tells_who_changed_what(owner: User, glow: Glow) -> None:
    """Also of records in the trash, and of those that were removed for good."""
    with in_scope(glow.workspace, person=owner, role=Role.OWNER):
        kind = kind_named("risks")
        gone = make_record("risks", by=owner, project=glow.project, name="Poistettu riski")
        trash_record(kind, gone, by=owner, at=timezone.now())
        remove_record(kind, record_of(kind, gone.pk), by=owner, at=timezone.now())
    lines = rows_of(folder(glow, owner), "log/changes.csv")
    assert {"owner", "Omistaja"} & {line["who"] for line in lines}
    assert ["Poistettu riski", ""] in [[line["before"], line["after"]] for line in lines if line["column"] == "name"]
    assert ["", "Kasvun verkosto"] in [[line["before"], line["after"]] for line in lines if line["column"] == "name"]
    assert [int(line["sequence"]) for line in lines] == sorted(int(line["sequence"]) for line in lines)


def test_other_projects_are_not_in_the_folder(owner: User, glow: Glow) -> None:
    """Nor one that follows this."""
    with in_scope(glow.workspace, person=owner, role=Role.OWNER):
        other = make_record("projects", by=owner, name="Jatkohanke", follows=glow.project)
        make_record("risks", by=owner, project=other, name="Toisen riski")
    opened = folder(glow, owner)
    assert "Toisen riski" not in opened.read("log/changes.csv").decode()


def test_no_query_asks_by_more_ids_than_a_part(glow: Glow, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is found, and its order, are the same in parts as at once."""
    asked: list[int] = []

    def read() -> list[Any]:
        found = gathered.belongings(cast("Project", glow.project))
        lists = [[each.pk for each in gathered.standing_records(kind_named(name), ids)] for name, ids in found.items()]
        standing = [gathered.has_standing(kind_named(name), ids) for name, ids in found.items()]
        log = [each.pk for each in gathered.log_rows(cast("Project", glow.project), found)]
        titles = titles_of([(name, pk) for name, ids in found.items() for pk in ids])
        return [found, lists, standing, [each.pk for each in gathered.kept_versions(found)], log, titles]

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        told = {str(each).replace("-", "") for each in params or ()}
        asked.append(len(told & known))
        return execute(sql, params, many, context)

    with in_scope(glow.workspace):
        whole = read()
        known = {pk.hex for ids in whole[0].values() for pk in ids}
        assert len(known) > 10
        monkeypatch.setattr(gathered, "PART", 2)
        monkeypatch.setattr(acts, "TITLES_ASKED", 2)
        with connection.execute_wrapper(count):
            assert read() == whole
    assert max(asked) == 2


def test_the_same_project_gives_the_same_names(owner: User, glow: Glow) -> None:
    """And the same bytes of its plan and versions."""
    first, second = folder(glow, owner), folder(glow, owner)
    assert first.namelist() == second.namelist()
    for name in ("plan/plan.json", "versions/applications-1-application-1.json", "log/changes.csv"):
        assert first.read(name) == second.read(name)


def test_an_empty_project_has_a_folder_too(owner: User, here: Workspace) -> None:
    """With its plan and its log."""
    with in_scope(here):
        project = make_record("projects", by=owner, name="Idea")
    answer = signed_in(owner).get(f"/fi/w/tyot/projects/{project.pk}/audit-folder/")
    opened = zipfile.ZipFile(io.BytesIO(b"".join(cast("Any", answer).streaming_content)))
    assert {"plan/plan.json", "lists/projects.xlsx", "log/changes.csv", "index.csv"} <= set(opened.namelist())


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.OWNER, 200),
        (Role.FACILITATOR, 200),
        (Role.CONTRIBUTOR, 404),
        (Role.READER, 404),
        (Role.GUEST, 404),
        (Role.FUNDER, 404),
    ],
)
def test_owners_and_facilitators_alone_get_it(glow: Glow, role: Role, status: int) -> None:
    """Others do not even see the button."""
    desk = signed_in_as(glow.workspace, role)
    address = f"/en/w/tyot/projects/{glow.project.pk}/"
    assert desk.get(f"{address}audit-folder/").status_code == status
    if role != Role.FUNDER:
        assert ("Get the audit folder" in desk.get(address).content.decode()) is (status == 200)


def test_projects_of_others_answer_404(owner: User, here: Workspace) -> None:
    """Foreign ids are not there."""
    other = make_workspace(owner=owner)
    project = make_record("projects", workspace=other)
    assert signed_in(owner).get(f"/en/w/tyot/projects/{project.pk}/audit-folder/").status_code == 404


def test_a_fault_on_the_way_gives_its_page_and_no_half_folder(
    owner: User, glow: Glow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: Any, **_named: Any) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(audit_folder, "print_budget", full)
    client = signed_in(owner)
    client.raise_request_exception = False
    answer = client.get(f"/en/w/tyot/projects/{glow.project.pk}/audit-folder/")
    assert answer.status_code == 507
    assert answer["Content-Type"].startswith("text/html")


def test_the_plan_is_read_once(owner: User, glow: Glow, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Project] = []

    def counted(project: Project) -> Any:
        read.append(project)
        return plan_of(project)

    monkeypatch.setattr(audit_folder, "plan_of", counted)
    folder(glow, owner)
    assert len(read) == 1
