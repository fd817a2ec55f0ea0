"""A project of a plan, its workbook, and bringing either back edited. Not a test."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.programmes.models import Project
from seutu.apps.records.models import Activity
from seutu.apps.records.scope import in_scope
from tests.integration.factories import make_workspace, signed_in_as

PLAN: dict[str, Any] = {
    "title": "Sillat",
    "legal_basis": "867/2021",
    "fund": "JTF",
    "cost_model": "flat_rate_40",
    "period": ["2026-01-01", "2027-12-31"],
    "cost_lines": [
        {
            "label": "Palkat",
            "kind": "staff",
            "amount": "1000",
            "applied": "1200",
            "rejected": "200",
            "years": {"2026": "400", "2027": "600"},
            "partner": "Silta Oy",
        },
        {"label": "Ostot", "kind": "purchases", "amount": "500", "partner": None},
    ],
    "total": "1500",
    "funding": [
        {"label": "EU", "kind": "eu_state", "amount": "1200", "share": "80.00", "partner": None},
        {"label": "Oma", "kind": "own", "amount": "300", "share": "20.00", "partner": None},
    ],
    "work_packages": [
        {"number": "1", "name": "Johtaminen", "person_months": "4"},
        {"number": "2", "name": "Kokeilut", "person_months": "6", "purchases": "500"},
    ],
    "partners": [{"name": "Silta Oy", "role": "lead", "total": "1500"}],
}
Edit = Callable[[Workbook], None]


@dataclass(slots=True)
class Case:
    """A workspace with the project, and a person who may bring plans back."""

    workspace: Workspace
    project: Project
    client: Client

    def address(self, name: str, *args: object) -> str:
        """Return an address of the project."""
        return reverse(name, args=[self.workspace.slug, self.project.pk, *args])

    def workbook(self, *edits: Edit) -> bytes:
        """Return the project's workbook, edited."""
        book = load_workbook(io.BytesIO(self.client.get(self.address("project_file", "plan.xlsx")).content))
        return written(book, *edits)

    def bring(self, content: bytes, name: str = "plan.xlsx") -> Any:
        """Send a file; return the preview, or the page that refuses it."""
        sent = self.client.post(self.address("plan_return"), {"file": SimpleUploadedFile(name, content)})
        return self.client.get(sent["Location"]) if sent.status_code == 302 else sent

    def bring_json(self, told: Any) -> Any:
        """Send a plan as JSON."""
        return self.bring(json.dumps(told).encode(), "plan.json")

    def differences(self, answer: Any) -> list[tuple[str, str, str, str]]:
        """Return what a preview says would change: record, column, before and after."""
        assert answer.status_code == 200, refusal(answer)
        found = answer.context["update"].differences()
        return [(each.title, each.column.name, _text(each.before), _text(each.after)) for each in found]

    def confirm(self, answer: Any) -> Any:
        """Save what a preview shows."""
        head = answer.context["update"].head
        return self.client.post(answer.request["PATH_INFO"], {"head": str(head)}, follow=True)

    def acts(self) -> int:
        """Return how many acts the workspace has."""
        with in_scope(self.workspace):
            return Activity.objects.count()


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def refusal(answer: Any) -> str:
    """Return what a page says is wrong with the file."""
    form = answer.context["form"] if answer.context and "form" in answer.context else None
    return " ".join(form.errors.get("file", [])) if form is not None else ""


def written(book: Workbook, *edits: Edit) -> bytes:
    """Return a workbook as a file, edited."""
    for edit in edits:
        edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def column_of(book: Workbook, sheet: str, header: str) -> int:
    """Return the number of the column with a header."""
    for cell in next(book[sheet].iter_rows(min_row=1, max_row=1)):
        if str(cell.value).startswith(header):
            return int(cell.column)
    raise AssertionError(header)


def row_of(book: Workbook, sheet: str, first: str) -> int:
    """Return the number of the row whose first or second cell says so."""
    for row in book[sheet].iter_rows():
        if first in {row[0].value, row[1].value}:
            return int(row[0].row)
    raise AssertionError(first)


def put(sheet: str, row: str, header: str, value: Any) -> Edit:
    """Return the edit that writes a cell."""

    def edit(book: Workbook) -> None:
        book[sheet].cell(row_of(book, sheet, row), column_of(book, sheet, header)).value = value

    return edit


def without_column(sheet: str, header: str) -> Edit:
    """Return the edit that deletes a column."""
    return lambda book: book[sheet].delete_cols(column_of(book, sheet, header))


def without_row(sheet: str, first: str) -> Edit:
    """Return the edit that deletes a row."""
    return lambda book: book[sheet].delete_rows(row_of(book, sheet, first))


def planned(plan: dict[str, Any] | None = None, role: Role = Role.OWNER) -> Case:
    """Make the workspace and the project, as a person makes it of a checked document."""
    workspace = make_workspace()
    client = signed_in_as(workspace, role)
    return Case(workspace, made_of(client, workspace, plan or PLAN), client)


def made_of(client: Client, workspace: Workspace, plan: dict[str, Any]) -> Project:
    """Check a plan and make a project of it."""
    answer = checked(client, workspace, "plan.json", json.dumps(plan).encode())
    made = client.post(f"{answer.request['PATH_INFO']}project/", {"name": plan["title"]})
    assert made.status_code == 302, made.context["wrong"]
    with in_scope(workspace):
        found: Project = Project.objects.get(name=plan["title"])
        return found


def checked(client: Client, workspace: Workspace, name: str, content: bytes) -> Any:
    """Send a document to be checked; return the page of what was found, or the one that refuses it."""
    answer = client.post(
        reverse("check", args=[workspace.slug]), {"file": SimpleUploadedFile(name, content)}, follow=True
    )
    assert answer.status_code in {200, 422}
    return answer
