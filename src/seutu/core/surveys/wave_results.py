"""The table of one figure of a wave: rows × respondent groups with totals, small cells hidden before anything is shown.

Not for reading answers (``apps.statistics.surveys.results``) or for what may be hidden (``disclosure``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

import numpy as np

from seutu.core.surveys.disclosure import NOTHING, THRESHOLD, Mask, suppressed, two_way, with_totals
from seutu.core.surveys.estimates import Estimates, means, sample_of, shares
from seutu.core.surveys.fourfold import Figure, Placed, placed
from seutu.core.surveys.grouping import Floats, Groups, Ints
from seutu.core.surveys.refit_gains import refit_gains
from seutu.core.surveys.resampling import SurveyFigures, resampled
from seutu.core.surveys.respondents import Respondents

LEVEL: Final = 0.9
ALL: Final = "*"
"""The label of the total row and of all respondent groups together."""
NOT_TOLD: Final = "-"
"""The label of respondents whose municipality or group is not known."""
REPLICATES: Final = 1000
SEED: Final = 1


@dataclass(frozen=True)
class Observations:
    """Answers, ``(observations,)``, NaN for none: each belongs to a row and a respondent group, and has a weight.

    ``share``: answers are 0 or 1. ``apart``: a respondent is in one row only, so that rows can be summed.
    ``respondents``: who gave each observation; without it each is another's.
    """

    rows: Groups
    groups: Groups
    weights: Floats
    answers: Floats
    share: bool
    apart: bool
    respondents: Respondents | None = None


@dataclass(frozen=True, slots=True)
class ResultCell:
    """One figure. ``hidden``: it and its number of answers are not shown. NaN: nobody answered, or no spread is known.

    ``effect``: Kish's design effect of the weights, n Σw² / (Σw)². ``error``: the standard error.
    """

    count: int
    value: float
    low: float
    high: float
    effect: float
    hidden: bool = False
    error: float = float("nan")

    @property
    def margin(self) -> float:
        """Return the margin of error: half the interval."""
        return (self.high - self.low) / 2


NAN: Final = float("nan")
HIDDEN: Final = ResultCell(0, NAN, NAN, NAN, NAN, hidden=True)


@dataclass(frozen=True)
class ResultTable:
    """The cells by row and group; a hidden one is ``HIDDEN`` and holds nothing of its respondents.

    The total row, ``ALL``, is there where rows are of different respondents.
    """

    rows: tuple[str, ...]
    groups: tuple[str, ...]
    cells: dict[tuple[str, str], ResultCell]

    @property
    def hidden(self) -> int:
        """Return how many cells are hidden."""
        return sum(cell.hidden for cell in self.cells.values())


def tabulated(observed: Observations, *, level: float = LEVEL, threshold: int = THRESHOLD) -> ResultTable:
    """Return the weighted mean or share of every row × group with the totals, each with its interval at ``level``.

    Intervals are those of ``estimates``, with ``refit_gains`` where ``respondents`` tell what the weights are fitted
    to. A cell is hidden as ``disclosure.suppressed`` says by its number of answers, in the table with all its totals at
    once, so that no choice of group shows what another hides. A total over a hidden cell has no design effect. NaN
    answers are left out and not counted. Raises ``InputProblem`` as ``estimates`` does.
    """
    there = ~np.isnan(observed.answers)
    rows, groups = observed.rows.positions[there], observed.groups.positions[there]
    wide = len(observed.groups.labels)
    hidden = _hidden(observed, threshold)
    row_labels = (*observed.rows.labels, *([ALL] if observed.apart else []))
    group_labels = (*observed.groups.labels, ALL)
    cells = {(row, group): ResultCell(0, NAN, NAN, NAN, NAN) for row in row_labels for group in group_labels}
    if there.any():
        zero = np.zeros(len(rows), dtype=np.int64)
        columns = ((groups, observed.groups.labels), (zero, (ALL,)))
        lines = ((rows, observed.rows.labels), *([(zero, (ALL,))] if observed.apart else []))
        parts = [
            ([(row, group) for row in names for group in heads], down * len(heads) + across)
            for down, names in lines
            for across, heads in columns
        ]
        gains = _gains(observed, there, [cell for _, cell in parts], [len(keys) for keys, _ in parts])
        for (keys, cell), gain in zip(parts, gains, strict=True):
            cells.update(zip(keys, _cells(_estimated(observed, there, cell, gain, level)), strict=True))
    for place in np.flatnonzero(hidden):
        cells[row_labels[place // (wide + 1)], group_labels[place % (wide + 1)]] = HIDDEN
    return ResultTable(row_labels, group_labels, cells | quiet_totals(cells, row_labels, group_labels))


def quiet_totals(
    cells: Mapping[tuple[str, str], ResultCell], rows: Sequence[str], groups: Sequence[str]
) -> dict[tuple[str, str], ResultCell]:
    """Return the totals over a hidden cell without their design effect: with known weights it tells the cells' sizes.

    An effect of 1 is of equal weights and tells nothing.
    """
    found = {}
    for (row, group), cell in cells.items():
        if ALL not in {row, group}:
            continue
        parts = product(rows if row == ALL else [row], groups if group == ALL else [group])
        if any(cells[part].hidden for part in parts) and not np.isclose(cell.effect, 1, rtol=0, atol=NOTHING):
            found[row, group] = replace(cell, effect=NAN)
    return found


def rows_hidden(observed: Observations, *, threshold: int = THRESHOLD) -> frozenset[str]:
    """Return the rows whose figure of all groups together is hidden in the table of ``tabulated``."""
    tall, wide = len(observed.rows.labels), len(observed.groups.labels)
    hidden = _hidden(observed, threshold).reshape(-1, wide + 1)[:tall, wide]
    return frozenset(label for label, away in zip(observed.rows.labels, hidden, strict=True) if away)


def hides(observed: Observations, *, threshold: int = THRESHOLD) -> bool:
    """Return whether the table of ``tabulated`` hides anything."""
    return bool(_hidden(observed, threshold).any())


def _counts(observed: Observations, weights: Floats | None = None) -> Floats:
    """Return the number of answers of each row and group, or the sum of their ``weights``, ``(rows, groups)``."""
    there = ~np.isnan(observed.answers)
    tall, wide = len(observed.rows.labels), len(observed.groups.labels)
    cells = observed.rows.positions[there] * wide + observed.groups.positions[there]
    summed = np.bincount(cells, None if weights is None else weights[there], minlength=tall * wide)
    return summed.reshape(tall, wide).astype(np.float64)


def four_fields(
    units: Groups,
    weights: Floats,
    figures: dict[str, Floats],
    hidden: Sequence[str],
    *,
    level: float = LEVEL,
    respondents: Respondents | None = None,
) -> tuple[list[Placed], tuple[str, ...]]:
    """Return each unit's field by two figures, and the units without both; ``hidden`` units are left out of all.

    ``figures``: name → answers, ``(observations,)``, NaN for none, one observation for each respondent and unit. The
    replicates are those of ``resampled``, not drawn in, so that the values are those of the table; the lines stand at
    the means of the units placed. Answers of one respondent about several units are drawn together where
    ``respondents`` tell of them. Raises ``InputProblem`` as ``placed`` does.
    """
    drawn = replicates_of(units, weights, figures, hidden, seed=SEED, respondents=respondents)
    kept = drawn.towns
    first, second = (
        Figure(name, drawn.values[:, place], drawn.replicates[:, :, place]) for place, name in enumerate(figures)
    )
    return placed(kept, first, second, level=level)


def replicates_of(
    units: Groups,
    weights: Floats,
    figures: dict[str, Floats],
    hidden: Sequence[str],
    *,
    seed: int,
    count: int = REPLICATES,
    respondents: Respondents | None = None,
) -> SurveyFigures:
    """Return the figures of the units that are not hidden, with replicates that are not drawn in (``resampled``).

    Raises ``InputProblem`` as ``resampled`` does.
    """
    kept = [label for label in units.labels if label not in hidden]
    answered = ~np.isnan(np.column_stack(list(figures.values()))).all(axis=1)
    stays = answered & np.isin(units.positions, [units.place(label) for label in kept])
    moved = np.array([kept.index(label) if label in kept else -1 for label in units.labels], dtype=np.int64)
    held = Groups(units.name, tuple(kept), moved[units.positions[stays]])
    sample = sample_of(held, weights=weights[stays] if stays.any() else None)
    who = None if respondents is None else respondents.of(stays)
    answers = {name: each[stays] for name, each in figures.items()}
    return resampled(sample, answers, replicates=count, seed=seed, shrink=False, respondents=who)


def _hidden(observed: Observations, threshold: int) -> Mask:
    """Return what is hidden of the table with its totals, flattened row by row; one line less where rows have none."""
    counts = _counts(observed)
    tall, wide = counts.shape
    table, mass = with_totals(counts), with_totals(_counts(observed, observed.weights))
    sums = two_way(tall, wide)
    if not observed.apart:
        table, mass, sums = table[:-1], mass[:-1], sums[:tall]
    return suppressed(table.ravel(), sums, threshold=threshold, weights=mass.ravel()).hidden


def _gains(observed: Observations, there: Mask, cells: Sequence[Ints], counts: Sequence[int]) -> Sequence[Floats]:
    if observed.respondents is None:
        return [np.ones(count) for count in counts]
    return refit_gains(observed.respondents.of(there), observed.weights[there], observed.answers[there], cells, counts)


def _estimated(observed: Observations, there: Mask, cell: Ints, gain: Floats, level: float) -> Estimates:
    sample = sample_of(Groups("", tuple(map(str, range(len(gain)))), cell), weights=observed.weights[there])
    worked = shares if observed.share else means
    return worked(sample, observed.answers[there], question="", level=level, fewest=1, gain=gain)


def _cells(found: Estimates) -> list[ResultCell]:
    effects = np.divide(found.count, found.effective, out=np.full(len(found.count), np.nan), where=found.effective > 0)
    return [
        ResultCell(int(count), float(value), float(low), float(high), float(effect), error=float(error))
        for count, value, low, high, effect, error in zip(
            found.count, found.value, found.low, found.high, effects, found.error, strict=True
        )
    ]
