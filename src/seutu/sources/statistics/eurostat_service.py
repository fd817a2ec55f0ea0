"""Connector of Eurostat's dissemination service: a data set by its code, for Finland or the areas that are asked for.

Answers are JSON-stat 2.0; a question that is too large (413) is split by areas, then by years. Flags stay with the
values as ``flag:<letters>``. NUTS codes stay as the source gives them: the division tells of which year they are.
Source: ec.europa.eu/eurostat, re-use with attribution. Not for the bulk TSV files (``eurostat``).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Observation, SourceRecord, Status
from seutu.rules.places import nuts3_of_regions
from seutu.sources.http import Refused
from seutu.sources.statistics import eurostat_words as words
from seutu.sources.statistics.eurostat_figures import Figures, figures_of, in_known_form, place_of
from seutu.sources.statistics.json_stat import DataSet, decoded, read_json_stat
from seutu.sources.statistics.pulling import Asking, Download, Part, PullQuery, Question
from seutu.sources.statistics.reading import examples

SERVER: Final = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0"
LICENCE: Final = "CC BY 4.0"
COUNTRY: Final = "FI"
NUTS2: Final = ("FI19", "FI1B", "FI1C", "FI1D", "FI20")
FIRST_YEAR: Final = 1960
TOO_LARGE: Final = 413
CALLS, SECONDS = 10, 10.0
"""Our own pace: the service states none."""
_CODE: Final = re.compile(r"[A-Za-z0-9_$]{3,60}")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,40}")
_FLAGS: Final = re.compile(r"[a-z]{1,6}")
_OURS: Final = frozenset({"format", "lang"})
_PERIODS: Final = frozenset({"time", "sinceTimePeriod", "untilTimePeriod", "lastTimePeriod"})


class _TooLarge(Exception):  # a signal between two functions, never seen outside
    """The service wants a smaller question."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question: its filters, and the years where it had to be split by them."""

    address: str
    only: Mapping[str, tuple[str, ...]]
    years: tuple[int, int] | None = None

    def question(self) -> Question:
        parameters = [("format", "JSON"), ("lang", "EN")]
        parameters += [(name, value) for name, values in self.only.items() for value in values]
        if self.years is not None:
            parameters += [("sinceTimePeriod", str(self.years[0])), ("untilTimePeriod", str(self.years[1]))]
        return Question(f"{self.address}?{urlencode(parameters)}")

    def halves(self, until: int) -> "tuple[_Asked, _Asked] | None":
        """Return the question in two: by areas, then by the periods asked for or by years; ``None`` if it is one."""
        for name in ("geo", "time"):
            values = self.only.get(name, ())
            if len(values) > 1:
                middle = len(values) // 2
                return self._with(name, values[:middle]), self._with(name, values[middle:])
        if _PERIODS & set(self.only):
            return None
        first, last = self.years or (FIRST_YEAR, until)
        if first >= last:
            return None
        middle = (first + last) // 2
        return replace(self, years=(first, middle)), replace(self, years=(middle + 1, last))

    def _with(self, name: str, values: tuple[str, ...]) -> "_Asked":
        return replace(self, only={**self.only, name: values})


def download(query: PullQuery, asking: Asking) -> Download:
    """Pull the data set ``query.table``, for example ``nama_10r_3gdp``.

    ``only`` takes the data set's own dimensions (``unit=EUR_HAB``, ``time=2021,2022``, ``geo=FI19B``,
    ``geoLevel=nuts3``); without ``geo`` and ``geoLevel`` Finland, its NUTS 2 and NUTS 3 areas are asked. Raises
    ``InputProblem``.
    """
    if not _CODE.fullmatch(query.table):
        raise InputProblem.because(words.no_code(query.table[:60]), value=query.table[:60])
    asking.keep_pace(CALLS, SECONDS)
    address = f"{(query.url or SERVER).rstrip('/')}/data/{query.table}"
    asked = _Asked(address, _limits(query))
    sets = list(_answers(asked, asking, query.retrieved.year))
    if len({each.updated for each in sets}) > 1:
        asking.forget()
        raise InputProblem.because(words.changed())
    figures = [figures_of(each, query) for each in sets]
    codes = {code for each in figures for code in each.areas if place_of(code) is not None}
    division, notices = _division(codes)
    record = SourceRecord(
        id=f"eurostat.{query.table.lower()}",
        name=f"Eurostat, {query.table.lower()}",
        licence=LICENCE,
        retrieved=query.retrieved,
        url=address,
        note=next((each.label for each in sets if each.label), ""),
        division=division,
    )
    known = {name: each for one in figures for name, each in one.indicators.items()}
    known = {name: replace(each, source=each.source or record.id) for name, each in known.items()}
    return Download(
        source=record,
        indicators=known,
        parts=(_part(each, notices if at == 0 else []) for at, each in enumerate(figures)),
        weight=len(figures),
        scope=("indicator", "place", "period", "breakdown"),
    )


def _answers(asked: _Asked, asking: Asking, until: int) -> Iterator[DataSet]:
    try:
        yield asking.read(asked.question(), _reader)
    except _TooLarge as error:
        halves = asked.halves(until)
        if halves is None:
            raise InputProblem.because(words.too_large()) from error
    except Refused as refused:
        halves = asked.halves(until) if refused.status == TOO_LARGE else None
        if refused.status == TOO_LARGE and halves is None:
            raise InputProblem.because(words.too_large()) from refused
        if halves is None:
            said = _said(refused.answer.encode())
            raise (InputProblem.because(words.answered(said)) if said else refused) from refused
    else:
        return
    for half in halves:
        yield from _answers(half, asking, until)


def _reader(content: bytes) -> DataSet:
    """Return the data set of an answer. Raises ``InputProblem`` with what the service says in its place."""
    plain = decoded(content)
    told = plain.get("error", plain.get("warning")) if isinstance(plain, dict) and "id" not in plain else None
    if told is not None:
        if _status(told) == TOO_LARGE:
            raise _TooLarge
        raise InputProblem.because(words.answered(_label(told) or "?"))
    return in_known_form(read_json_stat(content))


def _said(answer: bytes) -> str:
    try:
        plain = decoded(answer)
    except InputProblem:
        return ""
    return _label(plain.get("error", plain.get("warning"))) if isinstance(plain, dict) else ""


def _first(told: Any) -> Mapping[str, Any]:  # parsed JSON of any shape
    one = told[0] if isinstance(told, list) and told else told
    return one if isinstance(one, Mapping) else {}


def _label(told: Any) -> str:  # parsed JSON of any shape
    return " ".join(str(_first(told).get("label", "")).split())[:200]


def _status(told: Any) -> int:  # parsed JSON of any shape
    status = _first(told).get("status")
    return status if isinstance(status, int) else 0


def _limits(query: PullQuery) -> dict[str, tuple[str, ...]]:
    only = dict(query.only)
    for name in only:
        if not _NAME.fullmatch(name) or name.lower() in _OURS:
            raise InputProblem.because(words.no_filter(name[:40]), column=name[:40])
    if "geo" not in only and "geoLevel" not in only:
        only["geo"] = (COUNTRY, *NUTS2, *sorted(_codes_of(2021) | _codes_of(2024)))
    return only


def _codes_of(year: int) -> set[str]:
    return {versions[year] for versions in nuts3_of_regions().values()}


def _division(codes: set[str]) -> tuple[date | None, list[Problem]]:
    """Return the first day of the NUTS version of the areas, and what there is to tell of renamed ones."""
    renamed = {versions[2021]: versions[2024] for versions in nuts3_of_regions().values()}
    renamed = {old: new for old, new in renamed.items() if old != new}
    old, new = codes & set(renamed), codes & set(renamed.values())
    if not old:
        return (date(2024, 1, 1) if new else None), []
    pairs = ", ".join(f"{code} → {renamed[code]}" for code in sorted(old))
    notice = Problem(words.both_versions(pairs) if new else words.older_version(pairs), value=pairs)
    return date(2024 if new else 2021, 1, 1), [notice]


def _part(figures: Figures, notices: list[Problem]) -> Part:
    found: list[Observation] = []
    passed: set[str] = set()
    for cell in figures.cells():
        place = place_of(cell.area)
        if place is None:
            passed.add(cell.area)
            continue
        status = _state(cell.value, cell.flags)
        found.append(
            Observation(cell.indicator, place[0].value, place[1], cell.period, cell.value, cell.breakdown, status)
        )
    told = [Problem(words.other_areas(examples(passed)), value=", ".join(sorted(passed)))] if passed else []
    return Part(found, 1, [*notices, *figures.problems, *told])


def _state(value: float | None, flags: str) -> str:
    """Return the status of a value with the source's letters, of ``: c`` and ``b p`` too.

    A cell that is not in the answer is not published.
    """
    letters = re.sub(r"[\s:,]+", "", flags).lower()
    if _FLAGS.fullmatch(letters):
        return f"flag:{letters}"
    return Status.NOT_PUBLISHED if value is None else Status.PUBLISHED
