"""Tests in a real browser against a live server, with the strict content security policy on.

A page that writes an error to its console, breaks the policy or calls another host fails its test.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, expect, sync_playwright

from tests.django_setup import prepare
from tests.shared_material import ROOT

# Playwright's loop runs in the test's thread; Django would refuse the ORM there although nothing is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
prepare()

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS: Final = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--proxy-server=http://127.0.0.1:1",  # nothing listens there; only this machine is reached without it
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
SCREENSHOTS: Final = ROOT / "build" / "screenshots"
REPORT_VIOLATIONS: Final = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""
PATIENCE: Final = 15_000
"""Milliseconds that an act or an expectation waits for a page on a busy machine."""
WCAG_AA: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


class Faults:
    """What went wrong in the browser during one test. ``allow`` names what the test itself provokes."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.allowed: list[re.Pattern[str]] = []

    def allow(self, pattern: str) -> None:
        """Let messages that hold the regular expression ``pattern`` pass."""
        self.allowed.append(re.compile(pattern))

    def left(self) -> list[str]:
        """Return the faults that no pattern allows."""
        return [fault for fault in self.found if not any(pattern.search(fault) for pattern in self.allowed)]


class OpenPage(Protocol):
    """Opens a page of the live server with a watched context."""

    def __call__(self, *, language: str = "fi", width: int = 1280, height: int = 900, **context: object) -> Page:
        """Return a new page; further keywords go to Playwright's context."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the machine's own Chromium, started once. Nothing is downloaded."""
    path = os.environ.get("SEUTU_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.fail("No Chromium found. Install one (Debian: apt-get install chromium) or set SEUTU_CHROMIUM.")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def faults() -> Iterator[Faults]:
    """Collect the browser's complaints and fail the test when any is left at its end."""
    collected = Faults()
    yield collected
    left = collected.left()
    if left:
        pytest.fail("the browser reported:\n" + "\n".join(left))


def _watch(context: BrowserContext, faults: Faults, host: str) -> None:
    def note_request(request: Request) -> None:
        target = urlsplit(request.url)
        if target.netloc != host and target.scheme not in {"data", "blob"}:
            faults.found.append(f"call to another host: {request.url}")

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.found.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def note_error(error: Error) -> None:
        faults.found.append(f"page error: {error}")

    context.on("request", note_request)
    context.add_init_script(REPORT_VIOLATIONS)
    context.on("console", note_message)
    context.on("weberror", lambda event: note_error(event.error))


@pytest.fixture
def open_page(browser: Browser, live_server: Any, faults: Faults) -> Iterator[OpenPage]:
    """Return a function that opens pages in any language and width, each in a context of its own."""
    contexts: list[BrowserContext] = []

    def opened(*, language: str = "fi", width: int = 1280, height: int = 900, **context: object) -> Page:
        settings: dict[str, Any] = {
            "base_url": live_server.url,
            "locale": {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language],
            "timezone_id": "Europe/Helsinki",
            "viewport": {"width": width, "height": height},
            "reduced_motion": "reduce",
            **context,
        }
        contexts.append(browser.new_context(**settings))
        _watch(contexts[-1], faults, urlsplit(live_server.url).netloc)
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        return page

    yield opened
    for made in contexts:
        made.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return a Finnish desktop page that nobody has signed in to."""
    return open_page()


@pytest.fixture(scope="session")
def axe_source() -> str:
    """Return the vendored axe-core script."""
    found = sorted((ROOT / "tests" / "e2e" / "vendor").glob("axe-core@*/axe.min.js"))
    if not found:
        pytest.fail("tests/e2e/vendor/axe-core@*/axe.min.js is missing; tools/vendor.py brings it")
    return found[-1].read_text(encoding="utf-8")


@pytest.fixture
def assert_accessible(axe_source: str) -> Callable[[Page], None]:
    """Return a function that fails with every WCAG 2.1 A and AA violation axe finds on the page as it is."""

    def check(page: Page) -> None:
        page.evaluate(f"() => {{ {axe_source} }}")
        outcome = page.evaluate(
            "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", WCAG_AA
        )
        lines = [
            f"{violation['id']} ({violation['impact']}): {violation['help']}\n    "
            + "\n    ".join(node["html"][:160] for node in violation["nodes"][:5])
            for violation in outcome["violations"]
        ]
        assert not lines, f"{page.url}\n" + "\n".join(lines)

    return check


@pytest.fixture
def screenshot() -> Callable[[Page, str], Path]:
    """Return a function that keeps a picture of the whole page as build/screenshots/<name>.png."""

    def keep(page: Page, name: str) -> Path:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return keep
