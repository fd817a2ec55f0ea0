"""Budget tables whose cells are given: sheets, CSV, tables of Word documents.

The columns need no telling apart. A table is closed by a row of totals, as in text; a cell of a hidden row or a formula
without a value is blank, never zero. Not for lists of records (``sources.tables.headers``).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, TypeGuard

from seutu.core.figures import Certain, read_number
from seutu.core.figures.number_columns import Cells, Columns
from seutu.core.figures.relations import Place
from seutu.sources.documents.english_figures import in_plain_digits, is_english
from seutu.sources.documents.lines import Document, Grid, Line
from seutu.sources.documents.row_tables import FARTHEST_HEADING, OF_WHICH, TOTAL, Row, RowTable
from seutu.sources.tables import CellValue, column_letter

HUNDREDTHS: Final = Decimal(100)
NUMERIC_TEXT: Final = re.compile(r"(?:€|EUR)?\s*[−-]?\d[\d.,]*\s*[€%]?")
POINT: Final = re.compile(r"[−-]?\d[\d.,]*\.[\d.,]*\d")
DOTTED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")
FIRST_YEAR, LAST_YEAR = Decimal(1990), Decimal(2099)

Read = tuple[int, str, dict[int, Decimal]]
"""A row: its physical line, its label, its numbers by column."""


def grid_tables(document: Document, grid: Grid) -> Iterator[RowTable]:
    """Yield the tables of a grid in order."""
    whole = _dots_thousands(grid)
    english = is_english(document)
    read = [_read(grid, line, values, whole=whole) for line, values in (_plain(grid) if english else grid.rows)]
    names: list[Read] = []
    for at, (_, label, numbers) in enumerate(read):
        if not numbers or not TOTAL.search(label):
            continue
        above = at - 1
        while above >= 0 and _is_row(read[above], numbers):
            if _has_words_among(grid.rows[above][1], read[above], numbers) and _names_columns(grid, read[above]):
                break
            above -= 1
        rows = [row for row in read[above + 1 : at] if not OF_WHICH.match(row[1])]
        if len(rows) > 1:
            heading = read[max(0, above + 1 - FARTHEST_HEADING) : above + 1]
            own = [row for row in heading if _names_columns(grid, row)]
            yield _table(document, grid, heading if own else [*names, *heading], rows, read[at])
            names = own or names


def _names_columns(grid: Grid, row: Read) -> bool:
    """Return whether a row names columns: two words at least, or years, and no other numbers."""
    line, _, numbers = row
    values = dict(grid.rows)[line]
    words = [value for value in values if isinstance(value, str) and value.strip() and _number(value) is None]
    return len(words) > 1 and all(FIRST_YEAR <= number <= LAST_YEAR for number in numbers.values())


def _has_words_among(values: Sequence[CellValue], row: Read, total: dict[int, Decimal]) -> bool:
    """Return whether a row of numbers has a word above one of the total's numbers: Kulu, 2026, Yhteensä."""
    return bool(row[2]) and any(at < len(values) and isinstance(values[at], str) and at not in row[2] for at in total)


def _dots_thousands(grid: Grid) -> bool:
    """Return whether every point in the numbers of a table sets thousands apart: 21.000, never 12.5."""
    texts = [value.strip() for _, values in grid.rows for value in values if isinstance(value, str)]
    return all(DOTTED.fullmatch(text) for text in texts if POINT.fullmatch(text))


def _plain(grid: Grid) -> tuple[tuple[int, tuple[CellValue, ...]], ...]:
    """Return the rows of an English table, the commas of thousands taken out where all its commas are such."""
    if in_plain_digits([value for _, values in grid.rows for value in values if _is_numeric(value)]) is None:
        return grid.rows
    return tuple((line, tuple(_plain_cell(value) for value in values)) for line, values in grid.rows)


def _is_numeric(value: CellValue) -> TypeGuard[str]:
    return isinstance(value, str) and NUMERIC_TEXT.fullmatch(value.strip()) is not None


def _plain_cell(value: CellValue) -> CellValue:
    plain = in_plain_digits([value]) if _is_numeric(value) else None
    return plain[0] if plain is not None else value


def _read(grid: Grid, line: int, values: Sequence[CellValue], *, whole: bool) -> Read:
    read = [_number(value, whole=whole) for value in values]
    words = (value for value, number in zip(values, read, strict=True) if number is None)
    label = next((value.strip() for value in words if isinstance(value, str)), "")
    numbers = {at: number for at, number in enumerate(read) if number is not None}
    percents = {at: number * HUNDREDTHS for at, number in numbers.items() if at in grid.percent_columns}
    return line, label, numbers | percents


def _number(value: CellValue, *, whole: bool = True) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or not any(mark.isdigit() for mark in value):
        return None
    text = value.replace("€", "").replace("%", "").strip()
    reading = read_number(text, language="fi")
    if isinstance(reading, Certain):
        return reading.value
    return Decimal(text.replace(".", "").replace(",", ".")) if whole and DOTTED.fullmatch(text) else None


def _is_row(row: Read, total: dict[int, Decimal]) -> bool:
    """Return whether a row stands under the total: labelled, a number in its columns, no total and no row of years."""
    _, label, numbers = row
    shared = numbers.keys() & total.keys()
    years = len(shared) > 1 and all(FIRST_YEAR <= numbers[at] <= LAST_YEAR for at in shared)
    return bool(label) and bool(shared) and not years and not TOTAL.search(label)


def _table(document: Document, grid: Grid, heading: Sequence[Read], rows: Sequence[Read], total: Read) -> RowTable:
    columns = tuple(sorted(total[2]))
    cells = tuple(tuple(numbers.get(at) for at in columns) for _, _, numbers in rows)
    stated: Cells = tuple(total[2][at] for at in columns)
    holding = tuple(
        at for at, value in enumerate(stated) if sum((row[at] or Decimal(0) for row in cells), Decimal(0)) == value
    )
    shown = dict(grid.rows)
    naming = next((row for row in reversed(heading) if _names_columns(grid, row)), None)
    named = shown[naming[0]] if naming is not None else ()
    return RowTable(
        heading=tuple(_line(line, shown[line]) for line, _, _ in heading),
        rows=tuple(_row(document, grid, row, shown[row[0]], columns) for row in rows),
        total=_row(document, grid, total, shown[total[0]], columns),
        columns=Columns(cells, stated, holding),
        names=tuple(str(named[at] or "").strip() if at < len(named) else "" for at in columns),
    )


def _row(document: Document, grid: Grid, row: Read, values: Sequence[CellValue], columns: Sequence[int]) -> Row:
    line, label, _ = row
    shown = _line(line, values)
    places = tuple(
        Place(
            document=document.name,
            line=line,
            sheet=grid.sheet,
            cell=f"{column_letter(at)}{line}" if grid.sheet else None,
            text=shown.text[:200],
        )
        for at in columns
    )
    return Row(label, "", shown, places)


def _line(line: int, values: Sequence[CellValue]) -> Line:
    return Line("  ".join("" if value is None else str(value) for value in values).strip(), line)
