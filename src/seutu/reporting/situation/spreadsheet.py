"""The situation picture as XLSX: one sheet per table, numbers as numbers, sources on their own sheet.

Everything is here, also the rows that print leaves out. Text is written as text, so that nothing in it is a formula.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import IO, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from seutu.core.situation import FigureSeries, Share, SituationPicture
from seutu.core.situation.series import Number, Point
from seutu.core.text import Language, Text
from seutu.reporting.documents.archives import settle_archive
from seutu.reporting.images.printable import printable
from seutu.reporting.situation import words
from seutu.reporting.situation.content import elsewhere

Value = str | int | float | date | None
WIDEST: Final = 60
DECIMALS: Final = 6


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, headings and rows. ``percent`` are the positions of columns that hold fractions."""

    name: Text
    headings: tuple[Text, ...]
    rows: tuple[tuple[Value, ...], ...]
    percent: tuple[int, ...] = ()


def write_xlsx(picture: SituationPicture, language: Language, stream: IO[bytes]) -> None:
    """Write the picture's tables as a workbook; empty tables keep their headings."""
    buffer = io.BytesIO()
    place = printable(picture.place.name.in_language(language))
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties(
            {
                "title": f"{words.PICTURE.in_language(language)}: {place}",
                "author": "Seutu",
                "created": datetime.combine(picture.at, time(12), tzinfo=UTC).replace(tzinfo=None),
            }
        )
        formats = _Formats(book)
        for sheet in sheets(picture, language):
            _write(book, sheet, language, formats)
    stream.write(settle_archive(buffer.getvalue()))


def sheets(picture: SituationPicture, language: Language) -> list[Sheet]:
    """Return the sheets in their order."""
    return [
        _summary(picture, language),
        _figures(picture, language),
        _breakdowns(picture, language),
        _actors(picture, language),
        _links(picture, language),
        _nodes(picture, language),
        _gaps(picture, language),
        _sources(picture, language),
    ]


class _Formats:
    """The cell formats of one workbook, made once."""

    def __init__(self, book: Workbook) -> None:
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "d.m.yyyy", "align": "left"})
        self.share = book.add_format({"num_format": "0.0%"})
        self.number = book.add_format({"num_format": "#,##0.######"})
        self.whole = book.add_format({"num_format": "#,##0"})

    def of(self, value: Value, *, percent: bool) -> Format | None:
        """Return the format that shows ``value`` as what it is."""
        if isinstance(value, date):
            return self.day
        if percent:
            return self.share
        if isinstance(value, float):
            return self.whole if value == int(value) else self.number
        return self.whole if isinstance(value, int) else None


def _write(book: Workbook, sheet: Sheet, language: Language, formats: _Formats) -> None:
    page = book.add_worksheet(sheet.name.in_language(language)[:31])
    headings = [heading.in_language(language) for heading in sheet.headings]
    for column, heading in enumerate(headings):
        page.write_string(0, column, heading, formats.head)
        page.set_column(column, column, _width(heading, (row[column] for row in sheet.rows)))
    for line, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            style = formats.of(value, percent=column in sheet.percent)
            if isinstance(value, str):
                page.write_string(line, column, printable(value))
            elif isinstance(value, date):
                page.write_datetime(line, column, datetime.combine(value, time()), style)
            elif value is not None:
                page.write_number(line, column, value, style)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&R&P / &N")
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(headings) - 1)


def _width(heading: str, values: Iterable[Value]) -> int:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return min(max(longest, len(heading)) + 3, WIDEST)


def _summary(picture: SituationPicture, language: Language) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (words.PLACE.in_language(language), picture.place.name.in_language(language)),
        (words.CODE.in_language(language), picture.place.code),
        (words.DAY.in_language(language), picture.at),
        (words.LEAD.in_language(language), picture.lead.in_language(language)),
    ]
    if picture.age_notice is not None:
        rows.append((words.NOTICE.in_language(language), picture.age_notice.in_language(language)))
    return Sheet(words.PICTURE, (words.LABEL, words.VALUE), tuple(rows))


def _number(value: Number | None) -> float | None:
    """Return the value as the spreadsheet's number; a read decimal keeps its printed digits."""
    return None if value is None else float(value)


def _figures(picture: SituationPicture, language: Language) -> Sheet:
    headings = (words.FIGURE, words.PLACE, words.PERIOD, words.VALUE, words.UNIT, words.STATUS)
    more = (words.SOURCE, words.DEFINITION, words.FORMULA)
    rows = [
        row
        for series in picture.figures
        for name, points, source in [
            (picture.place.name, series.values, series.source),
            *((each.name, each.points, None) for each in series.comparisons),
        ]
        for row in _points(series, name, points, source, picture, language)
    ]
    missing = [
        (
            series.label.in_language(language),
            picture.place.name.in_language(language),
            None,
            None,
            series.unit.in_language(language),
            _why(series, language),
            "",
            series.definition.in_language(language),
            _formula(series, language),
        )
        for series in picture.figures
        if not series.values
    ]
    return Sheet(words.OVER_TIME, headings + more, (*rows, *missing))


def _why(series: FigureSeries, language: Language) -> str:
    return (series.why_missing or words.STATUSES["missing"]).in_language(language)


def _formula(series: FigureSeries, language: Language) -> str:
    return series.formula.in_language(language) if series.formula else ""


def _points(
    series: FigureSeries,
    name: Text,
    points: Sequence[Point],
    source: str | None,
    picture: SituationPicture,
    language: Language,
) -> list[tuple[Value, ...]]:
    """Return the points as rows; ``source`` is of those that name none themselves."""
    return [
        (
            series.label.in_language(language),
            name.in_language(language),
            point.period,
            _number(point.value),
            series.unit.in_language(language),
            words.STATUSES[point.status].in_language(language),
            _source_names((point.source or source or "",), picture, language),
            series.definition.in_language(language),
            _formula(series, language),
        )
        for point in points
    ]


def _source_names(ids: Iterable[str], picture: SituationPicture, language: Language) -> str:
    notes = [picture.source(source) for source in ids]
    return ", ".join(note.title.in_language(language) for note in notes if note is not None)


def _breakdowns(picture: SituationPicture, language: Language) -> Sheet:
    found = picture.composition
    parts: list[tuple[Text, Sequence[Share]]] = [
        (words.BY_CLASS, found.by_class),
        (words.BY_INDUSTRY, found.by_industry),
        (words.BY_SIZE, found.by_size),
        (words.BY_TAG, found.by_tag),
    ]
    rows = tuple(
        (
            name.in_language(language),
            share.code,
            share.label.in_language(language),
            share.count,
            round(share.share, DECIMALS),
        )
        for name, shares in parts
        for share in shares
    )
    headings = (words.BREAKDOWN, words.CODE, words.LABEL, words.COUNT, words.SHARE)
    return Sheet(words.WHO_IS_HERE, headings, rows, percent=(4,))


def _actors(picture: SituationPicture, language: Language) -> Sheet:
    headings = (words.LABEL, words.CLASS, words.INDUSTRY, words.SIZE, words.TAGS, words.PLACE)
    more = (words.LONGITUDE, words.LATITUDE, words.SOURCE)
    rows = tuple(
        (
            actor.name,
            ", ".join(coded.label.in_language(language) for coded in actor.classes),
            actor.industry.label.in_language(language) if actor.industry else None,
            actor.size.label.in_language(language) if actor.size else None,
            ", ".join(coded.label.in_language(language) for coded in actor.tags),
            actor.place.label.in_language(language) if actor.place else None,
            actor.lon,
            actor.lat,
            _source_names(actor.sources, picture, language),
        )
        for actor in picture.actors
    )
    return Sheet(words.ACTORS, headings + more, rows)


def _links(picture: SituationPicture, language: Language) -> Sheet:
    names = {node.id: node.label for node in picture.network.nodes}
    rows = tuple(
        (
            names.get(link.source, link.source),
            names.get(link.target, link.target),
            link.kind.in_language(language) if link.kind else None,
            link.weight,
            "; ".join(evidence.label.in_language(language) for evidence in link.evidence),
            _source_names((evidence.source or "" for evidence in link.evidence), picture, language),
        )
        for link in picture.network.links
    )
    headings = (words.FROM, words.TO, words.KIND, words.SHARED, words.EVIDENCE, words.SOURCE)
    return Sheet(words.LINKS, headings, rows)


def _nodes(picture: SituationPicture, language: Language) -> Sheet:
    rows = tuple(
        (
            node.label,
            node.class_label.in_language(language) if node.class_label else None,
            node.degree,
            None if node.community is None else node.community + 1,
        )
        for node in picture.network.nodes
    )
    return Sheet(words.NODES, (words.FROM, words.CLASS, words.PARTNERS, words.COMMUNITY), rows)


def _gaps(picture: SituationPicture, language: Language) -> Sheet:
    rows = tuple(
        (gap.title.in_language(language), item.label, gap.next_step.in_language(language))
        for gap in picture.gaps.lists
        for item in gap.items
    )
    said = elsewhere(picture.gaps, language)
    more = () if said is None else ((words.NO_MUNICIPALITY.in_language(language), None, said),)
    return Sheet(words.MISSING_SHEET, (words.GAP, words.FROM, words.NEXT), (*rows, *more))


def _sources(picture: SituationPicture, language: Language) -> Sheet:
    rows = tuple(
        (
            number,
            note.title.in_language(language),
            note.publisher.in_language(language),
            note.licence,
            note.retrieved,
            note.url,
        )
        for number, note in enumerate(picture.sources, start=1)
    )
    headings = (words.NUMBER, words.TITLE, words.PUBLISHER, words.LICENCE, words.RETRIEVED, words.ADDRESS)
    return Sheet(words.SOURCES, headings, rows)
