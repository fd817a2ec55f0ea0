"""Cells of a JSON-stat data set as observations: their place, period, indicator, breakdown and status.

A null stays missing, and the sign in its place (``..``, ``...``, ``.``, ``:``, ``-``) stays with it: ``sign:..``.
Nothing is taken for zero. Not for asking (``tables``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from seutu.core.places import Division
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import SIGNS, Indicator, Kind, Observation, SourceRecord, Status, sign_status
from seutu.core.text import Text
from seutu.rules.statistics import catalogue
from seutu.sources.statistics import cube_words as words
from seutu.sources.statistics.json_stat import DataSet, Dimension
from seutu.sources.statistics.periods import PRELIMINARY, period_of
from seutu.sources.statistics.reading import examples
from seutu.sources.statistics.selections import without_prefix
from seutu.sources.statistics.variables import Roles, Variable, base_name

COUNTRY: Final = "SSS"
OTHER: Final = "other"
"""The kind of a place that is in no known division; its code is the source's own."""
_PREFIXED: Final = (
    (re.compile(r"^KU(\d{3})$"), Division.MUNICIPALITY),
    (re.compile(r"^SK(\d{3})$"), Division.SUB_REGION),
    (re.compile(r"^MK(\d{2})$"), Division.REGION),
    (re.compile(r"^ELY(\d{2})$"), Division.ELY_CENTRE),
)
_NUMBER: Final = re.compile(r"^\d{3}$")
_EDITION: Final = re.compile(r"(?:tol|toimiala).*?(2008|2025)")
_RESERVED: Final = str.maketrans({":": "%3A", ";": "%3B", "%": "%25"})


def place_of(code: str, *, finnish: bool = True) -> tuple[str, str]:
    """Return the kind and the code of a place: ``KU684`` is municipality 684, ``SSS`` the country.

    Three digits alone are a municipality in a ``finnish`` variable. What is in no known division is of kind ``other``.
    """
    if code == COUNTRY:
        return Division.COUNTRY.value, COUNTRY
    for form, division in _PREFIXED:
        found = form.match(code)
        if found is not None:
            return division.value, found[1]
    if finnish and _NUMBER.match(code):
        return Division.MUNICIPALITY.value, code
    return OTHER, code


def status_of(value: float | None, said: str, *, preliminary: bool = False) -> str:
    """Return the status of a cell from what the source says beside it: a sign, flag letters, or nothing."""
    plain = said.strip()
    if value is None:
        if not plain:
            return Status.NOT_PUBLISHED
        if plain in SIGNS:
            return sign_status(plain)
        return f"flag:{plain.lstrip(': ').lower()}"
    if not plain or (plain == "-" and value == 0):
        return "flag:p" if preliminary else Status.PUBLISHED
    return f"flag:{plain.lower()}"


@dataclass
class Cube:
    """The observations of a table's answers. What was wrong or worth knowing gathers until ``findings``.

    ``names`` gives the indicator of each content code; ``""`` is the whole table where it has no variable of contents.
    """

    roles: Roles
    names: Mapping[str, str]
    totals: Mapping[str, str] = field(default_factory=dict)
    """The code of the whole of a variable, which is no breakdown."""
    units: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    _others: set[str] = field(default_factory=set)
    _times: set[str] = field(default_factory=set)

    def observations(self, answer: DataSet) -> Iterator[Observation]:
        """Yield the observations of one answer, a cell each; those of an unknown period are left out and told."""
        ids = [each.id for each in answer.dimensions]
        at = {name: place for place, name in enumerate(ids)}
        area, time = at[self.roles.area.code], at[self.roles.time.code]
        contents = None if self.roles.contents is None else at[self.roles.contents.code]
        if contents is not None:
            self.units.update(answer.dimensions[contents].units)
        periods = self._periods(answer.dimensions[time])
        places = self._places(answer.dimensions[area])
        rest = [
            (place, _dimension_name(each), self.totals.get(each.id, COUNTRY))
            for place, each in enumerate(answer.dimensions)
            if place not in {area, time, contents}
        ]
        for codes, value, said in answer.cells():
            period, preliminary = periods[codes[time]]
            if period is None:
                continue
            kind, place = places[codes[area]]
            breakdown = ";".join(
                f"{name}:{codes[at_].translate(_RESERVED)}" for at_, name, whole in rest if codes[at_] != whole
            )
            indicator = self.names["" if contents is None else codes[contents]]
            status = status_of(value, said, preliminary=preliminary)
            yield Observation(indicator, kind, place, period, value, breakdown, status)

    def findings(self) -> list[Problem]:
        """Return what was left out, and which areas are kept under the source's own codes."""
        found = []
        if self._times:
            listed = examples(self._times)
            found.append(Problem(words.no_period(listed), column=self.roles.time.code, value=listed))
        if self._others:
            found.append(Problem(words.other_areas(len(self._others), examples(self._others))))
        return found

    def _periods(self, dimension: Dimension) -> dict[str, tuple[str | None, bool]]:
        found = {}
        for code in dimension.codes:
            text = dimension.labels[code]
            found[code] = period_of(code, text), text.endswith(PRELIMINARY)
            if found[code][0] is None:
                self._times.add(code)
        return found

    def _places(self, dimension: Dimension) -> dict[str, tuple[str, str]]:
        finnish = is_finnish(self.roles.area)
        found = {code: place_of(code, finnish=finnish) for code in dimension.codes}
        self._others |= {code for code, (kind, _) in found.items() if kind == OTHER}
        return found


def is_finnish(area: Variable) -> bool:
    """Tell whether a variable of areas is in Finland's codes, where three digits alone are a municipality."""
    return COUNTRY in area.values or any(code.startswith("KU") for code in area.values)


def _dimension_name(dimension: Dimension) -> str:
    """Return the name of a breakdown, which stays when the code of its variable changes: ``tol2008``, ``sukupuoli``."""
    edition = _EDITION.search(f"{dimension.id} {dimension.label}".lower())
    if edition is not None:
        return f"tol{edition[1]}"
    return slug(base_name(dimension.id))


def slug(text: str) -> str:
    """Return a text as a part of an identifier."""
    return re.sub(r"\W+", "_", text.lower()).strip("_")


def names_of(prefix: str, contents: Sequence[str], asked: Mapping[str, str]) -> dict[str, str]:
    """Return the indicator of each content code: the one that a person named, else ``PREFIX_CONTENT``.

    ``asked`` has content codes with or without their prefix; ``""`` stands for the only content. Raises
    ``InputProblem`` for a name of a content that is not asked.
    """
    known = {without_prefix(code).casefold(): code for code in contents}
    found = {code: f"{prefix}_{slug(without_prefix(code))}" if code else prefix for code in contents}
    if len(set(found.values())) < len(found):  # the prefix or the case is all that tells two contents apart
        found = {code: f"{prefix}_{number}_{slug(code)}" for number, code in enumerate(contents)}
    for content, indicator in asked.items():
        code = content if content in contents else known.get(without_prefix(content).casefold())
        if not content and len(contents) == 1:
            code = contents[0]
        if code is None:
            listed = ", ".join(contents)[:300]
            raise InputProblem.because(words.no_content(f"{content}={indicator}"[:80], listed), value=content[:80])
        found[code] = indicator
    return found


def indicators_of(
    names: Mapping[str, str],
    labels: Mapping[str, Text],
    units: Mapping[str, Mapping[str, Any]],
    record: SourceRecord,
    table: str,
) -> dict[str, Indicator]:
    """Return the known indicators by their ids, and plain ones of the others.

    A figure that the product does not know is not summed over areas, since nobody has said that it is a count.
    """
    known = catalogue().indicators
    found = {}
    for code, name in names.items():
        label = labels.get(code) or Text.same(name)
        unit = units.get(code, {})
        decimals = unit.get("decimals", 1)
        found[name] = known.get(name) or Indicator(
            id=name,
            label=label,
            unit=Text.same(str(unit.get("base", ""))),
            description=label,
            kind=Kind.INDEX,
            decimals=decimals if isinstance(decimals, int) and 0 <= decimals <= 9 else 1,  # noqa: PLR2004
            source=record.id,
            table=table,
        )
    return found


def in_own_codes(answer: DataSet, variables: Iterable[Variable]) -> DataSet:
    """Return an answer with the table's own codes: some servers name dimensions by text, or in another case."""
    known = list(variables)
    own = {each.text.casefold(): each.code for each in known} | {each.code.casefold(): each.code for each in known}
    renamed = tuple(replace(each, id=own.get(each.id.casefold(), each.id)) for each in answer.dimensions)
    return replace(answer, dimensions=renamed)


def check_answer(table: str, answer: DataSet, asked: Mapping[str, Iterable[str]]) -> None:
    """Look that an answer has the variables and values that were asked. Raises ``InputProblem`` otherwise."""
    came = {each.id: set(each.codes) for each in answer.dimensions}
    wanted = {name: set(codes) for name, codes in asked.items()}
    for name in [*wanted, *came]:
        if came.get(name) != wanted.get(name):
            raise InputProblem.because(words.other_answer(table, name[:80]), column=name[:80])
