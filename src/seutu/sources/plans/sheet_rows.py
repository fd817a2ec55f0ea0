"""The rows of a plan's sheet with their cells by what they hold; headers are known in all three languages.

Not for what the cells mean (``sheet_cells``).
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import LANGUAGES, Language, Text
from seutu.sources.plans import sheet_messages as say
from seutu.sources.plans.sheet_form import COMPUTED, YEAR_NAMED, YEARS_COMPUTED, SheetForm
from seutu.sources.tables import CellValue, FoundTable, Header, TableSheet, find_table, header_key

YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
YEARS_TOGETHER: Final = "years_together"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with its place."""

    sheet: str
    line: int
    header: Header
    value: CellValue

    @property
    def name(self) -> str:
        """Return the cell's name, as C5."""
        return f"{self.header.letter}{self.line}"

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is in the cell."""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    def problem(self, message: Text, **facts: object) -> Problem:
        """Return a problem of this cell; the message may name ``cell`` and ``value``."""
        shown = "" if self.value is None else str(self.value)[:80]
        said = message.filled(cell=self.name, value=shown, **facts)
        return Problem(said, self.sheet, self.line, self.header.text, shown or None)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its cells by the key of their column, and those of years by the year."""

    line: int
    cells: Mapping[str, Cell]
    years: Mapping[str, Cell]

    @property
    def is_empty(self) -> bool:
        """Return whether no cell is filled."""
        return all(cell.is_empty for cell in (*self.cells.values(), *self.years.values()))


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A sheet: true rows, rows of computed totals, its language, and what is wrong with it."""

    name: str
    form: SheetForm
    language: Language
    rows: tuple[SheetRow, ...] = ()
    computed: tuple[SheetRow, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Columns:
    """Which header is which column; what is wrong with the headers."""

    known: dict[str, Header] = field(default_factory=dict)
    years: dict[str, Header] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_sheet(sheet: TableSheet, form: SheetForm) -> PlanSheet:
    """Return the rows of a sheet. What is wrong with headers and cells is in its problems, all of it at once."""
    name = str(sheet.name)
    by_header = known_headers(form)
    try:
        table = find_table(sheet, by_header)
    except InputProblem as problem:
        return PlanSheet(name, form, "fi", problems=tuple(problem.problems))
    columns = _columns(table, form, by_header, name)
    for column in form.columns:
        header = columns.known.get(column.key)
        if column.is_figure and header is not None and header.index in sheet.percent_columns:
            message = say.PERCENTS.filled(letter=header.letter)
            columns.problems.append(Problem(message, name, table.header_line, header.text))
    rows = [row for row in _rows(table, columns, name) if not row.is_empty]
    computed = [row for row in rows if _is_computed(row, form)]
    faults = _faults(table, columns, {row.line for row in computed})
    language = max(LANGUAGES, key=lambda each: sum(_is_in(header, form, each) for header in table.header))
    true = tuple(row for row in rows if row not in computed)
    return PlanSheet(name, form, language, true, tuple(computed), (*columns.problems, *faults))


def _faults(table: FoundTable, columns: _Columns, computed: Collection[int]) -> list[Problem]:
    """Return what is wrong with cells that are read: a total that has a formula and no value is not."""
    together = columns.known.get(YEARS_TOGETHER)
    letter = None if together is None else together.letter
    rows = (row for row in table.rows if row.line not in computed)
    return [problem for row in rows for problem in row.problems if letter is None or problem.column != letter]


def known_headers(form: SheetForm) -> Mapping[str, str]:
    """Return the key of the column by every form of its header: with and without its unit, in every language."""
    found = {
        header_key(text): column.key
        for column in form.columns
        for language in LANGUAGES
        for text in (column.header(language), column.label.in_language(language))
    }
    if form.with_years:
        found |= {header_key(YEARS_COMPUTED.in_language(language)): YEARS_TOGETHER for language in LANGUAGES}
    return found


def keys_of(text: Text) -> frozenset[str]:
    """Return the forms of a text in which cells are compared, in every language."""
    return frozenset(header_key(text.in_language(language)) for language in LANGUAGES)


def _is_in(header: Header, form: SheetForm, language: Language) -> bool:
    return header.text in {column.header(language) for column in form.columns}


def _columns(table: FoundTable, form: SheetForm, by_header: Mapping[str, str], name: str) -> _Columns:
    columns = _Columns()
    for header in table.header:
        year = year_of(header.text) if form.with_years else None
        key = by_header.get(header_key(header.text))
        holder, found = (columns.known, key) if key is not None else (columns.years, year)
        at = Cell(name, table.header_line, header, header.text)
        if found is None:
            columns.problems.append(at.problem(say.HEADER_UNKNOWN, header=header.text, known=_known(form)))
        elif found in holder:
            columns.problems.append(at.problem(say.HEADER_TWICE, header=header.text, other=holder[found].text))
        else:
            holder[found] = header
    columns.problems += [
        Problem(say.HEADER_MISSING.filled(header=column.header, line=table.header_line), name, table.header_line)
        for column in form.columns
        if column.needed and column.key not in columns.known
    ]
    return columns


def _known(form: SheetForm) -> Text:
    year = ["2026"] if form.with_years else []
    return Text(**{each: ", ".join([*(column.header(each) for column in form.columns), *year]) for each in LANGUAGES})


def year_of(header: str) -> str | None:
    """Return the year that a header names: "2026", or what stands after "Vuosi:"; None when it is no year."""
    if YEAR.fullmatch(header):
        return header
    for language in LANGUAGES:
        before = YEAR_NAMED.in_language(language).format(year="")
        if header.casefold().startswith(before.strip().casefold()):
            return header[len(before.strip()) :].strip() or None
    return None


def _rows(table: FoundTable, columns: _Columns, name: str) -> Iterator[SheetRow]:
    for row in table.rows:
        cells, years = (
            {key: Cell(name, row.line, header, row.values[header.text]) for key, header in named.items()}
            for named in (columns.known, columns.years)
        )
        yield SheetRow(row.line, cells, years)


def _is_computed(row: SheetRow, form: SheetForm) -> bool:
    """Return whether a row is of computed totals: it is named so, and has none of what a true row has."""
    name, code = row.cells.get(form.name_key), row.cells.get(form.code_key or "")
    named = name is not None and isinstance(name.value, str) and header_key(name.value) in keys_of(COMPUTED)
    return named and (code is None or code.is_empty)


def sheet_of(name: str, forms: Sequence[SheetForm]) -> SheetForm | None:
    """Return the form of the sheet of a name, in any language; None when it is not of a plan."""
    return next((form for form in forms if header_key(name) in keys_of(form.title)), None)
