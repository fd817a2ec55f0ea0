"""Every page of the URL map in a real browser: accessible, fits a phone, silent under the strict policy."""

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Faults, OpenPage
from tests.e2e.filled import Filled, fill
from tests.e2e.views import View, Walk, walk

pytestmark = pytest.mark.django_db(transaction=True)

LANGUAGES: Final = ("fi", "sv", "en")
# All looks are shared out by language; for a tenth of them the walk to find the pages is made once.
TURNS: Final = [(each,) for each in LANGUAGES] if os.environ.get("SEUTU_SOAK") == "all" else [LANGUAGES]
WIDTHS: Final = (1440, 320)
THEMES: Final = ("light", "dark")
OF_KIND: Final = " of "
# A file to which the outcome of each look is added, one JSON line each; tools/accessibility.py asks for it.
RESULTS: Final = os.environ.get("SEUTU_TEST_ACCESSIBILITY", "")
# A folder for a picture of each look, for people to look at too.
PICTURES: Final = os.environ.get("SEUTU_TEST_PICTURES", "")
OF_AXE: Final = "inline style|style-src-elem inline|preload assets"
SIDEWAYS: Final = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .filter((one) => !one.closest(".table-region"))
    .slice(0, 4).map((one) => one.outerHTML.slice(0, 120)).concat("the page scrolls sideways");
}"""


@pytest.fixture
def filled(live_server: Any) -> Filled:
    return fill()


class Visitor:
    """Opens views in one language, width and theme, each with the session it needs."""

    def __init__(
        self,
        open_page: OpenPage,
        walked: Walk,
        url: str,
        *,
        language: str = "fi",
        width: int = 1440,
        theme: str = "light",
    ) -> None:
        self.pages: dict[str, Page] = {}
        self.url = url
        self.walked = walked
        self.language = language
        self.open = lambda: open_page(language=language, width=width, color_scheme=theme)

    def visit(self, view: View) -> Page:
        """Return the page with the view in it."""
        if view.who not in self.pages:
            page = self.open()
            session = self.walked.sessions[view.who]
            if session:
                page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.url}])
            self.pages[view.who] = page
        page = self.pages[view.who]
        answer = page.goto(view.address(self.language))
        assert answer is not None
        assert answer.status == 200, f"{view.name}: {answer.status} {answer.url}"
        return page


def looked_at(page: Page, check: Callable[[Page], None]) -> list[str]:
    """Return what is wrong with the page as it is: axe's violations and sideways scrolling."""
    found = [str(each) for each in page.evaluate(SIDEWAYS)]
    try:
        check(page)
    except AssertionError as violations:
        found.append(str(violations))
    return found


def note(view: View, language: str, width: int, theme: str, found: list[str]) -> None:
    if RESULTS:
        outcome = {"view": view.name, "language": language, "width": width, "theme": theme, "found": found}
        with Path(RESULTS).open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(outcome, ensure_ascii=False) + "\n")


def keep(page: Page, view: View, *way: object) -> None:
    """Keep a picture of the page in its whole length, when pictures are asked for."""
    if PICTURES:
        name = "-".join((view.name, *map(str, way)))
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def test_every_address_is_a_page_or_named_otherwise(filled: Filled) -> None:
    unexplained = walk(filled).unexplained
    assert not unexplained, "\n".join(unexplained)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_and_fits(
    filled: Filled,
    live_server: Any,
    open_page: OpenPage,
    assert_accessible: Callable[[Page], None],
    faults: Faults,
    chance: random.Random,
    width: int,
) -> None:
    """Every page in both widths, each in a language and a theme that are drawn: a sixth of all looks."""
    faults.allow(OF_AXE)
    walked = walk(filled)
    ways = [(language, theme) for language in LANGUAGES for theme in THEMES]
    visitors = {
        way: Visitor(open_page, walked, live_server.url, language=way[0], width=width, theme=way[1]) for way in ways
    }
    wrong: list[str] = []
    for view in walked.views:
        language, theme = chance.choice(ways)
        found = looked_at(visitors[language, theme].visit(view), assert_accessible)
        note(view, language, width, theme, found)
        wrong += [f"{view.name} ({language}, {theme}, {width} px): {each}" for each in found]
    assert not wrong, "\n".join(wrong)


@pytest.mark.soak
@pytest.mark.parametrize("languages", TURNS, ids="-".join)
def test_every_page_in_every_language_width_and_theme(
    filled: Filled,
    live_server: Any,
    open_page: OpenPage,
    assert_accessible: Callable[[Page], None],
    faults: Faults,
    trials: Callable[..., list[int]],
    languages: tuple[str, ...],
) -> None:
    faults.allow(OF_AXE)
    walked = walk(filled, every_kind=True)
    ways = [(language, width, theme) for language in languages for width in WIDTHS for theme in THEMES]
    visitors = {
        way: Visitor(open_page, walked, live_server.url, language=way[0], width=way[1], theme=way[2]) for way in ways
    }
    # A sixth of the other looks is drawn above. The kinds' lists and forms are the same templates over and over.
    of_kinds = [view for view in walked.views if OF_KIND in view.name]
    others = [view for view in walked.views if OF_KIND not in view.name]
    looks = [(way, view) for way in ways for view in others]
    more = [(way, view) for way in ways for view in of_kinds]
    wrong: list[str] = []
    chosen = looks if os.environ.get("SEUTU_SOAK") == "all" else []
    for way, view in [*chosen, *(more[number] for number in trials(len(more), one_of=60))]:
        page = visitors[way].visit(view)
        keep(page, view, *way)
        found = looked_at(page, assert_accessible)
        note(view, *way, found)
        wrong += [f"{view.name} {way}: {each}" for each in found]
    assert not wrong, "\n".join(wrong)
