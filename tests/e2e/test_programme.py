"""A programme's review and report in a real browser: by keyboard, without script where it matters, on a phone."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.filled import Filled, fill_programme, session_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def filled(live_server: Any) -> Filled:
    return fill_programme()


def opened(open_page: OpenPage, filled: Filled, url: str, **settings: Any) -> Page:
    page = open_page(**settings)
    page.context.add_cookies([{"name": "sessionid", "value": session_of(filled.owner), "url": url}])
    return page


def address(name: str, filled: Filled, *more: Any) -> str:
    with translation.override("fi"):
        return reverse(name, args=[filled.workspace.slug, filled.values["programme_id"], *more])


@pytest.mark.parametrize("settings", [{"width": 1280}, {"width": 320, "java_script_enabled": False}])
def test_a_review_is_filled_in_and_its_gaps_close(
    open_page: OpenPage, filled: Filled, live_server: Any, settings: dict[str, Any]
) -> None:
    page = opened(open_page, filled, live_server.url, **settings)
    page.goto(address("programme_sdg", filled))
    row = page.get_by_role("row").filter(has_text="Kielitukipilotti")
    expect(row.locator(".sdg__cell--gap")).to_have_count(6)
    row.get_by_role("link").click()
    for number in range(12, 18):
        page.locator(f"#id_effect_{number}").select_option("for")
    page.locator("#id_reason_12").fill("Vaatteet kiertävät.")
    page.locator("main form button[type=submit]").last.click()
    expect(row.locator(".sdg__cell--gap")).to_have_count(0)
    expect(row).to_contain_text("17/17")


def test_a_report_is_kept_by_keyboard(open_page: OpenPage, filled: Filled, live_server: Any) -> None:
    page = opened(open_page, filled, live_server.url)
    page.goto(address("programme_report", filled) + "?year=2023")
    page.locator("#id_results").focus()
    page.keyboard.type("Pilotit etenivät.")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**version=2")
    expect(page.locator(".report")).to_contain_text("Pilotit etenivät.")
    expect(page.locator("#versions-table tbody tr")).to_have_count(2)
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert download.value.suggested_filename.endswith("-2023-12-31-v2.pdf")
