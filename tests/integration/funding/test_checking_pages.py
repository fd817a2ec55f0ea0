"""Checking a document on the web, and making a project of its plan in one step."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.models import CostLine, FundingRow
from seutu.apps.programmes.models import Project, ProjectTask, Result, WorkPackage
from seutu.apps.records.models import Activity
from seutu.apps.records.scope import in_scope
from tests.integration.factories import make_workspace, signed_in_as
from tests.shared_material import SHARED, needs_shared

pytestmark = pytest.mark.django_db
PLAN = {
    "title": "Sillat",
    "cost_lines": [{"label": "Palkat", "kind": "staff", "amount": "100", "partner": "Silta Oy"}],
    "total": "200",
    "funding": [{"label": "EU", "kind": "eu_state", "amount": "200"}],
}


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


def send(client: Client, workspace: Workspace, name: str, content: bytes) -> str:
    """Send a document; return the address of what was found, or the page that refuses it."""
    address = reverse("check", args=[workspace.slug])
    answer = client.post(address, {"file": SimpleUploadedFile(name, content)})
    return str(answer["Location"]) if answer.status_code == 302 else answer.content.decode()


@needs_shared
def test_a_proposal_becomes_a_project_whose_figures_keep_their_lines(workspace: Workspace) -> None:
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    source = next((SHARED / "source-documents").glob("000*.txt"))
    found = send(client, workspace, source.name, source.read_bytes())
    page = client.get(found).content.decode()
    assert "tulos 2" in page or "Tulos 2" in page
    answer = client.post(f"{found}project/", {"name": "GLOW"})
    assert answer.status_code == 302
    with in_scope(workspace):
        project = Project.objects.get()
        assert (project.name, project.budget_total) == ("GLOW", Decimal(440920))
        assert CostLine.objects.get(cost_kind="staff").amount == Decimal(314943)
        assert "rivi" in CostLine.objects.get(cost_kind="staff").source_place
        assert CostLine.objects.get(cost_kind="staff").applied == Decimal(314943)
        assert sum(row.applied or 0 for row in FundingRow.objects.all()) == Decimal(440920)
        assert FundingRow.objects.count() == 5
        months = WorkPackage.objects.values_list("person_months", flat=True)
        assert (len(months), sum(month or 0 for month in months)) == (5, Decimal(57))
        assert (ProjectTask.objects.count(), Result.objects.count()) == (15, 5)
        assert Activity.objects.count() == 1
    budget = client.get(answer["Location"]).content.decode()
    assert "440\u00a0920" in budget


def test_pasted_text_is_checked_as_a_file_of_it_is(workspace: Workspace) -> None:
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    text = "Palkat 60 euroa ja matkat 30 euroa, yhteensä 100 euroa."
    address = reverse("check", args=[workspace.slug])
    pasted = client.get(client.post(address, {"text": text})["Location"]).context
    sent = client.get(send(client, workspace, "teksti.txt", text.encode())).context
    assert pasted["page_title"] == "Liitetty teksti.txt"
    assert (pasted["page_lead"], pasted["groups"]) == (sent["page_lead"], sent["groups"])


def test_a_file_and_a_text_at_once_and_neither_are_refused(workspace: Workspace) -> None:
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    address = reverse("check", args=[workspace.slug])
    both = client.post(address, {"text": "100 euroa", "file": SimpleUploadedFile("a.txt", b"100 euroa")})
    assert (both.status_code, list(both.context["form"].errors)) == (422, ["text"])
    neither = client.post(address, {"text": "  "})
    assert (neither.status_code, list(neither.context["form"].errors)) == (422, ["file"])


def test_a_plan_that_contradicts_itself_is_told_and_can_still_be_brought_in(workspace: Workspace) -> None:
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    found = send(client, workspace, "plan.json", json.dumps(PLAN).encode())
    page = client.get(found).content.decode()
    assert "Silta Oy" in page
    assert "proof__item--alarm" in page
    nameless = client.post(f"{found}project/", {"name": " "})
    assert nameless.status_code == 422
    with in_scope(workspace):
        assert not Project.objects.exists()
    assert client.post(f"{found}project/", {"name": "Sillat"}).status_code == 302


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.json", b'{"total": 1.5}', "total"),
        ("plan.json", b"{", "JSON"),
        ("kuva.png", b"\x89PNG", ".png"),
        ("paatos.pdf", b"%PDF-1.7 nothing", "PDF"),
        ("hakemus.docx", b"PK nothing", "docx"),
        ("tyhja.txt", b"", ""),
    ],
)
def test_what_cannot_be_read_is_one_clear_message(workspace: Workspace, name: str, content: bytes, said: str) -> None:
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    page = send(client, workspace, name, content)
    assert "field__error" in page
    assert said in page


def test_a_reader_checks_and_makes_nothing_and_others_see_nothing(workspace: Workspace) -> None:
    reader = signed_in_as(workspace, Role.READER)
    found = send(reader, workspace, "plan.json", json.dumps(PLAN).encode())
    assert reader.get(found).status_code == 200
    assert reader.post(f"{found}project/", {"name": "x"}).status_code == 404
    other = make_workspace()
    stranger = signed_in_as(other, Role.OWNER)
    assert stranger.get(found).status_code == 404
    assert stranger.get(found.replace(workspace.slug, other.slug)).status_code == 404
    assert signed_in_as(workspace, Role.GUEST).get(reverse("check", args=[workspace.slug])).status_code == 404


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_file_of_a_project_opens(workspace: Workspace, language: str, tmp_path: Path) -> None:
    from seutu.web.views.project_files import FILES

    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    found = send(client, workspace, "plan.json", json.dumps(PLAN).encode())
    client.post(f"{found}project/", {"name": "Sillat / ”yli”"})
    with in_scope(workspace):
        project = Project.objects.get()
    starts = {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "json": b"{"}
    for form, file in FILES.items():
        answer = client.get(f"/{language}/w/{workspace.slug}/projects/{project.pk}/file/{form}/")
        assert answer.status_code == 200, form
        assert answer.content.startswith(starts[file.suffix]), form
    path = tmp_path / "plan.xlsx"
    path.write_bytes(client.get(f"/{language}/w/{workspace.slug}/projects/{project.pk}/file/plan.xlsx/").content)
    again = send(client, workspace, "plan.xlsx", path.read_bytes())
    assert client.post(f"{again}project/", {"name": "Toinen"}).status_code == 302
    with in_scope(workspace):
        first, second = (Project.objects.get(name=name) for name in ("Sillat / ”yli”", "Toinen"))
        assert [line.amount for line in first.cost_lines.all()] == [line.amount for line in second.cost_lines.all()]
    assert client.get(f"/fi/w/{workspace.slug}/projects/{project.pk}/file/nothing/").status_code == 404


def test_the_workbook_comes_back_edited_and_changes_only_what_was_edited(workspace: Workspace, tmp_path: Path) -> None:
    client = signed_in_as(workspace, Role.OWNER)
    found = send(client, workspace, "plan.json", json.dumps(PLAN).encode())
    client.post(f"{found}project/", {"name": "Sillat"})
    with in_scope(workspace):
        project = Project.objects.get()
    path = tmp_path / "plan.xlsx"
    path.write_bytes(client.get(reverse("project_file", args=[workspace.slug, project.pk, "plan.xlsx"])).content)
    address = reverse("plan_return", args=[workspace.slug, project.pk])

    def bring(content: bytes) -> str:
        answer = client.post(address, {"file": SimpleUploadedFile("plan.xlsx", content)})
        return str(answer["Location"]) if answer.status_code == 302 else answer.content.decode()

    unchanged = client.get(bring(path.read_bytes())).context["update"]
    assert unchanged.is_empty
    assert unchanged.absent == []
    book = load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == 100:
                    cell.value = 150
    book.save(path)
    preview = bring(path.read_bytes())
    shown = client.get(preview)
    assert [(each.title, each.before, each.after) for each in shown.context["update"].differences()] == [
        ("Palkat", Decimal(100), Decimal(150))
    ]
    assert client.post(preview, {"head": "0"}).status_code == 302
    with in_scope(workspace):
        assert CostLine.objects.get().amount == Decimal(100)
    assert client.post(preview, {"head": str(shown.context["update"].head)}).status_code == 302
    with in_scope(workspace):
        assert CostLine.objects.get().amount == Decimal(150)
    assert "field__error" in bring(b"PK nothing")


@pytest.mark.parametrize("name", ["漢" * 200 + ".txt", "ä" * 200 + ".txt", "e\u0301" * 100 + ".TXT"])
def test_a_long_name_of_a_file_is_no_error_of_the_program(workspace: Workspace, name: str) -> None:
    client = signed_in_as(workspace, Role.READER)
    found = send(client, workspace, name, "Palkat 100 €".encode())
    assert client.get(found).status_code == 200
