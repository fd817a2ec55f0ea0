"""The monitoring report in every form and language: nothing lost, nothing read as markup, the same bytes each time."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import docx
import openpyxl
import pypdfium2  # type: ignore[import-untyped]
import pytest

from seutu.core.figures import Amount, Origin, Qualifier
from seutu.core.funding.appropriations import USE, UseState
from seutu.core.plain_forms import as_plain, from_plain
from seutu.core.programmes.monitoring import (
    AppropriationLine,
    CostLine,
    GoalLine,
    IndicatorLine,
    Milestone,
    MonitoringReport,
    PartLine,
    ProjectLine,
    ResolutionLine,
    ReviewCount,
    StateLine,
    UseLine,
    Words,
)
from seutu.core.text import LANGUAGES, Language, Text
from seutu.reporting.documents import Heading
from seutu.reporting.monitoring import FORMS, as_document, file_name, write_document

EVIL = '#panic("x") $a$ *b* <c> @d \\e =1+1 </w:t>'
LONG = "pitkä nimi " * 30


def euros(value: int, qualifier: Qualifier = Qualifier.EXACT, origin: Origin = Origin.STATED) -> Amount:
    return Amount(Decimal(value), "EUR", qualifier, origin)


def a_report(name: str = "Pilotti") -> MonitoringReport:
    line = ProjectLine(
        "1", name, Text.same("kokeilu"), Text.same("käynnissä"), "Yksikkö", date(2023, 3, 1), None, is_lead=True,
        goals=("1",), description=f"{name} kokeilee. " * 30,
    )  # fmt: skip
    used = StateLine(
        USE[UseState.USED],
        euros(180_000, Qualifier.UNDER),
        euros(20_000, Qualifier.OVER, Origin.DERIVED),
        (UseLine("Ostot", None, euros(150_000, Qualifier.ABOUT)), UseLine("Henkilöstö", None, None)),
        euros(30_000, Qualifier.UNDER, Origin.DERIVED),
        ("Henkilöstö",),
    )
    return MonitoringReport(
        programme=f"Ohjelma {name}",
        owner="Kaupunki",
        steering="Ohjausryhmä",
        day=date(2023, 12, 31),
        goals=(GoalLine("1", name, ((name, None),)), GoalLine("2", "Tyhjä")),
        under_way=(line,),
        continuing=(line,),
        new=(line,),
        in_preparation=(line,),
        unplaced=(line,),
        indicators=(
            IndicatorLine(
                "i", name, unit="kpl", baseline=Decimal(0), target=Decimal(40), value=Decimal("20.5"),
                measured=date(2023, 12, 1), percent=Decimal(51),
                told=f"{name}\nsanoin", parts=(PartLine("koko", "pieni", Decimal(20)),),
            ),
        ),
        unmeasured=(name,),
        review=ReviewCount(2, 1, 51, 17),
        milestones=(Milestone(date(2023, 9, 11), name, Text.same("kokous")),),
        appropriations=(AppropriationLine("a", "Määräraha", "2023", euros(200_000), (used,), (Text.same(name),)),),
        costs=(CostLine(name, Decimal("30000.5"), None, None),),
        resolutions=(ResolutionLine(name, "rooli", date(2024, 3, 1)),),
        words=Words(name, f"{name}\n\n{name}", ""),
    )  # fmt: skip


def written(report: MonitoringReport, form: str, language: Language = "fi") -> bytes:
    stream = io.BytesIO()
    write_document(report, as_document(report, language), form, stream, language=language)
    return stream.getvalue()


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_read_as_markup_or_as_a_formula(language: Language) -> None:
    report = a_report(EVIL)
    assert EVIL in text_of(written(report, "pdf", language))
    opened = docx.Document(io.BytesIO(written(report, "docx", language)))
    assert any(EVIL in paragraph.text for paragraph in opened.paragraphs)
    book = openpyxl.load_workbook(io.BytesIO(written(report, "xlsx", language)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == EVIL for cell in cells)
    assert not any(cell.data_type == "f" for cell in cells)


@pytest.mark.parametrize("form", FORMS)
def test_long_names_and_an_empty_report_are_written_the_same_each_time(form: str) -> None:
    for report in (a_report(LONG), MonitoringReport("Ohjelma", "", "", date(2023, 12, 31))):
        assert written(report, form) == written(report, form)


def test_a_blank_row_gets_the_rest_and_what_is_not_known_is_a_dash() -> None:
    opened = docx.Document(io.BytesIO(written(a_report(), "docx")))
    assert "Pilotti: Pilotti sanoin" in [paragraph.text for paragraph in opened.paragraphs]
    rows = [
        tuple(cell.text.replace("\u00a0", " ") for cell in row.cells) for table in opened.tables for row in table.rows
    ]
    assert ("Käytetty", "Loppuosa: Henkilöstö", "alle 30 000 € (laskettu)") in rows
    assert ("Käytetty", "Jäljellä", "yli 20 000 € (laskettu)") in rows
    assert ("Pilotti", "30 000,50 €", "–", "–") in rows
    assert ("2", "Tyhjä", "mikään hanke ei vielä edistä tätä") in rows


def test_a_figure_is_a_figure_in_the_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(a_report(), "xlsx", "en")))
    rows = list(book.worksheets[4].iter_rows(min_row=2, values_only=True))
    assert ("Määräraha", "2023", "Used", "Total", "under", 180_000, "stated") in rows
    assert ("Määräraha", "2023", "Used", "The rest: Henkilöstö", "under", 30_000, "calculated") in rows


def test_it_is_kept_whole() -> None:
    report = a_report(EVIL)
    assert from_plain(MonitoringReport, as_plain(report)) == report


def test_names_of_files() -> None:
    report = replace(a_report(), programme="Ää / Ö: ”ohjelma”")
    assert file_name(report, "pdf", "fi") == "seurantaraportti-aa-o-ohjelma-2023-12-31.pdf"
    assert file_name(report, "xlsx", "en", number=2) == "monitoring-report-aa-o-ohjelma-2023-12-31-v2.xlsx"


def test_the_report_of_a_running_year_lists_the_next_one() -> None:
    day = date(2026, 11, 28)
    running = as_document(replace(a_report(), day=day), "fi")
    headings = [each.text for each in running.blocks if isinstance(each, Heading)]
    assert "3. Toiminta vuonna 2027" in headings
    assert "Uudet, 28.11.2026 jälkeen ja viimeistään vuonna 2027 alkavat hankkeet ja toimenpiteet" in headings
    whole = as_document(replace(a_report(), day=date(2026, 12, 31)), "fi")
    assert "Uudet, vuonna 2027 alkavat hankkeet ja toimenpiteet" in [
        each.text for each in whole.blocks if isinstance(each, Heading)
    ]
