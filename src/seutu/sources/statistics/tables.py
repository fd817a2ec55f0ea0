"""Pulls one table of a statistical office whose server gives JSON-stat: what to ask, in which pieces, as observations.

What differs between servers, the addresses and the form of a question, they hand in. Not for finding a table
(``pxweb``, ``pxweb2``).
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from seutu.core.problems import InputProblem
from seutu.core.statistics import Indicator, SourceRecord
from seutu.core.text import Text
from seutu.sources.http import Refused, without_secrets
from seutu.sources.statistics import cube_words as words
from seutu.sources.statistics.cubes import Cube, check_answer, in_own_codes, indicators_of, names_of, slug
from seutu.sources.statistics.json_stat import DataSet, read_json_stat
from seutu.sources.statistics.pulling import Asking, Download, Part, PullQuery, Question
from seutu.sources.statistics.selections import ITEM, Selection, cells, choose, split
from seutu.sources.statistics.variables import CONTENTS, Roles, Variable, division_of, roles_of

TOO_LARGE: Final = frozenset({403, 413})
"""How servers refuse a question that is too large."""
WHOLE: Final = ("indicator", "place_kind", "period")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as its server describes it. ``most`` is how many figures one question may bring.

    ``labels`` name its contents where they are known in more than one language.
    """

    id: str
    title: str
    address: str
    variables: tuple[Variable, ...]
    most: int
    updated: str = ""
    units: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    labels: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Whose tables they are: the beginning of identifiers, the name and the licence."""

    id: str
    name: str
    licence: str


def download_table(
    table: Table,
    publisher: Publisher,
    query: PullQuery,
    asking: Asking,
    question: Callable[[Sequence[Selection]], Question],
) -> Download:
    """Return the download of a table. Raises ``InputProblem`` for what the table does not have.

    A question over ``table.most`` figures is cut by areas, then by years; one that the server still refuses as too
    large (403, 413) is cut in halves until it answers or a single figure is refused.
    """
    roles = roles_of(table.id, table.variables, area=query.area)
    chosen, partial = choose(table.id, table.variables, roles, query.only)
    prefix = f"{publisher.id}_{slug(table.id)}"
    contents = next((each.codes for each in chosen if each.role == CONTENTS), ("",))
    cube = Cube(
        roles,
        names_of(prefix, contents, query.indicators),
        {each.code: each.total for each in table.variables if each.total},
        dict(table.units),
    )
    groupings = [each.filter for each in chosen if each.filter != ITEM and each.variable == roles.area]
    record = SourceRecord(
        id=prefix,
        name=f"{publisher.name}, {table.title}" if table.title else publisher.name,
        licence=publisher.licence,
        retrieved=query.retrieved,
        url=without_secrets(table.address),
        note=_note(table),
        division=division_of([*groupings, roles.area.code, roles.area.text]),
    )
    indicators: dict[str, Indicator] = {}
    return Download(
        source=record,
        indicators=indicators,
        weight=cells(chosen),
        scope=_scope(chosen, partial=partial),
        parts=_parts(_Asked(table, cube, chosen, record, indicators), asking, question),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    table: Table
    cube: Cube
    chosen: Sequence[Selection]
    record: SourceRecord
    indicators: dict[str, Indicator]


def _parts(asked: _Asked, asking: Asking, question: Callable[[Sequence[Selection]], Question]) -> Iterator[Part]:
    """Ask piece by piece. The indicators are known when the last piece has come, since units come with the figures."""
    updated = {asked.table.updated} - {""}
    for piece, answer in _answers(asked, asking, question):
        updated |= {answer.updated} - {""}
        if len(updated) > 1:
            asking.forget()
            raise InputProblem.because(words.changed_on_the_way(asked.table.id))
        yield Part(list(asked.cube.observations(answer)), cells(piece))
    labels = _labels(asked.cube.roles, asked.table)
    asked.indicators.update(indicators_of(asked.cube.names, labels, asked.cube.units, asked.record, asked.table.id))
    yield Part((), 0, asked.cube.findings())


def _answers(
    asked: _Asked, asking: Asking, question: Callable[[Sequence[Selection]], Question]
) -> Iterator[tuple[Sequence[Selection], DataSet]]:
    waiting = deque(split(asked.chosen, asked.table.most))
    while waiting:
        piece = waiting.popleft()
        wanted = {each.variable.code: each.codes for each in piece}

        def read(content: bytes, wanted: Mapping[str, tuple[str, ...]] = wanted) -> DataSet:
            answer = in_own_codes(read_json_stat(content), asked.table.variables)
            check_answer(asked.table.id, answer, wanted)
            return answer

        try:
            answer = asking.read(question(piece), read)
        except Refused as refused:
            size = cells(piece)
            if refused.status not in TOO_LARGE or size <= 1:
                raise
            waiting = deque(smaller for each in (piece, *waiting) for smaller in split(each, (size + 1) // 2))
            continue
        yield piece, answer


def _scope(chosen: Sequence[Selection], *, partial: bool) -> tuple[str, ...]:
    """Return within which columns the figures are complete: not over places or breakdowns that were left out."""
    area_limited = any(each.limited for each in chosen if each.role == "area")
    return (*WHOLE, *(["place"] if area_limited else []), *(["breakdown"] if partial else []))


def _labels(roles: Roles, table: Table) -> dict[str, Text]:
    if roles.contents is None:
        own = {"": Text.same(table.title)}
    else:
        pairs = zip(roles.contents.values, roles.contents.texts, strict=True)
        own = {code: Text.same(text) for code, text in pairs}
    return {**own, **table.labels}


def _note(table: Table) -> str:
    codes = ", ".join(each.code for each in table.variables)
    updated = f" Updated {table.updated}." if table.updated else ""
    return f"Table {table.id}; variables {codes}.{updated}"
