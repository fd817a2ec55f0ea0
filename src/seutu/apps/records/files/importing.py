"""Imports of a kind's file: open, map, plan, and write the good rows as one act that can be undone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import NotYoursError, RejectedRowsError, StalePlanError
from seutu.apps.records.files import messages as say
from seutu.apps.records.files.headers import known_headers, proposed_mapping
from seutu.apps.records.files.planning import Plan, plan_tables
from seutu.apps.records.files.report import ImportReport, PlannedRow, Rejected, Told, untold
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.kinds import Kind
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Language
from seutu.sources.tables import DEFAULT_LIMITS, FoundTable, Limits, TableSheet, find_table, open_tables

TOLD_EVERY: Final = 500


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """The tables of a file that look like records of the kind, each with its proposed mapping."""

    tables: tuple[FoundTable, ...]
    mappings: tuple[Mapping[str, str], ...]
    notes: tuple[Problem, ...]


def open_file(kind: Kind, path: Path, *, limits: Limits = DEFAULT_LIMITS) -> OpenedFile:
    """Open a file and find its tables; sheets without a known column (guides, pivots) are passed over with a note.

    Raises InputProblem when no sheet has a usable header.
    """
    file = open_tables(path, limits=limits)
    known = known_headers(kind)
    tables: list[FoundTable] = []
    problems: list[Problem] = []
    shown = [sheet for sheet in file.sheets if not sheet.hidden]
    for sheet in shown:
        try:
            tables.append(find_table(sheet, known))
        except InputProblem as problem:
            problems.extend(problem.problems)
    if not tables and len(shown) == 1:
        tables.append(find_table(shown[0]))
    elif not tables:
        tables.extend(_of_unknown_headers(shown, kind))
    if not tables:
        raise InputProblem(*problems) if problems else InputProblem.because(say.nothing_mapped(kind.plural))
    mappings = tuple(proposed_mapping(kind, (header.text for header in table.header)) for table in tables)
    return OpenedFile(tuple(tables), mappings, (*file.notes, *(problems if tables else ())))


def _of_unknown_headers(sheets: Sequence[TableSheet], kind: Kind) -> Iterator[FoundTable]:
    """Yield the tables without any known header, so that a person may say what their columns are."""
    for sheet in sheets:
        try:
            table = find_table(sheet)
        except InputProblem:
            continue
        if not is_mapped([proposed_mapping(kind, (header.text for header in table.header))]):
            yield table


def is_mapped(mappings: Sequence[Mapping[str, str]]) -> bool:
    """Return whether any column of a file is brought in."""
    return any(name for mapping in mappings for name in mapping.values())


def plan_import(
    kind: Kind,
    opened: OpenedFile,
    *,
    language: Language,
    mappings: Sequence[Mapping[str, str]] | None = None,
    same: Mapping[str, str] | None = None,
) -> Plan:
    """Return what the file would do; raises InputProblem when no column is mapped.

    ``same`` gives every row the value (a code, an id or a title) of a column that the file does not have.
    """
    chosen = mappings if mappings is not None else opened.mappings
    if not is_mapped(chosen):
        raise InputProblem.because(say.nothing_mapped(kind.plural))
    plan = plan_tables(kind, opened.tables, chosen, language=language, same=same)
    plan.notes[:0] = opened.notes
    return plan


def report_of(plan: Plan) -> ImportReport:
    """Return the counts and problems of a plan."""
    report = ImportReport(rejected=plan.rejected, notes=list(plan.notes))
    report.counts.update(row.outcome for row in plan.rows if row.outcome != "rejected")
    return report


def apply_plan(
    plan: Plan, *, accept_good: bool, note: str, by: User | None, at: datetime, told: Told = untold
) -> ImportReport:
    """Write a plan as one act; raises, with nothing written, RejectedRowsError unless rejected rows are accepted.

    A row that its kind's guard refuses beside the rows before it is rejected as well. Raises StalePlanError when the
    workspace was changed after the plan was made: what the plan knows is old.
    """
    report = report_of(plan)
    if report.rejected and not accept_good:
        raise RejectedRowsError(report)
    with recording(Operation.IMPORT, by=by, at=at, note=note) as act:
        if act.sequence != plan.head + 1:
            raise StalePlanError
        for number, row in enumerate(plan.rows):
            if number % TOLD_EVERY == 0:
                told(number, len(plan.rows))
            try:
                _write(act, plan, row)
            except NotYoursError as error:
                report.counts[row.outcome] -= 1
                problems = tuple(Problem(text, line=row.line) for text in error.problems.values())
                report.rejected.append(Rejected(problems, row.cells))
        if report.rejected and not accept_good:
            raise RejectedRowsError(report)
        report.sequence = act.sequence if act.count else None
    return report


def _write(act: Act, plan: Plan, row: PlannedRow) -> None:
    if row.outcome == "created":
        act.create(plan.kind, row.values, record_id=row.record_id)
    elif row.outcome == "changed" and row.record_id is not None:
        act.change(plan.kind, plan.standing[row.record_id], row.values)
