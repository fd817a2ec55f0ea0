"""A budget line that says what it is worked out of: its form, page, files and interface; each figure entered once."""

import io
import json
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.call_queries import requested_in, requested_of
from seutu.apps.funding.models import Application, CostLine
from seutu.apps.funding.plans import plan_of, worked_totals
from seutu.apps.funding.versions import application_content
from seutu.apps.programmes.models import Project
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.operations import check_values
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures.relations import Severity, Status
from tests.integration.factories import make_record, make_workspace, signed_in_as
from tests.integration.funding.returned import Case, put, without_column

pytestmark = pytest.mark.django_db
D = Decimal
HALF_YEAR: dict[str, Any] = {
    "label": "Projektipäällikkö",
    "cost_kind": "staff",
    "calculation": "fixed_share",
    "quantity": D(12),
    "unit_price": D(4500),
    "work_share": D(50),
    "side_costs": D("21.02"),
}
EQUATION = "50 % × 12 kk × 4 500 € × 1,2102 = 32 675,40 €"


@pytest.fixture
def case() -> Case:
    workspace = make_workspace()
    with in_scope(workspace):
        project = make_record("projects", name="Sillat", legal_basis="867/2021")
        make_record("cost-lines", project=project, position=D(1), **HALF_YEAR)
        found = Project.objects.get(pk=project.pk)
    return Case(workspace, found, signed_in_as(workspace, Role.OWNER))


def page_of(case: Case, language: str = "fi") -> str:
    content = case.client.get(case.address("project_budget").replace("/fi/", f"/{language}/")).content.decode()
    return content.replace("\u00a0", " ")


def line_of(case: Case, label: str = "Projektipäällikkö") -> CostLine:
    with in_scope(case.workspace):
        found: CostLine = CostLine.objects.get(project=case.project, label=label)
    return found


@pytest.mark.parametrize(
    ("language", "equation"),
    [
        ("fi", EQUATION),
        ("sv", "50 % × 12 mån × 4 500 € × 1,2102 = 32 675,40 €"),
        ("en", "50% × 12 months × 4 500 € × 1.2102 = 32 675.40 €"),
    ],
)
def test_the_page_works_the_line_out_and_shows_how(case: Case, language: str, equation: str) -> None:
    page = page_of(case, language)
    assert f'<span class="grid__equation">{equation}</span>' in page
    assert line_of(case).amount is None
    with in_scope(case.workspace):
        assert worked_totals([case.project]) == {case.project.pk: D("32675.40")}


def test_a_saved_amount_that_differs_is_answered_with_what_is_wrong(case: Case) -> None:
    sent = {"cell": [f"{line_of(case).pk}:amount"], "seen": [""], "value": ["27 000"], "since": ""}
    answer = case.client.post(case.address("project_budget_cells"), sent).json()
    (cell,) = [each for each in answer["cells"] if each["id"].endswith(":amount")]
    assert (cell["tone"], cell["derived"]) == ("alarm", False)
    assert cell["equation"].replace("\u00a0", " ") == "50 % × 12 kk × 4 500 € × 1,2102 = 32 675,40 € ≠ 27 000 €"
    assert "Määrä täsmäisi ilman sivukuluja" in cell["why"]
    assert "Määrä täsmäisi ilman sivukuluja" in answer["proof"]


def test_the_form_of_a_line_on_a_phone_shows_how_it_is_worked_out(case: Case) -> None:
    url = case.address("project_budget_line", line_of(case).pk)
    assert EQUATION in case.client.get(url).content.decode().replace("\u00a0", " ")


def test_the_form_takes_the_figures_and_refuses_pay_on_other_costs(case: Case) -> None:
    url = reverse("record_new", args=[case.workspace.slug, "cost-lines"])
    shown = case.client.get(url).content.decode()
    for name in ("calculation", "quantity", "unit", "unit_price", "work_share", "side_costs"):
        assert f'name="{name}"' in shown, name
    assert "Kokoaikaisella 100." in shown
    sent = {
        "project": str(case.project.pk),
        "label": "Koulutukset",
        "cost_kind": "purchases",
        "calculation": "hourly_pay",
        "quantity": "12",
        "unit": "päivää",
        "unit_price": "160,50",
    }
    refused = case.client.post(url, sent)
    assert "Tällä laskutavalla lasketaan palkkoja." in refused.content.decode()
    with pytest.raises(CostLine.DoesNotExist):
        line_of(case, "Koulutukset")
    saved = case.client.post(url, {**sent, "calculation": "units"})
    assert saved.status_code == 302, saved.content.decode()[:2000]
    made = line_of(case, "Koulutukset")
    assert (made.calculation, made.quantity, made.unit, made.unit_price) == ("units", 12, "päivää", D("160.50"))
    assert "12 päivää × 160,50 € = 1 926 €" in page_of(case)


def test_a_flat_rate_is_not_worked_out_by_units() -> None:
    values = {"project": "x", "label": "Flat rate", "cost_kind": "flat_rate", "calculation": "units"}
    with pytest.raises(InvalidValuesError) as error:
        check_values(kind_named("cost-lines"), values)
    assert error.value.problems["calculation"].en.startswith("A flat rate is worked out")


def test_the_workbook_carries_the_figures_out_and_back(case: Case) -> None:
    assert case.differences(case.bring(case.workbook())) == []
    assert case.differences(case.bring(case.workbook(without_column("Kustannukset", "Sivukulut")))) == []
    book = load_workbook(io.BytesIO(case.workbook()))
    rows = list(book["Kustannukset"].iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows) if row[0] == "Nimike")
    held = dict(zip(rows[head], rows[head + 1], strict=True))
    assert held["Laskutapa"] == "kiinteä osuus työajasta"
    assert (held["Palkka tai yksikköhinta (€)"], held["Määrä (€)"]) == (4500, None)
    assert len(rows) == head + 2
    edited = case.bring(case.workbook(put("Kustannukset", "Projektipäällikkö", "Yksikkömäärä", 10)))
    assert case.differences(edited) == [("Projektipäällikkö", "quantity", "12", "10")]
    case.confirm(edited)
    assert line_of(case).quantity == 10
    emptied = case.bring(case.workbook(put("Kustannukset", "Projektipäällikkö", "Sivukulut", None)))
    assert case.differences(emptied) == [("Projektipäällikkö", "side_costs", "21.02", "")]


def test_the_plan_in_json_carries_the_figures_out_and_back(case: Case) -> None:
    told = json.loads(case.client.get(case.address("project_file", "json")).content)
    (line,) = told["cost_lines"]
    assert line == {
        "label": "Projektipäällikkö",
        "kind": "staff",
        "amount": None,
        "partner": None,
        "calculation": "fixed_share",
        "quantity": "12",
        "unit_price": "4500",
        "work_share": "50",
        "side_costs": "21.02",
    }
    assert case.differences(case.bring_json(told)) == []
    told["cost_lines"].append(
        {
            "label": "Tilat",
            "kind": "other",
            "calculation": "units",
            "quantity": "3",
            "unit": "päivää",
            "unit_price": "200",
        }
    )
    case.confirm(case.bring_json(told))
    made = line_of(case, "Tilat")
    assert (made.calculation, made.quantity, made.unit, made.unit_price) == ("units", 3, "päivää", 200)


def test_the_printed_budget_and_the_interface_carry_the_figures(case: Case) -> None:
    book = load_workbook(io.BytesIO(case.client.get(case.address("project_file", "budget.xlsx")).content))
    said = [
        str(cell).replace("\u00a0", " ") for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    ]
    assert EQUATION in said
    url = f"/api/v1/workspaces/{case.workspace.slug}/cost-lines/{line_of(case).pk}/"
    values = case.client.get(url).json()["values"]
    assert (values["calculation"], values["quantity"], values["work_share"]) == ("fixed_share", "12", "50")


def test_months_come_from_the_assignments_and_are_asked_once(
    django_assert_num_queries: DjangoAssertNumQueries, case: Case
) -> None:
    with in_scope(case.workspace):
        package = make_record("work-packages", project=case.project, number="1", name="Johtaminen")
        for months in ("4", "2.5"):
            make_record("assignments", work_package=package, role="Asiantuntija", person_months=D(months))
        make_record(
            "cost-lines",
            project=case.project,
            label="Asiantuntija",
            cost_kind="staff",
            calculation="person_months",
            unit_price=D(4000),
            side_costs=D(25),
        )
        with django_assert_num_queries(7):
            shown = plan_of(case.project)
        assert shown.stated.cost_lines[1].calculation is not None
        assert shown.stated.cost_lines[1].calculation.quantity is None
        assert shown.worked.cost_lines[1].amount.value == 32500
        assert worked_totals([case.project]) == {case.project.pk: D("65175.40")}
        make_record("assignments", work_package=package, role="Projektipäällikkö", person_months=D(5))
        (warned,) = [each for each in plan_of(case.project).relations if each.severity is Severity.WARNING]
    assert "kustannusarviossa on 6 htkk ja työnjaossa 5 htkk" in warned.message.fi.replace("\u00a0", " ")
    assert "6,5 htkk × 4 000 € × 1,25 = 32 500 €" in page_of(case)


def test_a_plan_without_months_of_pay_asks_for_no_assignments(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    workspace = make_workspace()
    with in_scope(workspace):
        project = make_record("projects", name="Sillat")
        values = {**HALF_YEAR, "calculation": "units", "cost_kind": "other", "unit": "päivää"}
        make_record("cost-lines", project=project, **values)
        found = Project.objects.get(pk=project.pk)
        with django_assert_num_queries(6):
            shown = plan_of(found)
    assert [each.status for each in shown.relations if each.product is not None] == [Status.HOLDS]


def test_a_reader_of_another_workspace_sees_none_of_it(case: Case) -> None:
    other: Workspace = make_workspace("Toinen", slug="toinen")
    stranger: Client = signed_in_as(other, Role.OWNER)
    assert stranger.get(case.address("project_budget")).status_code == 404


def test_a_version_asks_for_the_same_money_as_the_page_where_an_amount_is_worked_out(case: Case) -> None:
    with in_scope(case.workspace):
        partner = make_record("actors", name="Raahen kaupunki")
        of_partner = {"label": "Osa", "funding_kind": "eu_state", "partner": partner, "amount": D("12675.40")}
        make_record("funding-rows", project=case.project, label="EU", funding_kind="eu_state", amount=D(20000))
        make_record("funding-rows", project=case.project, **of_partner)
        made = make_record("applications", project=case.project, name="Hakemus")
        application = Application.objects.get(pk=made.pk)
        assert requested_of([application])[application.pk] == D("32675.40")
        assert requested_in(application_content(application)) == D("32675.40")
