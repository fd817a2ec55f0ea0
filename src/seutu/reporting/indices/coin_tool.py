"""An index as a workbook of the form that the COIN Tool has and COINr's import reads.

Not for reading one (``sources.indices.coin_tool``). The file holds figures, names, weights, directions and the
structure; it has no place for denominators, groups, targets, rounds or a recipe.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import numpy as np

from seutu.core.indices.structure import Kind, Node, Structure
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.indices import coin_tool_layout as at
from seutu.sources.indices import coin_tool_messages as say

CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the same bytes each time; a workbook has no time zone
Cells = dict[tuple[int, int], str | float]


@dataclass(frozen=True)
class WrittenCoinTool:
    """The bytes of a workbook, and notes of what it could not hold."""

    content: bytes
    notes: tuple[Text, ...]


def coin_tool_workbook(units: UnitTable, structure: Structure) -> WrittenCoinTool:
    """Return the workbook of an index. ``units`` are its figures, already divided by the denominators.

    Raises ``InputProblem`` where the index does not fit: 299 units, 99 indicators, four levels of aggregates, 48
    aggregates, one round, a figure for each unit.
    """
    _refuse_too_many(units, structure)
    codes = _codes(structure)
    sheets = {
        at.DATABASE: _database(units, structure, codes),
        at.FRAMEWORK: _framework(structure, codes),
        at.CODES: _own(structure, codes),
    }
    return WrittenCoinTool(_written(sheets), tuple(_notes(structure)))


def _refuse_too_many(units: UnitTable, structure: Structure) -> None:
    counts = (
        (len(units.units), say.OF_UNITS, at.MOST_UNITS),
        (len(structure.indicators), say.OF_INDICATORS, at.MOST_INDICATORS),
        (len(structure.aggregates), say.OF_AGGREGATES, at.MOST_AGGREGATES),
        (len(structure.levels) - 1, say.OF_LEVELS, at.MOST_LEVELS),
    )
    if units.rounds:
        raise InputProblem(Problem(say.PANEL.filled(count=len(set(units.rounds)))))
    found = [
        Problem(say.TOO_MANY.filled(count=count, what=what, most=most)) for count, what, most in counts if count > most
    ]
    found += [
        units.problem(say.BARE_UNIT.filled(unit=units.units[row]), row, "uCode", units.units[row])
        for row in map(int, np.flatnonzero(np.isnan(units.values).all(axis=1)))
    ]
    if found:
        raise InputProblem(*found)


def _codes(structure: Structure) -> dict[str, str]:
    """Return the code that the tool has for each of ours: Ind.01, and sp.01, p.01, si.01 from the lowest level up."""
    found = {node.code: f"Ind.{number:02d}" for number, node in enumerate(structure.indicators, start=1)}
    begins = [*list(at.PARENT_LINES)[: len(structure.levels) - 2], "Index"]
    for beginning, level in zip(begins, structure.levels[1:], strict=True):
        for number, node in enumerate(level, start=1):
            found[node.code] = "Index" if beginning == "Index" else f"{beginning}{number:02d}"
    return found


def _database(units: UnitTable, structure: Structure, codes: Mapping[str, str]) -> Cells:
    cells: Cells = {
        (at.WEIGHT_LINE, at.FIRST_COLUMN - 1): "Weight",
        (at.DIRECTION_LINE, at.FIRST_COLUMN - 1): "Direction",
        (at.LOWER_LINE, at.FIRST_COLUMN - 1): "Lower goalpost",
        (at.UPPER_LINE, at.FIRST_COLUMN - 1): "Upper goalpost",
        (at.NAME_LINE, at.FIRST_COLUMN - 1): "Name",
        (at.CODE_LINE, at.FIRST_COLUMN - 1): "Code",
        (at.CODE_LINE, at.UNIT_NAME): "Unit name",
        (at.CODE_LINE, at.UNIT_CODE): "Unit code",
    }
    for row, unit in enumerate(units.units):
        cells[at.FIRST_LINE + row, at.UNIT_NAME] = units.names.get(unit, unit)
        cells[at.FIRST_LINE + row, at.UNIT_CODE] = unit
    for number, node in enumerate(structure.indicators):
        place = at.FIRST_COLUMN + number
        cells[at.WEIGHT_LINE, place] = node.weight
        cells[at.DIRECTION_LINE, place] = float(node.direction)
        cells[at.NAME_LINE, place] = node.name
        cells[at.CODE_LINE, place] = codes[node.code]
        for line in at.PARENT_LINES.values():
            cells[line, place] = at.UNUSED
        for above in _above(structure, node):
            cells[_line(codes[above.code]), place] = codes[above.code]
        for row, figure in enumerate(units.column(node.code)):
            cells[at.FIRST_LINE + row, place] = at.MISSING if np.isnan(figure) else float(figure)
    return cells


def _line(code: str) -> int:
    return next(line for begins, line in at.PARENT_LINES.items() if code.startswith(begins))


def _above(structure: Structure, node: Node) -> list[Node]:
    found = []
    while node.parent:
        node = structure.by_code[node.parent]
        found.append(node)
    return found


def _framework(structure: Structure, codes: Mapping[str, str]) -> Cells:
    cells: Cells = {
        (at.FRAMEWORK_HEADER, at.FRAMEWORK_CODE): "Code",
        (at.FRAMEWORK_HEADER, at.FRAMEWORK_WEIGHT): "Weight",
        (at.FRAMEWORK_HEADER, at.FRAMEWORK_NAME): at.FRAMEWORK_TITLE,
    }
    for line, node in enumerate(reversed(structure.aggregates), start=at.FRAMEWORK_HEADER + 1):
        cells[line, at.FRAMEWORK_CODE] = codes[node.code]
        cells[line, at.FRAMEWORK_WEIGHT] = node.weight
        cells[line, at.FRAMEWORK_NAME] = node.name
    return cells


def _own(structure: Structure, codes: Mapping[str, str]) -> Cells:
    cells: Cells = {(1, place): header for place, header in enumerate(at.CODES_HEADER)}
    for line, node in enumerate((*structure.indicators, *structure.aggregates), start=2):
        cells |= {(line, 0): codes[node.code], (line, 1): node.code, (line, 2): node.unit}
    return cells


def _notes(structure: Structure) -> list[Text]:
    notes = []
    divided = [node.code for node in structure.indicators if node.denominator]
    if divided:
        notes.append(say.DIVIDED.filled(codes=", ".join(divided)))
    other = [node.code for node in structure.nodes if node.kind not in {Kind.INDICATOR, Kind.AGGREGATE}]
    other += ["Target"] if any(node.target is not None for node in structure.indicators) else []
    if other:
        notes.append(say.LEFT_OUT.filled(what=", ".join(other)))
    alone = [level[0].code for level in structure.levels[1:-1] if len(level) == 1]
    if alone:
        notes.append(say.ALONE.filled(codes=", ".join(alone)))
    return notes


def _written(sheets: Mapping[str, Cells]) -> bytes:
    from seutu.reporting.tables.exact_sheets import ExactBook

    stream = io.BytesIO()
    options: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with ExactBook(stream, options) as book:
        book.set_properties({"created": CREATED})
        for name, cells in sheets.items():
            sheet = book.add_worksheet(name)
            for (line, place), value in sorted(cells.items()):
                if isinstance(value, str):
                    sheet.write_string(line - 1, place, value)
                else:
                    sheet.write_number(line - 1, place, value)
    return stream.getvalue()
