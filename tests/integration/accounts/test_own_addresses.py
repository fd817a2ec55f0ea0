"""Nobody becomes somebody else by writing down their address."""

from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.membership_operations import invite_member
from seutu.web.sign_in import FirstAddressOnly
from tests.integration.factories import make_person, make_workspace, signed_in

pytestmark = pytest.mark.django_db
WANTED = "boss@kunta.example"


def _ask(client: Client, act: str) -> None:
    assert client.post(reverse("account_email"), {act: "", "email": WANTED}).status_code == 302


def test_an_unconfirmed_address_does_not_become_the_first() -> None:
    taker = make_person()
    own = taker.email
    client = signed_in(taker)
    _ask(client, "action_add")
    _ask(client, "action_primary")
    taker.refresh_from_db()
    assert taker.email == own
    invitation = invite_member(
        workspace=make_workspace("Savon Kehitys"), email=WANTED, name="", role=Role.OWNER, at=timezone.now()
    )
    assert invitation.membership.person != taker


def test_a_confirmed_address_becomes_the_first() -> None:
    person = make_person()
    client = signed_in(person)
    _ask(client, "action_add")
    EmailAddress.objects.filter(user=person, email=WANTED).update(verified=True)
    _ask(client, "action_primary")
    person.refresh_from_db()
    assert person.email == WANTED


def test_single_sign_on_does_not_find_those_who_wrote_the_address_down() -> None:
    taker, real = make_person(), make_person()
    EmailAddress.objects.create(user=taker, email=real.email, verified=False)
    login = SimpleNamespace(email_addresses=[SimpleNamespace(email=real.email.upper(), verified=True)])
    adapter = FirstAddressOnly()
    adapter.can_authenticate_by_email = lambda _login, _email: True
    assert adapter.authenticate_by_email(login) == (real, real.email.upper())
    stranger = SimpleNamespace(email_addresses=[SimpleNamespace(email=real.email, verified=False)])
    assert adapter.authenticate_by_email(stranger) is None
