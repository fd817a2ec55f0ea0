"""A structure as plain rows, as a record or an interface holds it, and back.

A row has ``code``; ``parent``, ``name``, ``direction`` (1 or -1) and ``weight`` where they are needed. A row that is a
parent is an aggregate, the others are indicators; levels follow from that. Not for files of COINr's columns
(``sources.indices``).
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from seutu.core.indices.structure import Kind, Node, Structure, checked_structure
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

KEYS: Final = ("code", "name", "parent", "direction", "weight")
NOT_ROWS: Final = Text(
    fi='Rakenne on luettelo riveistä, joissa on ainakin code: [{{"code": "jobs", "parent": "index"}}, …].',
    sv='Strukturen är en lista med rader som har åtminstone code: [{{"code": "jobs", "parent": "index"}}, …].',
    en='A structure is a list of rows that have at least a code: [{{"code": "jobs", "parent": "index"}}, …].',
)
UNKNOWN_KEY: Final = Text(
    fi="Rivin {code} tietoa {key} ei tunneta. Tiedot ovat {known}.",
    sv="Uppgiften {key} på raden {code} är okänd. Uppgifterna är {known}.",
    en="The row {code} has {key}, which is not known. The keys are {known}.",
)
NOT_A_NUMBER: Final = Text(
    fi="Rivin {code} tieto {key} ei ole luku: {value}. Anna paino, joka on nolla tai suurempi, ja suunta 1 tai -1.",
    sv="Uppgiften {key} på raden {code} är inget tal: {value}. Ange en vikt som är noll eller större och riktningen 1 "
    "eller -1.",
    en="The row {code} has a {key} that is no number: {value}. Give a weight of zero or more, and a direction of 1 or "
    "-1.",
)
CIRCLE: Final = Text(
    fi="Rivi {code} on oma yläpuolisensa. Korjaa parent.",
    sv="Raden {code} står över sig själv. Rätta parent.",
    en="The row {code} stands above itself. Correct its parent.",
)


def structure_of(rows: object) -> Structure:
    """Return the checked structure of plain rows. Raises ``InputProblem`` with every fault found."""
    if not isinstance(rows, Sequence) or isinstance(rows, str) or not all(_is_row(row) for row in rows):
        raise InputProblem(Problem(NOT_ROWS.filled()))
    found = [problem for row in rows for problem in _faults(row)]
    if found:
        raise InputProblem(*found)
    parents = {str(row["code"]): _code(row.get("parent")) for row in rows}
    levels = _levels(parents)
    return checked_structure(_node(row, line, levels) for line, row in enumerate(rows, start=1))


def rows_of(structure: Structure) -> list[dict[str, Any]]:
    """Return the plain rows of a structure, in its order; a weight that is whole is written as such."""
    return [_row(node) for node in structure.nodes]


def _is_row(row: object) -> bool:
    return isinstance(row, Mapping) and isinstance(row.get("code"), str) and bool(row["code"].strip())


def _faults(row: Mapping[str, Any]) -> list[Problem]:
    code = row["code"]
    found = [
        Problem(UNKNOWN_KEY.filled(code=code, key=key, known=", ".join(KEYS)), column=str(key))
        for key in row
        if key not in KEYS
    ]
    for key in ("direction", "weight"):
        value = row.get(key, 1)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            found.append(Problem(NOT_A_NUMBER.filled(code=code, key=key, value=value), column=key, value=str(value)))
    return found


def _code(value: object) -> str | None:
    text = "" if value is None else str(value).strip()
    return text or None


def _levels(parents: Mapping[str, str | None]) -> dict[str, int]:
    """Return the level of each code: 1 where nothing is under it, else one more than the highest under it."""
    levels = dict.fromkeys(parents, 1)
    for code in parents:
        above, height = parents[code], 2
        while above is not None and above in levels:
            if height > len(parents) + 1:
                raise InputProblem(Problem(CIRCLE.filled(code=code), column="parent", value=above))
            levels[above] = max(levels[above], height)
            above, height = parents[above], height + 1
    return levels


def _node(row: Mapping[str, Any], line: int, levels: Mapping[str, int]) -> Node:
    code = str(row["code"]).strip()
    level = levels.get(code, 1)
    direction = row.get("direction", 1)
    return Node(
        code=code,
        name=str(row.get("name") or code),
        kind=Kind.INDICATOR if level == 1 else Kind.AGGREGATE,
        level=level,
        parent=_code(row.get("parent")),
        direction=int(direction) if direction == int(direction) else 0,
        weight=float(row.get("weight", 1)),
        line=line,
    )


def _row(node: Node) -> dict[str, Any]:
    row: dict[str, Any] = {"code": node.code}
    if node.name != node.code:
        row["name"] = node.name
    if node.parent:
        row["parent"] = node.parent
    if node.direction != 1:
        row["direction"] = node.direction
    if node.weight != 1:
        row["weight"] = int(node.weight) if node.weight == int(node.weight) else node.weight
    return row
