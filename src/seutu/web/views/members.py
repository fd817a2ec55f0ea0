"""Who is in a workspace and as what; one-time links for new members, guest links, and networks. Owners only."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.exceptions import LastOwnerError
from seutu.apps.accounts.membership_operations import (
    AlreadyMemberError,
)
from seutu.apps.accounts.membership_queries import member_in, networks_to_join
from seutu.apps.accounts.models import GuestLink, Membership, Workspace
from seutu.apps.accounts.rules import Act
from seutu.apps.records.access_operations import (
    add_member,
    end_guest_link,
    enter_network,
    exit_network,
    give_guest_link,
    give_role,
    remove_member,
    renew_entry,
)
from seutu.web.members_page import member_page, members_page, shown_once
from seutu.web.scoping import in_workspace, person_of
from seutu.web.standing import workspace_of

MEMBER_ROLES = [role for role in Role if role != Role.GUEST]


class MemberForm(forms.Form):
    """A new member: address, name and role."""

    email = forms.EmailField(label=gettext_lazy("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, required=False)
    role = forms.ChoiceField(
        label=gettext_lazy("Role"), choices=[(role, role.label) for role in MEMBER_ROLES], initial=Role.CONTRIBUTOR
    )


class RoleForm(forms.Form):
    """A member's role."""

    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=[(role, role.label) for role in MEMBER_ROLES])


class GuestForm(forms.Form):
    """A new guest link: what it is for, and how long it works."""

    label = forms.CharField(
        label=gettext_lazy("What the link is for"),
        max_length=200,
        help_text=gettext_lazy("For example: workshop of the metal network, 12 May."),
    )
    days = forms.IntegerField(
        label=gettext_lazy("How many days it works"),
        min_value=1,
        max_value=365,
        initial=14,
        help_text=gettext_lazy("From 1 to 365 days. You can end it earlier."),
    )


@never_cache
@require_GET
@in_workspace(Act.ADMINISTER)
def members(request: HttpRequest) -> HttpResponse:
    """Show members, guest links and networks."""
    return _page(request)


def _page(
    request: HttpRequest,
    *,
    member: MemberForm | None = None,
    guest: GuestForm | None = None,
    once: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    forms_ = {"member_form": member or MemberForm(prefix="member"), "guest_form": guest or GuestForm(prefix="guest")}
    return members_page(request, forms_, once=once, status=status)


@never_cache
@in_workspace(Act.ADMINISTER)
def member_add(request: HttpRequest) -> HttpResponse:
    """Add a member. Somebody new gets a one-time link, shown on this answer alone."""
    if request.method != "POST":
        return redirect("members", workspace_of(request).slug)
    form = MemberForm(request.POST, prefix="member")
    if not form.is_valid():
        return _page(request, member=form, status=422)
    given = form.cleaned_data
    try:
        invitation = add_member(
            workspace=workspace_of(request),
            email=given["email"],
            name=given["name"],
            role=Role(given["role"]),
            by=person_of(request),
            at=timezone.now(),
        )
    except AlreadyMemberError:
        form.add_error("email", _("This person is a member already. Change their role from the list."))
        return _page(request, member=form, status=422)
    return _page(request, once=shown_once(request, invitation.membership.person, invitation.secret))


def _member_or_404(request: HttpRequest, person_id: UUID) -> Membership:
    found = member_in(workspace_of(request), person_id)
    if found is None:
        raise Http404
    return found


@in_workspace(Act.ADMINISTER)
def member(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Show a member and change their role."""
    found = _member_or_404(request, person_id)
    form = RoleForm(request.POST or None, initial={"role": found.role})
    if request.method == "POST" and form.is_valid():
        try:
            give_role(
                workspace=workspace_of(request),
                person=found.person,
                role=Role(form.cleaned_data["role"]),
                by=person_of(request),
                at=timezone.now(),
            )
        except LastOwnerError:
            form.add_error("role", _last_owner())
        else:
            messages.success(request, _("The role was changed. It applies from the next page the member opens."))
            return redirect("members", workspace_of(request).slug)
    return member_page(request, found, form)


def _last_owner() -> str:
    return _("This is the only owner. Make somebody else an owner first.")


@require_POST
@in_workspace(Act.ADMINISTER)
def member_end(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Take a member out of the workspace."""
    found = _member_or_404(request, person_id)
    slug = workspace_of(request).slug
    try:
        remove_member(workspace=workspace_of(request), person=found.person, by=person_of(request), at=timezone.now())
    except LastOwnerError:
        messages.error(request, _last_owner())
        return redirect("member", slug, person_id)
    if found.person == request.user:
        messages.success(request, _("You have left the workspace."))
        return redirect("home")
    messages.success(request, _("%(name)s is no longer a member.") % {"name": str(found.person)})
    return redirect("members", slug)


@never_cache
@in_workspace(Act.ADMINISTER)
def member_link(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Make a new one-time link for a member who has not come yet; the earlier one ends."""
    if request.method != "POST":
        return redirect("members", workspace_of(request).slug)
    found = _member_or_404(request, person_id)
    secret = renew_entry(workspace=workspace_of(request), person=found.person, by=person_of(request), at=timezone.now())
    return _page(request, once=shown_once(request, found.person, secret))


@never_cache
@in_workspace(Act.ADMINISTER)
def guest_link_add(request: HttpRequest) -> HttpResponse:
    """Make a guest link, shown on this answer alone."""
    if request.method != "POST":
        return redirect("members", workspace_of(request).slug)
    form = GuestForm(request.POST, prefix="guest")
    maker = person_of(request)
    if not form.is_valid() or maker is None:
        return _page(request, guest=form, status=422)
    given = form.cleaned_data
    link, secret = give_guest_link(
        workspace=workspace_of(request), label=given["label"], days=given["days"], by=maker, at=timezone.now()
    )
    return _page(request, once=shown_once(request, link, secret))


@require_POST
@in_workspace(Act.ADMINISTER)
def guest_link_revoke(request: HttpRequest, link_id: UUID) -> HttpResponse:
    """End a guest link: whoever came by it is out at their next page."""
    link = GuestLink.objects.select_related("workspace").filter(workspace=workspace_of(request), pk=link_id).first()
    if link is None:
        raise Http404
    end_guest_link(link=link, by=person_of(request), at=timezone.now())
    messages.success(request, _("The link “%(label)s” no longer works.") % {"label": link.label})
    return redirect("members", workspace_of(request).slug)


@require_POST
@in_workspace(Act.ADMINISTER)
def network_join(request: HttpRequest) -> HttpResponse:
    """Join a network that the same person owns or facilitates: one person answers for both sides."""
    here, person = workspace_of(request), person_of(request)
    allowed = networks_to_join(here, person) if person else Workspace.objects.none()
    network = allowed.filter(slug=request.POST.get("network", "")).first()
    if network is None:
        raise Http404
    enter_network(workspace=here, network=network, by=person, at=timezone.now())
    messages.success(request, _("The workspace is now in the network %(name)s.") % {"name": network.name})
    return redirect("members", here.slug)


@require_POST
@in_workspace(Act.ADMINISTER)
def network_leave(request: HttpRequest, network: str) -> HttpResponse:
    """Leave a network."""
    here = workspace_of(request)
    found = here.networks.filter(slug=network).first()
    if found is None:
        raise Http404
    exit_network(workspace=here, network=found, by=person_of(request), at=timezone.now())
    messages.success(request, _("The workspace is no longer in the network %(name)s.") % {"name": found.name})
    return redirect("members", here.slug)
