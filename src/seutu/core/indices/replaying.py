"""An index worked out again and again with other choices, each step once for each set of choices that it depends on.

Not for what is made of the replicates (``uncertainty``, ``sensitivity``).
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seutu.core.indices import choice_messages as say
from seutu.core.indices import unit_messages as messages
from seutu.core.indices.aggregation import scores_by_weights
from seutu.core.indices.building import built, normalised_by
from seutu.core.indices.choices import Choice, Told, with_values
from seutu.core.indices.correcting import corrected
from seutu.core.indices.ranking import ranks
from seutu.core.indices.recipe_reading import recipe_of
from seutu.core.indices.recipes import Aggregate, Step
from seutu.core.indices.structure import Structure
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.core.indices.weighting import weights_of
from seutu.core.indices.weighting_recipes import Weighing
from seutu.core.problems import InputProblem, Problem

CHUNK: Final = 4096
"""Replicates that are ranked at a time: keeps the memory of a million cells at some hundred megabytes."""
COMPARED: Final = 256
"""Up to so many units each is compared with all others, for many replicates at once; beyond it each row is sorted."""


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
            places = [place for place, _ in members]
            with self._choices_named(distinct[places]):
                top, columns = self._top(earlier, means, [held for _, held in members])
            padded = np.concatenate([top, np.full((len(top), 1), np.nan)], axis=1)
            found[places] = padded[:, columns]
        return found[back.reshape(-1)]

    def ranked_scores(self, positions: NDArray[np.int64]) -> Floats:
        """Return the scores as ``scores`` does. Raises ``InputProblem`` where some choices leave no unit a score."""
        found = self.scores(positions)
        empty = np.flatnonzero(np.isnan(found).all(axis=1))
        if empty.size:
            with self._choices_named(positions[empty[:1]]):
                raise InputProblem(Problem(messages.NO_SCORES, column="aggregate"))
        return found

    def _top(self, earlier: str, means: str, sets: Sequence[dict[str, Any]]) -> tuple[Floats, list[int]]:
        """Return the scores of the index for sets of weights, and the column of each nominal unit among them."""
        recipe = recipe_of({"aggregate": json.loads(means)})
        table = self._table(earlier)
        read: dict[int, Mapping[str, float]] = {}
        for held in sets:
            if id(held) not in read:
                read[id(held)] = recipe_of({"aggregate": {"weights": held}}).aggregate.weights
        weights = [read[id(held)] for held in sets]
        rows = {key: row for row, key in enumerate(table.keys)}
        columns = [rows.get(key, -1) for key in self._nominal_table.keys]
        return top_scores(table, self.structure, recipe.aggregate, weights), columns

    @contextmanager
    def _choices_named(self, positions: NDArray[np.int64]) -> Iterator[None]:
        """Say in each problem that is raised inside with which values it comes: those that all the rows share."""
        try:
            yield
        except InputProblem as error:
            told = ", ".join(
                f"{choice.name} = {choice.value_told(int(places[0]))}"
                for choice, places in zip(self.choices, positions.T, strict=True)
                if (places == places[0]).all()
            )
            raise InputProblem(
                *(
                    replace(each, message=say.WITH_CHOICES.filled(choices=told, problem=each.message))
                    for each in error.problems
                )
            ) from None

    def _table(self, before: str) -> UnitTable:
        if before not in self._normalised:
            recipe = replace(recipe_of(json.loads(before)), order=self.nominal.recipe.order)
            self._normalised[before] = normalised_by(self._units, self.structure, recipe)
        return self._normalised[before]


def top_scores(
    table: UnitTable,
    structure: Structure,
    aggregate: Aggregate,
    weight_sets: Sequence[Mapping[str, float]],
    replicated: Mapping[str, Floats] | None = None,
) -> Floats:
    """Return the scores of the top aggregate for each set of weights, ``(sets, units)``, corrected as the recipe says.

    Weights that the recipe works out are those of ``table``; ``replicated`` is that of ``scores_by_weights``. Raises as
    it does.
    """
    if aggregate.weighting.method is not Weighing.GIVEN:
        given = [replace(aggregate, weights=each) for each in weight_sets]
        weight_sets = [weights_of(table, structure, each).by_code for each in given]
    top = scores_by_weights(table, structure, aggregate, weight_sets, replicated)[structure.top.code]
    top = corrected(top, table, aggregate.correction)
    return np.broadcast_to(top, (len(weight_sets), len(table.units)))


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
