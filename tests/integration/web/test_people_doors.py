"""One-time links work once and for their person; guest links until they end or are ended."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import GuestLink
from seutu.apps.accounts.operations import issue_entry_ticket, open_to_guests, revoke_guest_link
from tests.integration.factories import days_ago, guest_of, make_member, make_person, make_workspace, signed_in

pytestmark = pytest.mark.django_db
ELSEWHERE = "192.0.2.7"


def _ticket(minutes: int = 10, *, loopback_only: bool = False) -> str:
    person = make_member(make_workspace("Savon Kehitys"), Role.READER)
    return reverse(
        "enter",
        args=[issue_entry_ticket(person=person, minutes=minutes, at=timezone.now(), loopback_only=loopback_only)],
    )


def test_from_this_machine_the_link_opens_the_first_workspace_at_once() -> None:
    client = Client()
    answer = client.get(_ticket(loopback_only=True))
    assert answer.headers["Location"] == reverse("workspace", args=["savon-kehitys"])
    assert client.get(answer.headers["Location"]).status_code == 200


def test_the_link_works_once() -> None:
    address = _ticket()
    assert Client().get(address).status_code == 302
    second = Client()
    assert second.get(address).status_code == 404
    assert "_auth_user_id" not in second.session


def test_an_expired_link_does_not_open() -> None:
    assert Client().get(_ticket(minutes=-1)).status_code == 404


def test_a_tampered_link_does_not_open() -> None:
    address = _ticket()
    assert Client().get(address[:-2] + "x/").status_code == 404
    assert Client().get(address).status_code == 302


def test_a_demo_link_opens_from_this_machine_alone() -> None:
    address = _ticket(loopback_only=True)
    assert Client(REMOTE_ADDR=ELSEWHERE).post(address).status_code == 404
    through_proxy = Client(headers={"X-Forwarded-For": ELSEWHERE})
    assert through_proxy.post(address).status_code == 404
    assert Client().get(address).status_code == 302


def test_from_elsewhere_looking_does_not_spend_the_link() -> None:
    address = _ticket()
    visitor = Client(REMOTE_ADDR=ELSEWHERE)
    page = visitor.get(address)
    assert page.status_code == 200
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page.headers["Cache-Control"]
    assert "_auth_user_id" not in visitor.session
    assert Client(REMOTE_ADDR=ELSEWHERE).head(address).status_code == 405
    assert visitor.post(address).status_code == 302


def test_next_stays_within_the_service() -> None:
    inside = reverse("accessibility")
    assert Client().get(_ticket() + f"?next={inside}").headers["Location"] == inside
    assert "example.com" not in Client().get(_ticket() + "?next=https://example.com/").headers["Location"]
    assert "example.com" not in Client().get(_ticket() + "?next=//example.com/").headers["Location"]


def test_a_person_who_was_closed_out_does_not_come_in_by_link() -> None:
    person = make_person()
    secret = issue_entry_ticket(person=person, minutes=10, at=timezone.now())
    person.is_active = False
    person.save(update_fields=["is_active"])
    assert Client().get(reverse("enter", args=[secret])).status_code == 404


def test_a_guest_comes_in_and_lands_on_the_workspace() -> None:
    workspace = make_workspace()
    _, secret = open_to_guests(workspace=workspace, label="Työpaja", days=1, by=make_person(), at=timezone.now())
    guest = Client()
    answer = guest.get(reverse("guest", args=[secret]))
    assert answer.headers["Location"] == reverse("workspace", args=[workspace.slug])
    assert guest.get(answer.headers["Location"]).status_code == 200
    assert guest.get(reverse("home")).headers["Location"] == reverse("workspace", args=[workspace.slug])


def test_revoking_closes_the_door_at_the_next_request() -> None:
    workspace = make_workspace()
    guest = guest_of(workspace)
    page = reverse("workspace", args=[workspace.slug])
    assert guest.get(page).status_code == 200
    revoke_guest_link(link=GuestLink.objects.get(workspace=workspace), at=timezone.now())
    assert guest.get(page).status_code == 404
    assert guest.get(reverse("home")).status_code == 302


def test_expiry_closes_the_door_at_the_next_request() -> None:
    workspace = make_workspace()
    page = reverse("workspace", args=[workspace.slug])
    assert guest_of(workspace, days=7, at=timezone.now() - timedelta(days=6, hours=23)).get(page).status_code == 200
    assert guest_of(workspace, days=7, at=days_ago(7)).get(page).status_code == 404


def test_an_ended_link_says_what_to_do() -> None:
    answer = Client().get(reverse("guest", args=["no-such-secret"]))
    assert answer.status_code == 404
    assert "pages/link_ended.html" in [template.name for template in answer.templates]


def test_a_guests_secret_does_not_lift_a_members_role() -> None:
    workspace = make_workspace()
    reader = signed_in(make_member(make_workspace(), Role.OWNER))
    _, secret = open_to_guests(workspace=workspace, label="Työpaja", days=1, by=make_person(), at=timezone.now())
    reader.get(reverse("guest", args=[secret]))
    assert reader.get(reverse("workspace", args=[workspace.slug])).status_code == 200
    assert reader.get(reverse("members", args=[workspace.slug])).status_code == 404


def test_the_log_of_a_refused_link_holds_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    """A refused link may still work for its person: whoever reads the log must not be able to use it."""
    address = _ticket(loopback_only=True)
    assert Client(REMOTE_ADDR=ELSEWHERE).post(address).status_code == 404
    assert "Not Found" in caplog.text
    assert address.split("/")[-2] not in caplog.text
