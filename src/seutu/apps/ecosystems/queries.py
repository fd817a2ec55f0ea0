"""The situation picture of a place or a group, put together from the register, the statistics and the places.

Reads only. Drawing belongs to ``core.charts``, printing to ``reporting.situation``, pages to ``web``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from seutu.apps.ecosystems.actors import actors_in, without_municipality
from seutu.apps.ecosystems.areas import PictureArea, picture_area
from seutu.apps.ecosystems.links import network_of
from seutu.apps.statistics.figures import place_figures
from seutu.core.places import Division
from seutu.core.situation import (
    ActorFact,
    FigureSeries,
    MapContent,
    MapPoint,
    Neighbour,
    SituationPicture,
    SourceNote,
    age_notice,
    bounds_of,
    compose,
    gap_report,
    lead_sentence,
)
from seutu.rules import places

NEIGHBOURS: Final = 6
MAPPED_MUNICIPALITIES: Final = 60


def assemble_picture(place_kind: str, code: str, *, at: date, group: str | None = None) -> SituationPicture:
    """Return the picture of a place or group in the current workspace on the day ``at``, in every language at once.

    ``place_kind`` is municipality, sub_region, region, country or group; ``code`` the official code, or the id of a
    place group, or "regional-towns". Figures stand beside the country, the region and ``group`` (a place group; the
    regional towns without). A place without actors has its figures and neighbours. Raises ``UnknownAreaError``.
    """
    return picture_of(picture_area(place_kind, code, at=at, group=group), at=at)


def picture_of(area: PictureArea, *, at: date) -> SituationPicture:
    """Return the picture of an area that has been looked up."""
    figures = place_figures(area.area, area.beside)
    actors = actors_in(area.codes, at)
    network = network_of(actors.facts, area.codes)
    composition = compose(actors.facts)
    return SituationPicture(
        place=area.head,
        at=at,
        lead=lead_sentence(area.head, composition, figures.series),
        figures=figures.series,
        composition=composition,
        map=_map(area, actors.facts, actors.points),
        network=network.content,
        gaps=gap_report(actors.facts, elsewhere=0 if area.head.kind == "country" else without_municipality()),
        sources=_sources(figures.series, figures.sources, actors.sources, network.sources),
        actors=actors.facts,
        age_notice=age_notice(figures.series, at),
    )


def _sources(figures: Iterable[FigureSeries], *groups: Sequence[SourceNote]) -> tuple[SourceNote, ...]:
    """Return each source once, those of the figures first in the order in which the figures stand."""
    known = {note.id: note for notes in groups for note in notes}
    order = [series.source for series in figures if series.source is not None]
    return tuple(known[each] for each in dict.fromkeys((*order, *known)) if each in known)


def _map(area: PictureArea, actors: Iterable[ActorFact], points: Sequence[MapPoint]) -> MapContent:
    counted = Counter(actor.place.code for actor in actors if actor.place)
    neighbours = _neighbours(area, counted)
    return MapContent(points=tuple(points), neighbours=neighbours, bounds=bounds_of(points, neighbours))


def _neighbours(area: PictureArea, counted: Counter[str]) -> tuple[Neighbour, ...]:
    """Return the municipality and the nearest ones, or an area's municipalities, those with most actors first."""
    table, today = places.load(), places.NEWEST_DIVISION
    if area.head.kind == "municipality":
        near = table.neighbours(area.head.code, today, count=NEIGHBOURS)
        codes = [area.head.code, *(each.place.code for each in near)]
    else:
        ordered = sorted(area.area.members, key=lambda code: (-counted[code], code))
        codes = ordered if len(ordered) <= MAPPED_MUNICIPALITIES else ordered[:MAPPED_MUNICIPALITIES]
    own = set(area.area.members)
    return tuple(
        Neighbour(
            code=code,
            name=table.place(Division.MUNICIPALITY, code, today).name,
            lon=table.locations[code].lon,
            lat=table.locations[code].lat,
            actors=counted[code] if code in own else None,
            is_place=area.head.kind == "municipality" and code == area.head.code,
        )
        for code in codes
        if code in table.locations
    )
