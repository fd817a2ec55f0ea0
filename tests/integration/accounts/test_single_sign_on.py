"""Single sign-on against an issuer: the whole way in, and every lie of an issuer refused with one clear page."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import Settings

from seutu.apps.accounts.models import User
from tests.integration.factories import make_person

pytest.importorskip("jwt", reason="the environment is older than the lock: run make install")
from tests.integration.accounts.issuer import CLIENT, SECRET, Issuer, issuing, new_key

pytestmark = pytest.mark.django_db
FAILED = {
    "fi": "Kirjautuminen ei onnistunut",
    "sv": "Inloggningen lyckades inte",
    "en": "Sign-in failed",
}


@pytest.fixture
def issuer(settings: Settings) -> Iterator[Issuer]:
    cache.clear()
    with issuing() as made:
        settings.SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
        settings.SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {
                "APPS": [
                    {
                        "provider_id": "oidc",
                        "name": "OpenID Connect",
                        "client_id": CLIENT,
                        "secret": SECRET,
                        "settings": {"server_url": made.address},
                    }
                ]
            }
        }
        yield made
    cache.clear()


@pytest.fixture
def invited() -> User:
    return make_person("invited@example.org", name="Kutsuttu")


def _way_in(client: Client, issuer: Issuer, language: str = "fi") -> Any:
    """Go to the issuer and come back from it."""
    with override(language):
        sent = client.post(reverse("openid_connect_login", args=["oidc"]))
    assert sent.status_code == 302, sent.content.decode()[:2000]
    parts = urlsplit(sent.headers["Location"])
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{issuer.address}/authorize"
    back = urlsplit(issuer.authorize(dict(parse_qsl(parts.query))))
    return client.get(f"{back.path}?{back.query}")


def _signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_an_invited_person_comes_in_by_the_issuers_word(issuer: Issuer, invited: User) -> None:
    client = Client()
    answer = _way_in(client, issuer)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    assert client.session["_auth_user_id"] == str(invited.pk)
    assert issuer.asked["redirect_uri"].endswith("/fi/account/oidc/oidc/login/callback/")
    assert issuer.asked["code_challenge_method"] == "S256"
    assert len(issuer.asked["nonce"]) >= 24
    assert set(issuer.asked["scope"].split()) >= {"openid", "email"}
    assert _way_in(Client(), issuer).status_code == 302


def _audience(issuer: Issuer) -> None:
    issuer.claims = {"aud": "another-service"}


def _nonce(issuer: Issuer) -> None:
    issuer.claims = {"nonce": "an-older-nonce"}


def _no_nonce(issuer: Issuer) -> None:
    issuer.left_out = {"nonce"}


def _signature(issuer: Issuer) -> None:
    issuer.key = new_key()


def _shared_secret(issuer: Issuer) -> None:
    issuer.key, issuer.algorithm = SECRET, "HS256"


def _unsigned(issuer: Issuer) -> None:
    issuer.key, issuer.algorithm = None, "none"


def _other_issuer(issuer: Issuer) -> None:
    issuer.claims = {"iss": "https://issuer.example.org"}


def _expired(issuer: Issuer) -> None:
    issuer.claims = {"exp": 1577836800}


def _endless(issuer: Issuer) -> None:
    issuer.left_out = {"exp"}


def _nobodys(issuer: Issuer) -> None:
    issuer.left_out = {"sub"}


def _another_person(issuer: Issuer) -> None:
    issuer.told = {"sub": "person-2"}


def _no_identity(issuer: Issuer) -> None:
    issuer.left_out = {"id_token"}


def _no_keys(issuer: Issuer) -> None:
    issuer.broken = {"/keys"}


def _no_token(issuer: Issuer) -> None:
    issuer.broken = {"/token"}


def _no_userinfo(issuer: Issuer) -> None:
    issuer.broken = {"/userinfo"}


LIES = (
    _audience,
    _nonce,
    _no_nonce,
    _signature,
    _shared_secret,
    _unsigned,
    _other_issuer,
    _expired,
    _endless,
    _nobodys,
    _another_person,
    _no_identity,
    _no_keys,
    _no_token,
    _no_userinfo,
)


@pytest.mark.parametrize("lie", LIES)
def test_what_cannot_be_trusted_lets_nobody_in(issuer: Issuer, invited: User, lie: Callable[[Issuer], None]) -> None:
    lie(issuer)
    client = Client()
    answer = _way_in(client, issuer)
    assert answer.status_code == 401
    assert f"<h1>{FAILED['fi']}</h1>" in answer.content.decode()
    assert not _signed_in(client)


@pytest.mark.parametrize("language", FAILED)
def test_the_refusal_is_in_the_persons_language(issuer: Issuer, invited: User, language: str) -> None:
    _audience(issuer)
    assert FAILED[language] in _way_in(Client(), issuer, language).content.decode()


def test_an_issuer_that_does_not_answer_is_said(issuer: Issuer) -> None:
    issuer.broken = {"/.well-known/openid-configuration"}
    answer = Client().post(reverse("openid_connect_login", args=["oidc"]))
    assert answer.status_code == 401
    assert FAILED["fi"] in answer.content.decode()


def test_an_answer_nobody_asked_for_lets_nobody_in(issuer: Issuer, invited: User) -> None:
    client = Client()
    answer = client.get(reverse("openid_connect_callback", args=["oidc"]), {"code": "the-code", "state": "made-up"})
    assert answer.status_code == 401
    assert not _signed_in(client)


def test_a_stranger_gets_no_account(issuer: Issuer) -> None:
    client = Client()
    _way_in(client, issuer)
    assert not _signed_in(client)
    assert not User.objects.exists()


def test_an_address_the_issuer_has_not_confirmed_is_nobodys(issuer: Issuer, invited: User) -> None:
    issuer.told = {"email_verified": False}
    client = Client()
    _way_in(client, issuer)
    assert not _signed_in(client)


def test_no_issuer_no_page() -> None:
    assert Client().get("/fi/account/oidc/oidc/login/").status_code == 404
