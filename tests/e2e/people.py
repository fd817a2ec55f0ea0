"""What a person does in the browser, step by step, as the tests of journeys say it. Not a test itself."""

from pathlib import Path
from typing import Final

from openpyxl import Workbook
from playwright.sync_api import Page, expect

from seutu.apps.accounts.models import User
from tests.e2e.filled import session_of

HEADERS: Final = ("Yritys", "Kotikunta", "Y-tunnus", "Toimiala", "Huomioita omaan käyttöön")


def signed_in(page: Page, person: User, url: str) -> Page:
    """Give the page the session of a person who has signed in."""
    page.context.add_cookies([{"name": "sessionid", "value": session_of(person), "url": url}])
    return page


def own_excel(folder: Path) -> Path:
    """Write a development manager's own list, with a title over the headers and two faulty rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Yritykset"
    sheet.append(HEADERS)
    for row in (
        ("Nostokone Oy", "Iisalmi", "0112038-9", "TOL 2008:28220", "soita"),
        ("Levypaja Oy", "Kuopio", "1234567-8", "TOL 2008:25110", ""),
        ("Sorvaamo Ky", "Atlantis", "", "TOL 2008:25620", ""),
        ("Robottisolu Oy", "Varkaus", "", "TOL 2008:28990", "messut"),
    ):
        sheet.append(row)
    path = folder / "oma lista.xlsx"
    book.save(path)
    return path


def take(page: Page, button: str, day: str, state: str) -> None:
    """Take the next step of an application on a day, and see that it has come to its new state."""
    page.get_by_label("Day").fill(day)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator("header.title")).to_contain_text(f"State: {state}")


def tab_to(page: Page, selector: str, *, at_most: int = 60) -> None:
    """Press Tab until the focus is on an element of the selector; fails when it is never reached."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    message = f"{selector} is not reached by {at_most} presses of Tab on {page.url}"
    raise AssertionError(message)
