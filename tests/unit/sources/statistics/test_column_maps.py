"""A wrong map is told by the key that is wrong; a right one says what each column is."""

from pathlib import Path

import pytest

from seutu.core.places import Division
from seutu.core.problems import InputProblem
from seutu.core.statistics import Kind
from seutu.sources.statistics.column_maps import ColumnMap, ValueColumn, read_column_map

PLACE = '[place]\ncolumn = "Kunta"\n'
PERIOD = '[period]\ncolumn = "Vuosi"\n'
LONG = '[value]\ncolumn = "Arvo"\n[indicator]\nid = "firms"\n'


def read(folder: Path, text: str) -> ColumnMap:
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    return read_column_map(path)


def test_a_long_map(tmp_path: Path) -> None:
    text = (
        'source = "Kunta"\nlicence = "CC0"\nsheet = "Luvut"\nheader = 3\ndecimal = ","\n'
        '[place]\ncolumn = "Alue"\nas = "name"\nkind = "region"\n'
        + PERIOD
        + '[value]\ncolumn = "Arvo"\n[indicator]\ncolumn = "Tieto"\nnames = {"Väkiluku" = "population"}\n'
        '[breakdown]\ncolumn = "Ala"\ndimension = "tol2008"\nwhole = ["Yhteensä"]\n'
        '[status]\ncolumn = "Merkintä"\n[marks]\n"-" = "zero"\n[flags]\n"*" = "p"\n'
    )
    found = read(tmp_path, text)
    assert (found.place, found.place_as, found.place_kind) == ("Alue", "name", Division.REGION)
    assert (found.source, found.licence, found.sheet, found.header, found.decimal) == ("Kunta", "CC0", "Luvut", 3, ",")
    assert (found.names, found.whole, found.marks, found.flags) == (
        {"Väkiluku": "population"},
        frozenset({"Yhteensä"}),
        {"-": "zero"},
        {"*": "p"},
    )
    assert found.columns() == ("Alue", "Vuosi", "Arvo", "Tieto", "Ala", "Merkintä")


def test_a_wide_map_with_indicators_of_its_own(tmp_path: Path) -> None:
    text = (
        PLACE + '[values]\n"Väki" = {indicator = "population", period = "2024M05"}\n'
        '"Koneet" = {indicator = "firms", period = "2024", breakdown = "tol2008:C"}\n'
        '[indicators.firms]\nlabel = {fi = "Yritykset", sv = "Företag", en = "Firms"}\nunit = "kpl"\nkind = "count"\n'
    )
    found = read(tmp_path, text)
    assert found.values["Väki"] == ValueColumn("population", "2024-05", "")
    assert found.values["Koneet"].breakdown == "tol2008:C"
    firms = found.indicators["firms"]
    assert (firms.label.sv, firms.unit.en, firms.kind, firms.description.fi) == (
        "Företag",
        "kpl",
        Kind.COUNT,
        "Yritykset",
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (PERIOD + LONG, "place.column"),
        (PLACE + 'as = "nimi"\n' + PERIOD + LONG, "place.as"),
        (PLACE + 'kind = "town"\n' + PERIOD + LONG, "place.kind"),
        (PLACE + 'colunm = "x"\n' + PERIOD + LONG, "place.colunm"),
        ("columns = 3\n" + PLACE + PERIOD + LONG, "columns"),
        (PLACE.replace('"Kunta"', "3") + PERIOD + LONG, "place.column"),
        ('place = "Kunta"\n' + PERIOD + LONG, "place"),
        (PLACE + LONG, "period"),
        (PLACE + '[period]\ncolumn = "V"\nvalue = "2024"\n' + LONG, "period"),
        (PLACE + '[period]\nvalue = "viime vuosi"\n' + LONG, "period.value"),
        (PLACE + "[period]\nheaders = 1\n" + LONG, "period.headers"),
        (PLACE + PERIOD, "values"),
        (PLACE + PERIOD + LONG + '[values]\n"X" = "x"\n', "values"),
        (PLACE + PERIOD + '[value]\ncolumn = "A"\n', "indicator"),
        (PLACE + PERIOD + LONG + 'column = "Tieto"\n', "indicator"),
        (PLACE + PERIOD + '[values]\n"X" = "x"\n[indicator]\nid = "y"\n', "indicator"),
        (PLACE + PERIOD + '[values]\n"X" = "Ei käy"\n', "values.X"),
        (PLACE + PERIOD + '[values]\n"X" = {indicator = "x", unit = "€"}\n', "values.X.unit"),
        (PLACE + PERIOD + '[values]\n"X" = {indicator = "x", breakdown = "tol2008"}\n', "values.X.breakdown"),
        (PLACE + '[values]\n"X" = {indicator = "x", period = "2024"}\n"Y" = "y"\n', "values.Y"),
        (PLACE + PERIOD + LONG + '[breakdown]\ncolumn = "Ala"\n', "breakdown.dimension"),
        (PLACE + PERIOD + LONG + '[marks]\n"-" = "nolla"\n', "marks.-"),
        (PLACE + PERIOD + LONG + '[flags]\n"*" = "?"\n', r"flags.\*"),
        ("header = 0\n" + PLACE + PERIOD + LONG, "header"),
        ('decimal = "x"\n' + PLACE + PERIOD + LONG, "decimal"),
        (PLACE + PERIOD + LONG + '[indicators.firms]\nkind = "sum"\n', "indicators.firms.kind"),
        (PLACE + PERIOD + LONG + '[indicators.firms]\nkind = ["sum"]\n', "indicators.firms.kind"),
        (PLACE + PERIOD + LONG + '[indicators.firms]\nlabel = {fi = "a"}\n', "indicators.firms.label"),
        (PLACE + PERIOD + LONG + "[indicators.firms]\ndecimals = 9\n", "indicators.firms.decimals"),
    ],
)
def test_a_wrong_map_is_told_by_its_key(text: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match=rf"^{key} of the column map is wrong: ."):
        read(tmp_path, text)


@pytest.mark.parametrize("content", [b"[place\n", b"\xff\xfe", b"x = 1\nx = 2\n", b"x = " + b"1" * 5000])
def test_what_is_no_toml_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_bytes(content)
    with pytest.raises(InputProblem, match=r"map\.toml cannot be read as TOML"):
        read_column_map(tmp_path / "map.toml")
    with pytest.raises(InputProblem, match="cannot be read as TOML"):
        read_column_map(tmp_path / "none.toml")
