"""An index worked out again and again with other choices, each step once for each set of choices that it depends on.

Not for what is made of the replicates (``uncertainty``, ``sensitivity``).
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices.aggregation import mean_of, refuse_unfit
from seutu.core.indices.building import built
from seutu.core.indices.choices import Choice, Told, with_values
from seutu.core.indices.ranking import ranks
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Aggregate, Mean, Step
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import Floats, UnitTable

CHUNK: Final = 4096
"""Replicates that are ranked at a time: keeps the memory of a million cells at some hundred megabytes."""
COMPARED: Final = 256
"""Up to so many units each is compared with all others, for many replicates at once; beyond it each row is sorted."""
LOOPED: Final = frozenset({Mean.COPELAND})


class Replayer:
    """Scores and ranks of the index for many sets of choices. Units that a choice screens out are NaN in it."""

    def __init__(self, units: UnitTable, structure: Structure, told: Told, choices: Sequence[Choice]) -> None:
        self.structure = structure
        self.choices = tuple(choices)
        self._units = units
        self._told = {name: value for name, value in told.items() if name != "uncertainty"}
        self._normalised: dict[str, UnitTable] = {}
        self.nominal = built(units, structure, recipe_of(self._told))
        self._nominal_table = self.nominal.after[Step.NORMALISE]

    @property
    def units(self) -> tuple[str, ...]:
        """The units of the nominal index."""
        return self.nominal.units

    def ranks(self, scores: Floats) -> Floats:
        """Return the ranks of scores ``(replicates, units)``, in a panel those of each round by itself."""
        found = np.full(scores.shape, np.nan)
        for members in self._nominal_table.members():
            found[:, members] = ranks_of(scores[:, members])
        return found

    def scores(self, positions: NDArray[np.int64]) -> Floats:
        """Return the scores of the top aggregate, ``(replicates, units)``, for positions ``(replicates, choices)``."""
        distinct, back = np.unique(positions, axis=0, return_inverse=True)
        found = np.full((len(distinct), len(self.units)), np.nan)
        alike: dict[tuple[str, str], list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        for place, row in enumerate(distinct):
            told = with_values(self._told, self.choices, [int(each) for each in row])
            last = dict(told.get("aggregate", {}))
            weights = last.pop("weights", {})
            before = {name: value for name, value in told.items() if name != Step.AGGREGATE.value}
            alike[json.dumps(before), json.dumps(last)].append((place, weights))
        for (earlier, means), members in alike.items():
            recipe = recipe_of({"aggregate": json.loads(means)})
            table = self._table(earlier)
            weights = [recipe_of({"aggregate": {"weights": held}}).aggregate.weights for _, held in members]
            top = batched(table, self.structure, recipe.aggregate, weights)
            rows = {key: row for row, key in enumerate(table.keys)}
            columns = [rows.get(key, -1) for key in self._nominal_table.keys]
            padded = np.concatenate([top, np.full((len(top), 1), np.nan)], axis=1)
            found[[place for place, _ in members]] = padded[:, columns]
        return found[back.reshape(-1)]

    def _table(self, before: str) -> UnitTable:
        if before not in self._normalised:
            recipe = replace(recipe_of(json.loads(before)), order=self.nominal.recipe.order)
            index = built(self._units, self.structure, recipe)
            self._normalised[before] = index.after[Step.NORMALISE]
        return self._normalised[before]


def batched(
    table: UnitTable,
    structure: Structure,
    aggregate: Aggregate,
    weight_sets: Sequence[Mapping[str, float]],
    replicated: Mapping[str, Floats] | None = None,
) -> Floats:
    """Return the scores of the top aggregate for each set of weights, ``(sets, units)``.

    A set replaces the weights of the codes it names. ``replicated`` holds figures of some indicators that differ from
    set to set, ``(sets, units)`` each. Raises as ``aggregated`` does.
    """
    count = len(weight_sets)
    held: dict[str, Floats] = {code: table.values[None, :, place] for place, code in enumerate(table.columns)}
    held |= replicated or {}
    for node in structure.aggregates:
        children = structure.children(node.code)
        method = aggregate.method_at(node.level or 0)
        parts = np.stack(np.broadcast_arrays(*(held[child.code] for child in children)), axis=-1)
        refuse_unfit(table, [child.code for child in children], parts, method)
        weights = np.array([[each.get(child.code, child.weight) for child in children] for each in weight_sets])
        if method in LOOPED:
            sets = np.broadcast_to(parts, (count, *parts.shape[1:]))
            held[node.code] = np.stack(
                [mean_of(part, weight, method, aggregate) for part, weight in zip(sets, weights, strict=True)]
            )
        else:
            same = bool((weights == weights[0]).all())
            held[node.code] = mean_of(parts, weights[:1, None, :] if same else weights[:, None, :], method, aggregate)
    return np.broadcast_to(held[structure.top.code], (count, len(table.units)))


def ranks_of(scores: Floats) -> Floats:
    """Return the ranks within each row, 1 the highest, equal scores the smallest of theirs; missing scores NaN."""
    if scores.shape[1] > COMPARED:
        return np.array([ranks(row) for row in scores]).reshape(scores.shape)
    found = np.empty_like(scores)
    for start in range(0, len(scores), CHUNK):
        rows = scores[start : start + CHUNK]
        higher = np.empty(rows.shape)
        for unit in range(rows.shape[1]):
            higher[:, unit] = (rows > rows[:, [unit]]).sum(axis=1)
        found[start : start + CHUNK] = np.where(np.isnan(rows), np.nan, higher + 1)
    return found
