"""Long lists are cut into pages: each tells how many rows there are in all, newest first, and leads to the rest."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.jobs.operations import start_job
from seutu.apps.records.access_operations import give_guest_link, give_token
from seutu.apps.records.enums import Audience
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import share_record, trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_network, make_person, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seutu.web.paging.PAGE", 2)


@pytest.fixture
def owner() -> User:
    return make_person()


@pytest.fixture
def here(owner: User) -> Workspace:
    return make_workspace("Iisalmi", owner=owner)


@pytest.fixture
def client(owner: User) -> Client:
    return signed_in(owner)


def _trashed(here: Workspace, kind: str, days: int, **values: Any) -> OwnedRecord:
    record = make_record(kind, workspace=here, **values)
    with in_scope(here):
        return trash_record(kind_named(kind), record, by=None, at=NOON + timedelta(days=days))


def _titles(table: dict[str, Any]) -> list[str]:
    return [row["cells"][0]["text"] for row in table["rows"]]


def test_the_trash_is_in_one_order_whatever_the_kind(here: Workspace, client: Client) -> None:
    _trashed(here, "actors", 1, name="Vanha Oy")
    _trashed(here, "events", 3, name="Messut")
    _trashed(here, "contacts", 2, name="Uusi Nimi")
    page = client.get(reverse("trash", args=[here.slug]))
    assert _titles(page.context["table"]) == ["Messut", "Uusi Nimi"]
    assert page.context["page_lead"] == "Roskakorissa on 3 tietuetta."
    rest = client.get(reverse("trash", args=[here.slug]) + page.context["pagination"]["next_url"])
    assert _titles(rest.context["table"]) == ["Vanha Oy"]
    assert 'rel="prev"' in rest.content.decode()


def test_jobs_are_paged(here: Workspace, client: Client) -> None:
    with in_scope(here):
        for hour in range(3):
            start_job(name=f"{hour}.csv", task="none", arguments={}, by=None, at=NOON + timedelta(hours=hour))
    page = client.get(reverse("jobs", args=[here.slug]))
    assert _titles(page.context["table"]) == ["2.csv", "1.csv"]
    assert page.context["pagination"]["sentence"].endswith("3")
    assert _titles(client.get(reverse("jobs", args=[here.slug]) + "?page=2").context["table"]) == ["0.csv"]


def test_keys_are_paged(here: Workspace, owner: User, client: Client) -> None:
    for hour in range(3):
        at = NOON + timedelta(hours=hour)
        give_token(person=owner, workspace=here, label=f"key {hour}", role=Role.READER, days=30, at=at)
    page = client.get(reverse("tokens"))
    assert _titles(page.context["tokens_table"]) == ["key 2", "key 1"]
    rest = client.get(reverse("tokens") + page.context["pagination"]["next_url"])
    assert _titles(rest.context["tokens_table"]) == ["key 0"]
    assert 'rel="prev"' in rest.content.decode()


def test_guest_links_are_paged_so_that_each_can_be_revoked(here: Workspace, owner: User, client: Client) -> None:
    for hour in range(3):
        give_guest_link(workspace=here, label=f"link {hour}", days=30, by=owner, at=NOON + timedelta(hours=hour))
    address = reverse("members", args=[here.slug])
    page = client.get(address)
    assert _titles(page.context["guests_table"]) == ["link 2", "link 1"]
    assert page.context["guests_pages"]["next_url"] == f"{address}?page=2"
    rest = client.get(f"{address}?page=2")
    assert _titles(rest.context["guests_table"]) == ["link 0"]
    assert 'rel="prev"' in rest.content.decode()


def test_what_is_shared_is_counted_in_full_and_paged_by_owner(here: Workspace, client: Client) -> None:
    actors = kind_named("actors")
    others = [make_workspace(name) for name in ("Kajaani", "Salo")]
    make_network("Verkosto", here, *others)
    for number, town in enumerate((others[1], others[0], others[0])):
        record = make_record("actors", workspace=town, name=f"Verstas {number}")
        with in_scope(town):
            shared = record_of(actors, record.pk)
            share_record(actors, shared, Audience.NETWORK, [], by=None, at=NOON + timedelta(hours=number))
    address = reverse("shared", args=[here.slug])
    page = client.get(address)
    assert [_titles(table) for table in page.context["tables"]] == [["Verstas 2", "Verstas 1"]]
    assert page.context["page_lead"] == "Meille on jaettu 3 tietuetta 2 työtilasta."
    rest = client.get(address + page.context["pagination"]["next_url"])
    assert [_titles(table) for table in rest.context["tables"]] == [["Verstas 0"]]


def test_the_pages_of_a_narrowed_list_stay_narrowed(here: Workspace, client: Client) -> None:
    for number in range(3):
        make_record("actors", workspace=here, name=f"Verstas {number}")
    make_record("actors", workspace=here, name="Telakka Oy")
    page = client.get(reverse("collection", args=[here.slug, "actors"]) + "?q=verstas&sort=-name")
    assert _titles(page.context["table"]) == ["Verstas 2", "Verstas 1"]
    rest = client.get(reverse("collection", args=[here.slug, "actors"]) + page.context["pagination"]["next_url"])
    assert _titles(rest.context["table"]) == ["Verstas 0"]
