"""The index workshop in a browser: a weight is moved, the moves are read, the change is kept."""

import json
from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from seutu.apps.accounts.enums import Role
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.surveys import results
from tests.e2e.conftest import Faults, OpenPage
from tests.integration.factories import make_record, make_workspace, signed_in_as
from tests.integration.statistics.small_store import TOWNS, use_store
from tests.integration.statistics.surveyed_index import closed_wave, index_with

pytestmark = pytest.mark.django_db(transaction=True)
DRAWN = "() => [...document.querySelectorAll('[data-picture]')].every((figure) => figure.dataset.ready !== undefined)"
OF_AXE = "inline style|style-src-elem inline"
STRUCTURE = json.dumps(
    [
        {"code": "index", "name": "Elinvoima"},
        {"code": "jobs", "parent": "index"},
        {"code": "pay", "parent": "index"},
        {"code": "away", "parent": "index", "direction": -1},
    ]
)


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Make an index of six towns; return the address of its page and a session of an owner."""
    use_store(monkeypatch)
    here = make_workspace("Savon Kehitys", slug="savo")
    with in_scope(here):
        group = make_record("place-groups", name="Ryhmä")
        for town in TOWNS:
            make_record("place-group-members", group=group, municipality=town)
        index = make_record("indices", name="Elinvoima", place_group=group, structure=STRUCTURE)
    with translation.override("fi"):
        return reverse("index_workshop", args=["savo", index.pk]), signed_in_as(here, Role.OWNER).cookies[
            "sessionid"
        ].value


def show(page: Page, address: tuple[str, str], base: str) -> None:
    page.context.add_cookies([{"name": "sessionid", "value": address[1], "url": base}])
    page.goto(base + address[0], timeout=60_000)
    page.wait_for_function(DRAWN, timeout=60_000)


def test_a_weight_is_moved_the_moves_are_read_and_the_change_is_kept(
    page: Page, address: tuple[str, str], live_server: LiveServer
) -> None:
    show(page, address, live_server.url)
    slider = page.locator('[data-slides="weight-jobs"]')
    expect(slider).to_be_visible()
    slider.evaluate("(each) => { each.value = 4.5; each.dispatchEvent(new Event('input')); }")
    expect(page.locator("#weight-jobs")).to_have_value("4,5")
    slider.dispatch_event("change")
    said = page.locator(".index-moved__said")
    expect(said).to_contain_text("vaihtoi sijaa;")
    expect(said).to_contain_text("virhemarginaaliin.")
    assert "w-jobs=4%2C5" in page.url
    expect(page.locator("#index-moves tbody tr").first).to_contain_text("virhemarginaali")
    page.wait_for_function(DRAWN, timeout=60_000)
    page.get_by_role("button", name="Pidä muutos").click()
    expect(page.locator("#messages")).to_contain_text("Indeksissä on nyt nämä painot ja valinnat.")
    expect(page.locator("#weight-jobs")).to_have_value("4,5")
    expect(said).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (320, "dark")])
def test_the_workshop_with_a_trial_is_accessible_and_fits(
    open_page: OpenPage,
    address: tuple[str, str],
    live_server: LiveServer,
    assert_accessible: Callable[[Page], None],
    faults: Faults,
    width: int,
    scheme: str,
) -> None:
    faults.allow(OF_AXE)
    page = open_page(width=width, color_scheme=scheme)
    show(page, (f"{address[0]}?w-jobs=4", address[1]), live_server.url)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert_accessible(page)


def test_a_survey_weight_is_moved_and_the_page_says_which_moves_are_noise(
    page: Page, monkeypatch: pytest.MonkeyPatch, live_server: LiveServer
) -> None:
    use_store(monkeypatch)
    monkeypatch.setattr(results, "_populations", lambda towns: dict.fromkeys(towns, 1000.0))
    here = make_workspace("Savon Kehitys", slug="savo")
    link = closed_wave(here)
    index, column = index_with(here, link.wave_id), f"weight-survey:{link.wave_id}:image"
    with translation.override("fi"):
        way = reverse("index_workshop", args=["savo", index.pk])
    show(page, (way, signed_in_as(here, Role.OWNER).cookies["sessionid"].value), live_server.url)
    expect(page.locator("[data-interval-note]")).to_contain_text("toiset ihmiset (otantavirhe)")
    expect(page.locator("#index-ranking")).to_contain_text("Pisteet, kun vastaajat ovat toiset (90 %)")
    page.locator(f'[data-slides="{column}"]').evaluate(
        "(each) => { each.value = 5; each.dispatchEvent(new Event('input')); each.dispatchEvent(new Event('change', "
        "{bubbles: true})); }"
    )
    expect(page.locator(".index-moved__said")).to_contain_text("vaihtoi sijaa;")
    rows = page.locator("#index-moves tbody tr")
    expect(rows.first).to_contain_text("virhemarginaali")
    noise = rows.filter(has_text="mahtuu virhemarginaaliin").count()
    assert noise > 0, "the answers of forty people leave some moves within the margin of error"
