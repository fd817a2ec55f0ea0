"""The picture in the terminal: every figure with its period and source, the gaps, and what to do without links."""

from dataclasses import replace

import pytest

from seutu.core.situation import NO_LINKS, NO_LINKS_NEXT, NetworkContent, compose
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.situation import picture_as_text
from seutu.reporting.situation.files import file_name
from tests.unit.reporting.example_picture import example_picture

PICTURE = example_picture()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_known_figure_stands_with_its_period_and_source(language: Language) -> None:
    text = picture_as_text(PICTURE, language)
    lines = text.splitlines()
    for series in PICTURE.figures:
        line = next(line for line in lines if line.strip().startswith(series.label.in_language(language)))
        if series.latest is None:
            assert series.why_missing is None or series.why_missing.in_language(language) in line
        else:
            assert f"({series.latest.period})" in line
            assert line.rstrip().endswith("]")
    assert PICTURE.lead.in_language(language) in text
    for number, note in enumerate(PICTURE.sources, start=1):
        assert f"[{number}] {note.title.in_language(language)}" in text


def test_without_links_the_text_says_what_to_do() -> None:
    text = picture_as_text(replace(PICTURE, network=NetworkContent()), "fi")
    assert NO_LINKS.fi in text
    assert NO_LINKS_NEXT.fi in text


def test_actors_that_may_belong_here_are_told_of() -> None:
    text = picture_as_text(replace(PICTURE, gaps=replace(PICTURE.gaps, elsewhere=2)), "en")
    assert "Actors of the register without a municipality: 2. Some may belong here." in text
    assert "Some may belong here" not in picture_as_text(PICTURE, "en")


def test_without_actors_the_text_says_how_to_begin() -> None:
    text = picture_as_text(replace(PICTURE, composition=compose(())), "en")
    assert "Import the actors from a spreadsheet" in text


def test_files_are_named_in_plain_letters() -> None:
    assert file_name(PICTURE, "docx", "fi") == "tilannekuva-iisalmi-2026-11-22.docx"
    assert file_name(PICTURE, "one-page.pdf", "sv") == "ekosystembeskrivning-idensalmi-2026-11-22.pdf"
    assert file_name(PICTURE, "png", "en") == "ecosystem-description-iisalmi-2026-11-22.png"
