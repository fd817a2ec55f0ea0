"""The budget grid in a browser: typing, live proof, a clash, a pasted block, the phone."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.funding.models import CostLine
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import change_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.e2e.conftest import Faults, OpenPage
from tests.e2e.people import signed_in
from tests.integration.factories import NOON, make_person, make_record, make_workspace

pytestmark = pytest.mark.django_db(transaction=True)
OF_AXE = "inline style|style-src-elem inline"
ROWS = (
    ("EU ja valtio", "eu_state"),
    ("Omarahoitus: muu julkinen rahoitus", "own"),
    ("Kuntarahoitus", "municipal"),
    ("Yksityinen rahoitus", "private"),
)


@pytest.fixture
def manager(live_server: Any) -> User:
    return make_person("projektipaallikko@example.org", name="Projektipäällikkö")


@pytest.fixture
def here(manager: User) -> Workspace:
    return make_workspace("Kasvun tekijät", owner=manager, slug="kasvu", place_code="491")


@pytest.fixture
def project(here: Workspace) -> OwnedRecord:
    made = make_record(
        "projects",
        workspace=here,
        name="Kansainväliseen kasvuun",
        cost_model="flat_rate",
        flat_rate=Decimal(40),
        legal_basis="867/2021",
    )
    lines = (("Palkkakustannukset", "staff"), ("Flat rate 40 %", "flat_rate"))
    for at, (label, kind) in enumerate(lines):
        make_record("cost-lines", workspace=here, project=made, label=label, cost_kind=kind, position=Decimal(at))
    for at, (label, kind) in enumerate(ROWS):
        make_record("funding-rows", workspace=here, project=made, label=label, funding_kind=kind, position=Decimal(at))
    return made


@pytest.fixture
def desk(page: Page, manager: User, project: OwnedRecord, live_server: Any) -> Page:
    signed_in(page, manager, live_server.url)
    page.goto(f"/fi/w/kasvu/projects/{project.pk}/budget/")
    return page


def cell(page: Page, row: str, column: int = 0) -> Any:
    return page.get_by_role("row", name=row).locator("[data-cell]").nth(column)


def type_in(page: Page, row: str, text: str, column: int = 0) -> None:
    cell(page, row, column).click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_figures_appear_are_proved_and_turn_red(
    desk: Page, assert_accessible: Callable[[Page], None], screenshot: Callable[[Page, str], Path], faults: Faults
) -> None:
    faults.allow(OF_AXE)
    type_in(desk, "Palkkakustannukset", "314943")
    expect(cell(desk, "Flat rate 40 %")).to_have_text("125\u00a0977")
    expect(desk.locator("[data-sum='sum:budget_total:amount'] .grid__equation")).to_have_text(
        "314\u00a0943 + 125\u00a0977 = 440\u00a0920"
    )
    for (row, _kind), amount in zip(ROWS, ("352736", "85184", "0", "3000"), strict=True):
        type_in(desk, row, amount)
    expect(cell(desk, "EU ja valtio", 1)).to_have_text("80,00")
    expect(cell(desk, "Omarahoitus: muu julkinen rahoitus", 1)).to_have_text("19,32")
    expect(cell(desk, "Yksityinen rahoitus", 1)).to_have_text("0,68")
    expect(desk.locator("[data-proof]")).not_to_contain_text("440\u00a0902")
    stated = desk.locator("tfoot [data-cell]").first
    stated.click()
    desk.keyboard.type("440902")
    desk.keyboard.press("Enter")
    expect(stated).to_have_class("is-number grid__cell is-alarm")
    expect(desk.locator("[data-proof]")).to_contain_text("440\u00a0902")
    screenshot(desk, "budget-alarm")
    assert_accessible(desk)
    desk.locator("[data-grid-state] button").click()
    expect(desk.locator("tfoot [data-cell]").first).to_have_text("")
    expect(cell(desk, "Palkkakustannukset")).to_have_attribute("tabindex", "0")
    cell(desk, "Palkkakustannukset").click()
    desk.keyboard.press("Delete")
    flat = cell(desk, "Flat rate 40 %")
    expect(flat).to_have_text("")
    expect(flat).to_have_class("is-number grid__cell")


def test_a_block_of_a_spreadsheet_is_pasted_over_cells(desk: Page, here: Workspace) -> None:
    cell(desk, "EU ja valtio").click()
    desk.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "352736\\t80,00\\n85184\\t19,32\\n0\\t0\\n3000\\t0,68\\n");
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
        }"""
    )
    expect(cell(desk, "Yksityinen rahoitus", 1)).to_have_text("0,68")
    expect(desk.locator("[data-grid-state]")).to_contain_text("Tallennettu")
    desk.reload()
    expect(cell(desk, "Omarahoitus: muu julkinen rahoitus")).to_have_text("85\u00a0184")


def test_a_cell_that_somebody_else_changed_is_told_and_kept(
    desk: Page, manager: User, here: Workspace, faults: Faults
) -> None:
    faults.allow(r"status of 409")
    with in_scope(here):
        kind = kind_named("cost-lines")
        line = record_of(kind, CostLine.objects.get(label="Palkkakustannukset").pk)
        change_record(kind, line, {"amount": Decimal(300000)}, version=line.version, by=manager, at=NOON)
    type_in(desk, "Palkkakustannukset", "314943")
    expect(desk.locator("[data-grid-state]")).to_contain_text(re.compile(r"300\s000"))
    expect(cell(desk, "Palkkakustannukset")).to_have_text("314943")
    with in_scope(here):
        assert CostLine.objects.get(label="Palkkakustannukset").amount == Decimal(300000)


def test_a_phone_edits_a_line_as_a_form(
    open_page: OpenPage,
    manager: User,
    project: OwnedRecord,
    live_server: Any,
    screenshot: Callable[[Page, str], Path],
    assert_accessible: Callable[[Page], None],
    faults: Faults,
) -> None:
    faults.allow(OF_AXE)
    phone = open_page(width=320, height=640)
    signed_in(phone, manager, live_server.url)
    phone.goto(f"/fi/w/kasvu/projects/{project.pk}/budget/")
    screenshot(phone, "budget-320")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    phone.get_by_role("link", name="Palkkakustannukset").click()
    phone.locator("input[name=value]").first.fill("314 943")
    screenshot(phone, "budget-line-320")
    assert_accessible(phone)
    phone.locator("main form button[type=submit]").click()
    expect(cell(phone, "Flat rate 40 %")).to_have_text("125\u00a0977")


ANSWERS = (
    ({"status": 403, "body": "<h1>Kielletty</h1>"}, "istuntosi|signed out"),
    ({"status": 404, "body": "<h1>Ei ole</h1>"}, "istuntosi|signed out"),
    ({"status": 413, "body": "too large"}, "liikaa|too much"),
    ({"status": 500, "body": "<h1>Virhe</h1>"}, "häiriö|fault"),
    ({"status": 500, "content_type": "application/json", "body": "{}"}, "häiriö|fault"),
    ({"status": 200, "content_type": "text/html", "body": "<h1>Muuta</h1>"}, "häiriö|fault"),
    (None, "yhteys|connection"),
)


@pytest.mark.parametrize(("answer", "said"), ANSWERS)
def test_every_failed_save_is_told_and_what_was_typed_stays(
    desk: Page, here: Workspace, faults: Faults, answer: dict[str, Any] | None, said: str
) -> None:
    faults.allow("status of|ERR_|Failed to load resource|net::")
    fail = "**/budget/cells/"
    desk.route(fail, lambda route: route.fulfill(**answer) if answer else route.abort())
    type_in(desk, "Palkkakustannukset", "314943")
    state = desk.locator("[data-grid-state]")
    expect(state).to_contain_text(re.compile(said))
    typed = cell(desk, "Palkkakustannukset")
    expect(typed).to_have_class(re.compile("is-refused"))
    expect(typed).to_have_text("314943")
    with in_scope(here):
        assert CostLine.objects.get(label="Palkkakustannukset").amount is None
    desk.unroute(fail)
    type_in(desk, "EU ja valtio", "100")
    expect(state).to_contain_text(re.compile("Tallennettu"))
    expect(typed).to_have_text("314943")
    typed.click()
    desk.keyboard.press("Enter")
    expect(desk.locator(".grid__input")).to_have_value("314943")
    desk.keyboard.press("Enter")
    expect(typed).not_to_have_class(re.compile("is-refused|is-waiting"))
    expect(typed).to_have_text("314\u00a0943")
    with in_scope(here):
        assert CostLine.objects.get(label="Palkkakustannukset").amount == Decimal(314943)


def test_a_refused_cell_can_be_put_back_as_it_was(desk: Page, here: Workspace, faults: Faults) -> None:
    faults.allow("status of 422")
    type_in(desk, "Palkkakustannukset", "paljon")
    typed = cell(desk, "Palkkakustannukset")
    expect(typed).to_have_class(re.compile("is-refused"))
    typed.click()
    desk.keyboard.press("Enter")
    desk.locator(".grid__input").fill("")
    desk.keyboard.press("Enter")
    expect(typed).not_to_have_class(re.compile("is-refused"))
    expect(typed).to_have_text("")


def test_a_block_that_reaches_beyond_the_table_is_not_pasted_in_part(desk: Page, here: Workspace) -> None:
    cell(desk, "EU ja valtio").click()
    desk.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", Array.from({length: 9}, (_, at) => at + 1).join("\\n"));
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
        }"""
    )
    expect(desk.locator("[data-grid-state]")).to_have_class(re.compile("is-wrong"))
    expect(cell(desk, "EU ja valtio")).to_have_text("")


def test_a_block_that_could_not_be_saved_is_tried_again_as_a_whole(desk: Page, here: Workspace, faults: Faults) -> None:
    faults.allow("ERR_|Failed to load resource|net::")
    desk.route("**/budget/cells/", lambda route: route.abort())
    cell(desk, "EU ja valtio").click()
    desk.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "352736\\n85184\\n0\\n3000\\n");
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
        }"""
    )
    state = desk.locator("[data-grid-state]")
    expect(state).to_have_class(re.compile("is-wrong"))
    desk.unroute("**/budget/cells/")
    state.get_by_role("button").click()
    expect(state).to_contain_text("Tallennettu")
    expect(cell(desk, "Yksityinen rahoitus")).to_have_text("3\u00a0000")
    expect(desk.locator(".is-refused")).to_have_count(0)
