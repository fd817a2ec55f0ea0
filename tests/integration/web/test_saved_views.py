"""Lists narrowed by their address, kept under a name: who finds them, what a form keeps, what the log tells."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.models import SavedView
from seutu.apps.records.queries import activities
from seutu.apps.records.scope import in_scope
from tests.integration.factories import make_member, make_record, make_workspace, signed_in, signed_in_as

pytestmark = pytest.mark.django_db
NARROWED = "class=company&q=kone&sort=-name"


@pytest.fixture
def here() -> Workspace:
    workspace = make_workspace("Savon Kehitys")
    for name, classes in (("Konepaja Oy", ("company",)), ("Konekoulu", ("university",)), ("Saha Oy", ("company",))):
        make_record("actors", workspace=workspace, name=name, classes=classes)
    return workspace


@pytest.fixture
def client(here: Workspace) -> Client:
    return signed_in(make_member(here, Role.CONTRIBUTOR))


def _list(here: Workspace, query: str = "", kind: str = "actors") -> str:
    return reverse("collection", args=[here.slug, kind]) + (f"?{query}" if query else "")


def _save(client: Client, here: Workspace, name: str, query: str = NARROWED, kind: str = "actors") -> Any:
    return client.post(f"{reverse('view_new', args=[here.slug, kind])}?{query}", {"name": name})


def _views(here: Workspace) -> list[tuple[str, str, str]]:
    with in_scope(here):
        return list(SavedView.objects.order_by("name").values_list("kind", "name", "query"))


def test_a_narrowed_list_is_kept_and_found_by_every_member(client: Client, here: Workspace) -> None:
    assert reverse("view_new", args=[here.slug, "actors"]) not in client.get(_list(here)).content.decode()
    page = client.get(_list(here, NARROWED)).content.decode()
    assert reverse("view_new", args=[here.slug, "actors"]) in page
    saved = _save(client, here, "Konealan yritykset", f"{NARROWED}&page=2&nonsense=1")
    assert saved.headers["Location"] == _list(here, NARROWED)
    assert _views(here) == [("actors", "Konealan yritykset", NARROWED)]
    reader = signed_in_as(here, Role.READER)
    assert f'href="?{NARROWED.replace("&", "&amp;")}"' in reader.get(_list(here)).content.decode()
    shown = reader.get(_list(here, NARROWED)).content.decode()
    assert "Konepaja Oy" in shown
    assert "Konekoulu" not in shown
    assert 'aria-current="true">Konealan yritykset' in shown
    assert reverse("view_remove", args=[here.slug, "actors", _only(here).pk]) not in shown
    assert "Konealan yritykset" not in reader.get(_list(here, kind="projects")).content.decode()


def _only(here: Workspace) -> SavedView:
    with in_scope(here):
        view: SavedView = SavedView.objects.get()
        return view


def test_the_log_tells_of_a_view_and_of_its_removal(client: Client, here: Workspace) -> None:
    _save(client, here, "Konealan yritykset")
    remove = reverse("view_remove", args=[here.slug, "actors", _only(here).pk])
    assert remove in client.get(_list(here, NARROWED)).content.decode()
    assert client.get(remove).status_code == 405
    assert client.post(remove).headers["Location"] == _list(here)
    assert client.post(remove).status_code == 404
    assert _views(here) == []
    with in_scope(here):
        assert [entry.operation for entry in activities()[:2]] == ["remove", "create"]
    log = client.get(reverse("activity", args=[here.slug])).content.decode()
    assert "Näkymä tallennettu: Konealan yritykset" in log
    assert "Näkymä poistettu: Konealan yritykset" in log


@pytest.mark.parametrize(
    ("name", "query"),
    [("konealan YRITYKSET", "class=company"), ("", NARROWED), ("N" * 121, NARROWED), ("Pitkä", "class=" + "x" * 2000)],
)
def test_a_view_that_cannot_be_kept_is_refused_and_nothing_is_written(
    client: Client, here: Workspace, name: str, query: str
) -> None:
    _save(client, here, "Konealan yritykset")
    refused = _save(client, here, name, query)
    assert refused.status_code == 422
    assert "errors" in refused.content.decode()
    assert _views(here) == [("actors", "Konealan yritykset", NARROWED)]


def test_the_same_name_fits_another_list_and_another_workspace(client: Client, here: Workspace) -> None:
    _save(client, here, "Omat")
    assert _save(client, here, "Omat", "q=robotti", "projects").status_code == 302
    other = make_workspace("Muualla")
    assert _save(signed_in(make_member(other, Role.OWNER)), other, "Omat").status_code == 302
    assert len(_views(here)) == 2
    assert len(_views(other)) == 1


def test_a_view_of_another_workspace_or_list_is_not_there(client: Client, here: Workspace) -> None:
    other = make_workspace("Muualla")
    _save(signed_in(make_member(other, Role.OWNER)), other, "Heidän")
    assert client.post(reverse("view_remove", args=[here.slug, "actors", _only(other).pk])).status_code == 404
    _save(client, here, "Omat")
    assert client.post(reverse("view_remove", args=[here.slug, "projects", _only(here).pk])).status_code == 404
    assert len(_views(here)) == len(_views(other)) == 1


def test_there_is_nothing_to_keep_of_a_whole_list(client: Client, here: Workspace) -> None:
    for query in ("", "page=2", "class=", "sort=nonsense"):
        assert _save(client, here, "Kaikki", query).headers["Location"] == _list(here)
    assert _views(here) == []


def test_a_guest_sees_no_views(client: Client, here: Workspace) -> None:
    _save(client, here, "Vain omille")
    assert "Vain omille" not in signed_in_as(here, Role.GUEST).get(_list(here)).content.decode()


def test_the_filter_form_keeps_second_values_and_the_order(client: Client, here: Workspace) -> None:
    page = client.get(_list(here, "class=company&class=testbed&sort=-name")).content.decode()
    assert '<input type="hidden" name="class" value="testbed">' in page
    assert '<input type="hidden" name="sort" value="-name">' in page
    assert 'name="class" value="company"' not in page
