"""Who gave each answer, drawn anew in replicates: a respondent's answers move together, and weights are fitted again.

Not for the figures of the replicates (``resampling``) or for the weights of the survey itself (``raking``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.surveys.grouping import Floats, Groups, Ints
from seutu.core.surveys.raking import Margin

AT_ONCE: Final = 200
"""Replicates worked out together: more take memory, fewer take time."""
TOLERANCE: Final = 1e-6
MOST_ROUNDS: Final = 100


@dataclass(frozen=True)
class Refit:
    """What weights are fitted to, and no weight above ``cap`` × their mean.

    ``cells``: each respondent's combination of classes; ``places``: for each margin the class of each combination;
    ``targets``: for each margin the share of each class in the population.
    """

    cells: Ints
    places: tuple[Ints, ...]
    targets: tuple[Floats, ...]
    cap: float | None = None


@dataclass(frozen=True)
class Respondents:
    """``positions``, ``(observations,)``: who gave each. ``count``: all who answered, also those of no observation.

    ``refit``: how their weights are fitted, where they are to be fitted again in every replicate.
    """

    positions: Ints
    count: int
    refit: Refit | None = None

    def of(self, kept: NDArray[Any]) -> "Respondents":
        """Return the respondents of some of the observations; nobody is taken away."""
        return replace(self, positions=self.positions[kept])

    def are_in_several(self, towns: Groups) -> bool:
        """Return whether somebody has answered about more than one town."""
        pairs = np.unique(self.positions * len(towns.labels) + towns.positions)
        return bool((np.bincount(pairs // max(len(towns.labels), 1), minlength=1) > 1).any())


def refit_of(margins: Sequence[Margin], cap: float | None = None) -> Refit:
    """Return how the weights of ``raked(margins, cap=cap)`` are fitted again; one margin is post-stratification."""
    columns = np.column_stack([margin.groups.positions for margin in margins])
    cells, back = np.unique(columns, axis=0, return_inverse=True)
    targets = [
        np.array([margin.population.get(label, 0.0) for label in margin.groups.labels], dtype=np.float64)
        for margin in margins
    ]
    return Refit(back.reshape(-1), tuple(cells.T), tuple(each / each.sum() for each in targets), cap)


def ordered_respondents(respondents: Respondents, held: Sequence[NDArray[Any]]) -> tuple[Respondents, Ints]:
    """Return the respondents in an order of their own, and that of their observations.

    The order is by all that they are and said: it is the same in whatever order they came, and respondents who cannot
    be told apart may change places. ``held``: arrays ``(observations,)``, in an order of their own for each respondent.
    """
    refit = respondents.refit
    keys = [b""] * respondents.count if refit is None else [int(cell).to_bytes(4, "big") for cell in refit.cells]
    rows = np.column_stack([np.asarray(each, dtype=np.float64) for each in held])
    by_person = np.argsort(respondents.positions, kind="stable")
    parts: dict[int, list[bytes]] = {}
    for place, row in zip(respondents.positions[by_person].tolist(), rows[by_person], strict=True):
        parts.setdefault(place, []).append(row.tobytes())
    told = [key + b"".join(parts.get(place, [])) for place, key in enumerate(keys)]
    order = np.array(sorted(range(len(told)), key=told.__getitem__), dtype=np.int64)
    now = np.empty(len(order), dtype=np.int64)
    now[order] = np.arange(len(order))
    moved = now[respondents.positions]
    first = np.argsort(moved, kind="stable")
    fitted = None if refit is None else replace(refit, cells=refit.cells[order])
    return Respondents(moved[first], respondents.count, fitted), first


def refitted(refit: Refit, times: Floats) -> Floats:
    """Return the weights fitted in each replicate, ``(respondents, replicates)``; their sum in each is 1.

    ``times``: how often each respondent is drawn, rescaled. Raking as ``raked`` does it, with the cap, of the numbers
    drawn in each combination of classes. A class that nobody drawn stands for is left out of that replicate, and the
    other classes of its margin keep their proportions. A replicate whose margins do not meet in a hundred rounds has
    the weights of the last. Source: Rao, Wu and Yue (1992), Survey Methodology 18; Canty and Davison (1999),
    Resampling-based variance estimation for labour force surveys, The Statistician 48.
    """
    drawn = _summed(refit.cells, len(refit.places[0]), times)
    everybody = drawn.sum(axis=0)
    each = np.broadcast_to(1 / everybody, drawn.shape)
    sums = [_matrix(places, len(target)) for places, target in zip(refit.places, refit.targets, strict=True)]
    each = _rounds(refit, sums, drawn, each, np.full(len(everybody), np.inf))
    if refit.cap is not None and (each > refit.cap / everybody).any():
        each = _rounds(refit, sums, drawn, each, refit.cap / everybody)
    found: Floats = times * each[refit.cells]
    return found


def replicate_weights(
    respondents: Respondents, strata: Ints, weights: Floats, replicates: int, random: np.random.Generator
) -> Iterator[Floats]:
    """Yield the weights of the replicates, ``(respondents, some of the replicates)``, till all are done.

    Of the n respondents of each stratum n − 1 are drawn with replacement, and each counts n/(n − 1) times as often as
    drawn (Rao, Wu and Yue). ``weights``, ``(respondents,)``, are used where none are fitted.
    """
    for times in drawn_times(random, strata, replicates):
        yield times * weights[:, None] if respondents.refit is None else refitted(respondents.refit, times)


def drawn_times(random: np.random.Generator, strata: Ints, replicates: int) -> Iterator[Floats]:
    """Yield how often each respondent is drawn in its stratum, rescaled, ``(respondents, some of the replicates)``."""
    parts = [np.flatnonzero(strata == label) for label in np.unique(strata)]
    for start in range(0, replicates, AT_ONCE):
        times = np.empty((len(strata), min(AT_ONCE, replicates - start)))
        for rows in parts:
            times[rows] = times_drawn(random, len(rows), times.shape[1]).T
        yield times


def times_drawn(random: np.random.Generator, count: int, replicates: int) -> Floats:
    """Return how often each of ``count`` is among count − 1 drawn, times n/(n − 1), ``(replicates, count)``.

    Counts of draws are multinomial; counting drawn places is five times as quick as drawing the counts one by one.
    """
    if count == 1:
        return np.ones((replicates, 1))
    places = random.integers(0, count, (replicates, count - 1), dtype=np.uint32)
    first = (np.arange(replicates, dtype=np.int64) * count)[:, None]
    times = np.bincount((first + places).ravel(), minlength=replicates * count).reshape(replicates, count)
    return times.astype(np.float64) * (count / (count - 1))


def _matrix(places: Ints, count: int) -> Any:
    """Return the sparse matrix that sums rows by their place; its products take one thread, so their bytes are one."""
    from scipy.sparse import csr_array

    return csr_array((np.ones(len(places)), (places, np.arange(len(places)))), shape=(count, len(places)))


def _summed(places: Ints, count: int, figures: Floats) -> Floats:
    found: Floats = _matrix(places, count) @ figures
    return found


def _rounds(refit: Refit, sums: Sequence[Any], drawn: Floats, each: Floats, limit: Floats) -> Floats:
    there = [matrix @ drawn > 0 for matrix in sums]
    wanted = [np.where(held, target[:, None], 0.0) for held, target in zip(there, refit.targets, strict=True)]
    wanted = [target / target.sum(axis=0) for target in wanted]
    each = np.minimum(each, limit)
    for _ in range(MOST_ROUNDS):
        for matrix, places, target in zip(sums, refit.places, wanted, strict=True):
            held = matrix @ (each * drawn)
            each = each * np.divide(target, held, out=np.zeros_like(held), where=held > 0)[places]
        each = np.minimum(each, limit)
        gaps = (np.abs(matrix @ (each * drawn) - target).max() for matrix, target in zip(sums, wanted, strict=True))
        if max(gaps) <= TOLERANCE:
            break
    return each
