"""The application in the order of the form; what is empty says so and is counted."""

from dataclasses import replace

import pytest

from seutu.core.funding.applications import Action, Application, Chapter, Principle
from seutu.core.funding.plans import Plan
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.plans import print_application
from seutu.reporting.plans.chapters import HEADINGS
from seutu.rules.funding import rule_book
from tests.unit.reporting.plans.example_documents import APPLICATION, AT, PACKAGES
from tests.unit.reporting.plans.example_plans import term
from tests.unit.reporting.plans.reading_prints import docx_headings, docx_text, pdf_pages, pdf_text


def printed(application: Application, language: Language = "fi") -> str:
    return pdf_text(print_application(application, language=language, form="pdf", at=AT))


def test_the_chapters_stand_in_the_order_of_the_form() -> None:
    headings = docx_headings(print_application(APPLICATION, language="fi", form="docx", at=AT))
    assert headings == [
        "Perustiedot", "Kuvaus hankkeen sisällöstä", "Hankkeen tarve", "Hankkeen tavoitteet", "Kohderyhmät",
        "Hankkeen toimenpiteet",
        HEADINGS[Chapter.OUTCOMES].fi,
        "Lisätietoja hakemuksesta", "Hankkeen toteutusalue", "Kustannusarvion tiivistelmä",
        "Rahoitussuunnitelman tiivistelmä", "Mittarit", "Horisontaaliset periaatteet",
        "Rahoittajan arvio hankkeesta", "Ratkaisun perustelut ja jatkotoimenpiteet", "Täydennykset",
        "Rahoittaja puoltaa hakemuksen hyväksymistä",
    ]  # fmt: skip


def test_the_figures_and_facts_are_printed_to_the_euro() -> None:
    text = printed(APPLICATION)
    for part in (
        "600583", "EURA 2021/600583/09 02 01 01/2024/ESAELY", "Flat rate 40 %", "1 Palkkakustannukset 314 943 314 943",
        "Kustannusarvio yhteensä 440 920 440 920", "2 Omarahoitus: Muu julkinen rahoitus 85 184 85 184 19,32",
        "Henkilötyökuukaudet: 20 Teksti", "57 htkk (laskettu)", "Tehtävä 1.1", "Pisteet 20/27", "Saapunut 15.3.2024",
        "Aikataulun päivitys (tehty)", "Yrityssopimukset (tekemättä)", "hyväksymistä Kyllä",
    ):  # fmt: skip
        assert part in text


def test_empty_chapters_say_so_and_are_counted() -> None:
    text = printed(APPLICATION)
    assert "2/12 luvusta on vielä täyttämättä: Perustiedot, Kohderyhmät." in text
    assert "Vielä täyttämättä: Toteutusaika." in text
    empty = printed(Application())
    assert "12/12 luvusta on vielä täyttämättä" in empty
    assert empty.count("Ei vielä täytetty.") == 12
    assert "Täydennyksiä ei ole pyydetty." in empty
    assert "Rahoittajan arvio" not in empty


def test_figures_that_contradict_are_told_where_there_are_rules_to_judge_by() -> None:
    wrong = replace(APPLICATION, plan=replace(APPLICATION.plan, total=term("440921")))
    content = print_application(wrong, rules=rule_book(), language="fi", form="pdf", at=AT)
    assert "osat ovat yhteensä 440 920 €, mutta summaksi on merkitty 440 921 €" in pdf_text(content)
    assert "mutta summaksi" not in printed(wrong)


def test_a_full_application_says_that_it_is_full() -> None:
    full = replace(APPLICATION, target_groups="Yritykset", plan=replace(APPLICATION.plan, period=(AT, AT)))
    assert "Kaikki 12 lukua on täytetty." in printed(full)


def test_a_work_package_tells_what_it_lacks() -> None:
    bare = replace(PACKAGES[0], person_months=None, tasks=())
    text = printed(replace(APPLICATION, actions=(Action(bare),)))
    assert "Työpaketista puuttuu vielä: henkilötyökuukaudet, tehtävät." in text
    assert "(laskettu)" not in text


def test_paragraphs_and_lists_of_a_text_stay() -> None:
    word = docx_text(print_application(replace(APPLICATION, need="Yksi.\n\n– kaksi\n- kolme\nneljä\nviisi"),
                                       language="fi", form="docx", at=AT))  # fmt: skip
    assert "Yksi. kaksi kolme neljä viisi" in word


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_each_language(language: Language) -> None:
    expected = {"fi": "Kohderyhmät Ei vielä", "sv": "Målgrupper Inte ifyllt", "en": "Target groups Not filled in"}
    assert expected[language] in printed(APPLICATION, language)


def test_a_text_of_many_pages_is_printed_whole() -> None:
    long = "\n\n".join(f"Kappale {number}. " + "Sana " * 80 for number in range(60))
    pages = pdf_pages(print_application(replace(APPLICATION, content=long), language="fi", form="pdf", at=AT))
    assert len(pages) > 8
    assert all(f"Kappale {number}." in " ".join(pages) for number in range(60))


def test_names_that_are_missing_break_nothing() -> None:
    nameless = Application(
        plan=Plan(), actions=(Action(replace(PACKAGES[0], number="", name="")),), principles=(Principle(""),)
    )
    assert "Työpaketti" in printed(nameless)
