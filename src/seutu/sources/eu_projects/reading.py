"""Read a project list of the EU structural funds (EURA exports 2007–2013, 2014–2020) row by row.

Not for matching implementers to actors: the lists carry a name only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.eu_projects import messages
from seutu.sources.eu_projects.cells import READERS, UnreadableCell
from seutu.sources.eu_projects.columns import (
    FIELDS,
    ColumnMap,
    Layout,
    default_column_map,
    recognise,
)
from seutu.sources.eu_projects.records import Record, cut_records
from seutu.sources.eu_projects.repair import readings
from seutu.sources.eu_projects.rows import HeaderSummary, ProjectRow, RejectedRow

_NOTHING: Final[Mapping[str, object]] = dict.fromkeys(FIELDS)


def summarise_header(path: Path, *, columns: ColumnMap | None = None) -> HeaderSummary:
    """Return what the header line of ``path`` promises. Raises InputProblem when it is not a project list."""
    layout = recognise(next(_lines(path)), columns or default_column_map())
    named = {field: header for field, header in zip(layout.fields, layout.headers, strict=True) if field is not None}
    unknown = tuple(
        header for field, header in zip(layout.fields, layout.headers, strict=True) if field is None and header
    )
    absent = tuple(field for field in FIELDS if field not in named)
    return HeaderSummary(named, unknown, absent, layout.delimiter, len(layout.headers))


def read_eu_projects(path: Path, *, columns: ColumnMap | None = None) -> Iterator[ProjectRow | RejectedRow]:
    """Yield every row of ``path`` in order, read or rejected; one row at a time is in memory.

    Text is kept as written but for spaces at its ends; an empty cell is None. A row with more fields than headings is
    put together only when the types of the columns leave exactly one division (``repair.readings``).
    Raises InputProblem when the file cannot be opened or lacks required columns, and where it stops being UTF-8.
    Source: rakennerahastotietopalvelu, project lists 2007–2013 and 2014–2020.
    """
    columns = columns or default_column_map()
    lines = _lines(path)
    layout = recognise(next(lines), columns)
    for record in cut_records(lines, layout.delimiter, first_line=2, closed_by_semicolon=layout.closed_by_semicolon):
        yield _RowReader(record, layout, columns).row()


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            empty = True
            for line in file:
                empty = False
                yield line
    except OSError as error:
        raise InputProblem.because(messages.unreadable(path.name)) from error
    except UnicodeDecodeError as error:
        raise InputProblem.because(messages.not_utf8(path.name)) from error
    if empty:
        raise InputProblem.because(messages.unreadable(path.name))


@dataclass(frozen=True, slots=True)
class _RowReader:
    """Turns one record into a row or a rejection."""

    record: Record
    layout: Layout
    columns: ColumnMap

    def row(self) -> ProjectRow | RejectedRow:
        width = len(self.layout.headers)
        fields = list(self.record.fields)
        while len(fields) > width and not fields[-1].strip():
            fields.pop()
        if self.record.damaged:
            return self._rejected(messages.damaged_quotes())
        if len(fields) < width:
            return self._rejected(messages.too_few(len(fields), width))
        joined: tuple[int, ...] = ()
        if len(fields) > width:
            found = readings(fields, self.layout, self.columns)
            if len(found) != 1:
                wording = messages.many_readings if found else messages.no_reading
                return self._rejected(wording(len(fields), width))
            fields, joined = list(found[0].cells), found[0].joined
        return self._typed(fields, self._repair_note(joined))

    def _repair_note(self, joined: tuple[int, ...]) -> Text | None:
        if not joined and not self.record.unwrapped:
            return None
        return messages.rejoined([self.layout.headers[index] for index in joined], unwrapped=self.record.unwrapped)

    def _typed(self, cells: list[str], repaired: Text | None) -> ProjectRow | RejectedRow:
        values = dict(_NOTHING)
        problem: Problem | None = None
        unread: list[str] = []
        for field, header, cell in zip(self.layout.fields, self.layout.headers, cells, strict=True):
            if field is None:
                continue
            text = cell.strip()
            try:
                values[field] = READERS[field](text)
            except UnreadableCell as refusal:
                unread.append(header)
                message = messages.bad_cell(refusal.kind)
                problem = problem or Problem(message, line=self.record.line, column=header, value=text)
        if problem is not None:
            read = {field: str(value) for field, value in values.items() if value is not None}
            return RejectedRow(self.record.line, problem, self.record.fields, read, tuple(unread))
        return ProjectRow(line=self.record.line, repaired=repaired, **values)  # type: ignore[arg-type]

    def _rejected(self, message: Text) -> RejectedRow:
        """Reject the record whole; only a leading code and fund that are sound count as read."""
        read: dict[str, str] = {}
        for field, cell in zip(self.layout.fields, self.record.fields, strict=False):
            if field not in {"code", "fund"}:
                break
            try:
                read[field] = str(READERS[field](cell.strip()))
            except UnreadableCell:
                break
        unread = tuple(
            header for field, header in zip(self.layout.fields, self.layout.headers, strict=True) if field not in read
        )
        problem = Problem(message, line=self.record.line, value=self.layout.delimiter.join(self.record.fields)[:500])
        return RejectedRow(self.record.line, problem, self.record.fields, read, unread)
