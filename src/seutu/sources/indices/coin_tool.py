"""An index out of a workbook of the COIN Tool: its sheet Database, with the names of aggregates from Framework.

Not for writing one (``reporting.indices.coin_tool``) or for where things stand (``coin_tool_layout``).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

import numpy as np

from seutu.core.indices.structure import Kind, Node, Structure, checked_structure
from seutu.core.indices.unit_tables import UnitTable, checked_units
from seutu.core.problems import InputProblem, Problem, of_file
from seutu.core.text import Text
from seutu.sources.indices import coin_tool_layout as at
from seutu.sources.indices import coin_tool_messages as say
from seutu.sources.indices.tables import STRUCTURE_SHEET, UNITS_SHEET, read_structure, read_units
from seutu.sources.tables import CellValue, TableFile, TableSheet, column_letter, open_tables

BLANK: Final = frozenset({"", at.UNUSED, at.MISSING, "na", "0"})
OF_CODES: Final = 3


@dataclass(frozen=True)
class CoinTool:
    """What a workbook holds, and notes of what was not taken out of it."""

    structure: Structure
    units: UnitTable
    notes: tuple[Text, ...] = ()


class Grid:
    """The cells of a sheet by line (from 1) and column (from 0); what is wrong with them is collected."""

    def __init__(self, sheet: TableSheet) -> None:
        self._cells = {
            (row.line, place): value
            for row in sheet.rows
            for place, value in enumerate(row.values)
            if value is not None
        }
        self.name = sheet.name
        self.problems = [problem for row in sheet.rows for problem in row.problems]
        self.last_line = max((line for line, _ in self._cells), default=0)
        self.last_column = max((place for _, place in self._cells), default=0)

    def text(self, line: int, place: int) -> str:
        """Return the text of a cell; the marks of what is not used are blank."""
        value: CellValue = self._cells.get((line, place))
        if isinstance(value, Decimal):
            return format(value.normalize(), "f")
        text = "" if value is None else str(value).strip()
        return "" if text.casefold() in BLANK else text

    def number(self, line: int, place: int) -> float:
        """Return the number of a cell, NaN where it is missing; anything else is a problem."""
        value = self._cells.get((line, place))
        if isinstance(value, Decimal) and math.isfinite(float(value)):
            return float(value)
        text = "" if value is None else str(value).strip()
        if text.casefold() in {"", at.MISSING, at.UNUSED, "na"}:
            return math.nan
        self.wrong(say.NO_NUMBER, line, place, text)
        return math.nan

    def is_filled(self, line: int, place: int) -> bool:
        """Return whether a cell holds something besides the marks of what is missing."""
        value = self._cells.get((line, place))
        return isinstance(value, Decimal) or (value is not None and str(value).strip().casefold() not in BLANK)

    def wrong(self, message: Text, line: int, place: int, value: str = "", **facts: object) -> None:
        """Collect a problem of a cell, which the message names."""
        told = message.filled(cell=cell_name(line, place), **facts)
        self.problems.append(Problem(told, self.name, line, column_letter(place), value or None))

    def stop(self) -> None:
        """Raise ``InputProblem`` where something was wrong."""
        if self.problems:
            raise InputProblem(*self.problems)


def cell_name(line: int, place: int) -> str:
    """Return a cell as a spreadsheet names it: E16."""
    return f"{column_letter(place)}{line}"


def is_coin_tool(file: TableFile) -> bool:
    """Return whether a file that was opened has the sheet of figures that the COIN Tool has."""
    return any((sheet.name or "").casefold() == at.DATABASE.casefold() for sheet in file.sheets)


def read_coin_tool(path: Path) -> CoinTool:
    """Return the structure and the units of a workbook. Raises ``InputProblem`` with every fault, each with its cell.

    An indicator is a column E–CY of Database with a figure, a unit a row 17–315 with a code; ``n/a`` and blank cells
    are missing figures. A level whose row says the same in each column, and that Framework does not name, is unused.
    """
    with of_file(path.name):
        return coin_tool_of(open_tables(path))


def coin_tool_of(file: TableFile) -> CoinTool:
    """Return what a workbook that was opened holds, as ``read_coin_tool`` does."""
    grid = Grid(_sheet(file, at.DATABASE))
    names, weights = _framework(Grid(_sheet(file, at.FRAMEWORK)))
    own = _codes(file)
    rows = _units(grid)
    columns = _indicators(grid, rows)
    grid.stop()
    values = np.array([[grid.number(line, place) for place in columns] for line in rows], dtype=np.float64)
    nodes = _nodes(grid, columns, names, weights)
    grid.stop()
    structure = checked_structure(_renamed(nodes, own))
    codes = [own.get(code, (code, ""))[0] for code in (grid.text(at.CODE_LINE, place) for place in columns)]
    units = tuple(grid.text(line, at.UNIT_CODE) for line in rows)
    table = UnitTable(
        units=units,
        columns=tuple(codes),
        values=values,
        names={unit: grid.text(line, at.UNIT_NAME) or unit for unit, line in zip(units, rows, strict=True)},
        lines=tuple(rows),
    )
    posts = any(grid.is_filled(line, place) for line in (at.LOWER_LINE, at.UPPER_LINE) for place in columns)
    return CoinTool(structure, table, (say.GOALPOSTS,) if posts else ())


def read_any_workbook(path: Path) -> CoinTool:
    """Return the index of a workbook, be it the COIN Tool's or one with the sheets iData and iMeta."""
    with of_file(path.name):
        file = open_tables(path)
        if is_coin_tool(file):
            return coin_tool_of(file)
        names = {sheet.name for sheet in file.sheets}
        if not {UNITS_SHEET, STRUCTURE_SHEET} <= names:
            known = ", ".join(str(name or "–") for name in sorted(names, key=str)[:8])
            wanted = f"{at.DATABASE} ({UNITS_SHEET}, {STRUCTURE_SHEET})"
            raise InputProblem(Problem(say.NO_SHEET.filled(sheet=wanted, known=known)))
        structure = read_structure(path)
        return CoinTool(structure, checked_units(read_units(path, structure), structure))


def _sheet(file: TableFile, name: str) -> TableSheet:
    found = next((sheet for sheet in file.sheets if (sheet.name or "").casefold() == name.casefold()), None)
    if found is None:
        known = ", ".join(sheet.name or "–" for sheet in file.sheets[:8])
        raise InputProblem(Problem(say.NO_SHEET.filled(sheet=name, known=known)))
    return found


def _framework(grid: Grid) -> tuple[dict[str, str], dict[str, float]]:
    """Return the names and weights of the aggregates by code; the header is on line 4, in old tools on line 5."""
    header = next(
        (
            line
            for line in (at.FRAMEWORK_HEADER, at.FRAMEWORK_HEADER + 1)
            if any(grid.text(line, place) == at.FRAMEWORK_TITLE for place in range(at.FRAMEWORK_NAME + 1))
        ),
        None,
    )
    if header is None:
        grid.wrong(say.SHIFTED, at.FRAMEWORK_HEADER, at.FRAMEWORK_NAME, what=at.FRAMEWORK_TITLE)
        grid.stop()
        return {}, {}
    names, weights = {}, {}
    for line in range(header + 1, header + 1 + at.MOST_AGGREGATES):
        code, name = grid.text(line, at.FRAMEWORK_CODE), grid.text(line, at.FRAMEWORK_NAME)
        if not code or not name or not code.startswith(tuple(at.PARENT_LINES)):
            continue
        weight = grid.number(line, at.FRAMEWORK_WEIGHT)
        names[code], weights[code] = name, 1.0 if math.isnan(weight) else weight
    grid.stop()
    return names, weights


def _codes(file: TableFile) -> dict[str, tuple[str, str]]:
    """Return our own code and unit of measure by the tool's code, where the workbook has them."""
    sheet = next((each for each in file.sheets if each.name == at.CODES), None)
    if sheet is None:
        return {}
    rows = [[str(value or "").strip() for value in row.values] + [""] * OF_CODES for row in sheet.rows]
    if not rows or tuple(rows[0][:OF_CODES]) != at.CODES_HEADER:
        return {}
    return {row[0]: (row[1], row[2]) for row in rows[1:] if row[0] and row[1]}


def _units(grid: Grid) -> list[int]:
    """Return the lines of the units. A row of figures without a code, and a code twice, are problems."""
    seen: dict[str, int] = {}
    lines = []
    for line in range(at.FIRST_LINE, grid.last_line + 1):
        code = grid.text(line, at.UNIT_CODE)
        filled = any(grid.is_filled(line, place) for place in range(at.FIRST_COLUMN, grid.last_column + 1))
        if not code and not filled:
            continue
        if line >= at.FIRST_LINE + at.MOST_UNITS:
            place = at.UNIT_CODE
            grid.wrong(say.BEYOND, line, place, code, units=at.MOST_UNITS, indicators=at.MOST_INDICATORS)
            break
        if not code:
            grid.wrong(say.NO_CODE, line, at.UNIT_CODE)
        elif code in seen:
            other = cell_name(seen[code], at.UNIT_CODE)
            grid.wrong(say.CODE_TWICE, line, at.UNIT_CODE, code, code=code, other=other)
        seen.setdefault(code, line)
        lines.append(line)
    if not lines or lines[0] != at.FIRST_LINE:
        grid.problems.clear()
        grid.wrong(say.SHIFTED, at.FIRST_LINE, at.UNIT_CODE, what=say.FIRST_UNIT)
        grid.stop()
    return lines


def _indicators(grid: Grid, rows: list[int]) -> list[int]:
    """Return the columns of the indicators: those with figures."""
    if not grid.text(at.CODE_LINE, at.FIRST_COLUMN):
        grid.problems.clear()
        grid.wrong(say.SHIFTED, at.CODE_LINE, at.FIRST_COLUMN, what=say.FIRST_CODE)
        grid.stop()
    seen: dict[str, int] = {}
    found = []
    for place in range(at.FIRST_COLUMN, grid.last_column + 1):
        code = grid.text(at.CODE_LINE, place)
        filled = any(grid.is_filled(line, place) for line in rows)
        if filled and place >= at.FIRST_COLUMN + at.MOST_INDICATORS:
            facts = {"units": at.MOST_UNITS, "indicators": at.MOST_INDICATORS}
            grid.wrong(say.BEYOND, at.CODE_LINE, place, code, **facts)
            break
        if not filled:
            if code and grid.text(at.NAME_LINE, place):
                grid.wrong(say.NO_FIGURES, at.CODE_LINE, place, code, code=code)
            continue
        if not code:
            grid.wrong(say.NO_CODE, at.CODE_LINE, place)
        elif code in seen:
            other = cell_name(at.CODE_LINE, seen[code])
            grid.wrong(say.CODE_TWICE, at.CODE_LINE, place, code, code=code, other=other)
        seen.setdefault(code, place)
        found.append(place)
    return found


def _nodes(grid: Grid, columns: list[int], names: Mapping[str, str], weights: Mapping[str, float]) -> list[Node]:
    """Return the rows of the structure: the indicators, then the aggregates from the lowest level up."""
    used = [(begins, line) for begins, line in at.PARENT_LINES.items() if _is_used(grid, line, columns, names)]
    if not used:
        begins, line = "Index", at.PARENT_LINES["Index"]
        grid.wrong(say.NO_PARENT, line, columns[0])
        return []
    nodes = [_indicator(grid, place, used[0][1]) for place in columns]
    parents: dict[str, str | None] = {}
    levels: dict[str, int] = {}
    for number, (begins, line) in enumerate(used):
        above = used[number + 1][1] if number + 1 < len(used) else None
        for place in columns:
            code = grid.text(line, place)
            if not code:
                grid.wrong(say.NO_PARENT, line, place)
                continue
            if not code.startswith(begins):
                grid.wrong(say.OTHER_LEVEL, line, place, code, code=code, begins=begins)
            elif code not in names:
                grid.wrong(say.NOT_IN_FRAMEWORK, line, place, code, code=code)
            parent = None if above is None else grid.text(above, place) or None
            if parents.setdefault(code, parent) != parent:
                grid.wrong(say.TWO_PARENTS, line, place, code, code=code, first=parents[code], second=parent or "–")
            levels.setdefault(code, number + 2)
    nodes += [
        Node(code, names.get(code, code), Kind.AGGREGATE, levels[code], parent, weight=weights.get(code, 1.0))
        for code, parent in parents.items()
    ]
    return nodes


def _is_used(grid: Grid, line: int, columns: list[int], names: Mapping[str, str]) -> bool:
    held = {grid.text(line, place) for place in columns}
    only = next(iter(held))
    return len(held) > 1 or (bool(only) and only in names) or (line == at.PARENT_LINES["Index"] and bool(only))


def _indicator(grid: Grid, place: int, parent_line: int) -> Node:
    weight, direction = grid.number(at.WEIGHT_LINE, place), grid.number(at.DIRECTION_LINE, place)
    if not math.isnan(direction) and direction not in {1.0, -1.0}:
        grid.wrong(say.NO_DIRECTION, at.DIRECTION_LINE, place, f"{direction:g}")
        direction = 1.0
    code = grid.text(at.CODE_LINE, place)
    return Node(
        code=code,
        name=grid.text(at.NAME_LINE, place) or code,
        kind=Kind.INDICATOR,
        level=1,
        parent=grid.text(parent_line, place) or None,
        direction=1 if math.isnan(direction) else int(direction),
        weight=1.0 if math.isnan(weight) else weight,
        line=at.CODE_LINE,
    )


def _renamed(nodes: list[Node], own: Mapping[str, tuple[str, str]]) -> list[Node]:
    """Return the rows with our own codes and units of measure, where the workbook tells them."""
    found = []
    for node in nodes:
        code, unit = own.get(node.code, (node.code, ""))
        parent = own.get(node.parent or "", (node.parent, ""))[0]
        found.append(
            Node(code, node.name, node.kind, node.level, parent, node.direction, node.weight, unit, line=node.line)
        )
    return found
