"""The situation picture of a place or a group on a date, as one plain value.

The page, the documents and the API read this and compute nothing more. Filling it belongs to the apps.
"""

from dataclasses import dataclass
from datetime import date

from seutu.core.situation.composition import ActorFact, Composition
from seutu.core.situation.gaps import Gaps
from seutu.core.situation.network import NetworkContent
from seutu.core.situation.places import MapContent, PlaceHead
from seutu.core.situation.series import FigureSeries
from seutu.core.situation.sources import SourceNote, source_named
from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class SituationPicture:
    """Everything a picture shows. ``at`` is the day it is of; ``lead`` its answer in a sentence.

    ``age_notice`` says of which years the figures are when some are old ("2016–2023"). Every ``source`` id in
    figures, actors and evidence is the id of one of ``sources``.
    """

    place: PlaceHead
    at: date
    lead: Text
    figures: tuple[FigureSeries, ...]
    composition: Composition
    map: MapContent
    network: NetworkContent
    gaps: Gaps
    sources: tuple[SourceNote, ...]
    actors: tuple[ActorFact, ...] = ()
    age_notice: Text | None = None

    def source(self, source_id: str | None) -> SourceNote | None:
        """Return the source with ``source_id``; None when it is not among the picture's sources."""
        return source_named(self.sources, source_id)
