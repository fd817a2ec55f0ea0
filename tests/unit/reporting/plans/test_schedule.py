"""Work packages by quarter in print: which cells are filled, and what the days say beside them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from seutu.core.funding.project_pages import Stage
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.documents import Paragraph, Table
from seutu.reporting.plans import print_application
from seutu.reporting.plans.page_words import TOO_LONG
from seutu.reporting.plans.schedule import FILLED, schedule_blocks
from tests.unit.reporting.plans.example_documents import APPLICATION, AT
from tests.unit.reporting.plans.reading_prints import docx_text, pdf_text

STAGES = (
    Stage("1", "Kartoitus", date(2021, 8, 1), date(2022, 3, 31)),
    Stage("2", "Kokeilut", date(2022, 4, 1), date(2022, 6, 30)),
    Stage("3", "Hallinto"),
)


def tables(*stages: Stage, language: Language = "fi") -> list[Any]:
    found = schedule_blocks(stages, language)
    assert all(isinstance(each, Table) for each in found)
    return found


def test_a_cell_is_filled_in_the_quarters_that_a_package_touches() -> None:
    (table,) = tables(*STAGES)
    assert [each.heading for each in table.columns] == ["Työpaketti", "Aika", "2021 Q3", "Q4", "2022 Q1", "Q2"]
    assert table.rows == (
        ("1 Kartoitus", "1.8.2021–31.3.2022", FILLED, FILLED, FILLED, ""),
        ("2 Kokeilut", "1.4.–30.6.2022", "", "", "", FILLED),
        ("3 Hallinto", "–", "", "", "", ""),
    )
    assert table.caption == "Työpaketit neljännesvuosittain 2021–2022"


def test_a_long_project_gets_a_table_for_every_two_years() -> None:
    first, second, third = tables(Stage("1", "Pitkä", date(2021, 1, 1), date(2025, 6, 30)))
    assert [len(each.columns) for each in (first, second, third)] == [10, 10, 4]
    assert (second.caption[-10:], third.caption[-5:]) == (" 2023–2024", " 2025")
    assert set(first.rows[0][2:]) == set(second.rows[0][2:]) == set(third.rows[0][2:]) == {FILLED}


@pytest.mark.parametrize(
    ("stages", "said"),
    [
        ((), []),
        ((Stage("1", "Avoin", date(2021, 1, 1)),), ["Työpaketeilla ei ole vielä aikataulua."]),
        (
            (Stage("1", "Väärä vuosi", date(2021, 1, 1), date(2121, 1, 1)),),
            [TOO_LONG.filled(first="1.1.2021", last="1.1.2121").fi],
        ),
    ],
)
def test_without_days_to_draw_it_says_why(stages: tuple[Stage, ...], said: list[str]) -> None:
    found = schedule_blocks(stages, "fi")
    assert [each.text for each in found if isinstance(each, Paragraph)] == said
    assert len(found) == len(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_application_prints_it_under_the_actions(language: Language) -> None:
    application = replace(APPLICATION, stages=STAGES)
    for form, read in (("pdf", pdf_text), ("docx", docx_text)):
        text = read(print_application(application, language=language, form=form, at=AT))  # type: ignore[arg-type]
        assert text.count(FILLED) == 4
        assert "2021 Q3" in " ".join(text.split())
