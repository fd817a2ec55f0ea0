"""A call in the browser: two assessors score, supplements are marked done, the case is decided. Nothing shows early."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from seutu.apps.accounts.models import User
from seutu.apps.funding.models import Application
from seutu.apps.records.scope import in_scope
from tests.e2e.conftest import OpenPage
from tests.e2e.people import signed_in, tab_to, take
from tests.integration.factories import make_record
from tests.integration.funding.judged import SUPPLEMENTS, TWENTY, Judged, judged

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case(live_server: Any) -> Judged:
    made = judged()
    with in_scope(made.workspace):
        for number, name in enumerate(SUPPLEMENTS, 1):
            make_record(
                "supplement-requests",
                application=made.application,
                number=str(number),
                name=name,
                state="open",
                requested_on=date(2025, 5, 26),
            )
    return made


def address(case: Judged, name: str) -> str:
    path = reverse(name, args=[case.workspace.slug, case.application.pk])
    return re.sub(r"^/(fi|sv)/", "/en/", path)


def opened(open_page: OpenPage, who: User, url: str) -> Page:
    return signed_in(open_page(language="en"), who, url)


def give(page: Page, points: tuple[int, ...], comment: str) -> None:
    for number, value in enumerate(points):
        page.locator("main").get_by_label(re.compile("^Points")).nth(number).fill(str(value))
    page.locator("main").get_by_label(re.compile("^Comment")).first.fill(comment)
    page.get_by_role("button", name="Save your scores").click()


def test_two_assessors_score_and_the_case_is_decided(case: Judged, open_page: OpenPage, live_server: Any) -> None:
    first, second = (opened(open_page, who, live_server.url) for who in (case.first, case.second))
    first.goto(address(case, "scoring"))
    give(first, TWENTY[:5], "Selkeä tavoite")
    expect(first.locator("header.title")).to_contain_text("5/9")
    expect(first.get_by_role("heading", name="Results")).to_have_count(0)
    second.goto(address(case, "scoring"))
    give(second, (3, 3, *TWENTY[2:]), "Perusteellinen suunnitelma")
    expect(second.get_by_role("heading", name="Results")).to_be_visible()
    expect(second.locator("#results tfoot")).to_contain_text("21")
    expect(second.locator("#results tfoot")).to_contain_text("unfinished")  # she is done and sees how far the first is
    for page in (address(case, "scoring"), address(case, "application"), f"/en/w/{case.workspace.slug}/r/scores/"):
        first.goto(page)
        expect(first.locator("main")).not_to_contain_text("Perusteellinen suunnitelma")
        expect(first.locator("main")).not_to_contain_text(case.second.email)
    first.goto(address(case, "scoring"))
    give(first, TWENTY, "Selkeä tavoite")
    expect(first.locator("#results tfoot")).to_contain_text("20.5")
    expect(first.locator("main")).to_contain_text("Perusteellinen suunnitelma")
    expect(first.locator("header.title")).to_contain_text("20/27")
    second.reload()
    expect(second.locator("#results tfoot")).not_to_contain_text("unfinished")
    decide(case, opened(open_page, case.owner, live_server.url))


def decide(case: Judged, owner: Page) -> None:
    owner.goto(address(case, "application"))
    expect(owner.locator("header.title")).to_contain_text("20/27")
    take(owner, "Request supplements", "26.5.2025", "supplement requested")
    expect(owner.get_by_text("Supplements still to be done: 3")).to_be_visible()
    for left in (2, 1, 0):
        owner.get_by_role("button", name="Mark done today").first.click()
        expect(owner.get_by_role("button", name="Mark done today")).to_have_count(left)
    expect(owner.locator("header.title")).to_contain_text("3 supplements requested, all done")
    today = f"{timezone.localdate():%-d.%-m.%Y}"
    take(owner, "Send the supplemented application", today, "supplemented")
    take(owner, "Close the scoring", today, "scored")
    take(owner, "Propose for decision", today, "proposed")
    expect(owner.get_by_role("button", name="Record as approved")).to_have_count(0)
    with in_scope(case.workspace):
        make_record(
            "decisions",
            name="Rahoituspäätös",
            application=case.application,
            outcome="approved",
            reasons="Hyväksytään täydennysten jälkeen.",
            granted=Decimal(352736),
        )
    owner.reload()
    take(owner, "Record as approved", today, "approved")
    expect(owner.locator("#decisions")).to_contain_text("Rahoituspäätös")
    with in_scope(case.workspace):
        approved = Application.objects.get(pk=case.application.pk)
        assert (approved.state, approved.submitted_on) == ("approved", date(2024, 3, 15))
    steps = owner.locator(".history .history__what").all_text_contents()
    assert [each.split(": ")[1] for each in steps[1:]] == [
        "supplement requested",
        "supplemented",
        "scored",
        "proposed",
        "approved",
    ]


def test_the_desk_is_used_by_keyboard_alone(case: Judged, open_page: OpenPage, live_server: Any) -> None:
    page = opened(open_page, case.first, live_server.url)
    page.goto(address(case, "scoring"))
    for value in ("3", "2"):
        tab_to(page, "input[inputmode=decimal]")
        page.keyboard.type(value)
    page.keyboard.press("Enter")
    expect(page.locator("header.title")).to_contain_text("2/9")
