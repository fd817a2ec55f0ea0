"""How the maker of a wave wants its answers weighted: by which questions, to which population, with which merges.

Read from lines that a person pastes, and kept as plain JSON. Not for working the weights out (``wave_weights``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from seutu.core.figures import Certain, read_number
from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import weighting_plan_messages as say
from seutu.core.surveys.grouping import JOINED_BY

TOWN: Final = "town"
GROUP: Final = "group"
"""The names by which a plan calls the respondents' municipality and respondent group."""
HIGHEST_CAP: Final = 1000.0
FIELDS: Final = 3
_CROSSES: Final = ("×", "*")


class WeightingMethod(StrEnum):
    """No weights, post-stratification by the cells of one grouping, or raking on several."""

    NONE = "none"
    CELLS = "cells"
    RAKING = "raking"


Targets = Mapping[str, Mapping[str, float]]
Merges = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class WeightingPlan:
    """The plan. ``targets``: grouping → class → population; ``merges``: grouping → class → the one that takes it in.

    A grouping is ``town``, ``group``, the code of a single choice, or several of them joined by ``×``. Without ``cap``
    nothing is trimmed. ``source`` is what the maker says of where the population is from.
    """

    method: WeightingMethod = WeightingMethod.NONE
    targets: Targets = field(default_factory=dict)
    merges: Merges = field(default_factory=dict)
    cap: float | None = None
    source: str = ""

    @property
    def questions(self) -> tuple[str, ...]:
        """Return every question that the groupings are made of, once."""
        return tuple(dict.fromkeys(part for grouping in self.targets for part in grouping.split(JOINED_BY)))


UNWEIGHTED: Final = WeightingPlan()


def plain_plan(plan: WeightingPlan) -> dict[str, Any]:
    """Return the plan as JSON, which ``plan_of`` reads back; of no weighting an empty one."""
    if plan.method is WeightingMethod.NONE:
        return {}
    return {
        "method": str(plan.method),
        "targets": {grouping: dict(cells) for grouping, cells in plan.targets.items()},
        "merges": {grouping: dict(cells) for grouping, cells in plan.merges.items()},
        "cap": plan.cap,
        "source": plan.source,
    }


def plan_of(plain: Mapping[str, Any]) -> WeightingPlan:
    """Return the plan that ``plain_plan`` wrote."""
    if not plain:
        return UNWEIGHTED
    cap = plain.get("cap")
    return WeightingPlan(
        WeightingMethod(plain["method"]),
        {grouping: {cell: float(size) for cell, size in cells.items()} for grouping, cells in plain["targets"].items()},
        plain.get("merges", {}),
        None if cap is None else float(cap),
        plain.get("source", ""),
    )


def read_plan(method: str, population: str, merges: str = "", cap: str = "", source: str = "") -> WeightingPlan:
    """Return the plan that a person has typed.

    ``population`` has a line for each class, ``question; class; population``, with semicolons or tabs between; blank
    lines are skipped, and so are headings: a first line whose third field is no number and whose first field no other
    line has. ``merges`` has lines ``question; class = class``. Raises ``InputProblem`` with every line that cannot be
    read, a class given twice, no lines, several groupings for post-stratification, and a cap that is no number above 1.
    """
    chosen = WeightingMethod(method)
    if chosen is WeightingMethod.NONE:
        return UNWEIGHTED
    found: list[Problem] = []
    targets = _targets(population, found)
    joined = _merges(merges, found)
    limit = _cap(cap, found)
    if not targets and not found:
        found.append(Problem(say.NO_LINES))
    if chosen is WeightingMethod.CELLS and len(targets) > 1:
        found.append(Problem(say.SEVERAL_GROUPINGS.filled(names=", ".join(targets))))
    found += [Problem(say.MERGE_ELSEWHERE.filled(name=each), value=each) for each in joined if each not in targets]
    if found:
        raise InputProblem(*found)
    return WeightingPlan(chosen, targets, joined, limit, " ".join(source.split()))


def population_lines(targets: Targets) -> str:
    """Return populations as the lines that ``read_plan`` reads."""
    return "\n".join(f"{name}; {cell}; {size:.15g}" for name, cells in targets.items() for cell, size in cells.items())


def merge_lines(merges: Merges) -> str:
    """Return merges as the lines that ``read_plan`` reads."""
    return "\n".join(f"{name}; {cell} = {into}" for name, cells in merges.items() for cell, into in cells.items())


def _targets(text: str, found: list[Problem]) -> dict[str, dict[str, float]]:
    targets: dict[str, dict[str, float]] = {}
    later = {each.replace("\t", ";").partition(";")[0].strip().strip('"') for each in text.splitlines()[1:]}
    for line, written in enumerate(text.splitlines(), start=1):
        if not written.strip():
            continue
        fields = [part.strip().strip('"') for part in written.replace("\t", ";").rstrip("; ").split(";")]
        if len(fields) != FIELDS or not all(fields):
            found.append(Problem(say.NOT_THREE.filled(line=line, text=written.strip()), line=line))
            continue
        size = _number(fields[2])
        if size is None:
            if targets or found or line > 1 or any(letter.isdigit() for letter in fields[2]) or fields[0] in later:
                found.append(Problem(say.NO_NUMBER.filled(line=line, text=fields[2]), line=line, value=fields[2]))
            continue
        cells = targets.setdefault(_grouping(fields[0]), {})
        cell = _joined(fields[1])
        if cell in cells:
            found.append(Problem(say.CLASS_TWICE.filled(line=line, cell=cell), line=line, value=cell))
        cells[cell] = size
    return targets


def _merges(text: str, found: list[Problem]) -> dict[str, dict[str, str]]:
    merges: dict[str, dict[str, str]] = {}
    for line, written in enumerate(text.splitlines(), start=1):
        if not written.strip():
            continue
        name, mark, rest = written.partition(";")
        cell, equal, into = rest.partition("=")
        if not (mark and equal and name.strip() and cell.strip() and into.strip()):
            found.append(Problem(say.NO_MERGE.filled(line=line, text=written.strip()), line=line))
            continue
        merges.setdefault(_grouping(name), {})[_joined(cell)] = _joined(into)
    return merges


def _cap(text: str, found: list[Problem]) -> float | None:
    if not text.strip():
        return None
    number = _number(text)
    if number is None or not 1 < number <= HIGHEST_CAP:
        found.append(Problem(say.BAD_CAP.filled(text=text.strip()), value=text.strip()))
    return number


def _number(text: str) -> float | None:
    read = read_number(text)
    return float(read.value) if isinstance(read, Certain) else None


def _grouping(text: str) -> str:
    return _joined(text.casefold())


def _joined(text: str) -> str:
    for mark in _CROSSES:
        text = text.replace(mark, "×")
    return JOINED_BY.join(part.strip() for part in text.split("×"))
