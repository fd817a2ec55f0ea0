"""The hierarchy of a composite index: indicators at level 1, aggregates above them, one of them at the top.

Not for the figures of the units (``unit_tables``) or for how an index is worked out (``recipes``).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from seutu.core.indices import structure_messages as say
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text


class Kind(StrEnum):
    """What a row of the structure is; the names are those of COINr's ``iMeta``."""

    INDICATOR = "Indicator"
    AGGREGATE = "Aggregate"
    GROUP = "Group"
    DENOMINATOR = "Denominator"
    OTHER = "Other"


MOST_LEVELS = 20
INDEXED = frozenset({Kind.INDICATOR, Kind.AGGREGATE})
GREATEST = 1e75
"""Nothing that is measured is greater, and its fourth power is still a figure that can be worked with."""


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the structure. ``line`` is its line in the file and ``file`` that file's name, for messages.

    Only indicators and aggregates have a level, a parent and a weight; ``direction`` is 1 where more is better and -1
    where less is; ``target`` and ``denominator`` are an indicator's own.
    """

    code: str
    name: str
    kind: Kind
    level: int | None = None
    parent: str | None = None
    direction: int = 1
    weight: float = 1.0
    unit: str = ""
    target: float | None = None
    denominator: str | None = None
    line: int | None = None
    file: str | None = None

    def problem(self, message: Text, column: str, value: object = None) -> Problem:
        """Return a problem of one cell of the row."""
        told = None if value is None else str(value)
        return Problem(message, line=self.line, column=column, value=told, file=self.file)


@dataclass(frozen=True)
class Structure:
    """A checked hierarchy. Codes are unique, every parent stands one level above its children, and there is one top."""

    nodes: tuple[Node, ...]
    by_code: dict[str, Node] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_code", {node.code: node for node in self.nodes})

    @cached_property
    def indicators(self) -> tuple[Node, ...]:
        """The indicators in the order of the rows."""
        return tuple(node for node in self.nodes if node.kind is Kind.INDICATOR)

    @cached_property
    def groups(self) -> tuple[Node, ...]:
        """The columns that group the units."""
        return tuple(node for node in self.nodes if node.kind is Kind.GROUP)

    @cached_property
    def levels(self) -> tuple[tuple[Node, ...], ...]:
        """The nodes of each level, level 1 first, each in the order of the rows."""
        top = max(node.level or 0 for node in self.nodes if node.kind in INDEXED)
        return tuple(
            tuple(node for node in self.nodes if node.kind in INDEXED and node.level == level)
            for level in range(1, top + 1)
        )

    @cached_property
    def aggregates(self) -> tuple[Node, ...]:
        """The aggregates, the lowest level first."""
        return tuple(node for level in self.levels[1:] for node in level)

    @cached_property
    def top(self) -> Node:
        """The one node without a parent: the index."""
        return self.levels[-1][0]

    def children(self, code: str) -> tuple[Node, ...]:
        """Return the nodes right under an aggregate, in the order of the rows."""
        return tuple(node for node in self.nodes if node.parent == code and node.kind in INDEXED)

    def indicators_under(self, code: str) -> tuple[Node, ...]:
        """Return the indicators that an aggregate is made of, an indicator itself for its own code."""
        node = self.by_code[code]
        if node.kind is Kind.INDICATOR:
            return (node,)
        return tuple(below for child in self.children(code) for below in self.indicators_under(child.code))

    def with_weights(self, weights: Mapping[str, float]) -> "Structure":
        """Return the structure with other weights for the codes that are named."""
        return Structure(tuple(replace(node, weight=weights.get(node.code, node.weight)) for node in self.nodes))

    def shares(self) -> dict[str, float]:
        """Return the effective weight of every node: the product of its shares from the top down, 1 at the top.

        A share is a weight divided by the sum of the weights under one parent; 0 where they are all 0.
        """
        shares = {self.top.code: 1.0}
        for level in reversed(self.levels[1:]):
            for node in level:
                children = self.children(node.code)
                whole = sum(child.weight for child in children)
                for child in children:
                    shares[child.code] = shares[node.code] * (child.weight / whole if whole else 0.0)
        return shares


def checked_structure(nodes: Iterable[Node]) -> Structure:
    """Return the structure of some rows. Raises ``InputProblem`` with every fault found, each with its row.

    Faults: a code twice, an indicator or aggregate without a level, one above 20 or not one under the parent's (which
    rules out circles too), a missing parent, no top or several, an aggregate without children, an indicator above
    level 1, a direction that is not 1 or -1, a weight under 0 or none above 0 under one parent, an unknown denominator.
    Where a row has no code, nothing is said of the hierarchy, which cannot be told without it.
    """
    rows = tuple(nodes)
    if not all(node.code for node in rows):
        raise InputProblem(*_codes(rows))
    found = [*_codes(rows), *_places(rows), *_whole(rows), *_values(rows)]
    if found:
        raise InputProblem(*found)
    return Structure(rows)


def _codes(rows: Sequence[Node]) -> list[Problem]:
    counts = Counter(node.code for node in rows)
    seen: set[str] = set()
    found = []
    for node in rows:
        if not node.code:
            found.append(node.problem(say.NO_CODE, "iCode"))
        elif node.code in seen:
            found.append(
                node.problem(say.CODE_TWICE.filled(code=node.code, count=counts[node.code]), "iCode", node.code)
            )
        seen.add(node.code)
    return found


def _places(rows: Sequence[Node]) -> list[Problem]:
    known = {node.code: node for node in rows if node.kind in INDEXED}
    found = []
    for node in known.values():
        parent = known.get(node.parent or "")
        if node.level is None:
            found.append(node.problem(say.NO_LEVEL.filled(code=node.code), "Level"))
        elif node.level < 1 or (node.level == 1) is not (node.kind is Kind.INDICATOR):
            found.append(node.problem(say.WRONG_LEVEL.filled(code=node.code, level=node.level), "Level", node.level))
        elif node.level > MOST_LEVELS:
            facts = {"code": node.code, "level": node.level, "most": MOST_LEVELS}
            found.append(node.problem(say.TOO_MANY_LEVELS.filled(**facts), "Level", node.level))
        elif node.parent and parent is None:
            found.append(node.problem(say.NO_PARENT.filled(code=node.code, parent=node.parent), "Parent", node.parent))
        elif parent is not None and parent.level != node.level + 1:
            facts = {"code": node.code, "level": node.level, "parent": parent.code, "above": parent.level}
            found.append(node.problem(say.NOT_ABOVE.filled(**facts), "Parent", node.parent))
    return found


def _whole(rows: Sequence[Node]) -> list[Problem]:
    indexed = [node for node in rows if node.kind in INDEXED]
    if not any(node.kind is Kind.INDICATOR for node in indexed):
        return [Problem(say.NO_INDICATORS)]
    tops = sorted((node for node in indexed if not node.parent), key=lambda node: node.level or 0)
    parents = {node.parent for node in indexed}
    found = []
    if not tops:
        found.append(Problem(say.NO_TOP, column="Parent"))
    found += [node.problem(say.SECOND_TOP.filled(code=node.code, top=tops[-1].code), "Parent") for node in tops[:-1]]
    found += [
        node.problem(say.NO_CHILDREN.filled(code=node.code), "iCode", node.code)
        for node in indexed
        if node.kind is Kind.AGGREGATE and node.code not in parents
    ]
    return found


def _values(rows: Sequence[Node]) -> list[Problem]:
    denominators = {node.code for node in rows if node.kind is Kind.DENOMINATOR}
    found = []
    for node in rows:
        if node.kind not in INDEXED:
            continue
        if node.direction not in {1, -1}:
            found.append(node.problem(say.DIRECTION.filled(code=node.code), "Direction", node.direction))
        if not 0 <= node.weight <= GREATEST:
            weight = f"{node.weight:g}"
            found.append(node.problem(say.WEIGHT.filled(code=node.code, weight=weight), "Weight", weight))
        if node.denominator and node.denominator not in denominators:
            facts = {"code": node.code, "denominator": node.denominator}
            found.append(node.problem(say.NO_DENOMINATOR.filled(**facts), "Denominator", node.denominator))
    families: dict[str, list[Node]] = {node.parent: [] for node in rows if node.kind in INDEXED and node.parent}
    for node in rows:
        families.get(node.parent or "", []).append(node)
    for parent, children in families.items():
        if not any(child.weight > 0 for child in children):
            found.append(children[0].problem(say.NO_WEIGHT.filled(parent=parent), "Weight", f"{children[0].weight:g}"))
    return found
