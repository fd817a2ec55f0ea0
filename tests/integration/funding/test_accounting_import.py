"""Costs from an accounting list: headers, dates and amounts as programs write them, one project for all its rows."""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.models import ActualCost
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import, report_of
from seutu.apps.records.files.planning import Plan
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db
D = Decimal
COSTS = "actual-costs"
HEADERS = ("Tositelaji", "Tosite nro", "Kirjauspvm", "Tili", "Tilin nimi", "Selitys", "Summa EUR")
ROWS: tuple[tuple[Any, ...], ...] = (
    ("PA", "PA 4001", "31.01.2026", 5000, "Palkat ja palkkiot", "Palkat tammikuu", "12 345,50"),
    ("PA", 4002, date(2026, 2, 28), "5000", "Palkat ja palkkiot", "Palkat helmikuu", "1\u00a0234,50 €"),
    ("MU", 4003, "5.3.2026", 5000, "Palkat ja palkkiot", "Oikaisu", "−300,00"),
    ("MU", 4004, "31.3.2026", 5000, "Palkat ja palkkiot", "Lomaraha", D("900.05")),
)


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


@pytest.fixture
def project(workspace: Workspace) -> OwnedRecord:
    with in_scope(workspace):
        return make_record("projects", name="Nostojen robotiikka")


def ledger(rows: Sequence[Sequence[Any]], headers: Sequence[str] = HEADERS) -> bytes:
    """Return a workbook as accounting programs print them: two lines of title, a blank one, the headers, the rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (["Savon Kehitys Oy"], ["Pääkirja 1.1.–31.3.2026"], [], headers, *rows):
        sheet.append(list(line))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def planned(tmp_path: Path, content: bytes, project: OwnedRecord, **same: str) -> Plan:
    path = tmp_path / "paakirja.xlsx"
    path.write_bytes(content)
    kind = kind_named(COSTS)
    return plan_import(
        kind, open_file(kind, path), language="fi", same={"project": str(project.pk), "cost_kind": "staff", **same}
    )


def reasons(plan: Plan) -> list[str]:
    return [problem.message.fi for row in plan.rows for problem in row.problems]


def test_a_list_of_accounting_becomes_costs_to_the_cent(
    workspace: Workspace, tmp_path: Path, project: OwnedRecord
) -> None:
    with in_scope(workspace):
        plan = planned(tmp_path, ledger(ROWS), project)
        assert reasons(plan) == []
        apply_plan(plan, accept_good=False, note="paakirja.xlsx", by=None, at=NOON)
        held = list(ActualCost.objects.order_by("day"))
        assert [(each.day, each.voucher, each.amount) for each in held] == [
            (date(2026, 1, 31), "PA 4001", D("12345.50")),
            (date(2026, 2, 28), "4002", D("1234.50")),
            (date(2026, 3, 5), "4003", D(-300)),
            (date(2026, 3, 31), "4004", D("900.05")),
        ]
        assert {(each.account, each.cost_kind, each.project_id) for each in held} == {("5000", "staff", project.pk)}
        again = planned(tmp_path, ledger(ROWS), project)
        assert report_of(again).counts == {"unchanged": len(ROWS)}


def test_the_same_row_twice_is_told_and_not_lost(workspace: Workspace, tmp_path: Path, project: OwnedRecord) -> None:
    with in_scope(workspace):
        plan = planned(tmp_path, ledger([ROWS[0], ROWS[0]]), project)
        assert [row.outcome for row in plan.rows] == ["created", "rejected"]
        assert "Sama rivi on jo rivillä 5" in reasons(plan)[0]


def test_what_can_be_read_two_ways_or_is_no_sum_is_asked(
    workspace: Workspace, tmp_path: Path, project: OwnedRecord
) -> None:
    odd = [
        ("MU", 1, "31.2.2026", 5000, "", "Ei sellaista päivää", "1,00"),
        ("MU", 2, "1.2.2026", 5000, "", "Toinen yksikkö", "12,50 k€"),
        ("MU", 3, "1.2.2026", 5000, "", "Kolme desimaalia", "1,005"),
        ("", "", None, None, "", "Yhteensä", "14 180,05"),
    ]
    with in_scope(workspace):
        plan = planned(tmp_path, ledger(odd), project)
        assert [row.outcome for row in plan.rows] == ["rejected"] * len(odd)
        assert all(reasons(plan))


def test_a_column_of_the_file_goes_before_what_is_the_same_in_every_row(
    workspace: Workspace, tmp_path: Path, project: OwnedRecord
) -> None:
    headers = ("Hanke", "Kustannuslaji", "Päivä", "Selite", "Määrä (€)")
    rows = [("Toinen hanke", "Ostopalvelut", "1.2.2026", "Koulutus", "10,00"), (None, None, "2.2.2026", "Mikä?", "5")]
    with in_scope(workspace):
        other = make_record("projects", name="Toinen hanke")
        plan = planned(tmp_path, ledger(rows, headers), project)
        assert plan.rows[0].values["project"] == other.pk
        assert plan.rows[0].values["cost_kind"] == "purchases"
        assert plan.rows[1].outcome == "rejected"  # the file has the columns, so a blank cell stays blank


def test_a_person_brings_a_list_in_from_the_page_of_money(workspace: Workspace, project: OwnedRecord) -> None:
    client = signed_in_as(workspace, Role.FACILITATOR)
    money = client.get(reverse("project_money", args=[workspace.slug, project.pk])).content.decode()
    start = reverse("import", args=[workspace.slug, COSTS]) + f"?same-project={project.pk}"
    assert start in money
    reader = signed_in_as(workspace, Role.CONTRIBUTOR)
    assert start not in reader.get(reverse("project_money", args=[workspace.slug, project.pk])).content.decode()
    preview = client.post(start, {"file": SimpleUploadedFile("paakirja.xlsx", ledger(ROWS))}, follow=True)
    page = preview.content.decode()
    assert f'<option value="{project.pk}" selected>' in page
    assert preview.context["ready"] == 0  # the kind of cost is not told yet
    url = preview.request["PATH_INFO"]
    columns = {row["field"]: next(each["value"] for each in row["options"] if each["selected"])
               for row in preview.context["tables"][0]["rows"]}  # fmt: skip
    sent = {**columns, "head": preview.context["head"], "same-project": str(project.pk), "same-cost_kind": "staff"}
    looked = client.post(url, {**sent, "act": "look"})
    assert looked.context["ready"] == len(ROWS)
    client.post(url, {**sent, "act": "save"})
    with in_scope(workspace):
        assert ActualCost.objects.filter(project=project.pk, cost_kind="staff").count() == len(ROWS)


def test_another_workspaces_project_cannot_be_given_to_every_row(
    workspace: Workspace, tmp_path: Path, project: OwnedRecord
) -> None:
    other = make_workspace()
    with in_scope(other):
        plan = planned(tmp_path, ledger(ROWS), project)
        assert {row.outcome for row in plan.rows} == {"rejected"}
