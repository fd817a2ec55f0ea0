"""Tables of an index: one for each step, scores, ranks, weights, statistics; keyed by unit or by code.

Headers are those of the contract, the same in every language. A missing figure is an empty cell. Not for working
anything out (``core.indices``).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import pairwise
from typing import Any

from seutu.core.indices.benefit_shares import benefit_shares
from seutu.core.indices.building import Index
from seutu.core.indices.comparing import changes_between
from seutu.core.indices.describing import correlations_of, reliabilities_of, statistics_of
from seutu.core.indices.factorability import factorabilities_of
from seutu.core.indices.recipes import Step
from seutu.core.indices.sensitivity import Sensitivity
from seutu.core.indices.treatment import LoggedMove
from seutu.core.indices.uncertainty import Uncertainty
from seutu.core.indices.unit_tables import Floats, UnitTable
from seutu.reporting.tables.content import TableColumn, TableContent

UNIT = "uCode"
ROUND = "Time"
CODE = "iCode"
QUANTILES = ("q05", "q50", "q95")
EXACT_WHOLE = 1e15
"""Whole numbers under this are written without a decimal point."""


def tables_of(index: Index) -> dict[str, TableContent]:
    """Return the tables of an index that was built, by the name of their file."""
    after = index.after
    normalised = after[Step.NORMALISE]
    scores = {code: index.scores[code] for code in (node.code for node in index.structure.aggregates)}
    columns = {code: normalised.values[:, place] for place, code in enumerate(normalised.columns)} | scores
    return {
        "denominated.csv": of_units(after[Step.DENOMINATE]),
        "imputed.csv": of_units(after[Step.IMPUTE]),
        "screening.csv": _screening(index),
        "treated.csv": of_units(after[Step.TREAT]),
        "treatment_log.csv": _treatment(index.treatment),
        "normalised.csv": of_units(normalised),
        "scores.csv": _by_unit("scores", index.units, scores, index.rounds),
        "ranks.csv": _by_unit("ranks", index.units, index.ranks(), index.rounds),
        "effective_weights.csv": _weights(index),
        "weighting.csv": _records("weighting", index.weighting.facts),
        "statistics.csv": _records("statistics", statistics_of(after[Step.DENOMINATE])),
        "correlations.csv": _records("correlations", correlations_of(columns)),
        "cronbach.csv": _records("cronbach", reliabilities_of(columns, index.structure)),
        **_benefit(index),
        "factorability.csv": _records("factorability", factorabilities_of(columns, index.structure)),
    }


def of_units(table: UnitTable) -> TableContent:
    """Return the figures of a table of units."""
    figures = {code: table.values[:, place] for place, code in enumerate(table.columns)}
    return _by_unit("units", table.units, figures, table.rounds)


def tables_of_replicates(found: Uncertainty, names: Sequence[str]) -> dict[str, TableContent]:
    """Return the scores and ranks of the replicates, a column for each, and the intervals of the ranks.

    Of a panel also what changed from each round to the next, in the order of the table.
    """
    columns = [f"r_{name}" for name in names]
    intervals = found.intervals()
    ranks = {"nominal": found.nominal} | {name: intervals[:, place] for place, name in enumerate(QUANTILES)}
    return {
        "scores_replicates.csv": _by_unit(
            "scores", found.units, dict(zip(columns, found.scores, strict=True)), found.rounds
        ),
        "ranks_replicates.csv": _by_unit(
            "ranks", found.units, dict(zip(columns, found.ranks, strict=True)), found.rounds
        ),
        "rank_intervals.csv": _by_unit("intervals", found.units, ranks, found.rounds),
        **({"rank_changes.csv": _changes(found)} if found.rounds else {}),
    }


def _changes(found: Uncertainty) -> TableContent:
    rounds = tuple(dict.fromkeys(found.rounds))
    names = (UNIT, "from", "to", "rank_before", "rank_after", "low", "high", "is_sure")
    rows = [
        [each.unit, before, after, each.before, each.after, _figure(each.low), _figure(each.high), each.is_sure]
        for before, after in pairwise(rounds)
        for each in changes_between(found, before, after)
    ]
    return TableContent("changes", tuple(TableColumn(name, name) for name in names), rows)


def table_of_sensitivity(found: Sequence[Sensitivity]) -> TableContent:
    """Return the indices of each choice."""
    return _records("sensitivity", found)


def _by_unit(
    title: str, units: Sequence[str], figures: Mapping[str, Floats], rounds: Sequence[str] = ()
) -> TableContent:
    """Return a row for each unit, in a panel for each unit and round."""
    keys = [TableColumn(UNIT, UNIT), *([TableColumn(ROUND, ROUND)] if rounds else [])]
    columns = (*keys, *(TableColumn(name, name, "number") for name in figures))
    rows = [
        [unit, *([rounds[row]] if rounds else []), *(_figure(column[row]) for column in figures.values())]
        for row, unit in enumerate(units)
    ]
    return TableContent(title, columns, rows)


def _records(title: str, records: "Sequence[Any] | Iterator[Any]") -> TableContent:
    """Return a row for each dataclass; a field called ``code`` is headed as the contract has it."""
    held = list(records)
    names = [each.name for each in fields(held[0])] if held else []
    columns = tuple(TableColumn(name, CODE if name == "code" else name) for name in names)
    return TableContent(title, columns, [[_figure(getattr(each, name)) for name in names] for each in held])


def _screening(index: Index) -> TableContent:
    names = (UNIT, ROUND, "available", "nonzero", "kept")
    columns = tuple(TableColumn(name, name) for name in names)
    rows = [[each.unit, each.round, each.available, each.nonzero, each.kept] for each in index.availability]
    return TableContent("screening", columns, rows)


def _treatment(log: Sequence[LoggedMove]) -> TableContent:
    names = (CODE, "step", "n_points", "uCodes", "skew_before", "skew_after", "kurt_before", "kurt_after")
    rows = [
        [
            each.code,
            each.move.step.value,
            len(each.units),
            " ".join(each.units),
            _figure(each.move.before.skew),
            _figure(each.move.after.skew),
            _figure(each.move.before.kurt),
            _figure(each.move.after.kurt),
        ]
        for each in log
    ]
    return TableContent("treatment", tuple(TableColumn(name, name) for name in names), rows)


def _weights(index: Index) -> TableContent:
    shares = index.effective_weights()
    weights = index.weighting.by_code
    names = (CODE, "Level", "Parent", "weight", "effective_weight")
    rows = [
        [node.code, node.level, node.parent, weights.get(node.code, node.weight), shares[node.code]]
        for level in index.structure.levels
        for node in level
    ]
    return TableContent("effective weights", tuple(TableColumn(name, name) for name in names), rows)


def _benefit(index: Index) -> dict[str, TableContent]:
    """Return the shares of the parts in each unit's score, where there are any of its own."""
    held = list(benefit_shares(index))
    if not held:
        return {}
    rounds = index.rounds or ("",) * len(index.units)
    names = (UNIT, *([ROUND] if index.rounds else []), "aggregate", CODE, "share")
    rows = [
        [
            index.units[each.row],
            *([rounds[each.row]] if index.rounds else []),
            each.aggregate,
            each.part,
            _figure(each.share),
        ]
        for each in held
    ]
    return {"benefit_shares.csv": TableContent("shares", tuple(TableColumn(name, name) for name in names), rows)}


def _figure(value: object) -> object:
    """Return a figure as a table holds it: whole numbers of ranks and NaN as they should be read."""
    if not isinstance(value, float):
        return value
    number = float(value)
    if math.isnan(number):
        return None
    return int(number) if number.is_integer() and abs(number) < EXACT_WHOLE else number
