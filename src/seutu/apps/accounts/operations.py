"""Writes of people, workspaces, memberships and links. The clock and the doer are passed in."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.text import slugify

from seutu.apps.accounts.enums import Role, WorkspaceKind
from seutu.apps.accounts.exceptions import LastOwnerError, LinkNotValidError
from seutu.apps.accounts.models import EntryTicket, GuestLink, Membership, User, Workspace
from seutu.apps.accounts.queries import digest_of


def add_person(*, email: str, name: str = "", password: str | None = None) -> User:
    """Save a person, or return the one who already has the address."""
    known = User.objects.filter(email__iexact=email).first()
    return known or User.objects.create_user(email, password, name=name)


@transaction.atomic
def create_workspace(
    *,
    name: str,
    by: User | None,
    slug: str | None = None,
    kind: WorkspaceKind = WorkspaceKind.ORGANISATION,
    place_code: str = "",
    is_example: bool = False,
) -> Workspace:
    """Create a workspace whose owner is ``by``; the slug is made from the name when not given."""
    workspace = Workspace.objects.create(
        name=name,
        slug=slug or _free_slug(name),
        kind=kind,
        place_code=place_code,
        is_example=is_example,
    )
    if by is not None:
        Membership.objects.create(workspace=workspace, person=by, role=Role.OWNER)
    return workspace


def _free_slug(name: str) -> str:
    base = slugify(name)[:50] or "tyotila"
    slug, number = base, 2
    while Workspace.objects.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


@transaction.atomic
def set_role(*, workspace: Workspace, person: User, role: Role) -> Membership:
    """Give a person a role, as a new member or a changed one. The last owner cannot be demoted.

    A new membership ends the person's one-time links: whoever holds an earlier one shall not come in as the person.
    """
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    if role != Role.OWNER:
        _keep_an_owner(workspace, person)
    User.objects.select_for_update().get(pk=person.pk)
    membership, is_new = Membership.objects.update_or_create(
        workspace=workspace, person=person, defaults={"role": role}
    )
    if is_new:
        end_entry_tickets(person)
    return membership


@transaction.atomic
def end_membership(*, workspace: Workspace, person: User) -> None:
    """Take a person out of a workspace. The last owner cannot leave."""
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    _keep_an_owner(workspace, person)
    Membership.objects.filter(workspace=workspace, person=person).delete()


def _keep_an_owner(workspace: Workspace, leaving: User) -> None:
    owners = workspace.memberships.filter(role=Role.OWNER)
    if owners.filter(person=leaving).exists() and owners.count() == 1:
        raise LastOwnerError


def open_to_guests(*, workspace: Workspace, label: str, days: int, by: User, at: datetime) -> tuple[GuestLink, str]:
    """Make a guest link and return it with its secret, which is shown once and never stored."""
    secret = secrets.token_urlsafe(32)
    link = GuestLink.objects.create(
        workspace=workspace,
        label=label,
        digest=digest_of(secret),
        expires_at=at + timedelta(days=days),
        created_by=by,
    )
    return link, secret


def revoke_guest_link(*, link: GuestLink, at: datetime) -> None:
    """End a guest link; the next request with it is refused."""
    link.revoked_at = at
    link.save(update_fields=["revoked_at"])


def issue_entry_ticket(*, person: User, minutes: int, at: datetime, loopback_only: bool = False) -> str:
    """Return the secret of a one-time link that signs ``person`` in."""
    secret = secrets.token_urlsafe(32)
    EntryTicket.objects.create(
        digest=digest_of(secret),
        person=person,
        expires_at=at + timedelta(minutes=minutes),
        loopback_only=loopback_only,
    )
    return secret


def end_entry_tickets(person: User) -> None:
    """Take away the one-time links of a person that nobody has used."""
    EntryTicket.objects.filter(person=person, used_at__isnull=True).delete()


@transaction.atomic
def use_entry_ticket(*, secret: str, from_loopback: bool, at: datetime) -> User:
    """Spend a one-time link and return its person; raises LinkNotValidError when it cannot be used."""
    ticket = EntryTicket.objects.select_for_update().filter(digest=digest_of(secret)).first()
    if ticket is None or ticket.used_at or ticket.expires_at <= at or (ticket.loopback_only and not from_loopback):
        raise LinkNotValidError
    ticket.used_at = at
    ticket.save(update_fields=["used_at"])
    return ticket.person
