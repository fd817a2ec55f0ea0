"""Reading the sheets of an ods file (OpenDocument) as a stream, cell by cell.

Repeated rows and cells are counted, not copied, so that a million empty rows cost nothing.
"""

from datetime import date, datetime
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.archive import Archive, damaged
from seutu.sources.tables.cells import CellValue, MergedRange, TableSheet
from seutu.sources.tables.sheet_builder import Budget, SheetBuilder
from seutu.sources.tables.stored_numbers import stored_number
from seutu.sources.tables.xml_events import read_events

ODS_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_CELLS: Final = ("table-cell", "covered-table-cell")
_NOT_TABLE = Text(fi="muu OpenDocument-asiakirja", sv="ett annat OpenDocument-dokument", en="another OpenDocument file")


def read_ods(archive: Archive, budget: Budget) -> tuple[TableSheet, ...]:
    """Return the sheets; raises ``InputProblem`` with sheet, line and column where the file cannot be used."""
    if _MANIFEST in archive.names:
        read_events(archive.pieces(_MANIFEST), _refuse_encrypted, _ignore)
    reader = _Reader(budget)
    read_events(archive.pieces(ODS_CONTENT), reader.start, reader.end, reader.characters)
    if not reader.sheets:
        raise InputProblem(Problem(say.not_a_table(_NOT_TABLE)))
    return tuple(reader.sheets)


def _refuse_encrypted(name: str, _: dict[str, str]) -> None:
    if name == "encryption-data":
        raise InputProblem(Problem(say.encrypted()))


def _ignore(_: str) -> None:
    return


def _count(attributes: dict[str, str], key: str) -> int:
    written = attributes.get(key, "1")
    if not written.isdecimal() or not 0 < int(written) < 10**9:
        raise damaged()
    return int(written)


class _Reader:
    def __init__(self, budget: Budget) -> None:
        self.sheets: list[TableSheet] = []
        self._budget = budget
        self._builder: SheetBuilder | None = None
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._line = 1
        self._row_repeats = 1
        self._row_hidden = False
        self._column = 0
        self._columns_named = 0
        self._cells: list[tuple[int, int, dict[str, str], str]] = []
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._in_paragraph = 0
        self._in_note = 0
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS and self._builder is not None:
            self._cell, self._paragraphs, self._length = attributes, [], 0
        elif name == "annotation":
            self._in_note += 1
        elif name == "p" and self._cell is not None and not self._in_note:
            self._in_paragraph += 1
            self._paragraphs.append("")
        elif self._in_paragraph:
            self._inline(name, attributes)
        elif name == "table-row":
            self._start_row(attributes)
        elif name == "table-column" and self._builder is not None:
            self._start_column(attributes, self._builder)
        elif name == "table" and self._builder is None:
            self._start_table(attributes)
        elif name == "style":
            self._style = attributes.get("style:name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def _start_table(self, attributes: dict[str, str]) -> None:
        hidden = attributes.get("table:style-name", "") in self._hidden_styles
        self._builder = SheetBuilder(attributes.get("table:name", ""), self._budget, hidden=hidden)
        self._line, self._columns_named = 1, 0
        if len(self.sheets) >= self._budget.limits.sheets:
            raise InputProblem(Problem(say.too_much(say.SHEETS, self._budget.limits.sheets)))

    def _start_column(self, attributes: dict[str, str], builder: SheetBuilder) -> None:
        count = _count(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility", "visible") != "visible":
            builder.hide_columns(self._columns_named, self._columns_named + count - 1)
        self._columns_named += count

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row_repeats = _count(attributes, "table:number-rows-repeated")
        self._row_hidden = attributes.get("table:visibility", "visible") != "visible"
        self._column = 0
        self._cells = []

    def _inline(self, name: str, attributes: dict[str, str]) -> None:
        if name == "s":
            self.characters(" " * min(_count(attributes, "text:c"), self._budget.limits.cell_characters + 1))
        elif name == "tab":
            self.characters("\t")
        elif name == "line-break":
            self.characters("\n")

    def characters(self, piece: str) -> None:
        if self._in_paragraph and not self._in_note:
            self._length += len(piece)
            if self._length > self._budget.limits.cell_characters and self._builder is not None:
                self._builder.put_text(self._line, 0, " " * self._length)
            self._paragraphs[-1] += piece

    def end(self, name: str) -> None:
        if name in _CELLS and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name == "annotation":
            self._in_note -= 1
        elif name == "p" and self._in_paragraph and not self._in_note:
            self._in_paragraph -= 1
        elif name == "table-row" and self._builder is not None:
            self._end_row(self._builder)
        elif name == "table" and self._builder is not None:
            self.sheets.append(self._builder.sheet())
            self._builder = None

    def _end_cell(self, cell: dict[str, str]) -> None:
        repeats = _count(cell, "table:number-columns-repeated")
        text = "\n".join(self._paragraphs)
        if text or "office:value-type" in cell or "table:formula" in cell or "table:number-columns-spanned" in cell:
            self._cells.append((self._column, repeats, cell, text))
        self._column += repeats

    def _end_row(self, builder: SheetBuilder) -> None:
        if self._cells:
            if self._row_repeats > self._budget.limits.rows:
                raise InputProblem(Problem(say.too_much(say.ROWS, self._budget.limits.rows), builder.name, self._line))
            repeated = sum(min(repeats, self._budget.limits.columns + 1) for _, repeats, _, _ in self._cells)
            builder.expect(self._line, repeated * self._row_repeats)
            for line in range(self._line, self._line + self._row_repeats):
                for column, repeats, cell, text in self._cells:
                    for one in range(column, column + min(repeats, self._budget.limits.columns + 1)):
                        _put(builder, line, one, cell, text)
                builder.end_row(line, hidden=self._row_hidden)
        self._line += self._row_repeats


def _put(builder: SheetBuilder, line: int, column: int, cell: dict[str, str], text: str) -> None:
    rows, columns = _count(cell, "table:number-rows-spanned"), _count(cell, "table:number-columns-spanned")
    if (rows, columns) != (1, 1) and not cell.get("table:number-matrix-rows-spanned"):
        builder.merge(MergedRange(line, line + rows - 1, column, column + columns - 1))
    formula = cell.get("table:formula", "")
    kind = cell.get("office:value-type", "")
    if cell.get("calcext:value-type") == "error" or (formula and text.startswith(("#", "Err:"))):
        builder.report(line, column, say.error_cell(text[:20]), text)
    elif kind == "string" or (text and not kind):
        builder.put_text(line, column, cell.get("office:string-value", text))
    elif not kind:
        if formula:
            builder.report(line, column, say.formula_without_value(formula[:60]), formula)
    else:
        value = _value(kind, cell)
        if value is None:
            builder.report(line, column, say.unreadable_cell(text[:40]), text)
        else:
            builder.put(line, column, value)
            if kind == "percentage":
                builder.percent(column)


def _value(kind: str, cell: dict[str, str]) -> CellValue:
    """Return the stored value; ``None`` when it is not of its kind. Percentages come as stored: 12 % is 0.12."""
    if kind in {"float", "percentage", "currency"}:
        return stored_number(cell.get("office:value", "")[:1_000])
    if kind == "boolean":
        return {"true": True, "false": False}.get(cell.get("office:boolean-value", ""))
    if kind == "date":
        written = cell.get("office:date-value", "")
        try:
            return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
        except ValueError:
            return None
    if kind == "time":
        return _clock(cell.get("office:time-value", ""))
    return None


def _clock(written: str) -> str | None:
    """Return ``PT09H05M00S`` as ``9:05:00``."""
    body = written.removeprefix("PT").removesuffix("S").replace("H", ":").replace("M", ":").replace(",", ".")
    hours, _, rest = body.partition(":")
    return f"{int(hours)}:{rest}" if written.startswith("PT") and hours.isdecimal() and rest else None
