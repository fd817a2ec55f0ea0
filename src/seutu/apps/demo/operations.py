"""Builds example workspaces from their folders, once each. Not for what a person owns: that comes by import."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import transaction

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Membership, User, Workspace
from seutu.apps.accounts.operations import add_person
from seutu.apps.demo.examples import Example, examples
from seutu.apps.demo.exceptions import ExampleFaultError
from seutu.apps.demo.survey_operations import load_survey
from seutu.apps.records.access_operations import enter_network, found_workspace, give_role
from seutu.apps.records.enums import Audience
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import
from seutu.apps.records.files.planning import Plan
from seutu.apps.records.operations import share_record
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.core.problems import Problem
from seutu.core.text import Text

DEMO_EMAIL: Final = "esimerkki@example.org"
DEMO_NAME: Final = "Esimerkkikäyttäjä"
PREFIX: Final = "esimerkki-"
NOT_NEW: Final = Text(
    fi="Rivi tarkoittaa samaa tietuetta kuin jokin aiempi rivi tai on tyhjä.",
    sv="Raden avser samma post som en tidigare rad eller är tom.",
    en="The row means the same record as an earlier row, or is empty.",
)


@dataclass(frozen=True, slots=True)
class LoadedExample:
    """An example's workspace; ``fresh`` when this call built it, with the number of records per kind."""

    workspace: Workspace
    fresh: bool
    counts: dict[str, int] = field(default_factory=dict)


def add_demo_person() -> User:
    """Return the person of the examples, a role and no real person; made when there is none."""
    return add_person(email=DEMO_EMAIL, name=DEMO_NAME)


def load_examples(*, owner: User, at: datetime, chosen: Iterable[Example] | None = None) -> dict[str, LoadedExample]:
    """Build the examples that are not there yet and join them to their networks; returns all of them by slug.

    ``owner`` owns them. A second call changes nothing. Raises ExampleFaultError; an example is loaded whole or not.
    """
    wanted = tuple(examples() if chosen is None else chosen)
    loaded = {example.slug: load_example(example, owner=owner, at=at) for example in wanted}
    for example in wanted:
        for network in example.networks:
            if network in loaded:
                enter_network(
                    workspace=loaded[example.slug].workspace, network=loaded[network].workspace, by=owner, at=at
                )
    return loaded


@transaction.atomic
def load_example(example: Example, *, owner: User, at: datetime) -> LoadedExample:
    """Build an example's workspace, or return the one that was built before, with ``owner`` as an owner.

    Every row of its files must make a record of its own; otherwise raises ExampleFaultError and nothing is written.
    """
    known = _built(example)
    if known is not None:
        if not Membership.objects.filter(workspace=known, person=owner, role=Role.OWNER).exists():
            give_role(workspace=known, person=owner, role=Role.OWNER, by=owner, at=at)
        return LoadedExample(known, fresh=False)
    workspace = found_workspace(
        name=example.name,
        slug=_free_slug(example.slug),
        kind=example.kind,
        place_code=example.place_code,
        is_example=True,
        by=owner,
        at=at,
    )
    with in_scope(workspace, person=owner):
        counts = {kind.name: _load(kind, path, by=owner, at=at) for kind, path in example.files()}
        load_survey(example.folder, by=owner, at=at)
        for kind in map(kind_named, example.shown):
            for record in records_of(kind):
                share_record(kind, record, Audience.NETWORK, [], by=owner, at=at)
    return LoadedExample(workspace, fresh=True, counts=counts)


def _built(example: Example) -> Workspace | None:
    slugs = [example.slug, PREFIX + example.slug]
    return Workspace.objects.filter(slug__in=slugs, is_example=True).first()


def _free_slug(slug: str) -> str:
    """Return the example's own slug, or a longer one where somebody's own workspace has it."""
    return PREFIX + slug if Workspace.objects.filter(slug=slug).exists() else slug


def _load(kind: Kind, path: Path, *, by: User, at: datetime) -> int:
    file = f"{path.parent.name}/{path.name}"
    plan = plan_import(kind, open_file(kind, path), language="en")
    problems = _faults(plan)
    if problems:
        raise ExampleFaultError(file, problems)
    return apply_plan(plan, accept_good=False, note=file, by=by, at=at).rows


def _faults(plan: Plan) -> list[Problem]:
    """Return why rows are not records of their own: rejected, or known already by id or identity."""
    found = [problem for row in plan.rows for problem in row.problems]
    found += [Problem(NOT_NEW, line=row.line) for row in plan.rows if row.outcome not in {"created", "rejected"}]
    return found
