"""A workbook of the form of the COIN Tool: what is read of it, and each fault told once with its cell.

No workbook of the tool itself was at hand: those here are built as the import of COINr describes them.
"""

import math
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from seutu.core.indices.building import built
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.problems import InputProblem
from seutu.sources.indices import read_any_workbook, read_coin_tool

Cells = Mapping[str, str | float | None]
DATABASE: dict[str, str | float | None] = {
    "E7": 1.0,
    "F7": 3.0,
    "G7": 1.0,
    "E8": 1.0,
    "F8": 1.0,
    "G8": -1.0,
    "E11": "Index",
    "F11": "Index",
    "G11": "Index",
    "E12": "--",
    "F12": "--",
    "G12": "--",
    "E13": "--",
    "F13": "--",
    "G13": "--",
    "E14": "sp.01",
    "F14": "sp.01",
    "G14": "sp.02",
    "E15": "Jobs",
    "F15": "Firms",
    "G15": "Away",
    "E16": "Ind.01",
    "F16": "Ind.02",
    "G16": "Ind.03",
    "H16": "Ind.04",
    "H15": "--",
    "B17": "Akaa",
    "C17": "020",
    "E17": 40.0,
    "F17": 10.0,
    "G17": 0.1,
    "B18": "Bergö",
    "C18": "B",
    "E18": 90.0,
    "F18": 30.0,
    "G18": "n/a",
    "B19": "Dal",
    "C19": "D",
    "E19": 25.0,
    "F19": 38.0,
    "G19": 8.0,
}
FRAMEWORK: dict[str, str | float | None] = {
    "C4": "Code",
    "E4": "Weight",
    "H4": "Dimension/indicator",
    "C5": "Index",
    "E5": 1.0,
    "H5": "Vitality of towns",
    "C6": "sp.01",
    "E6": 2.0,
    "H6": "Work",
    "C7": "sp.02",
    "E7": 1.0,
    "H7": "Pull",
    "C8": "sp.03",
    "H8": "--",
}


def workbook(path: Path, sheets: Mapping[str, Cells]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, cells in sheets.items():
            sheet = book.add_worksheet(name)
            for cell, value in cells.items():
                if value is not None:
                    sheet.write(cell, value)
    return path


def tool(folder: Path, database: Cells | None = None, framework: Cells | None = None) -> Path:
    sheets = {"Database": {**DATABASE, **(database or {})}, "Framework": {**FRAMEWORK, **(framework or {})}}
    return workbook(folder / "tool.xlsx", sheets)


def test_units_names_weights_directions_and_the_structure_are_read_and_make_an_index(tmp_path: Path) -> None:
    found = read_coin_tool(tool(tmp_path, {"E9": 0.0}))
    assert [(n.code, n.name, n.level, n.parent, n.direction, n.weight) for n in found.structure.nodes] == [
        ("Ind.01", "Jobs", 1, "sp.01", 1, 1.0),
        ("Ind.02", "Firms", 1, "sp.01", 1, 3.0),
        ("Ind.03", "Away", 1, "sp.02", -1, 1.0),
        ("sp.01", "Work", 2, "Index", 1, 2.0),
        ("sp.02", "Pull", 2, "Index", 1, 1.0),
        ("Index", "Vitality of towns", 3, None, 1, 1.0),
    ]
    assert found.units.units == ("020", "B", "D")
    assert found.units.names["B"] == "Bergö"
    assert found.units.values[0].tolist() == [40.0, 10.0, 0.1]
    assert math.isnan(found.units.values[1, 2])
    assert "goalposts" in found.notes[0].en
    index = built(found.units, found.structure, recipe_of({"impute": {"method": "none"}, "treat": {"apply": False}}))
    assert not math.isnan(index.top[1])


@pytest.mark.parametrize(
    ("database", "framework", "place", "says"),
    [
        ({"F18": "many"}, {}, (18, "F"), "F18"),
        ({"F7": "heavy"}, {}, (7, "F"), "F7"),
        ({"G8": 2.0}, {}, (8, "G"), "1 or -1"),
        ({"F16": "Ind.01"}, {}, (16, "F"), "E16"),
        ({"C19": "020"}, {}, (19, "C"), "C17"),
        ({"C18": None}, {}, (18, "C"), "C18"),
        ({"H15": "Empty"}, {}, (16, "H"), "no figure"),
        ({"G14": "p.01"}, {}, (14, "G"), "begin with sp."),
        ({"G14": "sp.09"}, {}, (14, "G"), "Framework"),
        ({"G14": "--"}, {}, (14, "G"), "blank"),
        ({"E12": "si.01", "F12": "si.02", "G12": "si.02"}, {"C9": "si.01", "H9": "A", "C10": "si.02", "H10": "B"},
         (14, "F"), "si.01"),
        ({"E16": None}, {}, (16, "E"), "have moved"),
        ({"B17": None, "C17": None, "E17": None, "F17": None, "G17": None}, {}, (17, "C"), "have moved"),
        ({"C316": "late", "E316": 1.0}, {}, (316, "C"), "299 units"),
        ({"CZ16": "Ind.100", "CZ17": 1.0}, {}, (16, "CZ"), "99 indicators"),
        ({}, {"H4": "Name"}, (4, "H"), "Dimension/indicator"),
        ({}, {"E6": "two"}, (6, "E"), "E6"),
    ],
)  # fmt: skip
def test_a_fault_is_told_once_with_its_cell(
    tmp_path: Path, database: Cells, framework: Cells, place: tuple[int, str], says: str
) -> None:
    with pytest.raises(InputProblem) as caught:
        read_coin_tool(tool(tmp_path, database, framework))
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == place
    assert says in problem.message.en
    assert f"{place[1]}{place[0]}" in problem.message.fi
    assert problem.file == "tool.xlsx"


@pytest.mark.parametrize("sheets", [{"Sheet1": {"A1": "x"}}, {"Database": DATABASE}])
def test_a_workbook_without_the_sheets_names_those_that_it_has(tmp_path: Path, sheets: Mapping[str, Cells]) -> None:
    with pytest.raises(InputProblem, match=next(iter(sheets))):
        read_any_workbook(workbook(tmp_path / "other.xlsx", sheets))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1locked"])
def test_a_file_that_is_no_workbook_is_refused_in_one_message(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputProblem) as caught:
        read_any_workbook(path)
    assert len(caught.value.problems) == 1


def test_the_old_tools_framework_a_line_further_down_is_read(tmp_path: Path) -> None:
    moved: dict[str, str | float | None] = dict.fromkeys(FRAMEWORK)
    moved |= {f"{cell[0]}{int(cell[1:]) + 1}": value for cell, value in FRAMEWORK.items()}
    assert read_coin_tool(tool(tmp_path, framework=moved)).structure.top.name == "Vitality of towns"
