"""What an audit of an index asks beyond building it: what each indicator does, which ranks are one, what it is akin to.

The order of the questions is that of the OECD/JRC Handbook (2008). Not for printing (``reporting.indices``).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from seutu.core.indices.building import Index
from seutu.core.indices.choices import WEIGHTS, Choice, with_weights
from seutu.core.indices.describing import Correlation, correlations_of
from seutu.core.indices.ranking import ranks_within
from seutu.core.indices.recipes import Step
from seutu.core.indices.replaying import Replayer
from seutu.core.indices.sensitivity import Sensitivity
from seutu.core.indices.uncertainty import Uncertainty
from seutu.core.indices.unit_tables import Floats

LOW_CORRELATION = 0.3
HIGH_CORRELATION = 0.92


@dataclass(frozen=True, slots=True)
class Influence:
    """What leaving one indicator out does: the mean and the greatest |change of rank|, and the unit of the latter."""

    code: str
    mean_shift: float
    greatest_shift: int
    unit: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A unit's place, and the parts of the index where it ranks best and worst; ``row`` is its row in the scores."""

    unit: str
    row: int
    rank: int
    best: tuple[str, int]
    worst: tuple[str, int]


@dataclass(frozen=True)
class Audit:
    """An index with what was asked of it; ``uncertainty`` and ``sensitivity`` only where the recipe has choices."""

    index: Index
    influences: tuple[Influence, ...]
    coherence: tuple[Correlation, ...]
    profiles: tuple[Profile, ...]
    kin: tuple[Correlation, ...]
    uncertainty: Uncertainty | None = None
    sensitivity: tuple[Sensitivity, ...] = ()

    @property
    def tied(self) -> tuple[tuple[str, ...], ...]:
        """Groups of units that follow one another in rank and whose 90 % intervals of rank all overlap."""
        return () if self.uncertainty is None else tied_groups(self.uncertainty)


def audited(
    index: Index,
    told: Mapping[str, object],
    *,
    uncertainty: Uncertainty | None = None,
    sensitivity: Sequence[Sensitivity] = (),
) -> Audit:
    """Return the audit of an index that was built by the recipe ``told``."""
    table = index.after[Step.NORMALISE]
    columns = {code: table.values[:, place] for place, code in enumerate(table.columns)} | dict(index.scores)
    structure = index.structure
    pairs = [(node.code, node.parent) for node in structure.nodes if node.code in columns and node.parent in columns]
    coherence = [
        next(correlations_of({code: columns[code], parent: columns[parent]})) for code, parent in pairs if parent
    ]
    return Audit(
        index=index,
        influences=tuple(influences(index, told)),
        coherence=tuple(coherence),
        profiles=tuple(_profiles(index)),
        kin=tuple(_kin(index)),
        uncertainty=uncertainty,
        sensitivity=tuple(sensitivity),
    )


def influences(index: Index, told: Mapping[str, object]) -> list[Influence]:
    """Return what leaving each indicator out does, its weight being 0.

    One that is alone under its aggregate takes the aggregate along; weights that were worked out stay as they were with
    it. Shifts are |rank without − rank with| of the index,
    over the units that have both.
    """
    codes = [node.code for node in index.structure.indicators]
    weights = dict(index.weighting.by_code)
    values = tuple({**weights, code: 0.0} for code in codes)
    choice = Choice("left out", WEIGHTS, values, tuple(codes))
    replayer = Replayer(index.raw, index.structure, with_weights(told, weights), [choice])
    without = replayer.ranks(replayer.scores(np.arange(len(codes), dtype=np.int64)[:, None]))
    table = index.after[Step.NORMALISE]
    shifts = np.abs(without - ranks_within(index.top, table)[None, :])
    labels = [table.label(row) for row in range(len(index.units))]
    return [_influence(code, row, labels) for code, row in zip(codes, shifts, strict=True)]


def _influence(code: str, shifts: Floats, units: Sequence[str]) -> Influence:
    if np.isnan(shifts).all():
        return Influence(code, math.nan, 0, "")
    place = int(np.nanargmax(shifts))
    return Influence(code, float(np.nanmean(shifts)), int(shifts[place]), units[place])


def _profiles(index: Index) -> list[Profile]:
    """Return the units by rank, in a panel those of its last round, each with its best and worst part."""
    by_code = index.ranks()
    parts = [node.code for node in index.structure.children(index.structure.top.code)]
    if len(parts) == 1:
        parts = [node.code for node in index.structure.children(parts[0])]
    top = by_code[index.structure.top.code]
    found = []
    last = np.flatnonzero(list(index.after[Step.NORMALISE].members())[-1])
    for row in last[np.argsort(top[last], kind="stable")]:
        held = [(code, int(by_code[code][row])) for code in parts if not math.isnan(by_code[code][row])]
        if math.isnan(top[row]) or not held:
            continue
        best, worst = min(held, key=lambda each: each[1]), max(held, key=lambda each: each[1])
        found.append(Profile(index.units[row], int(row), int(top[row]), best, worst))
    return found


def _kin(index: Index) -> list[Correlation]:
    """Return the correlations of the index with the denominators: whether it measures mere size."""
    places = {key: row for row, key in enumerate(index.raw.keys)}
    rows = [places[key] for key in index.after[Step.NORMALISE].keys]
    code = index.structure.top.code
    return [
        next(correlations_of({code: index.top, name: figures[rows]}))
        for name, figures in index.raw.denominators.items()
    ]


def tied_groups(found: Uncertainty) -> tuple[tuple[str, ...], ...]:
    """Return groups of two or more units whose ranks cannot be told apart.

    In the order of nominal ranks, a unit joins the group before it while its 5–95 % interval of rank overlaps that of
    every unit in it. Of a panel, in its last round. Not the groups of ``surveys.rank_statements``, which compare pairs
    inside each replicate of resampled answers: a grid of choices has no sampling to be sure by.
    """
    intervals = found.intervals()
    newest = found.rounds[-1] if found.rounds else ""
    held = [row for row in range(len(found.units)) if not found.rounds or found.rounds[row] == newest]
    ordered = sorted(held, key=lambda row: found.nominal[row])
    order = [row for row in ordered if not np.isnan(intervals[row]).any()]
    groups: list[list[int]] = []
    for row in order:
        low, high = intervals[row][0], intervals[row][2]
        last = groups[-1] if groups else []
        if last and all(low <= intervals[each][2] and intervals[each][0] <= high for each in last):
            last.append(row)
        else:
            groups.append([row])
    return tuple(tuple(found.units[row] for row in group) for group in groups if len(group) > 1)


def incoherent(found: Sequence[Correlation]) -> list[Correlation]:
    """Return parts that hardly go with their aggregate (under 0.3), go against it, or repeat it (over 0.92)."""
    return [each for each in found if not LOW_CORRELATION <= each.correlation <= HIGH_CORRELATION]
