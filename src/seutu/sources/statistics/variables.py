"""The variables of a table of statistics: which one is the area, the time and the contents, whatever its name.

Their codes change: Statistics Finland's ``Alue`` became ``alue_23_20260101`` in June 2026 and changes every January. So
nothing asks by a fixed code. Not for their values' meaning (``cubes``) nor for choosing values (``selections``).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from seutu.core.problems import InputProblem
from seutu.sources.statistics import cube_words as words

AREA, TIME, CONTENTS = "area", "time", "contents"
_DATED: Final = re.compile(r"^(?P<name>.+?)_\d+_(?P<day>\d{8})$")
_YEAR: Final = re.compile(r"^(?P<name>.+?)[ _](?P<year>(?:19|20)\d\d)$")
_PREFIXES: Final = {
    AREA: ("alue_", "kunta_", "seutukunta_", "maakunta_"),
    TIME: ("timeperiod_", "timeperiod"),
    CONTENTS: ("contentscode",),
}
_NAMES: Final = {
    AREA: ("alue", "kunta", "seutukunta", "maakunta", "område", "kommun", "landskap", "area", "region", "municipality"),
    TIME: ("vuosi", "kuukausi", "vuosineljännes", "år", "månad", "kvartal", "tid", "year", "month", "quarter", "time"),
    CONTENTS: ("tiedot", "uppgifter", "information", "contents", "tabellinnehåll"),
}
SOUGHT: Final = {
    AREA: "alue_*, Alue, Alue 2019, Kunta, Region",
    TIME: "timeperiod_*, Vuosi, Kuukausi, Tid",
}


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of a table: its codes in order with their texts.

    ``eliminable``: left out of a question it is summed over, or its total taken. ``total`` is the code of the whole.
    ``role`` is what the source says it is for, if it says.
    """

    code: str
    text: str
    values: tuple[str, ...]
    texts: tuple[str, ...]
    eliminable: bool = False
    total: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Roles:
    """The variable of each role; a table of a single content has no variable of contents."""

    area: Variable
    time: Variable
    contents: Variable | None

    def of(self, variable: Variable) -> str:
        """Return the role of a variable, empty for one that divides the figures further."""
        by_code = {self.area.code: AREA, self.time.code: TIME}
        if self.contents is not None:
            by_code[self.contents.code] = CONTENTS
        return by_code.get(variable.code, "")


def roles_of(table: str, variables: Sequence[Variable], *, area: str | None = None) -> Roles:
    """Return which variable is what: by the source's word, then by the new codes' beginnings, then by the old names.

    ``area`` names the variable of areas. Raises ``InputProblem`` that tells what was sought and what the table has.
    """
    named = None if area is None else variable_named(table, variables, area)
    found_area = named or _needed(table, variables, AREA)
    return Roles(found_area, _needed(table, variables, TIME), contents_of(variables))


def contents_of(variables: Sequence[Variable]) -> Variable | None:
    """Return the variable of contents; ``None`` in a table of a single content."""
    return _of_role(variables, CONTENTS)


def _needed(table: str, variables: Sequence[Variable], role: str) -> Variable:
    found = _of_role(variables, role)
    if found is None:
        said = words.no_area if role == AREA else words.no_time
        raise InputProblem.because(said(table, SOUGHT[role], described(variables)))
    return found


def variable_named(table: str, variables: Sequence[Variable], name: str) -> Variable:
    """Return the variable that a person means: by its code, its text, the code without its day, or an old name.

    Raises ``InputProblem`` that tells what was sought and what the table has.
    """
    plain = name.casefold()
    for sought in (
        lambda each: each.code == name,
        lambda each: each.code.casefold() == plain,
        lambda each: each.text.casefold() == plain,
        lambda each: base_name(each.code).casefold() == base_name(name).casefold(),
    ):
        found = [each for each in variables if sought(each)]
        if found:
            return found[0]
    for role, names in _NAMES.items():
        if base_name(plain) in names or plain == role or plain.startswith(_PREFIXES[role]):
            by_role = _of_role(variables, role)
            if by_role is not None:
                return by_role
    raise InputProblem.because(words.no_variable(table, name[:80], described(variables)))


def base_name(code: str) -> str:
    """Return a code without the day or year of its classification: ``alue_23_20260101`` and ``Alue 2019`` are alue."""
    for form in (_DATED, _YEAR):
        found = form.match(code)
        if found is not None:
            return found["name"]
    return code


def division_of(names: Iterable[str]) -> date | None:
    """Return the first day of the division of areas that a code or a grouping tells; ``None`` if none of them does.

    ``alue_23_20260101`` is 2026-01-01, ``Alue 2019`` and ``_Kunnat aakkosjärjestyksessä 2019.agg`` are 2019-01-01.
    """
    for name in names:
        dated = _DATED.match(name)
        try:
            if dated is not None:
                day = dated["day"]
                return date(int(day[:4]), int(day[4:6]), int(day[6:]))
        except ValueError:
            continue
        year = _YEAR.match(name.removesuffix(".agg"))
        if year is not None:
            return date(int(year["year"]), 1, 1)
    return None


def described(variables: Iterable[Variable]) -> str:
    """Return the variables of a table for a message: each code, with its text where that is another."""
    return ", ".join(
        each.code if each.text.casefold() in {"", each.code.casefold()} else f"{each.code} ({each.text})"
        for each in variables
    )[:400]


def _of_role(variables: Sequence[Variable], role: str) -> Variable | None:
    said = [each for each in variables if each.role == role]
    begun = [each for each in variables if each.code.casefold().startswith(_PREFIXES[role])]
    named = [
        each
        for name in _NAMES[role]
        for each in variables
        if name in {base_name(each.code).casefold(), base_name(each.text).casefold()}
    ]
    free = [each for each in (*said, *begun, *named) if each.role in {"", role}]
    return next(iter(free), None)
