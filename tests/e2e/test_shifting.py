"""A shift of a project's schedule in the browser: seen first, made when confirmed, undone; by keyboard too."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.programmes.models import WorkPackage
from seutu.apps.records.operations import change_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.e2e.conftest import Faults
from tests.e2e.people import signed_in, tab_to
from tests.integration.factories import NOON, make_person, make_workspace
from tests.integration.programmes.glow import Glow, make_glow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def manager(live_server: Any) -> User:
    return make_person("projektipaallikko@example.org", name="Projektipäällikkö")


@pytest.fixture
def glow(manager: User) -> Glow:
    return make_glow(make_workspace("Savon Kehitys", owner=manager, slug="savon-kehitys"), by=manager)


@pytest.fixture
def desk(page: Page, manager: User, glow: Glow, live_server: Any) -> Page:
    signed_in(page, manager, live_server.url)
    page.goto(f"/en/w/{glow.workspace.slug}/projects/{glow.project.pk}/")
    page.get_by_role("link", name="Schedule", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Schedule")
    page.wait_for_load_state()
    return page


def start_of(workspace: Workspace, number: str) -> date | None:
    with in_scope(workspace):
        found: date | None = WorkPackage.objects.values_list("start", flat=True).get(number=number)
        return found


def ask(desk: Page, months: str) -> None:
    tab_to(desk, "[name=months]")
    desk.keyboard.type(months)
    desk.keyboard.press("Enter")
    expect(desk.locator("#proposed-moves tbody tr")).to_have_count(17)


def test_a_shift_is_seen_made_and_undone(desk: Page, glow: Glow) -> None:
    expect(desk.locator(".gantt .gantt__bar")).to_have_count(20)
    ask(desk, "4")
    expect(desk.locator("#proposed-moves")).to_contain_text("it waits for 1")
    assert start_of(glow.workspace, "2") == date(2022, 1, 1)
    desk.get_by_role("button", name="Move 17 parts").click()
    expect(desk.locator(".messages")).to_contain_text("17 parts were moved.")
    expect(desk.locator("#project-dates")).to_contain_text("1.5.2022")
    assert start_of(glow.workspace, "2") == date(2022, 5, 1)
    desk.locator(".messages").get_by_role("button", name="Undo this").click()
    expect(desk.locator(".messages")).to_contain_text("Undone.")
    assert start_of(glow.workspace, "2") == date(2022, 1, 1)


def test_a_plan_that_somebody_changed_meanwhile_is_shown_anew(
    desk: Page, glow: Glow, faults: Faults, manager: User
) -> None:
    faults.allow("status of 409")
    ask(desk, "4")
    with in_scope(glow.workspace):
        kind = kind_named("work-packages")
        fresh = record_of(kind, glow.packages["4"].pk)
        change_record(kind, fresh, {"name": "Viestintä ja tapahtumat"}, version=fresh.version, by=manager, at=NOON)
    desk.get_by_role("button", name="Move 17 parts").click()
    expect(desk.locator(".notice--alarm")).to_contain_text("Nothing was moved.")
    assert start_of(glow.workspace, "2") == date(2022, 1, 1)
    desk.get_by_role("button", name="Move 17 parts").click()
    expect(desk.locator(".messages")).to_contain_text("17 parts were moved.")
