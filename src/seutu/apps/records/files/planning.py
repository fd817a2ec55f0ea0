"""What an import would do, row by row, before anything is written.

A row with an id says everything about its record: an empty cell empties. A row without one is known by the kind's
identity, and an empty cell says nothing. Two rows of one file that mean the same record and differ are rejected, never
merged.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID, uuid4, uuid5

from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.files import messages as say
from seutu.apps.records.files.headers import (
    ID,
    VARIANT_MARK,
    columns_read,
    id_name,
    is_machine_file,
    is_of_rejected,
    label_of,
    mapped,
)
from seutu.apps.records.files.report import PlannedRow, Rejected
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import check_guard, check_step, check_values, values_of
from seutu.apps.records.queries import last_sequence, records_of, taken_ids, trashed_ids
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.columns import Column, ColumnProblem, Reading, Value, said
from seutu.apps.records.sheets.finding import RecordFinder
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.records.terms import attach_terms
from seutu.core.names import fold_name
from seutu.core.problems import Problem
from seutu.core.text import Language, Text
from seutu.sources.tables import CellValue, FoundRow, FoundTable

Identity = tuple[str, tuple[str, ...]]
SUM_WORDS: Final = frozenset({"yhteensä", "yht", "yht.", "kaikki yhteensä", "summa", "sammanlagt", "totalt"})


@dataclass(slots=True)
class Plan:
    """The rows of a file with what would happen to each, and the records they would change.

    ``head`` is the workspace's last entry when the plan was made: a plan of older records is not written.
    """

    kind: Kind
    head: int = 0
    rows: list[PlannedRow] = field(default_factory=list)
    standing: dict[UUID, OwnedRecord] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)

    @property
    def rejected(self) -> list[Rejected]:
        """Return the rejected rows with their problems."""
        return [Rejected(tuple(row.problems), row.cells) for row in self.rows if row.outcome == "rejected"]


def identity_keys(kind: Kind, values: Mapping[str, Any]) -> list[Identity]:
    """Return the keys by which values name a record, strongest first; a key with an empty part is left out."""
    keys = []
    for names in kind.identity:
        parts = [values.get(name) for name in names]
        if parts[0] is None:
            continue
        folded = tuple(
            "" if part is None else fold_name(str(kind.column(n).keep(part)))
            for n, part in zip(names, parts, strict=True)
        )
        keys.append(("+".join(names), folded))
    return keys


class Planner:
    """Plans the rows of one table of a kind."""

    def __init__(self, kind: Kind, *, language: Language, same: Mapping[str, str] | None = None) -> None:
        self.kind = kind
        self.same = dict(same or {})
        self.language = language
        self.finder = RecordFinder()
        self.plan = Plan(kind, head=last_sequence())
        self._by_identity: dict[Identity, set[UUID]] = {}
        self._left: set[Identity] = set()
        self._planned: dict[UUID, PlannedRow] = {}
        self._taken: set[UUID] = set()
        self._trashed: set[UUID] = set()
        self._read_standing()

    def _read_standing(self) -> None:
        records = list(records_of(self.kind))
        for record in attach_terms(records):
            self.plan.standing[record.pk] = record
            for key in identity_keys(self.kind, values_of(self.kind, record)):
                self._by_identity.setdefault(key, set()).add(record.pk)

    def read(self, table: FoundTable, mapping: Mapping[str, str]) -> Plan:
        """Plan every row of a table."""
        machine = is_machine_file(self.kind, (header.text for header in table.header))
        reading = Reading(language="en" if machine else self.language, finder=self.finder)
        headers = {name.partition(VARIANT_MARK)[0]: header for header, name in mapping.items() if name}
        self.plan.notes.extend(table.notes)
        left = [h.text for h in table.header if not mapping.get(h.text) and not is_of_rejected(h.text)]
        if left:
            self.plan.notes.append(Problem(say.left_out(left), sheet=table.sheet))
        id_header = headers.get(ID)
        if id_header:
            self._taken |= taken_ids(self.kind, filter(None, (_as_id(row.values.get(id_header)) for row in table.rows)))
            self._trashed = trashed_ids(self.kind)
        for row in table.rows:
            planned = self._row(row, table.sheet, mapping, headers, reading)
            planned.cells = {header.text: row.values.get(header.text) for header in table.header}
            self.plan.rows.append(planned)
        return self.plan

    def _row(
        self, row: FoundRow, sheet: str | None, mapping: Mapping[str, str], headers: Mapping[str, str], reading: Reading
    ) -> PlannedRow:
        cells: dict[str, Any] = mapped(row.values, mapping)
        if not any(_filled(cell) for cell in cells.values()) and not row.problems:
            return PlannedRow(row.line, "skipped")
        cells = self._with_same(cells)
        problems = list(row.problems)
        values: dict[str, Value] = {}
        for column in columns_read(self.kind, mapping):
            if column.name not in cells and id_name(column) not in cells:
                continue
            try:
                values[column.name] = self._value(column, cells, reading)
            except ColumnProblem as problem:
                written = cells.get(column.name) if _filled(cells.get(column.name)) else cells.get(id_name(column))
                where = headers.get(column.name) or headers.get(id_name(column)) or label_of(column, self.language)
                problems.append(
                    Problem(problem.message, sheet=sheet, line=row.line, column=where, value=said(written)[:200])
                )
        if problems:
            return PlannedRow(row.line, "rejected", problems=problems)
        return self._decide(row.line, sheet, cells.get(ID), values)

    def _with_same(self, cells: dict[str, Any]) -> dict[str, Any]:
        """Return the cells with the values that every row has, in the columns that the file does not have."""
        held = {column.name for column in self.kind.columns if {column.name, id_name(column)} & cells.keys()}
        return cells | {name: text for name, text in self.same.items() if name not in held}

    def _value(self, column: Column, cells: Mapping[str, Any], reading: Reading) -> Value:
        if isinstance(column, ReferenceColumn) and _filled(cells.get(id_name(column))):
            try:
                return reading.finder.record(column.kind, said(cells[id_name(column)]))
            except ColumnProblem:
                if not _filled(cells.get(column.name)):
                    raise
        cell: CellValue = cells.get(column.name)
        return column.read(cell, reading) if _filled(cell) else None

    def _decide(self, line: int, sheet: str | None, id_cell: Any, values: dict[str, Value]) -> PlannedRow:
        def rejected(message: Text, column: str | None = None, value: str | None = None) -> PlannedRow:
            problem = Problem(message, sheet=sheet, line=line, column=column, value=value)
            return PlannedRow(line, "rejected", problems=[problem])

        record_id = _as_id(id_cell)
        if _filled(id_cell) and record_id is None:
            return rejected(say.bad_id(), ID, said(id_cell)[:80])
        if record_id in self._taken and record_id not in self._trashed and record_id not in self.plan.standing:
            # The id belongs to another workspace: here the row is a record of its own, the same one at every import.
            record_id = uuid5(current_scope().workspace.pk, str(record_id))
        if record_id in self._trashed:
            return rejected(say.in_trash(), ID, said(id_cell)[:80])
        known = record_id if record_id in self.plan.standing or record_id in self._planned else None
        if known is None:
            found = self._known_by_identity(values)
            if len(found) > 1:
                return rejected(say.fits_many(len(found)))
            known = next(iter(found), None)
        authoritative = record_id is not None and known == record_id
        if known is not None:
            return self._change(line, sheet, known, values, authoritative=authoritative)
        return self._create(line, sheet, record_id or uuid4(), values)

    def _known_by_identity(self, values: Mapping[str, Value]) -> set[UUID]:
        for key in identity_keys(self.kind, values):
            found = self._by_identity.get(key)
            if found:
                return found
        return set()

    def _create(self, line: int, sheet: str | None, record_id: UUID, values: dict[str, Value]) -> PlannedRow:
        title = values.get(self.kind.model.title_field) if self.kind.model.title_field else None
        if isinstance(title, str) and title.casefold().rstrip(":") in SUM_WORDS:
            return PlannedRow(
                line, "rejected", problems=[Problem(say.row_of_sums(), sheet=sheet, line=line, value=title)]
            )
        try:
            check_values(self.kind, values)
            if not self._is_left_free(values):
                check_guard(self.kind, self._new(record_id, values))
        except InvalidValuesError as error:
            return PlannedRow(line, "rejected", problems=self._problems(error, line, sheet))
        row = PlannedRow(line, "created", record_id=record_id, values=dict(values))
        self._planned[record_id] = row
        for key in identity_keys(self.kind, values):
            self._by_identity.setdefault(key, set()).add(record_id)
        if title:
            self.finder.added(self.kind.name, str(title), record_id)
        return row

    def _new(self, record_id: UUID, values: Mapping[str, Value]) -> OwnedRecord | None:
        """Return a guarded record as it would be added."""
        if self.kind.guard is None:
            return None
        return self._with(self.kind.model(id=record_id, workspace_id=current_scope().workspace.pk), {}, values)

    def _with(
        self, record: OwnedRecord, terms: Mapping[str, tuple[str, ...]], values: Mapping[str, Value]
    ) -> OwnedRecord:
        record.terms = dict(terms)
        for name, value in values.items():
            self.kind.column(name).put(record, value)
        return record

    def _change(
        self, line: int, sheet: str | None, record_id: UUID, values: dict[str, Value], *, authoritative: bool
    ) -> PlannedRow:
        earlier = self._planned.get(record_id)
        stands: dict[str, Any] = (
            dict(earlier.values) if earlier else values_of(self.kind, self.plan.standing[record_id])
        )
        if earlier and record_id in self.plan.standing:
            stands = {**values_of(self.kind, self.plan.standing[record_id]), **earlier.values}
        said_values = {name: value for name, value in values.items() if authoritative or value is not None}
        differs: dict[str, tuple[Value, Value]] = {}
        for name, value in said_values.items():
            column = self.kind.column(name)
            if column.keep(stands.get(name)) != column.keep(value):
                differs[name] = (stands.get(name), value)
        if earlier is not None:
            return self._same_record_again(line, sheet, earlier, differs)
        row = PlannedRow(line, "changed" if differs else "unchanged", record_id=record_id, differences=differs)
        row.values = {name: value for name, (_, value) in differs.items()}
        try:
            check_values(self.kind, {**stands, **row.values})
            if differs:
                self._check_guards(self.plan.standing[record_id], row.values)
        except InvalidValuesError as error:
            return PlannedRow(line, "rejected", problems=self._problems(error, line, sheet))
        if differs and self._meets_another(record_id, {**stands, **row.values}):
            return PlannedRow(line, "rejected", problems=[Problem(say.meets_another(), sheet=sheet, line=line)])
        self._planned[record_id] = row
        return row

    def _meets_another(self, record_id: UUID, values: Mapping[str, Value]) -> bool:
        """Note by what a guarded record is known from here on, and return whether another is known by it already."""
        if self.kind.guard is None:
            return False
        found = self._known_by_identity(values)
        keys = identity_keys(self.kind, values)
        for key in keys:
            self._by_identity.setdefault(key, set()).add(record_id)
        if found - {record_id}:
            return True
        if self.kind.beside:
            self._leave(record_id, keys)
        return False

    def _leave(self, record_id: UUID, keys: Sequence[Identity]) -> None:
        """Forget by what a standing record is known no more: a later row may say it of another."""
        for key in identity_keys(self.kind, values_of(self.kind, self.plan.standing[record_id])):
            if key not in keys:
                self._by_identity[key].discard(record_id)
                self._left.add(key)

    def _is_left_free(self, values: Mapping[str, Value]) -> bool:
        """Return whether an earlier row makes room for this one; then the guard is asked when both are written."""
        return self.kind.beside and not self._left.isdisjoint(identity_keys(self.kind, values))

    def _check_guards(self, standing: OwnedRecord, values: Mapping[str, Value]) -> None:
        """Raise InvalidValuesError when the record may not be written as it stands, or as the row would have it."""
        check_guard(self.kind, standing)
        check_step(self.kind, standing, values)
        if self.kind.guard is not None:
            changed = self._with(copy(standing), standing.terms, values)
            if not self._is_left_free(values_of(self.kind, changed)):
                check_guard(self.kind, changed)

    def _same_record_again(
        self, line: int, sheet: str | None, earlier: PlannedRow, differs: Mapping[str, object]
    ) -> PlannedRow:
        if not differs and self.kind.repeats_told:
            problem = Problem(say.repeats_row(earlier.line), sheet=sheet, line=line)
            return PlannedRow(line, "rejected", problems=[problem])
        if not differs:
            return PlannedRow(line, "skipped", record_id=earlier.record_id)
        labels = {
            language: ", ".join(self.kind.column(name).label.as_dict()[language] for name in differs)
            for language in ("fi", "sv", "en")
        }
        message = say.differs_from_row(earlier.line, Text(**labels))
        return PlannedRow(line, "rejected", problems=[Problem(message, sheet=sheet, line=line)])

    def _problems(self, error: InvalidValuesError, line: int, sheet: str | None) -> list[Problem]:
        return [
            Problem(text, sheet=sheet, line=line, column=label_of(self.kind.column(name), self.language))
            for name, text in error.problems.items()
        ]


def _filled(cell: object) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _as_id(cell: object) -> UUID | None:
    if not _filled(cell):
        return None
    try:
        return UUID(str(cell).strip())
    except ValueError:
        return None


def plan_tables(
    kind: Kind,
    tables: Iterable[FoundTable],
    mappings: Iterable[Mapping[str, str]],
    *,
    language: Language,
    same: Mapping[str, str] | None = None,
) -> Plan:
    """Return the plan of all tables of a file. ``same`` are the values of columns that the file does not have."""
    planner = Planner(kind, language=language, same=same)
    for table, mapping in zip(tables, mappings, strict=True):
        planner.read(table, mapping)
    return planner.plan
