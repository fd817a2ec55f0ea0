"""A budget change's page and taking it in: years, two editors, a double post, lines in the trash, undoing."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.change_operations import BUDGET_FORM
from seutu.apps.funding.guards import APPLIED_ELSEWHERE, NOT_APPLIED_YET
from seutu.apps.funding.models import BudgetChange, CostLine, CostYear
from seutu.apps.funding.plans import plan_of
from seutu.apps.programmes.models import Project
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.files.importing import open_file, plan_import
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import change_record, trash_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.snapshots import versions_of
from seutu.core.figures.relations import Severity
from tests.integration.factories import make_record, make_workspace, signed_in_as
from tests.integration.funding.test_budget_pages import made

pytestmark = pytest.mark.django_db
D = Decimal
REASON = "Palkkoja säästyi."


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


class Standing:
    """A project with an approved change of 500 € from staff to purchases, and how it is taken in."""

    def __init__(self, workspace: Workspace, tmp_path: Path, *, years: bool = False, **values: Any) -> None:
        self.workspace = workspace
        self.project: Project = made(workspace, tmp_path)
        with in_scope(workspace):
            self.source: Any = CostLine.objects.get(project=self.project, cost_kind="staff")
            self.target: Any = make_record(
                "cost-lines", project=self.project, label="Ostopalvelut", cost_kind="purchases", amount=D(1000)
            )
            for year, amount in (("2026", 200000), ("2027", 114943)) if years else ():
                make_record("cost-years", cost_line=self.source, year=year, amount=D(amount))
            first = {"number": "1", "amount": D(500), "state": "approved", "reason": REASON, **values}
            self.change: Any = make_record(
                "budget-changes",
                project=self.project,
                **{"from_line": self.source, "to_line": self.target, **first},
            )
        self.client = signed_in_as(workspace, Role.CONTRIBUTOR)

    def url(self, name: str = "budget_change") -> str:
        return reverse(name, args=[self.workspace.slug, self.project.pk, self.change.pk])

    def page(self, query: str = "") -> str:
        return self.client.get(self.url() + query).content.decode()

    def sent(self, query: str = "") -> dict[str, Any]:
        """Return what the page's form sends, as a browser would."""
        context = self.client.get(self.url() + query).context
        assert context["can_apply"], context["refused"]
        return dict(context["hidden"])

    def apply(self, data: dict[str, Any]) -> Any:
        return self.client.post(self.url("budget_change_apply"), data)

    def amounts(self) -> tuple[Any, Any, str]:
        with in_scope(self.workspace):
            lines = [CostLine.objects.get(pk=line.pk).amount for line in (self.source, self.target)]
            return lines[0], lines[1], BudgetChange.objects.get(pk=self.change.pk).state


def test_a_double_post_moves_the_money_once(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    data = standing.sent()
    assert standing.apply(data).status_code == 302
    second = standing.apply(data)
    assert second.status_code == 409
    assert "on jo viety budjettiin" in second.content.decode()
    assert standing.amounts() == (D(314443), D(1500), "applied")
    with in_scope(workspace):
        assert versions_of(kind_named("projects"), standing.project.pk, form=BUDGET_FORM).count() == 1


def test_two_editors_one_of_whom_is_late_is_told_which_line_changed(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    data = standing.sent()
    with in_scope(workspace):
        change_record(
            kind_named("cost-lines"), standing.target, {"amount": D(900)}, version=standing.target.version, by=None,
            at=timezone.now(),
        )  # fmt: skip
    late = standing.apply(data)
    assert late.status_code == 409
    assert "Rivi ”Ostopalvelut” on muuttunut" in late.content.decode()
    assert standing.amounts() == (D(314943), D(900), "approved")
    assert standing.apply(standing.sent()).status_code == 302
    assert standing.amounts() == (D(314443), D(1400), "applied")


def test_a_change_that_was_edited_meanwhile_is_not_taken_in(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    data = standing.sent()
    with in_scope(workspace):
        change_record(
            kind_named("budget-changes"), standing.change, {"amount": D(400)}, version=standing.change.version, by=None,
            at=timezone.now(),
        )  # fmt: skip
    assert "Muutosta on muokattu" in standing.apply(data).content.decode()
    assert standing.amounts()[2] == "approved"


def test_a_line_in_the_trash_is_told_before_and_after_the_post(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    data = standing.sent()
    with in_scope(workspace):
        trash_record(kind_named("cost-lines"), standing.target, by=None, at=timezone.now())
    page = standing.page()
    assert "Rivi ”Ostopalvelut” kuuluu toiseen hankkeeseen tai on roskakorissa" in page
    assert "budget_change_apply" not in page
    assert "Vie muutos budjettiin" not in page
    assert standing.apply(data).status_code == 409
    assert standing.amounts() == (D(314943), D(1000), "approved")


def test_a_change_larger_than_its_line_has_no_button(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path, amount=D("314943.01"))
    context = standing.client.get(standing.url()).context
    assert not context["can_apply"]
    assert "joten siltä ei voi siirtää" in standing.page()
    answer = standing.apply({"version": standing.change.version, "source": standing.source.version,
                             "target": standing.target.version})  # fmt: skip
    assert answer.status_code == 409
    assert standing.amounts() == (D(314943), D(1000), "approved")


def test_years_are_chosen_first_and_sent_as_they_were_seen(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path, years=True)
    assert standing.sent()["source_year"] == "2027"
    page = standing.page("?source_year=2026")
    assert "199\u00a0500,00" in page
    assert standing.sent("?source_year=1999")["source_year"] == "2027"
    assert standing.apply(standing.sent("?source_year=2026")).status_code == 302
    with in_scope(workspace):
        years = CostYear.objects.filter(cost_line=standing.source).order_by("year")
        assert [each.amount for each in years] == [D(199500), D(114943)]


def test_a_year_put_into_the_trash_meanwhile_is_a_change_of_its_line(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path, years=True)
    data = standing.sent()
    with in_scope(workspace):
        year = CostYear.objects.get(cost_line=standing.source, year="2026")
        trash_record(kind_named("cost-years"), year, by=None, at=timezone.now())
    answer = standing.apply(data)
    assert answer.status_code == 409
    assert "on muuttunut sen jälkeen" in answer.content.decode()


def test_undoing_returns_both_lines_and_the_change_can_be_taken_in_again(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path, years=True)
    assert standing.apply(standing.sent()).status_code == 302
    with in_scope(workspace):
        act = Activity.objects.get(sequence=BudgetChange.objects.get(pk=standing.change.pk).version)
        assert act.rows.count() == 4
    assert standing.client.post(reverse("act_undo", args=[workspace.slug, act.sequence])).status_code == 302
    assert standing.amounts() == (D(314943), D(1000), "approved")
    with in_scope(workspace):
        assert CostYear.objects.get(cost_line=standing.source, year="2027").amount == D(114943)
    assert standing.apply(standing.sent()).status_code == 302
    assert standing.amounts() == (D(314443), D(1500), "applied")


def test_a_file_that_says_approved_again_does_not_let_the_money_move_twice(
    workspace: Workspace, tmp_path: Path
) -> None:
    standing = Standing(workspace, tmp_path)
    standing.apply(standing.sent())
    kind, path = kind_named("budget-changes"), tmp_path / "changes.csv"
    with in_scope(workspace):
        path.write_text(f"number,project_id,state\n1,{standing.project.pk},approved\n")
        plan = plan_import(kind, open_file(kind, path), language="fi")
        assert [row.outcome for row in plan.rows] == ["rejected"]
        BudgetChange.objects.update(state="approved")
    assert standing.amounts() == (D(314443), D(1500), "approved")
    assert "eikä vientiä ole kumottu" in standing.page()
    context = standing.client.get(standing.url()).context
    assert standing.apply(dict(context["hidden"])).status_code == 409
    assert standing.amounts() == (D(314443), D(1500), "approved")


def test_a_new_change_is_in_the_budget_only_when_a_file_brings_an_old_one(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    kind, path, project = kind_named("budget-changes"), tmp_path / "changes.csv", standing.project.pk
    lines = {"from_line": str(standing.source.pk), "to_line": str(standing.target.pk)}
    values = {"number": "2", "project": str(project), **lines, "amount": "500", "state": "applied"}
    interface = f"/api/v1/workspaces/{workspace.slug}/budget-changes/"
    for role in (Role.CONTRIBUTOR, Role.OWNER):
        client = signed_in_as(workspace, role)
        answer = client.post(reverse("record_new", args=[workspace.slug, "budget-changes"]), values)
        assert (answer.status_code, NOT_APPLIED_YET.fi in answer.content.decode()) == (422, True)
        answer = client.post(interface, {"values": values}, content_type="application/json")
        assert answer.json()["errors"] == [{"field": "state", "detail": NOT_APPLIED_YET.fi}]
    with in_scope(workspace, role=Role.OWNER):
        assert BudgetChange.objects.count() == 1
        path.write_text(
            "number,project_id,from_line_id,to_line_id,amount,state\n"
            f"2,{project},{standing.source.pk},{standing.target.pk},500,applied\n"
        )
        assert [row.outcome for row in plan_import(kind, open_file(kind, path), language="fi").rows] == ["created"]


def test_a_change_that_is_in_the_budget_stays_as_it_was_applied(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    standing.apply(standing.sent())
    with in_scope(workspace):
        kind = kind_named("budget-changes")
        applied: Any = BudgetChange.objects.get(pk=standing.change.pk)
        other: Any = CostLine.objects.get(project=standing.project, cost_kind="flat_rate")
        for name, value in (("amount", D(1)), ("from_line", other.pk), ("to_line", other.pk), ("state", "approved")):
            with pytest.raises(InvalidValuesError) as refused:
                change_record(kind, applied, {name: value}, version=applied.version, by=None, at=timezone.now())
            assert refused.value.problems == {name: APPLIED_ELSEWHERE}
        saved = change_record(
            kind, applied, {"reason": "Täsmennetty"}, version=applied.version, by=None, at=timezone.now()
        )
        assert saved.version > applied.version


def test_what_follows_from_a_change_is_asked(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    page = standing.page()
    assert "Flat rate -osuus lasketaan vain toisesta rivistä, joten se muuttuu −200" in page
    with in_scope(workspace):
        make_record("actual-costs", project=standing.project, cost_kind="staff", label="Palkat", amount=D(314800))
    assert "on käytetty jo 314\u00a0800" in standing.page()


@pytest.mark.parametrize("role", [Role.READER, Role.GUEST])
def test_those_who_only_read_see_the_change_and_cannot_take_it_in(
    workspace: Workspace, tmp_path: Path, role: Role
) -> None:
    standing = Standing(workspace, tmp_path)
    data = standing.sent()
    client = signed_in_as(workspace, role)
    answer = client.get(standing.url())
    assert answer.status_code == 200
    assert not answer.context["can_apply"]
    assert client.post(standing.url("budget_change_apply"), data).status_code == 404
    assert standing.amounts()[2] == "approved"


def test_versions_that_are_no_numbers_are_refused_without_a_trace(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    for version in ("", "x", "-1", "9" * 40, "١"):
        assert standing.apply({**standing.sent(), "version": version}).status_code == 409
    assert standing.client.get(standing.url("budget_change_apply")).status_code == 405
    assert standing.amounts() == (D(314943), D(1000), "approved")


def test_the_day_a_version_was_kept_is_that_of_the_place(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    standing.apply(standing.sent())
    with in_scope(workspace):
        kept = versions_of(kind_named("projects"), standing.project.pk, form=BUDGET_FORM)
        kept.update(at=datetime(2026, 3, 31, 22, 30, tzinfo=UTC))
    assert "1.4.2026" in standing.page()


@pytest.mark.parametrize("amount", [None, D(1200)])
def test_a_line_that_is_worked_out_is_decided_by_the_change(
    workspace: Workspace, tmp_path: Path, amount: Decimal | None
) -> None:
    standing = Standing(workspace, tmp_path)
    with in_scope(workspace):
        figures = {"calculation": "units", "quantity": D(12), "unit": "päivää", "unit_price": D(100)}
        line: Any = make_record(
            "cost-lines", project=standing.project, label="Päivät", cost_kind="other", amount=amount, **figures
        )
        kind, change = kind_named("budget-changes"), standing.change
        change_record(kind, change, {"from_line": line.pk}, version=change.version, by=None, at=timezone.now())
    page = standing.page()
    assert "Rivin ”Päivät” laskutapa ja sen luvut poistuvat" in page
    assert "700,00" in page
    assert standing.apply(standing.sent()).status_code == 302
    with in_scope(workspace):
        stands = CostLine.objects.get(pk=line.pk)
        assert (stands.amount, stands.calculation, stands.quantity, stands.unit_price) == (D(700), "", None, None)
        shown = plan_of(Project.objects.get(pk=standing.project.pk))
        assert not [each for each in shown.relations if "Päivät" in each.label.fi and each.severity is Severity.ERROR]
        act = Activity.objects.get(sequence=stands.version)
    assert standing.client.post(reverse("act_undo", args=[workspace.slug, act.sequence])).status_code == 302
    with in_scope(workspace):
        back = CostLine.objects.get(pk=line.pk)
        assert (back.amount, back.calculation, back.quantity, back.unit_price) == (amount, "units", D(12), D(100))


def test_a_flat_line_that_is_worked_out_is_refused_in_words(workspace: Workspace, tmp_path: Path) -> None:
    standing = Standing(workspace, tmp_path)
    with in_scope(workspace):
        flat = CostLine.objects.get(project=standing.project, cost_kind="flat_rate")
        CostLine.objects.filter(pk=flat.pk).update(amount=None)
        BudgetChange.objects.filter(pk=standing.change.pk).update(from_line=flat)
    assert "lasketaan flat rate -prosentilla" in standing.page()
