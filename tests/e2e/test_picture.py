"""The situation picture in a browser: drawn under the strict policy, one selection across map, network and list."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.statistics.operations import prepare_statistics
from tests.e2e.conftest import Faults, OpenPage
from tests.integration.factories import make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db(transaction=True)
DRAWN = "() => [...document.querySelectorAll('[data-picture]')].every((figure) => figure.dataset.ready !== undefined)"
OF_AXE = "inline style|style-src-elem inline"


@pytest.fixture
def here() -> Workspace:
    prepare_statistics()  # the first page of an installation waits for it
    here = make_workspace("Savon Kehitys", place_code="140")
    values = {"link_type": "shared_project", "evidence": "H2020, n = 2: 1, 2"}
    hub = make_record("actors", workspace=here, name="Konepaja Oy", municipality="140", classes=("company",))
    for name, municipality in (("Sahalaitos Oy", "140"), ("Opisto", "297"), ("Tutkimus Oy", "564")):
        other = make_record("actors", workspace=here, name=name, municipality=municipality)
        make_record("links", workspace=here, from_actor=hub, to_actor=other, **values)
    return here


def show(page: Page, here: Workspace, base: str, code: str = "140") -> None:
    session = signed_in_as(here, Role.OWNER).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": base}])
    with translation.override("fi"):
        page.goto(base + reverse("picture", args=[here.slug, "municipality", code]), timeout=60_000)
    page.wait_for_function(DRAWN, timeout=60_000)


def test_one_choice_shows_in_map_network_and_list(page: Page, here: Workspace, live_server: LiveServer) -> None:
    show(page, here, live_server.url)
    page.locator("#picture-actors tbody tr", has_text="Konepaja Oy").locator("td").first.click()
    assert "Konepaja Oy" in page.locator("#picture-map [data-said]").inner_text()
    said = page.locator("#picture-network [data-said]").inner_text()
    assert said.startswith("Konepaja Oy · 3 kumppania")
    page.locator("#picture-network-find").fill("sahalaitos oy")
    page.locator("#picture-network-find").dispatch_event("change")
    assert page.locator("#picture-actors tr.is-selected").inner_text().startswith("Sahalaitos Oy")
    assert "Sahalaitos Oy" in page.locator("#picture-map [data-said]").inner_text()


def test_a_figure_opens_to_its_source(page: Page, here: Workspace, live_server: LiveServer) -> None:
    show(page, here, live_server.url)
    opener = page.locator(".number", has_text="Väkiluku").first.locator("details")
    opener.locator("summary").click()
    assert "CC BY 4.0, haettu" in opener.inner_text()


@pytest.mark.parametrize("width", [1440, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_is_accessible_at_every_width(
    open_page: OpenPage,
    here: Workspace,
    live_server: LiveServer,
    assert_accessible: Callable[[Page], None],
    faults: Faults,
    width: int,
    scheme: str,
) -> None:
    faults.allow(OF_AXE)
    page = open_page(width=width, color_scheme=scheme)
    show(page, here, live_server.url)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert_accessible(page)


def test_without_actors_the_page_says_how_to_begin(page: Page, here: Workspace, live_server: LiveServer) -> None:
    show(page, here, live_server.url, code="925")
    text = page.locator("main").inner_text()
    assert "Rekisterissä ei ole vielä toimijoita Vieremällä" in text
    assert "Toimijoiden yhteyksiä ei ole vielä kirjattu." in text
    assert page.locator(".number__value").count() >= 8
    assert page.locator("[id^=chart-]").count() >= 10
