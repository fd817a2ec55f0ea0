"""Reader of the yearly municipality key in the form of the R package geofi: a municipality a row, its areas beside it.

Upstream: Statistics Finland, classification service, CC BY 4.0. For a division newer than the product's own tables.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from seutu.core.places import Division, Membership, Place, PlaceTable
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.statistics.reading import Row, lines_of, read_bytes

_AREAS: Final = {
    Division.SUB_REGION: "seutukunta",
    Division.REGION: "maakunta",
    Division.MAJOR_REGION: "suuralue",
    Division.NUTS2: "nuts2",
    Division.NUTS3: "nuts3",
    Division.ELY_CENTRE: "ely",
    Division.DEVELOPMENT_CENTRE: "evk",
    Division.EMPLOYMENT_AREA: "tyollisyysalue",
    Division.WELLBEING_COUNTY: "hyvinvointialue",
    Division.URBAN_GROUP: "kuntaryhmitys",
    Division.LANGUAGE_GROUP: "kielisuhde",
}
_NEEDED: Final = ("kunta", "year", "municipality_name_fi")
_DIGITS: Final = 3


def read_key_rows(path: Path) -> list[tuple[int, Row]]:
    """Return the rows of a municipality key (gzip or not) with their lines, each with a three-digit code and a year.

    Raises ``InputProblem`` for a missing column or a code that is not three digits.
    """
    header, lines = lines_of(read_bytes(path))
    missing = [name for name in _NEEDED if name not in header]
    if missing:
        raise InputProblem.because(_missing(missing[0]), line=1, column=missing[0])
    rows = list(lines)
    wrong = [
        (line, row["kunta"]) for line, row in rows if not (row["kunta"].isdigit() and len(row["kunta"]) == _DIGITS)
    ]
    if wrong:
        raise InputProblem(*(Problem(_wrong_code(), line=line, column="kunta", value=code) for line, code in wrong))
    return rows


def read_keys(path: Path) -> PlaceTable:
    """Return the places and memberships of the years in the file (gzip or not), without mergers or locations.

    Each year stands for itself: a place is valid from 1 January of its first year to 31 December of its last. Areas
    that a year does not have are left out. Raises ``InputProblem`` for a missing column or a code that is not three
    digits.
    """
    rows = read_key_rows(path)
    years: dict[tuple[Division, str], dict[int, Row]] = defaultdict(dict)
    spans: dict[tuple[str, Division, str], set[int]] = defaultdict(set)
    for _, row in rows:
        year = int(float(row["year"]))
        years[Division.MUNICIPALITY, row["kunta"]][year] = row
        for division, column in _AREAS.items():
            code = row.get(f"{column}_code", "").strip()
            if code:
                years[division, code][year] = row
                spans[row["kunta"], division, code].add(year)
    places = [_place(division, code, found) for (division, code), found in years.items()]
    memberships = (Membership(own, division, code, *_days(found)) for (own, division, code), found in spans.items())
    return PlaceTable(places, memberships=memberships)


def _place(division: Division, code: str, found: dict[int, Row]) -> Place:
    column = "municipality" if division is Division.MUNICIPALITY else _AREAS[division]
    newest = found[max(found)]
    names = {language: " ".join(newest.get(f"{column}_name_{language}", "").split()) for language in ("fi", "sv", "en")}
    text = Text(**{language: name or names["fi"] for language, name in names.items()})
    return Place(division, code, text, *_days(found))


def _days(years: Iterable[int]) -> tuple[date, date]:
    ordered = sorted(years)
    return date(ordered[0], 1, 1), date(ordered[-1], 12, 31)


def _missing(column: str) -> Text:
    return Text(
        fi=f"Kunta-avaimesta puuttuu sarake {column}. Käytä geofi-paketin muotoa.",
        sv=f"Kommunnyckeln saknar kolumnen {column}. Använd formen i paketet geofi.",
        en=f"The municipality key lacks the column {column}. Use the form of the package geofi.",
    )


def _wrong_code() -> Text:
    return Text(
        fi="Kuntatunnuksessa on oltava kolme numeroa, esimerkiksi 005.",
        sv="Kommunkoden ska ha tre siffror, till exempel 005.",
        en="A municipality code has three digits, for example 005.",
    )
