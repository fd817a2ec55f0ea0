"""The situation picture: its plain values and the pure functions that make its parts.

Drawing is in ``core.charts``, printing in ``reporting.situation``.
"""

from seutu.core.situation.composition import ActorFact, Coded, Composition, Share, compose
from seutu.core.situation.gaps import GapItem, GapList, Gaps, gap_report
from seutu.core.situation.network import Evidence, NetworkContent, NetworkLink, NetworkNode
from seutu.core.situation.picture import SituationPicture
from seutu.core.situation.places import Bounds, MapContent, MapPoint, Neighbour, PlaceHead, bounds_of
from seutu.core.situation.series import Change, Comparison, FigureSeries, Point, change_between
from seutu.core.situation.sources import SourceNote

__all__ = [
    "ActorFact",
    "Bounds",
    "Change",
    "Coded",
    "Comparison",
    "Composition",
    "Evidence",
    "FigureSeries",
    "GapItem",
    "GapList",
    "Gaps",
    "MapContent",
    "MapPoint",
    "Neighbour",
    "NetworkContent",
    "NetworkLink",
    "NetworkNode",
    "PlaceHead",
    "Point",
    "Share",
    "SituationPicture",
    "SourceNote",
    "bounds_of",
    "change_between",
    "compose",
    "gap_report",
]
