"""The page of a project and its workload: what they say, to whom, and with how many queries."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.operations import trash_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_member, make_record, make_workspace, signed_in, signed_in_as
from tests.integration.programmes.glow import Glow, make_glow, make_steering

pytestmark = pytest.mark.django_db
READ = ("project", "project_schedule", "project_work")
WRITE = ("project_shift", "project_copy")


@pytest.fixture
def glow() -> Glow:
    made = make_glow(make_workspace("Savon Kehitys"))
    make_steering(made)
    return made


def address(name: str, glow: Glow) -> str:
    return reverse(name, args=[glow.workspace.slug, glow.project.pk])


def page(name: str, glow: Glow, *, role: Role = Role.FACILITATOR, query: str = "") -> str:
    with translation.override("en"):
        url = address(name, glow)
    answer = signed_in_as(glow.workspace, role).get(url + query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_project_answers_in_sentences(glow: Glow) -> None:
    said = page("project", glow)
    assert "Led by Yrityspalvelu Oy. The project runs 1.9.2021–31.12.2023." in said
    assert "The cost lines add up to 440\u00a0920\u00a0€. Stage: running." in said
    assert "57\u00a0person-months" in said


def test_a_stated_budget_stands_before_the_sum_of_its_lines(glow: Glow) -> None:
    other = make_glow(make_workspace(), budget_total=Decimal("440920.50"))
    assert "The budget is 440\u00a0920.50\u00a0€." in page("project", other)


def test_lines_of_partners_add_up_with_those_of_the_whole(glow: Glow) -> None:
    with in_scope(glow.workspace):
        make_record("cost-lines", project=glow.project, label="Osa", amount=Decimal(100), partner=glow.lead)
    assert "441\u00a0020\u00a0€" in page("project", glow)


def test_numbers_stand_in_their_natural_order(glow: Glow) -> None:
    said = page("project", glow)
    places = [said.index(f">{number} ") for number in ("1", "1.1", "1.4", "2", "3", "4", "10", "10.2")]
    assert places == sorted(places)


def test_sums_that_differ_are_told_in_words(glow: Glow) -> None:
    assert "the parts add up" not in page("project", glow)
    with in_scope(glow.workspace):
        make_record("assignments", work_package=glow.packages["1"], role="assistentti", person_months=Decimal(2))
    for name in ("project", "project_work"):
        assert (
            "Work package 1, work given to people: the parts add up to 12\u00a0person-months, but the total is given "
            "as 10\u00a0person-months. The difference is 2\u00a0person-months."
        ) in page(name, glow)


def test_risks_stand_in_the_square_by_their_numbers(glow: Glow) -> None:
    said = page("project", glow)
    assert '<td class="risks__great">1</td>' in said
    assert '<td class="risks__small">2</td>' in said
    assert "20/25, great" in said


def test_what_is_open_and_late_is_said(glow: Glow) -> None:
    said = page("project", glow)
    assert "1 Haetaan muutosta" in said
    assert "late</span>" in said
    assert "25%" in said


def test_those_present_at_meetings_are_not_named(glow: Glow) -> None:
    assert "Osallistuja A" not in page("project", glow)


def test_add_forms_open_with_the_project_and_keep_it_among_namesakes(glow: Glow) -> None:
    make_glow(glow.workspace)
    client = signed_in(make_member(glow.workspace))
    url = reverse("record_new", args=[glow.workspace.slug, "work-packages"])
    filled = f"{url}?project={glow.project.pk}"
    assert filled.replace("/fi/", "/en/") in page("project", glow)
    assert 'value="Kasvun verkosto"' in client.get(filled).content.decode()
    sent = {"project": "Kasvun verkosto", "number": "6", "name": "Uusi"}
    assert client.post(filled, sent).status_code == 302
    with in_scope(glow.workspace):
        made = kind_named("work-packages").model.objects.get(number="6")
        assert made.project_id == glow.project.pk
    # Without the id nobody knows which of the two is meant.
    assert client.post(url, {**sent, "number": "7"}).status_code == 422


def test_a_record_whose_whole_has_namesakes_can_be_edited(glow: Glow) -> None:
    make_glow(glow.workspace)
    client = signed_in(make_member(glow.workspace))
    task = glow.tasks["1.1"]
    url = reverse("record_edit", args=[glow.workspace.slug, "project-tasks", task.pk])
    sent = {"work_package": "Lähtötilanne", "number": "1.1", "name": "Kartoitus", "version": task.version}
    assert client.post(url, sent).status_code == 302
    with in_scope(glow.workspace):
        assert kind_named("project-tasks").model.objects.get(pk=task.pk).work_package_id == glow.packages["1"].pk


@pytest.mark.parametrize("role", [Role.READER, Role.GUEST])
def test_those_who_read_see_no_way_to_change(glow: Glow, role: Role) -> None:
    for name in READ:
        said = page(name, glow, role=role)
        assert "/new/" not in said
        assert "/shift/" not in said
    client = signed_in_as(glow.workspace, role)
    assert [client.get(address(name, glow)).status_code for name in WRITE] == [404, 404]


@pytest.mark.parametrize("name", READ + WRITE)
def test_another_workspace_s_project_and_one_in_the_trash_are_not_there(glow: Glow, name: str) -> None:
    other = make_workspace()
    client = signed_in(make_member(other, Role.OWNER))
    assert client.get(reverse(name, args=[other.slug, glow.project.pk])).status_code == 404
    assert client.post(reverse(name, args=[other.slug, glow.project.pk])).status_code in {404, 405}
    with in_scope(glow.workspace):
        trash_record(kind_named("projects"), glow.project, by=None, at=NOON)
    assert signed_in_as(glow.workspace, Role.OWNER).get(address(name, glow)).status_code == 404


def _queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


def _row_of_each(workspace: Workspace, project: Any, number: int) -> None:
    with in_scope(workspace):
        actor = make_record("actors", name=f"Toimija {number}")
        days = {"start": date(2021, 9, 1), "end": date(2021, 12, 31)}
        make_record("participations", project=project, actor=actor, role="part")
        made = make_record("work-packages", project=project, number=str(number), responsible=actor, **days)
        make_record("project-tasks", work_package=made, number=f"{number}.1", responsible=actor, **days)
        make_record("results", work_package=made, number=str(number), due=days["end"])
        make_record("assignments", work_package=made, partner=actor, person_months=Decimal(3))
        meeting = make_record("project-meetings", project=project)
        make_record("resolutions", meeting=meeting)
        make_record("risks", project=project, probability=Decimal(2), impact=Decimal(3))
        indicator = make_record("indicators", project=project)
        make_record("measurements", indicator=indicator)
        programme = make_record("programmes")
        goal = make_record("benefit-goals", programme=programme)
        make_record("goal-contributions", project=project, benefit_goal=goal)


@pytest.mark.parametrize("name", READ + WRITE)
def test_queries_do_not_grow_with_rows(name: str) -> None:
    workspace = make_workspace()
    project = make_record("projects", workspace=workspace)
    client = signed_in(make_member(workspace, Role.OWNER))
    url = reverse(name, args=[workspace.slug, project.pk])
    _row_of_each(workspace, project, 1)
    # The log names each act's kind of record with one query: the acts shown must be of the same kinds.
    one = _queries(client, url)
    for number in (2, 3):
        _row_of_each(workspace, project, number)
    assert _queries(client, url) == one
    assert one <= 51  # each source of the days that come is one query


def test_the_workload_says_who_has_too_much_and_when(glow: Glow) -> None:
    said = page("project_work", glow)
    assert "The packages state 57\u00a0person-months, of which 25\u00a0person-months have been given to people." in said
    assert "2 persons have too much." in said
    assert "projektipäällikkö (Yrityspalvelu Oy): at most the work of 1.25 persons in 9/2021–12/2021" in said
    assert "too much: 1.25 in a month" in said
    assert ">Q3/2021" in said
    assert ">9/2021" in page("project_work", glow, query="?by=month")


def test_person_years_are_read_both_ways() -> None:
    glow = make_glow(make_workspace(), person_years=Decimal("3.2"))
    said = page("project_work", glow)
    assert "The project states 3.2\u00a0person-years. The document does not tell of which" in said
    assert "over 28\u00a0months they are 89.6\u00a0person-months, of the whole project 38.4\u00a0person-months." in said


def test_work_without_days_is_listed_and_in_no_load(glow: Glow) -> None:
    with in_scope(glow.workspace):
        make_record("assignments", work_package=glow.packages["2"], role="harjoittelija")
    said = page("project_work", glow)
    assert "In no load" in said
    assert "harjoittelija – Verkoston rakentaminen" in said


def test_the_record_and_what_belongs_to_it_lead_to_the_page(glow: Glow) -> None:
    client = signed_in(make_member(glow.workspace))
    for kind, record in (("projects", glow.project), ("project-tasks", glow.tasks["1.1"])):
        said = client.get(reverse("record", args=[glow.workspace.slug, kind, record.pk])).content.decode()
        assert f'href="{address("project", glow)}"' in said
    listed = client.get(reverse("collection", args=[glow.workspace.slug, "projects"])).content.decode()
    assert f'href="{address("project", glow)}"' in listed
