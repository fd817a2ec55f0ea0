"""The decision item in the order in which a municipality reads it."""

from dataclasses import replace

import pytest

from seutu.core.funding.decisions import Attachment, DecisionItem
from seutu.core.text import LANGUAGES, Language, Text
from seutu.reporting.plans import print_decision
from seutu.rules.funding import rule_book
from tests.unit.reporting.plans.example_documents import AT, ITEM
from tests.unit.reporting.plans.example_plans import term
from tests.unit.reporting.plans.reading_prints import docx_headings, docx_text, pdf_pages, pdf_text


def test_the_parts_stand_in_the_order_of_a_decision() -> None:
    assert docx_headings(print_decision(ITEM, language="fi", form="docx", at=AT)) == [
        "Selostus", "Kustannukset ja rahoitus", "Vaikutusten arviointi", "Esitys", "Liitteet", "Valmistelija",
        "Päätösehdotus", "Päätös", "Muutoksenhaku",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_every_part_and_figure_is_printed(form: str) -> None:
    content = print_decision(ITEM, language="fi", form=form, at=AT)  # type: ignore[arg-type]
    text = pdf_text(content) if form == "pdf" else docx_text(content)
    for part in (
        "§ 13 · Asianumero 4834/02.05.02.01/2017", "Kaupunginhallitus", "Esittelijä Elinkeinojohtaja",
        "Kokouspäivä 12.6.2017", "24 095 22 252 13 606 59 953", "Sitoumus enintään 2 991 €",
        "Laskut hyväksyy Elinkeinojohtaja", "Oikeus vetäytyä Kaupunki voi", "2 4834/2017 Hakemus",
        "Ehdotus hyväksyttiin yksimielisesti.", "oikaisuvaatimuksella",
    ):  # fmt: skip
        assert part in text
    assert "täyttämättä" not in text


def test_an_item_that_is_not_ready_says_what_it_lacks() -> None:
    text = pdf_text(print_decision(DecisionItem("Asia"), language="fi", form="pdf", at=AT))
    assert "Vielä täyttämättä 5: selostus, vaikutusten arviointi, esitys, vastuuhenkilö, muutoksenhaku." in text
    assert "Asiaa ei ole vielä päätetty." in text
    assert "Vastuuhenkilö Ei vielä täytetty." in text
    assert "Otsikko puuttuu" in pdf_text(print_decision(DecisionItem(""), language="fi", form="pdf", at=AT))


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_an_outcome_without_a_text_is_a_decision(form: str) -> None:
    made = replace(ITEM, decision="", outcome=Text.same("hyväksytty"), granted=term("2991"))
    content = print_decision(made, language="fi", form=form, at=AT)  # type: ignore[arg-type]
    text = pdf_text(content) if form == "pdf" else docx_text(content)
    assert "Ratkaisu hyväksytty" in text
    assert "Myönnetty 2 991 €" in text
    assert "Päätöstekstiä ei ole vielä kirjattu." in text
    assert "Asiaa ei ole vielä päätetty." not in text


def test_how_to_appeal_is_told_by_an_attachment() -> None:
    attached = replace(ITEM, appeal="", attachments=(Attachment("6", "Oikaisuvaatimusohje"),))
    text = docx_text(print_decision(attached, language="fi", form="docx", at=AT))
    assert "Ohje muutoksenhakuun on liitteenä 6: Oikaisuvaatimusohje." in text
    assert "täyttämättä" not in text
    without = docx_text(print_decision(replace(ITEM, appeal=""), language="fi", form="docx", at=AT))
    assert "Vielä täyttämättä 1: muutoksenhaku." in without
    assert "Lisää se päätöksen liitteisiin." in without


@pytest.mark.parametrize("section", ["45", "§ 45"])
def test_a_section_is_printed_with_its_sign_once(section: str) -> None:
    text = docx_text(print_decision(DecisionItem("Asia", section=section), language="fi", form="docx", at=AT))
    assert text.replace("\u00a0", " ").count("§ 45") == 1


def test_figures_that_contradict_are_told_where_there_are_rules_to_judge_by() -> None:
    draft = pdf_text(print_decision(ITEM, rules=rule_book(), language="fi", form="pdf", at=AT))
    assert "osat ovat yhteensä 59 955 €, mutta summaksi on merkitty 59 953 €. Ero on 2 €" in draft
    assert "Ero on" not in pdf_text(print_decision(ITEM, language="fi", form="pdf", at=AT))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_each_language(language: Language) -> None:
    words = {"fi": "Päätösasia 28.11.2026", "sv": "Beslutsärende 28.11.2026", "en": "Decision item 28.11.2026"}
    pages = pdf_pages(print_decision(ITEM, language=language, form="pdf", at=AT))
    assert all(words[language] in page and f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))
