"""A project on one A4 stays on one page, however much there is of it."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from seutu.core.funding.plans import Partner, PartnerRole, Plan
from seutu.core.funding.project_pages import ProjectPage, Stage
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.documents import document_to_pdf
from seutu.reporting.plans import print_project_page
from seutu.reporting.plans.project_page import page_document
from tests.unit.reporting.plans.example_documents import AT, PAGE
from tests.unit.reporting.plans.reading_prints import docx_text, pdf_pages, pdf_text


def crowded(word: str) -> ProjectPage:
    return ProjectPage(
        plan=replace(
            PAGE.plan,
            title=word * 60,
            fund=word * 3,
            legal_basis=word * 3,
            partners=tuple(Partner(word * 20, list(PartnerRole)[number % 3]) for number in range(60)),
        ),
        goal=word * 300,
        stages=tuple(
            Stage(str(number), word * 20, date(2021 + number % 7, 1, 1), date(2021 + number % 7, 9, 30))
            for number in range(40)
        ),
        results=(word * 50,) * 50,
        contact_role=word * 60,
    )


PAGES = [PAGE, ProjectPage(Plan()), crowded("sana "), crowded("innovaatioekosysteemiverkostohanke "), crowded("W" * 90)]


@pytest.mark.parametrize("page", PAGES, ids=["example", "empty", "crowded", "long words", "unbroken"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_exactly_one_page(page: ProjectPage, language: Language) -> None:
    assert len(pdf_pages(print_project_page(page, language=language, form="pdf", at=AT))) == 1


@pytest.mark.parametrize("page", PAGES, ids=["example", "empty", "crowded", "long words", "unbroken"])
def test_the_blocks_of_the_word_document_take_one_page_too(page: ProjectPage) -> None:
    assert len(pdf_pages(document_to_pdf(page_document(page, language="fi", at=AT)))) == 1


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_it_says_who_what_when_and_for_how_much(form: str) -> None:
    content = print_project_page(PAGE, language="fi", form=form, at=AT)  # type: ignore[arg-type]
    text = pdf_text(content) if form == "pdf" else docx_text(content)
    for part in (
        "GLOW", "2026–2027", "pääsevät uusille markkinoille", "440 920 €", "352 736 €", "88 184 €", "laskettu riveistä",
        "Päätoteuttaja: Ammattikorkeakoulun TKI-yksikkö", "Osallistuja: Kaupunki, Hyvinvointialue",
        "Työpaketit neljännesvuosittain", "Palvelutarjotin ja toimintamalli", "Projektipäällikkö",
    ):  # fmt: skip
        assert part in text


def test_the_schedule_is_a_picture_with_its_days_in_words() -> None:
    content = print_project_page(PAGE, language="fi", form="docx", at=AT)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        body = parts.read("word/document.xml").decode()
    assert 'descr="Aikataulu. 1 Käynnistys ja nykytila-analyysi: 1.1.–30.6.2026;' in body


def test_what_is_left_out_is_said() -> None:
    text = pdf_text(print_project_page(crowded("sana "), language="fi", form="pdf", at=AT))
    assert "Työpaketit neljännesvuosittain ja 32 muuta" in text
    assert "ja 43 muuta" in text
    assert "ja 15 muuta" in text
    assert "…" in text


def test_what_is_not_known_is_said() -> None:
    text = pdf_text(print_project_page(ProjectPage(Plan()), language="fi", form="pdf", at=AT))
    for part in ("Nimetön hanke", "tavoitetta ei ole vielä", "Toteuttajia ei ole", "aikataulua", "Tuloksia ei ole"):
        assert part in text
    undated = replace(PAGE, stages=(Stage("1", "Alku"),))
    assert "Työpaketeilla ei ole vielä aikataulua." in docx_text(
        print_project_page(undated, language="fi", form="docx", at=AT)
    )
