"""The situation picture as a workbook."""

import io
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from seutu.core.situation import SituationPicture
from seutu.core.text import LANGUAGES, Language, Text
from seutu.reporting.situation import write_xlsx
from tests.unit.reporting.example_picture import ACTORS, FIGURES, empty_picture, example_picture


def book(picture: SituationPicture, language: Language = "fi") -> Workbook:
    stream = io.BytesIO()
    write_xlsx(picture, language, stream)
    return openpyxl.load_workbook(io.BytesIO(stream.getvalue()))


def rows(found: Workbook, sheet: str) -> list[tuple[object, ...]]:
    return list(found[sheet].iter_rows(values_only=True))


def test_every_table_has_its_sheet_and_every_row_is_there() -> None:
    picture = example_picture()
    found = book(picture)
    assert found.sheetnames == [
        "Tilannekuva",
        "Lukujen kehitys",
        "Keitä täällä on",
        "Toimijat",
        "Yhteydet",
        "Verkoston toimijat",
        "Puutteet",
        "Lähteet",
    ]
    assert len(rows(found, "Toimijat")) == 1 + 412
    assert len(rows(found, "Yhteydet")) == 1 + len(picture.network.links)
    assert len(rows(found, "Puutteet")) == 1 + sum(gap.count for gap in picture.gaps.lists)


def test_numbers_are_numbers_days_are_days_and_the_missing_is_empty() -> None:
    found = book(example_picture())
    figures = {(row[0], row[1], row[2]): row for row in rows(found, "Lukujen kehitys")}
    assert figures["Työttömien osuus työvoimasta", "Iisalmi", "2006"][3] == 14.1
    assert figures["Väkiluku", "Koko maa", "2016"][3] == 5503297
    assert figures["Työpaikat", "Iisalmi", "2012"][3:6] == (None, "työpaikkaa", "puuttuu")
    assert rows(found, "Lähteet")[1][4] == datetime(2022, 11, 20)  # noqa: DTZ001
    shares = {row[1]: row[4] for row in rows(found, "Keitä täällä on")}
    assert shares["company"] == pytest.approx(365 / 412, abs=1e-6)


def test_a_compared_value_without_a_source_is_not_given_that_of_the_place() -> None:
    series = FIGURES[1]
    points = tuple(replace(point, source=None) for point in series.comparisons[0].points)
    compared = replace(series, comparisons=(replace(series.comparisons[0], points=points),))
    found = rows(book(replace(example_picture(), figures=(compared,))), "Lukujen kehitys")
    assert {(row[1], bool(row[6])) for row in found[1:]} == {("Iisalmi", True), ("Koko maa", False)}


def test_a_figure_without_values_says_why() -> None:
    missing = [row for row in rows(book(example_picture()), "Lukujen kehitys") if row[0] == "Kunnallisveroprosentti"]
    assert [(row[3], row[5]) for row in missing] == [
        (None, "Verotietoja ei ole vielä haettu. Hae ne Verohallinnon taulukosta.")
    ]


def test_a_name_is_never_a_formula_or_a_link() -> None:
    names = ("=1+1", "@SUM(A1)", "https://example.org", "{=A1}")
    picture = replace(
        example_picture(), actors=tuple(replace(ACTORS[0], name=name, id=name) for name in names), figures=FIGURES[:1]
    )
    sheet = book(picture)["Toimijat"]
    cells = [sheet.cell(row=line, column=1) for line in range(2, 6)]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [(name, "s", None) for name in names]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_and_headings_speak_the_language_and_freeze(language: Language) -> None:
    found = book(empty_picture(), language)
    title = Text(fi="Lähteet", sv="Källor", en="Sources").in_language(language)
    assert found.sheetnames[-1] == title
    assert all(sheet.freeze_panes == "A2" for sheet in found.worksheets)
    assert all(len(name) <= 31 for name in found.sheetnames)
