"""What a place, a membership and a merger are. Plain values; no look-ups and no loading."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from seutu.core.text import Text


class Division(StrEnum):
    """A way of dividing the country. A code means something only together with its division and a date."""

    COUNTRY = "country"
    MUNICIPALITY = "municipality"
    SUB_REGION = "sub_region"
    REGION = "region"
    MAJOR_REGION = "major_region"
    NUTS2 = "nuts2"
    NUTS3 = "nuts3"
    ELY_CENTRE = "ely_centre"
    DEVELOPMENT_CENTRE = "development_centre"
    EMPLOYMENT_AREA = "employment_area"
    WELLBEING_COUNTY = "wellbeing_county"
    URBAN_GROUP = "urban_group"
    LANGUAGE_GROUP = "language_group"


def _holds(at: date, valid_from: date, valid_to: date | None) -> bool:
    return valid_from <= at and (valid_to is None or at <= valid_to)


@dataclass(frozen=True, slots=True)
class Place:
    """One area of one division. ``valid_to`` is its last day, ``None`` while it still exists."""

    division: Division
    code: str
    name: Text
    valid_from: date
    valid_to: date | None = None
    aliases: tuple[str, ...] = ()

    def exists(self, at: date) -> bool:
        """Tell whether the place is part of its division on the day ``at``."""
        return _holds(at, self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class Membership:
    """That ``municipality`` belongs to the area ``code`` of ``division`` for a span of days (both ends included)."""

    municipality: str
    division: Division
    code: str
    valid_from: date
    valid_to: date | None = None

    def holds(self, at: date) -> bool:
        """Tell whether the municipality belongs to the area on the day ``at``."""
        return _holds(at, self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class Merger:
    """A municipality that ended: from the day ``at`` on, ``old`` is part of ``new``."""

    at: date
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Location:
    """A point in degrees (WGS 84): the central locality ``name`` of a municipality."""

    name: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class RegionalTown:
    """A municipality that a source calls a regional town (``named``) or that may be one (``candidate``).

    Neither is the official list: a workspace edits its own group from these.
    """

    municipality: str
    evidence: str
    sources: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Tell whether a public source names the town."""
        return self.evidence == "named"


class UnknownPlace(LookupError):
    """No such place in the division on that day."""

    def __init__(self, division: Division, code: str, at: date) -> None:
        super().__init__(f"{division.value} {code!r} does not exist on {at.isoformat()}")
        self.division = division
        self.code = code
        self.at = at
        self.message = Text(
            fi=f"Aluetta {code} ei ole {at.day}.{at.month}.{at.year} voimassa olevassa jaossa. "
            "Tarkista tunnus ja päivä, tai hae alue nimellä.",
            sv=f"Området {code} finns inte i indelningen som gäller {at.day}.{at.month}.{at.year}. "
            "Kontrollera koden och dagen, eller sök området med namn.",
            en=f"There is no area {code} in the division of {at.day}.{at.month}.{at.year}. "
            "Check the code and the date, or look the area up by name.",
        )
