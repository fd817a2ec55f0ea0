"""The schedule of a project: quarters, faults, and a shift that is proposed first and made only when confirmed."""

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User
from seutu.apps.programmes.models import Assignment, ProjectTask, Result, WorkPackage
from seutu.apps.records.models import Activity, OwnedRecord
from seutu.apps.records.operations import change_record, create_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_member, make_record, make_workspace, signed_in
from tests.integration.programmes.glow import Glow, make_glow

pytestmark = pytest.mark.django_db


@pytest.fixture
def glow() -> Glow:
    return make_glow(make_workspace("Savon Kehitys"))


@pytest.fixture
def member(glow: Glow) -> User:
    return make_member(glow.workspace, Role.CONTRIBUTOR)


@pytest.fixture
def client(member: User) -> Client:
    return signed_in(member)


def address(glow: Glow, name: str = "project_schedule") -> str:
    return reverse(name, args=[glow.workspace.slug, glow.project.pk]).replace("/fi/", "/en/")


def said(client: Client, glow: Glow) -> str:
    return str(client.get(address(glow)).content.decode())


def proposed(client: Client, glow: Glow, **asked: Any) -> str:
    answer = client.get(address(glow, "project_shift"), {"part": "1", "months": "4", "days": "", **asked})
    assert answer.status_code == 200
    return str(answer.content.decode())


def seen_in(page: str) -> str:
    found = re.search(r'name="seen" value="(\w+)"', page)
    assert found
    return found[1]


def dates(glow: Glow) -> dict[str, tuple[date | None, date | None]]:
    with in_scope(glow.workspace):
        records = [*WorkPackage.objects.all(), *ProjectTask.objects.all()]
        return {each.number: (each.start, each.end) for each in records}


def changed(glow: Glow, kind_name: str, record: OwnedRecord, **values: Any) -> None:
    with in_scope(glow.workspace):
        kind = kind_named(kind_name)
        fresh = record_of(kind, record.pk)
        change_record(kind, fresh, values, version=fresh.version, by=None, at=NOON)


def test_the_plan_of_the_documents_takes_ten_quarters(client: Client, glow: Glow) -> None:
    page = said(client, glow)
    assert "10 quarters, Q3/2021–Q4/2023. The project runs 1.9.2021–31.12.2023. 20 parts have dates." in page
    titles = re.findall(r'<abbr title="(Q\d/\d{4})">', page)
    assert titles == [f"Q{q}/{y}" for y in (2021, 2022, 2023) for q in (1, 2, 3, 4)][2:]
    assert 'scope="colgroup" colspan="2" class="gantt__year">2021<' in page
    assert page.count('class="gantt__bar"') == 20
    # Package 1: from the 63rd day of Q3/2021 (of 92) to the end of the second of ten quarters.
    assert 'x="6.739%" width="13.261%"' in page
    assert "1.9.–31.12.2021; results 1 (31.12.2021)" in page


def test_a_shift_of_package_one_proposes_the_dates_of_what_waits_and_moves_nothing(client: Client, glow: Glow) -> None:
    before = dates(glow)
    page = proposed(client, glow)
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", page.split('id="proposed-moves"')[1].split("</table>")[0], re.DOTALL)
    told = ["|".join(part.strip() for part in re.findall(r">([^<>]+)<", row) if part.strip()) for row in rows[1:]]
    assert told == [
        "1 Lähtötilanne|1.9.2021|1.1.2022|31.12.2021|30.4.2022|you shift it",
        "1.1 Tehtävä 1.1|1.9.2021|1.1.2022|30.9.2021|31.1.2022|it belongs to 1",
        "1.2 Tehtävä 1.2|1.10.2021|1.2.2022|31.10.2021|28.2.2022|it belongs to 1",
        "1.3 Tehtävä 1.3|1.11.2021|1.3.2022|30.11.2021|31.3.2022|it belongs to 1",
        "1.4 Tehtävä 1.4|1.12.2021|1.4.2022|31.12.2021|30.4.2022|it belongs to 1",
        "2 Verkoston rakentaminen|1.1.2022|1.5.2022|30.9.2022|31.1.2023|it waits for 1",
        "2.1 Tehtävä 2.1|1.1.2022|1.5.2022|31.3.2022|31.7.2022|it belongs to 2",
        "2.2 Tehtävä 2.2|1.4.2022|1.8.2022|31.5.2022|30.9.2022|it belongs to 2",
        "2.3 Tehtävä 2.3|1.6.2022|1.10.2022|31.7.2022|30.11.2022|it belongs to 2",
        "2.4 Tehtävä 2.4|1.8.2022|1.12.2022|30.9.2022|31.1.2023|it belongs to 2",
        "3 Kokeilut yrityksissä|1.11.2022|1.2.2023|30.6.2023|30.9.2023|it waits for 2",
        "3.1 Tehtävä 3.1|1.11.2022|1.2.2023|31.1.2023|30.4.2023|it belongs to 3",
        "3.2 Tehtävä 3.2|1.2.2023|1.5.2023|30.4.2023|31.7.2023|it belongs to 3",
        "3.3 Tehtävä 3.3|1.5.2023|1.8.2023|30.6.2023|30.9.2023|it belongs to 3",
        "Result 1 Tulos 1|–|–|31.12.2021|30.4.2022|it belongs to 1",
        "Result 2 Tulos 2|–|–|30.9.2022|31.1.2023|it belongs to 2",
        "Result 3 Tulos 3|–|–|30.6.2023|30.9.2023|it belongs to 3",
    ]
    assert "1 Lähtötilanne would move, and 16 other parts. Nothing has been moved yet." in page
    assert dates(glow) == before


def test_the_moves_are_made_in_one_act_that_can_be_undone(client: Client, glow: Glow, member: User) -> None:
    before = dates(glow)
    with in_scope(glow.workspace):
        acts = Activity.objects.count()
    seen = seen_in(proposed(client, glow))
    sent = {"part": "1", "months": "4", "days": "0", "seen": seen}
    answer = client.post(address(glow, "project_shift"), sent, follow=True)
    assert "17 parts were moved." in answer.content.decode()
    after = dates(glow)
    assert after["1"] == (date(2022, 1, 1), date(2022, 4, 30))
    assert after["3.3"] == (date(2023, 8, 1), date(2023, 9, 30))
    assert {number for number in after if after[number] == before[number]} == {"4", "4.1", "4.2", "10", "10.1", "10.2"}
    with in_scope(glow.workspace):
        assert Result.objects.get(number="1").due == date(2022, 4, 30)
        assert Activity.objects.count() == acts + 1
        entry = Activity.objects.first()
    assert entry is not None
    assert (entry.record_count, entry.person) == (17, member)
    client.post(reverse("act_undo", args=[glow.workspace.slug, entry.sequence]))
    assert dates(glow) == before


def test_people_with_days_of_their_own_move_with_their_package(client: Client, glow: Glow) -> None:
    days = {"start": date(2021, 10, 1), "end": date(2021, 12, 31)}
    with in_scope(glow.workspace):
        make_record("assignments", work_package=glow.packages["1"], role="asiantuntija", **days)
        make_record("assignments", work_package=glow.packages["1"], role="assistentti")
    page = proposed(client, glow)
    assert "asiantuntija" in page
    assert "assistentti" not in page
    client.post(address(glow, "project_shift"), {"part": "1", "months": "4", "seen": seen_in(page)})
    with in_scope(glow.workspace):
        moved = Assignment.objects.get(role="asiantuntija")
    assert (moved.start, moved.end) == (date(2022, 2, 1), date(2022, 4, 30))


def _rename_a_task(glow: Glow) -> None:
    changed(glow, "project-tasks", glow.tasks["4.2"], name="Uusi nimi")


def _add_a_task(glow: Glow) -> None:
    with in_scope(glow.workspace):
        values = {"work_package": glow.packages["4"].pk, "number": "4.3", "name": "Lisätty"}
        create_record(kind_named("project-tasks"), values, by=None, at=NOON)


def _prolong_the_project(glow: Glow) -> None:
    changed(glow, "projects", glow.project, end=date(2024, 3, 31))


@pytest.mark.parametrize("meanwhile", [_rename_a_task, _add_a_task, _prolong_the_project])
def test_a_plan_changed_since_the_proposal_is_not_moved_but_shown_anew(
    client: Client, glow: Glow, meanwhile: Any
) -> None:
    before = {number: dates(glow)[number] for number in ("1", "2.1", "3")}
    seen = seen_in(proposed(client, glow))
    meanwhile(glow)
    sent = {"part": "1", "months": "4", "days": "0", "seen": seen}
    answer = client.post(address(glow, "project_shift"), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody changed the plan after you saw the proposal. Nothing was moved." in page
    assert {number: dates(glow)[number] for number in before} == before
    assert client.post(address(glow, "project_shift"), {**sent, "seen": seen_in(page)}).status_code == 302
    assert dates(glow)["1"] == (date(2022, 1, 1), date(2022, 4, 30))


def test_what_a_shift_would_break_is_told(client: Client, glow: Glow) -> None:
    page = proposed(client, glow, months="10")
    assert "10 does not stay within the dates of the project." in page
    earlier = proposed(client, glow, part="2", months="\u22122")
    assert "2 starts before 1 has ended, although it waits for it." in earlier
    task = proposed(client, glow, part="2.4", months="", days="5")
    assert "2.4 does not stay within the dates of work package 2." in task


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"months": "", "days": ""}, "Write by how many months or days it is shifted."),
        ({"months": "kaksi"}, "Write a whole number, for example 4."),
        ({"months": "1000000"}, "120"),
        ({"part": "77"}, "77"),
    ],
)
def test_a_shift_that_cannot_be_read_is_told(client: Client, glow: Glow, asked: dict[str, str], told: str) -> None:
    answer = client.get(address(glow, "project_shift"), {"part": "1", "months": "4", "days": "", **asked})
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_shift_past_the_calendar_is_told(client: Client, glow: Glow) -> None:
    late = {"start": date(9998, 1, 1), "end": date(9998, 12, 31), "after": ""}
    changed(glow, "work-packages", glow.packages["10"], **late)
    answer = client.get(address(glow, "project_shift"), {"part": "10", "months": "60"})
    assert answer.status_code == 422
    assert "The shift leads past the end of the calendar." in answer.content.decode()
    sent = {"part": "10", "months": "60", "seen": seen_in(proposed(client, glow, part="10", months="1"))}
    assert client.post(address(glow, "project_shift"), sent).status_code == 422


def test_a_circle_is_told_once_and_nothing_can_be_shifted(client: Client, glow: Glow) -> None:
    changed(glow, "work-packages", glow.packages["1"], after="3")
    page = said(client, glow)
    assert "The parts wait for one another in a circle: 1 → 3 → 2 → 1. Take one of these waits away." in page
    assert page.count("in a circle") == 1
    assert 'class="gantt__bar"' in page
    assert 'name="months"' not in page
    answer = client.get(address(glow, "project_shift"), {"part": "1", "months": "4"})
    assert "There is nothing to shift yet" in answer.content.decode()
    sent = {"part": "1", "months": "4", "seen": "0"}
    assert client.post(address(glow, "project_shift"), sent).status_code == 409
    assert dates(glow)["1"] == (date(2021, 9, 1), date(2021, 12, 31))


def test_unknown_numbers_parts_without_days_and_broken_waits_are_told(client: Client, glow: Glow) -> None:
    changed(glow, "project-tasks", glow.tasks["2.1"], after="1.4; 8.8")
    changed(glow, "project-tasks", glow.tasks["4.2"], start=None, end=None)
    changed(glow, "project-tasks", glow.tasks["10.1"], after="4.2")
    changed(glow, "project-tasks", glow.tasks["2.2"], after="2.3")
    page = said(client, glow)
    assert "2.1 waits for 8.8, which this project does not have." in page
    assert "10.1 waits for 4.2, which has no dates. Give 4.2 a start and an end." in page
    assert "2.2 starts before 2.3 has ended, although it waits for it." in page
    assert "19 parts have dates, 1 has none." in page
    assert "<li>4.2 Tehtävä 4.2</li>" in page


def test_a_wrong_year_is_told_instead_of_drawing_two_centuries(client: Client, glow: Glow) -> None:
    changed(glow, "work-packages", glow.packages["10"], start=date(2023, 11, 1), end=date(2203, 12, 31))
    page = said(client, glow)
    assert "The dates run from 1.9.2021 to 31.12.2203, too long to draw. Check whether a year is wrong." in page
    assert 'class="gantt__bar"' not in page
    assert "31.12.2203" in page.split('id="project-dates"')[1]


def test_tasks_numbered_anew_in_every_package_are_known_with_it(client: Client, glow: Glow) -> None:
    for number in ("1", "2"):
        changed(glow, "project-tasks", glow.tasks[f"{number}.1"], number="1")
    page = said(client, glow)
    assert ">1.1 Tehtävä 1.1</a>" in page
    assert ">2.1 Tehtävä 2.1</a>" in page
    assert "used twice" not in page
    make_record("work-packages", workspace=glow.workspace, project=glow.project, number="3 ", name="Toinen kolmonen")
    assert "Number 3 is used twice. Give each part a number of its own." in said(client, glow)


def test_a_project_without_work_says_how_to_begin(client: Client, glow: Glow) -> None:
    empty = make_record("projects", workspace=glow.workspace, name="Aihio")
    page = client.get(reverse("project_schedule", args=[glow.workspace.slug, empty.pk]).replace("/fi/", "/en/"))
    assert "No work packages yet" in page.content.decode()
    assert f"?project={UUID(str(empty.pk))}" in page.content.decode()


def test_the_quarters_of_a_project_are_told_before_its_parts_have_days(client: Client, glow: Glow) -> None:
    days = {"start": date(2026, 3, 1), "end": date(2026, 9, 30)}
    early = make_record("projects", workspace=glow.workspace, name="Aihio", **days)
    make_record("work-packages", workspace=glow.workspace, project=early, number="1", name="Tilanne")
    page = client.get(reverse("project_schedule", args=[glow.workspace.slug, early.pk]).replace("/fi/", "/en/"))
    assert (
        "3 quarters, Q1/2026–Q3/2026. The project runs 1.3.–30.9.2026. No part has dates yet" in page.content.decode()
    )
