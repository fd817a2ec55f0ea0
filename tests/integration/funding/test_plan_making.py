"""Making a project of a checked document: what is not exact, not sure or too long is never kept as if it were."""

import json
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.models import CostLine, FundingRow
from seutu.apps.funding.plan_operations import make_project
from seutu.apps.funding.plans import plan_of
from seutu.apps.programmes.models import Project, WorkPackage
from seutu.apps.records.scope import in_scope
from seutu.apps.register.models import Actor
from seutu.core.figures.qualifiers import Qualifier
from seutu.core.figures.relations import Place, Term
from seutu.core.figures.units import EUR, PERSON_MONTH
from seutu.core.funding.plans import CostKind, Plan
from seutu.core.funding.plans import CostLine as PlanLine
from seutu.core.funding.plans import WorkPackage as PlanPackage
from seutu.core.programmes.work_plans import Package, Passage, WorkPlan
from seutu.core.text import Text
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as
from tests.integration.funding.returned import PLAN, checked, planned, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


def figure(number: str, qualifier: Qualifier = Qualifier.EXACT, **place: Any) -> Term:
    return Term(Text.same("Palkat"), Decimal(number), EUR, qualifier, place=Place(document="paatos.txt", **place))


def line(amount: Term, **more: Any) -> PlanLine:
    return PlanLine(Text.same("Palkat"), CostKind.STAFF, amount, **more)


@pytest.mark.parametrize("qualifier", [each for each in Qualifier if each is not Qualifier.EXACT])
def test_a_figure_that_is_not_exact_is_left_blank_and_told(workspace: Workspace, qualifier: Qualifier) -> None:
    about = figure("651200", qualifier, page=5, line=181)
    plan = Plan(cost_lines=(line(about, years={"2026": about}),), total=about)
    with in_scope(workspace):
        made = make_project(plan, title="Noin", source="paatos.txt", by=None, at=NOON)
        standing = CostLine.objects.get()
        assert standing.amount is None
        assert standing.years.get().amount is None
        assert made.project.budget_total is None
        assert plan_of(made.project).worked.total is None
    assert len(made.notes) == 3
    assert all("651\u00a0200" in note.fi and "s. 5, rivi 181" in note.fi for note in made.notes)


def test_a_workbook_that_says_about_is_told_before_and_after(workspace: Workspace) -> None:
    case = planned()
    content = case.workbook(put("Kustannukset", "Ostot", "Määrä", "noin 651 200 €"))
    found = checked(case.client, case.workspace, "plan.xlsx", content)
    assert "noin\u00a0651\u00a0200" in found.content.decode()
    made = case.client.post(f"{found.request['PATH_INFO']}project/", {"name": "Toinen"}, follow=True)
    page = made.content.decode()
    assert "jätetään tyhjäksi" in page
    assert "Kustannukset, C3" in page
    with in_scope(case.workspace):
        assert CostLine.objects.get(project__name="Toinen", label="Ostot").amount is None


def test_a_figure_of_a_document_that_is_too_fine_is_left_blank_and_told(workspace: Workspace) -> None:
    months = Term(Text.same("TP1"), figure("1.333").number, PERSON_MONTH, place=Place(line=7))
    plan = Plan(work_packages=(PlanPackage("1", "Työ", months, after=("2", "3")),))
    with in_scope(workspace):
        made = make_project(plan, title="Hieno", source="paatos.txt", by=None, at=NOON)
        package = WorkPackage.objects.get()
        assert (package.person_months, package.after) == (None, "2; 3")
    assert "1.333" in made.notes[0].fi
    assert "rivi 7" in made.notes[0].fi


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"total": "1500.001"}, "total"),
        ({"cost_model": "flat_rate_140"}, "140"),
        ({"partners": [{"name": "", "role": "lead"}]}, "nimeä"),
        ({"fund": "J" * 61}, "61"),
        ({"fund": "a\x00b"}, "ohjausmerkki"),
    ],
)
def test_what_a_form_would_refuse_is_refused_and_nothing_is_made(change: dict[str, Any], said: str) -> None:
    workspace = make_workspace()
    client = signed_in_as(workspace, Role.OWNER)
    found = checked(client, workspace, "plan.json", json.dumps({**PLAN, **change}).encode())
    answer = client.post(f"{found.request['PATH_INFO']}project/", {"name": "Sillat"})
    assert answer.status_code == 422
    assert said in answer.context["wrong"]
    with in_scope(workspace):
        assert not Project.objects.exists()
        assert not Actor.objects.exists()


def test_a_name_that_several_actors_have_is_asked_about_and_no_third_is_made(workspace: Workspace) -> None:
    client = signed_in_as(workspace, Role.OWNER)
    with in_scope(workspace):
        make_record("actors", name="Silta Oy", business_id="0201256-6")
        make_record("actors", name="Silta Oy")
    found = checked(client, workspace, "plan.json", json.dumps(PLAN).encode())
    assert "0201256-6" in found.content.decode()
    answer = client.post(f"{found.request['PATH_INFO']}project/", {"name": "Sillat"})
    assert answer.status_code == 422
    assert "2 kertaa" in answer.context["wrong"]
    with in_scope(workspace):
        assert Actor.objects.count() == 2
        assert not Project.objects.exists()


def test_a_place_that_is_too_long_ends_in_an_ellipsis_and_is_told(workspace: Workspace) -> None:
    plan = Plan(cost_lines=(line(figure("1", text="x" * 400)), line(figure("2", text="y" * 300))))
    with in_scope(workspace):
        made = make_project(plan, title="Pitkä", source="paatos.txt", by=None, at=NOON)
        places = sorted(CostLine.objects.values_list("source_place", flat=True))
    assert places == ["x" * 299 + "…", "y" * 300]
    assert len(made.notes) == 1
    assert "x" * 299 + "…" in made.notes[0].fi


def test_a_share_with_zeros_at_its_end_is_kept(workspace: Workspace) -> None:
    told = deepcopy(PLAN)
    told["funding"][0]["share"] = "80.0000000000"
    client = signed_in_as(workspace, Role.OWNER)
    found = checked(client, workspace, "plan.json", json.dumps(told).encode())
    assert client.post(f"{found.request['PATH_INFO']}project/", {"name": "Sillat"}).status_code == 302
    with in_scope(workspace):
        row = FundingRow.objects.get(label="EU")
        assert (row.share, row.share_decimals) == (80, 6)


def test_texts_and_titles_of_a_document_come_with_the_lines_they_stand_on(workspace: Workspace) -> None:
    place = [Place(document="paatos.txt", line=line) for line in range(5)]
    package = Package("1", "Työ", None, ("Kokeilut",), ("Kortit",), place[1], (place[2],), (place[3],), "Kokeillaan.")
    work = WorkPlan((package,), summary=Passage("Hanke kokeilee.", place[4]))
    plan = Plan(work_packages=(PlanPackage("1", "Työ"),))
    with in_scope(workspace):
        project = make_project(plan, title="A", source="paatos.txt", work=work, by=None, at=NOON).project
        made = WorkPackage.objects.get()
        held = [(each.name, each.source_place) for each in (*made.tasks.all(), *made.results.all())]
        assert (project.description, project.source_place) == ("Hanke kokeilee.", "rivi 4")
        assert (made.objective, made.source_place) == ("Kokeillaan.", "rivi 1")
        assert held == [("Kokeilut", "rivi 2"), ("Kortit", "rivi 3")]
        long = WorkPlan(summary=Passage("a" * 20_001, place[4]))
        left = make_project(plan, title="B", source="paatos.txt", work=long, by=None, at=NOON)
        assert not left.project.description
        assert "rivi 4" in left.notes[0].fi
