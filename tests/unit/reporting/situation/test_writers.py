"""The situation picture in every written form and language."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import IO

import docx
import openpyxl
import pypdfium2  # type: ignore[import-untyped]
import pytest

from seutu.core.situation import ActorFact, SituationPicture, SourceNote, compose
from seutu.core.text import LANGUAGES, Language, Text
from seutu.reporting.situation import (
    tables,
    words,
    write_docx,
    write_one_page,
    write_one_page_docx,
    write_pdf,
    write_png,
    write_xlsx,
)
from seutu.reporting.situation.one_page import actor_names
from tests.unit.reporting.example_picture import ACTORS, FIGURES, empty_picture, example_picture

Writer = Callable[[SituationPicture, Language, IO[bytes]], None]
WRITERS: list[Writer] = [write_docx, write_one_page, write_one_page_docx, write_pdf, write_png, write_xlsx]
EVIL = '#panic("x") $a$ *b* <c> @d \\e =1+1 </w:t>'
PICTURE = replace(example_picture(), figures=FIGURES[:2])


def written(writer: Writer, picture: SituationPicture, language: Language = "fi") -> bytes:
    stream = io.BytesIO()
    writer(picture, language, stream)
    return stream.getvalue()


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def one_line(text: str) -> str:
    return " ".join(text.split())


def crowded() -> SituationPicture:
    """A picture whose every list is long and every name too."""
    picture = example_picture()
    long = " ".join(["pitkä nimi"] * 12)
    return replace(
        picture,
        lead=Text.same(" ".join(["Lause, joka jatkuu."] * 25)),
        figures=tuple(replace(series, label=Text.same(long)) for series in FIGURES * 3),
        sources=tuple(SourceNote(f"s{number}", Text.same(long), Text.same(long), "CC BY 4.0") for number in range(30)),
    )


@pytest.mark.parametrize("picture", [PICTURE, empty_picture(), crowded()], ids=["example", "empty", "crowded"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ecosystem_description_is_exactly_one_page(picture: SituationPicture, language: Language) -> None:
    texts = pages(written(write_one_page, picture, language))
    assert len(texts) == 1
    assert one_line(picture.lead.in_language(language)).split()[-1] in texts[0]
    assert picture.sources == () or f"[{len(picture.sources)}]" in texts[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ["Tilannekuva · 22.11.2026", "Keitä täällä on", "Lähteet", "koko maassa", "13,6\u00a0%", "Haettu"]),
        ("sv", ["Lägesbild · 22.11.2026", "Vilka som finns här", "Källor", "i hela landet", "13,6\u00a0%", "Hämtad"]),
        ("en", ["Situation picture · 22", "Who is here", "Sources", "in the whole country", "13.6%", "Retrieved"]),
    ],
)
def test_the_whole_picture_speaks_each_language(language: Language, words: list[str]) -> None:
    text = one_line(" ".join(pages(written(write_pdf, PICTURE, language))))
    for word in words:
        assert one_line(word) in text


def test_print_opens_every_figure_to_its_source_formula_and_definition() -> None:
    text = one_line(" ".join(pages(written(write_pdf, PICTURE))))
    assert "Laskukaava: 100 × työttömät / työvoima." in text
    assert "Määritelmä: Väestö vuoden lopussa." in text
    assert "Lähde [1]: Kuntien avainluvut 2006–2016, Tilastokeskus, CC BY 4.0, haettu 20.11.2022." in text


def test_print_says_what_it_leaves_out_and_what_is_missing() -> None:
    text = one_line(" ".join(pages(written(write_pdf, replace(PICTURE, figures=FIGURES)))))
    assert f"Näkyvissä 20 riviä {len(PICTURE.network.links)} rivistä." in text
    assert "Kunnallisveroprosentti: Verotietoja ei ole vielä haettu." in text
    assert f"Ilman sijaintia: {PICTURE.gaps.unplaced.count} kaikkiaan 412 toimijasta" in text
    assert f"ja {PICTURE.gaps.unplaced.count - 12} muuta" in text


def unclassified(count: int) -> tuple[ActorFact, ...]:
    return tuple(ActorFact(str(number), f"Yritys {number:03d} Oy") for number in range(count))


def test_print_names_the_actors_and_says_of_what_nothing_is_known() -> None:
    actors = unclassified(70)
    text = one_line(" ".join(pages(written(write_pdf, replace(PICTURE, actors=actors, composition=compose(actors))))))
    assert "Yritys 059 Oy" in text
    assert "Yritys 060 Oy" not in text
    assert "Näkyvissä 60 riviä 70 rivistä." in text
    assert "Ei tiedossa yhdestäkään toimijasta: luokat, kokoluokat, toimialat." in text
    assert "70 (100" not in text
    assert "kuntanumero 140" in text


def test_a_few_actors_are_named_on_one_page_and_many_are_not() -> None:
    few, many = unclassified(20), unclassified(21)
    small = one_line(pages(written(write_one_page, replace(PICTURE, actors=few, composition=compose(few))))[0])
    assert "Toimijat: Yritys 000 Oy, Yritys 001 Oy" in small
    assert actor_names(replace(PICTURE, actors=many), "fi") is None
    assert [column.heading for column in tables.actors(replace(PICTURE, actors=few), "fi").columns] == ["Nimi"]


def test_the_page_in_word_counts_who_is_here() -> None:
    word = docx.Document(io.BytesIO(written(write_one_page_docx, PICTURE)))
    share = PICTURE.composition.by_class[0]
    begins = f"Luokat: {share.label.fi} {share.count}, "
    assert any(paragraph.text.startswith(begins) for paragraph in word.paragraphs)


def test_the_country_stands_beside_what_compares_with_it() -> None:
    rows = {row[0]: row for row in tables.key_figures(replace(PICTURE, figures=FIGURES), "fi").rows}
    assert rows["Väkiluku"][3:5] == ("−2,5\u00a0% (2006–)", "+4,3\u00a0% (2006–)")
    assert rows["Työttömien osuus työvoimasta"][4] == "13,6\u00a0%"
    assert rows["Kuntien välinen nettomuutto"][3:5] == ("", "")


def test_the_same_content_is_in_the_docx() -> None:
    word = docx.Document(io.BytesIO(written(write_docx, PICTURE)))
    headings = [p.text for p in word.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings == [
        "Toimijat kartalla",
        "Keitä täällä on",
        "Toimijat",
        "Kuka tekee yhteistyötä kenen kanssa",
        "Lukujen kehitys",
        "Mitä aineistosta puuttuu",
        "Lähteet",
    ]
    heads = [table.rows[0].cells[0].text for table in word.tables]
    assert heads == ["Luku", "Luokat", "Kokoluokat", "Toimialat", "Nimi", "Toimija", "Aika", "Aika", ""]
    assert len(word.inline_shapes) == 7


@pytest.mark.parametrize("writer", WRITERS)
def test_an_empty_place_is_written_too_and_says_how_to_begin(writer: Writer) -> None:
    content = written(writer, empty_picture())
    assert len(content) > 1000
    if writer in (write_pdf, write_one_page):
        text = one_line(" ".join(pages(content)))
        assert "Tuo toimijat taulukosta" in text
        assert "Tuo hankkeiden osallistujat" in text


@pytest.mark.parametrize("writer", WRITERS)
def test_the_same_picture_gives_the_same_bytes(writer: Writer) -> None:
    small = replace(PICTURE, figures=FIGURES[:1])
    assert written(writer, small, "sv") == written(writer, small, "sv")


def test_a_name_is_never_read_as_markup() -> None:
    name = Text.same(EVIL)
    items = tuple(replace(item, label=EVIL) for item in PICTURE.gaps.untyped.items[:1])
    gaps = replace(PICTURE.gaps, untyped=replace(PICTURE.gaps.untyped, items=items))
    nodes = tuple(replace(node, label=EVIL) for node in PICTURE.network.nodes)
    picture = replace(
        PICTURE,
        place=replace(PICTURE.place, name=name),
        lead=name,
        gaps=gaps,
        network=replace(PICTURE.network, nodes=nodes),
        actors=tuple(replace(actor, name=EVIL) for actor in ACTORS[:3]),
    )
    for writer in (write_pdf, write_one_page):
        assert "".join(EVIL.split()) in "".join("".join(pages(written(writer, picture))).split())
    word = docx.Document(io.BytesIO(written(write_docx, picture)))
    assert EVIL in [paragraph.text for paragraph in word.paragraphs]


def test_the_png_is_an_image_of_the_page() -> None:
    assert written(write_png, PICTURE).startswith(b"\x89PNG\r\n\x1a\n")


def said_in(writer: Writer, content: bytes) -> str:
    """Return the text of a written form."""
    if writer in {write_pdf, write_one_page}:
        return one_line(" ".join(pages(content)))
    if writer is write_xlsx:
        book = openpyxl.load_workbook(io.BytesIO(content))
        return " ".join(str(cell) for row in book["Puutteet"].iter_rows(values_only=True) for cell in row)
    return " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


@pytest.mark.parametrize("writer", [write_docx, write_one_page, write_one_page_docx, write_pdf, write_xlsx])
@pytest.mark.parametrize("picture", [PICTURE, empty_picture()], ids=["example", "empty"])
def test_actors_that_may_belong_here_are_told_of(writer: Writer, picture: SituationPicture) -> None:
    said = "Niitä voi kuulua myös tälle alueelle."
    more = replace(picture, gaps=replace(picture.gaps, elsewhere=1234))
    text = said_in(writer, written(writer, more)).replace("\xa0", " ")
    assert f"Rekisterin toimijoita ilman kuntaa: 1 234. {said}" in text
    assert "Ei puutteita." not in text
    assert said not in said_in(writer, written(writer, picture))


@pytest.mark.parametrize(
    ("count", "fi", "sv", "en"),
    [(1, "ja 1 muu", "och 1 till", "and 1 more"), (2, "ja 2 muuta", "och 2 till", "and 2 more")],
)
def test_one_more_is_said_otherwise_than_many(count: int, fi: str, sv: str, en: str) -> None:
    assert [tables.and_more(count, language) for language in LANGUAGES] == [fi, sv, en]


def test_counts_of_rows_and_actors_are_written_with_thousands() -> None:
    assert (
        tables.rows_left(60, 1234, "fi")
        == "Näkyvissä 60 riviä 1\xa0234 rivistä. Loput ovat taulukkotiedostossa (XLSX)."
    )
    assert tables.rows_left(60, 60, "fi") == ""
    assert tables.of_all(words.OF_ALL, 1000, 1234, "en") == "1\xa0000 of 1\xa0234 actors"
    assert tables.of_all(words.OF_ALL, 0, 1, "sv") == "0 av 1 aktör"
    assert tables.of_all(words.ON_MAP_OF_ALL, 1, 1, "en") == "1 of 1 actor on the map"
