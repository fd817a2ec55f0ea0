"""The pages of a project's money: a claim worked out, its workbook, a budget change taken in, roles, query counts."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.change_operations import BUDGET_FORM
from seutu.apps.funding.claim_queries import project_money
from seutu.apps.funding.models import BudgetChange, CostLine, CostYear, FundingRow, PaymentClaim
from seutu.apps.programmes.models import Project
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.models import Activity, OwnedRecord
from seutu.apps.records.operations import change_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.snapshots import versions_of
from tests.integration.factories import make_record, make_workspace, signed_in_as
from tests.integration.funding.test_budget_pages import made

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


def with_costs(workspace: Workspace, tmp_path: Path, *, claimed: str = "22400.73") -> tuple[Project, OwnedRecord]:
    project = made(workspace, tmp_path)
    with in_scope(workspace):
        for day, amount in ((date(2026, 1, 31), "10000.33"), (date(2026, 2, 28), "10000.33"), (date(2026, 5, 1), "50")):
            make_record(
                "actual-costs", project=project, day=day, cost_kind="staff", label=f"Palkat {day}", amount=D(amount)
            )
        claim = make_record(
            "payment-claims", project=project, number="1", start=date(2026, 1, 1), end=date(2026, 3, 31),
            state="draft", claimed=D(claimed),
        )  # fmt: skip
    return project, claim


def at(name: str, workspace: Workspace, *args: object) -> str:
    return reverse(name, args=[workspace.slug, *args])


def test_a_claim_is_worked_out_and_its_figure_proved(workspace: Workspace, tmp_path: Path) -> None:
    project, claim = with_costs(workspace, tmp_path)
    client = signed_in_as(workspace, Role.READER)
    page = client.get(at("payment_claim", workspace, project.pk, claim.pk)).content.decode()
    for words in ("28\u00a0000,92", "22\u00a0400,73", "5\u00a0409,78", "40\u00a0%"):
        assert words in page, words
    assert "proof__item--alarm" not in page
    assert "105\u00a0820,80" in page  # 30 % of the granted 352 736
    book = load_workbook(io.BytesIO(client.get(at("payment_claim_file", workspace, project.pk, claim.pk)).getvalue()))
    assert book.sheetnames[:4] == ["Maksatushakemus", "Kustannukset", "Rahoitus", "Budjetin rivit"]
    assert 28000.92 in {cell.value for cell in book["Kustannukset"]["D"]}


def test_a_claim_that_differs_is_red_with_its_reason_on_both_pages(workspace: Workspace, tmp_path: Path) -> None:
    project, claim = with_costs(workspace, tmp_path, claimed="22456.73")
    client = signed_in_as(workspace, Role.READER)
    for url in (at("payment_claim", workspace, project.pk, claim.pk), at("project_money", workspace, project.pk)):
        page = client.get(url).content.decode()
        assert "proof__item--alarm" in page
        assert "jakson jälkeiseltä ajalta" in page


def test_the_pages_of_another_workspace_are_not_there(workspace: Workspace, tmp_path: Path) -> None:
    project, claim = with_costs(workspace, tmp_path)
    other = make_workspace()
    client = signed_in_as(other, Role.OWNER)
    assert client.get(at("project_money", other, project.pk)).status_code == 404
    assert client.get(at("payment_claim", other, project.pk, claim.pk)).status_code == 404
    with in_scope(workspace):
        elsewhere = make_record("projects", name="Toinen")
    mine = signed_in_as(workspace, Role.OWNER)
    assert mine.get(at("payment_claim", workspace, elsewhere.pk, claim.pk)).status_code == 404
    assert mine.get(at("payment_claim", workspace, project.pk, claim.pk) + "?partner=Kuka").status_code == 404


def test_queries_do_not_grow_with_rows(
    workspace: Workspace, tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    project, _claim = with_costs(workspace, tmp_path)
    with in_scope(workspace):
        standing = Project.objects.get(pk=project.pk)
        with django_assert_num_queries(11):
            project_money(standing)
        for number in range(3):
            make_record("actual-costs", project=project, label=f"Lisä {number}", partner=make_record("actors"))
            make_record("payment-claims", project=project, number=f"x{number}")
            make_record("instalments", project=project, name=f"Erä {number}", payer=make_record("actors"))
        with django_assert_num_queries(11):
            project_money(standing)


def change_of(workspace: Workspace, project: Project, **values: Any) -> BudgetChange:
    with in_scope(workspace):
        staff = CostLine.objects.get(project=project, cost_kind="staff")
        other = make_record("cost-lines", project=project, label="Ostopalvelut", cost_kind="purchases", amount=D(1000))
        first = {"number": "1", "from_line": staff, "to_line": other, "amount": D(500), "state": "approved", **values}
        change = make_record("budget-changes", project=project, **first)
        assert isinstance(change, BudgetChange)
        return change


def sent(change: BudgetChange, **more: str) -> dict[str, Any]:
    versions = {"version": change.version, "source": change.from_line.version, "target": change.to_line.version}
    return {**versions, **more}


def test_an_approved_change_goes_into_the_budget_in_one_act(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    change = change_of(workspace, project)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    page = client.get(at("budget_change", workspace, project.pk, change.pk)).content.decode()
    assert "314\u00a0443,00" in page
    with in_scope(workspace):
        data = sent(change)
    answer = client.post(at("budget_change_apply", workspace, project.pk, change.pk), data)
    assert answer.status_code == 302
    with in_scope(workspace):
        fresh = BudgetChange.objects.select_related("from_line", "to_line").get(pk=change.pk)
        assert (fresh.from_line.amount, fresh.to_line.amount, fresh.state) == (D(314443), D(1500), "applied")
        assert fresh.version == fresh.from_line.version == fresh.to_line.version
        kept = versions_of(kind_named("projects"), project.pk, form=BUDGET_FORM).get()
        assert kept.content["cost-lines"][str(change.from_line_id)]["amount"] in {"314943", "314943.00"}
        act = Activity.objects.get(sequence=fresh.version)
        assert act.rows.count() == 3
    assert "314\u00a0943,00" in client.get(at("budget_change", workspace, project.pk, change.pk)).content.decode()
    again = client.post(at("budget_change_apply", workspace, project.pk, change.pk), data)
    assert again.status_code == 409
    client.post(at("act_undo", workspace, act.sequence))
    with in_scope(workspace):
        assert CostLine.objects.get(pk=change.from_line_id).amount == D(314943)
        assert BudgetChange.objects.get(pk=change.pk).state == "approved"


def test_a_line_that_has_changed_refuses_the_change(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    change = change_of(workspace, project)
    with in_scope(workspace):
        data, line = sent(change), change.from_line
        change_record(kind_named("cost-lines"), line, {"note": "x"}, version=line.version, by=None, at=timezone.now())
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    answer = client.post(at("budget_change_apply", workspace, project.pk, change.pk), data)
    assert answer.status_code == 409
    assert "on muuttunut sen jälkeen" in answer.content.decode()
    with in_scope(workspace):
        assert CostLine.objects.get(pk=change.from_line_id).amount == D(314943)


def test_a_year_that_has_changed_refuses_the_change_too(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    change = change_of(workspace, project)
    with in_scope(workspace):
        line = change.from_line
        year = make_record("cost-years", cost_line=line, year="2026", amount=D(314943))
        data = sent(change, source=str(year.version), source_year="2026")
        change_record(
            kind_named("cost-years"), year, {"amount": D(3)}, version=year.version, by=None, at=timezone.now()
        )
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    url = at("budget_change_apply", workspace, project.pk, change.pk)
    assert client.post(url, data).status_code == 409
    with in_scope(workspace):
        fresh = CostYear.objects.get(cost_line=line)
        change_record(
            kind_named("cost-years"), fresh, {"amount": D(314943)}, version=fresh.version, by=None, at=timezone.now()
        )
        data["source"] = str(CostYear.objects.get(cost_line=line).version)
    assert client.post(url, data).status_code == 302
    with in_scope(workspace):
        assert CostYear.objects.get(cost_line=line).amount == D(314443)


def test_what_is_not_approved_or_not_yours_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    change = change_of(workspace, project, state="submitted")
    with in_scope(workspace):
        data = sent(change)
    url = at("budget_change_apply", workspace, project.pk, change.pk)
    assert signed_in_as(workspace, Role.READER).post(url, data).status_code == 404
    answer = signed_in_as(workspace, Role.CONTRIBUTOR).post(url, data)
    assert answer.status_code == 409
    assert "ei ole hyväksytty" in answer.content.decode()
    with in_scope(workspace), pytest.raises(InvalidValuesError):
        change_record(
            kind_named("budget-changes"), change, {"state": "applied"}, version=change.version, by=None,
            at=timezone.now(),
        )  # fmt: skip


@pytest.mark.parametrize("fault", ["unknown aid", "lump sum"])
def test_no_ceiling_is_passed_by_an_advance_that_is_not_known(workspace: Workspace, tmp_path: Path, fault: str) -> None:
    project, claim = with_costs(workspace, tmp_path)
    with in_scope(workspace):
        make_record(
            "instalments", project=project, name="Ennakko", amount=D(300000), received=D(300000), state="received",
            received_on=date(2026, 1, 5),
        )  # fmt: skip
    client = signed_in_as(workspace, Role.READER)
    page = at("payment_claim", workspace, project.pk, claim.pk)
    assert "105\u00a0820,80" in "".join(each["text"] for each in client.get(page).context["proof"])
    with in_scope(workspace):
        if fault == "lump sum":
            Project.objects.filter(pk=project.pk).update(cost_model="lump_sum")
        else:
            FundingRow.objects.filter(project=project, funding_kind="municipal").update(amount=None, share=None)
            FundingRow.objects.filter(project=project, funding_kind="private").update(amount=None, share=None)
    context = client.get(page).context
    assert "105\u00a0820,80" not in "".join(each["text"] for each in context["proof"])
    assert len(context["advance"]["facts"]) == 2


def test_all_of_an_instalment_that_has_not_come_is_still_to_come(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    with in_scope(workspace):
        for name, state, received in (("A", "expected", None), ("B", "received", D(60)), ("C", "received", D(100))):
            make_record("instalments", project=project, name=name, amount=D(100), state=state, received=received)
    client = signed_in_as(workspace, Role.READER)

    def grid() -> Any:
        return client.get(at("project_money", workspace, project.pk)).context["instalments_grid"]

    assert {each["label"]: each["cells"][2]["text"] for each in grid()["rows"]} == {
        "A": "100,00",
        "B": "40,00",
        "C": "0,00",
    }
    assert [each["text"] for each in grid()["total"]["cells"]] == ["300,00", "160,00", "140,00"]


def test_a_claim_whose_figure_is_blank_makes_the_claimed_sum_at_least(workspace: Workspace, tmp_path: Path) -> None:
    project, _claim = with_costs(workspace, tmp_path)
    client = signed_in_as(workspace, Role.READER)

    def shown() -> tuple[str, str]:
        context = client.get(at("project_money", workspace, project.pk)).context
        return context["claims_grid"]["total"]["cells"][2]["text"], context["page_lead"]

    with in_scope(workspace):
        values = {"start": date(2026, 4, 1), "end": date(2026, 6, 30), "claimed": None}
        make_record("payment-claims", project=project, number="2", state="draft", **values)
    assert shown()[0] == "22\u00a0400,73"
    with in_scope(workspace):
        PaymentClaim.objects.filter(number="2").update(state="submitted")
    assert shown()[0] == "vähintään\u00a022\u00a0400,73"
    assert "vähintään\u00a022\u00a0400,73" in shown()[1]
