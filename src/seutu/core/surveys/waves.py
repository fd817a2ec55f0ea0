"""The change between two waves of a survey that asked other people, and perhaps in other towns.

Not for the figures of one wave (``estimates``). Samples of the waves are independent: a panel that asks the same people
again has smaller errors than these.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices.replaying import ranks_of
from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import wave_messages as say
from seutu.core.surveys.grouping import Floats
from seutu.core.surveys.resampling import quantiles_of
from seutu.core.text import Text

LEVEL: Final = 0.95
RANK_LEVEL: Final = 0.9


class Multiplicity(StrEnum):
    """How p-values of many units are adjusted: Holm's for no false change at all, Benjamini–Hochberg's for few."""

    HOLM = "holm"
    BENJAMINI_HOCHBERG = "benjamini_hochberg"


@dataclass(frozen=True)
class Wave:
    """The figures of one wave: ``values`` and their ``errors``, ``(units,)``.

    ``freedom``: degrees of freedom of the errors (``Estimates.freedom``); without it errors are taken as known.
    """

    name: str
    units: tuple[str, ...]
    values: Floats
    errors: Floats
    freedom: Floats | None = None


@dataclass(frozen=True)
class Changes:
    """The common units, arrays ``(units,)``, and the units that are in one wave only.

    ``adjusted`` is the p-value adjusted by ``by``: significant where it is at most 1 − the level.
    """

    units: tuple[str, ...]
    difference: Floats
    error: Floats
    low: Floats
    high: Floats
    p: Floats
    adjusted: Floats
    significant: NDArray[np.bool_]
    by: Multiplicity
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def changes(first: Wave, second: Wave, *, level: float = LEVEL, by: Multiplicity = Multiplicity.HOLM) -> Changes:
    """Return ``second − first`` of each common unit, in the order of the second wave.

    Error ``√(e₁² + e₂²)``; interval ``± t · error``, for each unit by itself; p two-sided, adjusted over the units that
    have one. t is Student's of Welch's degrees ``(e₁² + e₂²)² / (e₁⁴/f₁ + e₂⁴/f₂)``, f being the degrees of the waves,
    and normal where neither wave tells its own. A unit without a figure or an error in either wave is NaN and never
    significant. Raises ``InputProblem`` where no unit is common, and for a unit twice in a wave. Source: Welch (1947),
    The generalization of Student's problem when several different population variances are involved, Biometrika 34.
    """
    from scipy.special import stdtr, stdtrit

    rows = _common(first, second)
    one, two = ([row[place] for row in rows] for place in (0, 1))
    difference = second.values[two] - first.values[one]
    error = np.hypot(first.errors[one], second.errors[two])
    degrees = _welch(first.errors[one], second.errors[two], _freedom(first)[one], _freedom(second)[two])
    reach = stdtrit(degrees, (1 + level) / 2) * error
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.where(difference == 0, 0.0, np.abs(difference) / error)
    p: Floats = np.where(np.isnan(error), np.nan, 2 * stdtr(degrees, -z))
    fixed = adjusted(p, by)
    units = tuple(second.units[row] for row in two)
    return Changes(
        units,
        difference,
        error,
        difference - reach,
        difference + reach,
        p,
        fixed,
        fixed <= 1 - level,
        by,
        tuple(unit for unit in first.units if unit not in units),
        tuple(unit for unit in second.units if unit not in units),
    )


def _freedom(wave: Wave) -> Floats:
    return np.full(len(wave.values), np.inf) if wave.freedom is None else wave.freedom


def _welch(first: Floats, second: Floats, one: Floats, two: Floats) -> Floats:
    """Return Welch's degrees of freedom; infinite where no error is estimated."""
    with np.errstate(divide="ignore", invalid="ignore"):
        spent = first**4 / one + second**4 / two
        found: Floats = np.where(spent > 0, (first**2 + second**2) ** 2 / spent, np.inf)
    return found


def adjusted(p: Floats, by: Multiplicity) -> Floats:
    """Return adjusted p-values, NaN staying NaN and counting for nothing.

    Holm: the ordered p times m, m − 1, …, 1, each at least the one before. Benjamini–Hochberg: the ordered p times
    m/1, m/2, …, 1, each at most the one after. None is above 1. Sources: Holm (1979), Scandinavian Journal of
    Statistics 6; Benjamini and Hochberg (1995), JRSS B 57.
    """
    there = np.flatnonzero(~np.isnan(p))
    order = there[np.argsort(p[there], kind="stable")]
    count = len(order)
    found = np.full(len(p), np.nan)
    if by is Multiplicity.HOLM:
        raised = np.maximum.accumulate(p[order] * np.arange(count, 0, -1))
    else:
        raised = np.minimum.accumulate((p[order] * count / np.arange(1, count + 1))[::-1])[::-1]
    found[order] = np.minimum(raised, 1)
    return found


@dataclass(frozen=True)
class RankChanges:
    """How many places each common unit rose: the median, an interval, and the chances that it rose and that it fell."""

    units: tuple[str, ...]
    median: Floats
    low: Floats
    high: Floats
    rose: Floats
    fell: Floats


def rank_changes(
    first_units: Sequence[str],
    first: Floats,
    second_units: Sequence[str],
    second: Floats,
    *,
    level: float = RANK_LEVEL,
) -> RankChanges:
    """Return the change of ranks among the common units from replicates of the scores of both waves.

    ``first`` and ``second`` are ``(replicates, units)``, the waves drawn independently (with other seeds). In each
    replicate the common units are ranked among themselves, so that a town that joins moves nobody. Places risen are
    rank before − rank now. Raises ``InputProblem`` as ``changes`` does, and for unlike numbers of replicates.
    """
    if len(first) != len(second):
        raise InputProblem(Problem(say.UNLIKE_REPLICATES.filled(one=len(first), other=len(second))))
    empty = np.zeros(0)
    rows = _common(Wave("1", tuple(first_units), empty, empty), Wave("2", tuple(second_units), empty, empty))
    one, two = ([row[place] for row in rows] for place in (0, 1))
    risen = ranks_of(first[:, one]) - ranks_of(second[:, two])
    low, median, high = quantiles_of(risen, [(1 - level) / 2, 0.5, (1 + level) / 2]).T
    rose, fell = ((risen > 0).mean(axis=0), (risen < 0).mean(axis=0))
    return RankChanges(tuple(second_units[row] for row in two), median, low, high, rose, fell)


@dataclass(frozen=True, slots=True)
class Asked:
    """How a question was asked: its words in one language, and its scale or options (``1–5``, ``yes, no``)."""

    wording: str
    scale: str


def question_changes(first: Mapping[str, Asked], second: Mapping[str, Asked]) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the questions whose figures can be compared, and why each of the others is not.

    A question asked on another scale, with other options or in other words is not compared: what changed may be the
    question. White space and the size of letters make no other wording.
    """
    comparable, told = list[str](), list[Problem]()
    for code, now in second.items():
        before = first.get(code)
        if before is None:
            told.append(_of(code, say.ONLY_NOW.filled(question=code)))
        elif before.scale != now.scale:
            told.append(_of(code, say.OTHER_SCALE.filled(question=code, before=before.scale, now=now.scale)))
        elif _plain(before.wording) != _plain(now.wording):
            facts = {"question": code, "before": before.wording, "now": now.wording}
            told.append(_of(code, say.WORDED_OTHERWISE.filled(**facts)))
        else:
            comparable.append(code)
    told += [_of(code, say.ONLY_BEFORE.filled(question=code)) for code in first if code not in second]
    return tuple(comparable), told


def _of(code: str, message: Text) -> Problem:
    return Problem(message, column=code)


def _plain(wording: str) -> str:
    return " ".join(wording.split()).casefold()


def _common(first: Wave, second: Wave) -> list[tuple[int, int]]:
    """Return the rows of each unit that both waves have. Raises ``InputProblem`` as ``changes`` does."""
    found = [
        Problem(say.UNIT_TWICE.filled(wave=wave.name, unit=unit, count=count), value=unit)
        for wave in (first, second)
        for unit, count in Counter(wave.units).items()
        if count > 1
    ]
    rows = [(first.units.index(unit), row) for row, unit in enumerate(second.units) if unit in first.units]
    if not found and not rows:
        found.append(Problem(say.NO_COMMON.filled(first=first.name, second=second.name)))
    if found:
        raise InputProblem(*found)
    return rows
