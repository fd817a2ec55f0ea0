"""Personal keys: made on a page and shown once, refused when wrong, old, revoked, or their person has left."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.exceptions import NotAllowedError
from seutu.apps.accounts.models import ApiToken, User, Workspace
from seutu.apps.accounts.operations import end_membership
from seutu.apps.accounts.queries import digest_of
from seutu.apps.accounts.token_operations import NOTED_EVERY, make_token, note_use, revoke_token
from tests.integration.factories import make_member, make_person, make_workspace, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Mine")


@pytest.fixture
def person(here: Workspace) -> User:
    return make_member(here, Role.CONTRIBUTOR)


def ask(secret: str, here: Workspace) -> Any:
    address = f"/api/v1/workspaces/{here.slug}/actors/"
    return Client().get(address, headers={"Authorization": f"Bearer {secret}"})


def make(person: User, here: Workspace, **given: Any) -> tuple[ApiToken, str]:
    facts: dict[str, Any] = {"label": "portal", "role": Role.READER, "days": 30, "at": timezone.now(), **given}
    return make_token(person=person, workspace=here, **facts)


def test_a_key_made_on_the_page_is_shown_once_and_works(here: Workspace, person: User) -> None:
    browser = signed_in(person)
    form = {"label": "portal", "workspace": here.slug, "role": Role.READER, "days": "30"}
    page = browser.post(reverse("tokens"), form)
    secret = page.context["secret"]
    assert secret in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    again = browser.get(reverse("tokens")).content.decode()
    assert secret not in again
    assert "portal" in again
    assert ApiToken.objects.get().digest == digest_of(secret) != secret
    assert ask(secret, here).status_code == 200
    assert ApiToken.objects.get().last_used_at is not None


def test_a_locked_database_does_not_refuse_what_is_only_read(
    here: Workspace, person: User, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _token, secret = make(person, here)

    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(ApiToken, "save", locked)
        assert ask(secret, here).status_code == 200
    assert "was not noted" in caplog.text
    assert ApiToken.objects.get().last_used_at is None
    assert ask(secret, here).status_code == 200
    assert ApiToken.objects.get().last_used_at is not None


def test_a_use_is_noted_every_ten_minutes(here: Workspace, person: User, django_assert_num_queries: Any) -> None:
    token, _secret = make(person, here)
    first = timezone.now()
    note_use(token=token, at=first)
    with django_assert_num_queries(0):
        note_use(token=token, at=first + NOTED_EVERY - timedelta(seconds=1))
    with django_assert_num_queries(1):
        note_use(token=token, at=first + NOTED_EVERY)


def test_a_key_is_made_for_one_s_own_workspaces_only(here: Workspace, person: User) -> None:
    other = make_workspace("Other")
    form = {"label": "portal", "workspace": other.slug, "role": Role.READER, "days": "30"}
    assert signed_in(person).post(reverse("tokens"), form).status_code == 422
    assert signed_in(person).post(reverse("tokens"), {}).status_code == 422
    with pytest.raises(NotAllowedError):
        make(person, other)
    assert not ApiToken.objects.exists()


def test_a_revoked_key_is_refused_at_the_next_request(here: Workspace, person: User) -> None:
    token, secret = make(person, here)
    assert ask(secret, here).status_code == 200
    signed_in(person).post(reverse("token_revoke", args=[token.pk]))
    assert ask(secret, here).status_code == 401


def test_nobody_ends_another_s_key(here: Workspace, person: User) -> None:
    token, secret = make(person, here)
    stranger = signed_in(make_member(here, Role.OWNER))
    assert stranger.post(reverse("token_revoke", args=[token.pk])).status_code == 404
    assert ask(secret, here).status_code == 200


def test_a_key_ends_with_its_time_its_person_and_the_membership(here: Workspace, person: User) -> None:
    _, old = make(person, here, at=timezone.now() - timedelta(days=31))
    assert ask(old, here).status_code == 401
    _, secret = make(person, here)
    person.is_active = False
    person.save()
    assert ask(secret, here).status_code == 401
    person.is_active = True
    person.save()
    end_membership(workspace=here, person=person)
    assert ask(secret, here).status_code == 404


@pytest.mark.parametrize("secret", ["", "x", "seutu_", "Bearer", "ä"])
def test_a_wrong_key_is_refused_even_with_a_session(here: Workspace, person: User, secret: str) -> None:
    answer = signed_in(person).get(
        f"/api/v1/workspaces/{here.slug}/actors/", headers={"Authorization": f"Bearer {secret}"}
    )
    assert answer.status_code == 401
    assert "invalid_token" in answer.headers["WWW-Authenticate"]


def test_a_second_revoking_keeps_the_first_time(here: Workspace, person: User) -> None:
    token, _ = make(person, here)
    first = timezone.now()
    revoke_token(token=token, at=first)
    revoke_token(token=token, at=first + timedelta(days=1))
    token.refresh_from_db()
    assert token.revoked_at == first


def test_the_page_needs_signing_in_and_shows_one_s_own_keys(here: Workspace, person: User) -> None:
    make(person, here, label="mine alone")
    assert Client().get(reverse("tokens")).status_code == 302
    assert "mine alone" not in signed_in(make_person()).get(reverse("tokens")).content.decode()
