"""Links from records to the pages of plans: by the fixed names, and none where the service has no such page."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.records.operations import trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.web import plan_links
from tests.integration.factories import NOON, make_member, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db
Ask = Callable[..., Any]


def _every_page(name: str, kwargs: dict[str, Any]) -> str:
    return f"/{name}/" + "/".join(str(kwargs[key]) for key in sorted(kwargs) if key != "workspace")


@pytest.fixture
def every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_links, "reverse", _every_page)


@pytest.fixture
def no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str, kwargs: dict[str, Any]) -> str:
        raise NoReverseMatch(name)

    monkeypatch.setattr(plan_links, "reverse", none)


def asking(role: Role = Role.CONTRIBUTOR) -> HttpRequest:
    return SimpleNamespace(workspace=SimpleNamespace(slug="here"), role=role)  # type: ignore[return-value]


def addresses(kind: str, *, role: Role = Role.CONTRIBUTOR) -> list[str]:
    workspace = make_workspace()
    record = make_record(kind, workspace=workspace)
    with in_scope(workspace):
        return [link["url"] for link in plan_links.plan_actions(asking(role), record)]


@pytest.mark.usefixtures("every_page")
@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("projects", ["project"]),
        ("programmes", ["programme"]),
        ("calls", ["call"]),
        ("applications", ["application", "scoring"]),
        ("decisions", ["decision_file", "decision_file"]),
        ("reflections", ["programme_workshop"]),
        ("benefit-goals", ["programme"]),
        ("criteria", ["call"]),
        ("scores", ["application", "project"]),
        ("work-packages", ["project"]),
        ("project-tasks", ["project"]),
        ("resolutions", ["project"]),
        ("measurements", ["project"]),
        ("cost-years", ["project"]),
        ("actors", []),
    ],
)
def test_a_record_opens_its_page_or_that_of_its_project(kind: str, names: list[str]) -> None:
    assert [url.split("/")[1] for url in addresses(kind)] == names


@pytest.mark.usefixtures("every_page")
def test_scoring_is_for_those_who_write() -> None:
    assert [url.split("/")[1] for url in addresses("applications", role=Role.FUNDER)] == ["application"]


@pytest.mark.usefixtures("no_page")
def test_a_page_that_is_not_there_is_left_out() -> None:
    for kind in ("projects", "programmes", "applications", "project-tasks"):
        assert addresses(kind) == []
    assert plan_links.project_tabs("here", uuid4(), "project") == []
    assert plan_links.area_ways(asking(), "plans") == []
    assert plan_links.plan_list_actions(asking(), "projects") == []


@pytest.mark.usefixtures("every_page")
def test_lists_and_the_area_of_plans_lead_to_the_portfolio() -> None:
    ways = [link["url"] for link in plan_links.area_ways(asking(), "plans")]
    assert ways == ["/record_new/projects", "/portfolio/", "/coming/", "/check/"]
    assert [link["url"] for link in plan_links.area_ways(asking(Role.FUNDER), "plans")] == ["/coming/"]
    read = [link["url"] for link in plan_links.area_ways(asking(Role.READER), "plans")]
    assert "/record_new/projects" not in read
    assert "/portfolio/" in read
    assert plan_links.area_ways(asking(), "network") == []
    assert [link["url"] for link in plan_links.plan_list_actions(asking(), "programmes")] == ["/portfolio/"]
    assert plan_links.plan_list_actions(asking(), "risks") == []
    tabs = plan_links.project_tabs("here", uuid4(), "project_work")
    assert [tab["url"].split("/")[1] for tab in tabs] == [
        "project",
        "project_schedule",
        "project_work",
        "project_budget",
        "project_money",
    ]
    assert [tab["current"] for tab in tabs] == [False, False, True, False, False]


def test_a_project_in_the_trash_has_no_page_to_open() -> None:
    workspace = make_workspace()
    project = make_record("projects", workspace=workspace)
    with in_scope(workspace):
        trash_record(kind_named("projects"), project, by=None, at=NOON)
        assert plan_links.plan_actions(asking(), record_of(kind_named("projects"), project.pk)) == []
    client = signed_in(make_member(workspace))
    page = client.get(reverse("record", args=[workspace.slug, "projects", project.pk])).content.decode()
    assert "/projects/" + str(project.pk) + '/"' not in page.replace("/r/projects/", "/r-")
