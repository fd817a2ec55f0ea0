"""Writing a table as csv, in the form for programs or the form that Excel opens by a double click.

Not for workbooks. Texts are marked so that they are never formulas; ``open_tables`` takes the marks off again.
"""

import io
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral, Number
from typing import BinaryIO, Final, Literal

from seutu.core.problems import Problem
from seutu.core.text import Language
from seutu.reporting.tables.content import TableColumn, TableContent
from seutu.reporting.tables.nasty_text import Changes, csv_text
from seutu.sources.tables.text_marks import join_list, mark_text

CsvForm = Literal["machine", "excel"]
_YES_NO: Final = {"fi": ("kyllä", "ei"), "sv": ("ja", "nej"), "en": ("yes", "no")}
_LONGEST_NUMBER: Final = 400
_QUOTED: Final = frozenset(';,\t"\r\n')


def write_csv(content: TableContent, stream: BinaryIO, *, form: CsvForm, language: Language) -> tuple[Problem, ...]:
    """Write ``content`` to ``stream`` and return notes of what had to be changed (usually none).

    machine: UTF-8, comma, ``.`` decimal, ISO dates, true/false, empty = missing, floats in shortest form.
    excel: UTF-8 with byte order mark, ``;``, decimal comma, d.M.yyyy, yes/no in ``language``. Texts that begin with a
    formula character get a leading apostrophe, which our import takes off. The null character and lone surrogates
    become U+FFFD; NaN and infinities become empty; both are noted.
    """
    excel = form == "excel"
    separator, ending = (";", "\r\n") if excel else (",", "\n")
    only = len(content.columns) == 1
    changes = Changes()
    writer = io.TextIOWrapper(stream, encoding="utf-8-sig" if excel else "utf-8", newline="", write_through=True)
    try:
        writer.write(
            separator.join(_field(csv_text(mark_text(c.header)), text=True, only=only) for c in content.columns)
            + ending
        )
        for line, row in enumerate(content.rows, start=2):
            fields = []
            for column, value in zip(content.columns, row, strict=True):
                written = _written(value, column, line, changes, language if excel else None)
                fields.append(_field(written, text=not isinstance(value, Number), only=only))
            writer.write(separator.join(fields) + ending)
    finally:
        writer.detach()
    return changes.all()


def _field(written: str, *, text: bool, only: bool) -> str:
    """Quote what holds any delimiter of any csv, so that no reader takes another one for ours.

    A number is left bare (its decimal comma is no delimiter here), except in an ``only`` column, where an empty field
    is quoted too: the line would be empty.
    """
    risky = written != written.strip() or not _QUOTED.isdisjoint(written)
    if (only and not written) or ((text or only) and risky):
        return '"' + written.replace('"', '""') + '"'
    return written


def _written(value: object, column: TableColumn, line: int, changes: Changes, excel: Language | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        yes, no = _YES_NO[excel] if excel else ("true", "false")
        return yes if value else no
    if isinstance(value, Number) and column.kind != "identifier":
        exact = exact_number(value)
        if not exact.is_finite():
            changes.add("not_finite", line=line, column=column.header, value=value)
            return ""
        return number_text(exact).replace(".", "," if excel else ".")
    if isinstance(value, date):
        return _date_text(value) if excel else value.isoformat()
    text = join_list(map(str, value)) if isinstance(value, list | tuple) else str(value)
    safe = csv_text(text)
    if safe != text:
        changes.add("character", line=line, column=column.header, value=text)
    return mark_text(safe)


def exact_number(value: Number | Decimal) -> Decimal:
    """Return the figure: of a binary number the shortest one that stands for it (0.1, not 0.1000000000000000055…)."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, Integral):
        return Decimal(int(value))
    return Decimal(float.__repr__(float(value)))  # type: ignore[arg-type]


def number_text(exact: Decimal) -> str:
    """Return the exact form without an exponent, as 1234.5; 1E+3 is 1000. Beyond 400 digits the exponent stays."""
    if not exact:
        return "0"
    return f"{exact:f}" if abs(exact.adjusted()) <= _LONGEST_NUMBER else str(exact)


def _date_text(value: date) -> str:
    day = f"{value.day}.{value.month}.{value.year:04d}"
    if not isinstance(value, datetime):
        return day
    seconds = f":{value.second:02d}" if value.second or value.microsecond else ""
    fraction = f".{value.microsecond:06d}" if value.microsecond else ""
    return f"{day} {value.hour}:{value.minute:02d}{seconds}{fraction}"
