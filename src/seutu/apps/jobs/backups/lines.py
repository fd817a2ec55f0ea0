"""The rows of a table as JSON lines for SQLite, in the form that PostgreSQL writes and reads by itself.

One object a line, column by column as ``row_to_json`` has it: what one database wrote the other reads. Values pass
through their fields, since SQLite has neither booleans nor times nor ids of its own. Not for which tables there are.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.db import connection, connections
from django.db.models import Model

from seutu.apps.records.models import everywhere

BATCH: Final = 500
COPY: Final = "backup"


def models() -> dict[str, type[Model]]:
    """Return the model of each table."""
    found = apps.get_models(include_auto_created=True)
    return {_described(each).db_table: each for each in found if not _described(each).proxy}


@contextmanager
def opened_copy(file: Path) -> Iterator[str]:
    """Open a copy of the database beside the one in use; yield the name by which its rows are asked for."""
    connections.databases[COPY] = {**connections.databases["default"], "NAME": str(file)}
    try:
        yield COPY
    finally:
        connections[COPY].close()
        del connections[COPY]
        del connections.databases[COPY]


def lines_of(model: type[Model], using: str) -> Iterator[str]:
    """Yield the rows of a model's table in the order of their keys."""
    fields = _columns(model)
    names = [field.attname for field in fields]
    rows = everywhere(model).using(using).order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=BATCH):
        held = {field.column: value for field, value in zip(fields, row, strict=True)}
        yield json.dumps(held, default=_said)


def put_lines(cursor: Any, model: type[Model], lines: Iterable[str]) -> None:
    """Insert the rows of the lines into a model's table."""
    fields = _columns(model)
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    places = ", ".join("%s" for _ in fields)
    table = connection.ops.quote_name(_described(model).db_table)
    statement = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - a table of ours
    left = iter(lines)
    while batch := list(islice(left, BATCH)):
        cursor.executemany(statement, [_row(fields, json.loads(line)) for line in batch])


def _columns(model: type[Model]) -> list[Any]:
    return list(_described(model).local_concrete_fields)


def _described(model: type[Model]) -> Any:
    return model._meta  # noqa: SLF001 - Django's own word for it


def _row(fields: list[Any], held: dict[str, Any]) -> list[Any]:
    return [field.get_db_prep_save(field.to_python(held[field.column]), connection) for field in fields]


def _said(value: Any) -> str:
    """Return a value that JSON has no form for: a time by its standard form, an amount or an id by its letters."""
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
