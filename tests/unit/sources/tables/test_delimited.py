from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.tables import Limits, open_tables, read_delimited
from seutu.sources.tables.delimited import detect_delimiter, detect_encoding

TABLE = "Nimi;Kunta;Määrä\nYksi;Salo;1\nKaksi;Forssa;2\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "taulu.csv"


def test_lines_are_physical_where_the_row_starts(file: Path) -> None:
    file.write_bytes(b'a;b\r\n"x\r\ny";1\r\n\r\n"p\n\nq";2\nz;3\n')
    assert [(row.line, row.fields) for row in read_delimited(file)] == [
        (1, ("a", "b")),
        (2, ("x\r\ny", "1")),
        (5, ("p\n\nq", "2")),
        (8, ("z", "3")),
    ]


def test_raw_fields_are_neither_trimmed_nor_padded_nor_unmarked(file: Path) -> None:
    file.write_text("a;b;c\n x ;'=1\n;;\nq;r;s;t\n", encoding="utf-8")
    assert [row.fields for row in read_delimited(file, delimiter=";")] == [
        ("a", "b", "c"),
        (" x ", "'=1"),
        ("", "", ""),
        ("q", "r", "s", "t"),
    ]


def test_loose_quotes_are_refused_with_their_line_or_read_like_excel(file: Path) -> None:
    file.write_text('a;b\n"Yritys" Oy;1\n', encoding="utf-8")
    with pytest.raises(InputProblem) as caught:
        list(read_delimited(file))
    assert caught.value.problems[0].line == 2
    assert [row.fields for row in read_delimited(file, strict=False)] == [("a", "b"), ("Yritys Oy", "1")]


@pytest.mark.parametrize(
    ("encoding", "name", "sure"),
    [
        ("utf-8", "utf-8", True),
        ("utf-8-sig", "utf-8-sig", True),
        ("utf-16", "utf-16", True),
        ("utf-32", "utf-32", True),
        ("utf-16-le", "utf-16-le", False),
        ("utf-16-be", "utf-16-be", False),
        ("cp1252", "cp1252", False),
    ],
)
def test_the_encoding_is_found_and_a_doubtful_one_is_told(encoding: str, name: str, sure: bool, file: Path) -> None:  # noqa: FBT001
    file.write_bytes(TABLE.encode(encoding))
    found = detect_encoding(file)
    assert (found.name, found.sure) == (name, sure)
    read = open_tables(file)
    assert read.sheets[0].rows[0].values == ("Nimi", "Kunta", "Määrä")
    assert bool(read.notes) is not sure


def test_bytes_that_cp1252_lacks_are_latin_1(file: Path) -> None:
    file.write_bytes(b"Nimi;Kunta\n\x81;\xe4\n")
    assert detect_encoding(file).name == "latin-1"


@pytest.mark.parametrize(
    ("sample", "delimiter"),
    [
        ("a;b\n1,5;2,5\n", ";"),
        ("a,b\n1.5,2.5\n", ","),
        ("a\tb\n1,5\t2,5\n", "\t"),
        ('a,b\n"x;y",2\n', ","),
        ("Otsikko\n\na;b;c\n1;2;3\n4;5;6\n", ";"),
        ("vain yksi sarake\nSalo\nForssa\n", None),
        ("a;b;c\n1;2\n3;4;5;6\n7;8;9\n", ";"),
    ],
)
def test_the_delimiter_is_the_one_that_makes_equal_rows(sample: str, delimiter: str | None) -> None:
    assert detect_delimiter(sample) == delimiter


def test_one_column_is_a_table(file: Path) -> None:
    file.write_text("Kunta\nSalo\nForssa\n", encoding="utf-8")
    assert [row.values for row in open_tables(file).sheets[0]] == [("Kunta",), ("Salo",), ("Forssa",)]


@pytest.mark.parametrize(
    ("limits", "line"),
    [
        (Limits(rows=2), 3),
        (Limits(columns=2), 1),
        (Limits(cell_characters=5), 3),
        (Limits(file_bytes=10), None),
    ],
)
def test_going_over_a_limit_is_refused_with_its_line(limits: Limits, line: int | None, file: Path) -> None:
    file.write_text(TABLE, encoding="utf-8")
    with pytest.raises(InputProblem) as caught:
        open_tables(file, limits=limits)
    assert caught.value.problems[0].line == line


def test_a_field_over_the_library_limit_is_refused(file: Path) -> None:
    file.write_text("a;b\n1;" + "x" * 200_000 + "\n", encoding="utf-8")
    with pytest.raises(InputProblem) as caught:
        open_tables(file)
    assert caught.value.problems[0].line == 2


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="cannot be opened"):
        open_tables(tmp_path / "ei.csv")


def test_bytes_outside_a_stated_encoding_are_refused(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfa;b\n1;\xe4\n")
    with pytest.raises(InputProblem, match="not in the encoding"):
        open_tables(file)


ONE_COLUMN = {
    "numbered workshops": [f"Verstas {number}" for number in range(1, 40)],
    "two lines": ["Linja 2", "Linja 14"],
    "years": ["Kasvuohjelma 2024", "Kasvuohjelma 2025", "Vientirengas 2026"],
    "addresses": ["Tehdaskatu 12", "Torikatu 3", "Satamatie 104"],
    "telephones": ["Vaihde 040 123 4567", "Päivystys 017 272 0001", "Neuvonta +358 40 123 4567"],
    "programme periods": ["Ohjelma 2014-2020", "Ohjelma 2021–2027"],
    "long titles": [
        "Digitaalisen valmistuksen osaamisen kehittäminen ja verkostojen vahvistaminen seudulla",
        "Kestävän metsäteollisuuden kiertotalousratkaisujen pilotointi kolmessa kunnassa 2024",
        "Nuorten yrittäjyyskasvatuksen ja oppilaitosyhteistyön uudet toimintamallit",
    ],
    "one remark among names": ["Saha Oy", "Konepaja Ab", "Telakka Oy", "Sorvaamo Ky 12 000 €", "Verhoomo Tmi"],
    "figures alone": ["2024", "2025", "2026"],
}
PASTED = {
    "a budget": ["Palkat 221 354 221 354", "Flat rate 40 % 88 542", "Ostot 12 000"],
    "a budget of small sums with its total": ["Matkat 500", "Tilat 300", "Yhteensä 800"],
    "a Swedish total": ["Resor 500", "Lokaler 300", "Sammanlagt 800"],
    "shares": ["Oma osuus 20 %", "EU ja valtio 80 %"],
    "euros": ["Tuki 500 €", "Oma osuus 200 €"],
    "columns of spaces": ["Yritys A        Salo", "Yritys B        Forssa"],
    "years across": ["Työpaketti 1 2026 2027 2028", "Työpaketti 2 2026 2027 2028"],
    "wrapped sentences": [
        "Hankkeen tavoitteena on vahvistaa seudun yritysten kasvua ja uudistumista sekä",
        "kansainvälistymistä yhdessä kaupunkien ja oppilaitosten kanssa kahden vuoden aikana",
        "niin että tulokset jäävät pysyvään käyttöön alueen kehitysyhtiöissä ja kunnissa",
    ],
}


@pytest.mark.parametrize("name", ONE_COLUMN)
def test_an_honest_list_of_one_column_is_read(file: Path, name: str) -> None:
    file.write_text("\n".join(["Nimi", *ONE_COLUMN[name]]) + "\n", encoding="utf-8")
    rows = open_tables(file).sheets[0].rows
    assert [row.values for row in rows] == [("Nimi",), *((value,) for value in ONE_COLUMN[name])]


@pytest.mark.parametrize("name", PASTED)
def test_what_was_pasted_from_a_document_is_refused(file: Path, name: str) -> None:
    file.write_text("\n".join(["Kustannusarvio", *PASTED[name]]) + "\n", encoding="utf-8")
    with pytest.raises(InputProblem) as caught:
        open_tables(file)
    assert "PDF" in str(caught.value)
