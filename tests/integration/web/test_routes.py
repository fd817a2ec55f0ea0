"""Every address of the service, taken from the URL map: who may open it; a foreign workspace is as if not there.

An address with a new kind of parameter, and one that belongs to no group below, fails here until it is given an entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.accounts.rules import may
from seutu.apps.records.models import OwnedRecord
from tests.integration.factories import make_member, make_record, make_workspace, signed_in, signed_in_as

pytestmark = pytest.mark.django_db
# Addresses outside workspaces that anybody may open, by name or by the beginning of the path.
OPEN_NAMES = {
    "front",
    "home",
    "accessibility",
    "enter",
    "guest",
    "public_record",
    "public_page",
    "public_page_file",
    "boundaries",
    "robots",
    "calendar_feed",
    "answer",
    "answer_thanks",
    "answer_resume",
    "answer_personal",
    "answer_personal_resume",
}
OPEN_PREFIXES = ("account/", "api/")


@dataclass(frozen=True)
class Route:
    """One address with its view and parameters."""

    path: str
    name: str
    view: Any
    parameters: tuple[str, ...]


def routes(patterns: list[Any] | None = None, prefix: str = "") -> Iterator[Route]:
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            yield Route(path, pattern.name or "", pattern.callback, tuple(pattern.pattern.converters))


ALL = list(routes())
OWNED = [route for route in ALL if "workspace" in route.parameters]
OUTSIDE = [route for route in ALL if "workspace" not in route.parameters]


def address(route: Route, workspace: Workspace, record: OwnedRecord) -> str:
    """Return the route's address with real values; an unknown parameter fails the test."""
    values: dict[str, Any] = {
        "workspace": workspace.slug,
        "kind": "actors",
        "record_id": record.pk,
        "area": "network",
        "relation": "presence",
        "form": "xlsx",
        "indicator": "employment_rate",
        "sequence": 1,
        "token": uuid4(),
        "kept": uuid4(),
        "person_id": uuid4(),
        "view_id": uuid4(),
        "link_id": uuid4(),
        "task_id": uuid4(),
        "job_id": uuid4(),
        "other_id": uuid4(),
        "loser_id": uuid4(),
        "contact_id": uuid4(),
        "project_id": uuid4(),
        "call_id": uuid4(),
        "line_id": uuid4(),
        "application_id": uuid4(),
        "request_id": uuid4(),
        "decision_id": uuid4(),
        "document_id": uuid4(),
        "claim_id": uuid4(),
        "change_id": uuid4(),
        "number": 1,
        "network": "no-such-network",
        "owner": workspace.slug,
        "place_kind": "municipality",
        "code": "140",
        "file": "docx",
        "programme_id": uuid4(),
        "reflection_id": uuid4(),
        "subject_kind": "projects",
        "subject_id": uuid4(),
        "index_id": uuid4(),
        "survey_id": uuid4(),
        "wave_id": uuid4(),
        "question_kind": "text",
        "question": "q1",
    }
    path = route.path
    for name in route.parameters:
        converter = next(part for part in path.split("<") if part.split(">")[0].rpartition(":")[2] == name)
        path = path.replace("<" + converter.split(">")[0] + ">", str(values[name]))
    return "/" + path


@pytest.fixture
def place() -> tuple[Workspace, OwnedRecord]:
    workspace = make_workspace("Mine")
    return workspace, make_record("actors", workspace=workspace, name="Konepaja Oy")


def name_of(route: Route) -> str:
    return route.name or route.path


@pytest.mark.many_cases
@pytest.mark.parametrize("route", OUTSIDE, ids=name_of)
def test_an_address_outside_workspaces_is_known(route: Route) -> None:
    path = route.path.split("/", 1)[1] if route.path[:2] in {"fi", "sv", "en"} else route.path
    assert route.name in OPEN_NAMES or path.startswith(OPEN_PREFIXES), f"give {route.path} an entry here"


@pytest.mark.parametrize("route", OWNED, ids=name_of)
def test_every_workspace_view_says_what_it_allows(route: Route) -> None:
    assert getattr(route.view, "workspace_act", None) is not None


@pytest.mark.many_cases
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("route", OWNED, ids=name_of)
def test_a_foreign_workspace_is_not_there(route: Route, method: str, place: tuple[Workspace, OwnedRecord]) -> None:
    workspace, record = place
    other = make_workspace("Other")
    client = signed_in(make_member(other, Role.OWNER))
    assert getattr(client, method)(address(route, workspace, record)).status_code in {404, 405}


@pytest.mark.many_cases
@pytest.mark.parametrize("route", OWNED, ids=name_of)
def test_a_foreign_record_is_not_there_in_one_s_own_workspace(
    route: Route, place: tuple[Workspace, OwnedRecord]
) -> None:
    if not {"record_id", "contact_id", "loser_id"} & set(route.parameters) or "owner" in route.parameters:
        pytest.skip("the address names no record")
    other = make_workspace("Other")
    client = signed_in(make_member(other, Role.OWNER))
    assert client.get(address(route, other, place[1])).status_code in {404, 405}
    assert client.post(address(route, other, place[1])).status_code in {404, 405}


@pytest.mark.many_cases
@pytest.mark.parametrize("route", OWNED, ids=name_of)
def test_nobody_without_signing_in(route: Route, place: tuple[Workspace, OwnedRecord]) -> None:
    answer = Client().get(address(route, *place))
    assert answer.status_code in {302, 405}
    if answer.status_code == 302:
        assert "/account/login/" in answer.headers["Location"]


@pytest.mark.many_cases
@pytest.mark.parametrize("route", OWNED, ids=name_of)
def test_a_role_opens_what_it_may_and_nothing_else(route: Route, place: tuple[Workspace, OwnedRecord]) -> None:
    workspace, record = place
    url = address(route, workspace, record)
    for role in Role:
        allowed = may(role, route.view.workspace_act)
        with transaction.atomic():  # what one role's press changes is not there for the next
            client = signed_in_as(workspace, role)
            for answer in (client.get(url), client.post(url)):
                if allowed:
                    assert answer.status_code < 500, role
                else:
                    assert answer.status_code in {404, 405}, role
            transaction.set_rollback(True)


def test_a_membership_that_ended_closes_at_the_next_request(place: tuple[Workspace, OwnedRecord]) -> None:
    from seutu.apps.accounts.operations import end_membership

    workspace, record = place
    make_member(workspace, Role.OWNER)
    member = make_member(workspace, Role.READER)
    client = signed_in(member)
    url = f"/fi/w/{workspace.slug}/r/actors/{record.pk}/"
    assert client.get(url).status_code == 200
    end_membership(workspace=workspace, person=member)
    assert client.get(url).status_code == 404
