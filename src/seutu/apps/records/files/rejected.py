"""The file of rejected rows: the columns they came with, and beside them where and why, to be corrected and sent again.

Not for the report of an import (report.py). What is added here is passed over when the file is read (headers.py).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final

from seutu.apps.records.files.headers import REJECTED, is_machine_file, is_of_rejected
from seutu.apps.records.files.report import Rejected
from seutu.apps.records.sheets.kinds import Kind
from seutu.core.problems import Problem
from seutu.core.text import Language, Text
from seutu.reporting.tables import TableColumn, TableContent, write_csv

TITLE: Final = Text(fi="Hylätyt rivit", sv="Avvisade rader", en="Rejected rows")
SUFFIX: Final = ".rejected.csv"


def write_rejected(rejected: Sequence[Rejected], stream: BinaryIO, *, kind: Kind | None, language: Language) -> None:
    """Write one line for each rejected row, for Excel, or for programs when the rows came in that form."""
    headers = list(dict.fromkeys(h for row in rejected for h in row.cells if not is_of_rejected(h)))
    machine = bool(headers) and kind is not None and is_machine_file(kind, headers)
    added = _added(rejected)
    columns = [TableColumn(key=header, label=header) for header in headers]
    columns += [
        TableColumn(key=name, label=name if machine else REJECTED[name].in_language(language)) for name in added
    ]
    rows = []
    for row in rejected:
        told = _told(row.problems, language)
        rows.append([*(row.cells.get(header) for header in headers), *(told[name] for name in added)])
    content = TableContent(TITLE.in_language(language), tuple(columns), rows)
    write_csv(content, stream, form="machine" if machine else "excel", language=language)


def _added(rejected: Sequence[Rejected]) -> list[str]:
    """Return the names of the added columns: the sheet where there are several, the value where it stands nowhere."""
    left_out = set()
    if len({row.problems[0].sheet for row in rejected}) <= 1:
        left_out.add("rejected_sheet")
    if all(row.cells for row in rejected):
        left_out.add("rejected_value")
    return [name for name in REJECTED if name not in left_out]


def _told(problems: Sequence[Problem], language: Language) -> dict[str, str]:
    first, several = problems[0], len(problems) > 1
    reasons = [
        (f"{each.column}: " if several and each.column else "") + each.message.in_language(language)
        for each in problems
    ]
    return {
        "rejected_sheet": first.sheet or "",
        "rejected_line": str(first.line or ""),
        "rejected_column": "; ".join(dict.fromkeys(each.column for each in problems if each.column)),
        "rejected_value": "; ".join(each.value for each in problems if each.value),
        "rejected_reason": " ".join(reasons),
    }


def keep_rejected(rejected: Sequence[Rejected], file: Path, *, kind: Kind | None, language: Language) -> Path | None:
    """Write the rejected rows beside the file they came in, and return where; None when there are none."""
    if not rejected:
        return None
    target = file.with_name(f"{file.stem}{SUFFIX}")
    with target.open("wb") as stream:
        write_rejected(rejected, stream, kind=kind, language=language)
    return target
