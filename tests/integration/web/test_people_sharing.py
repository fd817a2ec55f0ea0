"""A record is seen by those it is shared with, by nobody else, and by nobody after it is withdrawn."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.accounts.operations import open_to_guests
from seutu.apps.records.enums import Audience
from seutu.apps.records.models import OwnedRecord, Share
from seutu.apps.records.operations import share_record, trash_record
from seutu.apps.records.public import public_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sharing import NotSharedError, Shared, columns_seen, shared_record, shared_records, shared_with
from seutu.apps.records.sheets.kinds import kind_named, kinds
from tests.integration.factories import (
    NOON,
    make_member,
    make_network,
    make_person,
    make_record,
    make_workspace,
    signed_in,
    signed_in_as,
)

pytestmark = pytest.mark.django_db


@dataclass
class Place:
    """Two towns in a network, one outside it, and a record of the first."""

    owner: Workspace
    fellow: Workspace
    outsider: Workspace
    record: OwnedRecord
    kind: str = "actors"

    def share(self, audience: Audience, *to: Workspace) -> None:
        with in_scope(self.owner):
            kind = kind_named(self.kind)
            share_record(kind, record_of(kind, self.record.pk), audience, list(to), by=None, at=NOON)

    def page_for(self, workspace: Workspace, role: Role = Role.READER) -> int:
        """Return the status of the record's page in a workspace, and check that the list says the same."""
        client = signed_in_as(workspace, role)
        address = reverse("shared_record", args=[workspace.slug, self.owner.slug, self.kind, self.record.pk])
        listed = address in client.get(reverse("shared", args=[workspace.slug])).content.decode()
        status = client.get(address).status_code
        assert listed == (status == 200)
        return status

    def public_page(self) -> Any:
        return Client().get(reverse("public_record", args=[self.record.pk, self.kind]))


def _shared(workspace: Workspace) -> list[Shared]:
    return shared_records(shared_with(workspace, personal=True))


@pytest.fixture
def place() -> Place:
    owner, fellow, outsider = (make_workspace(name) for name in ("Iisalmi", "Kajaani", "Salo"))
    make_network("Verkosto", owner, fellow)
    return Place(owner, fellow, outsider, make_record("actors", workspace=owner, name="Konepaja Oy"))


def test_nothing_is_shared_at_first(place: Place) -> None:
    assert [place.page_for(place.fellow), place.page_for(place.outsider)] == [404, 404]
    assert place.public_page().status_code == 404


def test_named_workspaces_see_it(place: Place) -> None:
    place.share(Audience.NAMED, place.outsider)
    assert [place.page_for(place.fellow), place.page_for(place.outsider)] == [404, 200]
    assert place.public_page().status_code == 404


def test_the_network_sees_it(place: Place) -> None:
    place.share(Audience.NETWORK)
    assert [place.page_for(place.fellow), place.page_for(place.outsider)] == [200, 404]
    assert place.public_page().status_code == 404


def test_everybody_sees_a_public_one(place: Place) -> None:
    place.share(Audience.PUBLIC)
    page = place.public_page()
    assert page.status_code == 200
    assert "Konepaja Oy" in page.content.decode()
    assert "Iisalmi" in page.content.decode()


@pytest.mark.parametrize("audience", [Audience.NAMED, Audience.NETWORK, Audience.PUBLIC])
def test_withdrawing_holds_from_the_next_request(place: Place, audience: Audience) -> None:
    place.share(audience, place.fellow)
    client = signed_in_as(place.fellow, Role.READER)
    address = reverse("shared_record", args=[place.fellow.slug, "iisalmi", "actors", place.record.pk])
    assert client.get(address).status_code == 200
    facilitator = signed_in_as(place.owner, Role.FACILITATOR)
    share = reverse("record_share", args=[place.owner.slug, "actors", place.record.pk])
    assert facilitator.post(share, {"audience": "workspace"}).status_code == 302
    assert client.get(address).status_code == 404
    assert place.public_page().status_code == 404
    with in_scope(place.owner):
        assert not Share.objects.exists()


def test_leaving_the_network_holds_from_the_next_request(place: Place) -> None:
    place.share(Audience.NETWORK)
    assert place.page_for(place.fellow) == 200
    place.fellow.networks.clear()
    assert place.page_for(place.fellow) == 404


@pytest.mark.parametrize("audience", [Audience.NAMED, Audience.NETWORK, Audience.PUBLIC])
def test_a_record_in_the_trash_is_shown_to_nobody(place: Place, audience: Audience) -> None:
    place.share(audience, place.fellow)
    with in_scope(place.owner):
        kind = kind_named("actors")
        trash_record(kind, record_of(kind, place.record.pk), by=None, at=NOON)
    assert place.page_for(place.fellow) == 404
    assert place.public_page().status_code == 404


def test_personal_data_is_never_public_even_if_marked_so(place: Place) -> None:
    contact = make_record("contacts", workspace=place.owner, name="Nimi Piilossa")
    personal = Place(place.owner, place.fellow, place.outsider, contact, "contacts")
    for audience in (Audience.PUBLIC, Audience.NETWORK):
        personal.share(audience)
        assert personal.public_page().status_code == 404
        assert personal.page_for(place.fellow) == 404
        with pytest.raises(NotSharedError):
            public_record(kind_named("contacts"), contact.pk)


def test_personal_data_can_be_shared_only_by_name(place: Place) -> None:
    contact = make_record("contacts", workspace=place.owner)
    address = reverse("record_share", args=[place.owner.slug, "contacts", contact.pk])
    client = signed_in_as(place.owner, Role.FACILITATOR)
    assert client.post(address, {"audience": "public"}).status_code == 422
    assert client.post(address, {"audience": "network"}).status_code == 422
    assert client.post(address, {"audience": "named", "to": place.fellow.slug}).status_code == 302


@pytest.mark.parametrize(("role", "status"), [(Role.READER, 200), (Role.FUNDER, 404)])
def test_shared_personal_data_is_seen_by_those_who_may_see_such(place: Place, role: Role, status: int) -> None:
    contact = make_record("contacts", workspace=place.owner)
    personal = Place(place.owner, place.fellow, place.outsider, contact, "contacts")
    personal.share(Audience.NAMED, place.fellow)
    assert personal.page_for(place.fellow, role) == status


def test_the_public_page_names_no_person(place: Place) -> None:
    task = kind_named("tasks")
    assert task.personal
    place.share(Audience.PUBLIC)
    make_record("contacts", workspace=place.owner, actor=place.record, name="Nimi Piilossa")
    page = place.public_page().content.decode()
    assert "Nimi Piilossa" not in page
    assert reverse("record", args=[place.owner.slug, "actors", place.record.pk]) not in page


def test_guests_see_only_their_hosts_own_records(place: Place) -> None:
    place.share(Audience.NAMED, place.fellow)
    guest = signed_in_as(place.fellow, Role.GUEST)
    address = reverse("shared_record", args=[place.fellow.slug, "iisalmi", "actors", place.record.pk])
    assert guest.get(address).status_code == 404
    assert guest.get(reverse("shared", args=[place.fellow.slug])).status_code == 404


def test_the_record_of_another_is_not_reached_through_ones_own_address(place: Place) -> None:
    place.share(Audience.NAMED, place.fellow)
    client = signed_in_as(place.fellow, Role.OWNER)
    for name in ("record", "record_edit", "record_share"):
        assert client.get(reverse(name, args=[place.fellow.slug, "actors", place.record.pk])).status_code == 404
    stranger = reverse("shared_record", args=[place.fellow.slug, place.outsider.slug, "actors", place.record.pk])
    assert client.get(stranger).status_code == 404
    other_kind = reverse("shared_record", args=[place.fellow.slug, place.owner.slug, "projects", place.record.pk])
    assert client.get(other_kind).status_code == 404


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"audience": "named", "to": "no-such-town"}, "to"),
        ({"audience": "named", "to": "iisalmi"}, "to"),
        ({"audience": "named", "to": ""}, "to"),
        ({"audience": "everybody"}, "audience"),
        ({}, "audience"),
    ],
)
def test_a_wrong_choice_is_refused_at_its_field(place: Place, given: dict[str, str], field: str) -> None:
    client = signed_in_as(place.owner, Role.OWNER)
    page = client.post(reverse("record_share", args=["iisalmi", "actors", place.record.pk]), given | {"x": "1"})
    assert page.status_code == 422
    assert field in page.context["form"].errors
    with in_scope(place.owner):
        assert record_of(kind_named("actors"), place.record.pk).audience == Audience.WORKSPACE


def test_the_page_says_who_sees_the_record_now(place: Place) -> None:
    place.share(Audience.NAMED, place.outsider, place.fellow)
    page = signed_in_as(place.owner, Role.OWNER).get(
        reverse("record_share", args=["iisalmi", "actors", place.record.pk])
    )
    assert "Kajaani, Salo" in page.context["page_lead"]
    assert page.context["form"].initial["to"] == "kajaani, salo"


@pytest.mark.many_cases
@pytest.mark.parametrize("name", [kind.name for kind in kinds() if not kind.unshared])
def test_the_page_promises_what_others_are_shown(place: Place, name: str) -> None:
    kind = kind_named(name)
    record = make_record(name, workspace=place.owner)
    Place(place.owner, place.fellow, place.outsider, record, name).share(Audience.NAMED, place.fellow)
    share = reverse("record_share", args=["iisalmi", name, record.pk])
    promised = signed_in_as(place.owner, Role.OWNER).get(share).context["columns"]
    page = signed_in_as(place.fellow, Role.OWNER).get(
        reverse("shared_record", args=["kajaani", "iisalmi", name, record.pk])
    )
    title = {column.label.fi for column in kind.columns if column.name == kind.model.title_field}
    seen = {fact["label"].casefold() for fact in page.context["facts"]} | {label.casefold() for label in title}
    assert seen <= {label.casefold() for label in promised}
    assert promised == [column.label.fi for column in columns_seen(kind, personal=kind.personal)]


def test_what_names_a_person_is_not_shown_to_those_who_may_not_see_personal_data() -> None:
    hidden = {"name", "email", "phone", "successor"}
    contacts = kind_named("contacts")
    assert {column.name for column in contacts.columns} - {
        column.name for column in columns_seen(contacts, personal=False)
    } == hidden


def test_reading_what_is_shared_costs_the_same_for_more_records(
    place: Place, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    place.share(Audience.NETWORK)
    with django_assert_max_num_queries(40) as first:
        assert len(_shared(place.fellow)) == 1
    for _number in range(3):
        more = make_record("actors", workspace=place.owner)
        Place(place.owner, place.fellow, place.outsider, more).share(Audience.NETWORK)
    with django_assert_num_queries(len(first)):
        assert len(_shared(place.fellow)) == 4


def test_a_workspace_does_not_share_with_itself(place: Place) -> None:
    place.share(Audience.NETWORK)
    assert _shared(place.owner) == []
    with pytest.raises(NotSharedError):
        shared_record(place.owner, place.owner.slug, kind_named("actors"), place.record.pk, personal=True)


def test_a_network_sees_what_its_members_share_with_it(place: Place) -> None:
    place.share(Audience.NETWORK)
    network = place.owner.networks.get()
    member = make_member(network, Role.READER)
    assert [each.record for each in _shared(network)] == [place.record]
    assert signed_in(member).get(reverse("shared", args=[network.slug])).status_code == 200
    assert make_person() != member


def test_a_guest_who_is_a_member_elsewhere_sees_no_more_than_a_guest(place: Place) -> None:
    place.share(Audience.NETWORK)
    _, secret = open_to_guests(workspace=place.fellow, label="Työpaja", days=1, by=make_person(), at=timezone.now())
    client = signed_in(make_member(make_workspace(), Role.OWNER))
    client.get(reverse("guest", args=[secret]))
    record = reverse("shared_record", args=[place.fellow.slug, place.owner.slug, place.kind, place.record.pk])
    assert client.get(reverse("workspace", args=[place.fellow.slug])).status_code == 200
    assert client.get(reverse("shared", args=[place.fellow.slug])).status_code == 404
    assert client.get(record).status_code == 404
