"""Bringing a person into a workspace by e-mail address, and joining a workspace to a network.

Not for roles of those who are in already (operations.set_role).
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from seutu.apps.accounts.enums import Role, WorkspaceKind
from seutu.apps.accounts.exceptions import AccountsError
from seutu.apps.accounts.models import Membership, User, Workspace
from seutu.apps.accounts.operations import add_person, end_entry_tickets, issue_entry_ticket, set_role

ENTRY_MINUTES = 7 * 24 * 60


class AlreadyMemberError(AccountsError):
    """The person is a member of the workspace already."""


class NotANetworkError(AccountsError):
    """The workspace is not a network's, or is the one that would join it."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A new member and the secret of their one-time link; None when they can sign in already by their own means."""

    membership: Membership
    secret: str | None


@transaction.atomic
def invite_member(*, workspace: Workspace, email: str, name: str, role: Role, at: datetime) -> Invitation:
    """Make a person a member; raises AlreadyMemberError.

    A one-time link is made only for a person who has never signed in and has no password and no other workspace: with a
    link anybody could become that person, so nobody gets one to an account that somebody already uses. Links that
    others gave earlier end; a person of several workspaces comes in by a new password (Forgotten password).
    """
    person = add_person(email=email, name=name)
    if Membership.objects.filter(workspace=workspace, person=person).exists():
        raise AlreadyMemberError
    membership = set_role(workspace=workspace, person=person, role=role)
    secret = (
        issue_entry_ticket(person=person, minutes=ENTRY_MINUTES, at=at) if is_untouched(person, workspace) else None
    )
    return Invitation(membership, secret)


@transaction.atomic
def renew_entry(*, workspace: Workspace, person: User, at: datetime) -> str | None:
    """Return the secret of a new one-time link for a member who has not signed in yet; None for anybody else.

    Earlier links of the person end.
    """
    User.objects.select_for_update().get(pk=person.pk)
    if not is_untouched(person, workspace):
        return None
    end_entry_tickets(person)
    return issue_entry_ticket(person=person, minutes=ENTRY_MINUTES, at=at)


def is_untouched(person: User, workspace: Workspace) -> bool:
    """Return whether nobody has used the account yet and no other workspace knows it."""
    used = person.last_login is not None or (bool(person.password) and person.has_usable_password())
    elsewhere = Membership.objects.filter(person=person).exclude(workspace=workspace).exists()
    return person.is_active and not used and not elsewhere and not person.is_staff


@transaction.atomic
def join_network(*, workspace: Workspace, network: Workspace) -> None:
    """Make a workspace a member of a network; raises NotANetworkError. Who may do it is asked by the view."""
    if network.kind != WorkspaceKind.NETWORK or network.pk == workspace.pk:
        raise NotANetworkError
    workspace.networks.add(network)


@transaction.atomic
def leave_network(*, workspace: Workspace, network: Workspace) -> None:
    """End a workspace's membership of a network; what was shared with the network is no longer seen from there."""
    workspace.networks.remove(network)
