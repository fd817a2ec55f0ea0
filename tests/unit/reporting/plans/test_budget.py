"""The budgets of the source documents print again to the euro, each total with its proof."""

import io
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from seutu.core.figures import Qualifier
from seutu.core.funding.plans import Plan
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.plans import print_budget
from seutu.rules.funding import rule_book
from seutu.sources.documents import check_file
from tests.shared_material import SHARED, needs_shared
from tests.unit.reporting.plans.example_plans import BLANK, GLOW, KUOPIO, NETWORK, PARTED, cost, paid, term
from tests.unit.reporting.plans.reading_prints import docx_text, pdf_pages, pdf_text

AT = date(2026, 11, 28)
DOCUMENTS = {
    "glow": (GLOW, ["314 943", "125 977", "440 920", "352 736 352 736 80,00", "85 184 85 184 19,32", "3 000 3 000 0,68",
                    "100,00", "314 943 + 125 977 = 440 920 €", "40 % × 314 943 € = 125 977,20 € ≈ 125 977 €"]),
    "network": (NETWORK, ["509 996", "120 000", "629 996", "71 018 217 316 221 662", "84 268 283 566 262 162 629 996",
                          "503 997 80,00", "125 999 20,00", "40 000 + 45 000 + 10 000 + 15 000 = 110 000 € ≠ 120 000 €",
                          "Ero on 10 000 €"]),
    "kuopio": (KUOPIO, ["24 095 22 252 13 606 59 953", "44 966 75", "9 000 –", "Rivit yhteensä (laskettu) 59 955 85",
                        "44 966 + 2 998 + 2 991 + 9 000 = 59 955 € ≠ 59 953 €", "Ero on 2 €"]),
}  # fmt: skip


def budget(plan: Plan, form: str, language: Language = "fi") -> bytes:
    return print_budget(plan, rules=rule_book(), language=language, form=form, at=AT)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(("form", "read"), [("pdf", pdf_text), ("docx", docx_text)])
def test_a_budget_prints_again_to_the_euro(name: str, form: str, read: object) -> None:
    plan, figures = DOCUMENTS[name]
    text = read(budget(plan, form))  # type: ignore[operator]
    for figure in figures:
        assert figure in text


@needs_shared
def test_the_glow_document_itself_prints_again() -> None:
    (path,) = (SHARED / "source-documents").glob("000_*")
    plan = check_file(path).plan
    assert plan is not None
    text = pdf_text(budget(plan, "pdf"))
    for figure in ("314 943", "125 977", "440 920", "352 736 80,00", "85 184 19,32", "3 000 0,68"):
        assert figure in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ["Kustannusarvio", "Haettu €", "Osuus %", "täsmää pyöristettynä", "Säännöt", "korkea: luettu", "80,00"]),
        ("sv", ["Kostnadskalkyl", "Sökt €", "Andel %", "stämmer avrundat", "Regler", "hög: läst", "80,00"]),
        ("en", ["Budget", "Applied €", "Share %", "holds when rounded", "Rules", "high: read", "80.00", "19.32%"]),
    ],
)
def test_a_budget_speaks_each_language(language: Language, words: list[str]) -> None:
    text = pdf_text(budget(GLOW, "pdf", language))
    for word in words:
        assert word in text


def test_every_page_has_its_number_and_the_day_and_the_source() -> None:
    pages = pdf_pages(budget(GLOW, "pdf"))
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
        assert "Seutu · Kustannusarvio ja rahoitussuunnitelma 28.11.2026" in page


def test_the_rules_say_that_their_basis_is_assumed() -> None:
    assert "Suunnitelmaan ei ole merkitty säädösperustaa" in pdf_text(budget(GLOW, "pdf"))
    assert "ei ole merkitty säädösperustaa" not in pdf_text(budget(replace(GLOW, legal_basis="867/2021"), "pdf"))


def test_cents_are_printed_as_they_are_and_fill_the_column() -> None:
    lines = (cost("A", "other", "125977.20"), cost("B", "other", "100"), cost("C", "other", "0.005"))
    text = docx_text(budget(Plan(cost_lines=lines), "docx"))
    assert "A 125 977,2000 B 100,0000 C 0,0050" in text
    text = docx_text(budget(Plan(cost_lines=lines[:2]), "docx"))
    assert "A 125 977,20 B 100,00 Kustannusarvio yhteensä 126 077,20" in text


def test_blank_missing_and_approximate_figures_are_printed_as_such() -> None:
    about = cost("Likimain", "other", "651200")
    about = replace(about, amount=replace(about.amount, qualifier=Qualifier.ABOUT))
    lines = (cost("Tyhjä", "other", None, applied="5"), about)
    text = docx_text(budget(Plan(cost_lines=lines, funding=(paid("Oma", "own", "5"),)), "docx"))
    assert "Tyhjä 5 Likimain – noin 651 200" in text
    assert "Viiva – tarkoittaa" in text
    assert "Viiva –" not in docx_text(budget(replace(GLOW, work_packages=()), "docx"))


def test_many_years_are_printed_in_several_tables() -> None:
    years = {str(2020 + number): str(number) for number in range(9)}
    text = docx_text(budget(Plan(cost_lines=(cost("Palkat", "staff", "36", years=years),)), "docx"))
    assert "Nimike 2020 € 2021 € 2022 € 2023 € 2024 € 2025 € Palkat" in text
    assert "Nimike 2026 € 2027 € 2028 € Yhteensä € Palkat 6 7 8 36" in text


def test_an_empty_plan_says_that_it_is_empty() -> None:
    for language in LANGUAGES:
        assert pdf_pages(budget(Plan(), "pdf", language))
    assert "ei ole vielä kustannuksia eikä rahoitusta" in pdf_text(budget(Plan(), "pdf"))


def test_the_workbook_has_figures_as_numbers_and_the_proofs_in_words() -> None:
    book = openpyxl.load_workbook(io.BytesIO(budget(KUOPIO, "xlsx")))
    assert book.sheetnames == [
        "Tiivistelmä", "Kustannusarvio", "Kustannukset vuosittain", "Rahoitussuunnitelma", "Toteuttajat", "Laskelmat",
        "Säännöt",
    ]  # fmt: skip
    facts = {row[0].value: row[1].value for row in book["Tiivistelmä"].iter_rows()}
    assert (facts["Hanke"], facts["Tulostettu"]) == (KUOPIO.title, datetime(2026, 11, 28))  # noqa: DTZ001
    assert "59\u00a0955\u00a0€ (laskettu)" in facts["Lyhyesti"]
    rows = [[cell.value for cell in row] for row in book["Rahoitussuunnitelma"].iter_rows()]
    assert rows[0] == ["Nimike", "Määrä (€)", "Osuus (%)"]
    assert rows[-2:] == [["Rivit yhteensä (laskettu)", 59955, 85], ["Rahoitussuunnitelma yhteensä", 59953, None]]
    proofs = [[cell.value for cell in row] for row in book["Laskelmat"].iter_rows()]
    assert any(row[2] == "ei täsmää" and "Ero on 2\u00a0€" in str(row[3]) for row in proofs)


def test_the_same_plan_is_the_same_file() -> None:
    for form in ("pdf", "docx", "xlsx"):
        assert budget(GLOW, form) == budget(GLOW, form)


def test_nasty_texts_are_printed_as_text() -> None:
    evil = '#panic("x") $a$ *b* <c> {d} \\e =1+1 </w:t>'
    plan = Plan(
        title=evil, cost_lines=(cost(evil, "other", "5", partner=evil, years={evil: "5"}),), total=term("6")
    )  # fmt: skip
    for language in LANGUAGES:
        assert evil in pdf_text(budget(plan, "pdf", language))
        assert evil in docx_text(budget(plan, "docx", language))
    sheet = openpyxl.load_workbook(io.BytesIO(budget(plan, "xlsx")))["Kustannusarvio"]
    assert evil in [cell.value for row in sheet for cell in row]


def cells_of(content: bytes) -> list[object]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [cell for sheet in book.worksheets for row in sheet.values for cell in row]


@pytest.mark.parametrize(("form", "read"), [("pdf", pdf_text), ("docx", docx_text)])
def test_a_total_on_paper_counts_no_part_twice(form: str, read: object) -> None:
    text = read(budget(PARTED, form))  # type: ignore[operator]
    assert "Kustannusarvio yhteensä 1 000" in text
    assert "Rahoitussuunnitelma yhteensä 1 000 100,00" in text
    assert "2 000" not in text


@pytest.mark.parametrize(("form", "read"), [("pdf", pdf_text), ("docx", docx_text)])
def test_a_total_on_paper_with_a_blank_row_is_at_least(form: str, read: object) -> None:
    text = read(budget(BLANK, form))  # type: ignore[operator]
    assert "Kustannusarvio yhteensä vähintään 1 000" in text
    assert "Rahoitussuunnitelma yhteensä vähintään 800" in text


def test_a_total_in_a_workbook_counts_no_part_twice_and_is_at_least_beside_a_blank() -> None:
    assert 2000 not in cells_of(budget(PARTED, "xlsx"))
    assert {"vähintään\u00a01\u00a0000\u00a0€", "vähintään\u00a0800\u00a0€"} <= set(cells_of(budget(BLANK, "xlsx")))
