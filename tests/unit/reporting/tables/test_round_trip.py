"""What is written is read back: the export imported back changes nothing, in every form and language."""

import io
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seutu.core.text import LANGUAGES, Language
from seutu.reporting.tables import TableColumn, TableContent, write_csv, write_workbook
from seutu.sources.tables import CellValue, find_table, open_tables, split_list
from seutu.sources.tables.text_marks import FORMULA_STARTS

COLUMNS = (
    TableColumn("id", "Tunniste", "identifier", hidden=True),
    TableColumn("name", "Nimi"),
    TableColumn("amount", "Kustannukset", "amount", unit="€"),
    TableColumn("figure", "Mittari", "number"),
    TableColumn("day", "Alkaa", "date"),
    TableColumn("at", "Muutettu", "datetime"),
    TableColumn("on", "Käytössä", "boolean"),
    TableColumn("themes", "Teemat", "list"),
)
NASTY = st.text(
    alphabet="'=+-@\t\r\n|%＝＋;,\"\\ a1\u00a0\u202e\u200f😀\x00\x01\x1f\x7f\ud800\udfff\ufeff\ufffe_x0041_<r></r>&",
    max_size=12,
)
HELD = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30
) | st.text(alphabet="'=+-@\t\r\n|%＝＋;,\"\\ a1\u00a0\u202e😀_x0041D<r>/", min_size=1, max_size=12)
FIGURES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2)
EXACT = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=6)
FLOATS = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)
DAYS = st.dates(date(1900, 3, 1), date(9999, 12, 31))
STAMPS = st.datetimes(datetime(1900, 3, 1), datetime(2199, 12, 31))  # noqa: DTZ001
ROWS = st.lists(
    st.tuples(
        st.integers(1, 10**9).map(str),
        st.none() | HELD,
        st.none() | FIGURES,
        st.none() | EXACT | FLOATS,
        st.none() | DAYS,
        st.none() | STAMPS,
        st.none() | st.booleans(),
        st.none() | st.lists(HELD.map(str.strip).filter(bool), min_size=1, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=5,
)


def _exact(value: object) -> object:
    return Decimal(repr(value)) if isinstance(value, float) else value


def _read(path: Path, rows: Sequence[Sequence[object]]) -> list[list[CellValue]]:
    found = find_table(open_tables(path).sheets[0], [column.header for column in COLUMNS])
    assert [cell.text for cell in found.header] == [column.header for column in COLUMNS]
    assert not any(row.problems for row in found.rows)
    assert len(found.rows) == len(rows)
    return [list(row.values.values()) for row in found.rows]


def _meaning(written: CellValue, sample: object, *, excel: bool, language: Language) -> object:
    """Read a csv field the way an importer would that knows the column."""
    if written is None or isinstance(sample, str):
        return written
    text = str(written)
    if isinstance(sample, tuple):
        return split_list(text)
    if isinstance(sample, bool):
        yes = {"fi": "kyllä", "sv": "ja", "en": "yes"}[language] if excel else "true"
        return text == yes
    if isinstance(sample, datetime):
        return _excel_stamp(text) if excel else datetime.fromisoformat(text)
    if isinstance(sample, date):
        return _excel_stamp(text).date() if excel else date.fromisoformat(text)
    return Decimal(text.replace(",", ".") if excel else text)


def _excel_stamp(text: str) -> datetime:
    day, _, clock = text.partition(" ")
    number, month, year = map(int, day.split("."))
    hours, minutes, seconds = (*(clock or "0:0").split(":"), "0")[:3]
    fraction = round(Decimal(seconds) * 1_000_000)
    return datetime(year, month, number, int(hours), int(minutes)) + timedelta(microseconds=fraction)  # noqa: DTZ001


@given(language=st.sampled_from(LANGUAGES), rows=ROWS)
@example(language="fi", rows=[("1", None, None, None, None, datetime(1900, 3, 1, 0, 0, 0, 1), None, None)])  # noqa: DTZ001
@example(language="fi", rows=[("1", None, None, None, None, datetime(1900, 4, 8, 23, 59, 59, 27), None, None)])  # noqa: DTZ001
def test_a_workbook_comes_back(
    language: Language, rows: list[tuple[object, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / f"back_{language}.xlsx"
    with path.open("wb") as stream:
        write_workbook([TableContent("Hankkeet", COLUMNS, rows)], stream, language=language, guide="Ohje")
    back = [
        [split_list(str(read)) if isinstance(value, tuple) else read for read, value in zip(line, row, strict=True)]
        for line, row in zip(_read(path, rows), rows, strict=True)
    ]
    assert back == [[_exact(value) for value in row] for row in rows]


@pytest.mark.parametrize("form", ["machine", "excel"])
@given(language=st.sampled_from(LANGUAGES), rows=ROWS)
def test_a_csv_comes_back(
    form: str, language: Language, rows: list[tuple[object, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / f"back_{form}_{language}.csv"
    with path.open("wb") as stream:
        notes = write_csv(TableContent("Hankkeet", COLUMNS, rows), stream, form=form, language=language)  # type: ignore[arg-type]
    assert notes == ()
    back = [
        [
            _meaning(read, sample, excel=form == "excel", language=language)
            for read, sample in zip(line, row, strict=True)
        ]
        for line, row in zip(_read(path, rows), rows, strict=True)
    ]
    assert back == [[_exact(value) for value in row] for row in rows]


@pytest.mark.parametrize("form", ["machine", "excel"])
@given(texts=st.lists(HELD, min_size=1, max_size=6))
def test_a_csv_of_one_column_comes_back(form: str, texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / f"one_{form}.csv"
    content = TableContent("Nimet", (TableColumn("name", "Nimi"),), [(text,) for text in texts])
    with path.open("wb") as stream:
        write_csv(content, stream, form=form, language="fi")  # type: ignore[arg-type]
    rows = open_tables(path).sheets[0].rows
    assert [row.values for row in rows] == [("Nimi",), *[(text,) for text in texts]]


@given(texts=st.lists(NASTY, min_size=1, max_size=6))
def test_nasty_texts_never_stop_an_export_and_what_changes_is_told(texts: list[str]) -> None:
    content = TableContent(
        texts[0], (TableColumn("a", texts[0] or "A"), TableColumn("b", "B")), [(text, 1) for text in texts]
    )
    notes = write_workbook([content, content], io.BytesIO(), language="sv")
    lost = any("\ud800" <= character <= "\udfff" for text in texts for character in text)
    assert bool(notes) is lost
    for form in ("machine", "excel"):
        told = write_csv(content, io.BytesIO(), form=form, language="fi")  # type: ignore[arg-type]
        assert bool(told) is (lost or any("\0" in text for text in texts))


@pytest.mark.parametrize("start", FORMULA_STARTS)
@pytest.mark.parametrize("kind", ["text", "choice", "identifier", "list"])
def test_no_text_is_ever_a_formula(start: str, kind: str, tmp_path: Path) -> None:
    text = f"{start}cmd|' /C calc'!A0"
    content = TableContent("T", (TableColumn("a", "Nimi", kind), TableColumn("b", "Luku", "number")), [(text, -5)])  # type: ignore[arg-type]
    book, machine, excel = tmp_path / "a.xlsx", tmp_path / "m.csv", tmp_path / "e.csv"
    with book.open("wb") as stream:
        write_workbook([content], stream, language="fi")
    for path, form in ((machine, "machine"), (excel, "excel")):
        with path.open("wb") as stream:
            write_csv(content, stream, form=form, language="fi")  # type: ignore[arg-type]
        raw = path.read_text(encoding="utf-8-sig").split("\n", 1)[1]
        assert raw.lstrip('"').startswith("'" + start.replace("\r", "\n").replace("\n", "")[:1])
        assert raw.rstrip().endswith("-5")
    for path in (book, machine, excel):
        assert open_tables(path).sheets[0].rows[1].values[0] == text


def test_phone_numbers_are_unharmed(tmp_path: Path) -> None:
    content = TableContent(
        "T", (TableColumn("p", "Puhelin"), TableColumn("n", "Luku", "number")), [("+358 40 123 4567", -12)]
    )
    stream = io.BytesIO()
    write_csv(content, stream, form="excel", language="fi")
    assert stream.getvalue().decode("utf-8-sig") == "Puhelin;Luku\r\n+358 40 123 4567;-12\r\n"
