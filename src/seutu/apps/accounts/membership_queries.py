"""Reads of memberships and guest links for the pages of people. Not for a workspace's door, which is queries.py."""

from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.accounts.enums import Role, WorkspaceKind
from seutu.apps.accounts.models import GuestLink, Membership, User, Workspace


def memberships_of(person: User) -> QuerySet[Membership]:
    """Return a person's memberships with their workspaces, examples last."""
    found = Membership.objects.filter(person=person).select_related("workspace")
    return found.order_by("workspace__is_example", "workspace__name")


def member_in(workspace: Workspace, person_id: UUID) -> Membership | None:
    """Return a person's membership of this workspace, or None."""
    return Membership.objects.select_related("person").filter(workspace=workspace, person_id=person_id).first()


def guest_links_of(workspace: Workspace) -> QuerySet[GuestLink]:
    """Return a workspace's guest links with their makers, newest first."""
    links = GuestLink.objects.filter(workspace=workspace).select_related("created_by")
    return links.order_by("-created_at", "pk")


def networks_to_join(workspace: Workspace, person: User) -> QuerySet[Workspace]:
    """Return the networks that ``person`` owns or facilitates and this workspace is not in yet."""
    found = Workspace.objects.filter(
        kind=WorkspaceKind.NETWORK,
        memberships__person=person,
        memberships__role__in=[Role.OWNER, Role.FACILITATOR],
    )
    return found.exclude(pk__in=workspace.networks.values("pk")).exclude(pk=workspace.pk)
