"""The money of a project in a browser: a list of accounting brought in, a claim read, a change taken in and undone."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Faults, OpenPage
from tests.e2e.filled import Filled, fill_budget, session_of
from tests.integration.funding.test_accounting_import import ROWS, ledger

pytestmark = pytest.mark.django_db(transaction=True)
OF_AXE: Final = "inline style|style-src-elem inline|preload assets"
# A folder for a picture of each look, for people to look at too.
PICTURES: Final = os.environ.get("SEUTU_TEST_PICTURES", "")


@pytest.fixture
def filled(live_server: Any) -> Filled:
    return fill_budget()


@pytest.fixture
def desk(filled: Filled, live_server: Any, open_page: OpenPage) -> Page:
    page = open_page(language="en", width=1440)
    page.context.add_cookies([{"name": "sessionid", "value": session_of(filled.owner) or "", "url": live_server.url}])
    return page


def at(filled: Filled, name: str, *, language: str = "en") -> str:
    """Return the address of the page of money, of its claim or of its change."""
    claim, change = filled.values["claim_id"], filled.values["change_id"]
    parts = {"money": "money/", "claims": f"claims/{claim}/", "changes": f"changes/{change}/"}
    return f"/{language}/w/{filled.workspace.slug}/projects/{filled.records['projects'].pk}/{parts[name]}"


def keep(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def test_a_list_of_accounting_becomes_costs_of_the_project(
    filled: Filled, desk: Page, assert_accessible: Callable[[Page], None], faults: Faults, tmp_path: Path
) -> None:
    faults.allow(OF_AXE)
    desk.goto(at(filled, "money"))
    desk.get_by_role("link", name="Bring in costs").click()
    path = tmp_path / "paakirja.xlsx"
    path.write_bytes(ledger(ROWS))
    desk.locator("input[type=file]").set_input_files(path)
    desk.locator("main form button[type=submit]").first.click()
    expect(desk).to_have_url(re.compile(r"/import/[0-9a-f-]{36}/\?same-project="))
    expect(desk.locator("select[name=same-project]")).to_have_value(str(filled.records["projects"].pk))
    assert_accessible(desk)
    keep(desk, "import-1440")
    desk.locator("select[name=same-cost_kind]").select_option("staff")
    desk.get_by_role("button", name="Check again with these", exact=True).click()
    expect(desk.locator("#import-rows tbody tr")).to_have_count(len(ROWS))
    desk.set_viewport_size({"width": 320, "height": 900})
    keep(desk, "import-320")
    desk.locator("button[value=save]").click()
    expect(desk).to_have_url(re.compile("/done/"))
    desk.goto(at(filled, "money"))
    # 58 100.50 of before, and 14 180.05 of the list
    expect(desk.locator("main")).to_contain_text(re.compile("72.280\\.55"))


def test_a_change_is_looked_at_by_year_taken_in_and_undone(
    filled: Filled, desk: Page, assert_accessible: Callable[[Page], None], faults: Faults
) -> None:
    faults.allow(OF_AXE)
    desk.goto(at(filled, "changes"))
    grid = desk.locator("table.figure-grid").first
    expect(grid).to_contain_text("Palkkakustannukset, 2027")
    desk.locator("select[name=source_year]").select_option("2026")
    desk.get_by_role("button", name="Show with these years").click()
    expect(grid).to_contain_text("Palkkakustannukset, 2026")
    assert_accessible(desk)
    keep(desk, "change-1440")
    desk.get_by_role("button", name="Take the change into the budget").click()
    expect(desk).to_have_url(re.compile("/money/$"))
    lines = desk.locator("table.figure-grid").first
    expect(lines).to_contain_text(re.compile("78.500\\.00"))
    desk.get_by_role("button", name="Undo").first.click()
    desk.goto(at(filled, "money"))
    expect(lines).to_contain_text(re.compile("80.500\\.00"))
    expect(lines).not_to_contain_text(re.compile("78.500\\.00"))


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (320, "dark")])
def test_a_partners_money_is_read_by_keyboard_and_fits(
    filled: Filled,
    desk: Page,
    assert_accessible: Callable[[Page], None],
    faults: Faults,
    width: int,
    theme: Literal["light", "dark"],
) -> None:
    faults.allow(OF_AXE)
    desk.set_viewport_size({"width": width, "height": 900})
    desk.emulate_media(color_scheme=theme)
    for name in ("money", "claims"):
        desk.goto(at(filled, name))
        desk.get_by_role("navigation", name="Whose costs").get_by_role("link").nth(1).focus()
        desk.keyboard.press("Enter")
        expect(desk).to_have_url(re.compile(r"\?partner="))
        desk.wait_for_load_state()
        expect(desk.get_by_role("navigation", name="Whose costs").locator("[aria-current]")).to_have_count(1)
        assert_accessible(desk)
        keep(desk, f"partner-{name}-{width}-{theme}")
        assert desk.evaluate("document.documentElement.scrollWidth") <= width
