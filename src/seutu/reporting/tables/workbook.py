"""Writing tables as one Excel workbook: a sheet per table, a guide, drop-downs, hidden id columns.

Not for csv or for reports with running text. Texts are stored as strings, which no spreadsheet program evaluates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from numbers import Number
from typing import TYPE_CHECKING, BinaryIO, Final, Self
from zoneinfo import ZoneInfo

from seutu.core.problems import Problem
from seutu.core.text import Language
from seutu.reporting.tables.content import Sum, TableColumn, TableContent
from seutu.reporting.tables.delimited import exact_number, number_text
from seutu.reporting.tables.nasty_text import Change, Changes, cut_for_workbook, workbook_text
from seutu.reporting.tables.sheet_names import CHOICES_SHEET, GUIDE_SHEET, sheet_names
from seutu.sources.tables.text_marks import join_list

if TYPE_CHECKING:  # heavy, and every command would load it
    from xlsxwriter.format import Format

    from seutu.reporting.tables.exact_sheets import ExactBook, ExactSheet

_CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the same bytes each time; a workbook has no time zone
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001
_FIRST_DAY: Final = date(1900, 3, 1)
_HELSINKI: Final = ZoneInfo("Europe/Helsinki")
_SHOWN_DIGITS: Final = 15
_SURE_DIGITS: Final = 18
_LARGEST_EXPONENT: Final = 307
_CHOICE_ROWS: Final = 5_000
_WIDTHS: Final = {"text": 32, "list": 32, "choice": 24, "date": 12, "datetime": 17, "boolean": 10, "identifier": 16}
_NUMBER_WIDTH: Final = 14
_SHARE_FORMATS: Final = {"-1": "tenths", "-2": "hundredths"}  # by the decimals of a share: 80.00 is shown as 80,00
_FORMATS: Final = {
    "header": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
    "text": {"num_format": "@", "valign": "top"},
    "euros": {"num_format": "#,##0"},
    "cents": {"num_format": "#,##0.00"},
    "tenths": {"num_format": "0.0"},
    "hundredths": {"num_format": "0.00"},
    "date": {"num_format": "d.m.yyyy"},
    "datetime": {"num_format": "d.m.yyyy h:mm"},
    "guide": {"text_wrap": True, "valign": "top"},
}


class _Written(float):
    """A number that is written as its exact text."""

    text: str

    def __new__(cls, value: Decimal) -> Self:
        """Keep the text of ``value`` beside its nearest binary number."""
        made = super().__new__(cls, value)
        made.text = _padded(value)
        return made

    def __format__(self, _: str) -> str:
        return self.text


def write_workbook(
    contents: Sequence[TableContent], stream: BinaryIO, *, language: Language, guide: str | None = None
) -> tuple[Problem, ...]:
    """Write ``contents`` as sheets of one workbook and return notes of what had to be changed (usually none).

    ``guide`` becomes the last sheet, one line a row. Numbers are exact also beyond the 15 digits that Excel shows;
    that is noted. A time stamp with a zone is written in Finnish time. NaN and infinities become empty, texts over
    32,767 characters are cut, lone surrogates become U+FFFD, dates before March 1900 texts; each is noted.
    """
    from seutu.reporting.tables.exact_sheets import ExactBook

    book = ExactBook(stream, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    formats = {name: book.add_format(form) for name, form in _FORMATS.items()}
    notes: list[Problem] = []
    names = sheet_names([content.title for content in contents], language)
    try:
        pens = [
            _SheetPen(book.add_worksheet(name), content, formats, Changes(name))
            for name, content in zip(names, contents, strict=True)
        ]
        _write_guide(book, guide, formats, language)
        _write_choices(book, pens, language)
        for pen in pens:
            notes += pen.write()
    finally:
        book.close()
    return tuple(notes)


def _write_guide(book: "ExactBook", guide: str | None, formats: "dict[str, Format]", language: Language) -> None:
    if guide is None:
        return
    sheet = book.add_worksheet(GUIDE_SHEET[language])
    sheet.set_column(0, 0, 100)
    for row, line in enumerate(guide.splitlines()):
        if line:
            sheet.write_string(row, 0, cut_for_workbook(workbook_text(line)), formats["guide"])


def _write_choices(book: "ExactBook", pens: "Sequence[_SheetPen]", language: Language) -> None:
    """Put the choices on a hidden sheet: a drop-down's own list holds no more than 255 characters and no commas."""
    columns = [
        (pen, index, column) for pen in pens for index, column in enumerate(pen.content.columns) if column.choices
    ]
    if not columns:
        return
    from xlsxwriter.utility import xl_col_to_name

    name = CHOICES_SHEET[language]
    sheet = book.add_worksheet(name)
    sheet.hide()
    for at, (pen, _, column) in enumerate(columns):
        sheet.write_string(0, at, cut_for_workbook(f"{pen.sheet.get_name()}: {workbook_text(column.header)}"))
    for row in range(max(len(column.choices) for _, _, column in columns)):
        for at, (_, _, column) in enumerate(columns):
            if row < len(column.choices):
                sheet.write_string(row + 1, at, cut_for_workbook(workbook_text(column.choices[row])))
    for at, (pen, index, column) in enumerate(columns):
        letter = xl_col_to_name(at, col_abs=True)
        source = f"='{name}'!{letter}$2:{letter}${len(column.choices) + 1}"
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        pen.sheet.data_validation(1, index, _CHOICE_ROWS, index, rule)


@dataclass(slots=True)
class _SheetPen:
    """Writes one table to one sheet."""

    sheet: "ExactSheet"
    content: TableContent
    formats: "dict[str, Format]"
    changes: Changes

    def write(self) -> tuple[Problem, ...]:
        """Write header and rows; return the notes."""
        self.sheet.freeze_panes(1, 0)
        for index, column in enumerate(self.content.columns):
            width = column.width or _WIDTHS.get(column.kind, _NUMBER_WIDTH)
            self.sheet.set_column(index, index, width, None, {"hidden": column.hidden})
        for index, column in enumerate(self.content.columns):
            self._text(0, index, column.header, self.formats["header"])
        last = 0
        for last, row in enumerate(self.content.rows, start=1):
            for index, (column, value) in enumerate(zip(self.content.columns, row, strict=True)):
                self._put(last, index, column, value)
        if self.content.columns:
            self.sheet.autofilter(0, 0, last, len(self.content.columns) - 1)
        return self.changes.all()

    def _put(self, row: int, index: int, column: TableColumn, value: object) -> None:
        if value is None or value == "":
            return
        if isinstance(value, bool):
            self.sheet.write_boolean(row, index, value)
        elif isinstance(value, Sum):
            self._number(row, index, column, value.value, f"=SUM({value.cells})")
        elif isinstance(value, Number) and column.kind != "identifier":
            self._number(row, index, column, value)
        elif isinstance(value, date):
            self._date(row, index, value)
        else:
            text = join_list(map(str, value)) if isinstance(value, list | tuple) else str(value)
            self._text(row, index, text, self.formats["text"])

    def _text(self, row: int, index: int, text: str, form: "Format") -> None:
        safe = workbook_text(text)
        cut = cut_for_workbook(safe)
        if safe != text:
            self._note("character", row, index, text)
        if cut != safe:
            self._note("cut", row, index, text)
        self.sheet.write_string(row, index, cut, form)

    def _number(self, row: int, index: int, column: TableColumn, value: Number | Decimal, formula: str = "") -> None:
        exact = exact_number(value)
        if not exact.is_finite():
            self._note("not_finite", row, index, value)
            return
        if not isinstance(value, float) and len(exact.normalize().as_tuple().digits) > _SHOWN_DIGITS:
            self._note("digits", row, index, value)
        if exact.adjusted() > _LARGEST_EXPONENT:
            self._text(row, index, str(exact), self.formats["text"])
            return
        form = None
        if column.kind == "amount":
            form = self.formats["euros" if exact == exact.to_integral_value() else "cents"]
        elif column.kind == "percentage" and isinstance(value, Decimal):
            form = self.formats.get(_SHARE_FORMATS.get(str(exact.as_tuple().exponent), ""))
        if formula:
            self.sheet.write_formula(row, index, formula, form, _Written(exact))
        else:
            self.sheet.write_number(row, index, _Written(exact), form)

    def _date(self, row: int, index: int, value: date) -> None:
        stamp = isinstance(value, datetime)
        local = (
            value.astimezone(_HELSINKI).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value
        )
        day = local.date() if isinstance(local, datetime) else local
        if day < _FIRST_DAY:
            self._note("early_date", row, index, value.isoformat())
            self._text(row, index, value.isoformat(), self.formats["text"])
            return
        serial = _Written(_serial(local))
        self.sheet.write_number(row, index, serial, self.formats["datetime" if stamp else "date"])

    def _note(self, what: Change, row: int, index: int, value: object) -> None:
        self.changes.add(what, line=row + 1, column=self.content.columns[index].header, value=value)


def _serial(moment: date) -> Decimal:
    """Days since the epoch of the 1900 system, to the microsecond.

    That takes 12 decimals; with 16 also the first days have more digits than a reader takes for milliseconds.
    """
    if not isinstance(moment, datetime):
        return Decimal((moment - _EPOCH.date()).days)
    passed = moment - _EPOCH
    part = Decimal(passed.seconds * 1_000_000 + passed.microseconds) / Decimal(86_400_000_000)
    return passed.days + round(part, 16)


def _padded(value: Decimal) -> str:
    """Return the exact text; 16 or 17 digits get zeros, since a reader takes just those for a binary number."""
    text = number_text(value)
    digits = len(text.lstrip("-0.").replace(".", ""))
    if digits <= _SHOWN_DIGITS or digits >= _SURE_DIGITS:
        return text
    return text + ("" if "." in text else ".") + "0" * (_SURE_DIGITS - digits)
