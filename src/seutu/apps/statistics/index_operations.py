"""Writes of indices: other weights, another recipe, other indicators, and a round that is pinned.

Not for making, trashing or sharing an index: records do that for every kind.
"""

import json
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from django.utils import timezone

from seutu import __version__
from seutu.apps.accounts.models import User
from seutu.apps.records.models import Snapshot
from seutu.apps.records.operations import change_record, create_record
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.snapshots import keep_version
from seutu.apps.statistics.index_choices import refuse_unknown
from seutu.apps.statistics.index_queries import ROUND_FORM, Design, Worked, design_of, stamp_of, worked_out
from seutu.apps.statistics.index_rounds import survey_content
from seutu.apps.statistics.kinds.indices import INDICES, written
from seutu.apps.statistics.models import CompositeIndex
from seutu.core.indices.plain_structures import rows_of
from seutu.core.indices.structure import Structure

TOP: Final = 10


def change_design(
    *, index: CompositeIndex, design: Design, version: int, by: User | None, at: datetime
) -> CompositeIndex:
    """Save a design as the index's own. Raises StaleVersionError and InvalidValuesError."""
    values: dict[str, Value] = {"structure": written(rows_of(design.structure)), "recipe": written(dict(design.told))}
    return cast("CompositeIndex", change_record(INDICES, index, values, version=version, by=by, at=at))


def change_structure(
    *, index: CompositeIndex, structure: Structure, version: int, by: User | None, at: datetime
) -> CompositeIndex:
    """Save another structure, the recipe as it was. Raises StaleVersionError and InvalidValuesError."""
    values: dict[str, Value] = {"structure": written(rows_of(structure))}
    return cast("CompositeIndex", change_record(INDICES, index, values, version=version, by=by, at=at))


def pin_round(*, index: CompositeIndex, name: str, by: User | None, at: datetime, mark: UUID | None = None) -> Snapshot:
    """Keep the figures, the recipe and the results of an index as they are now, so that a later round compares.

    Raises ``InputProblem`` where the index cannot be worked out.
    """
    design = design_of(index)
    worked = worked_out(index, design, "fi", at=timezone.localdate(at))
    content = round_content(index, worked, design)
    return keep_version(INDICES, index, content, form=ROUND_FORM, name=name, by=by, at=at, mark=mark)


def round_content(index: CompositeIndex, worked: Worked, design: Design) -> dict[str, Any]:
    """Return what a round keeps: figures as text to the last digit, each with its year, status and sources."""
    table = worked.trial.index.raw
    cells = worked.units.cells
    sources = {source.id: source for cell in cells.values() for source in cell.sources}
    return {
        "index": index.name,
        "made_with": __version__,
        "structure": written(rows_of(design.structure)),
        "recipe": written(dict(design.told)),
        "units": list(table.units),
        "names": dict(table.names),
        "years": dict(worked.units.years),
        "figures": {code: [_text(value) for value in table.column(code)] for code in table.columns},
        "status": {code: [cells[unit, code].status for unit in table.units] for code in table.columns},
        "sources": {
            name: {"name": each.name, "licence": each.licence, "retrieved": str(each.retrieved or "")}
            for name, each in sorted(sources.items())
        },
        "input_digest": stamp_of(table, design.structure, design.told, worked.units.survey),
        **survey_content(worked.units),
        "results": _results(worked),
    }


def _results(worked: Worked) -> list[list[str]]:
    """Return a row for each unit: code, score, rank, the 90 % interval of the rank, the chance of the first ten."""
    found = worked.trial.uncertainty
    intervals, chances = found.intervals(), found.chance_of_top(TOP)
    return [
        [unit, *(_text(float(value)) for value in (score, rank, interval[0], interval[2], chance))]
        for unit, score, rank, interval, chance in zip(
            found.units, worked.trial.index.top, found.nominal, intervals, chances, strict=True
        )
    ]


def _text(value: float) -> str:
    return "" if math.isnan(value) else repr(float(value))


def recipe_with(
    told: Mapping[str, Any], *, scale: str = "", mean: str = "", missing: str = "", treat: bool | None = None
) -> dict[str, Any]:
    """Return a recipe with other choices of the usual kind; what is not given stays as it is.

    A geometric mean needs figures above zero: a scale that begins at zero begins at one then.
    """
    found: dict[str, Any] = json.loads(json.dumps(dict(told)))
    if scale and scale != found.get("normalise", {}).get("method", "minmax"):
        found["normalise"] = {"method": scale, **USUAL_SCALES.get(scale, {})}
    if mean:
        found["aggregate"] = {**found.get("aggregate", {}), "method": mean}
    if missing:
        found["impute"] = {**found.get("impute", {}), "method": missing}
    if treat is not None:
        found["treat"] = {**found.get("treat", {}), "apply": treat}
    means = found.get("aggregate", {}).get("method", "arithmetic")
    if "geometric" in (means if isinstance(means, list) else [means]):
        found["normalise"] = {**found.get("normalise", {}), **_above_zero(found.get("normalise", {}))}
    return found


def weights_given(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a recipe that does not work out weights: those of the structure hold."""
    means = {name: value for name, value in told.get("aggregate", {}).items() if name != "weighting"}
    return {**told, "aggregate": means} if "weighting" in told.get("aggregate", {}) else dict(told)


def add_index(
    *, name: str, structure: Structure, by: User | None, at: datetime, mark: UUID | None = None
) -> CompositeIndex:
    """Make an index of a structure whose indicators the store has. Raises ``InputProblem`` and InvalidValuesError."""
    refuse_unknown(structure)
    values: dict[str, Value] = {"name": name, "structure": written(rows_of(structure))}
    return cast("CompositeIndex", create_record(INDICES, values, by=by, at=at, mark=mark))


USUAL_SCALES: Final[Mapping[str, Mapping[str, Any]]] = {
    "prank": {"range": [0, 100]},
    "minmax": {"range": [0, 100]},
    "zscore": {"mean": 100, "sd": 4},
}


def _above_zero(scale: Mapping[str, Any]) -> dict[str, Any]:
    method = scale.get("method", "minmax")
    low, high = scale.get("range", [0, 100])
    return {"range": [1, high]} if method in {"prank", "minmax"} and low <= 0 else {}
