"""The tables of a situation picture as printed rows: key figures, breakdowns, series, links, sources.

Each chart's equal. Numbers are written for reading here; the spreadsheet writes them as numbers.
"""

from collections.abc import Sequence
from typing import Final

from seutu.core.figures import write_date, write_number
from seutu.core.situation import FigureSeries, NetworkContent, Share, SituationPicture, SourceNote
from seutu.core.situation.sentences import country_change
from seutu.core.situation.series import Change, Point
from seutu.core.situation.writing import (
    NO_VALUE,
    PERCENT,
    POINTS_SHORT,
    write_plain,
    write_point,
    write_share,
    write_signed,
)
from seutu.core.text import Language, Text
from seutu.reporting.documents import Column, Row, Table
from seutu.reporting.situation import words

LINK_ROWS: Final = 20
ACTOR_ROWS: Final = 60
PERIOD_ROWS: Final = 12
SHORTEST_COLUMN: Final = 6


def key_figures(picture: SituationPicture, language: Language) -> Table:
    """Return the newest value and its change of every figure, and the country's beside them; a missing one says why.

    A share stands beside the country's share, a count beside the country's change; a balance beside neither.
    """
    columns = (
        Column(words.FIGURE.in_language(language), share=2.5),
        Column(words.VALUE.in_language(language), "right", 1.6),
        Column(words.PERIOD.in_language(language), "right", 0.6),
        Column(words.CHANGE.in_language(language), "right", 2),
        Column(_country_name(picture, language), "right", 2),
        Column(words.SOURCE.in_language(language), "right", 0.6),
    )
    rows = tuple(_figure_row(series, picture, language) for series in picture.figures)
    return Table(words.KEY_FIGURES.in_language(language), columns, rows)


def _country_name(picture: SituationPicture, language: Language) -> str:
    countries = [c.name for series in picture.figures for c in series.comparisons if c.role == "country"]
    default = Text(fi="Koko maa", sv="Hela landet", en="Whole country")
    return (countries[0] if countries else default).in_language(language)


def _figure_row(series: FigureSeries, picture: SituationPicture, language: Language) -> Row:
    latest = series.latest
    label = series.label.in_language(language)
    if latest is None:
        return (label, NO_VALUE["missing"], "", "", "", "")
    return (
        label,
        write_point(series, latest, language),
        latest.period,
        write_change(series, None if series.measure == "balance" else series.change, language),
        _country(series, latest, language),
        source_mark(picture.sources, latest.source or series.source),
    )


def _country(series: FigureSeries, latest: Point, language: Language) -> str:
    country = next((item for item in series.comparisons if item.role == "country"), None)
    if country is None or series.measure == "balance":
        return ""
    if series.measure == "count":
        change = None if series.change is None else country_change(series, series.change)
        return write_change(series, change, language)
    same = next((point for point in country.points if point.period == latest.period), None)
    return "" if same is None else write_point(series, same, language)


def write_change(series: FigureSeries, change: Change | None, language: Language) -> str:
    """Write a change with its starting period: counts in per cent, rates in their unit."""
    if change is None:
        return ""
    if series.measure == "count" and change.relative is not None:
        written = write_signed(change.relative * 100, Text.same(PERCENT), 1, language)
    else:
        unit = POINTS_SHORT if series.unit.fi == PERCENT else Text.same("")
        written = write_signed(change.difference, unit, series.decimals, language)
    return f"{written} ({change.start.period}–)"


def source_mark(sources: Sequence[SourceNote], source_id: str | None) -> str:
    """Return the number of a source in the list of sources, "[2]"; empty when it is not there."""
    number = next((n for n, note in enumerate(sources, start=1) if note.id == source_id), None)
    return "" if number is None else f"[{number}]"


def and_more(count: int, language: Language) -> str:
    """Say how many others there are: "ja 1 muu", "ja 12 muuta"."""
    one, many = words.AND_MORE
    return (one if count == 1 else many).in_language(language).format(write_number(count, language))


def of_all(pair: tuple[Text, Text], count: int, total: int, language: Language) -> str:
    """Say how many of all, in the words for one or for many in all (``words.OF_ALL``, ``words.ON_MAP_OF_ALL``)."""
    said = pair[0 if total == 1 else 1].in_language(language)
    return said.format(write_number(count, language), write_number(total, language))


def rows_left(shown: int, total: int, language: Language) -> str:
    """Say how many rows of all are shown; nothing when all are."""
    if shown >= total:
        return ""
    counts = (write_number(shown, language), write_number(total, language))
    return words.REST_IN_TABLES.in_language(language).format(*counts)


def actors(picture: SituationPicture, language: Language, rows: int = ACTOR_ROWS) -> Table:
    """Return the first actors with class, industry, municipality and source; the caller says how many there are.

    A column of which nothing is known in these rows is left out.
    """
    columns = (
        Column(words.LABEL.in_language(language), share=2.6),
        Column(words.CLASS.in_language(language), share=1.6),
        Column(words.INDUSTRY.in_language(language), share=2),
        Column(words.PLACE.in_language(language), share=1.2),
        Column(words.SOURCE.in_language(language), "right", 0.8),
    )
    printed = tuple(
        (
            actor.name,
            ", ".join(coded.label.in_language(language) for coded in actor.classes),
            actor.industry.label.in_language(language) if actor.industry else "",
            actor.place.label.in_language(language) if actor.place else "",
            " ".join(filter(None, (source_mark(picture.sources, source) for source in actor.sources))),
        )
        for actor in picture.actors[:rows]
    )
    filled = [place for place in range(len(columns)) if not place or any(row[place] for row in printed)]
    kept = tuple(tuple(row[place] for place in filled) for row in printed)
    return Table("", tuple(columns[place] for place in filled), kept)


def breakdown(shares: Sequence[Share], heading: Text, language: Language) -> Table:
    """Return a breakdown, every row of it."""
    columns = (
        Column(heading.in_language(language), share=4),
        Column(words.COUNT.in_language(language), "right"),
        Column(words.SHARE.in_language(language), "right"),
    )
    rows = tuple(
        (
            share.label.in_language(language),
            write_number(share.count, language),
            write_share(share.share, language),
        )
        for share in shares
    )
    return Table(heading.in_language(language), columns, rows)


def over_time(series: FigureSeries, picture: SituationPicture, language: Language) -> Table:
    """Return the newest ``PERIOD_ROWS`` periods for the place and its comparisons, newest first."""
    return series_over_time(series, picture.place.name, language, rows=PERIOD_ROWS)


def series_over_time(series: FigureSeries, place: Text, language: Language, *, rows: int | None = None) -> Table:
    """Return the newest ``rows`` periods (all without) for the place and its comparisons, newest first."""
    names = [place, *(item.name for item in series.comparisons)]
    lines = [series.values, *(item.points for item in series.comparisons)]
    periods = _periods(series)[:rows]
    printed = tuple((period, *(_cell(series, line, period, language) for line in lines)) for period in periods)
    headings = [words.PERIOD.in_language(language), *(name.in_language(language) for name in names)]
    columns = tuple(
        Column(heading, "right" if at else "left", _room(heading, [row[at] for row in printed]))
        for at, heading in enumerate(headings)
    )
    unit = series.unit.in_language(language)
    return Table(f"{series.label.in_language(language)}{', ' + unit if unit else ''}", columns, printed)


def _room(heading: str, cells: Sequence[str]) -> float:
    """Return the letters that the longest word of a heading, or the longest cell, needs: words do not break."""
    return float(max(SHORTEST_COLUMN, *(len(word) for word in [*heading.replace("-", "- ").split(), *cells])))


def period_count(series: FigureSeries) -> int:
    """Return how many periods the place or a comparison has."""
    return len(_periods(series))


def _periods(series: FigureSeries) -> list[str]:
    lines = [series.values, *(item.points for item in series.comparisons)]
    found = {(point.year, point.period) for line in lines for point in line}
    return [period for _, period in sorted(found, reverse=True)]


def _cell(series: FigureSeries, line: Sequence[Point], period: str, language: Language) -> str:
    point = next((point for point in line if point.period == period), None)
    if point is None:
        return NO_VALUE["missing"]
    if point.value is None:
        return NO_VALUE[point.status] if point.status in NO_VALUE else NO_VALUE["missing"]
    return write_plain(point.value, series.decimals, language)


def strongest_links(network: NetworkContent, language: Language, rows: int = LINK_ROWS) -> Table:
    """Return the heaviest links with their evidence; how many there are in all is the caller's to say."""
    names = {node.id: node.label for node in network.nodes}
    ordered = sorted(network.links, key=lambda link: (-link.weight, names.get(link.source, link.source), link.target))
    columns = (
        Column(words.FROM.in_language(language), share=2),
        Column(words.TO.in_language(language), share=2),
        Column(words.SHARED.in_language(language), "right", 1),
        Column(words.EVIDENCE.in_language(language), share=2.4),
    )
    printed = tuple(
        (
            names.get(link.source, link.source),
            names.get(link.target, link.target),
            write_plain(link.weight, 0 if link.weight == int(link.weight) else 2, language),
            ", ".join(evidence.label.in_language(language) for evidence in link.evidence),
        )
        for link in ordered[:rows]
    )
    return Table(words.LINKS.in_language(language), columns, printed)


def sources(picture: SituationPicture, language: Language) -> Table:
    """Return the numbered list of sources."""
    columns = (
        Column("", share=0.4),
        Column(words.TITLE.in_language(language), share=3),
        Column(words.PUBLISHER.in_language(language), share=2),
        Column(words.LICENCE.in_language(language), share=1.1),
        Column(words.RETRIEVED.in_language(language), "right", 1.1),
    )
    rows = tuple(_source_row(number, note, language) for number, note in enumerate(picture.sources, start=1))
    return Table("", columns, rows)


def _source_row(number: int, note: SourceNote, language: Language) -> Row:
    title = note.title.in_language(language)
    return (
        f"[{number}]",
        f"{title}, {note.url}" if note.url else title,
        note.publisher.in_language(language),
        note.licence or "–",
        write_date(note.retrieved, language) if note.retrieved else "–",
    )
