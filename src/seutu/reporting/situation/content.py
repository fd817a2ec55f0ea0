"""The situation picture as a document: which blocks in which order. Printing is in ``reporting.documents``.

Every chart stands with its table; what is left out of print is said with its number.
"""

from collections.abc import Mapping
from typing import Any

from seutu.core.charts import bar_chart, figure_chart, graph_chart, map_chart
from seutu.core.charts.bars import bar_finding
from seutu.core.figures import write_date, write_number
from seutu.core.situation import FigureSeries, GapList, Gaps, Share, SituationPicture, finding
from seutu.core.situation.composition import UNKNOWN, known_of
from seutu.core.situation.sentences import change_sentence
from seutu.core.text import Language, Text
from seutu.reporting.documents import Block, Chart, Document, Heading, Paragraph, SideBySide
from seutu.reporting.situation import tables, words
from seutu.reporting.situation.credits import boundary_credit

NAMES_SHOWN = 12
CHART_WIDTH = 340
CHART_HEIGHT = 200


def as_document(picture: SituationPicture, language: Language, *, shapes: Mapping[str, Any] | None = None) -> Document:
    """Return the whole picture as a document; ``shapes`` are the boundaries of the map (GeoJSON)."""
    day = write_date(picture.at, language)
    blocks: list[Block] = [Paragraph(picture.lead.in_language(language), "lead")]
    if picture.age_notice is not None:
        blocks.append(Paragraph(picture.age_notice.in_language(language), "notice"))
    blocks += [
        *_key_figures(picture, language),
        *_map(picture, language, shapes),
        *_composition(picture, language),
        *_actors(picture, language),
        *_network(picture, language),
        *_over_time(picture, language),
        *_gaps(picture.gaps, language),
        *_sources(picture, language),
    ]
    return Document(
        title=picture.place.name.in_language(language),
        kicker=f"{words.PICTURE.in_language(language)} · {day}",
        subtitle=where(picture, language),
        foot=words.MADE.in_language(language).format(day) + " · " + picture.place.name.in_language(language),
        at=picture.at,
        language=language,
        blocks=tuple(blocks),
    )


def where(picture: SituationPicture, language: Language) -> str:
    """Return the regions that the place is in, nearest first, and its official code."""
    place = picture.place
    above = [name.in_language(language) for name in (place.sub_region, place.region) if name]
    code = words.CODES.get(place.kind)
    return " · ".join([*above, code.in_language(language).format(place.code)] if code else above)


def class_order(picture: SituationPicture) -> tuple[str, ...]:
    """Return the class codes by their number in the picture, so that every chart gives a class the same colour."""
    return tuple(share.code for share in picture.composition.by_class if share.code != UNKNOWN)


def _key_figures(picture: SituationPicture, language: Language) -> list[Block]:
    if not picture.figures:
        return []
    missing = [change_sentence(series) for series in picture.figures if series.latest is None]
    notes = [Paragraph(sentence.in_language(language), "note") for sentence in missing]
    return [tables.key_figures(picture, language), *notes]


def _map(picture: SituationPicture, language: Language, shapes: Mapping[str, Any] | None) -> list[Block]:
    heading = Heading(words.ON_THE_MAP.in_language(language))
    if picture.map.bounds is None:
        return [heading, Paragraph(words.NO_MAP.in_language(language))]
    return [heading, map_block(picture, language, shapes=shapes, width=620, height=400)]


def map_block(
    picture: SituationPicture, language: Language, *, shapes: Mapping[str, Any] | None, width: int, height: int
) -> Chart:
    """Return the map; its caption is the number of points and whose the boundaries are."""
    spec = map_chart(picture.map, language, shapes=shapes, classes=class_order(picture), width=width, height=height)
    said = tables.of_all(words.ON_MAP_OF_ALL, len(picture.map.points), picture.gaps.total, language)
    credit = boundary_credit(shapes, language)
    return Chart(spec, said if credit is None else f"{said}. {credit}", spec["description"])


def _composition(picture: SituationPicture, language: Language) -> list[Block]:
    heading = Heading(words.WHO_IS_HERE.in_language(language))
    composition = picture.composition
    if not composition.total:
        return [heading, Paragraph(words.NO_ACTORS_NEXT.in_language(language))]
    blocks: list[Block] = [heading]
    parts = [
        (words.BY_CLASS, composition.by_class),
        (words.BY_SIZE, composition.by_size),
        (words.BY_INDUSTRY, composition.by_industry),
        (words.BY_TAG, composition.by_tag),
    ]
    for name, shares in parts:
        if known_of(shares):
            chart = breakdown_chart(shares, name, language)
            blocks.append(SideBySide(chart, tables.breakdown(shares, name, language)))
    unknown = nothing_known(picture, language)
    return blocks if unknown is None else [*blocks, Paragraph(unknown, "note")]


def nothing_known(picture: SituationPicture, language: Language) -> str | None:
    """Say of which breakdowns nothing is known although there are actors; None when there are none."""
    found = picture.composition
    parts = ((words.BY_CLASS, found.by_class), (words.BY_SIZE, found.by_size), (words.BY_INDUSTRY, found.by_industry))
    names = [name.in_language(language).lower() for name, shares in parts if shares and not known_of(shares)]
    return words.NOTHING_KNOWN.in_language(language).format(", ".join(names)) if names else None


def _actors(picture: SituationPicture, language: Language) -> list[Block]:
    if not picture.actors:
        return []
    table = tables.actors(picture, language)
    blocks: list[Block] = [Heading(words.ACTORS.in_language(language)), table]
    rest = tables.rows_left(len(table.rows), len(picture.actors), language)
    return [*blocks, Paragraph(rest, "note")] if rest else blocks


def breakdown_chart(
    shares: tuple[Share, ...], heading: Text, language: Language, *, width: int = 230, rows: int = 10
) -> Chart:
    """Return the bars of a breakdown; the finding is the caption, so the picture itself has no title."""
    spec = bar_chart(shares, heading, language, width=width, rows=rows, titled=False)
    return Chart(spec, bar_finding(shares, heading).in_language(language), spec["description"])


def _network(picture: SituationPicture, language: Language) -> list[Block]:
    network = picture.network
    blocks: list[Block] = [
        Heading(words.NETWORK.in_language(language)),
        Paragraph(network.sentence.in_language(language)),
    ]
    if network.next_step is not None:
        return [*blocks, Paragraph(network.next_step.in_language(language))]
    spec = graph_chart(network, language, classes=class_order(picture), width=620, height=300)
    caption = words.NODES.in_language(language)
    table = tables.strongest_links(network, language)
    blocks += [Chart(spec, caption, spec["description"]), table]
    rest = tables.rows_left(len(table.rows), len(network.links), language)
    return [*blocks, Paragraph(rest, "note")] if rest else blocks


def _over_time(picture: SituationPicture, language: Language) -> list[Block]:
    drawn = [series for series in picture.figures if series.latest is not None]
    if not drawn:
        return []
    blocks: list[Block] = [Heading(words.OVER_TIME.in_language(language))]
    for series in drawn:
        rest = tables.rows_left(tables.PERIOD_ROWS, tables.period_count(series), language)
        blocks += [
            Heading(finding(series).in_language(language), 2),
            _drawn_beside(series, picture, language),
            Paragraph(f"{rest} {explanation(series, picture, language)}".lstrip(), "note"),
        ]
    return blocks


def _drawn_beside(series: FigureSeries, picture: SituationPicture, language: Language) -> Block:
    """Return the figure's chart beside its table; the table alone where there is nothing to draw."""
    table = tables.over_time(series, picture, language)
    drawn = figure_chart(series, picture.place.name, language, width=CHART_WIDTH, height=CHART_HEIGHT)
    if drawn is None:
        return table
    return SideBySide(Chart(drawn.spec, drawn.measure, drawn.spec["description"]), table)


def explanation(series: FigureSeries, picture: SituationPicture, language: Language) -> str:
    """Return what the figure opens to: definition, formula, and source with publisher, licence and day."""
    parts = [_sentence(f"{words.DEFINITION.in_language(language)}: {series.definition.in_language(language)}")]
    if series.formula is not None:
        parts.append(_sentence(f"{words.FORMULA.in_language(language)}: {series.formula.in_language(language)}"))
    note = picture.source(series.source)
    if note is None:
        return " ".join([*parts, f"{words.NO_SOURCE.in_language(language)}."])
    named = [note.title.in_language(language), note.publisher.in_language(language), note.licence]
    if note.retrieved is not None:
        named.append(f"{words.RETRIEVED.in_language(language).lower()} {write_date(note.retrieved, language)}")
    mark = tables.source_mark(picture.sources, note.id)
    parts.append(f"{words.SOURCE.in_language(language)} {mark}: {', '.join(part for part in named if part)}.")
    return " ".join(parts)


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _gaps(gaps: Gaps, language: Language) -> list[Block]:
    blocks: list[Block] = [Heading(words.MISSING.in_language(language))]
    if any(gap.count for gap in gaps.lists):
        for gap in gaps.lists:
            blocks += _gap(gap, gaps.total, language)
    elif not gaps.elsewhere:
        blocks.append(Paragraph(words.NO_GAPS.in_language(language)))
    said = elsewhere(gaps, language)
    return blocks if said is None else [*blocks, Paragraph(said)]


def elsewhere(gaps: Gaps, language: Language) -> str | None:
    """Say how many actors of the register have no municipality and may belong here; None when there are none."""
    if not gaps.elsewhere:
        return None
    return words.ELSEWHERE.in_language(language).format(write_number(gaps.elsewhere, language))


def _gap(gap: GapList, total: int, language: Language) -> list[Block]:
    counted = tables.of_all(words.OF_ALL, gap.count, total, language)
    heading = Heading(f"{gap.title.in_language(language)}: {counted}", 2)
    if not gap.items:
        return [heading]
    names = [item.label for item in gap.items[:NAMES_SHOWN]]
    if gap.count > NAMES_SHOWN:
        names.append(tables.and_more(gap.count - NAMES_SHOWN, language))
    return [heading, Paragraph(gap.next_step.in_language(language)), Paragraph(", ".join(names), "note")]


def _sources(picture: SituationPicture, language: Language) -> list[Block]:
    if not picture.sources:
        return []
    return [Heading(words.SOURCES.in_language(language)), tables.sources(picture, language)]
