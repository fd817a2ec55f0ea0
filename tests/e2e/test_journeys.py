"""The register as a person uses it: signing in, bringing in a list, finding, changing, undoing."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.accounts.operations import issue_entry_ticket
from tests.e2e.conftest import Faults, OpenPage
from tests.e2e.people import own_excel, signed_in
from tests.integration.factories import PASSWORD, make_person, make_record, make_workspace

pytestmark = pytest.mark.django_db(transaction=True)
REFUSED = r"status of (409|422)"


@pytest.fixture
def manager(live_server: Any) -> User:
    return make_person("kehitysjohtaja@example.org", name="Kehitysjohtaja", password=PASSWORD)


@pytest.fixture
def here(manager: User) -> Workspace:
    return make_workspace("Savon Kehitys", owner=manager, slug="savon-kehitys", place_code="140")


@pytest.fixture
def desk(page: Page, manager: User, here: Workspace, live_server: Any) -> Page:
    return signed_in(page, manager, live_server.url)


def heading(page: Page) -> Any:
    return page.get_by_role("heading", level=1)


def test_a_one_time_link_opens_the_workspace_once(
    page: Page, open_page: OpenPage, manager: User, here: Workspace, faults: Faults
) -> None:
    secret = issue_entry_ticket(person=manager, minutes=5, at=timezone.now())
    page.goto(f"/fi/enter/{secret}/")
    expect(page).to_have_url(re.compile(f"/fi/w/{here.slug}/$"))
    expect(heading(page)).to_have_text("Savon Kehitys")
    faults.allow("status of 404")
    stranger = open_page()
    stranger.goto(f"/fi/enter/{secret}/")
    expect(heading(stranger)).to_contain_text("on käytetty tai vanhentunut")


def test_signing_in_by_password_after_a_mistake_leads_where_one_was_going(
    page: Page, manager: User, here: Workspace, faults: Faults
) -> None:
    page.goto(f"/fi/w/{here.slug}/r/actors/")
    expect(page).to_have_url(re.compile("/fi/account/login/"))
    page.locator("[name=login]").fill(manager.email)
    page.locator("[name=password]").fill("wrong-herons-over-ice")
    page.locator("main form").first.get_by_role("button", name="Kirjaudu", exact=False).first.click()
    expect(page.locator("[data-error-summary], .errors, .errorlist, .field__error").first).to_be_visible()
    page.locator("[name=login]").fill(manager.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form").first.get_by_role("button", name="Kirjaudu", exact=False).first.click()
    expect(page).to_have_url(re.compile(f"/fi/w/{here.slug}/r/actors/$"))
    expect(heading(page)).to_have_text("Toimijat")


def test_own_excel_becomes_a_list_that_can_be_undone(desk: Page, here: Workspace, tmp_path: Path) -> None:
    desk.goto(f"/fi/w/{here.slug}/r/actors/")
    desk.get_by_role("link", name="Tuo tiedostosta").first.click()
    desk.locator("[name=file]").set_input_files(own_excel(tmp_path))
    desk.locator("main form button[type=submit]").first.click()
    expect(desk).to_have_url(re.compile(r"/import/[0-9a-f-]{36}/$"))
    # The columns are matched by what people call them; nothing is lost unseen.
    matched = desk.locator("select[name^=column-]")
    expect(matched).to_have_count(5)
    for header, column in (("Yritys", "name"), ("Kotikunta", "municipality"), ("Toimiala", "industries")):
        choice = desk.get_by_label(header, exact=True)
        if choice.input_value() != column:
            desk.locator("summary").first.click() if not choice.is_visible() else None
            choice.select_option(column)
    desk.locator("button[value=look]").first.evaluate("(button) => button.click()")
    desk.wait_for_load_state()
    rows = desk.locator("#import-rows tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.nth(0)).to_contain_text("hylät")
    expect(rows.nth(0)).to_contain_text("1234567-8")
    expect(rows.nth(1)).to_contain_text("Atlantis")
    desk.locator("button[value=save_good]").click()
    expect(desk).to_have_url(re.compile("/done/$"))
    expect(desk.locator(".figures")).to_contain_text("2")
    expect(desk.get_by_role("link", name="Avaa tilannekuva")).to_be_visible()
    expect(desk.get_by_role("link", name="Lataa hylätyt rivit tiedostona")).to_be_visible()
    act = desk.url
    desk.goto(f"/fi/w/{here.slug}/r/actors/")
    expect(desk.locator("#list tbody tr")).to_have_count(2)
    expect(desk.locator("#list")).to_contain_text("Robottisolu Oy")
    desk.goto(act)
    desk.locator("main .title__actions button").click()
    desk.wait_for_load_state()
    desk.goto(f"/fi/w/{here.slug}/r/actors/")
    expect(desk.locator("#list tbody tr")).to_have_count(0)


def test_a_record_is_found_changed_thrown_away_and_brought_back(desk: Page, here: Workspace) -> None:
    make_record("actors", workspace=here, name="Nosturitehdas Oy", municipality="140", size="small")
    make_record("actors", workspace=here, name="Konepaja Oy", municipality="297", size="large")
    desk.goto(f"/fi/w/{here.slug}/r/actors/")
    desk.locator(".filters summary").click()
    desk.locator("[name=municipality]").select_option("140")
    desk.locator(".filters__form button[type=submit]").click()
    expect(desk.locator("#list tbody tr")).to_have_count(1)
    expect(desk).to_have_url(re.compile("municipality=140"))
    desk.locator("#list").get_by_role("link", name="Nosturitehdas Oy").click()
    expect(heading(desk)).to_have_text("Nosturitehdas Oy")
    record = desk.url
    desk.get_by_role("link", name="Muokkaa").click()
    desk.locator("[name=size]").select_option("medium")
    desk.locator("main form button[type=submit]").last.click()
    expect(desk.locator(".record__facts")).to_contain_text("keskisuuri")
    expect(desk.locator(".history").first).to_contain_text("pieni")
    desk.locator(".title__actions").get_by_role("button").last.click()
    expect(desk.locator("#list tbody tr")).to_have_count(1)
    desk.goto(f"/fi/w/{here.slug}/trash/")
    expect(desk.locator("main")).to_contain_text("Nosturitehdas Oy")
    desk.goto(record)
    desk.locator(".title__actions").get_by_role("button").first.click()
    desk.goto(f"/fi/w/{here.slug}/r/actors/")
    expect(desk.locator("#list tbody tr")).to_have_count(2)


def test_a_stale_form_loses_nothing(
    desk: Page, open_page: OpenPage, manager: User, here: Workspace, live_server: Any, faults: Faults
) -> None:
    actor = make_record("actors", workspace=here, name="Nosturitehdas Oy", description="Vanha kuvaus")
    edit = f"/fi/w/{here.slug}/r/actors/{actor.pk}/edit/"
    other = signed_in(open_page(), manager, live_server.url)
    desk.goto(edit)
    other.goto(edit)
    other.locator("[name=description]").fill("Toisen kuvaus")
    other.locator("main form button[type=submit]").last.click()
    expect(other.locator(".record__facts")).to_contain_text("Toisen kuvaus")
    desk.locator("[name=description]").fill("Minun kuvaukseni")
    faults.allow(REFUSED)
    desk.locator("main form button[type=submit]").last.click()
    expect(desk.get_by_role("alert")).to_be_visible()
    expect(desk.locator("[name=description]")).to_have_value("Minun kuvaukseni")
    difference = desk.locator("main table").first
    expect(difference).to_contain_text("Toisen kuvaus")
    expect(difference).to_contain_text("Minun kuvaukseni")
    desk.locator("main form button[type=submit]").last.click()
    expect(desk.locator(".record__facts")).to_contain_text("Minun kuvaukseni")


def test_search_finds_across_kinds_and_spelling(desk: Page, here: Workspace) -> None:
    make_record("actors", workspace=here, name="Nosturitehdas Oy")
    make_record("projects", workspace=here, name="Nosturien robotiikka")
    desk.goto(f"/fi/w/{here.slug}/")
    desk.locator("#site-search").fill("nosturi")
    desk.keyboard.press("Enter")
    expect(desk.locator("main")).to_contain_text("Nosturitehdas Oy")
    expect(desk.locator("main")).to_contain_text("Nosturien robotiikka")
    desk.locator("#site-search").fill("ei mitään tällaista")
    desk.keyboard.press("Enter")
    expect(desk.locator("main")).not_to_contain_text("Nosturitehdas Oy")
