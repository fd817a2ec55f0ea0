"""Reading old Excel files (xls): checks the compound file and its records, then reads the values through calamine.

Not for xlsx; a protected xlsx also is a compound file and is told from here.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final

import python_calamine

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.archive import damaged
from seutu.sources.tables.cells import TableFile, TableSheet
from seutu.sources.tables.compound_file import CompoundFile
from seutu.sources.tables.limits import Limits
from seutu.sources.tables.serial_dates import clock_text
from seutu.sources.tables.sheet_builder import Budget, SheetBuilder
from seutu.sources.tables.xls_records import SheetRecords, read_records

_FIRST_DAY: Final = date(1900, 3, 1)
_WORD = Text(fi="Word-asiakirja", sv="ett Word-dokument", en="a Word document")
_OTHER = Text(fi="muu Office-tiedosto", sv="en annan Office-fil", en="another Office file")


def read_xls(path: Path, limits: Limits) -> TableFile:
    """Read the worksheets; raises ``InputProblem`` when the file is protected, damaged or no workbook.

    calamine gives a date by the cell's format; percents are as stored. A part of a day is exact to a millisecond.
    """
    compound = CompoundFile(path)
    if "EncryptedPackage" in compound.names:
        raise InputProblem(Problem(say.encrypted()))
    if "Workbook" not in compound.names:
        raise InputProblem(Problem(say.not_a_table(_WORD if "WordDocument" in compound.names else _OTHER)))
    listed = read_records(compound.stream("Workbook"))
    if len(listed) > limits.sheets:
        raise InputProblem(Problem(say.too_much(say.SHEETS, limits.sheets)))
    for sheet in listed:
        if sheet.extent > limits.cells:
            raise InputProblem(Problem(say.too_much(say.CELLS, limits.cells), sheet.name, sheet.last[0]))
    budget = Budget(limits)
    tables = _read_values(path)
    if [sheet.name for sheet in listed] != list(tables):
        raise damaged()
    return TableFile(path.name, "xls", tuple(_sheet(sheet, tables[sheet.name], budget) for sheet in listed))


def _read_values(path: Path) -> dict[str, Sequence[Sequence[object]]]:
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        return {
            known.name: book.get_sheet_by_name(known.name).to_python(skip_empty_area=False)
            for known in book.sheets_metadata
            if known.typ == python_calamine.SheetTypeEnum.WorkSheet
        }
    except Exception as error:
        raise damaged() from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the library's own crash is no ordinary exception
            raise damaged() from error
        raise


def _sheet(records: SheetRecords, table: Sequence[Sequence[object]], budget: Budget) -> TableSheet:
    builder = SheetBuilder(records.name, budget, hidden=records.hidden)
    for first, last in records.hidden_columns:
        builder.hide_columns(first, last)
    for merged in records.merged:
        builder.merge(merged)
    for line, row in enumerate(table, start=1):
        for column, value in enumerate(row):
            error = records.errors.get((line, column))
            if error is not None:
                builder.report(line, column, say.error_cell(error), error)
            elif value != "":
                _put(builder, line, column, value)
        builder.end_row(line, hidden=line in records.hidden_lines)
    return builder.sheet()


def _put(builder: SheetBuilder, line: int, column: int, value: object) -> None:
    if isinstance(value, str):
        builder.put_text(line, column, value)
    elif isinstance(value, bool):
        builder.put(line, column, value)
    elif isinstance(value, int | float):
        number = Decimal(repr(value))
        builder.put(line, column, Decimal(int(value)) if number == number.to_integral_value() else number)
    elif isinstance(value, date):
        if (value.date() if isinstance(value, datetime) else value) < _FIRST_DAY:
            builder.report(line, column, say.doubtful_date(str(value)), str(value))
        else:
            builder.put(line, column, _to_millisecond(value))
    elif isinstance(value, time):
        passed = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
        builder.put_text(line, column, clock_text(passed // timedelta(milliseconds=1) * 1_000))
    elif isinstance(value, timedelta):
        builder.put_text(line, column, clock_text(round(value / timedelta(milliseconds=1)) * 1_000))
    else:
        builder.report(line, column, say.unreadable_cell(str(value)[:40]), str(value))


def _to_millisecond(value: date) -> date:
    if not isinstance(value, datetime):
        return value
    rounded = round(value.microsecond, -3)
    return value.replace(microsecond=0) + timedelta(microseconds=rounded)
