"""An index written for other programs and read again is the same index; what a form cannot hold is told."""

import math
import tomllib
from pathlib import Path

import numpy as np
import pytest

from seutu.core.indices.plain_structures import structure_of
from seutu.core.indices.structure import Kind, Node, Structure
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.problems import InputProblem
from seutu.reporting.indices.coin_tool import coin_tool_workbook
from seutu.reporting.indices.exchange import csv_pair, recipe_toml, workbook
from seutu.sources.indices import read_any_workbook, read_coin_tool, read_structure, read_units

STRUCTURE = structure_of(
    [
        {"code": "index", "name": "Elinvoima"},
        {"code": "work", "parent": "index", "weight": 0.1},
        {"code": "pull", "parent": "index", "weight": 2},
        {"code": "jobs", "parent": "work", "weight": 1 / 3},
        {"code": "away", "parent": "work", "direction": -1},
        {"code": "pay", "parent": "pull"},
    ]
)
FIGURES = np.array([[0.1 + 0.2, 1e-7, 1], [math.nan, 2, 1 / 3], [3, 123456789.123456, 4]])
UNITS = UnitTable(("020", "B", "C"), ("jobs", "away", "pay"), FIGURES, {"020": "Akaa", "B": "=1+1", "C": "C, D"})


def same(structure: Structure) -> list[tuple[object, ...]]:
    return [
        (n.code, n.name, n.kind, n.level, n.parent, n.direction, n.weight, n.unit)
        for n in sorted(structure.nodes, key=lambda n: n.code)
    ]


def test_figures_and_structure_come_back_to_the_last_bit(tmp_path: Path) -> None:
    for name, content in csv_pair(UNITS, STRUCTURE).items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "coinr.xlsx").write_bytes(workbook(UNITS, STRUCTURE))
    made = coin_tool_workbook(UNITS, STRUCTURE)
    (tmp_path / "tool.xlsx").write_bytes(made.content)
    assert [note.en for note in made.notes] == []
    of_csv = read_structure(tmp_path / "iMeta.csv")
    both = read_any_workbook(tmp_path / "coinr.xlsx")
    tool = read_coin_tool(tmp_path / "tool.xlsx")
    for structure in (of_csv, both.structure, tool.structure):
        assert same(structure) == same(STRUCTURE)
    for units in (read_units(tmp_path / "iData.csv", of_csv), both.units, tool.units):
        assert units.units == UNITS.units
        assert units.names == UNITS.names
        assert all(np.array_equal(units.column(c), UNITS.column(c), equal_nan=True) for c in UNITS.columns)


def test_what_the_coin_tool_has_no_place_for_is_told() -> None:
    nodes = [
        *(n if n.code != "jobs" else Node("jobs", "Jobs", Kind.INDICATOR, 1, "work", denominator="people", target=2.0)
          for n in STRUCTURE.nodes),
        Node("people", "People", Kind.DENOMINATOR),
    ]  # fmt: skip
    notes = " ".join(note.en for note in coin_tool_workbook(UNITS, Structure(tuple(nodes))).notes)
    assert "jobs" in notes
    assert "people, Target" in notes


def _large(units: int = 3, indicators: int = 3, levels: int = 2) -> tuple[UnitTable, Structure]:
    parents = [{"code": f"a{n}", "parent": f"a{n - 1}" if n else None} for n in range(levels - 1)]
    codes = [f"i{n}" for n in range(indicators)]
    structure = structure_of([*parents, *({"code": code, "parent": f"a{levels - 2}"} for code in codes)])
    return UnitTable(tuple(map(str, range(units))), tuple(codes), np.ones((units, indicators))), structure


@pytest.mark.parametrize(
    ("size", "says"),
    [({"units": 300}, "300 units"), ({"indicators": 100}, "100 indicators"), ({"levels": 6}, "5 levels")],
)
def test_an_index_beyond_the_limits_of_the_coin_tool_is_refused_and_one_at_them_is_not(
    size: dict[str, int], says: str
) -> None:
    coin_tool_workbook(*_large(**{name: count - 1 for name, count in size.items()}))
    with pytest.raises(InputProblem, match=says):
        coin_tool_workbook(*_large(**size))


def test_a_unit_without_figures_and_a_panel_are_refused() -> None:
    bare = UnitTable(UNITS.units, UNITS.columns, np.where(FIGURES[1] == FIGURES, np.nan, FIGURES))
    empty = bare.values.copy()
    empty[1] = np.nan
    with pytest.raises(InputProblem, match="unit B has no figure"):
        coin_tool_workbook(bare.with_values(empty), STRUCTURE)
    panel = UnitTable(UNITS.units, UNITS.columns, FIGURES, rounds=("1", "2", "2"))
    with pytest.raises(InputProblem, match="2 rounds"):
        coin_tool_workbook(panel, STRUCTURE)


def test_a_recipe_comes_back_as_it_was_with_its_steps_in_order() -> None:
    told = {
        "impute": {"method": "none"},
        "treat": {"apply": False, "own": {"a b": {"winmax": 1}}},
        "normalise": {"method": "zscore", "mean": 100, "sd": 0.1, "range": [1, 100]},
        "aggregate": {"method": ["arithmetic", "geometric"], "weights": {"työ": 1.5}},
        "uncertainty": {"choice": [{"name": 'a"b', "path": "treat.winmax", "values": [1, 2]}]},
    }
    found = tomllib.loads(recipe_toml(told).decode())
    assert found == told
    assert list(found) == list(told)
