"""A small index of invented towns that the tests of its steps share."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from seutu.core.indices.structure import Kind, Node, Structure, checked_structure
from seutu.core.indices.unit_tables import UnitTable

NAN: Final = math.nan
NODES: Final = (
    Node("jobs", "Työpaikat", Kind.INDICATOR, 1, "vitality", denominator="people", target=0.6),
    Node("firms", "Yritykset", Kind.INDICATOR, 1, "vitality", weight=3.0),
    Node("away", "Poismuutto", Kind.INDICATOR, 1, "pull", direction=-1, target=1.0),
    Node("fame", "Tunnettuus", Kind.INDICATOR, 1, "pull"),
    Node("vitality", "Elinvoima", Kind.AGGREGATE, 2, "index"),
    Node("pull", "Vetovoima", Kind.AGGREGATE, 2, "index", weight=3.0),
    Node("index", "Indeksi", Kind.AGGREGATE, 3),
    Node("side", "Puoli", Kind.GROUP),
    Node("people", "Asukkaat", Kind.DENOMINATOR),
)
FIGURES: Final = {
    "jobs": [40.0, 90.0, 60.0, 20.0],
    "firms": [10.0, 30.0, 20.0, 40.0],
    "away": [5.0, 2.0, 3.0, 8.0],
    "fame": [1.0, 4.0, 2.0, 3.0],
}


def structure(*, without: Sequence[str] = (), changed: Mapping[str, Node] | None = None) -> Structure:
    """Return the structure, with some rows left out or put in place of others."""
    rows = [(changed or {}).get(node.code, node) for node in NODES if node.code not in without]
    return checked_structure(rows)


def units(**columns: Sequence[float]) -> UnitTable:
    """Return the four towns, with other figures for the columns that are named."""
    figures = FIGURES | columns
    return UnitTable(
        units=("A", "B", "C", "D"),
        columns=tuple(figures),
        values=np.array(list(figures.values()), dtype=np.float64).T,
        groups={"side": ("itä", "itä", "länsi", "länsi")},
        denominators={"people": np.array([100.0, 100.0, 100.0, 50.0])},
        lines=(2, 3, 4, 5),
    )
