"""A survey in a real browser: answered on a phone in two languages and come back to, and built by keyboard and form."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import Survey, SurveyLink, SurveyResponse
from seutu.apps.statistics.surveys import tokens
from tests.e2e.conftest import OpenPage
from tests.e2e.people import signed_in
from tests.integration.factories import make_person, make_record, make_workspace
from tests.integration.statistics.surveys import open_survey

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 320, "height": 640}


@pytest.fixture
def link(live_server: Any, monkeypatch: pytest.MonkeyPatch) -> SurveyLink:
    monkeypatch.setattr(tokens, "QUICKEST", timedelta(0))
    return open_survey()


def go_on(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.mark.parametrize("script", ["on", "off"])
def test_a_phone_answers_in_finnish_and_english_and_comes_back(
    link: SurveyLink, open_page: OpenPage, script: str
) -> None:
    page = open_page(**PHONE, java_script_enabled=script == "on")
    page.goto(f"/fi/answer/{link.code}/")
    page.get_by_label("Vaihtoehto city").check()
    page.get_by_label("Missä asut?").select_option(label="Rauma")
    go_on(page, "In English")
    expect(page.get_by_label("Vaihtoehto city (en)")).to_be_checked()
    go_on(page, "Next")
    expect(page.get_by_text("Page 2 of 4")).to_be_visible()
    page.get_by_role("group", name="Mielikuva (en)").get_by_role("radio", name="5").first.check()
    go_on(page, "Keep and go on later")
    address = page.get_by_label("Address").input_value()
    page = open_page(**PHONE, java_script_enabled=script == "on")
    page.goto(address)
    expect(page.get_by_role("radio", name="5").first).to_be_checked()
    go_on(page, "Next")
    page.get_by_role("radio", name="10").check()
    go_on(page, "Next")
    page.get_by_label("Miksi? (en)").fill("Järvi")
    if script == "on":
        assert fits(page)
    go_on(page, "Send the answers")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, your answer was stored")
    with in_scope(link.workspace):
        (stored,) = SurveyResponse.objects.all()
        assert stored.answers["home"] == "684"
        assert list(stored.answers["image"].values()) == ["5"]
        assert stored.answers["why"] == "Järvi"


def test_a_questionnaire_is_built_and_published(open_page: OpenPage, live_server: Any) -> None:
    owner = make_person()
    here = make_workspace(owner=owner)
    survey = make_record("surveys", workspace=here, name="Palaute")
    page = signed_in(open_page(language="fi"), owner, live_server.url)
    page.goto(f"/fi/w/{here.slug}/surveys/{survey.pk}/questions/")
    for kind, code in (("Asteikko", "grade"), ("Teksti", "why")):
        page.get_by_role("link", name=kind, exact=True).click()
        page.get_by_label("Kysymys (FI)").fill(f"Kysymys {code}")
        page.get_by_label("Tunnus", exact=True).fill(code)
        go_on(page, "Tallenna kysymys")
    page.locator("ol.builder li", has_text="Kysymys why").get_by_role("button", name="Ylös").click()
    expect(page.locator("ol.builder li").first).to_contain_text("Kysymys why")
    page.get_by_label("Otsikko (FI)").fill("Palaute")
    page.get_by_label("på svenska").uncheck()
    page.get_by_label("in English").uncheck()
    go_on(page, "Tallenna")
    expect(page.get_by_text("Mitään ei puutu")).to_be_visible()
    page.goto(f"/fi/w/{here.slug}/surveys/{survey.pk}/")
    go_on(page, "Julkaise luonnos")
    expect(page.get_by_text("Lomake 1 on julkaistu.")).to_be_visible()
    with in_scope(here):
        assert [each["code"] for each in Survey.objects.get().questionnaire["questions"]] == ["why", "grade"]
