"""A budget line worked out of its own figures, in a browser: entered in its form, seen and judged on the grid."""

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
from seutu.apps.records.scope import in_scope
from tests.e2e.conftest import Faults, OpenPage
from tests.e2e.people import signed_in
from tests.integration.factories import make_person, make_record, make_workspace

pytestmark = pytest.mark.django_db(transaction=True)
OF_AXE = "inline style|style-src-elem inline"
EQUATION = "50 % × 12 kk × 4 500 € × 1,2102 = 32 675,40 €"


@pytest.fixture
def manager(live_server: Any) -> User:
    return make_person("projektipaallikko@example.org", name="Projektipäällikkö")


@pytest.fixture
def here(manager: User) -> Workspace:
    return make_workspace("Kasvun tekijät", owner=manager, slug="kasvu", place_code="491")


@pytest.fixture
def project(here: Workspace) -> OwnedRecord:
    return make_record("projects", workspace=here, name="Kansainväliseen kasvuun", legal_basis="867/2021")


@pytest.fixture
def line(here: Workspace, project: OwnedRecord) -> OwnedRecord:
    figures = {"quantity": Decimal(12), "unit_price": Decimal(4500), "work_share": Decimal(50)}
    return make_record(
        "cost-lines",
        workspace=here,
        project=project,
        label="Päällikkö",
        cost_kind="staff",
        calculation="fixed_share",
        side_costs=Decimal("21.02"),
        **figures,
    )


def cell(page: Page, row: str) -> Any:
    return page.get_by_role("row", name=row).locator("[data-cell]").first


def said(found: Any) -> str:
    return str(found.inner_text()).replace("\u00a0", " ")


def test_a_line_is_entered_by_its_figures_and_seen_worked_out(
    page: Page, manager: User, here: Workspace, project: OwnedRecord, live_server: Any
) -> None:
    signed_in(page, manager, live_server.url)
    page.goto(f"/fi/w/kasvu/projects/{project.pk}/budget/")
    page.get_by_role("link", name="Lisää kustannusrivi").click()
    page.locator("[name=label]").fill("Päällikkö")
    page.locator("[name=cost_kind]").select_option("staff")
    page.locator("[name=calculation]").select_option("fixed_share")
    for name, value in (("quantity", "12"), ("unit_price", "4500"), ("work_share", "50"), ("side_costs", "21,02")):
        page.locator(f"[name={name}]").fill(value)
    page.locator("main form button[type=submit]").first.click()
    with in_scope(here):
        assert CostLine.objects.get().amount is None
    page.goto(f"/fi/w/kasvu/projects/{project.pk}/budget/")
    assert said(cell(page, "Päällikkö")).split("\n") == ["32 675,40", EQUATION]


def test_a_stated_amount_is_judged_under_its_figure_and_taken_back(
    page: Page,
    manager: User,
    project: OwnedRecord,
    line: OwnedRecord,
    live_server: Any,
    screenshot: Callable[[Page, str], Path],
    assert_accessible: Callable[[Page], None],
    faults: Faults,
) -> None:
    faults.allow(OF_AXE)
    signed_in(page, manager, live_server.url)
    page.goto(f"/fi/w/kasvu/projects/{project.pk}/budget/")
    found = cell(page, "Päällikkö")
    found.click()
    page.keyboard.press("Enter")
    expect(page.locator(".grid__input")).to_have_value("")
    page.keyboard.press("Escape")
    assert said(found).split("\n") == ["32 675,40", EQUATION]
    found.click()
    page.keyboard.type("27000")
    page.keyboard.press("Enter")
    expect(found).to_have_class(re.compile("is-alarm"))
    assert said(found).split("\n") == ["27 000", f"{EQUATION} ≠ 27 000 €"]
    expect(page.locator("[data-proof]")).to_contain_text("ilman sivukuluja")
    screenshot(page, "budget-calculation")
    assert_accessible(page)
    found.click()
    page.keyboard.press("Delete")
    expect(found).to_have_class(re.compile("is-derived"))
    assert said(found).split("\n") == ["32 675,40", EQUATION]


def test_the_equation_fits_a_phone(
    open_page: OpenPage,
    manager: User,
    project: OwnedRecord,
    line: OwnedRecord,
    live_server: Any,
    screenshot: Callable[[Page, str], Path],
    assert_accessible: Callable[[Page], None],
    faults: Faults,
) -> None:
    faults.allow(OF_AXE)
    phone = open_page(width=320, height=640)
    signed_in(phone, manager, live_server.url)
    phone.goto(f"/fi/w/kasvu/projects/{project.pk}/budget/")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    screenshot(phone, "budget-calculation-320")
    phone.get_by_role("link", name="Päällikkö").click()
    assert EQUATION in said(phone.locator("main"))
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    assert_accessible(phone)
