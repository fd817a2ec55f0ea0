"""Column values of a request's JSON and records as JSON. Every value is read by its column, as in forms and files.

Not for the shape of requests: bodies.py.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from seutu.api.bodies import UNKNOWN_FIELD
from seutu.api.problems import INVALID, ApiProblem
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import (
    BooleanColumn,
    Column,
    ColumnProblem,
    DateColumn,
    NumberColumn,
    Reading,
    Value,
)
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import TermsColumn
from seutu.core.text import Language, Text
from seutu.sources.tables import CellValue, join_list

ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
WRONG_SORT: Final = Text(
    fi="Arvo on väärää lajia. Katso kentän tyyppi rajapinnan kuvauksesta.",
    sv="Värdet är av fel slag. Se fältets typ i gränssnittets beskrivning.",
    en="The value is of the wrong type. See the field's type in the description of the interface.",
)


def read_values(kind: Kind, given: Mapping[str, Any], language: Language) -> dict[str, Value]:
    """Return the column values of a request; raises ApiProblem with a fault per field."""
    reading = Reading(language=language, finder=SingleFinder())
    columns = {column.name: column for column in kind.columns}
    values: dict[str, Value] = {}
    errors: dict[str, Text] = {}
    for name, raw in given.items():
        column = columns.get(name)
        if column is None:
            errors[name[:80]] = UNKNOWN_FIELD
            continue
        try:
            values[name] = _value(column, raw, reading)
        except ColumnProblem as problem:
            errors[name] = problem.message
    if errors:
        raise ApiProblem(INVALID, errors=errors)
    return values


def _value(column: Column, raw: Any, reading: Reading) -> Value:
    cell = _cell(column, raw)
    return None if cell is None else column.read(cell, reading)


def _cell(column: Column, raw: Any) -> CellValue:
    """Return a JSON value as the cell that the column reads; None empties it."""
    if raw is None or raw == [] or (isinstance(raw, str) and not raw.strip()):
        return None
    if isinstance(raw, bool) and isinstance(column, BooleanColumn):
        return "true" if raw else "false"
    if isinstance(raw, Decimal) and isinstance(column, NumberColumn):
        return raw
    if isinstance(raw, list) and isinstance(column, TermsColumn) and all(isinstance(item, str) for item in raw):
        raw = join_list(raw)
    if not isinstance(raw, str):
        raise ColumnProblem(WRONG_SORT)
    return _day(raw) if isinstance(column, DateColumn) else raw


def _day(text: str) -> CellValue:
    """Return a day in its JSON form as the day; any other text is left to the column to read."""
    try:
        return date.fromisoformat(text) if ISO_DAY.fullmatch(text) else text
    except ValueError:
        return text


def columns_shown(kind: Kind, *, personal: bool) -> tuple[Column, ...]:
    """Return the columns that a member sees who may or may not see personal data; others see records.sharing's."""
    return tuple(column for column in kind.columns if personal or not column.personal)


def values_json(columns: tuple[Column, ...], record: OwnedRecord) -> dict[str, Any]:
    """Return a record's values in their JSON form; its terms must have been attached."""
    return {column.name: _kept(column, column.take(record)) for column in columns}


def _kept(column: Column, value: Value) -> Any:
    return str(value) if isinstance(value, UUID) else column.keep(value)


def record_json(kind: Kind, record: OwnedRecord, *, personal: bool) -> dict[str, Any]:
    """Return a record as its own workspace sees it."""
    return {
        "id": str(record.pk),
        "version": record.version,
        "title": record.title,
        "audience": record.audience,
        "created_at": record.created_at.isoformat(),
        "changed_at": record.changed_at.isoformat(),
        "trashed_at": record.trashed_at.isoformat() if record.trashed_at else None,
        "values": values_json(columns_shown(kind, personal=personal), record),
    }
