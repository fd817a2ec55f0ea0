"""The situation picture as plain text for a terminal: the sentence, the figures with source and year, who, the gaps.

A selection, readable without colours and at eighty columns; the whole picture is in the documents.
"""

from collections.abc import Iterator
from typing import Final

from seutu.core.figures import write_date, write_number
from seutu.core.situation import FigureSeries, Share, SituationPicture
from seutu.core.situation.writing import write_point, write_share
from seutu.core.text import Language, Text
from seutu.reporting.situation import tables, words
from seutu.reporting.situation.content import elsewhere, where

CLASSES_SHOWN: Final = 8
PARTNERS_SHOWN: Final = 5
WHOLE: Final = Text(fi="koko maa", sv="hela landet", en="whole country")


def picture_as_text(picture: SituationPicture, language: Language) -> str:
    """Return the picture as lines of text, ending with a line break.

    Every figure has its period, change, country's value and the number of its source; the sources stand at the end
    with licence and day. A figure without a value says why; a network without links says what to do.
    """
    parts = [
        list(_head(picture, language)),
        list(_figures(picture, language)),
        list(_composition(picture, language)),
        list(_network(picture, language)),
        list(_gaps(picture, language)),
        list(_sources(picture, language)),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _head(picture: SituationPicture, language: Language) -> Iterator[str]:
    name = picture.place.name.in_language(language)
    yield f"{words.PICTURE.in_language(language)}: {name} ({where(picture, language)}), " + write_date(
        picture.at, language
    )
    yield ""
    yield picture.lead.in_language(language)
    if picture.age_notice is not None:
        yield picture.age_notice.in_language(language)


def _figures(picture: SituationPicture, language: Language) -> Iterator[str]:
    if not picture.figures:
        return
    yield words.KEY_FIGURES.in_language(language)
    width = max(len(series.label.in_language(language)) for series in picture.figures)
    for series in picture.figures:
        yield f"  {series.label.in_language(language):<{width}}  {_figure(series, picture, language)}"


def _figure(series: FigureSeries, picture: SituationPicture, language: Language) -> str:
    latest = series.latest
    if latest is None:
        return (series.why_missing or words.STATUSES["missing"]).in_language(language)
    said = [f"{write_point(series, latest, language)} ({latest.period})"]
    change = tables.write_change(series, series.change, language)
    if change and series.measure != "balance":
        said.append(change)
    country = next((each for each in series.comparisons if each.role == "country"), None)
    same = next((point for point in country.points if point.period == latest.period), None) if country else None
    if same is not None and series.measure == "rate":
        said.append(f"{WHOLE.in_language(language)} {write_point(series, same, language)}")
    return f"{'; '.join(said)} {tables.source_mark(picture.sources, latest.source or series.source)}".rstrip()


def _composition(picture: SituationPicture, language: Language) -> Iterator[str]:
    yield words.WHO_IS_HERE.in_language(language)
    found = picture.composition
    if not found.total:
        yield f"  {words.NO_ACTORS_NEXT.in_language(language)}"
        return
    breakdowns = (
        (words.BY_CLASS, found.by_class),
        (words.BY_INDUSTRY, found.by_industry),
        (words.BY_SIZE, found.by_size),
    )
    for heading, shares in breakdowns:
        if shares:
            listed = ", ".join(_share(share, language) for share in shares[:CLASSES_SHOWN])
            yield f"  {heading.in_language(language)}: {listed}"


def _share(share: Share, language: Language) -> str:
    count = write_number(share.count, language)
    return f"{share.label.in_language(language)} {count} ({write_share(share.share, language)})"


def _network(picture: SituationPicture, language: Language) -> Iterator[str]:
    yield words.NETWORK.in_language(language)
    network = picture.network
    yield f"  {network.sentence.in_language(language)}"
    if network.next_step is not None:
        yield f"  {network.next_step.in_language(language)}"
    local = sorted((node for node in network.nodes if node.is_local), key=lambda node: (-node.degree, node.label))
    for node in local[:PARTNERS_SHOWN]:
        partners = write_number(node.degree, language)
        yield f"  {node.label}: {words.PARTNERS.in_language(language).lower()} {partners}"


def _gaps(picture: SituationPicture, language: Language) -> Iterator[str]:
    yield words.MISSING.in_language(language)
    for gap in picture.gaps.lists:
        counted = tables.of_all(words.OF_ALL, gap.count, picture.gaps.total, language)
        after = f". {gap.next_step.in_language(language)}" if gap.count else ""
        yield f"  {gap.title.in_language(language)}: {counted}{after}"
    said = elsewhere(picture.gaps, language)
    if said is not None:
        yield f"  {said}"


def _sources(picture: SituationPicture, language: Language) -> Iterator[str]:
    if not picture.sources:
        return
    yield words.SOURCES.in_language(language)
    for number, note in enumerate(picture.sources, start=1):
        named = [note.title.in_language(language), note.publisher.in_language(language), note.licence]
        if note.retrieved is not None:
            named.append(f"{words.RETRIEVED.in_language(language).lower()} {write_date(note.retrieved, language)}")
        yield f"  [{number}] {', '.join(part for part in named if part)}"
