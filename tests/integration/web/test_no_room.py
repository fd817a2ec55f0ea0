"""Every write on a full or closed disk answers with one clear page in the person's language, and nothing is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import translation

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.core.storage import TITLES, StorageFault
from tests.integration.factories import make_member, make_person, make_record, make_workspace, signed_in

ENGINE: Final[Any] = settings.DATABASES["default"]["ENGINE"]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("sqlite" not in ENGINE, reason="the disk of a file"),
]
LONG: Final = "pitkä " * 300
STATUS: Final = {StorageFault.FULL: 507, StorageFault.UNWRITABLE: 503}
LANGUAGES: Final = ("fi", "sv", "en")


@contextmanager
def _closed(fault: StorageFault) -> Iterator[None]:
    """Let the database take no more, as the engine itself says it: no page to add, or no write at all."""
    with connection.cursor() as cursor:
        if fault == StorageFault.UNWRITABLE:
            cursor.execute("PRAGMA query_only = ON")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA max_page_count = 1")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = OFF")
            cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.fixture
def owner() -> User:
    return make_person(name="Omistaja")


@pytest.fixture
def here(owner: User) -> Workspace:
    return make_workspace("Savon Kehitys", owner=owner)


def _browser(owner: User) -> Client:
    client = signed_in(owner)
    client.raise_request_exception = False
    return client


def _counts() -> dict[str, int]:
    with connection.cursor() as cursor:
        counts = {}
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - a name the database told
            counts[table] = cursor.fetchone()[0]
    return counts


def _requests(here: Workspace) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return one request per sort of write, made before the disk is closed."""
    record = make_record("actors", workspace=here, name="Konepaja")
    member = make_member(here, Role.READER)
    slug = here.slug
    return {
        "a new record": (reverse("record_new", args=[slug, "actors"]), {"name": "Uusi", "description": LONG}),
        "a comment": (reverse("record_comment", args=[slug, "actors", record.pk]), {"text": LONG}),
        "a guest link": (reverse("guest_link_add", args=[slug]), {"guest-label": "Työpaja", "guest-days": "7"}),
        "a role": (reverse("member", args=[slug, member.pk]), {"role": Role.CONTRIBUTOR}),
        "a workspace": (reverse("home"), {"name": "Toinen", "kind": "organisation", "place": ""}),
    }


WRITES: Final = ("a new record", "a comment", "a guest link", "a role", "a workspace")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("write", WRITES)
def test_a_database_that_may_not_be_written_says_so(here: Workspace, owner: User, write: str, language: str) -> None:
    _refused(here, owner, write, language, StorageFault.UNWRITABLE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_disk_says_so(here: Workspace, owner: User, language: str) -> None:
    _refused(here, owner, "a new record", language, StorageFault.FULL)


def _refused(here: Workspace, owner: User, write: str, language: Any, fault: StorageFault) -> None:
    with translation.override(language):
        path, values = _requests(here)[write]
    client, before = _browser(owner), _counts()
    with _closed(fault):
        answer = client.post(path, values)
    page = answer.content.decode()
    assert answer.status_code == STATUS[fault], page[:500]
    assert f'<html lang="{language}">' in page
    assert f"<h1>{TITLES[fault].in_language(language)}</h1>" in page
    assert _counts() == before
    assert client.post(path, values).status_code in {200, 302}


@pytest.mark.parametrize("fault", StorageFault)
def test_the_interface_says_so_as_a_problem(here: Workspace, owner: User, fault: StorageFault) -> None:
    path = f"/api/v1/workspaces/{here.slug}/actors/"
    given = {"values": {"name": "Uusi", "description": LONG}}
    client = _browser(owner)
    with _closed(fault):
        answer = client.post(path, given, content_type="application/json")
    assert answer.status_code == STATUS[fault], answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_signing_in_on_a_closed_disk_says_so(owner: User) -> None:
    owner.set_password("eight-herons-over-ice")
    owner.save()
    client = Client(raise_request_exception=False)
    with _closed(StorageFault.UNWRITABLE):
        answer = client.post(reverse("account_login"), {"login": owner.email, "password": "eight-herons-over-ice"})
    assert answer.status_code == 503


def test_reading_goes_on_where_the_disk_is_full(here: Workspace, owner: User) -> None:
    client = _browser(owner)
    with _closed(StorageFault.FULL):
        assert client.get(reverse("workspace", args=[here.slug])).status_code == 200


def test_any_other_fault_is_the_general_page(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: Any) -> None:
        message = "a fault of ours"
        raise ValueError(message)

    monkeypatch.setattr("seutu.web.views.home.memberships_of", broken)
    answer = _browser(owner).get(reverse("home"))
    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()
