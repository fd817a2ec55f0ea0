"""Home, search, trash, tasks, the statement and the error pages."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Membership, User, Workspace
from seutu.apps.records.operations import trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named, kinds
from seutu.web.views import accessibility
from tests.integration.factories import (
    NOON,
    make_member,
    make_person,
    make_record,
    make_workspace,
    signed_in,
    signed_in_as,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    return make_person("owner@example.org", name="Omistaja")


@pytest.fixture
def here(owner: User) -> Workspace:
    return make_workspace("Savon Kehitys", owner=owner)


def _search(client: Client, here: Workspace, text: str) -> Any:
    return client.get(reverse("search", args=[here.slug]), {"q": text})


def _trash(here: Workspace, kind: str, record: Any) -> None:
    with in_scope(here):
        trash_record(kind_named(kind), record_of(kind_named(kind), record.pk), by=None, at=NOON)


def test_home_lists_ones_own_workspaces_only(owner: User, here: Workspace) -> None:
    make_workspace("Toisten tila", owner=make_person())
    page = signed_in(owner).get(reverse("home")).content.decode()
    assert "Savon Kehitys" in page
    assert "Toisten tila" not in page


def test_a_new_workspace_takes_its_place_by_name(owner: User) -> None:
    given = {"name": "Kainuun kehittäjät", "place": "Kajaani", "kind": "organisation"}
    answer = signed_in(owner).post(reverse("home"), given)
    made = Workspace.objects.get(name="Kainuun kehittäjät")
    assert answer.headers["Location"] == reverse("workspace", args=[made.slug])
    assert made.place_code == "205"
    assert Membership.objects.get(workspace=made, person=owner).role == Role.OWNER


def test_a_place_that_is_not_found_is_told_at_its_field(owner: User) -> None:
    page = signed_in(owner).post(reverse("home"), {"name": "Tila", "place": "Eijoole", "kind": "organisation"})
    assert page.status_code == 422
    assert "Eijoole" in page.context["form"].errors["place"][0]
    assert not Workspace.objects.filter(name="Tila").exists()


@pytest.mark.parametrize("count", [1, 3])
def test_home_costs_the_same_for_one_and_three_workspaces(
    owner: User, count: int, django_assert_num_queries: Any
) -> None:
    for _number in range(count):
        make_workspace(owner=owner)
    client = signed_in(owner)
    with django_assert_num_queries(3):
        client.get(reverse("home"))


def test_search_groups_counts_and_shows_the_place(owner: User, here: Workspace) -> None:
    for number in range(10):
        make_record("actors", workspace=here, name=f"Konepaja {number}", description="Alku ja koneistus ja loppu")
    make_record("projects", workspace=here, name="Koneistuksen robotit")
    groups = {each["id"]: each for each in _search(signed_in(owner), here, "koneistu").context["groups"]}
    assert groups["hits-actors"]["count"] == "10"
    assert len(groups["hits-actors"]["hits"]) == 8
    assert groups["hits-actors"]["more"]
    assert groups["hits-actors"]["hits"][0]["snippet"].match == "koneistus"
    assert groups["hits-projects"]["count"] == "1"


def test_search_needs_every_word_and_escapes_what_was_typed(owner: User, here: Workspace) -> None:
    make_record("actors", workspace=here, name="Konepaja Kajaani")
    client = signed_in(owner)
    assert _search(client, here, "konepaja kajaani").context["groups"]
    assert not _search(client, here, "konepaja salo").context["groups"]
    assert "<script>x" not in _search(client, here, "<script>x").content.decode()
    for odd in ("", " ", "\x00", "%", "_", "'", "a" * 5000, "\\"):
        assert _search(client, here, odd).status_code == 200
    assert not _search(client, here, "%").context["groups"]


def test_search_stays_in_the_workspace_and_out_of_the_trash(owner: User, here: Workspace) -> None:
    make_record("actors", workspace=make_workspace(), name="Vieras konepaja")
    _trash(here, "actors", make_record("actors", workspace=here, name="Poistettu konepaja"))
    assert not _search(signed_in(owner), here, "konepaja").context["groups"]


@pytest.mark.parametrize("role", list(Role))
def test_people_are_found_by_those_who_may_see_personal_data(here: Workspace, role: Role) -> None:
    make_record("contacts", workspace=here, name="Nimi Piilossa", email="piilossa@example.org")
    page = _search(signed_in_as(here, role), here, "piilossa")
    assert bool(page.context["groups"]) == (role not in {Role.FUNDER, Role.GUEST})


def test_no_open_kind_has_searchable_personal_columns() -> None:
    leaking = [
        f"{kind.name}.{column.name}"
        for kind in kinds()
        for column in kind.columns
        if column.personal and column.searchable and not kind.personal
    ]
    assert leaking == []


@pytest.mark.parametrize("role", [Role.FUNDER, Role.GUEST])
def test_the_funder_and_the_guest_see_no_personal_kinds(here: Workspace, role: Role) -> None:
    task = make_record("tasks", workspace=here, name="Soita Piilossalle", member="piilossa@example.org")
    client = signed_in_as(here, role)
    page = client.get(reverse("workspace", args=[here.slug]))
    assert page.context["tasks"] is None
    assert "Piilossa" not in page.content.decode()
    for kind in kinds():
        if kind.personal:
            assert client.get(reverse("collection", args=[here.slug, kind.name])).status_code == 404
    assert client.post(reverse("task_done", args=[here.slug, task.pk])).status_code == 404


def test_home_of_a_workspace_puts_ones_own_tasks_first_and_says_what_is_late(here: Workspace, owner: User) -> None:
    today = timezone.localdate()
    make_record("tasks", workspace=here, name="Toisen", due=today - timedelta(days=9), member="x@example.org")
    make_record("tasks", workspace=here, name="Oma myöhässä", due=today - timedelta(days=1), member="Owner@example.org")
    contact = make_record("contacts", workspace=here, email="owner@example.org")
    make_record("tasks", workspace=here, name="Oma yhteytenä", due=today, owner=contact, member=None)
    make_record("tasks", workspace=here, name="Tehty", due=today, member="owner@example.org", state="done")
    page = signed_in(owner).get(reverse("workspace", args=[here.slug]))
    rows = page.context["tasks"]["rows"]
    assert [row["cells"][0]["text"] for row in rows] == ["Oma myöhässä", "Oma yhteytenä", "Toisen"]
    assert [row["ours"] for row in rows] == [True, True, False]
    assert "2" in page.context["page_lead"]
    assert "1" in page.context["page_lead"]


def test_marking_a_task_done_is_an_act(here: Workspace, owner: User) -> None:
    task = make_record("tasks", workspace=here, name="Soita")
    answer = signed_in(owner).post(reverse("task_done", args=[here.slug, task.pk]))
    assert answer.headers["Location"] == reverse("workspace", args=[here.slug])
    with in_scope(here):
        assert record_of(kind_named("tasks"), task.pk).state == "done"  # type: ignore[attr-defined]
    here.refresh_from_db()
    assert here.head_sequence == 2


def test_the_trash_restores_and_removes(here: Workspace, owner: User) -> None:
    first, second = make_record("actors", workspace=here), make_record("actors", workspace=here)
    for record in (first, second):
        _trash(here, "actors", record)
    client, address = signed_in(owner), reverse("trash", args=[here.slug])
    assert {row["id"] for row in client.get(address).context["table"]["rows"]} == {str(first.pk), str(second.pk)}
    client.post(reverse("record_restore", args=[here.slug, "actors", first.pk]))
    client.post(reverse("record_remove", args=[here.slug, "actors", second.pk]))
    assert client.get(address).context["table"]["rows"] == []


def test_a_trashing_is_undone_beside_the_message_that_tells_of_it(here: Workspace, owner: User) -> None:
    record = make_record("actors", workspace=here, name="Konepaja Oy")
    client = signed_in(owner)
    trashed = client.post(reverse("record_trash", args=[here.slug, "actors", record.pk]), follow=True)
    here.refresh_from_db()
    undo = reverse("act_undo", args=[here.slug, here.head_sequence])
    assert f'<form method="post" action="{undo}">' in trashed.content.decode()
    done = client.post(undo, follow=True)
    assert f'action="{undo}"' not in done.content.decode()
    with in_scope(here):
        assert record_of(kind_named("actors"), record.pk).trashed_at is None


@pytest.mark.parametrize("page", ["trash", "members", "search", "workspace"])
def test_lists_cost_the_same_for_one_and_three_rows(
    here: Workspace, owner: User, page: str, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    client, address = signed_in(owner), reverse(page, args=[here.slug]) + "?q=konepaja"

    def one_more() -> None:
        make_record("participations", workspace=here, actor=make_record("actors", workspace=here, name="Konepaja"))
        _trash(here, "participations", make_record("participations", workspace=here))
        make_record("tasks", workspace=here, due=date(2026, 1, 1), owner=make_record("contacts", workspace=here))
        make_member(here, Role.READER)
        signed_in_as(here, Role.GUEST)

    one_more()
    with django_assert_max_num_queries(len(kinds()) + 10) as first:
        client.get(address)
    one_more()
    one_more()
    with django_assert_num_queries(len(first)):
        client.get(address)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_statement_is_open_and_tells_what_to_do(language: str) -> None:
    with override(language):
        page = Client().get(reverse("accessibility"))
    assert page.status_code == 200
    said = page.content.decode()
    for needed in ("14", "Traficom", "saavutettavuusvaatimukset.fi", "306/2019", 'id="feedback"', "mailto:"):
        assert needed in said


def test_the_statement_is_made_from_the_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {
        "state": "partial",
        "checked": "2026-03-02",
        "views": 41,
        "violations": 1,
        "faults": [
            {"what": {"fi": "Kartta ei puhu.", "sv": "x", "en": "x"}, "why": {"fi": "Kesken.", "sv": "x", "en": "x"}}
        ],
    }
    results = tmp_path / "accessibility.json"
    results.write_text(json.dumps(found), encoding="utf-8")
    kept = accessibility.results.__wrapped__
    monkeypatch.setattr(accessibility, "results", lambda: kept(results))
    page = Client().get(reverse("accessibility")).content.decode()
    for said in ("osittain", "2.3.2026", "41", "Kartta ei puhu.", "Kesken."):
        assert said in page


@pytest.mark.parametrize("address", ["/fi/no-such-page/", "/sv/w/no-such/", "/en/public/not-a-uuid/actors/"])
def test_a_page_that_is_not_there_wears_our_look(address: str, owner: User) -> None:
    page = signed_in(owner).get(address)
    assert page.status_code == 404
    assert 'class="masthead"' in page.content.decode()


def test_a_fault_of_ours_is_said_without_a_trace(owner: User, here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("seutu.web.views.search.hits_by_kind", broken)
    client = signed_in(owner)
    client.raise_request_exception = False
    page = _search(client, here, "x")
    assert page.status_code == 500
    said = page.content.decode()
    assert "secret detail" not in said
    for language in ("fi", "sv", "en"):
        assert f'lang="{language}"' in said


@pytest.mark.parametrize("sort", ["--name", "-", "name__pk", "-website", "classes"])
def test_an_order_that_the_list_does_not_have_is_left_aside(owner: User, here: Workspace, sort: str) -> None:
    make_record("actors", workspace=here, name="Konepaja Oy")
    page = signed_in(owner).get(reverse("collection", args=[here.slug, "actors"]), {"sort": sort})
    assert page.status_code == 200
    assert "Konepaja Oy" in page.content.decode()


def test_home_holds_the_first_figures_of_its_place(owner: User) -> None:
    placed = make_workspace("Ylä-Savon Veturi", owner=owner, place_code="140")
    page = signed_in(owner).get(reverse("workspace", args=[placed.slug])).content.decode()
    assert page.count('class="number__label">Väkiluku, ') == 1
    assert "Koko maa" in page


@pytest.mark.parametrize("code", ["", "999"])
def test_home_without_a_place_that_stands_has_the_register_only(owner: User, code: str) -> None:
    page = signed_in(owner).get(
        reverse("workspace", args=[make_workspace("Verkosto", owner=owner, place_code=code).slug])
    )
    assert page.status_code == 200
    assert "Väkiluku" not in page.content.decode()
