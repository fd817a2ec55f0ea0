"""Every operation of the interface × every role × own, foreign and anonymous, taken from the URL map.

An operation that belongs to no group below fails here until it is given an entry.
"""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from seutu.api.interface import document
from seutu.api.urls import interface
from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.accounts.operations import set_role
from seutu.apps.accounts.rules import Act, may
from seutu.apps.accounts.token_operations import make_token
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.kinds import kind_named, kinds
from tests.integration.factories import make_member, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db
# What an operation of a workspace needs, by its name's beginning; None: open to everybody.
NEEDS = {
    "list": Act.READ,
    "read": Act.READ,
    "history": Act.READ,
    "create": Act.WRITE,
    "change": Act.WRITE,
    "trash": Act.WRITE,
    "restore": Act.WRITE,
}
OPEN_PATHS = ("/api/v1/public/", "/api/v1/places/")
SIGNED_IN_PATHS = {"/api/v1/workspaces/", "/api/v1/statistics/indicators", "/api/v1/statistics/series"}
ROLES = [role for role in Role if role != Role.GUEST]


@dataclass(frozen=True)
class Operation:
    """One method of one address."""

    path: str
    method: str
    name: str

    @property
    def kind(self) -> str | None:
        part = self.path.removeprefix("/api/v1/workspaces/{slug}/").split("/")[0]
        return part if self.in_workspace and part else None

    @property
    def in_workspace(self) -> bool:
        return self.path.startswith("/api/v1/workspaces/{slug}/")

    @property
    def act(self) -> Act:
        return next(act for word, act in NEEDS.items() if self.name.startswith(word))


ALL = [
    Operation(path, method, said["operationId"])
    for path, methods in document(interface)["paths"].items()
    for method, said in methods.items()
]
OWNED = [each for each in ALL if each.in_workspace]
PARTS = [None, *(kind.name for kind in kinds())]


def of_part(kind: str | None) -> list[Operation]:
    """Return the operations of one kind, or those of the workspace itself; each group in one test, to be quick."""
    return [each for each in OWNED if each.kind == kind]


def name_of(operation: Operation) -> str:
    return operation.name


def ask(client: Client, operation: Operation, workspace: Workspace, record: OwnedRecord, **headers: str) -> Any:
    path = operation.path.replace("{slug}", workspace.slug).replace("{record_id}", str(record.pk))
    body = {"values": {}, **({"version": record.version} if operation.method == "patch" else {})}
    data = json.dumps(body) if operation.method in {"post", "patch"} else ""
    return client.generic(operation.method.upper(), path, data, content_type="application/json", headers=headers)


def key(person: User, workspace: Workspace, role: Role) -> dict[str, str]:
    made = make_token(person=person, workspace=workspace, label="key", role=role, days=1, at=timezone.now())
    return {"Authorization": f"Bearer {made[1]}"}


@pytest.mark.parametrize("operation", ALL, ids=name_of)
def test_every_operation_belongs_to_a_group(operation: Operation) -> None:
    known = operation.path.startswith(OPEN_PATHS) or operation.path in SIGNED_IN_PATHS
    owned = operation.in_workspace and (operation.kind is None or operation.kind in {kind.name for kind in kinds()})
    assert known or owned, f"give {operation.method} {operation.path} an entry here"
    assert not owned or any(operation.name.startswith(word) for word in NEEDS)


def test_every_kind_has_every_operation() -> None:
    for kind in kinds():
        assert len([each for each in OWNED if each.kind == kind.name]) == 7


def is_withheld(kind: str | None, role: Role) -> bool:
    """Return whether the kind itself keeps its records from the role: another's score, to a funder a plan."""
    if kind is None or role != Role.FUNDER:
        return kind == "scores"
    return (
        kind not in {"programmes", "benefit-goals", "calls", "criteria", "events"} and kind_named(kind).area == "plans"
    )


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", PARTS)
def test_a_role_does_what_it_may_by_session_and_by_key(kind: str | None) -> None:
    workspace = make_workspace("Mine")
    record = make_record(kind or "actors", workspace=workspace)
    for role in ROLES:
        member = make_member(workspace, role)
        browser, headers = signed_in(member), key(member, workspace, Role.OWNER)
        hidden = kind is not None and kind_named(kind).personal and not may(role, Act.READ_PERSONAL)
        for operation in of_part(kind):
            by_session = ask(browser, operation, workspace, record)
            by_key = ask(Client(), operation, workspace, record, **headers)
            for answer in (by_session, by_key):
                if not may(role, operation.act):
                    assert answer.status_code == 403
                elif hidden or (is_withheld(kind, role) and "{record_id}" in operation.path):
                    assert answer.status_code == 404
                else:
                    assert answer.status_code in {200, 201, 409, 422}, answer.content


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", PARTS)
def test_a_key_never_does_more_than_its_own_role(kind: str | None) -> None:
    workspace = make_workspace("Mine")
    record = make_record(kind or "actors", workspace=workspace)
    headers = key(make_member(workspace, Role.OWNER), workspace, Role.READER)
    for operation in of_part(kind):
        answer = ask(Client(), operation, workspace, record, **headers)
        assert (answer.status_code == 403) == (operation.act == Act.WRITE)


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", PARTS)
def test_nobody_and_a_foreigner_see_nothing(kind: str | None) -> None:
    workspace, other = make_workspace("Mine"), make_workspace("Other")
    record = make_record(kind or "actors", workspace=workspace)
    owner = make_member(other, Role.OWNER)
    browser, headers = signed_in(owner), key(owner, other, Role.OWNER)
    for operation in of_part(kind):
        anonymous = ask(Client(), operation, workspace, record)
        assert anonymous.status_code == 401
        assert anonymous.headers["WWW-Authenticate"] == "Bearer"
        for answer in (
            ask(browser, operation, workspace, record),
            ask(Client(), operation, workspace, record, **headers),
        ):
            assert answer.status_code == 404
            assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", PARTS)
def test_a_foreign_record_is_not_there_in_one_s_own_workspace(kind: str | None) -> None:
    workspace, other = make_workspace("Mine"), make_workspace("Other")
    record = make_record(kind or "actors", workspace=workspace)
    browser = signed_in(make_member(other, Role.OWNER))
    named = [each for each in of_part(kind) if "{record_id}" in each.path]
    assert len(named) == (5 if kind else 0)
    for operation in named:
        assert ask(browser, operation, other, record).status_code == 404


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", PARTS)
def test_a_key_opens_its_own_workspace_only(kind: str | None) -> None:
    workspace, other = make_workspace("Mine"), make_workspace("Other")
    record = make_record(kind or "actors", workspace=workspace)
    person = make_member(workspace, Role.OWNER)
    set_role(workspace=other, person=person, role=Role.OWNER)
    headers = key(person, other, Role.OWNER)
    for operation in of_part(kind):
        assert ask(Client(), operation, workspace, record, **headers).status_code == 404


@pytest.mark.parametrize("path", sorted(SIGNED_IN_PATHS))
def test_what_needs_a_caller_refuses_nobody(path: str) -> None:
    assert Client().get(path).status_code == 401


@pytest.mark.parametrize("path", ["", "nothing/", "workspaces", "workspaces/x/unknown-kind/", "public/contacts/"])
def test_an_unknown_address_is_a_problem(path: str) -> None:
    answer = Client().get(f"/api/v1/{path}")
    assert answer.status_code == 404
