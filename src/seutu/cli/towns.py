"""The town a person means: found by name in any language or by code, else the nearest names. Reads no database."""

from typing import Final

from rapidfuzz import fuzz, process

from seutu.core.places import Division, Place, fold
from seutu.core.text import Language, Text
from seutu.rules import places

SUGGESTED: Final = 5
NEAR: Final = 60
UNKNOWN_TOWN: Final = Text(
    fi="Kuntaa ”{given}” ei löydy.{near} Anna kunnan nimi suomeksi, ruotsiksi tai englanniksi tai kuntanumero.",
    sv="Kommunen ”{given}” finns inte.{near} Ange kommunens namn på finska, svenska eller engelska eller kommunnumret.",
    en="There is no municipality “{given}”.{near} Give its name in Finnish, Swedish or English, or its code.",
)
DID_YOU_MEAN: Final = Text(fi=" Tarkoititko: {names}?", sv=" Menade du: {names}?", en=" Did you mean: {names}?")


def town_named(text: str) -> Place | None:
    """Return today's municipality of a name or code; of an ended one the municipality it is part of; else None."""
    table, today = places.load(), places.NEWEST_DIVISION
    plain = text.strip()
    if plain.isascii() and plain.isdigit() and table.known(Division.MUNICIPALITY, plain.zfill(3)):
        return table.municipality(table.successor(plain.zfill(3), today), today)
    found = table.find_place(plain, division=Division.MUNICIPALITY, at=today) or table.find_place(
        plain, division=Division.MUNICIPALITY
    )
    codes = {table.successor(place.code, today) for place in found}
    return table.municipality(codes.pop(), today) if len(codes) == 1 else None


def towns_like(text: str) -> list[Place]:
    """Return the municipalities whose names are nearest to a misspelt one, the nearest first."""
    names: dict[str, Place] = {}
    for place in places.load().places(Division.MUNICIPALITY, places.NEWEST_DIVISION):
        for name in (*place.name.as_dict().values(), *place.aliases):
            names.setdefault(fold(name), place)
    near = process.extract(fold(text), list(names), scorer=fuzz.WRatio, score_cutoff=NEAR, limit=4 * SUGGESTED)
    ordered = sorted(near, key=lambda found: (-fuzz.ratio(fold(text), found[0]), found[0]))
    return list({names[name].code: names[name] for name, *_ in ordered}.values())[:SUGGESTED]


def unknown_town(text: str, language: Language) -> str:
    """Return what is said of a name that is no municipality's, with the nearest names."""
    names = ", ".join(place.name.in_language(language) for place in towns_like(text))
    near = DID_YOU_MEAN.in_language(language).format(names=names) if names else ""
    return UNKNOWN_TOWN.in_language(language).format(given=text.strip()[:60], near=near)
