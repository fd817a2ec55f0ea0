"""Reads of people, workspaces and links."""

import hashlib
from datetime import datetime

from django.db.models import Q, QuerySet

from seutu.apps.accounts.exceptions import LinkNotValidError
from seutu.apps.accounts.models import GuestLink, Membership, User, Workspace


def digest_of(secret: str) -> str:
    """Return the digest under which a link's secret is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def calendar_digest_of(secret: str) -> str:
    """Return the digest under which a calendar link's secret is kept.

    It is made in another way than that of a key, so that neither secret, nor anything made of it, opens the other door.
    """
    return hashlib.blake2b(secret.encode(), digest_size=32, person=b"seutu calendar").hexdigest()


def workspaces_of(person: User) -> QuerySet[Workspace]:
    """Return the workspaces a person is a member of."""
    return Workspace.objects.filter(memberships__person=person).order_by("is_example", "name")


def membership_of(person: User, slug: str) -> Membership | None:
    """Return a person's membership of the workspace with this slug, or None."""
    return Membership.objects.select_related("workspace").filter(person=person, workspace__slug=slug).first()


def members_of(workspace: Workspace) -> QuerySet[Membership]:
    """Return a workspace's memberships with their people."""
    return workspace.memberships.select_related("person")


def valid_guest_link(secret: str, *, at: datetime) -> GuestLink:
    """Return the guest link of a secret; raises LinkNotValidError when unknown, expired or revoked."""
    link = GuestLink.objects.select_related("workspace").filter(digest=digest_of(secret)).first()
    if link is None or link.revoked_at is not None or link.expires_at <= at:
        raise LinkNotValidError
    return link


def network_fellows(workspace: Workspace) -> QuerySet[Workspace]:
    """Return the workspaces in a common network with this one: its networks, their members, its own members."""
    networks = workspace.networks.all()
    return Workspace.objects.filter(
        Q(pk__in=networks.values("pk")) | Q(networks__in=networks) | Q(networks=workspace)
    ).exclude(pk=workspace.pk)
