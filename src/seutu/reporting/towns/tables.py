"""The tables of town reports as printed rows: the figures of a topic, the sources, the towns of a group side by side.

Numbers are written for reading. Not for sentences (``seutu.core.statistics.profile_sentences``).
"""

from collections.abc import Sequence
from typing import Final

from seutu.core.figures import write_date
from seutu.core.situation.sources import SourceNote
from seutu.core.situation.writing import PERCENT, write_plain, write_with_unit
from seutu.core.statistics.industry_change import IndustryChanges, write_count, write_difference, write_relative
from seutu.core.statistics.profile import ProfileFigure, ProfileTopic, TownProfile
from seutu.core.statistics.profile_sentences import write_rank, write_value
from seutu.core.text import Language
from seutu.reporting.documents import Column, Row, Table
from seutu.reporting.situation.tables import write_change
from seutu.reporting.towns import words

WIDEST_NAME: Final = 17
WIDEST_VALUE: Final = 13
SHARES: Final = (3.2, 1.1, 0.8, 1.9, 1.2, 1.1, 1.1)


def figure_headings(language: Language) -> tuple[str, ...]:
    """Return the headings of ``figure_cells``: figure, value, year, change, group's median, rank in it, rank in all."""
    return (
        words.FIGURE.in_language(language),
        words.VALUE.in_language(language),
        words.YEAR.in_language(language),
        words.CHANGE.in_language(language),
        words.GROUP_MEDIAN.in_language(language),
        words.RANK_GROUP.in_language(language),
        words.RANK_ALL.in_language(language),
    )


def figure_cells(figure: ProfileFigure, language: Language) -> tuple[str, ...]:
    """Return one figure of the profile as written cells; a dash where there is nothing."""
    series, latest = figure.series, figure.series.latest
    change = write_change(series, series.change, language) if series.measure != "balance" else ""
    interval = f" ({_interval(figure, language)})" if figure.interval else ""
    middle = figure.group_median
    return (
        series.label.in_language(language),
        _valued(figure, language) + interval,
        latest.period if latest else "–",
        change or "–",
        "–" if middle is None else write_plain(middle, series.decimals, language),
        write_rank(figure.among_group, language),
        write_rank(figure.among_all, language),
    )


def _valued(figure: ProfileFigure, language: Language) -> str:
    series, latest = figure.series, figure.series.latest
    if latest is not None and latest.value is not None and series.unit.fi == PERCENT:
        return write_with_unit(latest.value, series.unit, series.decimals, language)
    return write_value(series, language)


def _interval(figure: ProfileFigure, language: Language) -> str:
    low, high = figure.interval or (0.0, 0.0)
    decimals = figure.series.decimals
    return f"{write_plain(low, decimals, language)}–{write_plain(high, decimals, language)}"


def topic_table(topic: ProfileTopic, language: Language) -> Table:
    """Return the figures of a topic; the unit stands after the name unless it is per cent."""
    headings = figure_headings(language)
    columns = tuple(
        Column(heading, "right" if number else "left", SHARES[number]) for number, heading in enumerate(headings)
    )
    rows = []
    for figure in topic.figures:
        cells = figure_cells(figure, language)
        unit = figure.series.unit
        named = cells[0] if unit.fi == PERCENT else f"{cells[0]}, {unit.in_language(language)}"
        rows.append((named, *cells[1:]))
    return Table("", columns, tuple(rows))


def industry_table(found: IndustryChanges, language: Language) -> Table:
    """Return the jobs by industry at the two ends of a period and their change, all together last."""
    headings = (words.INDUSTRY.in_language(language), found.start, found.end, words.CHANGE.in_language(language), "%")
    columns = tuple(
        Column(heading, "right" if number else "left", share)
        for number, (heading, share) in enumerate(zip(headings, (4.0, 1.0, 1.0, 1.0, 1.0), strict=True))
    )
    rows = tuple(
        (
            row.label.in_language(language),
            write_count(row.first, language),
            write_count(row.last, language),
            write_difference(row, language),
            write_relative(row, language),
        )
        for row in (*found.rows, found.total)
    )
    return Table(words.JOBS_BY_INDUSTRY.in_language(language), columns, rows)


def source_table(sources: Sequence[SourceNote], language: Language) -> Table:
    """Return the sources with licence and the day they were retrieved."""
    columns = (
        Column(words.SOURCE.in_language(language), share=4),
        Column(words.LICENCE.in_language(language), share=1.2),
        Column(words.RETRIEVED.in_language(language), "right", 1.2),
    )
    rows: list[Row] = []
    for note in sources:
        named = (note.publisher.in_language(language), note.title.in_language(language))
        day = write_date(note.retrieved, language) if note.retrieved else "–"
        rows.append((", ".join(part for part in named if part), note.licence or "–", day))
    return Table("", columns, tuple(rows))


def side_by_side(profiles: Sequence[TownProfile], wanted: Sequence[str], language: Language) -> Table:
    """Return the towns as rows and the figures ``wanted`` as columns, each value with its rank in the group."""
    named = {figure.series.indicator: figure for profile in profiles for figure in profile.figures}
    names = [name for name in wanted if name in named]
    headings = [_headed(named[name], language) for name in names]
    columns = (
        Column(words.MUNICIPALITY.in_language(language), share=WIDEST_NAME),
        *(Column(heading, "right", _room(heading)) for heading in headings),
    )
    rows = tuple(
        (profile.place.name.in_language(language), *(_beside(profile, name, language) for name in names))
        for profile in profiles
    )
    return Table("", columns, rows)


def _room(heading: str) -> float:
    """Return the letters of a heading's longest word, at least those of a value with its rank: words do not break."""
    return float(max(WIDEST_VALUE, *(len(word) for word in heading.split())))


def _headed(figure: ProfileFigure, language: Language) -> str:
    unit = figure.series.unit.in_language(language)
    label = figure.series.label.in_language(language)
    return f"{label}, {unit}" if unit == PERCENT else label


def _beside(profile: TownProfile, name: str, language: Language) -> str:
    found = next((figure for figure in profile.figures if figure.series.indicator == name), None)
    if found is None:
        return "–"
    value = write_value(found.series, language)
    if found.among_group is None:
        return value
    shared = "=" if found.among_group.tied else ""
    return f"{value} ({shared}{found.among_group.rank}.)"
