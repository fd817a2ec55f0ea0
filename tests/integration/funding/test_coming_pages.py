"""The page of what comes, its few on other pages, its file, and the link that a calendar follows."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import icalendar
import pytest
import vobject
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import ApiToken, User, Workspace
from seutu.apps.accounts.operations import end_membership, set_role
from seutu.apps.accounts.token_operations import make_token
from seutu.apps.records.models import ActivityRow
from seutu.apps.records.operations import trash_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.config.logs import without_secrets
from seutu.web.views import coming_calendar
from tests.integration.factories import NOON, guest_of, make_member, make_record, make_workspace, signed_in
from tests.integration.funding.coming_days import Days, make_days

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Mine")


@pytest.fixture
def days(here: Workspace) -> Days:
    return make_days(here)


def coming_of(client: Client, slug: str, query: str = "", language: str = "en") -> Any:
    return client.get(reverse("coming", args=[slug]).replace("/fi/", f"/{language}/") + query)


def said(client: Client, slug: str, query: str = "") -> str:
    answer = coming_of(client, slug, query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def link_of(client: Client, slug: str, query: str = "") -> str:
    answer = client.post(reverse("coming_link", args=[slug]) + query)
    assert answer.status_code == 200
    return str(answer.context["calendar_url"])


def events(content: bytes) -> dict[str, str]:
    """Return the state of each event by its name, when two parsers agree on them."""
    first = {str(each["uid"]): str(each["status"]) for each in icalendar.Calendar.from_ical(content).walk("VEVENT")}
    read = vobject.readOne(content.decode())
    assert {each.uid.value: each.status.value for each in read.contents.get("vevent", [])} == first
    return first


def name_of(days: Days, kind: str, column: str) -> str:
    return f"{days.records[kind].pk}.{column}@{kind}.seutu"


def test_the_answer_stands_in_a_sentence(here: Workspace) -> None:
    client = signed_in(make_member(here))
    assert "Nothing is late and nothing is coming up." in said(client, here.slug)
    with in_scope(here):
        today = timezone.localdate()
        make_record("tasks", name="Soita", due=today - timedelta(days=1), member="member@example.org")
    assert "1 thing is late, nothing comes within 30 days." in said(client, here.slug)
    with in_scope(here):
        make_record("tasks", name="Kirjoita", due=today + timedelta(days=30), member="member@example.org")
        make_record("tasks", name="Kokoa", due=today + timedelta(days=31), member="member@example.org")
    page = said(client, here.slug)
    assert "1 thing is late, 1 comes within 30 days." in page
    assert [page.index(f">{each}</a>") for each in ("Soita", "Kirjoita", "Kokoa")] == sorted(
        page.index(f">{each}</a>") for each in ("Soita", "Kirjoita", "Kokoa")
    )
    assert [page.count(f'<h2 id="group-{each}"') for each in ("late", "this_week", "month", "later")] == [1, 0, 1, 1]


def test_filters_narrow_and_can_be_taken_away(here: Workspace, days: Days) -> None:
    make_days(here, mark="Toinen ")
    client = signed_in(make_member(here))
    everything = said(client, here.slug)
    assert ">Kartoitus</a>" in everything
    assert ">Toinen Kartoitus</a>" in everything
    for query in (f"?programme={days.programme.pk}", f"?project={days.project.pk}"):
        page = said(client, here.slug, query)
        assert ">Kartoitus</a>" in page
        assert ">Toinen Kartoitus</a>" not in page
        assert 'class="chip" href="?"' in page
    page = said(client, here.slug, "?whose=kehitysyhti%C3%B6")
    assert ">Kartoitus</a>" in page
    assert ">Raportti</a>" not in page
    assert "Responsible: Kehitysyhtiö" in page
    assert "Nothing matches these filters" in said(client, here.slug, "?whose=Nobody")


@pytest.mark.parametrize("name", ["programme", "project"])
def test_a_programme_or_project_that_is_not_here_is_not_there(name: str, here: Workspace) -> None:
    other = make_days(make_workspace("Other"))
    foreign = {"programme": other.programme.pk, "project": other.project.pk}[name]
    client = signed_in(make_member(here))
    for value in ("nonsense", uuid4(), foreign):
        assert coming_of(client, here.slug, f"?{name}={value}").status_code == 404
        assert client.get(reverse("coming_file", args=[here.slug]) + f"?{name}={value}").status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_who_sees_what(role: Role, here: Workspace, days: Days) -> None:
    client = guest_of(here) if role == Role.GUEST else signed_in(make_member(here, role))
    page = said(client, here.slug)
    assert ">Haku</a>" in page
    assert (">Kartoitus</a>" in page) == (role != Role.FUNDER)
    assert (">Soitto</a>" in page) == (role not in {Role.FUNDER, Role.GUEST})
    takes = role not in {Role.FUNDER, Role.GUEST}
    assert (reverse("coming_file", args=[here.slug]).replace("/fi/", "/en/") in page) == takes
    assert client.get(reverse("coming_file", args=[here.slug])).status_code == (200 if takes else 404)
    assert client.post(reverse("coming_link", args=[here.slug])).status_code == (200 if takes else 404)
    if role == Role.FUNDER:
        assert coming_of(client, here.slug, f"?project={days.project.pk}").status_code == 404


def test_a_long_list_has_pages_that_keep_the_filters(here: Workspace) -> None:
    with in_scope(here):
        for number in range(51):
            due = timezone.localdate() + timedelta(days=number)
            make_record("tasks", name=f"Tehtävä {number}.", due=due, member="member@example.org")
    client = signed_in(make_member(here))
    first = said(client, here.slug, "?whose=member@example.org")
    assert "Tehtävä 50." not in first
    assert "whose=member%40example.org&amp;page=2" in first
    assert "Tehtävä 50." in said(client, here.slug, "?whose=member@example.org&page=2")


def test_the_pages_of_a_project_and_a_programme_show_the_next_five(here: Workspace, days: Days) -> None:
    client = signed_in(make_member(here))
    for name, key, query in (
        ("project", days.project.pk, f"?project={days.project.pk}"),
        ("programme", days.programme.pk, f"?programme={days.programme.pk}"),
    ):
        answer = client.get(reverse(name, args=[here.slug, key]))
        assert len(answer.context["coming"]["rows"]) == 5
        address = reverse("coming", args=[here.slug]) + query
        assert f'href="{address}"' in answer.content.decode()
        assert client.get(address).status_code == 200


def test_home_shows_what_is_late_in_the_plans(here: Workspace) -> None:
    client = signed_in(make_member(here))
    home = reverse("workspace", args=[here.slug])
    assert client.get(home).context["late"] is None
    make_days(here, ahead=-2)
    late = client.get(home).context["late"]
    assert len(late["table"]["rows"]) == 5
    assert signed_in(make_member(here, Role.FUNDER)).get(home).context["late"] is None


@pytest.mark.parametrize("name", ["coming", "coming_file", "workspace"])
def test_queries_do_not_grow_with_rows(name: str, here: Workspace) -> None:
    client = signed_in(make_member(here))
    counts = []
    for ahead in (3, 3, -3, -3):
        make_days(here, ahead=ahead)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(name, args=[here.slug])).getvalue()
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[2] == counts[3]
    assert max(counts) <= 60


def test_the_file_is_a_calendar_of_what_the_page_shows(here: Workspace, days: Days) -> None:
    client = signed_in(make_member(here))
    answer = client.get(reverse("coming_file", args=[here.slug]) + f"?project={days.project.pk}")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert f'filename="seutu-{timezone.localdate().isoformat()}.ics"' in answer.headers["Content-Disposition"]
    content = answer.getvalue()
    found = events(content)
    assert found[name_of(days, "project-tasks", "end")] == "CONFIRMED"
    assert name_of(days, "calls", "closes") not in found
    [url] = {
        str(each["url"])
        for each in icalendar.Calendar.from_ical(content).walk("VEVENT")
        if str(each["uid"]) == name_of(days, "instalments", "due")
    }
    assert url == "http://testserver" + reverse(
        "record", args=[here.slug, "instalments", days.records["instalments"].pk]
    )


def test_a_link_is_shown_once_and_opens_the_calendar_without_signing_in(here: Workspace, days: Days) -> None:
    person = make_member(here)
    client = signed_in(person)
    link = link_of(client, here.slug)
    assert link.startswith("http://testserver/fi/calendar/seutu_")
    assert link not in said(client, here.slug)
    token = ApiToken.objects.get()
    assert token.digest not in link
    assert (token.person, token.workspace, token.role) == (person, here, Role.READER)
    answer = Client().get(link)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer.headers["Cache-Control"]
    assert events(answer.content)[name_of(days, "tasks", "due")] == "CONFIRMED"
    token.refresh_from_db()
    assert token.last_used_at is not None
    with in_scope(here):
        trash_record(kind_named("tasks"), days.records["tasks"], by=None, at=NOON)
        assert ActivityRow.objects.filter(kind="api-tokens", record_id=token.pk).count() == 1
    assert events(Client().get(link).content)[name_of(days, "tasks", "due")] == "CANCELLED"


@pytest.mark.parametrize(("language", "said"), [("fi", "tehtävän määräpäivä"), ("sv", "uppgiften ska vara klar")])
def test_a_link_speaks_the_language_it_was_made_in(here: Workspace, days: Days, language: str, said: str) -> None:
    client = signed_in(make_member(here))
    address = reverse("coming_link", args=[here.slug]).replace("/fi/", f"/{language}/")
    link = client.post(address).context["calendar_url"]
    for asked in ("en", "fi", "sv"):
        content = Client(headers={"Accept-Language": asked}).get(link).content.decode().replace("\r\n ", "")
        assert said in content


def test_the_page_of_a_new_link_leads_back_when_it_is_asked_again(here: Workspace, days: Days) -> None:
    client = signed_in(make_member(here))
    query = f"?project={days.project.pk}"
    answer = client.get(reverse("coming_link", args=[here.slug]) + query)
    assert answer.headers["Location"] == reverse("coming", args=[here.slug]) + query
    assert not ApiToken.objects.exists()


def test_a_link_keeps_the_filters_it_was_made_with(here: Workspace, days: Days) -> None:
    make_days(here, mark="Toinen ")
    link = link_of(signed_in(make_member(here)), here.slug, f"?project={days.project.pk}")
    found = events(Client().get(link).content)
    assert name_of(days, "project-tasks", "end") in found
    assert len([each for each in found if each.endswith("@project-tasks.seutu")]) == 1
    with in_scope(here):
        trash_record(kind_named("projects"), days.project, by=None, at=NOON)
    assert set(events(Client().get(link).content).values()) == {"CANCELLED"}


def test_a_link_opens_nothing_else(here: Workspace) -> None:
    link = link_of(signed_in(make_member(here, Role.OWNER)), here.slug)
    secret = link.split("/")[-2]
    api = f"/api/v1/workspaces/{here.slug}/actors/"
    for held in (secret, ApiToken.objects.get().digest):
        assert Client().get(api, headers={"Authorization": f"Bearer {held}"}).status_code == 401
    assert Client().post(link).status_code == 405
    assert Client().head(link).status_code == 200


def test_a_key_to_the_interface_does_not_open_the_calendar(here: Workspace) -> None:
    person = make_member(here)
    _token, secret = make_token(
        person=person, workspace=here, label="portal", role=Role.OWNER, days=30, at=timezone.now()
    )
    assert Client().get(reverse("calendar_feed", args=[secret])).status_code == 404
    assert Client().get(reverse("calendar_feed", args=["seutu_wrong"])).status_code == 404


def test_a_link_ends_with_the_membership_by_revoking_and_by_age(here: Workspace, days: Days) -> None:
    def made() -> tuple[User, Client, str]:
        person = make_member(here)
        client = signed_in(person)
        return person, client, link_of(client, here.slug)

    person, _client, link = made()
    end_membership(workspace=here, person=person)
    assert Client().get(link).status_code == 404
    person, client, link = made()
    client.post(reverse("token_revoke", args=[ApiToken.objects.get(person=person).pk]))
    assert Client().get(link).status_code == 404
    person, _client, link = made()
    ApiToken.objects.filter(person=person).update(expires_at=timezone.now())
    assert Client().get(link).status_code == 404
    person, _client, link = made()
    person.is_active = False
    person.save()
    assert Client().get(link).status_code == 404


def test_a_link_sees_what_the_role_of_its_person_sees_now(here: Workspace, days: Days) -> None:
    person = make_member(here, Role.FACILITATOR)
    link = link_of(signed_in(person), here.slug)
    assert name_of(days, "tasks", "due") in events(Client().get(link).content)
    set_role(workspace=here, person=person, role=Role.FUNDER)
    assert Client().get(link).status_code == 404


def test_a_link_is_asked_so_many_times_in_a_minute(here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coming_calendar, "WINDOW_SECONDS", 86_400)
    monkeypatch.setattr(coming_calendar, "LINK_LIMIT", 2)
    monkeypatch.setattr(coming_calendar, "WRONG_LIMIT", 1)
    link = link_of(signed_in(make_member(here)), here.slug)
    answers = [Client().get(link) for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert 0 < int(answers[2].headers["Retry-After"]) <= 86_400
    wrong = reverse("calendar_feed", args=["seutu_wrong"])
    assert [Client(REMOTE_ADDR="192.0.2.9").get(wrong).status_code for _ in range(2)] == [404, 429]


def test_the_secret_of_a_link_is_not_in_the_log() -> None:
    assert without_secrets("GET /fi/calendar/seutu_abc-DEF/coming.ics?project=1") == (
        "GET /fi/calendar/…/coming.ics?project=1"
    )
