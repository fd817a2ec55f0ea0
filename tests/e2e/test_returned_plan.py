"""Bringing a plan's workbook back in a browser: a refusal with its place, every change, also on a phone."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from seutu.apps.funding.models import CostLine
from seutu.apps.records.scope import in_scope
from tests.e2e.conftest import Faults, OpenPage
from tests.e2e.people import signed_in
from tests.integration import factories
from tests.integration.factories import make_person, make_workspace
from tests.integration.funding.returned import PLAN, Case, made_of, put

pytestmark = pytest.mark.django_db(transaction=True)
OF_AXE = "inline style|style-src-elem inline"


@pytest.mark.parametrize("width", [1440, 320])
def test_a_workbook_is_refused_by_its_place_and_then_shows_every_change(
    open_page: OpenPage,
    live_server: Any,
    tmp_path: Path,
    faults: Faults,
    assert_accessible: Callable[[Page], None],
    screenshot: Callable[[Page, str], Path],
    width: int,
) -> None:
    faults.allow(f"{OF_AXE}|status of 422")
    owner = make_person("omistaja@example.org", name="Omistaja")
    workspace = make_workspace("Kasvu", owner=owner, slug="kasvu", place_code="491")
    client = factories.signed_in(owner)
    plan = deepcopy(PLAN)
    plan["cost_lines"] += [{"label": f"Rivi {at}", "kind": "other", "amount": "1"} for at in range(210)]
    case = Case(workspace, made_of(client, workspace, plan), client)
    bad, good = tmp_path / "huono.xlsx", tmp_path / "hyva.xlsx"
    bad.write_bytes(case.workbook(put("Kustannukset", "Ostot", "Määrä", "noin 651 200 €")))
    edits = [put("Kustannukset", f"Rivi {at}", "Määrä", 2) for at in range(210)]
    good.write_bytes(case.workbook(put("Kustannukset", "Palkat", "Haettu", None), *edits))
    page = open_page(width=width, height=800)
    signed_in(page, owner, live_server.url)
    page.goto(f"/fi{case.address('plan_return').removeprefix('/fi')}")
    for file in (bad, good):
        page.set_input_files("input[type=file]", str(file))
        page.locator("main form button[type=submit]").click()
        if file is bad:
            expect(page.locator(".field__error").first).to_contain_text("Kustannukset, C3")
    expect(page.locator("#changes tbody tr")).to_have_count(200)
    expect(page.locator("#more-changes tbody tr")).to_have_count(11)
    expect(page.locator("#changes tbody tr").first).to_contain_text("–")
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    screenshot(page, f"plan-return-{width}")
    assert_accessible(page)
    page.locator("main details summary").click()
    expect(page.locator("#more-changes tbody tr").last).to_be_visible()
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/budget/")
    with in_scope(workspace):
        assert CostLine.objects.filter(amount=2).count() == 210
        assert CostLine.objects.get(label="Palkat").applied is None
