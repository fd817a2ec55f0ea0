"""The budget page: live proof, saving of cells, clashes, roles; the plan as records and as a file."""

import json
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.call_queries import requested_in, requested_of
from seutu.apps.funding.models import CostLine, CostYear, FundingRow
from seutu.apps.funding.plan_operations import make_project
from seutu.apps.funding.plan_partners import partners_of
from seutu.apps.funding.plans import plan_of, worked_totals
from seutu.apps.funding.versions import application_content
from seutu.apps.programmes.models import Project
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import trash_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Actor
from seutu.core.figures.relations import Severity
from seutu.sources.plans import plan_as_dict, read_plan
from seutu.web.views.project_files import FILES
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db
PLAN: dict[str, Any] = {
    "title": "Hyvinvointialan kasvu",
    "legal_basis": "867/2021",
    "fund": "JTF",
    "cost_model": "flat_rate_40",
    "period": ["2025-09-01", "2027-08-31"],
    "cost_lines": [
        {"label": "Palkkakustannukset", "kind": "staff", "amount": "314943", "applied": "314943", "partner": None},
        {"label": "Flat rate 40 %", "kind": "flat_rate", "amount": "125977", "applied": "125977", "partner": None},
    ],
    "total": "440920",
    "funding": [
        {"label": "EU ja valtio", "kind": "eu_state", "amount": "352736", "share": "80.00", "partner": None},
        {"label": "Omarahoitus", "kind": "own", "amount": "85184", "share": "19.32", "partner": None},
        {"label": "Kunnat", "kind": "municipal", "amount": "0", "share": "0", "partner": None},
        {"label": "Yksityinen", "kind": "private", "amount": "3000", "share": "0.68", "partner": None},
    ],
    "work_packages": [
        {"number": "1", "name": "Nykytila", "person_months": "10"},
        {"number": "2", "name": "Vertailu", "person_months": "15", "purchases": "40000.50"},
    ],
    "partners": [{"name": "Ammattikorkeakoulu", "role": "lead", "total": "440920"}],
}


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


def made(workspace: Workspace, tmp_path: Path, plan: dict[str, Any] = PLAN) -> Project:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    with in_scope(workspace):
        return make_project(read_plan(path).plan, title=plan["title"], source="plan.json", by=None, at=NOON).project


def address(name: str, workspace: Workspace, *args: object) -> str:
    return reverse(name, args=[workspace.slug, *args])


def save(
    client: Client, workspace: Workspace, project: Project, *changes: tuple[object, str, str, str], since: str = ""
) -> Any:
    data = {
        "cell": [f"{record}:{column}" for record, column, _seen, _value in changes],
        "seen": [seen for _record, _column, seen, _value in changes],
        "value": [value for *_rest, value in changes],
        "since": since,
    }
    return client.post(address("project_budget_cells", workspace, project.pk), data)


def test_a_plan_becomes_a_project_and_comes_out_as_the_same_plan(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    with in_scope(workspace):
        shown = plan_of(Project.objects.get(pk=project.pk))
        assert not [each for each in shown.relations if each.severity is Severity.ERROR]
        written = plan_as_dict(shown.stated)
        assert Actor.objects.count() == 1
        assert Activity.objects.count() == 1
        assert partners_of(shown.stated).unknown == ()
    for key, value in PLAN.items():
        assert written[key] == value, key
    client = signed_in_as(workspace, Role.READER)
    answer = client.get(address("project_file", workspace, project.pk, "json"))
    assert json.loads(answer.content) == written


def test_figures_that_follow_appear_as_soon_as_salaries_and_rate_are_known(workspace: Workspace) -> None:
    project: Any = make_record(
        "projects",
        workspace=workspace,
        name="GLOW",
        cost_model="flat_rate",
        flat_rate=Decimal(40),
        legal_basis="867/2021",
    )
    staff = make_record("cost-lines", workspace=workspace, project=project, label="Palkat", cost_kind="staff")
    flat = make_record("cost-lines", workspace=workspace, project=project, label="Flat", cost_kind="flat_rate")
    rows = [
        make_record("funding-rows", workspace=workspace, project=project, label=label, funding_kind=kind, position=at)
        for at, (label, kind) in enumerate((("EU", "eu_state"), ("Oma", "own"), ("Yritykset", "private")))
    ]
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    answer = save(
        client,
        workspace,
        project,
        (staff.pk, "amount", "", "314 943 €"),
        (rows[0].pk, "amount", "", "352 736"),
        (rows[1].pk, "amount", "", "85 184"),
        (rows[2].pk, "amount", "", "3 000"),
    )
    assert answer.status_code == 200
    told = answer.json()
    cells = {each["id"]: each for each in told["cells"]}
    assert cells[f"{flat.pk}:amount"]["text"] == "125\u00a0977"
    assert cells[f"{flat.pk}:amount"]["derived"]
    assert [cells[f"{row.pk}:share"]["text"] for row in rows] == ["80,00", "19,32", "0,68"]
    assert {each["id"]: each["text"] for each in told["sums"]}["sum:budget_total:amount"] == "440\u00a0920"
    with in_scope(workspace):
        assert CostLine.objects.get(pk=flat.pk).amount is None


def test_a_total_that_does_not_hold_turns_red_with_its_reason(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    answer = save(client, workspace, project, (project.pk, "budget_total", "440 920", "440 902"))
    told = answer.json()
    total = next(each for each in told["sums"] if each.get("stated_id") == f"{project.pk}:budget_total")
    assert total["tone"] == "alarm"
    assert "440\u00a0920" in total["why"]
    page = client.get(address("project_budget", workspace, project.pk)).content.decode()
    assert "is-alarm" in page
    undone = client.post(told["undo"])
    assert undone.status_code == 302
    with in_scope(workspace):
        assert Project.objects.get(pk=project.pk).budget_total == Decimal(440920)


def test_an_answer_tells_of_what_speaks_or_was_changed_since_and_of_no_other_row(
    workspace: Workspace, tmp_path: Path
) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    with in_scope(workspace):
        staff, flat = CostLine.objects.order_by("position")
        eu, own, municipal, private = FundingRow.objects.order_by("position")
        make_record("cost-years", workspace=workspace, cost_line=flat, year="2026", amount=Decimal(1))
    later, earlier = ((timezone.now() + timedelta(hours=hours)).isoformat() for hours in (1, -1))

    def told(*changes: tuple[object, str, str, str], since: str) -> set[str]:
        answer = save(client, workspace, project, *changes, since=since)
        assert answer.status_code == 200
        return {each["id"].partition(":")[0] for each in answer.json()["cells"]}

    assert told((own.pk, "applied", "", "85 184"), since=later) == {str(flat.pk)}, "its years do not add up"
    assert told(since=earlier) == {str(flat.pk), str(own.pk)}, "changed since, by whoever"
    everything = {str(each.pk) for each in (staff, flat, eu, own, municipal, private)}
    for since in ("", "eilen", "2026-01-01", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-23:59"):
        assert told(since=since) == everything, since


def test_two_editors_of_one_cell_the_second_is_told_and_nothing_is_lost(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    with in_scope(workspace):
        staff, flat = CostLine.objects.order_by("position")
        before = Activity.objects.count()
    first = save(client, workspace, project, (staff.pk, "amount", "314 943", "320 000"))
    second = save(
        client, workspace, project, (flat.pk, "amount", "125 977", "1"), (staff.pk, "amount", "314 943", "330 000")
    )
    assert (first.status_code, second.status_code) == (200, 409)
    message = second.json()["problems"][0]["message"].replace("\xa0", " ")
    assert "luku on nyt 320 000, sinä näit luvun 314 943 ja kirjoitit 330 000." in message
    with in_scope(workspace):
        assert CostLine.objects.get(pk=staff.pk).amount == Decimal(320000)
        assert CostLine.objects.get(pk=flat.pk).amount == Decimal(125977)
        assert Activity.objects.count() == before + 1


@pytest.mark.parametrize("typed", ["paljon", "-5", "1,234.5,6", "1e99", "12 34x", "NaN", "0,001", "1 000 000 000 001"])
def test_what_is_no_amount_is_told_by_its_cell_and_nothing_is_saved(
    typed: str, workspace: Workspace, tmp_path: Path
) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    with in_scope(workspace):
        staff, flat = CostLine.objects.order_by("position")
    answer = save(
        client, workspace, project, (flat.pk, "amount", "125 977", "1"), (staff.pk, "amount", "314 943", typed)
    )
    assert answer.status_code == 422
    assert [each["cell"] for each in answer.json()["problems"]] == [f"{staff.pk}:amount"]
    assert "None" not in answer.json()["problems"][0]["message"]
    with in_scope(workspace):
        assert CostLine.objects.get(pk=flat.pk).amount == Decimal(125977)


def test_years_are_cells_too(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    with in_scope(workspace):
        staff = CostLine.objects.order_by("position")[0]
    client.post(address("project_budget_year", workspace, project.pk), {"year": "2026"})
    answer = save(
        client, workspace, project, (staff.pk, "year:2026", "", "200 000"), (staff.pk, "year:2027", "", "114 943")
    )
    assert answer.status_code == 200
    with in_scope(workspace):
        assert sorted(CostYear.objects.values_list("year", "amount")) == [
            ("2026", Decimal(200000)),
            ("2027", Decimal(114943)),
        ]
    assert save(client, workspace, project, (staff.pk, "year:20x6", "", "1")).status_code == 422


def test_a_line_is_a_form_where_no_script_runs(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    with in_scope(workspace):
        staff = CostLine.objects.order_by("position")[0]
    page = address("project_budget_line", workspace, project.pk, staff.pk)
    assert client.get(page).status_code == 200
    wrong = client.post(page, {"cell": [f"{staff.pk}:amount"], "seen": ["314 943"], "value": ["paljon"]})
    assert wrong.status_code == 422
    assert "paljon" in wrong.content.decode()
    right = client.post(page, {"cell": [f"{staff.pk}:amount"], "seen": ["314 943"], "value": ["315 000"]})
    assert right.status_code == 302
    with in_scope(workspace):
        assert CostLine.objects.get(pk=staff.pk).amount == Decimal(315000)


def test_readers_see_and_do_not_change_and_others_see_nothing(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    reader = signed_in_as(workspace, Role.READER)
    assert reader.get(address("project_budget", workspace, project.pk)).status_code == 200
    assert save(reader, workspace, project, (project.pk, "budget_total", "440 920", "1")).status_code == 404
    other = make_workspace()
    stranger = signed_in_as(other, Role.OWNER)
    for name in ("project_budget", "project_budget_cells"):
        assert stranger.get(address(name, other, project.pk)).status_code in {404, 405}
        assert stranger.get(address(name, workspace, project.pk)).status_code in {404, 405}
    assert save(stranger, other, project, (project.pk, "budget_total", "440 920", "1")).status_code == 404
    mine: Any = make_record("projects", workspace=other, name="Oma")
    with in_scope(workspace):
        foreign = CostLine.objects.order_by("position")[0]
    assert save(stranger, other, mine, (foreign.pk, "amount", "314 943", "1")).status_code == 404
    with in_scope(workspace):
        assert CostLine.objects.get(pk=foreign.pk).amount == Decimal(314943)


def test_the_page_asks_as_much_of_three_lines_as_of_thirty(
    workspace: Workspace, tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    project = made(workspace, tmp_path)
    with in_scope(workspace), django_assert_num_queries(6):
        plan_of(project)
    for number in range(30):
        make_record("cost-lines", workspace=workspace, project=project, label=f"Rivi {number}", cost_kind="other")
    with in_scope(workspace), django_assert_num_queries(6):
        plan_of(project)


def test_the_budget_is_judged_by_the_rules_of_the_call_that_it_answers(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.READER)
    budget = address("project_budget", workspace, project.pk)
    assert "Syyshaku" not in client.get(budget).content.decode()
    call: Any = make_record("calls", workspace=workspace, name="Syyshaku", aid_ceiling=Decimal(60),
                            highest_aid=Decimal(250000))  # fmt: skip
    make_record("applications", workspace=workspace, name="Hakemus", project=project, call=call)
    page = client.get(budget).content.decode()
    assert "Haun oma ehto: Syyshaku. Se menee" in page
    assert "Sääntö: Syyshaku" in page
    told = client.get(address("call", workspace, call.pk)).content.decode()
    assert "60\u00a0%" in told
    assert "250\u00a0000\u00a0€" in told
    with in_scope(workspace):
        other: Any = make_record("calls", name="Kevythaku")
        make_record("applications", name="Toinen", project=project, call=other, submitted_on=NOON.date())
        assert plan_of(project).worked.call_rules == (), "the call of the newest application says nothing"


def test_a_share_keeps_the_decimals_it_is_written_with(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    with in_scope(workspace):
        own = FundingRow.objects.get(label="Omarahoitus")
    assert save(client, workspace, project, (own.pk, "share", "19,32", "19,3 %")).status_code == 200
    with in_scope(workspace):
        own.refresh_from_db()
        assert (own.share, own.share_decimals) == (Decimal("19.3"), Decimal(1))


def test_every_page_tells_the_same_cost_of_a_project(workspace: Workspace) -> None:
    project: Any = make_record(
        "projects",
        workspace=workspace,
        name="Sama",
        cost_model="flat_rate",
        flat_rate=Decimal(40),
        legal_basis="867/2021",
    )
    staff = make_record("cost-lines", workspace=workspace, project=project, label="Palkat", cost_kind="staff")
    make_record("cost-years", workspace=workspace, cost_line=staff, year="2026", amount=Decimal(314943))
    make_record("cost-lines", workspace=workspace, project=project, label="Flat", cost_kind="flat_rate")
    reader = signed_in_as(workspace, Role.READER)
    for address_of in (
        address("project", workspace, project.pk),
        address("project_budget", workspace, project.pk),
        address("portfolio", workspace),
    ):
        assert "440\u00a0920" in reader.get(address_of).content.decode(), address_of


def parted(workspace: Workspace, *, stated: bool = True) -> Any:
    """Make a project whose partners' rows are parts of the whole's: 1 000 € of costs, 800 € of it from the EU."""
    total = {"budget_total": Decimal(1000)} if stated else {}
    project: Any = make_record("projects", workspace=workspace, name="Osat ja koko", **total)
    lead, part = (make_record("actors", workspace=workspace, name=name) for name in ("Päätoteuttaja", "Osatoteuttaja"))
    for actor, cost, aid in ((None, 1000, 800), (lead, 600, 500), (part, 400, 300)):
        held = {"workspace": workspace, "project": project, "partner": actor}
        make_record("cost-lines", label="Palkat", cost_kind="staff", amount=Decimal(cost), **held)
        make_record("funding-rows", label="EU", funding_kind="eu_state", amount=Decimal(aid), **held)
        make_record("funding-rows", label="Oma", funding_kind="own", amount=Decimal(cost - aid), **held)
    return project


def test_every_page_counts_parts_of_the_whole_once(workspace: Workspace) -> None:
    project = parted(workspace, stated=False)
    reader = signed_in_as(workspace, Role.READER)
    for address_of in (
        address("project", workspace, project.pk),
        address("project_budget", workspace, project.pk),
        address("portfolio", workspace),
    ):
        page = reader.get(address_of).content.decode()
        assert "1\u00a0000" in page, address_of
        assert "2\u00a0000" not in page, address_of
    with in_scope(workspace):
        assert worked_totals([project]) == {project.pk: Decimal(1000)}


def test_what_is_asked_for_counts_no_part_twice(workspace: Workspace) -> None:
    for stated in (True, False):
        project = parted(workspace, stated=stated)
        application: Any = make_record("applications", workspace=workspace, project=project)
        with in_scope(workspace):
            assert requested_of([application]) == {application.pk: Decimal(800)}
            assert requested_in(application_content(application)) == Decimal(800)
            rows = FundingRow.objects.filter(project=project)
            rows.filter(partner__isnull=True, label="EU").update(trashed_at=NOON)
            rows.filter(partner__isnull=False, label="Oma").update(trashed_at=NOON)
            assert requested_of([application]) == {application.pk: Decimal(800)}
            assert requested_in(application_content(application)) == Decimal(800)


def test_money_that_comes_through_partners_is_money(workspace: Workspace) -> None:
    project = parted(workspace)
    with in_scope(workspace):
        FundingRow.objects.filter(project=project, partner__isnull=True).update(trashed_at=NOON)
    lead = (
        signed_in_as(workspace, Role.READER).get(address("project_budget", workspace, project.pk)).context["page_lead"]
    )
    assert lead == "Hanke maksaa 1\u00a0000\u00a0€. Suurin rahoituslähde on EU, 80,00 prosenttia."


def test_a_stated_total_that_its_lines_do_not_make_is_told_with_both_and_the_difference(workspace: Workspace) -> None:
    project = parted(workspace)
    client = signed_in_as(workspace, Role.READER)

    def leads() -> list[str]:
        pages = (client.get(address(name, workspace, project.pk)) for name in ("project_budget", "project"))
        return [page.context["page_lead"] for page in pages]

    with translation.override("en"):
        assert all("However" not in lead for lead in leads())
        with in_scope(workspace):
            Project.objects.filter(pk=project.pk).update(budget_total=Decimal(1200))
        for lead in leads():
            assert "1\u00a0200\u00a0€" in lead
            assert "However, its cost lines add up to 1\u00a0000\u00a0€: the difference is 200\u00a0€." in lead


def test_a_total_with_a_blank_row_is_at_least_what_is_filled(workspace: Workspace, tmp_path: Path) -> None:
    lines = [*PLAN["cost_lines"], {"label": "Muut", "kind": "other", "amount": None, "partner": None}]
    project = made(workspace, tmp_path, {**PLAN, "cost_lines": lines})
    page = signed_in_as(workspace, Role.READER).get(address("project_budget", workspace, project.pk))
    assert "vähintään\u00a0440\u00a0920" in page.content.decode()


def test_what_only_some_partners_have_entered_is_no_cost_of_the_whole(workspace: Workspace) -> None:
    project: Any = make_record("projects", workspace=workspace, name="Osat")
    lead = make_record("actors", workspace=workspace, name="Päätoteuttaja")
    part = make_record("actors", workspace=workspace, name="Osatoteuttaja")
    for actor, role in ((lead, "lead"), (part, "part")):
        make_record("participations", workspace=workspace, project=project, actor=actor, role=role)
    line = {"project": project, "partner": part, "label": "Osahanke", "cost_kind": "other", "amount": Decimal(59953)}
    make_record("cost-lines", workspace=workspace, **line)
    with in_scope(workspace):
        assert worked_totals([project]) == {}
        assert plan_of(project).worked.total is None


def pasted(client: Client, workspace: Workspace, project: Project, changes: object) -> Any:
    return client.post(address("project_budget_cells", workspace, project.pk), {"changes": json.dumps(changes)})


def test_a_large_block_is_one_field_and_too_large_a_block_is_told(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    with in_scope(workspace):
        staff = CostLine.objects.order_by("position")[0]
        when = {"created_at": staff.created_at, "changed_at": staff.changed_at}
        lines = CostLine.objects.bulk_create(
            CostLine(workspace=workspace, project=project, label="Matkat", cost_kind="purchases", **when)
            for _ in range(850)
        )
    cell = f"{staff.pk}:applied"
    cells = [f"{line.pk}:{column}" for line in lines for column in ("applied", "rejected")]
    block = [{"cell": each, "seen": "", "value": "100"} for each in cells]
    assert pasted(client, workspace, project, block).status_code == 200
    answer = pasted(client, workspace, project, block * 3)
    assert answer.status_code == 422
    assert "5100" in answer.json()["problems"][0]["message"]
    one = [{"cell": cell, "seen": "314 943", "value": "1"}]
    assert pasted(client, workspace, project, one).status_code == 200
    with in_scope(workspace):
        assert CostLine.objects.get(pk=staff.pk).applied == Decimal(1)


@pytest.mark.parametrize(
    "sent", ["[", "{}x", "7", '{"cell": 1}', "[1]", "[{}]", '[{"cell": 1, "seen": "", "value": ""}]', "[" * 50000]
)
def test_changes_that_cannot_be_read_are_one_message(sent: str, workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    answer = client.post(address("project_budget_cells", workspace, project.pk), {"changes": sent})
    assert answer.status_code == 422
    assert len(answer.json()["problems"]) == 1
    uneven = client.post(address("project_budget_cells", workspace, project.pk), {"cell": ["x"], "seen": []})
    assert uneven.status_code == 422


def test_a_share_with_many_zeros_at_its_end_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    with in_scope(workspace):
        own = FundingRow.objects.get(label="Omarahoitus")
    assert save(client, workspace, project, (own.pk, "share", "19,32", "19,300000000000")).status_code == 200
    with in_scope(workspace):
        own.refresh_from_db()
        assert (own.share, own.share_decimals) == (Decimal("19.3"), Decimal(6))


def test_a_new_line_belongs_to_the_project_at_hand_among_namesakes(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    make_record("projects", workspace=workspace, name=project.name)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    page = client.get(address("project_budget", workspace, project.pk))
    values = {"project": project.name, "label": "Matkat", "cost_kind": "other"}
    assert client.post(page.context["add_line_url"], values).status_code == 302
    with in_scope(workspace):
        assert CostLine.objects.get(label="Matkat").project_id == project.pk


def test_a_project_in_the_trash_gives_no_files(workspace: Workspace, tmp_path: Path) -> None:
    project = made(workspace, tmp_path)
    client = signed_in_as(workspace, Role.CONTRIBUTOR)
    assert client.get(address("project_file", workspace, project.pk, "budget.pdf")).status_code == 200
    with in_scope(workspace):
        trash_record(kind_named("projects"), project, by=None, at=NOON)
    for form in FILES:
        assert client.get(address("project_file", workspace, project.pk, form)).status_code == 404
