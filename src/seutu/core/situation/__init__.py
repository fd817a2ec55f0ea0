"""The situation picture: its plain values and the pure functions that make its parts.

Drawing is in ``core.charts``, printing in ``reporting.situation``.
"""

from seutu.core.situation.composition import ActorFact, Coded, Composition, Share, compose
from seutu.core.situation.gaps import GapItem, GapList, Gaps, gap_report
from seutu.core.situation.inflection import in_sub_region, locative_fi, locative_sv
from seutu.core.situation.network import (
    NO_LINKS,
    NO_LINKS_NEXT,
    Evidence,
    NetworkContent,
    NetworkLink,
    NetworkNode,
)
from seutu.core.situation.network_sentences import network_sentence, single_best
from seutu.core.situation.picture import SituationPicture
from seutu.core.situation.places import Bounds, MapContent, MapPoint, Neighbour, PlaceHead, bounds_of
from seutu.core.situation.sentences import age_notice, change_sentence, finding, lead_sentence
from seutu.core.situation.series import Change, Comparison, FigureSeries, Point, change_between
from seutu.core.situation.sources import SourceNote

__all__ = [
    "NO_LINKS",
    "NO_LINKS_NEXT",
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
    "age_notice",
    "bounds_of",
    "change_between",
    "change_sentence",
    "compose",
    "finding",
    "gap_report",
    "in_sub_region",
    "lead_sentence",
    "locative_fi",
    "locative_sv",
    "network_sentence",
    "single_best",
]
