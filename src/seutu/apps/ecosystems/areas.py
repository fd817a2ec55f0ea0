"""The place or group that a picture is of: found by kind and code or by name, with its municipalities and its frame.

Not for figures or actors. A place is of the newest division; a group is the workspace's own or the regional towns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, get_args
from uuid import UUID

from seutu.apps.ecosystems.actors import ANYWHERE
from seutu.apps.places.models import PlaceGroup
from seutu.apps.places.queries import members_of
from seutu.apps.statistics.figures import Beside
from seutu.core.places import Division, Place, UnknownPlace, fold
from seutu.core.situation import PlaceHead
from seutu.core.situation.places import PlaceKind
from seutu.core.text import Text
from seutu.rules import places
from seutu.warehouse import Area

REGIONAL_TOWNS: Final = "regional-towns"
REGIONAL_TOWNS_NAME: Final = Text(fi="Seutukaupungit", sv="Regionstäder", en="Regional towns")
COUNTRY: Final = "SSS"
CHOSEN_KINDS: Final = (Division.MUNICIPALITY, Division.SUB_REGION, Division.REGION, Division.COUNTRY)


class UnknownAreaError(LookupError):
    """There is no such place or group. ``message`` says so to a person."""

    def __init__(self, asked: str) -> None:
        super().__init__(asked)
        self.message = Text(
            fi=f"Aluetta ”{asked}” ei löydy. Tarkista nimi tai anna kunnan kolminumeroinen tunnus.",
            sv=f"Området ”{asked}” finns inte. Kontrollera namnet eller ange kommunens tresiffriga kod.",
            en=f"There is no place “{asked}”. Check the name or give the municipality's three-digit code.",
        )


@dataclass(frozen=True, slots=True)
class PictureArea:
    """The place of a picture: its head, its municipalities of today, and what it is read against."""

    head: PlaceHead
    area: Area
    beside: tuple[Beside, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes of its municipalities and of those merged into them; the country has all Finnish actors."""
        table, at = places.load(), places.NEWEST_DIVISION
        former = (old for code in self.area.members for old in table.predecessors(code, at))
        unknown = (ANYWHERE,) if self.head.kind == "country" else ()
        return (*self.area.members, *former, *unknown)


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place or group that can be chosen: ``kind`` and ``code`` make the address of its picture."""

    kind: PlaceKind
    code: str
    name: Text
    within: Text | None = None


def picture_area(kind: str, code: str, *, at: date, group: str | None = None) -> PictureArea:
    """Return the place or group, compared with the country, its region and ``group`` (the regional towns without).

    A municipality that has been merged gives the one it is part of; a place group has the members it has on the day
    ``at``. Raises ``UnknownAreaError``.
    """
    if kind not in get_args(PlaceKind):
        raise UnknownAreaError(code)
    if kind == "group":
        name, members = _group(code, at)
        head = PlaceHead(name=name, code=code, kind="group")
        return PictureArea(head, Area("group", code, members), _beside(None, code, group, at))
    division, today = Division(kind), places.NEWEST_DIVISION
    table = places.load()
    try:
        own = table.successor(code, today) if division is Division.MUNICIPALITY else code
        place = table.place(division, own, today)
        members = tuple(member.code for member in table.members(division, own, today))
    except UnknownPlace:
        raise UnknownAreaError(code) from None
    first = members[0] if members else None
    region = _around(division, first, Division.REGION)
    sub_region = _around(division, first, Division.SUB_REGION)
    head = PlaceHead(
        name=place.name,
        code=place.code,
        kind=kind,  # type: ignore[arg-type]  # checked above
        region=region.name if region else None,
        sub_region=sub_region.name if sub_region else None,
    )
    return PictureArea(head, Area(kind, place.code, members), _beside(region, place.code, group, at))


def _around(own: Division, municipality: str | None, wanted: Division) -> Place | None:
    """Return the area of a wider division that the place lies in."""
    wider = {Division.MUNICIPALITY: {Division.SUB_REGION, Division.REGION}, Division.SUB_REGION: {Division.REGION}}
    if municipality is None or wanted not in wider.get(own, set()):
        return None
    return places.load().area_of(municipality, wanted, places.NEWEST_DIVISION)


def _beside(region: Place | None, own: str, group: str | None, at: date) -> tuple[Beside, ...]:
    table, today = places.load(), places.NEWEST_DIVISION
    found: list[Beside] = []
    if own != COUNTRY:
        country = table.place(Division.COUNTRY, COUNTRY, today)
        members = tuple(place.code for place in table.places(Division.MUNICIPALITY, today))
        found.append(Beside("country", country.name, Area("country", COUNTRY, members)))
    if region is not None:
        members = tuple(place.code for place in table.members(Division.REGION, region.code, today))
        found.append(Beside("region", region.name, Area("region", region.code, members)))
    chosen = group or REGIONAL_TOWNS
    if chosen != own:
        name, members = _group(chosen, at)
        if members:
            found.append(Beside("group", name, Area("group", chosen, members)))
    return tuple(found)


def _group(code: str, at: date) -> tuple[Text, tuple[str, ...]]:
    table = places.load()
    if code == REGIONAL_TOWNS:
        return REGIONAL_TOWNS_NAME, tuple(sorted(town.municipality for town in table.regional_towns if town.named))
    try:
        group = PlaceGroup.objects.filter(trashed_at__isnull=True, pk=UUID(code)).first()
    except ValueError:
        group = None
    if group is None:
        raise UnknownAreaError(code)
    return Text.same(group.name), members_of(group, at=at)


def groups_to_choose() -> tuple[PlaceChoice, ...]:
    """Return the workspace's place groups after the regional towns."""
    own = PlaceGroup.objects.filter(trashed_at__isnull=True).order_by("name")
    return (
        PlaceChoice("group", REGIONAL_TOWNS, REGIONAL_TOWNS_NAME),
        *(PlaceChoice("group", str(group.pk), Text.same(group.name)) for group in own),
    )


def places_to_choose(text: str = "", *, limit: int = 40) -> tuple[PlaceChoice, ...]:
    """Return the municipalities, sub-regions, regions and the country whose name holds ``text`` in any language.

    Names that begin with the text come first; an empty text gives the regions and the country.
    """
    table, today = places.load(), places.NEWEST_DIVISION
    wanted = fold(text)
    divisions: Sequence[Division] = CHOSEN_KINDS if wanted else (Division.COUNTRY, Division.REGION)
    found: list[tuple[bool, int, str, PlaceChoice]] = []
    for division in divisions:
        for place in table.places(division, today):
            names = [fold(name) for name in (*place.name.as_dict().values(), *place.aliases)]
            if wanted and not any(wanted in name for name in names):
                continue
            begins = any(name.startswith(wanted) for name in names)
            choice = PlaceChoice(division.value, place.code, place.name, _within(place))  # type: ignore[arg-type]
            found.append((not begins, CHOSEN_KINDS.index(division) if wanted else 0, place.name.fi, choice))
    return tuple(choice for *_, choice in sorted(found, key=lambda row: row[:3])[:limit])


def _within(place: Place) -> Text | None:
    if place.division is not Division.MUNICIPALITY:
        return None
    region = places.load().area_of(place.code, Division.REGION, places.NEWEST_DIVISION)
    return region.name if region else None


def place_named(text: str) -> tuple[PlaceKind, str]:
    """Return the kind and code of the place that a person names: a name in any language or a municipality's code.

    Of several places with one name the municipality goes first; an ended municipality gives the one it is part of.
    Raises ``UnknownAreaError``.
    """
    table, today = places.load(), places.NEWEST_DIVISION
    plain = text.strip()
    if table.known(Division.MUNICIPALITY, plain.zfill(3)) and plain.isdigit():
        return "municipality", table.successor(plain.zfill(3), today)
    if fold(plain) in {fold(name) for name in (REGIONAL_TOWNS, *REGIONAL_TOWNS_NAME.as_dict().values())}:
        return "group", REGIONAL_TOWNS
    current = [place for place in table.find_place(plain, at=today) if place.division in CHOSEN_KINDS]
    if current:
        return current[0].division.value, current[0].code  # type: ignore[return-value]
    ended = table.find_place(plain, division=Division.MUNICIPALITY)
    if ended:
        return "municipality", table.successor(ended[0].code, today)
    raise UnknownAreaError(plain)
