"""Reads a plan from its JSON: every figure exact, every fault told with its place, nothing guessed.

A key that is missing or null is not given. The amount of a line, and that of a year, is a cell of a table: null is one
left blank, which is not zero. Not for judging the figures (``core.funding``).
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

from seutu.core.figures.relations import Place, Term
from seutu.core.figures.units import EUR, PERCENT, PERSON_MONTH
from seutu.core.funding.plans import (
    HIGHEST_FIGURE,
    INPUTS,
    Calculation,
    CostKind,
    CostLine,
    CostModel,
    FundingKind,
    FundingRow,
    Partner,
    PartnerRole,
    Plan,
    Way,
    WorkPackage,
)
from seutu.core.problems import InputProblem, Problem
from seutu.core.programmes.schedules import CircularError, Part, UnknownPartError, in_order
from seutu.core.text import Text
from seutu.sources.plans import messages as say
from seutu.sources.plans.speaking import Spoken, spoken_in

LIMIT_MB: Final = 5
ENDLESS: Final = re.compile(r"[0-9]{31,}(\.[0-9]*)?")
SHOWN: Final = 20
NUMBER: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,12})?")
RATES: Final = re.compile(r"flat_rate_([0-9]+(?:\.[0-9]+)?)")
MODELS: Final = ("lump_sum", "unit_cost", "actual")
KEYS: Final = frozenset(
    {
        *("title", "legal_basis", "fund", "cost_model", "rounding", "period"),
        *("cost_lines", "total", "funding", "funding_total", "work_packages", "partners"),
    }
)

ROW_KEYS: Final = {
    "cost_lines": frozenset(
        {"label", "kind", "amount", "applied", "rejected", "years", "partner", "calculation", "unit", *INPUTS}
    ),
    "funding": frozenset({"label", "kind", "amount", "share", "applied", "rejected", "partner"}),
    "work_packages": frozenset({"number", "name", "person_months", "purchases", "after"}),
    "partners": frozenset({"name", "role", "total"}),
}

Code = TypeVar("Code", bound=StrEnum)


class _Float(float):
    """A number that JSON wrote with a decimal point or an exponent."""


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan with what was noticed in its file, and what the file speaks of."""

    plan: Plan
    notes: tuple[Problem, ...] = ()
    spoken: Spoken = field(default_factory=Spoken)


@dataclass(slots=True)
class _Reader:
    """Reads values and gathers what is wrong with them, each with its path in the file."""

    document: str
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def wrong(self, message: Text, path: str, value: object = None) -> None:
        shown = None if value is None else str(value)[:80]
        self.problems.append(Problem(message, column=path, value=shown))

    def term(self, told: Mapping[str, Any], key: str, path: str, label: str, unit: str = EUR) -> Term | None:
        """Return the figure of a key; None when it is missing or null."""
        return None if told.get(key) is None else self.cell(told, key, path, label, unit)

    def cell(self, told: Mapping[str, Any], key: str, path: str, label: str, unit: str = EUR) -> Term:
        """Return the figure of a cell; a blank term when it is missing or null."""
        where = f"{path}.{key}" if path else key
        value = told.get(key)
        place = Place(document=self.document, cell=where, text=None if value is None else str(value)[:80])
        return Term(Text.same(label), self._number(value, where), unit, place=place)

    def _number(self, value: object, path: str) -> Decimal | None:
        if value is None:
            return None
        if isinstance(value, float):
            self.wrong(say.FLOAT, path, value)
        elif not isinstance(value, bool) and ENDLESS.fullmatch(str(value)):
            self.wrong(say.ABSURD, path, f"{str(value)[:SHOWN]}…")
        elif isinstance(value, bool) or not NUMBER.fullmatch(str(value)):
            self.wrong(say.NO_NUMBER, path, value)
        elif (number := Decimal(str(value))) < 0:
            self.wrong(say.NEGATIVE, path, value)
        elif number > HIGHEST_FIGURE:
            self.wrong(say.ABSURD, path, value)
        else:
            return number
        return None

    def text(self, told: Mapping[str, Any], key: str, path: str) -> str:
        value = told.get(key)
        if value is not None and not isinstance(value, str):
            self.wrong(say.NO_TEXT, f"{path}.{key}" if path else key, value)
        return value.strip() if isinstance(value, str) else ""

    def code(self, told: Mapping[str, Any], key: str, path: str, codes: type[Code]) -> Code | None:
        value = told.get(key)
        found = next((each for each in codes if each.value == value), None)
        if found is None:
            self.wrong(say.NO_CODE.filled(known=", ".join(codes)), f"{path}.{key}", value)
        return found

    def rows(self, told: Mapping[str, Any], key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the path and the object of each row of a list."""
        value = told.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.wrong(say.NO_LIST, key, value)
            return
        for number, row in enumerate(value):
            path = f"{key}[{number}]"
            if isinstance(row, Mapping):
                yield path, row
            else:
                self.wrong(say.NO_OBJECT, path, row)


def read_plan(path: Path) -> ReadPlan:
    """Read a plan. Raises InputProblem that names every wrong value by its path, as ``cost_lines[2].amount``."""
    if path.stat().st_size > LIMIT_MB * 1_000_000:
        raise InputProblem.because(say.TOO_LARGE.filled(limit=LIMIT_MB))
    try:
        text = path.read_bytes().decode("utf-8-sig")
        told = json.loads(text, parse_float=_Float, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise InputProblem.because(say.NOT_JSON.filled(where=_fault(error))) from error
    if not isinstance(told, Mapping) or not {"cost_lines", "funding", "total"} & told.keys():
        raise InputProblem.because(say.NO_PLAN)
    reader = _Reader(path.name)
    plan = _plan(reader, told)
    _check_waits(reader, plan)
    if reader.problems:
        raise InputProblem(*reader.problems)
    notes = tuple(Problem(say.UNKNOWN_KEY, column=key) for key in _unknown(told))
    return ReadPlan(plan, notes, spoken_in(told))


def _fault(error: Exception) -> Text:
    """Return where a file is no JSON, in words of ours."""
    if isinstance(error, json.JSONDecodeError):
        return say.AT.filled(line=error.lineno, column=error.colno)
    if isinstance(error, UnicodeDecodeError):
        return say.NO_UTF8
    return say.NESTED if isinstance(error, RecursionError) else say.LONG_NUMBER


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON whose fields are there once. Raises InputProblem: of two, one would be dropped."""
    told = dict(pairs)
    if len(told) < len(pairs):
        repeated = next(key for at, (key, _) in enumerate(pairs) if key in {before for before, _ in pairs[:at]})
        raise InputProblem.because(say.REPEATED.filled(key=repeated[:80]))
    return told


def _unknown(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield the paths of the fields that are not known, of the plan and of its rows."""
    yield from sorted(told.keys() - KEYS)
    for key, known in ROW_KEYS.items():
        for number, row in enumerate(told.get(key) or ()):
            yield from (f"{key}[{number}].{name}" for name in sorted(row.keys() - known))


def _check_waits(reader: _Reader, plan: Plan) -> None:
    """Refuse work packages that wait for one another in a circle, or for one that is not there."""
    parts = [Part(package.number, date.min, date.min, package.after) for package in plan.work_packages]
    try:
        in_order(parts)
    except CircularError as error:
        reader.wrong(say.CIRCULAR.filled(circle=" → ".join(error.keys)), "work_packages")
    except UnknownPartError as error:
        number = next(at for at, part in enumerate(parts) if part.key == error.keys[0])
        reader.wrong(say.NO_PACKAGE.filled(number=error.keys[1]), f"work_packages[{number}].after")


def _plan(reader: _Reader, told: Mapping[str, Any]) -> Plan:
    return Plan(
        title=reader.text(told, "title", ""),
        legal_basis=reader.text(told, "legal_basis", "") or None,
        fund=reader.text(told, "fund", "") or None,
        cost_model=_model(reader, told.get("cost_model")),
        period=_period(reader, told.get("period")),
        cost_lines=_all(reader, told, "cost_lines", _cost_line),
        total=reader.term(told, "total", "", "total"),
        funding=_all(reader, told, "funding", _funding_row),
        funding_total=reader.term(told, "funding_total", "", "funding_total"),
        work_packages=_all(reader, told, "work_packages", _package),
        partners=_all(reader, told, "partners", _partner),
    )


Row = TypeVar("Row")


def _all(
    reader: _Reader,
    told: Mapping[str, Any],
    key: str,
    read: Callable[[_Reader, str, Mapping[str, Any]], Row | None],
) -> tuple[Row, ...]:
    rows = (read(reader, path, row) for path, row in reader.rows(told, key))
    return tuple(row for row in rows if row is not None)


def _cost_line(reader: _Reader, path: str, row: Mapping[str, Any]) -> CostLine | None:
    label = reader.text(row, "label", path)
    kind = reader.code(row, "kind", path, CostKind)
    amount = reader.cell(row, "amount", path, label)
    years = row.get("years") or {}
    if not isinstance(years, Mapping):
        reader.wrong(say.NO_OBJECT, f"{path}.years", years)
        years = {}
    if kind is None:
        return None
    return CostLine(
        Text.same(label),
        kind,
        amount,
        applied=reader.term(row, "applied", path, label),
        rejected=reader.term(row, "rejected", path, label),
        years={year: reader.cell(years, year, f"{path}.years", year) for year in years},
        partner=reader.text(row, "partner", path) or None,
        calculation=_calculation(reader, path, row, label),
    )


def _calculation(reader: _Reader, path: str, row: Mapping[str, Any], label: str) -> Calculation | None:
    """Return what a line is worked out of; None where it says nothing of it."""
    if all(row.get(key) is None for key in ("calculation", "unit", *INPUTS)):
        return None
    return Calculation(
        None if row.get("calculation") is None else reader.code(row, "calculation", path, Way),
        quantity=reader.term(row, "quantity", path, label, ""),
        unit=reader.text(row, "unit", path),
        unit_price=reader.term(row, "unit_price", path, label),
        work_share=reader.term(row, "work_share", path, label, PERCENT),
        side_costs=reader.term(row, "side_costs", path, label, PERCENT),
    )


def _funding_row(reader: _Reader, path: str, row: Mapping[str, Any]) -> FundingRow | None:
    label = reader.text(row, "label", path)
    kind = reader.code(row, "kind", path, FundingKind)
    amount = reader.cell(row, "amount", path, label)
    if kind is None:
        return None
    return FundingRow(
        Text.same(label),
        kind,
        amount,
        share=reader.term(row, "share", path, label, PERCENT),
        applied=reader.term(row, "applied", path, label),
        rejected=reader.term(row, "rejected", path, label),
        partner=reader.text(row, "partner", path) or None,
    )


def _package(reader: _Reader, path: str, row: Mapping[str, Any]) -> WorkPackage:
    number, name = reader.text(row, "number", path), reader.text(row, "name", path)
    label = " ".join(part for part in (number, name) if part)
    after = row.get("after") or []
    if not isinstance(after, list) or not all(isinstance(each, str) for each in after):
        reader.wrong(say.NO_LIST, f"{path}.after", after)
        after = []
    return WorkPackage(
        number,
        name,
        after=tuple(after),
        person_months=reader.term(row, "person_months", path, label, PERSON_MONTH),
        purchases=reader.term(row, "purchases", path, label),
    )


def _partner(reader: _Reader, path: str, row: Mapping[str, Any]) -> Partner | None:
    name = reader.text(row, "name", path)
    role = reader.code(row, "role", path, PartnerRole)
    return Partner(name, role, reader.term(row, "total", path, name)) if role is not None else None


def _model(reader: _Reader, value: object) -> CostModel | None:
    if value is None:
        return None
    if isinstance(value, str) and (found := RATES.fullmatch(value)):
        return CostModel("flat_rate", Decimal(found[1]))
    if value in MODELS:
        return CostModel(str(value))
    reader.wrong(say.NO_CODE.filled(known=", ".join(("flat_rate_40", "flat_rate_<%>", *MODELS))), "cost_model", value)
    return None


def _period(reader: _Reader, value: object) -> tuple[date | None, date | None]:
    if value is None or value == []:
        return None, None
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - a start and an end
        reader.wrong(say.NO_DATE, "period", value)
        return None, None
    start, end = (_day(reader, day, f"period[{number}]") for number, day in enumerate(value))
    return start, end


def _day(reader: _Reader, value: object, path: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        reader.wrong(say.NO_DATE, path, value)
        return None
