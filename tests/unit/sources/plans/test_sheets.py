"""A plan in a workbook: figures as they are shown, every fault with its sheet and cell, nothing half-read."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seutu.core.figures import Qualifier
from seutu.core.funding.plans import CostKind, CostModel, FundingKind, PartnerRole, Plan
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import LANGUAGES
from seutu.sources.plans import ReadPlan, read_plan_workbook
from seutu.sources.tables import Limits

Sheets = dict[str, list[list[Any]]]

COSTS = [
    ["Nimike", "Laji", "Määrä (€)", "2026", "2027", "Vuodet yhteensä (laskettu)"],
    ["Palkat", "Palkkakustannukset", 314943, 200000, 114943, 314943],
    ["Flat rate", "flat_rate", 125977, None, None, None],
]


def plan_file(folder: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "suunnitelma.xlsx"
    book.save(path)
    return path


def read(folder: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> ReadPlan:
    return read_plan_workbook(plan_file(folder, sheets))


def refused(folder: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> list[tuple[str | None, int | None, str]]:
    with pytest.raises(InputProblem) as problem:
        read(folder, sheets)
    for each in problem.value.problems:
        assert "{" not in "".join(each.message.as_dict().values())
    return [(each.sheet, each.line, each.message.fi) for each in problem.value.problems]


def costs(*cells: object, header: Sequence[object] = ("Nimike", "Laji", "Määrä (€)", "Haettu (€)", "2026")) -> Sheets:
    return {"Kustannukset": [list(header), list(cells)]}


@pytest.mark.parametrize(
    ("names", "heads", "kind"),
    [
        (("Kustannukset", "Rahoitus"), ("Nimike", "Laji", "Määrä (€)"), "Omarahoitus"),
        (("KOSTNADER", "Finansiering"), ("Benämning", "Slag", "Belopp"), "Egen finansiering"),
        (("costs", "Funding"), ("item", "KIND", "Amount (€)"), "own"),
    ],
)
def test_headers_and_words_are_read_in_each_language(
    tmp_path: Path, names: tuple[str, str], heads: tuple[str, ...], kind: str
) -> None:
    sheets = {names[0]: [heads, ["A", "staff", 5]], names[1]: [heads, ["B", kind, 5]]}
    plan = read(tmp_path, sheets).plan
    assert (plan.cost_lines[0].kind, plan.funding[0].kind) == (CostKind.STAFF, FundingKind.OWN)
    assert plan.cost_lines[0].amount.place.cell == "C2"
    assert plan.cost_lines[0].amount.place.sheet == names[0]


def test_all_sheets_make_one_plan(tmp_path: Path) -> None:
    sheets = {
        "Perustiedot": [
            ["Tieto", "Arvo"], ["Hankkeen nimi", "GLOW"], ["Oikeusperusta", "867/2021"],
            ["Kustannusmalli", "Flat rate 40 %"],
            ["Alkaa", datetime(2026, 6, 1)], ["Päättyy", "31.5.2028"], ["Kustannusarvio yhteensä (€)", 440920],  # noqa: DTZ001
        ],
        "Kustannukset": COSTS,
        "Rahoitus": [["Nimike", "Laji", "Määrä (€)", "Osuus (%)"], ["Oma", "Omarahoitus", 85184, 19.32]],
        "Työpaketit": [["Numero", "Nimi", "Henkilötyökuukaudet"], [1, "Alku", 10], [2.1, "Loppu", 7.5]],
        "Kumppanit": [["Nimi", "Rooli", "Budjetti (€)"], ["Kaupunki", "Päätoteuttaja", 440920]],
    }  # fmt: skip
    found = read(tmp_path, sheets)
    plan = found.plan
    assert found.notes == ()
    assert (plan.title, plan.cost_model) == ("GLOW", CostModel("flat_rate", Decimal(40)))
    assert plan.period == (date(2026, 6, 1), date(2028, 5, 31))
    assert plan.funding[0].share is not None
    assert plan.funding[0].share.number == Decimal("19.32")
    assert [package.number for package in plan.work_packages] == ["1", "2.1"]
    assert plan.legal_basis == "867/2021"
    assert plan.partners[0].role is PartnerRole.LEAD
    assert dict(plan.cost_lines[1].years) == {}


def test_blank_missing_and_zero_are_told_apart(tmp_path: Path) -> None:
    header = ["Nimike", "Laji", "Määrä (€)", "Haettu (€)", "Hylätty (€)", "2026", "2027", "2028"]
    row = ["Palkat", "staff", None, 0, "(tyhjä)", None, 5, "(ei ole)"]
    (line,) = read(tmp_path, {"Kustannukset": [header, row]}).plan.cost_lines
    assert line.amount.is_blank
    assert (line.applied and line.applied.value, line.rejected and line.rejected.value) == (Decimal(0), None)
    assert line.rejected is not None
    assert {year: term.value for year, term in line.years.items()} == {"2026": None, "2027": Decimal(5)}


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("314943.0", "314943"),
        ("0.1", "0.1"),
        ("0.10000000000000001", "0.1"),
        ("0.30000000000000004", "0.3"),
        ("125977.19999999999", "125977.2"),
        ("3.14943E5", "314943"),
        ("80.00", "80.00"),
        ("0", "0"),
    ],
)
def test_a_stored_number_is_read_as_it_is_shown(tmp_path: Path, stored: str, shown: str) -> None:
    path = plan_file(tmp_path, costs("Palkat", "staff", 777))
    changed = tmp_path / "changed.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v>777</v>", f"<v>{stored}</v>".encode()))
    (line,) = read_plan_workbook(changed).plan.cost_lines
    assert str(line.amount.number) == shown


def test_a_figure_that_is_not_exact_keeps_its_word(tmp_path: Path) -> None:
    (line,) = read(tmp_path, costs("Palkat", "staff", "noin 651 200 €", "enintään 2.991 euroa")).plan.cost_lines
    assert (line.amount.number, line.amount.qualifier) == (Decimal(651200), Qualifier.ABOUT)
    assert line.applied is not None
    assert (line.applied.number, line.applied.qualifier) == (Decimal(2991), Qualifier.AT_MOST)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (-5, "negatiivinen"),
        ("noin -5", "negatiivinen"),
        (10**13, "liian suuri"),
        ("12 000 e", "Kirjoita soluun pelkkä luku"),
        ("125977", "Kirjoita soluun pelkkä luku"),
        ("ei tiedossa", "Kirjoita soluun pelkkä luku"),
        (True, "ei ole luku"),
        (datetime(2026, 1, 1), "ei ole luku"),  # noqa: DTZ001
        (0.12345678901234, "yli 12 desimaalia"),
        ("=A1+1", "kaava ilman laskettua arvoa"),
    ],
)
def test_a_figure_that_cannot_be_used_is_named_with_its_cell(tmp_path: Path, value: object, said: str) -> None:
    ((sheet, line, message),) = refused(tmp_path, costs("Palkat", "staff", value))
    assert (sheet, line) == ("Kustannukset", 2)
    assert said in message
    assert "C2" in message or "kaava" in message


def test_cells_shown_as_percents_are_asked_about(tmp_path: Path) -> None:
    path = plan_file(tmp_path, {"Rahoitus": [["Nimike", "Laji", "Määrä", "Osuus"], ["Oma", "own", 5, 0.8]]})
    book = openpyxl.load_workbook(path)
    book["Rahoitus"]["D2"].number_format = "0%"
    book.save(path)
    with pytest.raises(InputProblem, match="shown as percents"):
        read_plan_workbook(path)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (("Nimike", "Laji", "Määrä (€)", "Väri"), "saraketta ”Väri” ei tunneta"),
        (("Nimike", "Laji", "Määrä (€)", "Amount"), "tarkoittaa samaa kuin ”Määrä (€)”"),
        (("Nimike", "Laji", "2026"), "Sarake ”Määrä (€)” puuttuu"),
        (("Nimike", "Laji", "Määrä (€)", 20267), "saraketta ”20267” ei tunneta"),
    ],
)
def test_a_header_that_is_not_known_doubled_or_missing_is_told(
    tmp_path: Path, header: tuple[object, ...], said: str
) -> None:
    found = refused(tmp_path, costs("Palkat", "staff", 5, 5, header=header) if len(header) > 3 else
                    costs("Palkat", "staff", 5, header=header))  # fmt: skip
    assert any(said in message for _, _, message in found)


def test_every_fault_is_told_at_once_and_nothing_is_read(tmp_path: Path) -> None:
    sheets = {
        "Perustiedot": [["Tieto", "Arvo"], ["Alkaa", "joskus"], ["Väri", "sininen"], ["Kustannusmalli", "taika"]],
        "Kustannukset": [COSTS[0], ["A", "lahja", -1, None, None, None], ["Yhteensä", None, 5, None, None, None]],
        "Kumppanit": [["Nimi", "Rooli"], ["Kaupunki", "isäntä"]],
    }
    found = refused(tmp_path, sheets)
    cells = [re.search(r"\b[A-Z]\d", message) for _, _, message in found]
    places = {(sheet, cell[0]) for (sheet, _, _), cell in zip(found, cells, strict=True) if cell}
    assert places == {
        ("Perustiedot", "B2"), ("Perustiedot", "A3"), ("Perustiedot", "B4"), ("Kustannukset", "B2"),
        ("Kustannukset", "C2"), ("Kustannukset", "B3"), ("Kumppanit", "B2"),
    }  # fmt: skip
    assert any("Jos rivi on summarivi, poista se" in message for _, _, message in found)


def test_computed_totals_are_not_read_but_a_wrong_one_is_told(tmp_path: Path) -> None:
    right = ["Yhteensä (laskettu)", None, 440920, 200000, 114943, 314943]
    found = read(tmp_path, {"Kustannukset": [*COSTS, right]})
    assert len(found.plan.cost_lines) == 2
    assert found.notes == ()
    wrong = ["Totalt (beräknat)", None, 440921, 200000, "?", 314943]
    rows = [COSTS[0], ["Palkat", "staff", 314943, 200000, 114943, 314944], COSTS[2], wrong]
    found = read(tmp_path, {"Kustannukset": rows})
    told = [(note.sheet, note.line, note.message.fi) for note in found.notes]
    assert [(sheet, line) for sheet, line, _ in told] == [("Kustannukset", 4), ("Kustannukset", 4), ("Kustannukset", 2)]
    assert "440\u00a0921" in told[0][2]
    assert "440\u00a0920" in told[0][2]
    assert "ei ole luku" in told[1][2]
    assert "F2" in told[2][2]


def test_a_file_without_the_sheets_of_a_plan_is_refused(tmp_path: Path) -> None:
    ((_, _, message),) = refused(tmp_path, {"Taulukko1": [["a", "b"], [1, 2]]})
    assert "Perustiedot, Kustannukset, Rahoitus, Työpaketit, Kumppanit" in message
    twice = {"Costs": COSTS, "Kustannukset": COSTS}
    assert "tarkoittavat samaa" in refused(tmp_path, twice)[0][2]


def test_another_sheet_is_left_out_and_told(tmp_path: Path) -> None:
    (note,) = read(tmp_path, {"Kustannukset": COSTS, "Muistiinpanot": [["x"]]}).notes
    assert note.sheet == "Muistiinpanot"


def test_the_limits_of_table_files_hold(tmp_path: Path) -> None:
    path = plan_file(tmp_path, {"Kustannukset": COSTS})
    with pytest.raises(InputProblem):
        read_plan_workbook(path, limits=Limits(rows=1))
    (tmp_path / "text.xlsx").write_text("a;b\n1;2\n")
    with pytest.raises(InputProblem):
        read_plan_workbook(tmp_path / "text.xlsx")


def test_messages_are_said_in_each_language(tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as problem:
        read(tmp_path, costs("Palkat", "staff", "paljon"))
    (found,) = problem.value.problems
    assert all("C2" in found.message.in_language(language) for language in LANGUAGES)
    assert found.value == "paljon"


NOON = datetime(2026, 1, 1, 12)  # noqa: DTZ001
ODD = st.sampled_from(
    [None, "", " ", "x", "5", "noin 5", "(tyhjä)", "(ei ole)", "(blank)", "staff", "own", "lead", "Yhteensä (laskettu)",
     "2026", "noin", "=1", "{0}", "%s", True, date(2026, 1, 1), NOON, 0, 5, -1, 0.5, 1e300, 1e-300,
     10**12, 10**12 + 1, "Flat rate 40 %", "31.5.2028", "Alkaa", "Hankkeen nimi"]
)  # fmt: skip
HEADS = {
    "Perustiedot": ["Tieto", "Arvo"],
    "Kustannukset": ["Nimike", "Laji", "Määrä (€)", "Haettu (€)", "Vuodet yhteensä (laskettu)", "2026", "2027"],
    "Rahoitus": ["Nimike", "Laji", "Määrä (€)", "Osuus (%)"],
    "Työpaketit": ["Numero", "Nimi", "Henkilötyökuukaudet"],
    "Kumppanit": ["Nimi", "Rooli", "Budjetti (€)"],
}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_odd_cells_are_read_or_refused_with_their_place(tmp_path: Path, data: st.DataObject) -> None:
    sheets: Sheets = {
        name: [list(heads), *data.draw(st.lists(st.lists(ODD, min_size=len(heads), max_size=len(heads)), max_size=3))]
        for name, heads in HEADS.items()
    }
    problems, plan = outcome(tmp_path, sheets)
    assert all(each.sheet in sheets and each.line for each in problems)
    figures = [line.amount for line in plan.cost_lines] + [row.amount for row in plan.funding]
    assert all(figure.is_blank or 0 <= figure.number <= 10**12 for figure in figures)


def outcome(folder: Path, sheets: Sheets) -> tuple[Sequence[Problem], Plan]:
    try:
        return (), read(folder, sheets).plan
    except InputProblem as problem:
        return problem.problems, Plan()
