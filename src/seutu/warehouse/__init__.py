"""The statistical store: place by indicator by period, behind one small port.

Ibis expressions on a DuckDB file, by setting on Spark; all are imported when first used, for a quick command line.
"""

from seutu.warehouse.areas import Area
from seutu.warehouse.arriving import WHOLE, Batch
from seutu.warehouse.bundled import open_bundled
from seutu.warehouse.engines import Engine, check_engine
from seutu.warehouse.figures import Coverage, Figure, LoadReport
from seutu.warehouse.warehouse import Warehouse

__all__ = [
    "WHOLE",
    "Area",
    "Batch",
    "Coverage",
    "Engine",
    "Figure",
    "LoadReport",
    "Warehouse",
    "check_engine",
    "open_bundled",
]
