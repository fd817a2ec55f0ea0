"""Two whole journeys in a browser: a project from a document to its report, and a programme from goals to next year.

The first goes as a funder's proposal does (application, supplements, points, decision, measurement, report), the second
as a city's programme does (goals, review, workshop, money, report, next year's list).
"""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.funding.models import Application, CostLine
from seutu.apps.programmes.models import Project
from seutu.apps.records.models import Snapshot
from seutu.apps.records.scope import in_scope
from tests.e2e.conftest import OpenPage
from tests.e2e.people import signed_in, take
from tests.integration.factories import make_person, make_record, make_workspace
from tests.shared_material import ROOT, SHARED

pytestmark = pytest.mark.django_db(transaction=True)
OWN_PROPOSAL = ROOT / "tests" / "golden" / "documents" / "esitys_kiertotalous.txt"


@pytest.fixture
def manager(live_server: Any) -> User:
    return make_person("projektipaallikko@example.org", name="Projektipäällikkö")


@pytest.fixture
def here(manager: User) -> Workspace:
    return make_workspace("Kasvun tekijät", owner=manager, slug="kasvu", place_code="491")


@pytest.fixture
def desk(open_page: OpenPage, manager: User, here: Workspace, live_server: Any) -> Page:
    return signed_in(open_page(language="en"), manager, live_server.url)


def fill_in(page: Page, **values: str) -> None:
    """Fill in a record's form by the names of its columns and save it."""
    for name, value in values.items():
        field = page.locator(f"main form [name={name}]")
        if field.evaluate("(element) => element.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(".field__error")).to_have_count(0)


def downloaded(page: Page, name: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_bytes()


def proposal() -> tuple[Path, str, str]:
    """Return a funder's proposal, its total and its salaries: the public one where it is at hand, or one of our own."""
    public = sorted((SHARED / "source-documents").glob("000*.txt")) if SHARED.is_dir() else []
    return (public[0], "440 920", "314 943") if public else (OWN_PROPOSAL, "112 700", "80 500")


def test_a_project_goes_from_a_document_to_its_decision_and_report(
    desk: Page, here: Workspace, manager: User, tmp_path: Path
) -> None:
    document, total, salaries = (str(each).replace(" ", "\u00a0") if at else each for at, each in enumerate(proposal()))
    desk.goto("/en/w/kasvu/check/")
    desk.locator("input[type=file]").set_input_files(document)
    desk.get_by_role("button", name="Check the figures").click()
    expect(desk.locator("h1")).to_contain_text(Path(str(document)).name)
    desk.get_by_label("Name of the project").fill("Kansainväliseen kasvuun")
    desk.get_by_role("button", name="Add the project").click()
    expect(desk.locator("header.title")).to_contain_text(str(total))
    expect(desk.locator("[data-proof]")).to_contain_text("The figures hold")
    with in_scope(here):
        project = Project.objects.get()
        assert f"{CostLine.objects.get(cost_kind='staff').amount:,.0f}".replace(",", "\u00a0") == salaries
    for name in (
        "Budget and funding (PDF)",
        "Application in the order of the form (Word)",
        "The project on one A4 (PDF)",
    ):
        assert downloaded(desk, name, tmp_path)[:2] in {b"%P", b"PK"}
    _apply(desk, project, here)
    _decide(desk, here, manager)
    _measure_and_report(desk, project, here)


def _apply(desk: Page, project: Project, here: Workspace) -> None:
    desk.goto("/en/w/kasvu/r/calls/new/")
    fill_in(desk, name="Toimintaympäristön kehittäminen", opens="1.1.2024", closes="31.3.2024", max_points="27")
    for number in ("1", "2", "3"):
        desk.goto("/en/w/kasvu/r/criteria/new/")
        fill_in(
            desk,
            call="Toimintaympäristön kehittäminen",
            number=number,
            name=f"Peruste {number}",
            max_points="9",
        )
    desk.goto("/en/w/kasvu/r/applications/new/")
    fill_in(
        desk,
        name="Hakemus 600583",
        call="Toimintaympäristön kehittäminen",
        project=project.title,
        state="draft",
        points="20",
        max_points="27",
    )
    desk.get_by_role("link", name="Open the application page").click()
    take(desk, "Submit the application", "15.3.2024", "submitted")
    with in_scope(here):
        assert Snapshot.objects.filter(form="application").count() == 1
    for name in ("Päivitys viivästymisestä johtuen", "Hankkeen napakoittaminen", "Yrityssopimusten päivitys"):
        desk.goto("/en/w/kasvu/r/supplement-requests/new/")
        fill_in(desk, application="Hakemus 600583", name=name, state="open", requested_on="23.5.2025")


def _decide(desk: Page, here: Workspace, manager: User) -> None:
    with in_scope(here):
        application = Application.objects.get()
    page = f"/en/w/kasvu/applications/{application.pk}/"
    desk.goto(page)
    take(desk, "Request supplements", "23.5.2025", "supplement requested")
    for left in (2, 1, 0):
        desk.get_by_role("button", name="Mark done today").first.click()
        expect(desk.get_by_role("button", name="Mark done today")).to_have_count(left)
    today = f"{timezone.localdate():%-d.%-m.%Y}"
    take(desk, "Send the supplemented application", today, "supplemented")
    desk.goto(f"{page}scoring/")
    for number, points in enumerate(("7", "7", "6")):
        desk.locator("main").get_by_label("Points", exact=False).nth(number).fill(points)
    desk.get_by_role("button", name="Save your scores").click()
    expect(desk.locator("header.title")).to_contain_text("20/27")
    desk.goto(page)
    take(desk, "Close the scoring", today, "scored")
    take(desk, "Propose for decision", today, "proposed")
    desk.goto("/en/w/kasvu/r/decisions/new/")
    fill_in(
        desk,
        name="Rahoituspäätös",
        application="Hakemus 600583",
        outcome="approved",
        reasons="Hyväksytään täydennysten jälkeen.",
    )
    desk.goto(page)
    take(desk, "Record as approved", today, "approved")


def _measure_and_report(desk: Page, project: Project, here: Workspace) -> None:
    desk.goto("/en/w/kasvu/r/indicators/new/")
    fill_in(
        desk,
        name="Verkostoon osallistuvat yritykset",
        project=project.title,
        indicator_type="number",
        direction="more",
        baseline="0",
        target="25",
    )
    desk.goto("/en/w/kasvu/r/measurements/new/")
    fill_in(desk, indicator="Verkostoon osallistuvat yritykset", day="1.6.2026", value="20")
    desk.goto(f"/en/w/kasvu/projects/{project.pk}/")
    expect(desk.locator("main")).to_contain_text("80")
    with in_scope(here):
        record = Project.objects.get(pk=project.pk)
        assert record.life_cycle == "preparation"
    desk.goto(f"/en/w/kasvu/r/projects/{project.pk}/edit/")
    fill_in(desk, life_cycle="ended")
    desk.goto("/en/w/kasvu/portfolio/")
    expect(desk.locator("main")).to_contain_text(project.title)


def test_a_programme_goes_from_goals_to_the_next_years_list(desk: Page, here: Workspace, tmp_path: Path) -> None:
    desk.goto("/en/w/kasvu/r/programmes/new/")
    fill_in(desk, name="Elinvoimainen kaupunki", start="1.1.2022", end="28.2.2025")
    for number, name in enumerate(("Paras paikka osaajille", "Paras paikka yrittää", "Työ ja tekijät", "Palvelut"), 1):
        desk.goto("/en/w/kasvu/r/benefit-goals/new/")
        fill_in(desk, programme="Elinvoimainen kaupunki", number=str(number), name=name)
    with in_scope(here):
        from seutu.apps.programmes.models import BenefitGoal, Programme

        programme = Programme.objects.get()
        for at in range(13):
            state = "running" if at < 6 else "ended"
            made = make_record(
                "projects",
                name=f"Pilotti {at + 1}",
                development_programme=programme,
                life_cycle=state,
                start=date(2023, 1, 1),
                end=date(2024, 12, 31) if state == "running" else date(2023, 11, 30),
            )
            goal = BenefitGoal.objects.get(number=str(at % 4 + 1))
            make_record("goal-contributions", project=made, benefit_goal=goal, effect="clear")
        for name, state in (("Selvitys", "starting"), ("Jäsenyys", "starting"), ("Lupapalvelut", "preparation")):
            make_record("projects", name=name, development_programme=programme, life_cycle=state)
        money = make_record(
            "appropriations", name="Kehitysraha", programme=programme, year="2023", amount=Decimal(200000)
        )
        for name, kind, qualifier, amount in (
            ("Käyttö yhteensä", "total", "under", 180000),
            ("Palveluostot", "purchases_and_grants", "about", 100000),
            ("Omarahoitus", "own_shares", "about", 50000),
        ):
            make_record(
                "appropriation-uses",
                appropriation=money,
                name=name,
                use_kind=kind,
                state="used",
                qualifier=qualifier,
                amount=Decimal(amount),
            )
    _review(desk, str(programme.pk))
    _hold_workshop(desk, str(programme.pk), here)
    _report(desk, str(programme.pk), tmp_path, here)


def _review(desk: Page, programme: str) -> None:
    desk.goto(f"/en/w/kasvu/programmes/{programme}/sdg/")
    row = desk.get_by_role("row").filter(has_text="Pilotti 1").first
    row.get_by_role("link").first.click()
    for number in range(1, 18):
        desk.locator(f"#id_effect_{number}").select_option("for" if number == 8 else "neutral")
    desk.locator("main form button[type=submit]").last.click()
    expect(desk.get_by_role("row").filter(has_text="Pilotti 1").first).to_contain_text("17/17")


def _hold_workshop(desk: Page, programme: str, here: Workspace) -> None:
    desk.goto("/en/w/kasvu/r/reflections/new/")
    fill_in(
        desk,
        programme="Elinvoimainen kaupunki",
        name="Ohjausryhmän työpaja",
        day="30.11.2023",
        missing="Poikkihallinnollinen yhteistyö.",
        lead_projects="Pilotti 1",
    )
    desk.goto("/en/w/kasvu/r/resolutions/new/")
    fill_in(desk, reflection="Ohjausryhmän työpaja", name="Pilotti 1 on kärkiprojekti", state="open")
    desk.goto(f"/en/w/kasvu/programmes/{programme}/")
    expect(desk.locator("main")).to_contain_text("Pilotti 1 on kärkiprojekti")
    expect(desk.locator("header.title")).to_contain_text("200\u00a0000")


def _report(desk: Page, programme: str, folder: Path, here: Workspace) -> None:
    desk.goto(f"/en/w/kasvu/programmes/{programme}/report/?year=2023")
    report = desk.locator(".report")
    expect(report).to_contain_text("180\u00a0000")
    expect(report).to_contain_text("Lupapalvelut")
    desk.locator("#id_results").fill("Pilotit etenivät konkreettiseen kehittämiseen.")
    desk.locator("main form button[type=submit]").last.click()
    desk.wait_for_url("**version=1")
    assert downloaded(desk, "PDF", folder).startswith(b"%PDF")
    assert downloaded(desk, "Word", folder).startswith(b"PK")
    with in_scope(here):
        assert Snapshot.objects.get(form="monitoring_report").name
