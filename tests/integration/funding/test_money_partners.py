"""The money of one partner, who may see any of it, the claim's workbook against its page, and counts of queries."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.claim_queries import project_money
from seutu.apps.programmes.models import Project
from seutu.apps.records.enums import Audience
from seutu.apps.records.operations import share_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_number
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as
from tests.integration.funding.test_budget_pages import PLAN, made

pytestmark = pytest.mark.django_db
D = Decimal
PARTNERED: dict[str, Any] = {
    **PLAN,
    "cost_lines": [
        *PLAN["cost_lines"],
        {"label": "Osatoteuttajan palkat", "kind": "staff", "amount": "100000", "partner": "Naapurikunta"},
    ],
    "partners": [*PLAN["partners"], {"name": "Naapurikunta", "role": "part", "total": "140000"}],
}
PAGES = ("project_money", "payment_claim", "payment_claim_file", "budget_change")


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace()


class Money:
    """A project whose partner's line is a part of the whole's, with costs, a claim, an instalment and a change."""

    def __init__(self, workspace: Workspace, tmp_path: Path) -> None:
        self.workspace = workspace
        self.project: Project = made(workspace, tmp_path, PARTNERED)
        with in_scope(workspace):
            lines = {each.label: each for each in kind_named("cost-lines").model.objects.all()}
            partner = lines["Osatoteuttajan palkat"].partner
            for day, label, amount, whose, kind in (
                (date(2026, 1, 31), "Omat palkat", "10000.10", None, "staff"),
                (date(2026, 2, 28), "Naapurin palkat", "2000.20", partner, "staff"),
                (date(2026, 3, 31), "Hyvitys", "-300.30", None, "staff"),
                (date(2026, 3, 5), "Koneen vuokra", "450", None, "other"),
            ):
                make_record(
                    "actual-costs", project=self.project, day=day, label=label, amount=D(amount), partner=whose,
                    cost_kind=kind, voucher="7",
                )  # fmt: skip
            self.claim = make_record(
                "payment-claims", project=self.project, number="1", start=date(2026, 1, 1), end=date(2026, 3, 31),
                state="draft", claimed=D("13104"),
            )  # fmt: skip
            self.change = make_record(
                "budget-changes", project=self.project, number="1", state="approved", amount=D(5),
                from_line=lines["Palkkakustannukset"], to_line=lines["Osatoteuttajan palkat"],
            )  # fmt: skip

    def url(self, name: str) -> str:
        own = {"budget_change": [self.change.pk], "project_money": []}.get(name, [self.claim.pk])
        return reverse(name, args=[self.workspace.slug, self.project.pk, *own])


def test_a_partners_line_and_cost_are_counted_once(workspace: Workspace, tmp_path: Path) -> None:
    money = Money(workspace, tmp_path)
    client = signed_in_as(workspace, Role.READER)
    page = client.get(money.url("project_money")).content.decode()
    assert "440\u00a0920,00" in page  # and not 540 920
    assert "540\u00a0920" not in page
    assert "11\u00a0700,00" in page  # 10 000,10 + 2 000,20 − 300,30
    assert "Osatoteuttajan palkat" not in page.split('id="changes-heading"')[0]
    own = client.get(money.url("project_money") + "?partner=Naapurikunta")
    text = own.content.decode()
    assert "Osatoteuttajan palkat" in text
    assert "2\u00a0000,20" in text
    assert "11\u00a0700,00" not in text
    assert "instalments-heading" not in text
    assert "2\u00a0800,28\u00a0€" in own.context["page_lead"]  # with its flat part, 40 %
    assert "140\u00a0000\u00a0€" in own.context["page_lead"]  # its stated budget, not its one line
    assert client.get(money.url("project_money") + "?partner=Kuka").status_code == 404


def test_a_change_between_a_line_and_its_part_asks_to_change_both(workspace: Workspace, tmp_path: Path) -> None:
    money = Money(workspace, tmp_path)
    page = signed_in_as(workspace, Role.READER).get(money.url("budget_change")).content.decode()
    assert "Osatoteuttajan rivit ovat osa koko hankkeen riveistä" in page


def test_a_funder_sees_none_of_it_even_of_a_public_project(workspace: Workspace, tmp_path: Path) -> None:
    money = Money(workspace, tmp_path)
    with in_scope(workspace):
        share_record(kind_named("projects"), money.project, Audience.PUBLIC, [], by=None, at=NOON)
    client = signed_in_as(workspace, Role.FUNDER)
    for name in PAGES:
        assert client.get(money.url(name)).status_code == 404, name
    for kind in ("actual-costs", "payment-claims", "instalments", "budget-changes"):
        answer = client.get(reverse("collection", args=[workspace.slug, kind]))
        assert answer.status_code == 404 or "13\u00a0104" not in answer.content.decode()


@pytest.mark.parametrize(("role", "gets_file"), [(Role.GUEST, False), (Role.READER, True), (Role.CONTRIBUTOR, True)])
def test_readers_see_the_pages_and_only_those_who_export_get_the_file(
    workspace: Workspace, tmp_path: Path, role: Role, *, gets_file: bool
) -> None:
    money = Money(workspace, tmp_path)
    client = signed_in_as(workspace, role)
    assert client.get(money.url("payment_claim_file")).status_code == (200 if gets_file else 404)
    page = client.get(money.url("payment_claim"))
    assert page.status_code == 200
    assert (money.url("payment_claim_file") in page.content.decode()) is gets_file
    assert client.get(money.url("project_money")).status_code == 200


def test_a_stranger_is_asked_to_sign_in(workspace: Workspace, tmp_path: Path) -> None:
    money = Money(workspace, tmp_path)
    for name in PAGES:
        assert Client().get(money.url(name)).status_code == 302


@pytest.mark.parametrize("query", ["", "?partner=Naapurikunta"])
def test_every_figure_of_the_workbook_is_on_the_page(workspace: Workspace, tmp_path: Path, query: str) -> None:
    money = Money(workspace, tmp_path)
    client = signed_in_as(workspace, Role.READER)
    page = client.get(money.url("payment_claim") + query).content.decode()
    answer = client.get(money.url("payment_claim_file") + query)
    book = load_workbook(io.BytesIO(answer.getvalue()))
    assert book.sheetnames[0] == "Maksatushakemus"
    for sheet in book.worksheets[1:]:
        for line in sheet.iter_rows(min_row=2, values_only=True):
            for value in line:
                if isinstance(value, int | float) and not isinstance(value, bool):
                    shown = write_number(D(str(value)).quantize(D("0.01")), "fi", decimals=2)
                    bare = write_number(D(str(value)), "fi")
                    assert shown in page or f"{bare}\u00a0%" in page, (sheet.title, value)
    assert ("naapurikunta" in answer.headers["Content-Disposition"]) is bool(query)


def test_the_workbook_tells_the_difference_and_what_does_not_belong_to_the_claim(
    workspace: Workspace, tmp_path: Path
) -> None:
    money = Money(workspace, tmp_path)
    answer = signed_in_as(workspace, Role.READER).get(money.url("payment_claim_file"))
    book = load_workbook(io.BytesIO(answer.getvalue()))
    facts = {line[0]: line[1] if line[1] is not None else line[2] for line in book.worksheets[0].iter_rows(
        min_row=2, values_only=True)}  # fmt: skip
    assert facts["Kustannuksista laskettu tuki"] == 13104  # 80 % of 11 700,00 and 4 680,00
    assert facts["Haetun ja lasketun tuen ero"] == 0
    assert facts["Alkaa"] == "1.1.2026"
    labels = {str(cell.value) for row in book["Toteutuneet kustannukset"].iter_rows() for cell in row}
    assert {"Omat palkat", "Naapurin palkat", "Hyvitys"} <= labels
    assert "Koneen vuokra" not in labels
    aside = {str(cell.value) for row in book["Jakson muut kustannukset"].iter_rows() for cell in row}
    assert "Koneen vuokra" in aside


@pytest.mark.parametrize("name", ["project_money", "payment_claim", "payment_claim_file", "budget_change"])
def test_queries_of_the_pages_do_not_grow(workspace: Workspace, tmp_path: Path, name: str) -> None:
    money = Money(workspace, tmp_path)
    client = signed_in_as(workspace, Role.READER)
    client.get(money.url(name))
    with CaptureQueriesContext(connection) as few:
        assert client.get(money.url(name)).status_code == 200
    with in_scope(workspace):
        for number in range(3):
            actor = make_record("actors")
            line = make_record("cost-lines", project=money.project, label=f"Rivi {number}", partner=actor,
                               cost_kind="purchases", amount=D(1))  # fmt: skip
            make_record("actual-costs", project=money.project, label=f"K{number}", day=date(2026, 2, 2),
                        cost_kind="purchases", cost_line=line, partner=actor)  # fmt: skip
            make_record("payment-claims", project=money.project, number=f"9{number}", start=date(2027, 1, 1),
                        end=date(2027, 2, 1))  # fmt: skip
            make_record("instalments", project=money.project, name=f"Erä {number}", payer=actor)
            make_record("budget-changes", project=money.project, number=f"9{number}", from_line=line,
                        to_line=money.change.from_line)  # type: ignore[attr-defined]  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        assert client.get(money.url(name)).status_code == 200
    assert len(many) == len(few), [each["sql"] for each in many.captured_queries][-6:]


def test_costs_of_overlapping_periods_and_of_no_claim(workspace: Workspace, tmp_path: Path) -> None:
    money = Money(workspace, tmp_path)
    with in_scope(workspace):
        make_record("payment-claims", project=money.project, number="2", start=date(2026, 3, 1), end=date(2026, 6, 30))
        make_record(
            "actual-costs", project=money.project, day=date(2025, 12, 30), label="Ennen", amount=D(9), cost_kind="staff"
        )
        found = project_money(Project.objects.get(pk=money.project.pk))
    first, second = found.worked
    assert (first.costs, second.costs) == (D("16380.00"), D(0))
    assert {each.cost.label for each in second.aside} == {"Hyvitys", "Koneen vuokra"}
    assert [each.cost.label for each in found.placed if each.claim is None] == ["Ennen"]
    page = signed_in_as(workspace, Role.READER).get(money.url("payment_claim")).content.decode()
    assert "on ajalta ennen jaksoa eikä missään hakemuksessa" in page


def test_a_project_without_money_says_so_in_every_language(workspace: Workspace) -> None:
    with in_scope(workspace):
        project = make_record("projects", name="Tyhjä hanke")
        claim = make_record("payment-claims", project=project, number="1", start=date(2026, 1, 1), end=date(2026, 2, 1))
    client = signed_in_as(workspace, Role.READER)
    for language in ("fi", "sv", "en"):
        for name, args in (("project_money", [project.pk]), ("payment_claim", [project.pk, claim.pk]),
                           ("payment_claim_file", [project.pk, claim.pk])):  # fmt: skip
            url = reverse(name, args=[workspace.slug, *args]).replace("/fi/", f"/{language}/", 1)
            assert client.get(url).status_code == 200, url
