"""Plan documents: approving keeps a version, versions stay, forms do not lose approved text, and who may what."""

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from pytest_django import DjangoAssertNumQueries

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.programmes.document_operations import approve_document, keep_missing_approved
from seutu.apps.programmes.document_queries import (
    document_versions,
    documents_of_project,
    kept_document,
    version_counts,
)
from seutu.apps.programmes.document_rules import APPROVED_ELSEWHERE
from seutu.apps.programmes.exceptions import DocumentNotApprovableError
from seutu.apps.programmes.models import PlanDocument
from seutu.apps.records.exceptions import InvalidValuesError, StaleVersionError
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import change_record, create_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.snapshots import is_unchanged
from tests.integration.factories import NOON, make_person, make_record, make_workspace, signed_in, signed_in_as

pytestmark = pytest.mark.django_db
DAY = date(2026, 2, 3)
TEXT = "Viestimme yrityksille.\n\n- uutiskirje\n- tapahtumat"


@pytest.fixture
def owner() -> User:
    """Return the owner."""
    return make_person()


@pytest.fixture
def here(owner: User) -> Workspace:
    """Return the workspace."""
    return make_workspace(owner=owner, slug="tyot")


def document(here: Workspace, **values: Any) -> PlanDocument:
    """Return a draft of a communication plan."""
    first = {"name": "Viestintäsuunnitelma", "document_type": "communication_plan", "state": "draft", "text": TEXT}
    return cast("PlanDocument", make_record("plan-documents", workspace=here, **{**first, **values}))


def approved(found: PlanDocument, here: Workspace) -> PlanDocument:
    """Approve a document as it stands."""
    with in_scope(here):
        return approve_document(document=found, day=DAY, version=found.version, by=None, at=NOON)


def address(found: OwnedRecord, rest: str = "") -> str:
    """Return the address of a document's page."""
    return f"/en/w/tyot/documents/{found.pk}/{rest}"


def test_approving_marks_the_day_and_keeps_the_text_as_it_was(here: Workspace) -> None:
    """A later draft leaves the approved version alone."""
    found = approved(document(here), here)
    assert (found.state, found.approved_on) == ("approved", DAY)
    with in_scope(here):
        values = {"state": "draft", "approved_on": None, "text": "Uusi teksti"}
        changed = change_record(kind_named("plan-documents"), found, values, version=found.version, by=None, at=NOON)
        again = approve_document(
            document=cast("PlanDocument", changed), day=DAY, version=changed.version, by=None, at=NOON
        )
        kept = list(document_versions(again))
    assert [each.number for each in kept] == [2, 1]
    assert [kept_document(each)["text"] for each in kept] == ["Uusi teksti", TEXT]
    assert all(is_unchanged(each) for each in kept)


@pytest.mark.parametrize(
    ("values", "day", "said"),
    [
        ({"text": " "}, DAY, "no text"),
        ({"state": "replaced"}, DAY, "Only a draft"),
        ({}, date(2026, 3, 3), "in the future"),
    ],
)
def test_what_cannot_be_approved_is_told(here: Workspace, values: dict[str, Any], day: date, said: str) -> None:
    """No text, a wrong state, a day that has not come: nothing is written."""
    found = document(here, **values)
    with in_scope(here), pytest.raises(DocumentNotApprovableError) as told:
        approve_document(document=found, day=day, version=found.version, by=None, at=NOON)
    assert said in told.value.message.en
    with in_scope(here):
        assert not document_versions(found).exists()


def test_what_somebody_else_changed_is_not_approved(here: Workspace) -> None:
    """The person approves what they saw."""
    found = document(here)
    with in_scope(here), pytest.raises(StaleVersionError):
        approve_document(document=found, day=DAY, version=found.version - 1, by=None, at=NOON)


def test_a_form_neither_approves_nor_loses_approved_text(here: Workspace) -> None:
    """Approving has its own page; text changes as a draft, once a version has been kept."""
    kind, draft = kind_named("plan-documents"), document(here)
    brought = document(here, name="Tuotu", state="approved", approved_on=DAY)
    cases: list[tuple[PlanDocument, dict[str, Any], str]] = [
        (draft, {"state": "approved"}, "state"),
        (brought, {"text": "Toinen"}, "text"),
        (brought, {"text": "Toinen", "state": "draft", "approved_on": None}, "text"),
    ]
    for found, values, column in cases:
        with in_scope(here), pytest.raises(InvalidValuesError) as told:
            change_record(kind, found, values, version=found.version, by=None, at=NOON)
        assert list(told.value.problems) == [column]
    with in_scope(here):
        keep_missing_approved(document=brought, by=None, at=NOON)
        with pytest.raises(DocumentNotApprovableError):
            keep_missing_approved(document=brought, by=None, at=NOON)
        changed = change_record(kind, brought, cases[2][1], version=brought.version, by=None, at=NOON)
    assert changed.state == "draft"  # type: ignore[attr-defined]


def test_a_form_adds_no_approved_document_and_a_file_may(owner: User, here: Workspace, tmp_path: Path) -> None:
    """What came in as approved gets its version from its page."""
    kind, path = kind_named("plan-documents"), tmp_path / "documents.csv"
    with in_scope(here):
        project = make_record("projects")
    values = {"name": "Valmis", "project": project.pk, "document_type": "other", "text": TEXT, "state": "approved"}
    with in_scope(here, person=owner):
        with pytest.raises(InvalidValuesError) as told:
            create_record(kind, values, by=owner, at=NOON)
        assert told.value.problems == {"state": APPROVED_ELSEWHERE}
        create_record(kind, {**values, "name": "Kesken", "state": "draft"}, by=owner, at=NOON)
        path.write_text(f"name,project_id,document_type,text,state\nTuotu,{project.pk},other,Teksti,approved\n")
        plan = plan_import(kind, open_file(kind, path), language="fi")
        apply_plan(plan, accept_good=False, note="", by=owner, at=NOON)
        brought = PlanDocument.objects.get(name="Tuotu")
        assert not PlanDocument.objects.filter(name="Valmis").exists()
    assert "Keep a version" in signed_in(owner).get(address(brought)).content.decode()


@pytest.mark.parametrize("whole", [("projects", "programmes"), ()])
def test_a_document_is_of_a_project_or_of_a_programme(here: Workspace, whole: tuple[str, ...]) -> None:
    """Of exactly one of them."""
    values: dict[str, Any] = {"name": "Suunnitelma", "document_type": "other", "state": "draft"}
    with in_scope(here):
        values |= {name.removesuffix("s"): make_record(name).pk for name in whole}
        with pytest.raises(InvalidValuesError):
            create_record(kind_named("plan-documents"), values, by=None, at=NOON)


def test_a_draft_has_no_day_of_approval(here: Workspace) -> None:
    """A day of approval belongs to what was approved."""
    with pytest.raises(InvalidValuesError):
        document(here, approved_on=DAY)


def test_the_page_approves_and_shows_each_version(owner: User, here: Workspace) -> None:
    """The button keeps a version; its page shows the text as it was; both print to Word."""
    found, desk = document(here), signed_in(owner)
    page = desk.get(address(found)).content.decode()
    assert "<li>uutiskirje</li>" in page.split('id="text"')[1].split("</section>")[0]
    assert "Mark as approved" in page
    answer = desk.post(address(found, "approve/"), {"day": "3.2.2026", "version": found.version}, follow=True)
    assert b"Approved on 3 February 2026." in answer.content or b"Approved on 3.2.2026." in answer.content
    version = desk.get(address(found, "versions/1/"))
    assert "Viestimme yrityksille." in version.content.decode()
    assert "Seal" in version.content.decode()
    for rest in ("file/docx/", "versions/1/docx/"):
        word = b"".join(cast("Any", desk.get(address(found, rest))).streaming_content)
        with zipfile.ZipFile(io.BytesIO(word)) as opened:
            assert "uutiskirje" in opened.read("word/document.xml").decode()
    assert b"".join(cast("Any", desk.get(address(found, "file/pdf/"))).streaming_content).startswith(b"%PDF")


@pytest.mark.parametrize("rest", ["versions/2/", "versions/9/docx/", "file/exe/"])
def test_what_there_is_not_answers_404(owner: User, here: Workspace, rest: str) -> None:
    """Versions and forms that there are not."""
    found = approved(document(here), here)
    assert signed_in(owner).get(address(found, rest)).status_code == 404


@pytest.mark.parametrize(
    ("role", "page", "file", "approve"),
    [
        (Role.OWNER, 200, 200, 302),
        (Role.CONTRIBUTOR, 200, 200, 302),
        (Role.READER, 200, 200, 404),
        (Role.GUEST, 200, 404, 404),
        (Role.FUNDER, 404, 404, 404),
    ],
)
def test_each_role_gets_what_it_may(here: Workspace, role: Role, page: int, file: int, approve: int) -> None:
    """A funder sees no document, a guest takes none along, a reader approves none."""
    found, desk = document(here), signed_in_as(here, role)
    assert desk.get(address(found)).status_code == page
    assert desk.get(address(found, "file/docx/")).status_code == file
    body = {"day": "3.2.2026", "version": found.version}
    assert desk.post(address(found, "approve/"), body).status_code == approve


def test_a_funder_finds_no_documents_in_lists(here: Workspace) -> None:
    """The list is empty to whom plans are not shown."""
    found, desk = document(here), signed_in_as(here, Role.FUNDER)
    assert found.name not in desk.get("/en/w/tyot/r/plan-documents/").content.decode()


def test_documents_of_other_workspaces_answer_404(owner: User, here: Workspace) -> None:
    """Foreign ids are not there."""
    other = make_workspace(owner=owner)
    found = document(other)
    assert signed_in(owner).get(address(found)).status_code == 404


def test_project_and_programme_pages_list_documents(owner: User, here: Workspace) -> None:
    """With state, late review and link."""
    with in_scope(here):
        project, programme = make_record("projects"), make_record("programmes")
    found = document(here, project=project, next_review=date(2025, 1, 1))
    other = document(here, programme=programme, name="Toimintasuunnitelma", document_type="action_plan")
    desk = signed_in(owner)
    page = desk.get(f"/en/w/tyot/projects/{project.pk}/").content.decode()
    assert address(found) in page
    assert "late" in page
    assert address(other) in desk.get(f"/en/w/tyot/programmes/{programme.pk}/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_documents_cost_the_project_page_two_queries(
    here: Workspace, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """However many there are."""
    with in_scope(here):
        project = make_record("projects")
        for number in range(rows):
            approved(document(here, project=project, name=f"Suunnitelma {number}"), here)
        with django_assert_num_queries(2):
            found = documents_of_project(project.pk)
            counts = version_counts(found)
    assert list(counts.values()) == [1] * rows


def test_a_stale_form_is_told(owner: User, here: Workspace) -> None:
    """The page says that somebody else was first."""
    found = document(here)
    body = {"day": "3.2.2026", "version": found.version - 1}
    answer = signed_in(owner).post(address(found, "approve/"), body, follow=True)
    assert b"Somebody else changed this" in answer.content


def test_a_wrong_day_is_told(owner: User, here: Workspace) -> None:
    """What is no day is said so, and nothing is approved."""
    found, desk = document(here), signed_in(owner)
    desk.post(address(found, "approve/"), {"day": "joskus", "version": found.version}, follow=True)
    with in_scope(here):
        assert record_of(kind_named("plan-documents"), found.pk).state == "draft"  # type: ignore[attr-defined]
