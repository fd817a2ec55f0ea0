"""The places that come with the product: municipalities 2013–2026, their areas, mergers, central localities.

Data files beside this module, each with its ``.source.toml``; read once. Not for workspaces' own groups of places.
"""

import csv
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from seutu.core.places import Division, Location, Membership, Merger, Place, PlaceTable, RegionalTown
from seutu.core.text import Text

NEWEST_DIVISION: Final = date(2026, 1, 1)
"""The first day of the newest division that the tables know."""


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _places() -> Iterator[Place]:
    for row in _rows("places.csv"):
        name = Text(fi=row["name_fi"], sv=row["name_sv"] or row["name_fi"], en=row["name_en"] or row["name_fi"])
        aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
        since = date.fromisoformat(row["valid_from"])
        yield Place(Division(row["division"]), row["code"], name, since, _day(row["valid_to"]), aliases)


def _memberships() -> Iterator[Membership]:
    for row in _rows("memberships.csv"):
        since = date.fromisoformat(row["valid_from"])
        division = Division(row["division"])
        yield Membership(row["municipality"], division, row["code"], since, _day(row["valid_to"]))


@cache
def load() -> PlaceTable:
    """Return the table of places that comes with the product. Read once per process."""
    return PlaceTable(
        _places(),
        memberships=_memberships(),
        mergers=(Merger(date.fromisoformat(r["date"]), r["old"], r["new"]) for r in _rows("mergers.csv")),
        locations={
            r["municipality"]: Location(r["locality"], float(r["lon"]), float(r["lat"]))
            for r in _rows("central_localities.csv")
        },
        postal_codes={r["postal_code"]: r["municipality"] for r in _rows("postal_codes.csv")},
        regional_towns=(
            RegionalTown(r["municipality"], r["evidence"], tuple(s for s in r["sources"].split("|") if s))
            for r in _rows("regional_towns.csv")
        ),
    )


@cache
def nuts3_of_regions() -> dict[str, dict[int, str]]:
    """Return the NUTS 3 code of each region by version: ``{"06": {2021: "FI197", 2024: "FI19B"}, …}``.

    NUTS 2021 kept the borders from before the 2021 moves of five municipalities, so its area is not quite the region.
    """
    return {r["region"]: {2021: r["nuts3_2021"], 2024: r["nuts3_2024"]} for r in _rows("nuts3_regions.csv")}


def source_of(name: str) -> dict[str, str]:
    """Return the source, licence, retrieval day and note of one file of this folder (``places.csv``)."""
    text = files(__name__).joinpath(name.removesuffix(".csv") + ".source.toml").read_text(encoding="utf-8")
    return {key: str(value) for key, value in tomllib.loads(text).items()}
