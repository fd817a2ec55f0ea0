"""Reads a plan from a workbook: one sheet each for its facts, costs, funding, work packages and partners.

An empty cell of a figure says that the plan has no such figure, one marked as blank that its row is left empty; the
amount of a line is always there, so that an empty one is blank. All or nothing: a plan with a fault is not read at all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from seutu.core.figures.units import EUR, PERCENT, PERSON_MONTH
from seutu.core.funding.plan_words import COST_KINDS, FUNDING_KINDS, ROLES, WAYS
from seutu.core.funding.plans import INPUTS, Calculation, CostLine, FundingRow, Partner, Plan, WorkPackage
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import LANGUAGES, Text
from seutu.sources.plans import sheet_messages as say
from seutu.sources.plans.reading import ReadPlan
from seutu.sources.plans.sheet_cells import CellReader, is_marked
from seutu.sources.plans.sheet_form import EARLIER_NAMES, FACT_NAMES, FACTS, NONE, SHEETS
from seutu.sources.plans.sheet_rows import Cell, PlanSheet, SheetRow, keys_of, read_sheet, sheet_of
from seutu.sources.plans.sheet_totals import counted_in, totals_told
from seutu.sources.plans.speaking import Spoken, years_named
from seutu.sources.tables import DEFAULT_LIMITS, Limits, TableFile, header_key, open_tables

OURS: Final = (
    Text(fi="Ohje", sv="Anvisning", en="Guide"),
    Text(fi="Valinnat", sv="Val", en="Choices"),
)
"""The sheets that stand beside those of the plan: the guide and the lists of choices."""

LISTS_OF: Final = {"costs": "cost_lines", "funding": "funding", "packages": "work_packages", "partners": "partners"}


@dataclass(frozen=True, slots=True)
class _Read:
    """A sheet with the reader of its cells."""

    sheet: PlanSheet
    cells: CellReader

    @property
    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the sheet and with its cells."""
        yield from self.sheet.problems
        yield from self.cells.problems


def read_plan_workbook(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> ReadPlan:
    """Read a plan from a workbook (xlsx, ods, xls). Raises InputProblem that names every fault by sheet and cell.

    Computed totals are not read; one that does not match what it sums is in the notes, and so is a sheet that is not
    of a plan.
    """
    file = open_tables(path, limits=limits)
    notes: list[Problem] = []
    sheets = {key: _Read(sheet, CellReader(file.name, sheet.language)) for key, sheet in _sheets(file, notes).items()}
    plan = _plan(sheets)
    problems = [problem for read in sheets.values() for problem in read.problems]
    if problems:
        raise InputProblem(*problems)
    counted = counted_in(plan)
    notes += [told for key, read in sheets.items() for told in totals_told(read.sheet, counted.get(key))]
    return ReadPlan(plan, tuple(notes), _spoken(sheets))


def is_plan_workbook(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> bool:
    """Return whether a workbook has the sheets of costs and funding of a plan. Raises InputProblem as reading does."""
    forms = [sheet_of(sheet.name or "", SHEETS) for sheet in open_tables(path, limits=limits).sheets]
    return {"costs", "funding"} <= {form.key for form in forms if form is not None}


def _sheets(file: TableFile, notes: list[Problem]) -> Mapping[str, PlanSheet]:
    """Return the sheets of the plan by their keys. Raises InputProblem without any, or with one of them twice."""
    found: dict[str, PlanSheet] = {}
    for sheet in file.sheets:
        name = sheet.name or ""
        form = sheet_of(name, SHEETS)
        if form is None:
            if not any(header_key(name) in keys_of(ours) for ours in OURS):
                notes.append(Problem(say.SHEET_UNKNOWN, name or None))
        elif form.key in found:
            raise InputProblem(Problem(say.SHEET_TWICE.filled(first=found[form.key].name, second=name), name))
        else:
            found[form.key] = read_sheet(sheet, form)
            notes += sheet.notes
    if not found:
        names = Text(**{each: ", ".join(form.title.in_language(each) for form in SHEETS) for each in LANGUAGES})
        raise InputProblem.because(say.NO_SHEETS.filled(names=names))
    return found


def _plan(sheets: Mapping[str, _Read]) -> Plan:
    facts, cells = _facts(sheets.get(FACTS.key))
    start, end = cells.day(facts.get("start")), cells.day(facts.get("end"))
    return Plan(
        title=cells.text(facts.get("title")),
        legal_basis=cells.text(facts.get("legal_basis")) or None,
        fund=cells.text(facts.get("fund")) or None,
        cost_model=cells.model(facts.get("cost_model")),
        period=(start, end),
        cost_lines=tuple(line for read, row in _rows(sheets, "costs") if (line := _cost_line(read, row)) is not None),
        total=cells.figure(facts.get("total"), "total", EUR),
        funding=tuple(each for read, row in _rows(sheets, "funding") if (each := _funding_row(read, row)) is not None),
        funding_total=cells.figure(facts.get("funding_total"), "funding_total", EUR),
        work_packages=tuple(_package(read, row) for read, row in _rows(sheets, "packages")),
        partners=tuple(one for read, row in _rows(sheets, "partners") if (one := _partner(read, row)) is not None),
    )


def _rows(sheets: Mapping[str, _Read], key: str) -> Iterator[tuple[CellReader, SheetRow]]:
    read = sheets.get(key)
    if read is not None:
        yield from ((read.cells, row) for row in read.sheet.rows)


def _facts(read: _Read | None) -> tuple[Mapping[str, Cell], CellReader]:
    """Return the cell of each fact's value, and the reader of the sheet."""
    if read is None:
        return {}, CellReader("", "fi")
    found: dict[str, Cell] = {}
    for row in read.sheet.rows:
        fact, value = row.cells.get("fact"), row.cells.get("value")
        if fact is None or value is None:
            continue
        written = header_key(read.cells.text(fact))
        names = (*FACT_NAMES.items(), *EARLIER_NAMES.items())
        key = next((key for key, name in names if written in keys_of(name)), None)
        if key is None:
            known = Text(**{each: ", ".join(n.in_language(each) for n in FACT_NAMES.values()) for each in LANGUAGES})
            read.cells.wrong(fact, say.FACT_UNKNOWN, known=known)
        elif key in found:
            read.cells.wrong(fact, say.FACT_TWICE)
        else:
            found[key] = value
    return found, read.cells


def _spoken(sheets: Mapping[str, _Read]) -> Spoken:
    """Return what the sheets speak of: the facts that have a row, and the columns that there are.

    A year that is marked as none on a row is not spoken of there.
    """
    facts, _cells = _facts(sheets.get(FACTS.key))
    rows = {name: tuple(_fields(row) for _read, row in _rows(sheets, key)) for key, name in LISTS_OF.items()}
    return Spoken(frozenset(facts), rows)


def _fields(row: SheetRow) -> frozenset[str]:
    there = (year for year, cell in row.years.items() if not is_marked(cell.value, NONE))
    return frozenset(row.cells) | years_named(there)


def _cost_line(read: CellReader, row: SheetRow) -> CostLine | None:
    cell = row.cells.get
    label = read.text(cell("label"))
    kind = read.code(cell("kind"), COST_KINDS)
    amount = read.amount(cell("amount"), label, EUR)
    applied, rejected = (read.figure(cell(key), label, EUR) for key in ("applied", "rejected"))
    years, partner = read.years(row.years, EUR), read.text(cell("partner")) or None
    if kind is None:
        return None
    calculation = _calculation(read, row, label)
    return CostLine(Text.same(label), kind, amount, applied, rejected, years, partner, calculation)


def _calculation(read: CellReader, row: SheetRow, label: str) -> Calculation | None:
    """Return what a line is worked out of; None where all of its cells are empty."""
    cells = {key: row.cells.get(key) for key in ("calculation", "unit", *INPUTS)}
    way = cells["calculation"]
    if all(cell is None or cell.is_empty for cell in cells.values()):
        return None
    units = {"quantity": "", "unit_price": EUR, "work_share": PERCENT, "side_costs": PERCENT}
    figures = {name: read.figure(cells[name], label, unit) for name, unit in units.items()}
    found = None if way is None or way.is_empty else read.code(way, WAYS)
    return Calculation(found, unit=read.text(cells["unit"]), **figures)


def _funding_row(read: CellReader, row: SheetRow) -> FundingRow | None:
    cell = row.cells.get
    label = read.text(cell("label"))
    kind = read.code(cell("kind"), FUNDING_KINDS)
    amount = read.amount(cell("amount"), label, EUR)
    share = read.figure(cell("share"), label, PERCENT)
    applied, rejected = (read.figure(cell(key), label, EUR) for key in ("applied", "rejected"))
    partner = read.text(cell("partner")) or None
    return None if kind is None else FundingRow(Text.same(label), kind, amount, share, applied, rejected, partner)


def _package(read: CellReader, row: SheetRow) -> WorkPackage:
    number, name = read.text(row.cells.get("number")), read.text(row.cells.get("name"))
    label = " ".join(part for part in (number, name) if part)
    months = read.figure(row.cells.get("person_months"), label, PERSON_MONTH)
    return WorkPackage(number, name, months, read.figure(row.cells.get("purchases"), label, EUR))


def _partner(read: CellReader, row: SheetRow) -> Partner | None:
    name = read.text(row.cells.get("name"))
    role = read.code(row.cells.get("role"), ROLES)
    total = read.figure(row.cells.get("total"), name, EUR)
    return None if role is None else Partner(name, role, total)
