"""Makes people, workspaces and records for tests, by the same operations that pages use. Not for example data.

person = make_person()
workspace = make_workspace(owner=person)
actor = make_record("actors", workspace=workspace, name="Koneverstas")
link = make_record("links", workspace=workspace)     # what a kind needs and was not given is made up
"""

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any, Final

from django.db import models
from django.test import Client
from django.utils import timezone

from seutu.apps.accounts.enums import Role, WorkspaceKind
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.accounts.operations import add_person, create_workspace, open_to_guests, set_role
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import create_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.columns import ChoiceColumn, Column, DateColumn, NumberColumn, TextColumn, Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.sheets.periods import MonthColumn
from seutu.apps.records.sheets.references import MunicipalityColumn, ReferenceColumn
from seutu.web.scoping import GUEST_SESSION_KEY

NOON: Final = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
PASSWORD: Final = "eight-herons-over-ice"
_numbers = count(1)
# What a kind's own check wants besides its required columns.
WANTED: Final[dict[str, dict[str, Value]]] = {
    "tasks": {"member": "member@example.org"},
    "industry-names": {"code": "01110"},
    "measurements": {"value": Decimal(1)},
    "competence-needs": {"year": "2026"},
    "scores": {"assessor": "assessor@example.org"},
}
# References that a kind's own check wants: one of several will do.
NEEDED: Final = {
    "project-meetings": "project",
    "reflections": "programme",
    "plan-documents": "project",
    "resolutions": "meeting",
    "indicators": "project",
    "sdg-reviews": "project",
    "decisions": "project",
}
ONE_OF: Final = ("project", "programme", "meeting", "reflection", "benefit_goal", "application")


def make_person(email: str = "", *, name: str = "", password: str | None = None) -> User:
    """Save a person; without an address a new one is made up."""
    number = next(_numbers)
    return add_person(email=email or f"person{number}@example.org", name=name or f"Person {number}", password=password)


def make_workspace(name: str = "", *, owner: User | None = None, **fields: Any) -> Workspace:
    """Save a workspace; further keywords are create_workspace's (slug, kind, place_code, is_example)."""
    number = next(_numbers)
    return create_workspace(name=name or f"Workspace {number}", by=owner, **fields)


def make_network(name: str = "", *members: Workspace, owner: User | None = None) -> Workspace:
    """Save a network's workspace and join its member workspaces to it."""
    network = make_workspace(name, owner=owner, kind=WorkspaceKind.NETWORK)
    for member in members:
        member.networks.add(network)
    return network


def make_member(workspace: Workspace, role: Role = Role.CONTRIBUTOR, **person: Any) -> User:
    """Save a person who has a role in a workspace."""
    member = make_person(**person)
    set_role(workspace=workspace, person=member, role=role)
    return member


def make_record(
    kind: str, *, workspace: Workspace | None = None, by: User | None = None, at: datetime = NOON, **values: Any
) -> OwnedRecord:
    """Save a record of the kind in ``workspace``, or in the scope one is in; references may be records or ids."""
    declared = kind_named(kind)
    with in_scope(workspace) if workspace else nullcontext():
        filled: dict[str, Value] = {**WANTED.get(kind, {}), **_plain(values)}
        if kind == "scores" and by is not None:
            filled["assessor"] = values.get("assessor", by.email)
        for column in declared.columns:
            if column.required and filled.get(column.name) is None:
                filled[column.name] = _made_up(column)
        needed = NEEDED.get(kind)
        if needed and not any(filled.get(name) for name in ONE_OF):
            filled[needed] = _made_up(declared.column(needed))
        saved = create_record(declared, filled, by=by, at=at)
        return record_of(declared, saved.pk)


def _plain(values: Mapping[str, Any]) -> dict[str, Value]:
    return {name: value.pk if isinstance(value, models.Model) else value for name, value in values.items()}


def _made_up(column: Column) -> Value:
    if isinstance(column, ReferenceColumn):
        return make_record(column.kind).pk
    if isinstance(column, ChoiceColumn):
        return column.choices[0].code
    if isinstance(column, MunicipalityColumn):
        return "140"
    if isinstance(column, DateColumn):
        return date(2026, 1, 1 if isinstance(column, MonthColumn) else 15)
    if isinstance(column, NumberColumn):
        return Decimal(1)
    text = f"{column.label.en.capitalize()} {next(_numbers)}"
    return text[-column.max_length :] if isinstance(column, TextColumn) else text


def signed_in(person: User) -> Client:
    """Return a browser in which the person is signed in."""
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def signed_in_as(workspace: Workspace, role: Role) -> Client:
    """Return a browser of somebody with this role in the workspace; a guest comes by a link."""
    if role == Role.GUEST:
        return guest_of(workspace)
    return signed_in(make_member(workspace, role))


def guest_of(workspace: Workspace, *, days: int = 7, at: datetime | None = None) -> Client:
    """Return a browser that came by a guest link made at ``at`` (now)."""
    maker = make_person()
    _, secret = open_to_guests(workspace=workspace, label="Workshop", days=days, by=maker, at=at or timezone.now())
    client = Client()
    session = client.session
    session[GUEST_SESSION_KEY] = secret
    session.save()
    return client


def days_ago(days: int) -> datetime:
    """Return the time ``days`` days before now."""
    return timezone.now() - timedelta(days=days)
