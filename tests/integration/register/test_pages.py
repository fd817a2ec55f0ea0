"""The register's own pages: who may open them, and that they do what they say."""

import io
import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.worker import Worker
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import change_record, trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.privacy_marks import MARKER
from seutu.web.register_links import SEEN
from tests.integration.factories import NOON, make_member, make_person, make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db
ACTORS, CONTACTS, TASKS = kind_named("actors"), kind_named("contacts"), kind_named("tasks")
WRITERS = {Role.OWNER, Role.FACILITATOR, Role.CONTRIBUTOR}
READERS = WRITERS | {Role.READER}


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Savon Kehitys", owner=make_person())


@pytest.fixture
def owner(here: Workspace) -> Client:
    return signed_in_as(here, Role.OWNER)


def url(name: str, here: Workspace, *args: Any) -> str:
    return reverse(name, args=[here.slug, *(getattr(each, "pk", each) for each in args)])


@pytest.mark.parametrize("role", list(Role))
def test_each_page_opens_for_the_roles_it_is_for(here: Workspace, role: Role) -> None:
    first, second = (make_record("actors", workspace=here, name=name) for name in ("Savogrow", "SavoGrow Oy"))
    contact = make_record("contacts", workspace=here, actor=first)
    pages = {
        url("review", here): WRITERS,
        url("merge_choose", here, first): WRITERS,
        url("merge", here, first, second): WRITERS,
        url("handovers", here): READERS,
        url("handovers_file", here): READERS,
        url("hand_over", here, contact): WRITERS,
        url("person_data", here, contact): {Role.OWNER},
        url("person_erase", here, contact): {Role.OWNER},
    }
    client = signed_in_as(here, role)
    answers = {page: client.get(page).status_code for page in pages}
    assert answers == {page: 200 if role in roles else 404 for page, roles in pages.items()}


def test_another_workspace_s_records_are_not_there(here: Workspace, owner: Client) -> None:
    mine = make_record("actors", workspace=here)
    theirs = make_record("contacts", workspace=make_workspace())
    other = theirs.actor_id  # type: ignore[attr-defined]
    for page in (
        url("merge", here, mine, other),
        url("merge", here, other, mine),
        url("merge_choose", here, other),
        url("hand_over", here, theirs),
        url("person_data", here, theirs),
        url("person_erase", here, theirs),
    ):
        assert owner.get(page).status_code == 404
    assert owner.post(url("review_apart", here, mine, other)).status_code == 404


def test_saving_an_actor_that_looks_like_another_says_so(here: Workspace, owner: Client) -> None:
    known = make_record("actors", workspace=here, name="MikroGrow <b>")
    sent = {"name": "Microgrow b", "description": "Kirjoitettu teksti"}
    answer = owner.post(url("record_new", here, "actors"), sent)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert url("record", here, "actors", known) in text
    assert "MikroGrow &lt;b&gt;</a>" in text
    assert "Kirjoitettu teksti" in text
    with in_scope(here):
        assert not ACTORS.model.objects.filter(name="Microgrow b").exists()
    seen = {SEEN: answer.context["alike"]["seen"]}
    assert owner.post(url("record_new", here, "actors"), {**sent, **seen}).status_code == 302
    with in_scope(here):
        added = ACTORS.model.objects.get(name="Microgrow b")
    changed = {"name": "Microgrow b", "website": "https://esimerkki.example", "version": added.version}
    assert owner.post(url("record_edit", here, "actors", added), changed).status_code == 302


def test_another_likeness_than_the_one_seen_is_asked_about(here: Workspace, owner: Client) -> None:
    known = make_record("actors", workspace=here, name="Savogrow Oy")
    make_record("actors", workspace=here, name="Metsäkone Oy", business_id="0112038-9")
    sent = {"name": "Sorvaamo Ky", "business_id": "0112038-9", SEEN: str(known.pk)}
    answer = owner.post(url("record_new", here, "actors"), sent)
    assert answer.status_code == 409
    assert "Metsäkone Oy" in answer.content.decode()


def test_a_name_changed_to_that_of_another_is_asked_about_before_saving(here: Workspace, owner: Client) -> None:
    make_record("actors", workspace=here, name="Savogrow Oy")
    mine = make_record("actors", workspace=here, name="Metsäkone Oy")
    sent = {"name": "SavoGrow Ab", "version": mine.version}
    answer = owner.post(url("record_edit", here, "actors", mine), sent)
    assert answer.status_code == 409
    with in_scope(here):
        assert record_of(ACTORS, mine.pk).title == "Metsäkone Oy"
    sent[SEEN] = answer.context["alike"]["seen"]
    assert owner.post(url("record_edit", here, "actors", mine), sent).status_code == 302
    with in_scope(here):
        assert record_of(ACTORS, mine.pk).title == "SavoGrow Ab"


@pytest.mark.django_db(transaction=True)
def test_a_large_register_is_compared_as_a_job(here: Workspace, owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seutu.apps.register.comparing.AT_ONCE", 2)
    first, second = (make_record("actors", workspace=here, name=name) for name in ("Savogrow Oy", "SavoGrow Ab"))
    third = make_record("actors", workspace=here, name="Savo Grow")
    compare = url("review_compare", here)
    page = owner.get(url("review", here)).content.decode()
    assert compare in page
    assert url("merge", here, first, second) not in page
    job = owner.post(compare).headers["Location"]
    assert owner.post(compare).headers["Location"] == job
    assert job in owner.get(url("review", here)).content.decode()
    Worker().turn_once()
    assert url("review", here) in owner.get(job).content.decode()
    assert len(owner.get(url("review", here)).context["table"]["rows"]) == 3
    owner.post(url("review_apart", here, first, second))
    with in_scope(here):
        trash_record(ACTORS, record_of(ACTORS, third.pk), by=None, at=NOON)
    make_record("actors", workspace=here, name="Sorvaamo Ky")
    left = owner.get(url("review", here))
    assert left.context["table"]["rows"] == []
    assert compare in left.content.decode()


def test_review_compare_merge_undo(here: Workspace, owner: Client) -> None:
    stays = make_record("actors", workspace=here, name="Savogrow Oy", at=NOON - timedelta(days=1))
    goes = make_record("actors", workspace=here, name="SavoGrow Ab", website="https://savogrow.example")
    contact = make_record("contacts", workspace=here, actor=goes)
    compare = url("merge", here, stays, goes)
    assert compare in owner.get(url("review", here)).content.decode()
    page = owner.get(compare).content.decode()
    assert "https://savogrow.example" in page
    form = {"version_stays": stays.version, "version_goes": goes.version, "name": "goes"}
    answer = owner.post(compare, form)
    with in_scope(here):
        merged: Any = record_of(ACTORS, stays.pk)
        assert (merged.name, merged.website) == ("SavoGrow Ab", "https://savogrow.example")
        assert record_of(CONTACTS, contact.pk).actor_id == stays.pk  # type: ignore[attr-defined]
        sequence = Activity.objects.order_by("-sequence").first().sequence  # type: ignore[union-attr]
    assert answer.headers["Location"] == url("act", here, sequence)
    assert owner.get(url("record", here, "actors", stays)).context["notices"]
    assert owner.get(url("record", here, "actors", goes)).context["notices"]
    owner.post(url("act_undo", here, sequence))
    with in_scope(here):
        assert record_of(ACTORS, goes.pk).trashed_at is None
    assert not owner.get(url("record", here, "actors", stays)).context["notices"]


@pytest.mark.parametrize("sent", ["stale", "", "x", "9" * 40])
def test_a_merge_of_what_was_not_seen_is_refused(here: Workspace, owner: Client, sent: str) -> None:
    stays, goes = (make_record("actors", workspace=here, name=name) for name in ("Savogrow", "SavoGrow Oy"))
    with in_scope(here):
        change_record(ACTORS, goes, {"description": "Uusi"}, version=goes.version, by=None, at=NOON)
    version = str(goes.version) if sent == "stale" else sent
    answer = owner.post(url("merge", here, stays, goes), {"version_stays": stays.version, "version_goes": version})
    assert answer.status_code == 409
    with in_scope(here):
        assert record_of(ACTORS, goes.pk).trashed_at is None


def test_a_pair_told_apart_leaves_the_review(here: Workspace, owner: Client) -> None:
    first, second = (make_record("actors", workspace=here, name=name) for name in ("Savogrow", "SavoGrow Oy"))
    assert len(owner.get(url("review", here)).context["table"]["rows"]) == 1
    owner.post(url("review_apart", here, first, second))
    assert owner.get(url("review", here)).context["table"]["rows"] == []


def test_the_search_for_another_actor_finds_by_name(here: Workspace, owner: Client) -> None:
    first = make_record("actors", workspace=here, name="Savogrow")
    other = make_record("actors", workspace=here, name="Aivan Muu Oy")
    page = url("merge_choose", here, first)
    assert url("merge", here, first, other) not in owner.get(page).content.decode()
    assert url("merge", here, first, other) in owner.get(page, {"q": "aivan"}).content.decode()


def test_a_hand_over_to_a_new_person(here: Workspace, owner: Client) -> None:
    leaving = make_record("contacts", workspace=here, name="Yhteyshenkilö 1", role="neuvoja")
    waiting = make_record("tasks", workspace=here, name="Soita", owner=leaving, member=None)
    page = url("hand_over", here, leaving)
    assert "Soita" in owner.get(page).content.decode()
    form = {"version": leaving.version, "successor": "new", "active_to": "1.3.2026", "name": "Yhteyshenkilö 2"}
    assert owner.post(page, {**form, "name": ""}).status_code == 422
    assert owner.post(page, {**form, "active_to": "32.3.2026"}).status_code == 422
    assert owner.post(page, {**form, "version": leaving.version - 1}).status_code == 422
    assert owner.post(page, form).status_code == 302
    with in_scope(here):
        following = CONTACTS.model.objects.get(name="Yhteyshenkilö 2")
        assert record_of(TASKS, waiting.pk).owner_id == following.pk  # type: ignore[attr-defined]
    assert owner.post(page, form).status_code == 422
    sheet = load_workbook(io.BytesIO(b"".join(owner.get(url("handovers_file", here))))).worksheets[0]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["Yhteyshenkilö 1"]


def test_a_hand_over_to_a_contact_of_the_same_actor_only(here: Workspace, owner: Client) -> None:
    leaving: Any = make_record("contacts", workspace=here, name="Yhteyshenkilö 1")
    same = make_record("contacts", workspace=here, name="Yhteyshenkilö 2", actor=leaving.actor_id)
    other = make_record("contacts", workspace=here, name="Yhteyshenkilö 3")
    form = {"version": leaving.version, "active_to": "1.3.2026"}
    page = url("hand_over", here, leaving)
    assert owner.post(page, {**form, "successor": str(other.pk)}).status_code == 422
    assert owner.post(page, {**form, "successor": str(same.pk)}).status_code == 302


def test_what_waits_for_a_hand_over_is_shown(here: Workspace, owner: Client) -> None:
    gone = make_record("contacts", workspace=here, active_to=timezone.localdate() - timedelta(days=2))
    make_record("tasks", workspace=here, name="Soita", owner=gone, member=None)
    ended, ownerless, done = owner.get(url("handovers", here)).context["tables"]
    assert [len(each["rows"]) for each in (ended, ownerless, done)] == [1, 1, 0]


def test_an_owner_hands_out_and_erases_a_person(here: Workspace, owner: Client) -> None:
    contact = make_record("contacts", workspace=here, name="Yksi Testinen", email="yksi@esimerkki.example")
    make_record("meetings", workspace=here, subject="Sovittu Yksi Testisen kanssa")
    data = json.loads(b"".join(owner.get(url("person_data", here, contact))))
    assert [each["text"] for each in data["mentions"]] == ["Sovittu Yksi Testisen kanssa"]
    page = url("person_erase", here, contact)
    assert "Sovittu Yksi Testisen kanssa" in owner.get(page).content.decode()
    assert owner.post(page).status_code == 302
    with in_scope(here):
        assert record_of(CONTACTS, contact.pk).title == MARKER
        assert kind_named("meetings").model.objects.get().title == f"Sovittu {MARKER} kanssa"


def test_a_member_is_not_erased(here: Workspace, owner: Client) -> None:
    make_member(here, Role.READER, email="yksi@esimerkki.example")
    contact = make_record("contacts", workspace=here, name="Yksi Testinen", email="yksi@esimerkki.example")
    page = url("person_erase", here, contact)
    assert owner.get(page).context["member"]
    assert owner.post(page).status_code == 409
    with in_scope(here):
        assert record_of(CONTACTS, contact.pk).title == "Yksi Testinen"
