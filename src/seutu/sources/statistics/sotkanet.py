"""Connector of Sotkanet, the indicator bank of THL: one indicator by its number, every place and year it has.

Its regions have numbers of their own, which ``/regions`` maps to the codes of municipalities and areas. A cell that is
not in the answer is not published. Source: sotkanet.fi/rest/1.1, CC BY 4.0. Not for storing (``apps``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any, Final
from urllib.parse import urlencode

from seutu.core.places import Division
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import SIGNS, Indicator, Kind, Observation, SourceRecord, Status, sign_status
from seutu.core.text import Text
from seutu.rules.statistics import catalogue
from seutu.sources.statistics import sotkanet_words as words
from seutu.sources.statistics.pulling import Asking, Download, Part, PullQuery, Question
from seutu.sources.statistics.reading import examples
from seutu.sources.statistics.sotkanet_answers import listed, named_object

SERVER: Final = "https://sotkanet.fi/rest/1.1"
LICENCE: Final = "CC BY 4.0"
FIRST_YEAR: Final = 1990
YEARS_AT_ONCE: Final = 10
TOTAL: Final = "total"
GENDERS: Final = ("total", "male", "female")
CALLS, SECONDS = 10, 10.0
"""Our own pace: the service states none."""
CATEGORIES: Final[Mapping[str, Division]] = {
    "KUNTA": Division.MUNICIPALITY,
    "SEUTUKUNTA": Division.SUB_REGION,
    "MAAKUNTA": Division.REGION,
    "ELY-KESKUS": Division.ELY_CENTRE,
    "HYVINVOINTIALUE": Division.WELLBEING_COUNTY,
    "MAA": Division.COUNTRY,
}
"""The divisions that the product knows; other categories of regions (hospital districts, Europe) are passed over."""
_LIMITS: Final = {"years": "years", "year": "years", "vuosi": "years", "genders": "genders", "sukupuoli": "genders"}

Places = Mapping[str, tuple[Division, str] | None]


@dataclass(frozen=True, slots=True)
class _Asked:
    base: str
    number: str
    indicator: str
    places: Places
    genders: tuple[str, ...]


def download(query: PullQuery, asking: Asking) -> Download:
    """Pull the indicator whose number is ``query.table``.

    ``only`` takes ``years=2022,2023`` (without it every year from 1990 or the indicator's own first one) and
    ``genders=total,male,female`` (without it the total). Raises ``InputProblem``.
    """
    if not (query.table.isascii() and query.table.isdecimal()):
        raise InputProblem.because(words.no_number(query.table[:40]), value=query.table[:40])
    asking.keep_pace(CALLS, SECONDS)
    base = (query.url or SERVER).rstrip("/")
    facts = asking.read(Question(f"{base}/indicators/{query.table}"), named_object, fresh=True)
    if str(facts.get("id")) != query.table:
        raise InputProblem.because(words.other_indicator(query.table, str(facts.get("id"))[:40]))
    places = asking.read(Question(f"{base}/regions"), _places, fresh=True)
    years, genders = _limits(query, facts)
    known = _indicator(query, facts)
    record = _record(query, facts, base)
    if known.source == "sotkanet":  # the source of a figure that the product knows but does not bring along
        known = replace(known, source=record.id)
    asked = _Asked(base, query.table, known.id, places, genders)
    spans = [years[at : at + YEARS_AT_ONCE] for at in range(0, len(years), YEARS_AT_ONCE)]
    return Download(
        source=record,
        indicators={known.id: known},
        parts=(_part(asked, span, asking) for span in spans),
        weight=len(years),
        scope=("indicator", "place_kind", "period", "breakdown"),
    )


def _part(asked: _Asked, years: Sequence[str], asking: Asking) -> Part:
    parameters = [("indicator", asked.number)]
    parameters += [("years", year) for year in years] + [("genders", gender) for gender in asked.genders]
    rows = asking.read(Question(f"{asked.base}/json?{urlencode(parameters)}"), listed)
    found: list[Observation] = []
    problems: list[Problem] = []
    unknown: set[str] = set()
    for position, row in enumerate(rows, start=1):
        region = str(row.get("region"))
        if region not in asked.places:
            unknown.add(region)
            continue
        place = asked.places[region]
        if place is not None:
            one = _observation(asked, row, place, set(years), position, problems)
            found.extend([] if one is None else [one])
    if unknown:
        problems.append(Problem(words.unknown_regions(examples(unknown)), value=", ".join(sorted(unknown))))
    return Part(found, len(years), problems)


def _observation(
    asked: _Asked,
    row: Mapping[str, Any],
    place: tuple[Division, str],
    years: set[str],
    position: int,
    problems: list[Problem],
) -> Observation | None:
    """Return the figure of a row; what the row should not say is a problem, and then there is no figure."""
    year, gender = str(row.get("year")), str(row.get("gender"))
    if str(row.get("indicator")) != asked.number or year not in years or gender not in asked.genders:
        said = f"{row.get('indicator')} {year} {gender}"[:60]
        problems.append(Problem(words.not_asked(said), line=position, value=said))
        return None
    given = row.get("primary value", row.get("value"))
    value, status = _value(given)
    if value is None and not status:
        problems.append(Problem(words.no_value(str(given)[:40]), line=position, column="value", value=str(given)[:40]))
        return None
    division, code = place
    breakdown = "" if gender == TOTAL else f"gender:{gender}"
    return Observation(asked.indicator, division.value, code, year, value, breakdown, status)


def _value(given: Any) -> tuple[float | None, str]:  # parsed JSON of any shape
    """Return the value and its status; an empty status is of what is neither a number nor a sign."""
    text = "" if given is None else str(given).strip()
    if not text:
        return None, Status.NOT_PUBLISHED
    if text in SIGNS:
        return None, sign_status(text)
    if isinstance(given, bool):
        return None, ""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None, ""
    return (value, Status.PUBLISHED) if isfinite(value) else (None, "")


def _places(content: bytes) -> Places:
    """Return the division and code of each of Sotkanet's own region numbers; ``None``: a region passed over."""
    found: dict[str, tuple[Division, str] | None] = {}
    for row in listed(content):
        number, category, code = (str(row.get(name, "")) for name in ("id", "category", "code"))
        division = CATEGORIES.get(category)
        found[number] = None if division is None else (division, _code(division, code))
    if not any(place is not None and place[0] is Division.MUNICIPALITY for place in found.values()):
        raise InputProblem.because(words.no_municipalities())
    return found


def _code(division: Division, code: str) -> str:
    if division is Division.COUNTRY:
        return "SSS"
    if division is Division.MUNICIPALITY:
        return code.zfill(3)
    plain = division in {Division.ELY_CENTRE, Division.WELLBEING_COUNTY}
    return str(int(code)) if plain and code.isdecimal() else code


def _limits(query: PullQuery, facts: Mapping[str, Any]) -> tuple[list[str], tuple[str, ...]]:
    asked: dict[str, tuple[str, ...]] = {}
    for name, values in query.only.items():
        known = _LIMITS.get(name.casefold())
        if known is None:
            raise InputProblem.because(words.unknown_limit(name[:40]), column=name[:40])
        asked[known] = values
    genders = tuple(gender.casefold() for gender in asked.get("genders", (TOTAL,)))
    strange = [gender for gender in genders if gender not in GENDERS]
    if strange:
        raise InputProblem.because(words.unknown_gender(strange[0][:40]), value=strange[0][:40])
    years = sorted(set(asked.get("years", ())))
    strange = [year for year in years if not (year.isascii() and year.isdecimal() and len(year) == len("2023"))]
    if strange:
        raise InputProblem.because(words.no_year(strange[0][:40]), value=strange[0][:40])
    return years or _every_year(query, facts), genders


def _every_year(query: PullQuery, facts: Mapping[str, Any]) -> list[str]:
    """Return the years of the indicator's own range where it tells one, else all since 1990."""
    span = facts.get("range")
    first, last = (span.get("start"), span.get("end")) if isinstance(span, Mapping) else (None, None)
    if not (isinstance(first, int) and isinstance(last, int) and 1900 <= first <= last <= query.retrieved.year):  # noqa: PLR2004
        first, last = FIRST_YEAR, query.retrieved.year
    return [str(year) for year in range(first, last + 1)]


def _indicator(query: PullQuery, facts: Mapping[str, Any]) -> Indicator:
    """Return the indicator that the person names, else that of the catalogue, else one of the source's own title."""
    named = query.indicators.get(query.table) or query.indicators.get("")
    if named is not None:
        known = catalogue().indicators.get(named)
    else:
        of_number = (each for each in catalogue().indicators.values() if each.source.startswith("sotkanet"))
        known = next((each for each in of_number if each.content == query.table), None)
    if known is not None:
        return known
    title = _text(facts.get("title")) or Text.same(f"Sotkanet {query.table}")
    return Indicator(
        id=named or f"sotkanet_{query.table}",
        label=title,
        unit=Text.same(""),
        description=title,
        kind=Kind.INDEX,
        decimals=1,
        source="sotkanet",
        table=query.table,
        content=query.table,
    )


def _record(query: PullQuery, facts: Mapping[str, Any], base: str) -> SourceRecord:
    organisation = facts.get("organization")
    owner = _text(organisation.get("title")) if isinstance(organisation, Mapping) else None
    title = _text(facts.get("title"))
    said = owner.in_language(query.language) if owner else ""
    return SourceRecord(
        id=f"sotkanet.{query.table}",
        name=", ".join(part for part in ("THL Sotkanet", said) if part),
        licence=LICENCE,
        retrieved=query.retrieved,
        url=f"{base}/indicators/{query.table}",
        note=title.in_language(query.language) if title else "",
    )


def _text(plain: Any) -> Text | None:  # parsed JSON of any shape
    """Return a title in the three languages; a language that is missing takes the Finnish words."""
    if not isinstance(plain, Mapping):
        return None
    said = {name: " ".join(str(plain.get(name) or "").split()) for name in ("fi", "sv", "en")}
    first = next((text for text in said.values() if text), "")
    return Text(**{name: text or first for name, text in said.items()}) if first else None
