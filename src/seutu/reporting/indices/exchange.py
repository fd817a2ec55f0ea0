"""An index as COINr's iData and iMeta, and its recipe as TOML: what ``seutu index build`` builds it again from.

Not for results (``tables``) or for the COIN Tool (``coin_tool``).
"""

import io
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from seutu.core.indices.structure import INDEXED, Kind, Node, Structure
from seutu.core.indices.unit_tables import UnitTable
from seutu.reporting.tables import TableColumn, TableContent, write_csv, write_workbook

BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
STRUCTURE_COLUMNS: Final = (
    "iCode", "iName", "Level", "Parent", "Direction", "Weight", "Type", "Unit", "Target", "Denominator",
)  # fmt: skip
NUMBERS: Final = frozenset({"Level", "Direction", "Weight", "Target"})


def units_content(units: UnitTable, structure: Structure) -> TableContent:
    """Return the units as iData: code, name, round, groups, denominators and indicators, as they were before any step.

    A missing figure is blank.
    """
    groups = [node.code for node in structure.groups if node.code in units.groups]
    figures = {code: units.column(code) for code in units.columns}
    numbers = {code: list(map(float, held)) for code, held in {**units.denominators, **figures}.items()}
    columns = [TableColumn("uCode", "uCode"), TableColumn("uName", "uName")]
    columns += [TableColumn("Time", "Time")] if units.rounds else []
    columns += [TableColumn(code, code) for code in groups]
    columns += [TableColumn(code, code, "number") for code in numbers]
    rows = [
        [
            unit,
            units.names.get(unit, unit),
            *([units.rounds[row]] if units.rounds else []),
            *(units.groups[code][row] for code in groups),
            *(None if math.isnan(held[row]) else held[row] for held in numbers.values()),
        ]
        for row, unit in enumerate(units.units)
    ]
    return TableContent("iData", tuple(columns), rows)


def structure_content(structure: Structure) -> TableContent:
    """Return the structure as iMeta, its rows in their order; groups and denominators have no weight."""
    columns = tuple(TableColumn(name, name, "number" if name in NUMBERS else "text") for name in STRUCTURE_COLUMNS)
    held = [node for node in structure.nodes if node.kind is not Kind.OTHER]
    return TableContent("iMeta", columns, [_structure_row(node) for node in held])


def _structure_row(node: Node) -> list[object]:
    indexed = node.kind in INDEXED
    return [
        node.code,
        node.name,
        node.level,
        node.parent,
        node.direction if indexed else None,
        node.weight if indexed else None,
        node.kind.value,
        node.unit,
        node.target,
        node.denominator,
    ]


def csv_pair(units: UnitTable, structure: Structure) -> dict[str, bytes]:
    """Return the two tables as csv, by the name of the file."""
    contents = {"iData.csv": units_content(units, structure), "iMeta.csv": structure_content(structure)}
    return {name: _csv(content) for name, content in contents.items()}


def workbook(units: UnitTable, structure: Structure) -> bytes:
    """Return the two tables as the sheets of one workbook."""
    stream = io.BytesIO()
    write_workbook([units_content(units, structure), structure_content(structure)], stream, language="en")
    return stream.getvalue()


def _csv(content: TableContent) -> bytes:
    stream = io.BytesIO()
    write_csv(content, stream, form="machine", language="en")
    return stream.getvalue()


def recipe_toml(told: Mapping[str, Any]) -> bytes:
    """Return a recipe as TOML. Tables stand in their order, which is that of the steps; a list of tables is inline."""
    lines: list[str] = []
    for name, table in told.items():
        if isinstance(table, Mapping):
            lines += [f"[{_key(name)}]", *(f"{_key(key)} = {_value(value)}" for key, value in _filled(table)), ""]
        else:
            lines.insert(0, f"{_key(name)} = {_value(table)}")
    return "\n".join(lines).encode()


def _filled(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in table.items() if value is not None)


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else _text(name)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(held)}" for key, held in _filled(value)) + " }"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_value, value)) + "]"
    return repr(value)
