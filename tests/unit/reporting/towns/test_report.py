"""Town reports as documents and files: every topic with its table, the joint report with a page per town."""

import io
from dataclasses import replace

import docx
import pytest

from seutu.core.situation import PlaceHead
from seutu.core.statistics.index_sentences import INTERVAL_NOTE, WITH_SURVEY
from seutu.core.statistics.industry_change import IndustryCount, industry_changes
from seutu.core.surveys.town_sentences import SURVEY_NOTE, TownSurvey
from seutu.core.text import LANGUAGES, Language, Text
from seutu.reporting.documents import Chart, Document, Heading, Items, PageBreak, Paragraph, SideBySide, Table
from seutu.reporting.towns import files, words
from seutu.reporting.towns.files import FORMS, file_name, report_files
from seutu.reporting.towns.report import joint_report, town_report
from seutu.reporting.towns.tables import figure_cells
from tests.unit.reporting.example_profile import EMPLOYMENT, GROUP, JOBS, MISSING, PROFILE, STANDING

OTHER = replace(PROFILE, place=PlaceHead(name=Text.same("Iisalmi"), code="140", kind="municipality"), merged=())


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_town_report_has_every_topic_how_to_read_and_sources(language: Language) -> None:
    document = town_report(PROFILE, language)
    first = {"fi": ["Työ", "Asuminen"], "sv": ["Arbete", "Boende"], "en": ["Work", "Living"]}[language]
    assert headings(document)[:2] == first
    assert len(headings(document)) == 4
    kinds = {type(block) for block in document.blocks}
    assert {Chart, Items, Paragraph, SideBySide, Table} <= kinds


def test_a_missing_figure_is_a_dash_with_its_reason_under_the_table() -> None:
    notes = [block.text for block in town_report(PROFILE, "fi").blocks if isinstance(block, Paragraph)]
    assert "Vuokrat: lähde ei julkaise lukua." in notes
    assert figure_cells(MISSING, "fi") == ("Vuokrat", "–", "–", "–", "–", "–", "–")


def test_a_topic_tells_which_industries_grew_and_what_the_marks_mean() -> None:
    counts = {
        year: {"C": IndustryCount(jobs, "published"), "F": IndustryCount(9.0, status), "": IndustryCount(jobs, status)}
        for year, jobs, status in (("2012", 100.0, "published"), ("2016", 110.0, "incomplete"))
    }
    names = {"C": Text.same("Teollisuus"), "F": Text.same("Rakentaminen")}
    topic = replace(PROFILE.topics[0], industries=industry_changes(counts, ("2012", "2016"), names))
    blocks = town_report(replace(PROFILE, topics=(topic,)), "fi").blocks
    said = Items(("Nurmeksessa työpaikat lisääntyivät 2012–2016 eniten toimialalla teollisuus (+10).",))
    assert said in blocks
    table = blocks[blocks.index(said) + 1]
    assert isinstance(table, Table)
    assert [" ".join(row) for row in table.rows] == [
        "Teollisuus 100 110 +10 +10,0\N{NO-BREAK SPACE}%",
        "Rakentaminen 9 ≥\N{NO-BREAK SPACE}9 – –",
        "Kaikki toimialat 100 ≥\N{NO-BREAK SPACE}110 – –",
    ]
    assert Paragraph(words.PARTS_HIDDEN.fi, "note") in blocks
    assert not any(
        isinstance(each, Table) and each.caption == table.caption for each in town_report(PROFILE, "fi").blocks
    )


def test_the_cells_of_a_figure() -> None:
    assert figure_cells(EMPLOYMENT, "en") == (
        "Employment rate",
        "62.5%",
        "2016",
        "+1.5\u00a0pp (2015–)",
        "66.0",
        "12/55",
        "12/55",
    )
    assert figure_cells(JOBS, "fi")[1:] == ("3\u00a0100", "2016", "–", "–", "–", "=21/22")


def test_indices_have_a_section_with_what_each_says_and_what_its_interval_covers() -> None:
    assert "Sija indeksissä" not in headings(town_report(PROFILE, "fi"))
    second = replace(STANDING, index="Arki")
    document = town_report(replace(PROFILE, indices=(STANDING, second)), "fi")
    assert headings(document)[0] == "Sija indeksissä"
    assert [each.text for each in document.blocks if isinstance(each, Heading) and each.level == 2][:2] == [
        "Elinvoima",
        "Arki",
    ]
    said = [row for each in document.blocks if isinstance(each, Items) for row in each.texts]
    assert any(each.startswith("Nurmes, Arki: sija 12/55, pisteet 56,3. Yhdeksässä") for each in said)
    assert INTERVAL_NOTE.fi in [each.text for each in document.blocks if isinstance(each, Paragraph)]


def test_surveys_have_a_section_with_what_each_says_and_what_its_interval_tells() -> None:
    told = TownSurvey("Vetovoima, 2026", (Text(fi="Mielikuva 4,5.", sv="Image 4,5.", en="Image 4.5."),))
    document = town_report(replace(PROFILE, surveys=(told,)), "fi")
    assert headings(document)[0] == "Mitä kyselyt kertovat"
    assert ("Mielikuva 4,5.",) in [each.texts for each in document.blocks if isinstance(each, Items)]
    assert SURVEY_NOTE.fi in [each.text for each in document.blocks if isinstance(each, Paragraph)]
    assert "Mitä kyselyt kertovat" not in headings(town_report(PROFILE, "fi"))


def test_a_joint_report_says_a_town_s_standing_on_its_page_and_once_what_the_interval_covers() -> None:
    document = joint_report([replace(PROFILE, indices=(STANDING,)), OTHER], GROUP, PROFILE.at, "sv")
    said = [each.text for each in document.blocks if isinstance(each, Paragraph)]
    assert sum(text.startswith("Nurmes, Elinvoima: plats 12/55") for text in said) == 1
    reading = [row for each in document.blocks if isinstance(each, Items) for row in each.texts]
    assert reading.count(INTERVAL_NOTE.sv) == 1


def test_a_joint_report_sets_the_towns_side_by_side_and_gives_each_a_page() -> None:
    document = joint_report([PROFILE, OTHER], GROUP, PROFILE.at, "fi")
    assert document.title == "Seutukaupungit"
    assert headings(document)[:3] == ["Kaupungit rinnakkain", "Nurmes", "Iisalmi"]
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == 3
    (table,) = [block for block in document.blocks if isinstance(block, Table)][:1]
    assert table.rows == (("Nurmes", "62,5 (12.)"), ("Iisalmi", "62,5 (12.)"))
    assert joint_report([OTHER], GROUP, PROFILE.at, "fi").title == "Valitut kaupungit"


def test_files_are_written_with_progress_and_hold_the_words() -> None:
    told: list[int] = []
    files = dict(report_files([PROFILE], GROUP, "fi", ["docx"], joint=True, told=told.append))
    assert list(files) == [
        "tilastoraportti-nurmes-2026-11-28.docx",
        "yhteisraportti-seutukaupungit-2026-11-28.docx",
    ]
    assert told == [1]
    word = docx.Document(io.BytesIO(files["tilastoraportti-nurmes-2026-11-28.docx"]))
    assert any("Mukana Nurmeksessa: Valtimo" in paragraph.text for paragraph in word.paragraphs)


def test_the_pdf_is_the_same_every_time() -> None:
    once = FORMS["pdf"](PROFILE, "sv")
    assert once.startswith(b"%PDF")
    assert once == FORMS["pdf"](PROFILE, "sv")
    assert file_name(PROFILE, "pdf", "sv") == "statistikrapport-nurmes-2026-11-28.pdf"


def test_many_towns_by_two_processes_give_the_same_files_in_the_same_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bare = [replace(each, topics=(), sources=(), indices=(STANDING,)) for each in (PROFILE, OTHER)]
    told: list[int] = []
    alone = list(report_files(bare, GROUP, "fi", ["docx"], joint=True, told=told.append))
    monkeypatch.setattr(files, "MANY", 2)
    assert list(report_files(bare, GROUP, "fi", ["docx"], joint=True, told=told.append)) == alone
    assert told == [1, 2, 1, 2]


def test_what_an_interval_holds_is_said_once_for_each_kind_of_index() -> None:
    with_survey = replace(STANDING, index="Vetovoima", with_survey=True)
    document = town_report(replace(PROFILE, indices=(STANDING, with_survey, with_survey)), "fi")
    notes = [each.text for each in document.blocks if isinstance(each, Paragraph)]
    assert [notes.count(each.fi) for each in (INTERVAL_NOTE, WITH_SURVEY)] == [1, 1]
