"""Members come and go; a link to an account is given only for an account nobody uses yet; an owner always stays."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import EntryTicket, GuestLink, Membership, User, Workspace
from seutu.apps.accounts.operations import set_role
from tests.integration.factories import (
    PASSWORD,
    make_member,
    make_network,
    make_person,
    make_workspace,
    signed_in,
    signed_in_as,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    return make_person(name="Omistaja")


@pytest.fixture
def here(owner: User) -> Workspace:
    return make_workspace("Savon Kehitys", owner=owner)


def _add(client: Client, here: Workspace, **given: Any) -> Any:
    data = {"member-email": "new@example.org", "member-name": "", "member-role": Role.CONTRIBUTOR, **given}
    return client.post(reverse("member_add", args=[here.slug]), data)


def test_a_new_member_gets_a_link_shown_once_that_lets_them_in(here: Workspace, owner: User) -> None:
    client = signed_in(owner)
    page = _add(client, here)
    link = page.context["once"]["url"]
    assert link
    assert link in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert link not in client.get(reverse("members", args=[here.slug])).content.decode()
    newcomer = Client()
    assert newcomer.get(link).headers["Location"] == reverse("workspace", args=[here.slug])
    assert Membership.objects.get(workspace=here, person__email="new@example.org").role == Role.CONTRIBUTOR


@pytest.mark.parametrize("use", ["password", "signed in", "elsewhere"])
def test_nobody_gets_a_link_to_an_account_in_use(here: Workspace, owner: User, use: str) -> None:
    known = make_person("known@example.org", password=PASSWORD if use == "password" else None)
    if use == "signed in":
        signed_in(known)
    if use == "elsewhere":
        set_role(workspace=make_workspace(), person=known, role=Role.READER)
    page = _add(signed_in(owner), here, **{"member-email": "Known@example.org"})
    assert page.context["once"]["url"] == ""
    assert not EntryTicket.objects.filter(person=known).exists()
    assert Membership.objects.filter(workspace=here, person=known).exists()


def test_a_new_link_ends_the_earlier_one(here: Workspace, owner: User) -> None:
    client = signed_in(owner)
    first = _add(client, here).context["once"]["url"]
    person = User.objects.get(email="new@example.org")
    second = client.post(reverse("member_link", args=[here.slug, person.pk])).context["once"]["url"]
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 302


def test_a_member_is_added_once(here: Workspace, owner: User) -> None:
    client = signed_in(owner)
    _add(client, here)
    again = _add(client, here)
    assert again.status_code == 422
    assert again.context["member_form"].errors["email"]


@pytest.mark.parametrize(("field", "value"), [("member-email", "no address"), ("member-role", "guest")])
def test_wrong_answers_are_refused_at_their_field(here: Workspace, owner: User, field: str, value: str) -> None:
    page = _add(signed_in(owner), here, **{field: value})
    assert page.status_code == 422
    assert Membership.objects.filter(workspace=here).count() == 1


def test_a_changed_role_holds_from_the_next_request(here: Workspace, owner: User) -> None:
    member = make_member(here, Role.CONTRIBUTOR)
    theirs, trash = signed_in(member), reverse("trash", args=[here.slug])
    assert theirs.get(trash).status_code == 200
    signed_in(owner).post(reverse("member", args=[here.slug, member.pk]), {"role": Role.READER})
    assert theirs.get(trash).status_code == 404


def test_an_ended_membership_holds_from_the_next_request(here: Workspace, owner: User) -> None:
    member = make_member(here, Role.FACILITATOR)
    theirs, home = signed_in(member), reverse("workspace", args=[here.slug])
    assert theirs.get(home).status_code == 200
    signed_in(owner).post(reverse("member_end", args=[here.slug, member.pk]))
    assert theirs.get(home).status_code == 404


def test_the_last_owner_stays_an_owner(here: Workspace, owner: User) -> None:
    client = signed_in(owner)
    page = client.post(reverse("member", args=[here.slug, owner.pk]), {"role": Role.READER})
    assert page.status_code == 422
    client.post(reverse("member_end", args=[here.slug, owner.pk]))
    assert Membership.objects.get(workspace=here, person=owner).role == Role.OWNER


def test_an_owner_may_leave_when_another_stays(here: Workspace, owner: User) -> None:
    make_member(here, Role.OWNER)
    answer = signed_in(owner).post(reverse("member_end", args=[here.slug, owner.pk]))
    assert answer.headers["Location"] == reverse("home")
    assert not Membership.objects.filter(workspace=here, person=owner).exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.OWNER])
def test_only_owners_change_members_and_links(here: Workspace, owner: User, role: Role) -> None:
    client = signed_in_as(here, role)
    addresses = [
        reverse("member_add", args=[here.slug]),
        reverse("member", args=[here.slug, owner.pk]),
        reverse("member_end", args=[here.slug, owner.pk]),
        reverse("member_link", args=[here.slug, owner.pk]),
        reverse("guest_link_add", args=[here.slug]),
        reverse("network_join", args=[here.slug]),
    ]
    assert [client.post(address).status_code for address in addresses] == [404] * len(addresses)


def test_members_and_links_of_another_workspace_are_not_reached_by_their_ids(here: Workspace, owner: User) -> None:
    client = signed_in(owner)
    foreign = make_workspace(owner=make_person())
    stranger = make_member(foreign, Role.READER)
    signed_in_as(foreign, Role.GUEST)
    link = GuestLink.objects.get(workspace=foreign)
    assert client.get(reverse("member", args=[here.slug, stranger.pk])).status_code == 404
    assert client.post(reverse("member_end", args=[here.slug, stranger.pk])).status_code == 404
    assert client.post(reverse("guest_link_revoke", args=[here.slug, link.pk])).status_code == 404
    link.refresh_from_db()
    assert link.revoked_at is None


def test_a_guest_link_is_shown_once_and_can_be_ended(here: Workspace, owner: User) -> None:
    client = signed_in(owner)
    given = {"guest-label": "Työpaja", "guest-days": "365"}
    url = client.post(reverse("guest_link_add", args=[here.slug]), given).context["once"]["url"]
    link = GuestLink.objects.get(workspace=here)
    assert 364 <= (link.expires_at - timezone.now()).days <= 365
    assert url not in client.get(reverse("members", args=[here.slug])).content.decode()
    assert Client().get(url).status_code == 302
    client.post(reverse("guest_link_revoke", args=[here.slug, link.pk]))
    assert Client().get(url).status_code == 404


@pytest.mark.parametrize("days", ["0", "366", "-1", "", "ten"])
def test_a_guest_link_works_from_1_to_365_days(here: Workspace, owner: User, days: str) -> None:
    given = {"guest-label": "Työpaja", "guest-days": days}
    assert signed_in(owner).post(reverse("guest_link_add", args=[here.slug]), given).status_code == 422
    assert not GuestLink.objects.exists()


def test_joining_a_network_needs_standing_on_both_sides(here: Workspace, owner: User) -> None:
    ours, theirs = make_network("Ours", owner=owner), make_network("Theirs", owner=make_person())
    client, join = signed_in(owner), reverse("network_join", args=[here.slug])
    assert client.post(join, {"network": theirs.slug}).status_code == 404
    assert client.post(join, {"network": make_workspace(owner=owner).slug}).status_code == 404
    assert client.post(join, {"network": ours.slug}).status_code == 302
    assert list(here.networks.all()) == [ours]
    client.post(reverse("network_leave", args=[here.slug, ours.slug]))
    assert not here.networks.exists()


def test_a_form_from_another_site_is_refused(here: Workspace, owner: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    answer = _add(strict, here)
    assert answer.status_code == 403
    assert 'class="masthead"' in answer.content.decode()
    assert Membership.objects.filter(workspace=here).count() == 1


def test_opening_an_address_that_only_takes_forms_leads_back_to_the_list(here: Workspace, owner: User) -> None:
    client, back = signed_in(owner), reverse("members", args=[here.slug])
    for address in (
        reverse("member_add", args=[here.slug]),
        reverse("guest_link_add", args=[here.slug]),
        reverse("member_link", args=[here.slug, owner.pk]),
    ):
        assert client.get(address).headers["Location"] == back
    assert not EntryTicket.objects.exists()
