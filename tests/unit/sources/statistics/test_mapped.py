"""Plain tables by a map: wide and long, CSV and XLSX, with every cell that cannot be read told by its line."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from seutu.core.places import Division
from seutu.core.problems import InputProblem
from seutu.core.statistics import Indicator, Kind
from seutu.core.text import Text
from seutu.sources.statistics import StatisticsLoad
from seutu.sources.statistics.column_maps import ColumnMap, ValueColumn
from seutu.sources.statistics.mapped import load_mapped

LONG = ColumnMap(place="Kunta", period="Vuosi", value="Arvo", indicator="firms")


def loaded(folder: Path, text: str, columns: ColumnMap) -> StatisticsLoad:
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    return load_mapped(path, columns, source="Kunta", licence="CC0", retrieved=date(2026, 11, 28))


def rows(load: StatisticsLoad) -> list[tuple[Any, ...]]:
    return [(one.indicator, one.place, one.period, one.value, one.status) for one in load.observations]


def sheets(folder: Path, **content: list[list[Any]]) -> Path:
    path = folder / "t.xlsx"
    with xlsxwriter.Workbook(path) as book:
        percent = book.add_format({"num_format": "0 %"})
        for name, lines in content.items():
            sheet = book.add_worksheet(name)
            for at, line in enumerate(lines):
                for column, value in enumerate(line):
                    is_share = isinstance(value, float) and value < 1
                    sheet.write(at, column, value, percent if is_share else None)
    return path


def test_a_long_table_by_code(tmp_path: Path) -> None:
    text = "Kunta;Vuosi;Arvo\n140;2023;12,5\nKU297;2024M05;1 234\n91;2024Q1;-3\nSSS;2024;7\n"
    load = loaded(tmp_path, text, LONG)
    assert rows(load) == [
        ("firms", "140", "2023", 12.5, "published"),
        ("firms", "297", "2024-05", 1234.0, "published"),
        ("firms", "091", "2024-Q1", -3.0, "published"),
        ("firms", "SSS", "2024", 7.0, "published"),
    ]
    assert load.problems == ()
    assert (load.source.name, load.source.licence, load.source.retrieved) == ("Kunta", "CC0", date(2026, 11, 28))
    assert load.indicators["firms"].source == load.source.id


def test_a_wide_table_by_name_in_any_language(tmp_path: Path) -> None:
    columns = ColumnMap(
        place="Kunta",
        place_as="name",
        values={
            "Väki": ValueColumn("population", "2024"),
            "Koneet": ValueColumn("firms", "2023", "tol2008:C"),
        },
        indicators={"firms": own("firms")},
    )
    load = loaded(tmp_path, "Kunta,Väki,Muu,Koneet\nIisalmi,20958,x,12\nJakobstad,19097,y,\n", columns)
    assert rows(load) == [
        ("population", "140", "2024", 20958.0, "published"),
        ("firms", "140", "2023", 12.0, "published"),
        ("population", "598", "2024", 19097.0, "published"),
        ("firms", "598", "2023", None, "not_published"),
    ]
    assert {one.breakdown for one in load.observations if one.indicator == "firms"} == {"tol2008:C"}
    assert load.indicators["population"].source == "sotkanet_127"
    assert load.indicators["firms"].label.fi == "Omat"


def own(name: str) -> Indicator:
    label = Text.same("Omat")
    return Indicator(id=name, label=label, unit=label, description=label, kind=Kind.COUNT, decimals=0, source="")


def test_headers_that_are_periods(tmp_path: Path) -> None:
    columns = ColumnMap(place="Kunta", period_headers=True, indicator="firms")
    load = loaded(tmp_path, "Kunta;nimi;2022;2023*;2024M01\n140;Iisalmi;1;2;3\n", columns)
    assert [(one.period, one.value) for one in load.observations] == [("2022", 1.0), ("2024-01", 3.0)]
    with pytest.raises(InputProblem, match="No header is a period"):
        loaded(tmp_path, "Kunta;nimi\n140;Iisalmi\n", columns)


def test_indicators_and_breakdowns_that_stand_in_columns(tmp_path: Path) -> None:
    columns = ColumnMap(
        place="Kunta",
        period_value="2024",
        value="Arvo",
        indicator_column="Tieto",
        names={"Yritykset": "firms"},
        breakdown="Ala",
        dimension="tol2008",
        whole=frozenset({"Yhteensä"}),
    )
    text = "Kunta;Tieto;Ala;Arvo\n140;Yritykset;Yhteensä;9\n140;Yritykset;C;4\n140;Muu;C;1\n140;Muu;D;1\n"
    load = loaded(tmp_path, text, columns)
    assert [(one.breakdown, one.value) for one in load.observations] == [("", 9.0), ("tol2008:C", 4.0)]
    assert [(problem.line, problem.value) for problem in load.problems] == [(4, "Muu")]


def test_marks_signs_and_flags_are_kept_apart_from_zero(tmp_path: Path) -> None:
    columns = ColumnMap(
        place="Kunta",
        period="Vuosi",
        value="Arvo",
        indicator="firms",
        status="Tila",
        marks={"-": "zero", "tieto salattu": "missing", "x": "sign"},
        flags={"*": "p"},
    )
    cells = ["-", "tieto salattu", "x", "..", "12*", "0", "", "7"]
    lines = [f"140;{2000 + at};{cell};{'b' if cell == '7' else ''}" for at, cell in enumerate(cells)]
    load = loaded(tmp_path, "Kunta;Vuosi;Arvo;Tila\n" + "\n".join(lines) + "\n", columns)
    assert [(one.value, one.status) for one in load.observations] == [
        (0.0, "published"),
        (None, "not_published"),
        (None, "sign:x"),
        (None, "sign:.."),
        (12.0, "flag:p"),
        (0.0, "published"),
        (None, "not_published"),
        (7.0, "flag:b"),
    ]


def test_what_cannot_be_read_is_told_by_line_and_column(tmp_path: Path) -> None:
    text = (
        "Kunta;Vuosi;Arvo\n140;2023;paljon\n140;viime;1\n;2023;5\n;;\nXX;2023;5\nXX;2024;5\n140;2023\n140;2024;1;2\n"
        "140;2025;-\n140;2022;3\n"
    )
    load = loaded(tmp_path, text, LONG)
    assert [one.value for one in load.observations] == [3.0]
    assert [(problem.line, problem.column) for problem in load.problems] == [
        (2, "Arvo"),
        (3, "Vuosi"),
        (4, "Kunta"),
        (8, None),
        (9, None),
        (10, "Arvo"),
        (6, "Kunta"),
    ]


@pytest.mark.parametrize(
    ("decimal", "given", "value"),
    [("", "1,5", 1.5), ("", "1.5", 1.5), (",", "1,5", 1.5), (",", "1.500", None), (".", "1,500", None)],
)
def test_a_map_may_say_the_decimal_mark(decimal: str, given: str, value: float | None, tmp_path: Path) -> None:
    columns = ColumnMap(place="Kunta", period="Vuosi", value="Arvo", indicator="firms", decimal=decimal)
    load = loaded(tmp_path, f"Kunta;Vuosi;Arvo\n140;2023;{given}\n140;2024;1\n", columns)
    assert [one.value for one in load.observations if one.period == "2023"] == ([] if value is None else [value])


def test_a_sheet_of_a_workbook_with_a_title_above(tmp_path: Path) -> None:
    path = sheets(
        tmp_path,
        Ohje=[["Lue tämä"]],
        Luvut=[["Otsake"], [], ["Kunta", "Vuosi", "Osuus"], [140, 2023, 0.125], ["297", 2023, 0.5]],
    )
    columns = ColumnMap(
        place="Kunta",
        period="Vuosi",
        value="Osuus",
        indicator="share",
        sheet="Luvut",
        header=3,
        source="K",
        licence="CC0",
    )
    load = load_mapped(path, columns)
    assert [(one.place, one.period, one.value) for one in load.observations] == [
        ("140", "2023", 12.5),
        ("297", "2023", 50.0),
    ]
    assert ["percent" in problem.message.en for problem in load.problems] == [True]
    for wrong, said in (
        ({"sheet": "Muu"}, "no sheet “Muu”. The sheets: Ohje, Luvut"),
        ({"sheet": None}, "several sheets"),
    ):
        with pytest.raises(InputProblem, match=said):
            load_mapped(
                path, ColumnMap(place="K", period="V", value="O", indicator="s", **wrong), source="K", licence="C"
            )


def test_areas_of_other_divisions(tmp_path: Path) -> None:
    columns = ColumnMap(
        place="Maakunta",
        place_as="name",
        place_kind=Division.REGION,
        period_value="2024",
        value="Arvo",
        indicator="firms",
    )
    load = loaded(tmp_path, "Maakunta;Arvo\nKainuu;1\nLappland;2\nSavo;3\n", columns)
    assert [(one.place_kind, one.place) for one in load.observations] == [("region", "18"), ("region", "19")]
    assert [problem.value for problem in load.problems] == ["Savo"]


def test_former_municipalities_are_counted_in_todays(tmp_path: Path) -> None:
    columns = ColumnMap(
        place="Kunta", period="Vuosi", value="Arvo", indicator="firms", indicators={"firms": own("firms")}
    )
    load = loaded(tmp_path, "Kunta;Vuosi;Arvo\n507;2020;2\n588;2020;3\n", columns)
    assert [(one.place, one.value) for one in load.observations] == [("507", 5.0)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Alue;Vuosi;Arvo\n140;2023;1\n",
            "lacks these columns of the column map: Kunta. Its columns: Alue, Vuosi, Arvo",
        ),
        ("Kunta;Vuosi;Arvo;Arvo\n140;2023;1;2\n", "Arvo stands twice"),
        ("Kunta;Vuosi;Arvo\n140;2023;x\n", "no usable row"),
    ],
)
def test_a_table_that_does_not_fit_the_map_is_refused(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match=said):
        loaded(tmp_path, text, LONG)


def test_nobody_s_figures_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Kunta;Vuosi;Arvo\n140;2023;1\n", encoding="utf-8")
    with pytest.raises(InputProblem, match="--source and --licence"):
        load_mapped(path, LONG)


def test_a_figure_that_would_change_on_the_way_is_left_out(tmp_path: Path) -> None:
    columns = ColumnMap(place="Kunta", period="Vuosi", value="Arvo", indicator="firms")
    cells = ["1,234", "5.5", "12345678901234567", "9" * 400, "0,125"]
    text = "Kunta;Vuosi;Arvo\n" + "".join(f"140;{2000 + at};{cell}\n" for at, cell in enumerate(cells))
    load = loaded(tmp_path, text, columns)
    assert [(one.period, one.value) for one in load.observations] == [("2001", 5.5)]
    assert [problem.line for problem in load.problems] == [2, 4, 5, 6]
    told = loaded(tmp_path, text, replace(columns, decimal=","))
    assert [(one.period, one.value) for one in told.observations] == [("2000", 1.234), ("2004", 0.125)]


def test_a_cell_that_cannot_be_read_is_not_taken_for_one_that_is_not_published(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Kunta", "2023", "2024", "2025"])
        sheet.write_row(1, 0, ["140", "", None, 7])
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
    columns = ColumnMap(place="Kunta", period_headers=True, indicator="firms")
    load = load_mapped(path, columns, source="Oma", licence="CC0")
    assert [(one.period, one.value, one.status) for one in load.observations] == [
        ("2024", None, "not_published"),
        ("2025", 7.0, "published"),
    ]
    assert [(problem.line, problem.column) for problem in load.problems] == [(2, "B")]
