"""The statistical store: place by indicator by period, behind one small port.

Ibis expressions on a DuckDB file; both are imported when first used, so that the command line starts quickly.
"""

from seutu.warehouse.areas import Area, area_of, areas_around
from seutu.warehouse.bundled import open_bundled
from seutu.warehouse.figures import Comparison, Figure, LoadReport
from seutu.warehouse.store import Batch
from seutu.warehouse.warehouse import Warehouse

__all__ = [
    "Area",
    "Batch",
    "Comparison",
    "Figure",
    "LoadReport",
    "Warehouse",
    "area_of",
    "areas_around",
    "open_bundled",
]
