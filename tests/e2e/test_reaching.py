"""Pages by keyboard alone, in each language, on a phone, on paper and in both themes."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Faults, OpenPage
from tests.e2e.filled import Filled, fill_register
from tests.e2e.people import signed_in, tab_to

pytestmark = pytest.mark.django_db(transaction=True)
LANGUAGES = ("fi", "sv", "en")


@pytest.fixture
def filled(live_server: Any) -> Filled:
    return fill_register()


@pytest.fixture
def desk(page: Page, filled: Filled, live_server: Any) -> Page:
    return signed_in(page, filled.owner, live_server.url)


def test_the_language_changes_and_the_page_stays(desk: Page, filled: Filled) -> None:
    desk.goto(f"/fi/w/{filled.workspace.slug}/r/actors/?municipality=140&sort=-name")
    for language, name in (("sv", "Aktörer"), ("en", "Actors"), ("fi", "Toimijat")):
        desk.locator(f".languages a[lang={language}]").click()
        expect(desk.locator("html")).to_have_attribute("lang", language)
        expect(desk.get_by_role("heading", level=1)).to_have_text(name)
        expect(desk).to_have_url(re.compile(r"municipality=140&sort=-name$"))


def test_the_first_tab_leads_past_the_menu(desk: Page, filled: Filled) -> None:
    desk.goto(f"/fi/w/{filled.workspace.slug}/")
    desk.keyboard.press("Tab")
    expect(desk.locator(".skip-link")).to_be_focused()
    expect(desk.locator(".skip-link")).to_be_in_viewport()
    desk.keyboard.press("Enter")
    expect(desk.locator("#content")).to_be_focused()


def test_the_account_menu_opens_and_closes_by_keyboard(desk: Page, filled: Filled) -> None:
    desk.goto(f"/fi/w/{filled.workspace.slug}/")
    tab_to(desk, "[data-menu] summary")
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-menu]")).to_have_attribute("open", "")
    desk.keyboard.press("Escape")
    expect(desk.locator("[data-menu]")).not_to_have_attribute("open", "")
    expect(desk.locator("[data-menu] summary")).to_be_focused()


def test_a_list_is_narrowed_and_sorted_by_keyboard(desk: Page, filled: Filled) -> None:
    desk.goto(f"/fi/w/{filled.workspace.slug}/r/actors/")
    tab_to(desk, ".filters summary")
    desk.keyboard.press("Enter")
    tab_to(desk, "[name=q]:not(#site-search)")
    desk.keyboard.type("nosturi")
    desk.keyboard.press("Enter")
    expect(desk.locator("#list tbody tr")).to_have_count(1)
    desk.goto(f"/fi/w/{filled.workspace.slug}/r/actors/")
    tab_to(desk, "th a")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("sort="))
    expect(desk.locator("th[aria-sort]")).to_have_count(1)


def test_a_wrong_form_takes_the_focus_to_its_errors(desk: Page, filled: Filled, faults: Faults) -> None:
    faults.allow("status of 422")
    desk.goto(f"/fi/w/{filled.workspace.slug}/r/actors/new/")
    desk.locator("[name=business_id]").fill("1234567-8")
    desk.locator("[name=founded]").fill("eilen")
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-error-summary]")).to_be_focused()
    leading = desk.locator("[data-error-summary] a").evaluate_all("(links) => links.map((one) => one.hash)")
    assert set(leading) == {"#id_name", "#id_business_id", "#id_founded"}
    tab_to(desk, "[data-error-summary] a")
    desk.keyboard.press("Enter")
    expect(desk.locator("[name=name]")).to_be_focused()
    expect(desk.locator("[name=name]")).to_have_attribute("aria-invalid", "true")


def test_the_theme_stays(desk: Page, filled: Filled) -> None:
    desk.goto(f"/fi/w/{filled.workspace.slug}/")
    desk.locator("[data-theme-switch]").click()
    expect(desk.locator("html")).to_have_attribute("data-theme", "dark")
    desk.goto(f"/sv/w/{filled.workspace.slug}/r/actors/")
    expect(desk.locator("html")).to_have_attribute("data-theme", "dark")
    desk.locator("[data-theme-switch]").click()
    desk.reload()
    expect(desk.locator("html")).to_have_attribute("data-theme", "light")


def test_paper_shows_the_record_and_no_menus(desk: Page, filled: Filled) -> None:
    record = filled.records["actors"]
    desk.goto(f"/fi/w/{filled.workspace.slug}/r/actors/{record.pk}/")
    desk.emulate_media(media="print")
    for hidden in (".nav", ".search", ".languages", ".title__actions", ".skip-link"):
        expect(desk.locator(hidden).first).to_be_hidden()
    expect(desk.get_by_role("heading", level=1)).to_be_visible()
    expect(desk.locator(".record__facts")).to_be_visible()


def test_the_menu_of_a_phone(open_page: OpenPage, filled: Filled, live_server: Any) -> None:
    phone = signed_in(open_page(width=320), filled.owner, live_server.url)
    phone.goto(f"/fi/w/{filled.workspace.slug}/")
    expect(phone.locator(".nav")).to_be_hidden()
    phone.locator("[data-shell-toggle]").click()
    phone.locator(".nav a").last.click()
    expect(phone).to_have_url(re.compile("/area/material/"))


def test_a_script_written_into_a_page_does_not_run(desk: Page, filled: Filled, faults: Faults) -> None:
    faults.allow("script-src|Content Security Policy")
    desk.goto(f"/fi/w/{filled.workspace.slug}/")
    desk.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'ran'";
      document.head.append(script);
    }""")
    assert desk.title() != "ran"
    assert any("script-src" in fault for fault in faults.found)
