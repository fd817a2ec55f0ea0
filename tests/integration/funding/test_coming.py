"""What comes in a workspace, a programme, a project: what waits, passes, is done or gone, and who sees it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.application_operations import keep_missing_version
from seutu.apps.funding.coming_queries import HORIZON, Within, calendar_items, dated_items, late_items
from seutu.apps.funding.coming_sources import SOURCES
from seutu.apps.records.operations import change_record, restore_record, trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.funding.instalments import Arrival, arrival
from seutu.core.programmes.coming import DatedItem, Standing
from tests.integration.factories import NOON, make_record, make_workspace
from tests.integration.funding.coming_days import Days, make_days

pytestmark = pytest.mark.django_db
DONE: dict[str, dict[str, Any]] = {
    "tasks": {"state": "done"},
    "project-tasks": {"state": "done"},
    "results": {"state": "dropped"},
    "resolutions": {"state": "done"},
    "plan-documents": {"state": "replaced"},
    "risks": {"state": "closed"},
    "supplement-requests": {"state": "done"},
    "prospects": {"state": "applied"},
    "instalments": {"state": "received"},
    "payment-claims": {"state": "submitted"},
    "purchases": {"state": "accepted"},
}
LATE = {"tasks", "project-tasks", "results", "resolutions", "plan-documents", "indicators", "supplement-requests"}
LATE_MONEY = {"prospects", "instalments", "purchases"}


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Mine")


@contextmanager
def seen_by(days: Days, role: Role = Role.OWNER) -> Iterator[None]:
    with in_scope(days.workspace, role=role):
        yield


def kinds_of(items: list[DatedItem]) -> set[str]:
    return {each.key.kind for each in items}


def change(days: Days, kind: str, **values: Any) -> None:
    with in_scope(days.workspace):
        fresh = record_of(kind_named(kind), days.records[kind].pk)
        change_record(kind_named(kind), fresh, values, version=fresh.version, by=None, at=NOON)


def trash(days: Days, kind: str) -> None:
    with in_scope(days.workspace):
        trash_record(kind_named(kind), days.records[kind], by=None, at=NOON)


def item_of(items: list[DatedItem], kind: str) -> DatedItem:
    return next(each for each in items if each.key.kind == kind)


def test_every_source_is_found_once(here: Workspace) -> None:
    days = make_days(here)
    with seen_by(days):
        found = dated_items(days.today)
    keys = Counter((each.key.kind, each.key.column) for each in found)
    # A purchase out to tender waits for its tender and its acceptance; the other two days are not set.
    unset = {("purchases", "ordered"), ("purchases", "delivered")}
    assert set(keys) == {(source.kind.name, source.column) for source in SOURCES} - unset
    assert set(keys.values()) == {1}
    assert {each.day for each in found} == {days.today + timedelta(days=3)}


def test_what_an_item_tells(here: Workspace) -> None:
    days = make_days(here)
    with seen_by(days):
        found = dated_items(days.today)
    task = item_of(found, "project-tasks")
    assert (task.title, task.whose, task.standing) == ("Kartoitus", "Kehitysyhtiö", Standing.WAITS)
    assert task.project is not None
    assert task.programme is not None
    assert (task.project.name, task.project.id) == ("Hanke", str(days.project.pk))
    assert task.programme.name == "Ohjelma"
    assert item_of(found, "payment-claims").title == "Hanke – 1"
    assert item_of(found, "resolutions").project == task.project
    assert item_of(found, "calls").whose == "Kehitysyhtiö"
    assert item_of(found, "tasks").whose == "member@example.org"
    assert item_of(found, "reflections").project is None


def test_a_project_and_a_programme_have_their_own(here: Workspace) -> None:
    days, other = make_days(here), make_days(here, mark="Toinen ")
    with seen_by(days):
        of_project = dated_items(days.today, Within(project=days.project.pk))
        of_programme = dated_items(days.today, Within(programme=days.programme.pk))
    assert {each.project.id for each in of_project if each.project} == {str(days.project.pk)}
    assert kinds_of(of_programme) == set(days.records) - {"tasks", "calls"}
    assert kinds_of(of_project) == kinds_of(of_programme) - {"programmes", "reflections"}
    assert not any(each.title.startswith("Toinen") for each in (*of_project, *of_programme))
    assert other.records.keys() == days.records.keys()


def test_the_workshop_of_a_project_and_what_it_decided_come_in_the_project_and_its_programme(here: Workspace) -> None:
    days = make_days(here)
    with in_scope(here):
        workshop = make_record("reflections", project=days.project, name="Oma paja", day=days.today)
        make_record("resolutions", reflection=workshop, name="Oma päätös", due=days.today)
    with seen_by(days):
        for within in (Within(project=days.project.pk), Within(programme=days.programme.pk), Within()):
            own = [each for each in dated_items(days.today, within) if each.title.startswith("Oma ")]
            assert sorted(each.title for each in own) == ["Oma paja", "Oma päätös"]
            assert {each.project.name for each in own if each.project} == {"Hanke"}
            assert {each.programme.name for each in own if each.programme} == {"Ohjelma"}


@pytest.mark.parametrize("kind", DONE)
def test_what_is_done_does_not_come_and_is_cancelled_in_a_calendar(kind: str, here: Workspace) -> None:
    days = make_days(here)
    change(days, kind, **DONE[kind])
    with seen_by(days):
        assert kind not in kinds_of(dated_items(days.today))
        item = item_of(calendar_items(days.today), kind)
    assert item.standing == Standing.DONE
    assert item.version > days.records[kind].version


def test_every_source_that_has_states_is_tested_as_done() -> None:
    stated = {each.kind.name for each in SOURCES if each.waits or each.holds}
    assert stated | {"instalments"} == set(DONE)


@pytest.mark.parametrize("state", ["expected", "invoiced", "received"])
@pytest.mark.parametrize("received", [None, Decimal(0), Decimal("99.99"), Decimal(100), Decimal(120)])
def test_an_instalment_comes_until_the_whole_of_it_has_come(
    received: Decimal | None, state: str, here: Workspace
) -> None:
    """The database asks what the core tells."""
    days = make_days(here)
    change(days, "instalments", state=state, amount=Decimal(100), received=received)
    has_come = arrival(state=state, amount=Decimal(100), received=received) is Arrival.WHOLE
    with seen_by(days):
        assert ("instalments" not in kinds_of(dated_items(days.today))) == has_come
        standing = item_of(calendar_items(days.today), "instalments").standing
    assert standing == (Standing.DONE if has_come else Standing.WAITS)


def test_a_measured_target_does_not_come(here: Workspace) -> None:
    days = make_days(here)
    indicator = days.records["indicators"]
    with in_scope(here):
        make_record("measurements", indicator=indicator, day=days.today, value=Decimal(4))
    with seen_by(days):
        assert "indicators" in kinds_of(dated_items(days.today))  # measured before the day
    with in_scope(here):
        after = make_record("measurements", indicator=indicator, day=days.today + timedelta(days=3), value=Decimal(5))
    with seen_by(days):
        assert "indicators" not in kinds_of(dated_items(days.today))
        assert item_of(calendar_items(days.today), "indicators").standing == Standing.DONE
    with in_scope(here):
        trash_record(kind_named("measurements"), after, by=None, at=NOON)
    with seen_by(days):
        assert "indicators" in kinds_of(dated_items(days.today))


@pytest.mark.parametrize("kind", ["tasks", "project-meetings", "calls", "purchases", "indicators"])
def test_what_is_in_the_trash_is_gone_until_it_comes_back(kind: str, here: Workspace) -> None:
    days = make_days(here)
    trash(days, kind)
    with seen_by(days):
        assert kind not in kinds_of(dated_items(days.today))
        gone = item_of(calendar_items(days.today), kind)
    assert gone.standing == Standing.GONE
    with in_scope(here):
        restore_record(kind_named(kind), days.records[kind], by=None, at=NOON)
    with seen_by(days):
        back = item_of(calendar_items(days.today), kind)
    assert back.standing in {Standing.WAITS, Standing.PASSES}
    assert back.version > gone.version


def test_with_a_project_in_the_trash_its_days_are_gone(here: Workspace) -> None:
    days = make_days(here)
    trash(days, "projects")
    with seen_by(days):
        assert kinds_of(dated_items(days.today)) == {"tasks", "calls", "programmes", "reflections"}
        found = calendar_items(days.today)
    gone = [each for each in found if each.standing == Standing.GONE]
    assert kinds_of(gone) == set(days.records) - {"tasks", "calls", "programmes", "reflections"}
    assert all(each.version > days.records[each.key.kind].version for each in gone)


def test_work_of_an_ended_project_is_over_and_its_money_is_not(here: Workspace) -> None:
    days = make_days(here, ahead=-3)
    with seen_by(days):
        assert kinds_of(late_items(days.today)) == LATE | LATE_MONEY
    change(days, "projects", life_cycle="ended")
    with seen_by(days):
        late = kinds_of(late_items(days.today))
        done = item_of(calendar_items(days.today), "project-tasks")
    assert late == (LATE | LATE_MONEY) - {"project-tasks", "results", "purchases"}
    assert done.standing == Standing.DONE


def test_only_what_waits_is_late(here: Workspace) -> None:
    days = make_days(here, ahead=-1)
    with seen_by(days):
        late, everything = late_items(days.today), dated_items(days.today)
    assert kinds_of(late) == kinds_of(everything) == LATE | LATE_MONEY


def test_a_calendar_tells_what_has_passed_since_the_horizon_and_what_waits_from_before(here: Workspace) -> None:
    edge, before = make_days(here, ahead=-HORIZON.days), make_days(here, ahead=-HORIZON.days - 1, mark="Vanha ")
    with seen_by(edge):
        found = calendar_items(edge.today)
    assert {each.key.kind for each in found if not each.title.startswith("Vanha")} == set(edge.records)
    assert {each.key.kind for each in found if each.title.startswith("Vanha")} == LATE | LATE_MONEY
    change(before, "tasks", state="done")
    with seen_by(edge):
        assert "Vanha Soitto" not in {each.title for each in calendar_items(edge.today)}


def test_an_event_of_several_days_is_there_until_its_last(here: Workspace) -> None:
    days = make_days(here, ahead=-2)
    change(days, "events", end=days.today)
    with seen_by(days):
        assert item_of(dated_items(days.today), "events").last == days.today
        assert "events" not in kinds_of(dated_items(days.today + timedelta(days=1)))


def test_projects_of_registers_do_not_come(here: Workspace) -> None:
    with in_scope(here):
        make_record("projects", name="Rekisterin hanke", end=date(2099, 1, 1))
        assert dated_items(date(2026, 11, 28)) == []
        make_record("projects", name="Oma hanke", end=date(2099, 1, 1), life_cycle="preparation")
        assert [each.title for each in dated_items(date(2026, 11, 28))] == ["Oma hanke"]


def test_another_workspace_s_days_are_not_here(here: Workspace) -> None:
    days = make_days(make_workspace("Other"))
    with in_scope(here):
        assert dated_items(days.today) == []
        assert calendar_items(days.today, Within(project=days.project.pk)) == []


def test_a_guest_sees_plans_and_no_tasks(here: Workspace) -> None:
    days = make_days(here)
    with seen_by(days, Role.GUEST):
        assert kinds_of(dated_items(days.today)) == set(days.records) - {"tasks"}


def test_a_funder_sees_calls_and_what_belongs_to_a_submitted_case(here: Workspace) -> None:
    days = make_days(here)
    with seen_by(days, Role.FUNDER):
        assert kinds_of(dated_items(days.today)) == {"calls"}
    with in_scope(here):
        request = days.records["supplement-requests"]
        make_record("events", name="Avoin tapahtuma", start=days.today)
        keep_missing_version(application=request.application, by=None, at=NOON)  # type: ignore[attr-defined]
    with seen_by(days, Role.FUNDER):
        found = dated_items(days.today)
    assert sorted(each.title for each in found) == ["Avoin tapahtuma", "Haku", "Täydennys"]
    # What is joined to them are plans as they stand.
    assert all(each.project is None and each.programme is None for each in found)
    assert item_of(found, "supplement-requests").whose == ""


@pytest.mark.parametrize("read", [dated_items, calendar_items, lambda today: dated_items(today, Within())])
def test_the_number_of_queries_does_not_grow_with_records(read: Any, here: Workspace) -> None:
    counts = []
    for mark in ("", "Toinen ", "Kolmas "):
        days = make_days(here, mark=mark)
        with seen_by(days), CaptureQueriesContext(connection) as queries:
            read(days.today)
        counts.append(len(queries))
    assert len(set(counts)) == 1
    assert counts[0] == len({each.kind.name for each in SOURCES})
