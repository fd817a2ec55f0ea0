"""The actors of a place as a picture needs them: whose municipality is in it, or one of whose sites is.

Few queries whatever the number of actors. Not for people, and not for the lists of the register.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet

from seutu.apps.records.models import Term
from seutu.apps.records.sheets.columns import Choice
from seutu.apps.register.choices import ACTOR_CLASSES, SIZES
from seutu.apps.register.kinds.industries import OWN
from seutu.apps.register.models import Actor, Site, Source
from seutu.core.places import UnknownPlace
from seutu.core.situation import ActorFact, Coded, MapPoint, SourceNote
from seutu.core.situation.places import Precision
from seutu.core.text import LANGUAGES, Text
from seutu.rules import places
from seutu.rules.classifications import section_of

ANYWHERE: Final = ""
FINNISH: Final = ("", "FI")
SCHEMES: Final = ("class", "industry", "tag")
_TOL_2008: Final = "tol2008"


def _labels(choices: Sequence[Choice]) -> dict[str, Coded]:
    return {choice.code: Coded(choice.code, capitalised(choice.label)) for choice in choices}


def capitalised(text: Text) -> Text:
    """Return the text with a capital first letter in every language."""
    return Text(**{name: said[:1].upper() + said[1:] for name, said in text.as_dict().items()})


CLASSES: Final = _labels(ACTOR_CLASSES)
SIZE_CLASSES: Final = _labels(SIZES)


@dataclass(frozen=True, slots=True)
class PlaceActors:
    """The actors of a place, those of them that can be drawn, and the sources they name."""

    facts: tuple[ActorFact, ...]
    points: tuple[MapPoint, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    lon: float
    lat: float
    precision: Precision


def actors_in(codes: Sequence[str], at: date) -> PlaceActors:
    """Return the living actors of the current workspace in the municipalities ``codes`` on the day ``at``, by name.

    ``ANYWHERE`` among the codes stands for Finnish actors whose municipality is not known. An actor stands at its site
    in the place, else at the central locality of its municipality (``precision`` says which). Four queries.
    """
    sites = _sites(codes)
    here = _living(at).filter(_belongs(codes))
    rows = list(here.values_list(*_FIELDS))
    terms = _terms(here.order_by().values("pk"))
    facts, points = [], []
    for row in rows:
        spot = _spot(row[3], sites.get(row[0], ()), codes)
        fact = _fact(row, terms.get(row[0], {}), spot)
        facts.append(fact)
        if spot is not None:
            points.append(_map_point(fact, spot))
    return PlaceActors(tuple(facts), tuple(points), sources_named(row[4] for row in rows))


_FIELDS: Final = ("pk", "name", "size", "municipality", "source_id")


def _living(at: date) -> QuerySet[Any]:
    alive = Q(ended__isnull=True) | Q(ended__gte=at)
    return Actor.objects.filter(alive, trashed_at__isnull=True).order_by("name", "pk")


def _belongs(codes: Sequence[str]) -> Q:
    named = [code for code in codes if code != ANYWHERE]
    sited = Site.objects.filter(trashed_at__isnull=True, municipality__in=named).values("actor_id")
    found = Q(municipality__in=named) | Q(pk__in=sited)
    return found | Q(municipality="", country__in=FINNISH) if ANYWHERE in codes else found


def belonging(actors: Sequence[UUID], codes: Sequence[str]) -> set[UUID]:
    """Return those of ``actors`` that are in the municipalities ``codes``, living or ended. One query, none without."""
    if not actors:
        return set()
    return set(
        Actor.objects.filter(_belongs(codes), pk__in=actors, trashed_at__isnull=True).values_list("pk", flat=True)
    )


def without_municipality() -> int:
    """Return how many Finnish actors of the workspace have no municipality: some of them may belong to the place."""
    sited = Site.objects.filter(trashed_at__isnull=True).exclude(municipality="").values("actor_id")
    unplaced = Actor.objects.filter(trashed_at__isnull=True, municipality="", country__in=FINNISH)
    return unplaced.exclude(pk__in=sited).count()


Sites = Mapping[UUID, Sequence[tuple[str, Decimal | None, Decimal | None]]]


def _sites(codes: Sequence[str]) -> Sites:
    found: dict[UUID, list[tuple[str, Decimal | None, Decimal | None]]] = defaultdict(list)
    near = Q(municipality__in=codes) | Q(municipality="", actor__municipality__in=codes)
    rows = Site.objects.filter(near, trashed_at__isnull=True).order_by("name", "pk")
    for actor, municipality, lon, lat in rows.values_list("actor_id", "municipality", "longitude", "latitude"):
        found[actor].append((municipality, lon, lat))
    return found


def _terms(actors: QuerySet[Any]) -> Mapping[UUID, dict[str, list[str]]]:
    found: dict[UUID, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    rows = Term.objects.filter(kind="actors", scheme__in=SCHEMES, record_id__in=actors).order_by("position")
    for record, scheme, code in rows.values_list("record_id", "scheme", "code"):
        found[record][scheme].append(code)
    return found


def classes_of(actors: Iterable[UUID]) -> Mapping[UUID, Coded]:
    """Return the first class of each actor that has one. One query."""
    held = Term.objects.filter(kind="actors", scheme="class", record_id__in=list(actors)).order_by("-position")
    return {record: coded_class(code) for record, code in held.values_list("record_id", "code")}


def coded_class(code: str) -> Coded:
    """Return a class with its label."""
    return CLASSES.get(code) or Coded(code, Text.same(code))


def _spot(own: str, sites: Iterable[tuple[str, Decimal | None, Decimal | None]], codes: Sequence[str]) -> _Spot | None:
    listed = list(sites)
    for _, lon, lat in listed:
        if lon is not None and lat is not None:
            return _Spot(float(lon), float(lat), "address")
    inside = [code for code in (own, *(site[0] for site in listed)) if code and code in codes]
    table = places.load()
    for code in inside:
        location = table.locations.get(code) or table.locations.get(table.successor(code, places.NEWEST_DIVISION))
        if location is not None:
            return _Spot(location.lon, location.lat, "locality")
    return None


def _fact(row: tuple[Any, ...], terms: Mapping[str, list[str]], spot: _Spot | None) -> ActorFact:
    pk, name, size, municipality, source = row
    industry = next(iter(terms.get("industry", ())), None)
    return ActorFact(
        id=str(pk),
        name=name,
        classes=tuple(coded_class(code) for code in terms.get("class", ())),
        industry=None if industry is None else section(industry),
        size=SIZE_CLASSES.get(size),
        tags=tuple(Coded(tag, Text.same(tag)) for tag in terms.get("tag", ())),
        place=municipality_coded(municipality) if municipality else None,
        lon=spot.lon if spot else None,
        lat=spot.lat if spot else None,
        sources=(str(source),) if source else (),
    )


@lru_cache(maxsize=4096)
def section(industry: str) -> Coded:
    """Return the section of an industry written "TOL 2008:28110".

    The workspace's own industry is its name, and a code of another classification stays with its classification.
    """
    scheme, _, code = industry.partition(":")
    if scheme == OWN:
        return Coded(industry, capitalised(Text.same(code)))
    if scheme.replace(" ", "").casefold() in {"", _TOL_2008}:
        found = section_of(code)
        if found is not None:
            return Coded(found.code, found.name)
    return Coded(industry, Text.same(industry.replace(":", " ", 1)))


@lru_cache(maxsize=1024)
def municipality_coded(code: str) -> Coded:
    """Return a municipality with its name today; an ended one is named by the one it is part of."""
    table, today = places.load(), places.NEWEST_DIVISION
    try:
        place = table.municipality(table.successor(code, today), today)
    except UnknownPlace:
        return Coded(code, Text.same(code))
    return Coded(place.code, Text(**{name: place.name.in_language(name) for name in LANGUAGES}))


def _map_point(fact: ActorFact, spot: _Spot) -> MapPoint:
    first = next(iter(fact.classes), None)
    return MapPoint(
        id=fact.id,
        label=fact.name,
        lon=spot.lon,
        lat=spot.lat,
        class_code=first.code if first else None,
        class_label=first.label if first else None,
        precision=spot.precision,
    )


def sources_named(ids: Iterable[UUID | None]) -> tuple[SourceNote, ...]:
    """Return the workspace's sources with these ids, by name. One query, none without ids."""
    wanted = {each for each in ids if each is not None}
    if not wanted:
        return ()
    return tuple(
        SourceNote(
            id=str(source.pk),
            title=Text.same(source.name),
            publisher=Text.same(source.publisher),
            licence=source.licence or None,
            retrieved=source.retrieved,
            url=source.url or None,
        )
        for source in Source.objects.filter(pk__in=wanted).order_by("name")
    )
