"""The look in a real browser under the strict policy: components, themes, desk and phone, keyboard, no WebGL."""

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Faults, _watch
from tests.shared_material import ROOT

PAGES = ("picture", "list", "record", "form")
NO_WEBGL = """
const ask = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  return kind.startsWith("webgl") ? null : ask.call(this, kind, ...more);
};
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    script: Path = ROOT / "tools" / "stylebook" / "render.py"
    command = [sys.executable, str(script), str(tmp_path_factory.mktemp("book")), "--serve", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert "serving" in server.stdout.readline()
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture
def leaf(browser: Browser, book: str, faults: Faults) -> Iterator[Callable[..., Page]]:
    contexts = []

    def opened(name: str, **settings: Any) -> Page:
        context = browser.new_context(base_url=book, locale="fi-FI", reduced_motion="reduce", **settings)
        contexts.append(context)
        _watch(context, faults, urlsplit(book).netloc)
        page = context.new_page()
        page.goto(f"/{name}.html")
        return page

    yield opened
    for context in contexts:
        context.close()


def drawn(page: Page, *kinds: str) -> None:
    for kind in kinds:
        page.locator(f"#{kind}[data-ready]").wait_for(state="attached", timeout=30_000)


@pytest.mark.parametrize("width", [1440, 320])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_every_component_is_accessible_and_fits(
    leaf: Callable[..., Page],
    assert_accessible: Callable[[Page], None],
    faults: Faults,
    name: str,
    theme: str,
    width: int,
) -> None:
    page = leaf(name, color_scheme=theme, viewport={"width": width, "height": 900})
    if name == "picture":
        drawn(page, "map", "chart", "network")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate("document.documentElement.dataset.shown") == theme
    assert faults.left() == []
    faults.allow("inline style|style-src-elem inline|preload assets")  # what axe itself writes into the page it checks
    assert_accessible(page)


def test_one_selection_goes_through_map_and_list_with_the_keyboard(leaf: Callable[..., Page]) -> None:
    page = leaf("picture")
    drawn(page, "map", "network")
    said = page.locator("#map [data-said]")
    page.focus("#map canvas")
    page.keyboard.press("n")
    expect(said).to_have_text("Kemijärvi: 102 toimijaa, sijaintiosamäärä 0,7")
    expect(page.locator("#side tr.is-selected")).to_have_attribute("data-select-id", "Kemijärvi")
    page.focus("#side tbody tr")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(said).to_have_text("Ylivieska: 287 toimijaa, sijaintiosamäärä 2,4")
    page.focus("#network [data-frame]")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#network [data-said]")).to_contain_text("yhteisö")
    page.keyboard.press("Escape")
    expect(page.locator("#network [data-said]")).to_contain_text("Valitse toimija")


def test_a_chart_writes_figures_as_the_language_does(leaf: Callable[..., Page]) -> None:
    page = leaf("picture")
    drawn(page, "chart")
    written = page.locator("#chart svg text").all_text_contents()
    assert "3,1" in written, written
    expect(page.locator("#chart [role=img]")).to_have_attribute("aria-describedby", "chart-summary")


def test_the_theme_stays_from_page_to_page(leaf: Callable[..., Page]) -> None:
    page = leaf("list", color_scheme="light")
    page.click("[data-theme-switch]")
    expect(page.locator("[data-theme-switch]")).to_have_attribute("aria-pressed", "true")
    page.goto("/record.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_menu_opens_on_a_phone(leaf: Callable[..., Page]) -> None:
    page = leaf("list", viewport={"width": 320, "height": 700})
    expect(page.locator(".nav")).to_be_hidden()
    page.click("[data-shell-toggle]")
    expect(page.locator(".nav")).to_be_visible()


def test_without_script_everything_is_there(leaf: Callable[..., Page]) -> None:
    page = leaf("picture", java_script_enabled=False, viewport={"width": 320, "height": 700})
    expect(page.locator(".nav")).to_be_visible()
    page.locator("#map summary").click()
    expect(page.locator("#map table")).to_be_visible()


def test_without_webgl_the_tables_stand_in_for_the_pictures(leaf: Callable[..., Page], faults: Faults) -> None:
    faults.allow("no WebGL")
    page = leaf("list")
    page.add_init_script(NO_WEBGL)
    page.goto("/picture.html")
    expect(page.locator("#map .picture__missing")).to_have_text(
        "Selain ei pysty piirtämään karttaa. Alla oleva taulukko kertoo saman."
    )
    expect(page.locator("#map table")).to_be_visible()
    expect(page.locator("#network table")).to_be_visible()


def test_the_policy_is_the_strict_one(book: str) -> None:
    with urllib.request.urlopen(f"{book}/list.html") as answer:  # noqa: S310
        policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "style-src 'self'" in policy
