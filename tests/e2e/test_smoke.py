import time
from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Page, Route

from tests.e2e.conftest import Faults, OpenPage

NOTE_SHIFTS: Final = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.django_db(transaction=True)
def test_a_broken_page_fails_its_test(page: Page, faults: Faults) -> None:
    page.goto("about:blank")
    page.evaluate("console.error('kaputt')")
    page.evaluate("setTimeout(() => { throw new Error('thrown') })")
    page.evaluate("fetch('http://192.0.2.1/').catch(() => 0)")
    page.wait_for_timeout(50)
    assert any("kaputt" in fault for fault in faults.left())
    faults.allow("kaputt")
    faults.allow("thrown")
    faults.allow("192.0.2.1")
    assert faults.left() == []


@pytest.mark.django_db(transaction=True)
def test_a_button_without_a_name_is_found(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    whole = "<!doctype html><html lang=fi><title>Sivu</title><main><h1>Sivu</h1><button>{}</button></main></html>"
    page.set_content(whole.format("Tallenna"))
    assert_accessible(page)
    page.set_content(whole.format(""))
    with pytest.raises(AssertionError, match="button-name"):
        assert_accessible(page)


@pytest.mark.django_db(transaction=True)
def test_a_font_that_comes_late_moves_nothing_under_the_pointer(open_page: OpenPage) -> None:
    page = open_page()
    came: list[str] = []

    def late(route: Route) -> None:
        time.sleep(0.6)
        came.append(route.request.url)
        route.continue_()

    page.context.route("**/*.woff2", late)
    page.context.add_init_script(NOTE_SHIFTS)
    page.goto("/")
    page.wait_for_timeout(500)
    assert len(came) == 1
    assert page.evaluate("window.shifts") == []
