"""The profile of a town: its figures by topic, their ranks among all municipalities and a group, mergers and sources.

A town costs one question to the store; what it is read against is kept in the process until a load changes the store.
Not for pages or reports.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from statistics import median
from typing import Final

from seutu.apps.statistics.figures import (
    Beside,
    Medians,
    area_figures,
    by_indicator,
    comparison_of,
    series_of,
    source_note,
)
from seutu.apps.statistics.overview import OWN_MATERIAL, Overview, overview
from seutu.apps.statistics.queries import store_stamp, warehouse
from seutu.core.indices.standing import Standing as IndexStanding
from seutu.core.places import Division
from seutu.core.situation import Comparison, FigureSeries, PlaceHead, SourceNote, age_notice
from seutu.core.statistics import Grain, Status, describe_status
from seutu.core.statistics.industry_change import (
    ALL,
    IndustryChanges,
    IndustryCount,
    comparable_years,
    industry_changes,
)
from seutu.core.statistics.profile import (
    MergedMunicipality,
    PeerGroup,
    ProfileFigure,
    ProfileTopic,
    TownProfile,
)
from seutu.core.statistics.profile_sentences import NOT_PUBLISHED, NOT_THERE, SUPPRESSED, other_year
from seutu.core.statistics.sections import ProfileSection
from seutu.core.statistics.standing import part_below, standing
from seutu.core.surveys.town_sentences import TownSurvey
from seutu.core.text import Text
from seutu.rules import places
from seutu.rules.classifications import SECTION, tol2008
from seutu.rules.statistics.profile_sections import profile_sections
from seutu.warehouse import Area, Figure

COUNTRY: Final = "SSS"
INDUSTRIES: Final = "industries"
"""The topic that tells how jobs changed by industry."""
JOBS: Final = "workplaces_by_industry"
SECTION_OF: Final = "tol2008:"
UNKNOWN_INDUSTRY: Final = "X"
REMARKED: Final = {Status.FORMER_EXTENT, Status.INCOMPLETE}


def town_profile(
    code: str,
    group: PeerGroup,
    *,
    at: date,
    indices: Sequence[IndexStanding] = (),
    surveys: Sequence[TownSurvey] = (),
    topics: Collection[str] | None = None,
) -> TownProfile:
    """Return the profile of today's municipality ``code``, ranked among all municipalities and in ``group``.

    ``topics`` are the codes of the topics that are shown; without them every topic is. Raises ``UnknownPlace``.
    """
    place = head_of(code)
    asked = [each for each in _asked(overview()) if topics is None or each[0].code in topics]
    names = tuple(name for _, figures in asked for name in figures)
    own = by_indicator(warehouse().series(names, [code], grain=Grain.YEAR))
    drawn = tuple(name for topic in profile_sections() for name in topic.leads if name in names)
    beside = comparisons(group, drawn)
    jobs = _jobs(code) if any(topic.code == INDUSTRIES for topic, _ in asked) else []
    industries = _industries(jobs)
    shown = [
        ProfileTopic(
            topic.code,
            topic.label,
            tuple(_figure(name, code, own[name], group, topic, beside.get(name, ())) for name in figures),
            industries if topic.code == INDUSTRIES else None,
        )
        for topic, figures in asked
        if figures
    ]
    published = [topic for topic in shown if topic.code != OWN_MATERIAL.code] or shown
    return TownProfile(
        place=place,
        at=at,
        division=places.NEWEST_DIVISION,
        group=group,
        topics=tuple(shown),
        sources=_sources([*(own[name] for name in names), [each for each in jobs if _ends(each, industries)]]),
        merged=merged_into(code),
        age_notice=age_notice((figure.series for topic in published for figure in topic.figures), at),
        indices=tuple(indices),
        surveys=tuple(surveys),
    )


def _jobs(code: str) -> list[Figure]:
    """Return the municipality's jobs of every year, all together and by section of TOL 2008."""
    every = warehouse().series([JOBS], [code], grain=Grain.YEAR, breakdown=None)
    return [each for each in every if each.breakdown == ALL or each.breakdown.startswith(SECTION_OF)]


def _industries(jobs: Sequence[Figure]) -> IndustryChanges | None:
    """Return how jobs changed by section between the ends of the newest span that one source has."""
    counts: dict[str, dict[str, IndustryCount]] = {}
    sources: dict[str, str] = {}
    for figure in jobs:
        year, section = str(figure.period), figure.breakdown.removeprefix(SECTION_OF)
        counts.setdefault(year, {})[section] = IndustryCount(figure.value, str(figure.status))
        sources[year] = " ".join(source.id for source in figure.sources)
    ends = comparable_years(sources)
    names = {each.code: each.name for each in tol2008().values() if each.level == SECTION}
    names.pop(UNKNOWN_INDUSTRY, None)
    return industry_changes(counts, ends, names) if ends else None


def _ends(figure: Figure, found: IndustryChanges | None) -> bool:
    return found is not None and figure.period in {found.start, found.end}


def head_of(code: str) -> PlaceHead:
    """Return the head of today's municipality. Raises ``UnknownPlace``."""
    table, today = places.load(), places.NEWEST_DIVISION
    place = table.municipality(code, today)
    region = table.area_of(code, Division.REGION, today)
    sub_region = table.area_of(code, Division.SUB_REGION, today)
    return PlaceHead(
        name=place.name,
        code=code,
        kind="municipality",
        region=region.name if region else None,
        sub_region=sub_region.name if sub_region else None,
    )


def merged_into(code: str) -> tuple[MergedMunicipality, ...]:
    """Return the former municipalities that are part of today's ``code``, oldest merger first."""
    table, today = places.load(), places.NEWEST_DIVISION
    joined = [merger for merger in table.mergers if table.successor(merger.old, today) == code and merger.old != code]
    return tuple(
        MergedMunicipality(table.municipality(each.old, each.at - timedelta(days=1)).name, each.old, each.at)
        for each in joined
    )


def _asked(found: Overview) -> list[tuple[ProfileSection, tuple[str, ...]]]:
    """Return the figures of each topic that municipalities have, and what people have loaded as a topic of its own."""
    own = tuple(entry.id for entry in found.entries.values() if entry.topic is OWN_MATERIAL and entry.ranked)
    asked = [(topic, tuple(name for name in topic.figures if found.values.get(name))) for topic in profile_sections()]
    return [*asked, (ProfileSection(OWN_MATERIAL.code, OWN_MATERIAL.label, {}), own)]


def comparisons(group: PeerGroup, names: tuple[str, ...]) -> Mapping[str, tuple[Comparison, ...]]:
    """Return the figures of the whole country and the group over time, by indicator, for those that are drawn."""
    return _comparisons(store_stamp(warehouse()), group, names)


@lru_cache(maxsize=32)
def _comparisons(
    stamp: tuple[str, int, int], group: PeerGroup, names: tuple[str, ...]
) -> Mapping[str, tuple[Comparison, ...]]:
    del stamp  # part of the key only
    store, table, today = warehouse(), places.load(), places.NEWEST_DIVISION
    country = table.place(Division.COUNTRY, COUNTRY, today)
    members = tuple(place.code for place in table.places(Division.MUNICIPALITY, today))
    beside = [Beside("country", country.name, Area("country", COUNTRY, members))]
    if group.members:
        beside.append(Beside("group", group.name, Area("group", group.code, group.members)))
    areas = area_figures(store, [each.area for each in beside], names)
    medians = Medians(store, names)
    found: dict[str, tuple[Comparison, ...]] = {}
    for name in names:
        indicator = store.catalogue().indicator(name)
        made = (comparison_of(each, indicator, areas[name, each.area.kind, each.area.code], medians) for each in beside)
        found[name] = tuple(comparison for comparison in made if comparison is not None)
    return found


def _figure(
    name: str,
    code: str,
    figures: Sequence[Figure],
    group: PeerGroup,
    topic: ProfileSection,
    beside: tuple[Comparison, ...],
) -> ProfileFigure:
    found = overview()
    entry, values = found.entries[name], found.values[name]
    series = _with_reason(series_of(entry.indicator, figures, beside, entry.formula), figures)
    latest, common = series.latest, entry.extent.period if entry.extent else ""
    ranked = latest is not None and latest.period == common
    among_all, among_group = (standing(code, values), standing(code, values, group.members)) if ranked else (None, None)
    of_group = [values[member] for member in group.members if member in values] if ranked else []
    middle = float(median(of_group)) if of_group else None
    newest = next((each for each in reversed(figures) if latest and each.period == latest.period), None)
    return ProfileFigure(
        series=series,
        subject=topic.figures.get(name),
        among_all=among_all,
        among_group=among_group,
        group_median=middle,
        part=part_below(values[code], values) if ranked else None,
        group_part=None if middle is None else part_below(middle, values),
        why_no_rank=other_year(latest.period, common) if latest is not None and not ranked else None,
        remark=describe_status(newest.status) if newest is not None and newest.status in REMARKED else None,
        leads=name in topic.leads,
    )


def _with_reason(series: FigureSeries, figures: Sequence[Figure]) -> FigureSeries:
    """Return the series; without any value it says whether it is suppressed, blank at the source or not there."""
    if series.latest is not None:
        return series
    hidden = any(point.status == "suppressed" for point in series.values)
    why = SUPPRESSED if hidden else NOT_PUBLISHED if figures else NOT_THERE
    return replace(series, why_missing=why)


def _sources(figures: Iterable[Sequence[Figure]]) -> tuple[SourceNote, ...]:
    """Return the sources of the newest values, each once, in the order of the figures."""
    used: dict[str, SourceNote] = {}
    for each in figures:
        known = [figure for figure in each if figure.value is not None]
        for record in known[-1].sources if known else ():
            used.setdefault(record.id, source_note(record))
    return tuple(used.values())


def group_of(code: str, name: Text, members: Sequence[str], *, regional_towns: bool = False) -> PeerGroup:
    """Return a group to rank in; the regional towns are called by their name in sentences, others as municipalities."""
    if regional_towns:
        counted = Text(fi="seutukaupungista", sv="regionstäder", en="regional towns")
    else:
        counted = Text(
            fi=f"kunnasta ryhmässä ”{name.fi}”",
            sv=f"kommuner i gruppen ”{name.sv}”",
            en=f"municipalities in “{name.en}”",
        )
    return PeerGroup(code, name, tuple(members), counted)
