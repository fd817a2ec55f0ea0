"""Units and structure of an index out of csv or a workbook, in COINr's columns.

Units: ``uCode``, ``uName`` and a column for each indicator, group and denominator. Structure: ``iCode``, ``iName``,
``Level``, ``Parent``, ``Direction``, ``Weight``, ``Type``, ``Unit``, ``Target``, ``Denominator``.
"""

import errno
import math
from decimal import Decimal
from pathlib import Path
from typing import Final

import numpy as np

from seutu.core.figures import Certain, read_number
from seutu.core.indices.structure import INDEXED, Kind, Node, Structure, checked_structure
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.problems import InputProblem, Problem, of_file
from seutu.core.text import Text
from seutu.sources.indices import messages as say
from seutu.sources.indices.decimal_marks import doubtful_figures
from seutu.sources.tables import FoundRow, FoundTable, find_table, header_key, open_tables

MISSING: Final = frozenset({"", "na", "nan", "..", "...", "…", "."})
"""How a missing figure is written: an empty cell, COINr's NA, or the dots of statistics."""
OF_STRUCTURE: Final = (
    "iCode",
    "iName",
    "Level",
    "Parent",
    "Direction",
    "Weight",
    "Type",
    "Unit",
    "Target",
    "Denominator",
)
OF_UNITS: Final = ("uCode", "uName", "Time")
NEEDED: Final = ("iCode", "Level", "Parent", "Type")
MOST_WHOLE: Final = 1000
"""A level or direction beyond this is no level at all."""
UNITS_SHEET, STRUCTURE_SHEET = "iData", "iMeta"
"""The sheets of a workbook that holds both tables."""


class Cells:
    """The cells of one row by header, read as texts and numbers; what cannot be read is collected."""

    def __init__(self, table: FoundTable, row: FoundRow, problems: list[Problem]) -> None:
        self.line = row.line
        self._problems = problems
        self._sheet = table.sheet
        self._values = {header_key(header): value for header, value in row.values.items()}
        problems += row.problems

    def text(self, header: str) -> str:
        """Return the text of a cell without spaces around it."""
        value = self._values.get(header_key(header))
        if isinstance(value, Decimal):
            return format(value.normalize(), "f")
        return "" if value is None else str(value).strip()

    def number(self, header: str) -> float | None:
        """Return the number of a cell, ``None`` where it is missing; one that is no number is a problem."""
        value = self._values.get(header_key(header))
        if isinstance(value, Decimal) and math.isfinite(float(value)):
            return float(value)
        text = self.text(header)
        if text.casefold() in MISSING:
            return None
        number = as_float(text)
        if number is None:
            self.wrong(say.NO_NUMBER, header)
        return number

    def wrong(self, message: Text, header: str) -> None:
        """Collect a problem of a cell."""
        self._problems.append(Problem(message, self._sheet, self.line, header, self.text(header) or None))


def as_float(text: str) -> float | None:
    """Return the number of a text, as programs write it (1.5e3) or as people do (1 234,5); ``None`` if it is none."""
    try:
        found = float(text)
    except ValueError:
        read = read_number(text, language="fi")
        return float(read.value) if isinstance(read, Certain) else None
    return found if math.isfinite(found) and "_" not in text else None


def read_structure(path: Path) -> Structure:
    """Return the structure of a file, checked. Raises ``InputProblem`` with every fault, each with its line."""
    with of_file(path.name):
        table = table_of(path, OF_STRUCTURE, NEEDED, STRUCTURE_SHEET)
        problems: list[Problem] = []
        nodes = [_node(Cells(table, row, problems), path.name) for row in table.rows]
        problems += _alike(nodes)
        if problems:
            raise InputProblem(*problems)
        return checked_structure(nodes)


def _node(cells: Cells, file: str) -> Node:
    told = cells.text("Type") or Kind.INDICATOR
    kind = next((each for each in Kind if each.casefold() == told.casefold()), None)
    if kind is None:
        cells.wrong(say.NO_TYPE.filled(known=", ".join(Kind)), "Type")
    level, weight, direction = cells.number("Level"), cells.number("Weight"), cells.number("Direction")
    for header, number in (("Level", level), ("Direction", direction)):
        if number is not None and (number != int(number) or abs(number) > MOST_WHOLE):
            cells.wrong(say.NO_WHOLE, header)
    code, parent = cells.text("iCode"), _code(cells.text("Parent"))
    for header in _wanted(kind, parent):
        if (told := cells.text(header)) and told.casefold() in MISSING:
            cells.wrong(say.NOT_MISSING.filled(code=code, text=told), header)
    return Node(
        code=code,
        name=cells.text("iName") or code,
        kind=kind or Kind.OTHER,
        level=None if level is None else int(level),
        parent=parent,
        direction=1 if direction is None else int(direction),
        weight=1.0 if weight is None else weight,
        unit=cells.text("Unit"),
        target=cells.number("Target"),
        denominator=_code(cells.text("Denominator")),
        line=cells.line,
        file=file,
    )


def _wanted(kind: Kind | None, parent: str | None) -> tuple[str, ...]:
    """Return the columns in which a row that is part of another has a number: one said to be missing is no 1."""
    if parent is None or kind not in INDEXED:
        return ()
    return ("Weight", "Direction") if kind is Kind.INDICATOR else ("Weight",)


def _alike(nodes: list[Node]) -> list[Problem]:
    """Return a problem for each code that a header row cannot tell from another, or from a column of the unit's own."""
    found: list[Problem] = []
    taken = {header_key(each): each for each in OF_UNITS}
    for node in nodes:
        other = taken.setdefault(header_key(node.code), node.code)
        if node.code and other in OF_UNITS and node.kind is Kind.OTHER:
            continue
        if node.code and other in OF_UNITS:
            found.append(node.problem(say.RESERVED_CODE.filled(code=node.code), "iCode", node.code))
        elif other != node.code:
            found.append(node.problem(say.ALIKE_CODE.filled(code=node.code, other=other), "iCode", node.code))
    return found


def _code(text: str) -> str | None:
    return None if text.casefold() in MISSING else text


def read_units(path: Path, structure: Structure) -> UnitTable:
    """Return the units of a file with the columns that the structure names, those that the file lacks left out.

    Where a column ``Time`` holds more than one time the units are a panel, its times the rounds. Raises
    ``InputProblem`` with every cell that is no number.
    """
    with of_file(path.name):
        return _read_units(path, structure)


def _read_units(path: Path, structure: Structure) -> UnitTable:
    codes = [node.code for node in structure.nodes if node.kind is not Kind.AGGREGATE]
    table = table_of(path, (*OF_UNITS, *codes), ("uCode",), UNITS_SHEET)
    headers = {header_key(each.text): each.text for each in table.header}
    problems: list[Problem] = []
    rows = [Cells(table, row, problems) for row in table.rows]
    rounds = tuple(row.text("Time") for row in rows) if "time" in headers else ()
    held = {node.code: node.kind for node in structure.nodes if header_key(node.code) in headers}
    numeric = [code for code, kind in held.items() if kind in NUMERIC]
    _refuse_doubtful(rows, numeric)
    numbers = {code: [_figure(row.number(code)) for row in rows] for code in numeric}
    if problems:
        raise InputProblem(*problems)
    columns = tuple(code for code, kind in held.items() if kind is Kind.INDICATOR)
    return UnitTable(
        units=tuple(row.text("uCode") for row in rows),
        columns=columns,
        values=np.array([numbers[code] for code in columns], dtype=np.float64).reshape(len(columns), len(rows)).T,
        names={row.text("uCode"): row.text("uName") or row.text("uCode") for row in rows},
        groups={code: tuple(row.text(code) for row in rows) for code, kind in held.items() if kind is Kind.GROUP},
        denominators={
            code: np.array(numbers[code], dtype=np.float64) for code, kind in held.items() if kind is Kind.DENOMINATOR
        },
        lines=tuple(row.line for row in rows),
        rounds=rounds if len(set(rounds)) > 1 else (),
        file=path.name,
    )


def _refuse_doubtful(rows: list[Cells], codes: list[str]) -> None:
    """Collect each figure that may be a thousand times what it is read as."""
    doubtful = doubtful_figures(row.text(code) for row in rows for code in codes)
    if not doubtful:
        return
    for row in rows:
        for code in codes:
            if row.text(code) in doubtful:
                row.wrong(say.TWO_READINGS.filled(text=row.text(code)), code)


NUMERIC: Final = frozenset({Kind.INDICATOR, Kind.DENOMINATOR})


def _figure(number: float | None) -> float:
    return math.nan if number is None else number


def table_of(path: Path, known: tuple[str, ...], needed: tuple[str, ...], named: str = "") -> FoundTable:
    """Return the table of the sheet that is ``named``, else of a file's first sheet that is seen.

    Raises ``InputProblem`` for a header that it needs.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(path))
    file = open_tables(path)
    seen = [each for each in file.sheets if each.rows and not each.hidden]
    sheet = next((each for each in seen if named and each.name == named), next(iter(seen), None))
    if sheet is None:
        raise InputProblem(Problem(say.EMPTY))
    table = find_table(sheet, known)
    held = {header_key(each.text) for each in table.header}
    lacking = [each for each in needed if header_key(each) not in held]
    if lacking:
        raise InputProblem(
            *(Problem(say.NO_HEADER.filled(header=each), line=table.header_line, column=each) for each in lacking)
        )
    if not table.rows:
        raise InputProblem(Problem(say.EMPTY))
    return table
