"""Readers of Paavo: workplaces by postal code area, and the municipality rows of the 2020 edition.

Source: Statistics Finland, Paavo, CC BY 4.0. Not for the postal code areas themselves: everything becomes municipal.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from seutu.core.problems import Problem
from seutu.core.statistics import Observation, Status
from seutu.core.text import Text
from seutu.sources.statistics.municipal import observed
from seutu.sources.statistics.reading import Line, Reading, examples

_SECTION: Final = re.compile(r"([A-UX])[_ ]")
_SECTORS: Final = {
    "Alkutuotannon_tyopaikat": "sector:primary",
    "Jalostuksen_tyopaikat": "sector:secondary",
    "Palveluiden_tyopaikat": "sector:services",
    "Tyopaikat_yhteensa": "",
    "Primary production": "sector:primary",
    "Processing": "sector:secondary",
    "Services": "sector:services",
    "Workplaces": "",
}
_HEADER: Final = re.compile(r"(?P<name>.*), (?P<year>\d{4}) \((?P<group>[A-Z]{2})\)")
_AGE: Final = re.compile(r"(\d+)(?:-(\d+)| years or over)")
# Header text without year (and group of columns): indicator and breakdown.
_COLUMNS: Final[dict[tuple[str, str], tuple[str, str]]] = {
    ("HE", "Inhabitants, total"): ("paavo_population", ""),
    ("HE", "Males"): ("paavo_men", ""),
    ("HE", "Females"): ("paavo_women", ""),
    ("HE", "Average age of inhabitants"): ("paavo_average_age", ""),
    ("KO", "Aged 18 or over, total"): ("paavo_adults", ""),
    ("KO", "Basic level studies"): ("paavo_by_education", "education:basic"),
    ("KO", "With education, total"): ("paavo_by_education", "education:any"),
    ("KO", "Matriculation examination"): ("paavo_by_education", "education:matriculation"),
    ("KO", "Vocational diploma"): ("paavo_by_education", "education:vocational"),
    ("KO", "Academic degree - Lower level university degree"): ("paavo_by_education", "education:lower_degree"),
    ("KO", "Academic degree - Higher level university degree"): ("paavo_by_education", "education:higher_degree"),
    ("HR", "Aged 18 or over, total"): ("paavo_income_population", ""),
    ("HR", "Average income of inhabitants"): ("average_income", ""),
    ("HR", "Median income of inhabitants"): ("median_income", ""),
    ("HR", "Inhabintants belonging to the lowest income category"): ("paavo_by_income", "income:lowest"),
    ("HR", "Inhabitants belonging to the middle income category"): ("paavo_by_income", "income:middle"),
    ("HR", "Inhabintants belonging to the highest income category"): ("paavo_by_income", "income:highest"),
    ("HR", "Accumulated purchasing power of inhabitants"): ("purchasing_power", ""),
    ("TE", "Households, total"): ("paavo_households", ""),
    ("TE", "Average size of households"): ("paavo_means", "mean:household_size"),
    ("TE", "Occupancy rate"): ("paavo_means", "mean:floor_area_per_person"),
    ("TR", "Average income of households"): ("paavo_household_income", "income:mean"),
    ("TR", "Median income of households"): ("paavo_household_income", "income:median"),
    ("RA", "Average floor area"): ("paavo_means", "mean:floor_area"),
    ("PT", "Inhabitants"): ("paavo_activity_population", ""),
}
_SIXTEEN: Final = 16
_SIXTY_FIVE: Final = 65
_AGED: Final = (("residents_aged_16_64",), ("residents_aged_65_or_over",))
# Columns that are also part of a count: the numerators and denominators of rates.
_COUNTED: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("KO", "Academic degree - Lower level university degree"): ("higher_degrees",),
    ("KO", "Academic degree - Higher level university degree"): ("higher_degrees",),
    ("TP", "Workplaces"): ("workplaces_paavo",),
    ("PT", "Employed"): ("employed_paavo", "labour_force_paavo"),
    ("PT", "Unemployed"): ("unemployed_paavo", "labour_force_paavo"),
}
_INDUSTRY_COUNTS: Final = {
    "tol2008:A": "primary_production_jobs",
    "tol2008:C": "manufacturing_jobs",
    "tol2008:F": "construction_jobs",
    "tol2008:G": "trade_jobs",
    "tol2008:H": "transport_jobs",
    "tol2008:I": "accommodation_food_jobs",
    "tol2008:J": "information_jobs",
    "tol2008:M": "professional_jobs",
    "tol2008:Q": "health_social_jobs",
}
_GROUPS: Final = {
    "TE": ("paavo_by_household", "household"),
    "TR": ("paavo_by_household", "household_income"),
    "RA": ("paavo_dwellings", "building"),
    "PT": ("paavo_by_activity", "activity"),
}


def read_workplaces(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Sum workplaces by TOL 2008 section from postal code areas to municipalities.

    The source hides small areas: a sum with a blank in it is marked ``incomplete``. Areas that the postal key lacks are
    a problem that names them and tells how many workplaces they hold: they are in no municipality's figure.
    """
    sums: dict[tuple[str, str, str], list[float | None]] = defaultdict(list)
    unmatched: dict[str, float] = {}
    for line, row in rows:
        postal, year = row["alue"].zfill(5), row["vuosi"].split(".", maxsplit=1)[0]
        code = reading.places.municipality_of_postal_code(postal, reading.at)
        if code is None:
            unmatched[postal] = reading.number(row["Tyopaikat_yhteensa"], line, "Tyopaikat_yhteensa") or 0.0
            continue
        for column, text in row.items():
            breakdown = _industry(column)
            if breakdown is not None:
                sums[code, year, breakdown].append(reading.number(text, line, column))
    for (code, year, breakdown), values in sums.items():
        present = [value for value in values if value is not None]
        whole = observed("workplaces_by_industry", code, year, sum(present) if present else None, breakdown)
        yield whole if len(present) in {0, len(values)} else replace(whole, status=Status.INCOMPLETE)
    reading.unmatched(_without_municipality(len(unmatched), sum(unmatched.values())), sorted(unmatched), "alue")


def read_municipalities(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Read the 2020 edition's municipality rows: joined by name, each column with its own year.

    The region rows (``MK02 …``) repeat what the municipalities say and are passed over.
    """
    unknown: set[str] = set()
    for line, row in rows:
        name = row["Area"].strip()
        code = None if name.startswith("MK") else reading.municipality(name, line, "Area")
        if code is None:
            continue
        counts: dict[tuple[tuple[str, ...], str], list[float | None]] = defaultdict(list)
        for column, text in row.items():
            found = _HEADER.fullmatch(column)
            meaning = _meaning(found["group"], found["name"]) if found else None
            if found and meaning:
                value = reading.number(text, line, column)
                yield observed(meaning[0], code, found["year"], value, meaning[1])
                counts[_count_of(found["group"], found["name"]), found["year"]].append(value)
            elif column != "Area":
                unknown.add(column)
        yield from _counts(code, counts)
    if unknown:
        reading.problems.append(Problem(_unknown_columns(unknown), line=1, value=", ".join(sorted(unknown))))


def _count_of(group: str, name: str) -> tuple[str, ...]:
    age = _AGE.match(name)
    if group == "HE" and age:
        return ("residents_aged_0_15",) if int(age[1]) < _SIXTEEN else _AGED[int(age[1]) >= _SIXTY_FIVE]
    counted = _INDUSTRY_COUNTS.get(_industry(name) or "") if group == "TP" else None
    if counted is not None:
        return (counted,)
    return _COUNTED.get((group, name), ())


def _counts(code: str, counts: Mapping[tuple[tuple[str, ...], str], list[float | None]]) -> Iterator[Observation]:
    """Sum columns to counts that rates are made of; a blank among them leaves the count unpublished."""
    parts: dict[tuple[str, str], list[float | None]] = defaultdict(list)
    for (indicators, year), values in counts.items():
        for indicator in indicators:
            parts[indicator, year] += values
    for (indicator, year), values in parts.items():
        present = [value for value in values if value is not None]
        yield observed(indicator, code, year, sum(present) if len(present) == len(values) else None)


def _industry(column: str) -> str | None:
    if column in _SECTORS:
        return _SECTORS[column]
    section = _SECTION.match(column)
    return f"tol2008:{section[1]}" if section else None


def _meaning(group: str, name: str) -> tuple[str, str] | None:
    if group == "TP":
        industry = _industry(name)
        return None if industry is None else ("workplaces_by_industry", industry)
    age = _AGE.match(name)
    if group == "HE" and age:
        return "paavo_by_age", f"age:{age[1]}-{age[2] or ''}"
    if (group, name) in _COLUMNS:
        return _COLUMNS[group, name]
    if group not in _GROUPS:
        return None
    indicator, dimension = _GROUPS[group]
    words = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    return indicator, f"{dimension}:{words}"


def _without_municipality(areas: int, jobs: float) -> Text:
    return Text(
        fi=f"{areas} postinumeroalueella ei ole kuntaa avaimessa. Niiden {jobs:.0f} työpaikkaa eivät "
        "sisälly minkään kunnan lukuun.",
        sv=f"{areas} postnummerområden saknar kommun i nyckeln. Deras {jobs:.0f} arbetsplatser ingår inte i "
        "någon kommuns tal.",
        en=f"{areas} postal code areas have no municipality in the key. Their {jobs:.0f} jobs are not in any "
        "municipality's figure.",
    )


def _unknown_columns(names: set[str]) -> Text:
    return Text(
        fi=f"Näille sarakkeille ei ole mittaria: {examples(names)}. Ne jätettiin pois.",
        sv=f"Det finns ingen indikator för kolumnerna {examples(names)}. De lämnades bort.",
        en=f"There is no indicator for the columns {examples(names)}. They were left out.",
    )
