"""What is asked of each variable of a table, and how a question that is too large is cut into smaller ones.

Not for sending it (``pxweb``, ``pxweb2``) nor for reading the answer (``cubes``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from math import prod
from typing import Final

from seutu.core.problems import InputProblem
from seutu.sources.statistics import cube_words as words
from seutu.sources.statistics.periods import period_of
from seutu.sources.statistics.reading import examples
from seutu.sources.statistics.variables import AREA, CONTENTS, TIME, Roles, Variable, variable_named

ITEM: Final = "item"
_NEWEST: Final = re.compile(r"^(?:top|newest):(\d{1,4})$")
_GROUPED: Final = re.compile(r"^(?P<filter>(?:agg|vs):[^=]+)=(?P<codes>.+)$")
_PREFIX: Final = re.compile(r"^[a-zåäö]{2,12}-(?=.)")
_MUNICIPALITY: Final = re.compile(r"^(?:KU)?(\d{3})$")


@dataclass(frozen=True, slots=True)
class Selection:
    """The codes asked of one variable. ``filter`` is ``item`` or a grouping of the server (``agg:NAME.agg``)."""

    variable: Variable
    role: str
    codes: tuple[str, ...]
    filter: str = ITEM

    @property
    def limited(self) -> bool:
        """Tell whether something of the variable is left out."""
        return self.filter != ITEM or len(self.codes) < len(self.variable.values)


def choose(
    table: str, variables: Sequence[Variable], roles: Roles, only: Mapping[str, tuple[str, ...]]
) -> tuple[list[Selection], bool]:
    """Return what to ask of each variable, and whether some other division than area, time and contents is limited.

    ``only`` limits; of the rest every area, time and content is asked, and of other variables the whole where the table
    has one. Raises ``InputProblem`` for a variable or value that the table does not have.
    """
    limits: dict[str, tuple[str, ...]] = {}
    for name, values in only.items():
        variable = variable_named(table, variables, name)
        if variable.code in limits:
            raise InputProblem.because(words.limited_twice(variable.code), column=name)
        limits[variable.code] = values
    chosen = []
    summed = False
    for variable in variables:
        role = roles.of(variable)
        asked = limits.get(variable.code)
        if asked is not None:
            chosen.append(_selection(table, variable, role, asked))
        elif role or not variable.eliminable:
            chosen.append(Selection(variable, role, variable.values))
        else:
            summed = True
    return chosen, summed or any(each.limited for each in chosen if not each.role)


def cells(selections: Sequence[Selection]) -> int:
    """Return how many figures are asked."""
    return prod(len(each.codes) for each in selections)


def split(selections: Sequence[Selection], limit: int) -> Iterator[list[Selection]]:
    """Cut a question into ones of at most ``limit`` figures: by areas, then by years, then by the longest other."""
    if cells(selections) <= max(limit, 1):
        yield list(selections)
        return
    cut = _cut(selections)
    if cut is None:
        yield list(selections)
        return
    codes = selections[cut].codes
    each = max(1, limit * len(codes) // cells(selections))
    for begin in range(0, len(codes), each):
        smaller = list(selections)
        smaller[cut] = replace(selections[cut], codes=codes[begin : begin + each])
        yield from split(smaller, limit)


def _cut(selections: Sequence[Selection]) -> int | None:
    """Return the place of the variable to cut; ``None`` if each has one code."""
    order = {AREA: 0, TIME: 1}
    long = [place for place, each in enumerate(selections) if len(each.codes) > 1]
    return min(long, key=lambda p: (order.get(selections[p].role, 2), -len(selections[p].codes)), default=None)


def _selection(table: str, variable: Variable, role: str, asked: Sequence[str]) -> Selection:
    if len(asked) == 1 and asked[0].startswith(("agg:", "vs:")):
        found = _GROUPED.match(asked[0])
        codes = [code.strip() for code in found["codes"].split(",")] if found else []
        if found is None or not all(codes):
            raise InputProblem.because(words.grouping_without_codes(asked[0][:80]), column=variable.code)
        return Selection(variable, role, tuple(dict.fromkeys(codes)), found["filter"])
    codes = [code for value in asked for code in _codes(table, variable, role, value)]
    return Selection(variable, role, tuple(dict.fromkeys(codes)))


def _codes(table: str, variable: Variable, role: str, value: str) -> list[str]:
    """Return the codes that a person means by ``value``. Raises ``InputProblem`` if there are none."""
    newest = _NEWEST.match(value)
    if role == TIME and newest is not None and int(newest[1]):
        texts = dict(zip(variable.values, variable.texts, strict=True))
        return sorted(variable.values, key=lambda code: period_of(code, texts[code]) or code)[-int(newest[1]) :]
    if value in variable.values:
        return [value]
    if "*" in value:
        found = [code for code in variable.values if fnmatchcase(code, value)]
    else:
        found = _alike(variable, role, value)
    if not found:
        known = _shown(variable)
        raise InputProblem.because(words.no_value(table, variable.code, value[:80], known), column=variable.code)
    return found


def _alike(variable: Variable, role: str, value: str) -> list[str]:
    """Return the code of a value that is told by its text, without its prefix, or as a municipality's number."""
    plain = value.casefold()
    if role == CONTENTS:
        by_code = [code for code in variable.values if without_prefix(code).casefold() == without_prefix(plain)]
        if by_code:
            return by_code
    if role == AREA and (number := _MUNICIPALITY.match(value)):
        by_number = [code for code in variable.values if code in {number[1], f"KU{number[1]}"}]
        if by_number:
            return by_number
    pairs = zip(variable.values, variable.texts, strict=True)
    return [code for code, text in pairs if text.casefold() == plain]


def without_prefix(content: str) -> str:
    """Return a content code without the statistic before it: ``vaerak-vaesto`` is ``vaesto``."""
    return _PREFIX.sub("", content)


def _shown(variable: Variable) -> str:
    pairs = list(zip(variable.values, variable.texts, strict=True))
    shown = [code if code == text else f"{code} ({text})" for code, text in pairs[:8]]
    return examples(shown) if len(pairs) <= len(shown) else f"{', '.join(shown)} …"
