"""The statistics in a browser: the catalogue is narrowed, an indicator opens, a town's profile is drawn and printed."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.statistics.overview import overview
from tests.e2e.conftest import Faults, OpenPage
from tests.integration.factories import make_workspace, signed_in_as

pytestmark = pytest.mark.django_db(transaction=True)
DRAWN = "() => [...document.querySelectorAll('[data-picture]')].every((figure) => figure.dataset.ready !== undefined)"
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
OF_AXE = "inline style|style-src-elem inline"


@pytest.fixture
def here() -> Workspace:
    overview()  # the first page of an installation waits for it
    return make_workspace("Savon Kehitys", place_code="140")


def test_from_the_catalogue_to_a_printed_profile(
    open_page: OpenPage,
    here: Workspace,
    live_server: LiveServer,
    assert_accessible: Callable[[Page], None],
    faults: Faults,
) -> None:
    faults.allow(OF_AXE)
    page: Page = open_page(width=320)
    session = signed_in_as(here, Role.OWNER).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    with translation.override("fi"):
        page.goto(live_server.url + reverse("area", args=[here.slug, "material"]))
    page.get_by_role("link", name="Tilastot").click()
    page.locator("#filter_q").fill("työllisyysaste")
    page.get_by_role("button", name="Näytä", exact=True).click()
    page.wait_for_url("**q=*")
    page.locator("#list tbody tr", has_text="Työllisyysaste").get_by_role("link").first.click()
    page.wait_for_function(DRAWN, timeout=60_000)
    assert "Iisalmi 66,3" in page.locator("#distribution").inner_text()
    assert page.evaluate(FITS)
    page.get_by_text("Kaikkien kuntien luvut ja sijat").click()
    page.locator("#municipalities-table tr.is-ours").get_by_role("link").click()
    page.wait_for_function(DRAWN, timeout=60_000)
    assert "Iisalmen väkiluku oli" in page.locator(".said").first.inner_text()
    assert page.evaluate(FITS)
    assert_accessible(page)
    page.emulate_media(media="print")
    assert not page.locator(".on-this-page").is_visible()
    assert page.locator("#figures-population").is_visible()
    assert len(page.pdf()) > 50_000
