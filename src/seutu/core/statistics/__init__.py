"""Statistical values of places: what a value, an indicator and a source are, and what mergers do to them.

Pure. Not for reading files (``seutu.sources.statistics``) nor for storing (``seutu.warehouse``).
"""

from seutu.core.statistics.catalogue import Catalogue, UnknownIndicator
from seutu.core.statistics.mergers import Joined, join_merged
from seutu.core.statistics.records import (
    Change,
    Direction,
    Grain,
    Indicator,
    Kind,
    Observation,
    Ratio,
    SourceRecord,
    Topic,
    grain_of,
)
from seutu.core.statistics.status import SIGNS, Status, describe_status, mean_of_months, sign_status

__all__ = [
    "SIGNS",
    "Catalogue",
    "Change",
    "Direction",
    "Grain",
    "Indicator",
    "Joined",
    "Kind",
    "Observation",
    "Ratio",
    "SourceRecord",
    "Status",
    "Topic",
    "UnknownIndicator",
    "describe_status",
    "grain_of",
    "join_merged",
    "mean_of_months",
    "sign_status",
]
