"""Who comes into a workspace and as what, each change with its entry in the workspace's one activity log.

Pages and commands use these, and never the accounts app's own writes, which leave no trace; a test holds them to it.
Not for signing in, and not for who may do these (accounts/rules.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from seutu.apps.accounts import membership_operations, operations, token_operations, token_queries
from seutu.apps.accounts.enums import Role, WorkspaceKind
from seutu.apps.accounts.exceptions import LinkNotValidError
from seutu.apps.accounts.membership_operations import ENTRY_MINUTES, Invitation
from seutu.apps.accounts.models import ApiToken, GuestLink, Membership, User, Workspace
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.subjects import (
    API_TOKENS,
    GUEST_LINKS,
    MEMBERS,
    NETWORK_MEMBERS,
    NETWORKS,
    WORKSPACES,
    Subject,
)

_OPERATIONS = {
    Change.CREATED: Operation.CREATE,
    Change.CHANGED: Operation.CHANGE,
    Change.REMOVED: Operation.REMOVE,
}


@contextmanager
def _acting(workspace: Workspace, change: Change, *, by: User | None, at: datetime) -> Iterator[Act]:
    with in_scope(workspace, person=by), recording(_OPERATIONS[change], by=by, at=at) as act:
        yield act


def _member_noted(act: Act, person: User, change: Change, **values: tuple[Any, Any]) -> None:
    """Enter what happened to a member; the address stands in each row, so that erasing the person finds it."""
    was, becomes = change != Change.CREATED, change != Change.REMOVED
    identity = {
        name: [held if was else None, held if becomes else None]
        for name, held in (("email", person.email), ("name", person.name))
        if held
    }
    act.note(MEMBERS, person.pk, change, identity | {name: list(pair) for name, pair in values.items()})


def _role_in(workspace: Workspace, person: User) -> str | None:
    held = Membership.objects.filter(workspace=workspace, person=person).first()
    return held.role if held else None


def found_workspace(
    *,
    name: str,
    by: User | None,
    at: datetime,
    slug: str | None = None,
    kind: WorkspaceKind = WorkspaceKind.ORGANISATION,
    place_code: str = "",
    is_example: bool = False,
) -> Workspace:
    """Make a workspace whose owner is ``by``; the first entry of its log says so."""
    with transaction.atomic():
        made = operations.create_workspace(
            name=name, by=by, slug=slug, kind=kind, place_code=place_code, is_example=is_example
        )
        with _acting(made, Change.CREATED, by=by, at=at) as act:
            given = {"name": name, "kind": str(kind), "place_code": place_code}
            act.note(WORKSPACES, made.pk, Change.CREATED, {each: [None, held] for each, held in given.items() if held})
            if by is not None:
                _member_noted(act, by, Change.CREATED, role=(None, str(Role.OWNER)))
    return made


def add_member(*, workspace: Workspace, email: str, name: str, role: Role, by: User | None, at: datetime) -> Invitation:
    """Make a person a member, with a one-time link if nobody uses the account yet; raises AlreadyMemberError."""
    with _acting(workspace, Change.CREATED, by=by, at=at) as act:
        made = membership_operations.invite_member(workspace=workspace, email=email, name=name, role=role, at=at)
        _member_noted(act, made.membership.person, Change.CREATED, role=(None, str(role)))
    return made


def give_role(*, workspace: Workspace, person: User, role: Role, by: User | None, at: datetime) -> Membership:
    """Give a person a role, as a new member or a changed one; raises LastOwnerError. The same role leaves no entry."""
    with transaction.atomic():
        Workspace.objects.select_for_update().get(pk=workspace.pk)
        held = _role_in(workspace, person)
        change = Change.CREATED if held is None else Change.CHANGED
        with _acting(workspace, change, by=by, at=at) as act:
            membership = operations.set_role(workspace=workspace, person=person, role=role)
            if held != role:
                _member_noted(act, person, change, role=(held, str(role)))
    return membership


def remove_member(*, workspace: Workspace, person: User, by: User | None, at: datetime) -> None:
    """Take a person out of a workspace; raises LastOwnerError."""
    with _acting(workspace, Change.REMOVED, by=by, at=at) as act:
        held = _role_in(workspace, person)
        operations.end_membership(workspace=workspace, person=person)
        if held is not None:
            _member_noted(act, person, Change.REMOVED, role=(held, None))


def renew_entry(*, workspace: Workspace, person: User, by: User | None, at: datetime) -> str | None:
    """Return the secret of a member's new one-time link; None, and no entry, for somebody who has signed in."""
    with _acting(workspace, Change.CHANGED, by=by, at=at) as act:
        secret = membership_operations.renew_entry(workspace=workspace, person=person, at=at)
        if secret is not None:
            until = at + timedelta(minutes=ENTRY_MINUTES)
            _member_noted(act, person, Change.CHANGED, link_until=(None, _day(until)))
    return secret


def give_guest_link(*, workspace: Workspace, label: str, days: int, by: User, at: datetime) -> tuple[GuestLink, str]:
    """Make a guest link and return it with its secret, which is shown once and never stored."""
    with _acting(workspace, Change.CREATED, by=by, at=at) as act:
        link, secret = operations.open_to_guests(workspace=workspace, label=label, days=days, by=by, at=at)
        values = {"label": [None, label], "expires_on": [None, _day(link.expires_at)]}
        act.note(GUEST_LINKS, link.pk, Change.CREATED, values)
    return link, secret


def end_guest_link(*, link: GuestLink, by: User | None, at: datetime) -> None:
    """End a guest link; one that has ended already stays as it was."""
    with _acting(link.workspace, Change.CHANGED, by=by, at=at) as act:
        link.refresh_from_db(fields=["revoked_at"])
        if link.revoked_at is None:
            operations.revoke_guest_link(link=link, at=at)
            _ended(act, GUEST_LINKS, link.pk, link.label, at)


def give_token(
    *,
    person: User,
    workspace: Workspace,
    label: str,
    role: Role,
    days: int,
    at: datetime,
    calendar: bool = False,
    secret: str = "",
) -> tuple[ApiToken, str]:
    """Make a person's key to a workspace, or to its calendar alone, with its secret; raises NotAllowedError."""
    with _acting(workspace, Change.CREATED, by=person, at=at) as act:
        token, secret = token_operations.make_token(
            person=person, workspace=workspace, label=label, role=role, days=days, at=at, calendar=calendar,
            secret=secret,
        )  # fmt: skip
        given = {"label": label, "role": str(role), "expires_on": _day(token.expires_at)}
        act.note(API_TOKENS, token.pk, Change.CREATED, {each: [None, held] for each, held in given.items()})
    return token, secret


def give_calendar_secret(
    *, person: User, workspace: Workspace, label: str, days: int, at: datetime, mark: UUID | None
) -> str:
    """Return the secret of a person's new key to a workspace's calendar; a form sent twice gives the same, by its mark.

    One that the form gave and that has ended since is not given again. Raises NotAllowedError.
    """
    with _acting(workspace, Change.CREATED, by=person, at=at):
        secret = token_operations.secret_of_form(person=person, workspace=workspace, mark=mark) if mark else ""
        if secret and token_queries.is_calendar_secret(secret):
            try:
                token_queries.valid_calendar_token(secret, at=at)
            except LinkNotValidError:
                secret = ""
            else:
                return secret
        _token, given = give_token(
            person=person, workspace=workspace, label=label, role=Role.READER, days=days, at=at, calendar=True,
            secret=secret,
        )  # fmt: skip
    return given


def end_token(*, token: ApiToken, by: User | None, at: datetime) -> None:
    """End a key; one that has ended already stays as it was."""
    with _acting(token.workspace, Change.CHANGED, by=by, at=at) as act:
        token.refresh_from_db(fields=["revoked_at"])
        if token.revoked_at is None:
            token_operations.revoke_token(token=token, at=at)
            _ended(act, API_TOKENS, token.pk, token.label, at)


def _ended(act: Act, subject: Subject, key: UUID, label: str, at: datetime) -> None:
    act.note(subject, key, Change.CHANGED, {"label": [label, label], "revoked_on": [None, _day(at)]})


def enter_network(*, workspace: Workspace, network: Workspace, by: User | None, at: datetime) -> None:
    """Make a workspace a member of a network, told in both logs; raises NotANetworkError. Twice is once."""
    if not workspace.networks.filter(pk=network.pk).exists():
        with transaction.atomic():
            membership_operations.join_network(workspace=workspace, network=network)
            _both_noted(workspace, network, Change.CREATED, by=by, at=at)


def exit_network(*, workspace: Workspace, network: Workspace, by: User | None, at: datetime) -> None:
    """End a workspace's membership of a network, told in both logs."""
    if workspace.networks.filter(pk=network.pk).exists():
        with transaction.atomic():
            membership_operations.leave_network(workspace=workspace, network=network)
            _both_noted(workspace, network, Change.REMOVED, by=by, at=at)


def _both_noted(workspace: Workspace, network: Workspace, change: Change, *, by: User | None, at: datetime) -> None:
    """Enter the change in both logs, always in the same order, so that two acts at once do not wait for each other."""
    sides = ((workspace, NETWORKS, network), (network, NETWORK_MEMBERS, workspace))
    for here, subject, other in sorted(sides, key=lambda side: side[0].pk):
        pair = [None, other.name] if change == Change.CREATED else [other.name, None]
        with _acting(here, change, by=by, at=at) as act:
            act.note(subject, other.pk, change, {"name": pair})


def _day(moment: datetime) -> str:
    day: date = timezone.localdate(moment)
    return day.isoformat()
