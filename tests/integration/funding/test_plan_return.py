"""A plan's workbook brought back: what it lacks stays, what it empties is shown, what is not sure is refused."""

import io
import json
import zipfile
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seutu.apps.accounts.enums import Role
from seutu.apps.funding.models import CostLine, CostYear, FundingRow
from seutu.apps.programmes.models import Participation, WorkPackage
from seutu.apps.records.operations import change_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as
from tests.integration.funding.returned import (
    PLAN,
    Case,
    Edit,
    made_of,
    planned,
    put,
    refusal,
    row_of,
    without_column,
    without_row,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    return planned()


def test_what_was_not_edited_changes_nothing(case: Case) -> None:
    answer = case.bring(case.workbook())
    assert case.differences(answer) == []
    assert answer.context["update"].absent == []
    stated = json.loads(case.client.get(case.address("project_file", "json")).content)
    assert case.differences(case.bring_json(stated)) == []


@pytest.mark.parametrize(
    "edit",
    [
        without_column("Kustannukset", "Haettu"),
        without_column("Kustannukset", "Hylätty"),
        without_column("Kustannukset", "Kumppani"),
        without_column("Kustannukset", "2027"),
        without_column("Rahoitus", "Osuus"),
        without_column("Rahoitus", "Kumppani"),
        without_column("Työpaketit", "Henkilötyökuukaudet"),
        without_column("Kumppanit", "Budjetti"),
        without_row("Perustiedot", "Rahasto"),
        without_row("Perustiedot", "Päättyy"),
        without_row("Perustiedot", "Kustannusmalli"),
        without_row("Perustiedot", "Hankkeen nimi"),
        lambda book: book.remove(book["Työpaketit"]),
    ],
)
def test_a_column_a_fact_or_a_sheet_that_is_missing_changes_nothing(case: Case, edit: Edit) -> None:
    assert case.differences(case.bring(case.workbook(edit))) == []


@pytest.mark.parametrize(
    ("edit", "shown"),
    [
        (put("Kustannukset", "Palkat", "Haettu", None), ("Palkat", "applied", "1200", "")),
        (put("Kustannukset", "Palkat", "2026", None), ("Palkat 2026", "amount", "400", "")),
        (put("Rahoitus", "Oma", "Osuus", None), ("Oma", "share", "20", "")),
        (put("Kumppanit", "Silta Oy", "Budjetti", None), ("Silta Oy – Sillat", "budget", "1500", "")),
        (put("Perustiedot", "Rahasto", "Arvo", None), ("Sillat", "fund", "JTF", "")),
        (put("Perustiedot", "Päättyy", "Arvo", None), ("Sillat", "end", "2027-12-31", "")),
    ],
)
def test_an_emptied_cell_is_shown_as_emptying(case: Case, edit: Edit, shown: tuple[str, ...]) -> None:
    answer = case.bring(case.workbook(edit))
    assert shown in case.differences(answer)
    case.confirm(answer)
    assert case.differences(case.bring(case.workbook())) == []


def test_a_line_whose_years_are_all_emptied_is_shown_as_emptied(case: Case) -> None:
    edits = [put("Kustannukset", "Palkat", year, None) for year in ("2026", "2027")]
    found = case.differences(case.bring(case.workbook(*edits)))
    assert found == [("Palkat 2026", "amount", "400", ""), ("Palkat 2027", "amount", "600", "")]


def test_a_flat_rate_that_another_cost_model_hides_stays() -> None:
    case = planned()
    with in_scope(case.workspace):
        kind = kind_named("projects")
        shown = record_of(kind, case.project.pk)
        change_record(kind, shown, {"cost_model": "lump_sum"}, version=shown.version, by=None, at=NOON)
    assert case.differences(case.bring(case.workbook())) == []


def test_fields_that_json_lacks_change_nothing_and_null_empties(case: Case) -> None:
    few = {"title": "Sillat", "cost_lines": [{"label": "Ostot", "kind": "purchases", "amount": "500"}]}
    assert case.differences(case.bring_json(few)) == []
    few["cost_lines"][0]["amount"] = None  # type: ignore[index]
    assert case.differences(case.bring_json(few)) == [("Ostot", "amount", "500", "")]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (put("Kustannukset", "Ostot", "Määrä", Decimal("500.125")), ("Kustannukset, C", "500.125")),
        (put("Rahoitus", "EU", "Osuus", Decimal(120)), ("Rahoitus, F", "120")),
        (put("Rahoitus", "EU", "Osuus", Decimal("79.1234567")), ("Rahoitus, F", "79.1234567")),
        (put("Työpaketit", "1", "Henkilötyökuukaudet", Decimal("0.333")), ("Työpaketit, C", "0.333")),
        (put("Kustannukset", "Ostot", "2026", Decimal("0.001")), ("Kustannukset, ", "0.001")),
        (put("Kustannukset", "Ostot", "Määrä", "noin 651 200 €"), ("Kustannukset, C", "651\u00a0200", "tarkka")),
        (put("Kustannukset", "Ostot", "Määrä", Decimal(-5)), ("C", "-5")),
        (put("Kustannukset", "Ostot", "Määrä", 10**15), ("C", "liian suuri")),
        (put("Kustannukset", "Ostot", "Määrä", "1e9"), ("C", "1e9")),
        (put("Kustannukset", "Ostot", "Määrä", "12,50 €"), ("C", "12,50 €")),
        (put("Kustannukset", "Ostot", "Määrä", "NaN"), ("C", "NaN")),
        (put("Kustannukset", "Ostot", "Määrä", "inf"), ("C", "inf")),
        (put("Kustannukset", "Ostot", "Määrä", True), ("C", "True")),
        (put("Perustiedot", "Alkaa", "Arvo", "ensi keväänä"), ("B", "ensi keväänä")),
        (put("Perustiedot", "Kustannusmalli", "Arvo", "Flat rate 40,12345 %"), ("flat rate", "40.12345")),
        (put("Perustiedot", "Rahasto", "Arvo", "J" * 80), ("80", "60")),
        (put("Kumppanit", "Silta Oy", "Nimi", "Tuntematon Oy"), ("Tuntematon Oy",)),
        (put("Kumppanit", "Silta Oy", "Nimi", None), ("nimeä",)),
        (put("Työpaketit", "1", "Numero", None), ("Johtaminen", "numero")),
        (put("Työpaketit", "1", "Nimi", None), ("nimi",)),
        (put("Työpaketit", "2", "Numero", "1" * 30), ("30", "20")),
        (put("Perustiedot", "Hankkeen nimi", "Arvo", "Tunnelit"), ("Tunnelit", "Sillat")),
        (put("Perustiedot", "Alkaa", "Arvo", "1.1.2029"), ("ennen",)),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_place(case: Case, edit: Edit, said: tuple[str, ...]) -> None:
    before = case.acts()
    answer = case.bring(case.workbook(edit))
    assert answer.status_code == 422
    for part in said:
        assert part in refusal(answer), refusal(answer)
    assert case.acts() == before


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("cost_lines", 0, "amount"), "1000.125", "cost_lines[0].amount"),
        (("cost_lines", 0, "years", "2026"), "0.001", "cost_lines[0].years.2026"),
        (("funding", 1, "share"), "101", "funding[1].share"),
        (("total",), "9" * 14, "total"),
        (("cost_model",), "flat_rate_" + "9" * 3000, "flat rate"),
        (("work_packages", 0, "name"), "a\x00b", "nimi"),
        (("partners", 0, "name"), "", "nimeä"),
    ],
)
def test_json_is_refused_by_its_path(case: Case, path: tuple[Any, ...], value: str, said: str) -> None:
    told = deepcopy(PLAN)
    at: Any = told
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    answer = case.bring_json(told)
    assert answer.status_code == 422
    assert said in refusal(answer)


def test_dates_as_text_formulas_inserted_rows_and_moved_columns_are_read(case: Case) -> None:
    def edit(book: Any) -> None:
        sheet = book["Kustannukset"]
        sheet.insert_rows(row_of(book, "Kustannukset", "Ostot"))
        sheet.insert_cols(1)
        book["Perustiedot"].insert_rows(2)
        book.create_sheet("Omat muistiinpanot")["A1"] = "soita rahoittajalle"

    answer = case.bring(case.workbook(put("Perustiedot", "Alkaa", "Arvo", "1.2.2026"), edit))
    assert case.differences(answer) == [("Sillat", "start", "2026-01-01", "2026-02-01")]
    assert "Omat muistiinpanot" in answer.content.decode()


@pytest.mark.parametrize("name", ["Kulut", "Kustannukset 2", "Sheet1"])
def test_a_renamed_sheet_is_told_and_its_rows_are_told_as_missing(case: Case, name: str) -> None:
    def rename(book: Any) -> None:
        book["Kustannukset"].title = name

    answer = case.bring(case.workbook(rename))
    assert case.differences(answer) == []
    page = answer.content.decode()
    assert name in page
    assert "Palkat" in page


def test_formulas_without_a_value_and_merged_cells_are_refused(case: Case) -> None:
    """A formula that no spreadsheet has worked out holds nothing: it must not be read as an emptied cell."""
    answer = case.bring(case.workbook(put("Kustannukset", "Ostot", "Määrä", "=250+250")))
    assert answer.status_code == 422
    assert "=250+250" in refusal(answer)

    def merge(book: Any) -> None:
        sheet, row = book["Kustannukset"], row_of(book, "Kustannukset", "Palkat")
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=2, end_column=2)

    merged = case.bring(case.workbook(merge))
    assert merged.status_code == 422
    assert "B" in refusal(merged)


def test_the_workbook_of_another_project_or_workspace_changes_nothing(case: Case) -> None:
    other = made_of(case.client, case.workspace, {**PLAN, "title": "Tunnelit"})
    theirs = Case(case.workspace, other, case.client).workbook()
    answer = case.bring(theirs)
    assert answer.status_code == 422
    assert "Tunnelit" in refusal(answer)
    elsewhere = make_workspace()
    stranger = signed_in_as(elsewhere, Role.OWNER)
    preview = case.bring(case.workbook(put("Kustannukset", "Ostot", "Määrä", 1))).request["PATH_INFO"]
    assert stranger.get(preview).status_code == 404
    assert stranger.post(preview, {"head": "1"}).status_code == 404
    assert stranger.get(preview.replace(case.workspace.slug, elsewhere.slug)).status_code == 404


def test_two_people_who_return_workbooks_in_turn_do_not_overwrite_unseen(case: Case) -> None:
    first = case.bring(case.workbook(put("Kustannukset", "Ostot", "Määrä", 600)))
    second = case.bring(case.workbook(put("Rahoitus", "Oma", "Määrä", 400)))
    acts = case.acts()
    case.confirm(first)
    assert case.acts() == acts + 1
    again = case.confirm(second)
    shown = case.differences(again)
    assert ("Ostot", "amount", "600", "500") in shown
    assert ("Oma", "amount", "300", "400") in shown
    with in_scope(case.workspace):
        assert CostLine.objects.get(label="Ostot").amount == Decimal(600)
        assert FundingRow.objects.get(label="Oma").amount == Decimal(300)


def test_an_addition_is_shown_with_all_its_values_and_nothing_is_cut(case: Case) -> None:
    told = deepcopy(PLAN)
    told["cost_lines"] += [
        {"label": f"Rivi {at}", "kind": "other", "amount": str(at), "years": {"2026": "7"}, "partner": "Silta Oy"}
        for at in range(1, 81)
    ]
    answer = case.bring_json(told)
    page = answer.content.decode()
    for at in range(1, 81):
        assert f"Rivi {at} " in page
    found = case.differences(answer)
    assert len(found) == 80 * 5
    assert ("Rivi 3", "amount", "", "3") in found
    assert ("Rivi 3 2026", "amount", "", "7") in found
    assert answer.context["rest_count"] == 200
    assert "Silta Oy" in page
    case.confirm(answer)
    with in_scope(case.workspace):
        assert (CostLine.objects.count(), CostYear.objects.filter(amount=7).count()) == (82, 80)


def test_the_preview_asks_as_much_of_three_rows_as_of_thirty(case: Case) -> None:
    def asked(count: int) -> int:
        told = deepcopy(PLAN)
        told["cost_lines"] += [
            {"label": f"Rivi {at}", "kind": "other", "amount": "1", "partner": "Silta Oy"} for at in range(count)
        ]
        preview = case.bring_json(told).request["PATH_INFO"]
        with CaptureQueriesContext(connection) as seen:
            case.client.get(preview)
        return len(seen)

    assert asked(3) == asked(30)


def test_work_packages_of_one_number_are_told_apart_by_name(case: Case) -> None:
    with in_scope(case.workspace):
        make_record("work-packages", project=case.project, number="2", name="Viestintä", person_months=Decimal(1))
    assert case.differences(case.bring(case.workbook())) == []
    found = case.differences(case.bring(case.workbook(put("Työpaketit", "Viestintä", "Henkilötyökuukaudet", 3))))
    assert found == [("Viestintä", "person_months", "1", "3")]
    renamed = case.bring(case.workbook(put("Työpaketit", "Viestintä", "Nimi", "Tiedotus")))
    assert case.differences(renamed) == [("Viestintä", "name", "Viestintä", "Tiedotus")]

    def both(book: Any) -> None:
        for name in ("Viestintä", "Kokeilut"):
            put("Työpaketit", name, "Nimi", f"{name} uusi")(book)

    unsure = case.bring(case.workbook(both))
    assert unsure.status_code == 422
    assert "numero on 2" in refusal(unsure)
    with in_scope(case.workspace):
        assert WorkPackage.objects.count() == 3


def test_lines_of_one_name_are_not_overwritten_by_a_guess(case: Case) -> None:
    with in_scope(case.workspace):
        for amount in (10, 20):
            make_record("cost-lines", project=case.project, label="Matkat", cost_kind="other", amount=Decimal(amount))
    assert case.differences(case.bring(case.workbook())) == []
    fewer = case.bring(case.workbook(without_row("Kustannukset", "Matkat")))
    assert fewer.status_code == 422
    assert "Matkat" in refusal(fewer)


def test_a_partner_column_that_is_missing_is_asked_for_where_it_decides(case: Case) -> None:
    with in_scope(case.workspace):
        make_record("cost-lines", project=case.project, label="Palkat", cost_kind="staff", amount=Decimal(5))
    answer = case.bring(case.workbook(without_column("Kustannukset", "Kumppani")))
    assert answer.status_code == 422
    assert "kumppan" in refusal(answer)


def test_of_namesakes_the_projects_own_partner_is_meant_and_a_strange_one_is_asked_about(case: Case) -> None:
    with in_scope(case.workspace):
        make_record("actors", name="Silta Oy", business_id="0201256-6")
        for _each in range(2):
            make_record("actors", name="Kaksoset Oy")
    assert case.differences(case.bring(case.workbook())) == []
    answer = case.bring(case.workbook(put("Kustannukset", "Ostot", "Kumppani", "Kaksoset Oy")))
    assert answer.status_code == 422
    assert "2 kertaa" in refusal(answer)
    assert "Kaksoset Oy" in refusal(answer)
    with in_scope(case.workspace):
        assert Participation.objects.count() == 1


def test_a_partner_twice_in_one_role_is_refused(case: Case) -> None:
    told = deepcopy(PLAN)
    told["partners"] *= 2
    answer = case.bring_json(told)
    assert answer.status_code == 422
    assert "Silta Oy" in refusal(answer)


def test_what_changed_between_sending_and_looking_is_one_message(case: Case) -> None:
    preview = case.bring(case.workbook(put("Kustannukset", "Ostot", "Määrä", 600))).request["PATH_INFO"]
    with in_scope(case.workspace):
        kind = kind_named("projects")
        shown = record_of(kind, case.project.pk)
        change_record(kind, shown, {"name": "Uusi nimi"}, version=shown.version, by=None, at=NOON)
    answer = case.client.get(preview, follow=True)
    assert answer.redirect_chain
    assert "Uusi nimi" in answer.content.decode()


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.ods", "plan.xls", "plan.json", "plan.exe", "plan"])
def test_a_file_that_is_no_workbook_is_one_message(case: Case, name: str) -> None:
    for content in (b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0 nothing", b"\x00" * 64):
        answer = case.bring(content, name)
        assert answer.status_code == 422
        assert len(answer.context["form"].errors["file"]) == 1


def test_a_zip_bomb_is_refused(case: Case) -> None:
    stream = io.BytesIO()
    packed = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(case.workbook())) as good, packed as bad:
        for each in good.namelist():
            content = good.read(each)
            if each.endswith("sheet2.xml"):
                content = content.replace(b"</sheetData>", b" " * 600_000_000 + b"</sheetData>", 1)
            bad.writestr(each, content)
    assert len(stream.getvalue()) < 5_000_000
    answer = case.bring(stream.getvalue())
    assert answer.status_code == 422
    assert len(answer.context["form"].errors["file"]) == 1
