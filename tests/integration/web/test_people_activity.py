"""The log shows every act with old and new values, undoes what can be undone, and refuses what would lose a change."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.records.enums import Operation
from seutu.apps.records.models import Activity, ActivityRow
from seutu.apps.records.operations import change_record, comment, remove_record, trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_person, make_record, make_workspace, signed_in, signed_in_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    return make_person(name="Omistaja Oulusta")


@pytest.fixture
def here(owner: User) -> Workspace:
    return make_workspace("Savon Kehitys", owner=owner)


def _change(here: Workspace, record: Any, by: User, **values: Any) -> int:
    """Change a record and return the number of the act."""
    with in_scope(here, person=by):
        kind = kind_named("actors")
        fresh = record_of(kind, record.pk)
        change_record(kind, fresh, values, version=fresh.version, by=by, at=NOON + timedelta(minutes=fresh.version))
    here.refresh_from_db()
    return here.head_sequence


def _act(here: Workspace, number: int) -> str:
    return reverse("act", args=[here.slug, number])


def _undo(client: Client, here: Workspace, number: int) -> Any:
    return client.post(reverse("act_undo", args=[here.slug, number]))


def test_an_act_shows_who_when_and_each_value_before_and_after(here: Workspace, owner: User) -> None:
    record = make_record("actors", workspace=here, name="Konepaja", by=owner)
    number = _change(here, record, owner, name="Konepaja Oy", municipality="140")
    page = signed_in(owner).get(_act(here, number)).content.decode()
    for said in ("Omistaja Oulusta", "Konepaja Oy", "Iisalmi", "<del>", "<ins>"):
        assert said in page
    assert "Iisalmi" not in signed_in(owner).get(_act(here, number - 1)).content.decode()


def test_references_are_named_not_numbered(here: Workspace, owner: User) -> None:
    record = make_record("actors", workspace=here, name="Konepaja")
    site = make_record("sites", workspace=here, actor=record)
    page = signed_in(owner).get(_act(here, 2))
    changes = page.context["history"][0]["changes"]
    assert "Konepaja" in [change["new"] for change in changes]
    assert str(record.pk) not in [change["new"] for change in changes]
    assert page.context["history"][0]["what"] == site.title


def test_undo_returns_the_old_values_and_is_itself_an_act(here: Workspace, owner: User) -> None:
    record = make_record("actors", workspace=here, name="Konepaja")
    number = _change(here, record, owner, name="Konepaja Oy")
    answer = _undo(signed_in(owner), here, number)
    assert answer.headers["Location"] == _act(here, number + 1)
    with in_scope(here):
        assert record_of(kind_named("actors"), record.pk).title == "Konepaja"
        assert Activity.objects.get(sequence=number + 1).operation == Operation.UNDO
    page = signed_in(owner).get(_act(here, number))
    assert page.context["page_actions"] == []
    assert _act(here, number + 1) in page.content.decode()


def test_undo_that_would_lose_a_later_change_is_refused_and_says_which(here: Workspace, owner: User) -> None:
    record = make_record("actors", workspace=here, name="Konepaja")
    first = _change(here, record, owner, name="Konepaja Oy")
    second = _change(here, record, owner, municipality="140")
    answer = _undo(signed_in(owner), here, first)
    assert answer.status_code == 409
    [conflict] = answer.context["conflicts"]
    assert conflict["title"] == "Konepaja Oy"
    assert conflict["since_url"] == _act(here, second)
    assert conflict["who"] == "Omistaja Oulusta"
    with in_scope(here):
        assert record_of(kind_named("actors"), record.pk).title == "Konepaja Oy"


def test_an_act_is_undone_once(here: Workspace, owner: User) -> None:
    record = make_record("actors", workspace=here)
    number = _change(here, record, owner, name="Toinen nimi")
    client = signed_in(owner)
    _undo(client, here, number)
    assert _undo(client, here, number).headers["Location"] == _act(here, number)
    with in_scope(here):
        assert Activity.objects.count() == number + 1


def test_an_addition_others_refer_to_is_not_undone(here: Workspace, owner: User) -> None:
    actor = make_record("actors", workspace=here)
    make_record("sites", workspace=here, actor=actor)
    answer = _undo(signed_in(owner), here, 1)
    assert answer.headers["Location"] == _act(here, 1)
    with in_scope(here):
        assert record_of(kind_named("actors"), actor.pk)


def test_a_removed_record_comes_back(here: Workspace, owner: User) -> None:
    record = make_record("actors", workspace=here, name="Konepaja")
    with in_scope(here, person=owner):
        kind = kind_named("actors")
        trash_record(kind, record_of(kind, record.pk), by=owner, at=NOON)
        remove_record(kind, record_of(kind, record.pk), by=owner, at=NOON)
    client = signed_in(owner)
    assert "Konepaja" in client.get(_act(here, 3)).content.decode()
    _undo(client, here, 3)
    with in_scope(here):
        assert record_of(kind_named("actors"), record.pk).title == "Konepaja"


def test_a_comment_is_not_undone(here: Workspace, owner: User) -> None:
    record = make_record("actors", workspace=here)
    with in_scope(here, person=owner):
        comment(kind_named("actors"), record, "Soitetaan maanantaina", by=owner, at=NOON)
    client = signed_in(owner)
    page = client.get(_act(here, 2))
    assert "Soitetaan maanantaina" in page.content.decode()
    assert page.context["page_actions"] == []
    assert _undo(client, here, 2).headers["Location"] == _act(here, 2)


@pytest.mark.parametrize("role", [Role.READER, Role.FUNDER, Role.GUEST])
def test_who_may_not_edit_may_not_undo(here: Workspace, owner: User, role: Role) -> None:
    record = make_record("actors", workspace=here)
    number = _change(here, record, owner, name="Toinen nimi")
    client = signed_in_as(here, role)
    assert client.get(_act(here, number)).context["page_actions"] == []
    assert _undo(client, here, number).status_code == 404


@pytest.mark.parametrize("role", [Role.FUNDER, Role.GUEST])
def test_the_log_keeps_personal_data_from_those_who_may_not_see_it(here: Workspace, owner: User, role: Role) -> None:
    actor = make_record("actors", workspace=here, by=owner)
    make_record("contacts", workspace=here, by=owner, actor=actor, name="Nimi Piilossa")
    client = signed_in_as(here, role)
    page = client.get(reverse("activity", args=[here.slug])).content.decode()
    assert actor.title in page
    assert "Nimi Piilossa" not in page
    assert "Omistaja Oulusta" not in page
    assert client.get(_act(here, 2)).status_code == 404
    assert client.get(_act(here, 1)).status_code == 200
    assert "Omistaja Oulusta" not in client.get(reverse("workspace", args=[here.slug])).content.decode()


@pytest.mark.parametrize("role", [Role.FUNDER, Role.GUEST, Role.READER])
def test_comments_and_the_names_of_members_are_only_for_those_who_may_see_personal_data(
    here: Workspace, owner: User, role: Role
) -> None:
    record = make_record("actors", workspace=here, name="Konepaja Oy", by=owner)
    with in_scope(here, person=owner):
        comment(kind_named("actors"), record, "Sovittiin puhelimessa.", by=owner, at=NOON)
    here.refresh_from_db()
    client = signed_in_as(here, role)
    pages = [_act(here, here.head_sequence), reverse("record", args=[here.slug, "actors", record.pk])]
    if role != Role.GUEST:
        pages.append(f"/api/v1/workspaces/{here.slug}/actors/{record.pk}/history/")
    for address in pages:
        shown = client.get(address).content.decode()
        for said in ("Sovittiin puhelimessa.", "Omistaja Oulusta"):
            assert (said in shown) == (role == Role.READER), (address, said)


@pytest.mark.parametrize("number", [0, 2, 99999999999999999999999])
def test_a_number_that_is_not_there(here: Workspace, owner: User, number: int) -> None:
    make_record("actors", workspace=here)
    client = signed_in(owner)
    assert client.get(_act(here, number)).status_code == 404
    assert _undo(client, here, number).status_code == 404


def test_the_act_of_another_workspace_is_not_reached(here: Workspace, owner: User) -> None:
    foreign = make_workspace()
    make_record("actors", workspace=foreign)
    client = signed_in(owner)
    assert client.get(_act(here, 1)).status_code == 404
    assert client.get(_act(foreign, 1)).status_code == 404
    assert _undo(client, foreign, 1).status_code == 404


def test_a_whole_chain_is_said_to_hold(here: Workspace, owner: User) -> None:
    make_record("actors", workspace=here)
    page = signed_in(owner).get(reverse("activity", args=[here.slug]) + "?check=1")
    assert page.context["check"]["tone"] == "good"


def test_a_row_edited_past_the_service_is_found(here: Workspace, owner: User) -> None:
    make_record("actors", workspace=here, name="Konepaja")
    with in_scope(here):
        ActivityRow.objects.update(values={"name": [None, "Toinen"]})
    check = signed_in(owner).get(reverse("activity", args=[here.slug]) + "?check=1").context["check"]
    assert check["tone"] == "alarm"
    assert check["points"]


def test_guests_do_not_start_the_check(here: Workspace) -> None:
    make_record("actors", workspace=here)
    page = signed_in_as(here, Role.GUEST).get(reverse("activity", args=[here.slug]) + "?check=1")
    assert page.context["check"] is None


@pytest.mark.parametrize("page", ["activity", "workspace"])
def test_more_acts_do_not_cost_more_queries(
    here: Workspace, owner: User, page: str, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    client, address = signed_in(owner), reverse(page, args=[here.slug])
    make_record("actors", workspace=here, by=owner)
    with django_assert_max_num_queries(40) as one:
        client.get(address)
    for _number in range(2):
        make_record("actors", workspace=here, by=make_person())
    with django_assert_num_queries(len(one)):
        client.get(address)
