"""What an index was made of and what was done to it, as one json: recipe, steps, what was imputed and treated.

Not for the audit as a document.
"""

from dataclasses import asdict
from typing import Any

import numpy as np

from seutu.core.indices.building import Index
from seutu.core.indices.recipes import Step
from seutu.core.indices.treatment import points_moved
from seutu.core.indices.unit_tables import UnitTable


def audit_of(index: Index, *, inputs: dict[str, str], version: str) -> dict[str, Any]:
    """Return the audit of an index: the digests of its inputs, the recipe with every default, each step's outcome."""
    table, normalised = index.after[Step.IMPUTE], index.after[Step.NORMALISE]
    imputed = [
        {**_place(table, int(row)), "iCode": table.columns[column]} for row, column in np.argwhere(index.imputed)
    ]
    return {
        "seutu": version,
        "inputs": inputs,
        "units": len(dict.fromkeys(index.units)),
        "rounds": list(dict.fromkeys(index.rounds)),
        "indicators": len(index.structure.indicators),
        "levels": len(index.structure.levels),
        "recipe": asdict(index.recipe),
        "imputed": imputed,
        "left_out": [each.unit for each in index.availability if not each.kept],
        "treated_indicators": len({each.code for each in index.treatment}),
        "winsorised_points": points_moved(index.treatment),
        "transformed": [each.code for each in index.treatment if each.move.step.value == "transformed"],
        "beyond_range": [{**_place(normalised, row), "iCode": code} for row, code in index.beyond],
        "effective_weights": index.effective_weights(),
        "weighting": [asdict(each) for each in index.weighting.facts],
        "notes": [each.as_dict() for each in index.weighting.notes],
    }


def _place(table: UnitTable, row: int) -> dict[str, str]:
    """Return the unit of a row, and its round in a panel."""
    return {"uCode": table.units[row], **({"Time": table.rounds[row]} if table.rounds else {})}
