"""The sign-in library's pages wear our look and run under the strict policy: no inline script, one heading."""

import re
from collections.abc import Iterator

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django import forms
from django.core import mail
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.integration.factories import PASSWORD, make_person, signed_in

pytestmark = pytest.mark.django_db
OPEN = ("account_login", "account_reset_password", "account_reset_password_done", "account_signup", "account_inactive")
OWN = (
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_activate_totp",
    "account_set_password",
    "account_logout",
    "account_email",
)
CLOSED = ("login/code/confirm/", "3rdparty/", "social/connections/", "social/signup/", "social/login/error/")


@pytest.fixture(autouse=True)
def _no_earlier_attempts() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def well_made(page: str) -> None:
    """Assert that a page is ours and holds nothing the strict policy would stop."""
    assert 'class="masthead"' in page
    assert page.count("<h1") == 1
    assert not re.search(r"<h1>\s*</h1>", page)
    assert not re.search(r"<title>\s*(–|<)", page)
    assert "style=" not in page
    assert not re.search(r"\son\w+=", page)
    for script in re.findall(r"<script[^>]*>", page):
        assert "src=" in script or 'type="application/json"' in script, script


LANGUAGES = ("fi", "sv", "en")


def _in_every_language(client: Client, name: str) -> None:
    for language in LANGUAGES:
        with override(language):
            answer = client.get(reverse(name))
        assert answer.status_code == 200
        well_made(answer.content.decode())


@pytest.mark.parametrize("name", OPEN)
def test_open_pages(name: str) -> None:
    _in_every_language(Client(), name)


def _sure_of_themselves() -> Client:
    """Return a browser of a person who has given their password twice: to come in, and again for the sake of safety."""
    person = make_person(password=PASSWORD)
    client = Client()
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


@pytest.mark.parametrize("name", OWN)
def test_own_pages(name: str) -> None:
    _in_every_language(signed_in(make_person()), name)


@pytest.mark.parametrize("path", CLOSED)
def test_pages_nobody_uses_are_not_there(path: str) -> None:
    address = f"{reverse('account_login').removesuffix('login/')}{path}"
    for browser in (Client(), signed_in(make_person())):
        assert browser.get(address).status_code == 404
        assert browser.post(address).status_code == 404


def test_changing_what_guards_the_account_asks_for_the_password_again() -> None:
    person = make_person(password=PASSWORD)
    client = signed_in(person)
    answer = client.get(reverse("mfa_activate_totp"), follow=True)
    assert answer.request["PATH_INFO"] == reverse("account_reauthenticate")
    well_made(answer.content.decode())
    _in_every_language(client, "account_change_password")


def test_signing_in_by_password_leads_home() -> None:
    person = make_person(password=PASSWORD)
    answer = Client().post(reverse("account_login"), {"login": person.email.upper(), "password": PASSWORD})
    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("home")


def test_a_person_without_a_password_can_make_one() -> None:
    client = signed_in(make_person())
    page = client.get(reverse("account_set_password"))
    assert page.status_code == 200
    well_made(page.content.decode())
    client.post(reverse("account_set_password"), {"password1": PASSWORD, "password2": PASSWORD})
    assert client.get(reverse("account_set_password")).status_code == 302


def test_an_authenticator_app_is_taken_into_use_and_asked_for() -> None:
    client = _sure_of_themselves()
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    assert client.post(reverse("mfa_activate_totp"), {"code": code}).status_code == 302
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).count() == 1
    codes = client.get(reverse("mfa_view_recovery_codes"))
    assert codes.status_code == 200
    well_made(codes.content.decode())


def test_the_second_step_stands_between_password_and_workspaces() -> None:
    person = make_person(password=PASSWORD)
    TOTP.activate(person, generate_totp_secret())
    client = Client()
    answer = client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD}, follow=True)
    assert answer.request["PATH_INFO"] == reverse("mfa_authenticate")
    well_made(answer.content.decode())
    assert client.get(reverse("home")).status_code == 302


def test_the_second_step_cannot_be_gone_round_by_asking_for_another_page() -> None:
    person = make_person(password=PASSWORD)
    TOTP.activate(person, generate_totp_secret())
    client = Client()
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert client.get(reverse("mfa_index")).status_code == 302


def test_the_answer_is_the_same_for_a_known_and_an_unknown_address() -> None:
    known = make_person(password=PASSWORD).email
    said = []
    for address in (known, "nobody@example.org"):
        answer = Client().post(reverse("account_login"), {"login": address, "password": "wrong-password-1"})
        reset = Client().post(reverse("account_reset_password"), {"email": address})
        said.append((answer.status_code, answer.context["form"].errors, reset.status_code, reset.headers["Location"]))
    assert said[0] == said[1]
    assert said[0][1]


def test_a_new_password_by_the_link_of_the_message() -> None:
    person = make_person(password=PASSWORD)
    Client().post(reverse("account_reset_password"), {"email": person.email})
    [message] = mail.outbox
    found = re.search(r"http://testserver(/\S+)", str(message.body))
    assert found
    page = Client().get(found[1], follow=True)
    assert page.status_code == 200
    well_made(page.content.decode())


def test_a_broken_reset_link_says_so() -> None:
    address = reverse("account_reset_password_from_key", args=["0-no-such", "key"])
    page = Client().get(address, follow=True)
    well_made(page.content.decode())


@pytest.mark.parametrize(("language", "name"), [("fi", "Nimi"), ("sv", "Namn"), ("en", "Name")])
def test_a_label_that_the_library_left_in_english_is_ours(language: str, name: str) -> None:
    class Key(forms.Form):
        name = forms.CharField()

    with override(language):
        page = render_to_string("allauth/elements/fields.html", {"attrs": {"form": Key()}})
    assert f">{name}</label>" in page


def test_wrong_passwords_are_counted() -> None:
    person = make_person(password=PASSWORD)
    client = Client()
    for _attempt in range(6):
        answer = client.post(reverse("account_login"), {"login": person.email, "password": "wrong-password-1"})
    late = client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert late.status_code != 302
    assert answer.status_code in {200, 429}


def test_nobody_registers_by_themselves() -> None:
    given = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    Client().post(reverse("account_signup"), given)
    assert not EmailAddress.objects.exists()
