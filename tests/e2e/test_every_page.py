"""Every page of the URL map in a real browser: accessible, fits a phone, silent under the strict policy."""

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Literal

import pytest
from playwright.sync_api import Page

from seutu.apps.records.sheets.kinds import kinds
from tests.e2e.conftest import Faults, OpenPage
from tests.e2e.filled import Filled, fill
from tests.e2e.views import View, Walk, walk

pytestmark = pytest.mark.django_db(transaction=True)

LANGUAGES: Final = ("fi", "sv", "en")
# All looks are shared out by language; for a tenth of them the walk to find the pages is made once.
TURNS: Final = [(each,) for each in LANGUAGES] if os.environ.get("SEUTU_SOAK") == "all" else [LANGUAGES]
WIDTHS: Final = (1440, 320)
HEIGHT: Final = 900
THEMES: Final[dict[str, Literal["light", "dark"]]] = {"light": "light", "dark": "dark"}
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


Way = tuple[str, int, str]
"""A language, a width and a theme."""


class Visitor:
    """Opens views in any language, width and theme, each with the session it needs: one window for each person."""

    def __init__(self, open_page: OpenPage, walked: Walk, url: str) -> None:
        self.pages: dict[str, Page] = {}
        self.url = url
        self.walked = walked
        self.open = open_page

    def visit(self, view: View, way: Way) -> Page:
        """Return the page with the view in it."""
        language, width, theme = way
        if view.who not in self.pages:
            page = self.open()
            session = self.walked.sessions[view.who]
            if session:
                page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.url}])
            self.pages[view.who] = page
        page = self.pages[view.who]
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=THEMES[theme])
        answer = page.goto(view.address(language))
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


def unfit(page: Page, *widths: int) -> list[str]:
    """Return what makes the page scroll sideways at each width; the page is left at the last of them."""
    found: list[str] = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"{width} px: {each}" for each in page.evaluate(SIDEWAYS)]
    return found


def languages_wrong(page: Page, view: View) -> list[str]:
    """Return the links to the other languages that lead to another page than this one."""
    links = {each.get_attribute("lang"): each.get_attribute("href") for each in page.locator(".languages a").all()}
    wanted = {language: view.address(language) for language in LANGUAGES}
    by_buttons = view.name.startswith("answer") and view.name != "answer_thanks"  # they keep what was answered
    return [] if view.who != "owner" or by_buttons or links == wanted else [f"other languages: {links}"]


def note(view: View, way: Way, found: list[str]) -> None:
    if RESULTS:
        language, width, theme = way
        outcome = {"view": view.name, "language": language, "width": width, "theme": theme, "found": found}
        with Path(RESULTS).open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(outcome, ensure_ascii=False) + "\n")


def keep(page: Page, view: View, way: Way) -> None:
    """Keep a picture of the page in its whole length, when pictures are asked for."""
    if PICTURES:
        name = "-".join((view.name, *map(str, way)))
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def test_every_address_is_a_page_or_named_otherwise(filled: Filled) -> None:
    unexplained = walk(filled).unexplained
    assert not unexplained, "\n".join(unexplained)


@pytest.mark.long
@pytest.mark.parametrize("half", [0, 1], ids=["even", "odd"])
def test_every_page_is_accessible_and_fits(
    filled: Filled,
    live_server: Any,
    open_page: OpenPage,
    assert_accessible: Callable[[Page], None],
    faults: Faults,
    chance: random.Random,
    half: int,
) -> None:
    """Every page: axe in a language, width and theme that are drawn, its fit in both widths, its other languages."""
    faults.allow(OF_AXE)
    walked = walk(filled)
    ways = [(language, width, theme) for language in LANGUAGES for width in WIDTHS for theme in THEMES]
    visitor = Visitor(open_page, walked, live_server.url)
    wrong: list[str] = []
    for view in walked.views[half::2]:
        way = chance.choice(ways)
        page = visitor.visit(view, way)
        found = [*looked_at(page, assert_accessible), *languages_wrong(page, view), *unfit(page, *WIDTHS, way[1])]
        note(view, way, found)
        wrong += [f"{view.name} {way}: {each}" for each in found]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
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
    named = [kind.name for kind in kinds()]
    every = os.environ.get("SEUTU_SOAK") == "all"
    walked = walk(filled, of_kinds=[named[number] for number in trials(len(named))], kinds_alone=not every)
    ways = [(language, width, theme) for language in languages for width in WIDTHS for theme in THEMES]
    visitor = Visitor(open_page, walked, live_server.url)
    # A twelfth of the other looks is drawn above, and here of those of kinds: the same templates over and over.
    of_kinds = [view for view in walked.views if OF_KIND in view.name]
    others = [view for view in walked.views if OF_KIND not in view.name]
    looks = [(way, view) for way in ways for view in others]
    more = [(way, view) for way in ways for view in of_kinds]
    wrong: list[str] = []
    for way, view in [*(looks if every else []), *(more[number] for number in trials(len(more), one_of=len(ways)))]:
        page = visitor.visit(view, way)
        keep(page, view, way)
        found = looked_at(page, assert_accessible)
        note(view, way, found)
        wrong += [f"{view.name} {way}: {each}" for each in found]
    assert not wrong, "\n".join(wrong)
