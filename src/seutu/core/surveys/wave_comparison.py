"""One figure in two waves: the estimate of each row in both, its change with an interval, and the change of ranks.

Towns that have merged are brought to today's by a map of codes. Not for reading answers or for the sentences.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from seutu.core.problems import InputProblem
from seutu.core.surveys.grouping import Groups
from seutu.core.surveys.questionnaire import Question, Questionnaire
from seutu.core.surveys.resampling import SurveyFigures
from seutu.core.surveys.wave_results import (
    ALL,
    HIDDEN,
    NOT_TOLD,
    Observations,
    ResultCell,
    ResultTable,
    replicates_of,
    tabulated,
)
from seutu.core.surveys.waves import Asked, Changes, RankChanges, Wave, changes, rank_changes
from seutu.core.text import Language

REPLICATES: Final = 500
SEEDS: Final = (1, 2)
FEWEST_RANKED: Final = 3


@dataclass(frozen=True)
class Comparison:
    """Two waves' figures by row, all respondent groups together.

    ``pooled``: today's town → its former ones whose answers were put together. ``split``: today's towns that are not
    compared because several rows of a matrix have become them: a judgement of two towns is none of their union.
    ``total``: the change of all respondents, where rows are of different ones; it is no part of Holm's family.
    """

    first: Mapping[str, ResultCell]
    second: Mapping[str, ResultCell]
    changes: Changes | None
    total: Changes | None
    totals: tuple[ResultCell, ...]
    ranks: RankChanges | None
    pooled: Mapping[str, tuple[str, ...]]
    split: tuple[str, ...]

    @property
    def only_first(self) -> tuple[str, ...]:
        """Return the rows that are in the earlier wave only."""
        return tuple(row for row in self.first if row not in self.second)

    @property
    def only_second(self) -> tuple[str, ...]:
        """Return the rows that are in the later wave only."""
        return tuple(row for row in self.second if row not in self.first)


def asked_of(questionnaire: Questionnaire, language: Language) -> dict[str, Asked]:
    """Return how each question was asked, by code; rows of a matrix are no part of it."""
    return {
        each.code: Asked(each.text.in_language(language), _scale(each, language)) for each in questionnaire.questions
    }


def _scale(question: Question, language: Language) -> str:
    if question.options:
        return ", ".join(f"{each.code} {each.text.in_language(language)}" for each in question.options)
    scale = question.scale
    if scale is None:
        return str(question.kind)
    return (
        f"{scale.low} {scale.low_label.in_language(language)} – {scale.high} {scale.high_label.in_language(language)}"
    )


def compared(
    first: Observations, second: Observations, successors: Mapping[str, str], *, ranked: bool = True
) -> Comparison:
    """Return the change of a figure. ``successors``: the code of a former town → the town that it is today.

    Respondents of towns that have merged are put together. What is hidden in the wave's own table is hidden here too,
    and a whole where one of its parts is: the two tables together would tell it. Hidden and missing figures have no
    change. Changes are those of ``changes`` (95 % intervals, Holm over the rows); ranks are of the rows that have a
    figure in both, at least three, and take a while: ``ranked`` says whether they are wanted.
    """
    held, tables, pooled, split = [], [], dict[str, tuple[str, ...]](), set[str]()
    for observed in (first, second):
        parts = _parts(observed.rows.labels, successors)
        several = {now: olds for now, olds in parts.items() if len(olds) > 1}
        bare = tabulated(observed)
        joined = replace(observed, rows=_joined(observed.rows, successors))
        hidden = {now for now, olds in parts.items() if any(bare.cells[old, ALL].hidden for old in olds)}
        hidden |= {ALL} if observed.apart and bare.cells[ALL, ALL].hidden else set()
        if observed.apart:
            pooled |= several
        else:
            split |= {*several}
        held.append(joined)
        tables.append(_column(tabulated(joined), hidden))
    kept = [{row: cell for row, cell in table.items() if row not in split} for table in tables]
    rows = [{row: cell for row, cell in cells.items() if row not in {ALL, NOT_TOLD}} for cells in kept]
    common = [row for row in rows[1] if row in rows[0] and not _lacks(rows[0][row]) and not _lacks(rows[1][row])]
    totals = [{ALL: cells[ALL]} for cells in kept if ALL in cells]
    before, now = rows
    return Comparison(
        before,
        now,
        _changes(before, now) if any(row in rows[0] for row in rows[1]) else None,
        _changes(*totals) if len(totals) == len(kept) else None,
        tuple(each[ALL] for each in totals),
        _ranks(held, common) if ranked and len(common) >= FEWEST_RANKED else None,
        pooled,
        tuple(sorted(split)),
    )


def _parts(labels: Sequence[str], successors: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    count = Counter(successors.get(label, label) for label in labels)
    return {now: tuple(label for label in labels if successors.get(label, label) == now) for now in count}


def _joined(rows: Groups, successors: Mapping[str, str]) -> Groups:
    named = [successors.get(label, label) for label in rows.labels]
    labels = tuple(dict.fromkeys(named))
    moved = np.array([labels.index(name) for name in named], dtype=np.int64)
    return Groups(rows.name, labels, moved[rows.positions] if named else rows.positions)


def _column(table: ResultTable, hidden: set[str]) -> dict[str, ResultCell]:
    """Return the figures of all groups together; what is hidden before towns are joined stays so."""
    return {row: HIDDEN if row in hidden else table.cells[row, ALL] for row in table.rows}


def _lacks(cell: ResultCell) -> bool:
    return cell.hidden or bool(np.isnan(cell.error))


def _changes(first: Mapping[str, ResultCell], second: Mapping[str, ResultCell]) -> Changes:
    return changes(_wave("1", first), _wave("2", second))


def _wave(name: str, cells: Mapping[str, ResultCell]) -> Wave:
    values, errors = (np.array([getattr(cell, of) for cell in cells.values()]) for of in ("value", "error"))
    return Wave(name, tuple(cells), values, errors)


def _ranks(held: Sequence[Observations], common: Sequence[str]) -> RankChanges | None:
    drawn = list[SurveyFigures]()
    for observed, seed in zip(held, SEEDS, strict=True):
        hidden = [row for row in observed.rows.labels if row not in common]
        answers = {"": observed.answers}
        try:
            drawn.append(
                replicates_of(
                    observed.rows,
                    observed.weights,
                    answers,
                    hidden,
                    seed=seed,
                    count=REPLICATES,
                    respondents=observed.respondents,
                )
            )
        except InputProblem:
            return None
    first, second = drawn
    return rank_changes(first.towns, first.replicates[:, :, 0], second.towns, second.replicates[:, :, 0])
