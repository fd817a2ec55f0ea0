"""Gathers the cells of one sheet into rows and notes, within the limits; the spreadsheet readers share it.

Knows nothing of file formats.
"""

import sys
from dataclasses import dataclass, field
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.cells import CellValue, MergedRange, TableRow, TableSheet, column_letter
from seutu.sources.tables.limits import Limits

_LISTED: Final = 12


@dataclass(slots=True)
class Budget:
    """What is left of the limits for the whole file; texts that repeat are held once."""

    limits: Limits
    cells: int = 0
    faulty: int = 0
    text_bytes: int = 0
    texts: dict[str, str] = field(default_factory=dict)

    def keep(self, text: str) -> str:
        """Return the one held copy of ``text``; raises ``InputProblem`` when texts take too much memory."""
        known = self.texts.get(text)
        if known is not None:
            return known
        self.charge(text)
        self.texts[text] = text
        if len(self.texts) > self.limits.texts:
            raise InputProblem(Problem(say.too_much(say.DISTINCT, self.limits.texts)))
        return text

    def charge(self, text: str) -> None:
        """Take the memory of ``text`` off the budget."""
        self.text_bytes += sys.getsizeof(text)
        if self.text_bytes > self.limits.text_bytes:
            raise InputProblem(Problem(say.too_much(say.TEXTS, self.limits.text_bytes)))


class SheetBuilder:
    """Takes cells row by row from left to right and makes a ``TableSheet`` of them."""

    def __init__(self, name: str, budget: Budget, *, hidden: bool = False) -> None:
        self.name = name
        self.budget = budget
        self._limits = budget.limits
        self._hidden = hidden
        self._rows: list[TableRow] = []
        self._hidden_lines: list[int] = []
        self._hidden_columns: list[int] = []
        self._percent_columns: set[int] = set()
        self._merged: list[MergedRange] = []
        self._values: list[CellValue] = []
        self._problems: list[Problem] = []

    def put(self, line: int, column: int, value: CellValue) -> None:
        """Add the value of a cell; an empty text is an empty cell."""
        if column >= self._limits.columns:
            self._refuse(say.COLUMNS, self._limits.columns, line, column)
        if value is None or value == "":
            return
        self.budget.cells += 1
        if self.budget.cells > self._limits.cells:
            self._refuse(say.CELLS, self._limits.cells, line, column)
        values = self._values
        missing = column - len(values)
        if missing:
            values.extend([None] * missing)
        values.append(value)

    def expect(self, line: int, count: int) -> None:
        """Refuse ``count`` repeated cells that do not fit, before time and memory are spent on them."""
        if self.budget.cells + count > self._limits.cells:
            self._refuse(say.CELLS, self._limits.cells, line, 0)

    def put_text(self, line: int, column: int, text: str) -> None:
        """Add a text cell."""
        if len(text) > self._limits.cell_characters:
            self._refuse(say.CHARACTERS, self._limits.cell_characters, line, column)
        self.put(line, column, self.budget.keep(text) if text else None)

    def report(self, line: int, column: int, message: Text, value: str | None = None) -> None:
        """Add a problem of a cell, whose value is then ``None``."""
        if column >= self._limits.columns:
            self._refuse(say.COLUMNS, self._limits.columns, line, column)
        self.budget.faulty += 1
        if self.budget.faulty > self._limits.faulty_cells:
            self._refuse(say.FAULTY, self._limits.faulty_cells, line, column)
        shown = None if value is None else value[:100]
        self._problems.append(Problem(message, self.name, line, column_letter(column), shown))

    def end_row(self, line: int, *, hidden: bool = False) -> None:
        """Close the row; a row without values and problems is not listed."""
        if not self._values and not self._problems:
            return
        if len(self._rows) >= self._limits.rows:
            self._refuse(say.ROWS, self._limits.rows, line, 0)
        self._rows.append(TableRow(line, tuple(self._values), hidden, tuple(self._problems)))
        self._values, self._problems = [], []
        if hidden:
            self._hidden_lines.append(line)

    def merge(self, merged: MergedRange) -> None:
        """Note a block of merged cells."""
        if len(self._merged) >= self._limits.rows:
            self._refuse(say.CELLS, self._limits.rows, merged.first_line, merged.first_column)
        self._merged.append(merged)

    def percent(self, column: int) -> None:
        """Note a column that has figures shown as percents."""
        self._percent_columns.add(column)

    def hide_columns(self, first: int, last: int) -> None:
        """Note hidden columns, those far beyond the table left out."""
        self._hidden_columns += range(first, min(last + 1, self._limits.columns))

    def sheet(self) -> TableSheet:
        """Return the sheet with its notes."""
        width = max((len(row.values) for row in self._rows), default=0)
        columns = tuple(sorted({column for column in self._hidden_columns if column < width}))
        return TableSheet(
            self.name,
            tuple(self._rows),
            self._hidden,
            columns,
            tuple(sorted(self._percent_columns)),
            tuple(self._merged),
            tuple(self._notes(columns)),
        )

    def _notes(self, columns: tuple[int, ...]) -> list[Problem]:
        said: list[Text] = []
        if self._hidden and self._rows:
            said.append(say.hidden_sheet())
        if self._hidden_lines:
            said.append(say.hidden_rows(len(self._hidden_lines), _listed([str(line) for line in self._hidden_lines])))
        if columns:
            said.append(say.hidden_columns(_listed([column_letter(column) for column in columns])))
        if self._percent_columns:
            letters = [column_letter(column) for column in sorted(self._percent_columns)]
            said.append(say.percent_columns(_listed(letters)))
        if self._merged:
            said.append(say.merged_ranges(_listed([merged.name for merged in self._merged[: _LISTED + 1]])))
        return [Problem(text, self.name) for text in said]

    def _refuse(self, what: Text, most: int, line: int, column: int) -> None:
        raise InputProblem(Problem(say.too_much(what, most), self.name, line, column_letter(column)))


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")
