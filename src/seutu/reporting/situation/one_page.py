"""The ecosystem description: one A4 that a director reads in two minutes, as PDF, PNG and DOCX.

A selection of the situation picture; the whole picture is in ``content``.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from seutu.core.charts import graph_chart
from seutu.core.figures import write_date, write_number
from seutu.core.situation import Gaps, NetworkContent, Share, SituationPicture
from seutu.core.situation.composition import known_of
from seutu.core.text import Language, Text
from seutu.reporting.documents import Block, Chart, Document, Heading, Items, Paragraph, Table
from seutu.reporting.documents.pdf import chart_content, table_content
from seutu.reporting.situation import tables, words
from seutu.reporting.situation.content import (
    breakdown_chart,
    class_order,
    elsewhere,
    map_block,
    nothing_known,
    where,
)

TEMPLATE: Final = Path(__file__).parent / "templates" / "one_page.typ"
PARTNERS_SHOWN: Final = 5
BARS_SHOWN: Final = 6
CHARTS_SHOWN: Final = 2
NAMED_AT_MOST: Final = 20
FIGURES_SHOWN: Final = 8


def one_page_content(
    picture: SituationPicture, language: Language, *, shapes: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the content of the one-page template, in one language and with its charts drawn."""
    day = write_date(picture.at, language)
    graph = _graph(picture, language)
    return {
        "language": language,
        "title": picture.place.name.in_language(language),
        "kicker": f"{words.ECOSYSTEM.in_language(language)} · {day}",
        "subtitle": where(picture, language),
        "foot": words.MADE.in_language(language).format(day),
        "lead": picture.lead.in_language(language),
        "notice": picture.age_notice.in_language(language) if picture.age_notice else None,
        "map": _map(picture, language, shapes),
        "who-notes": [
            said for said in (nothing_known(picture, language), actor_names(picture, language)) if said is not None
        ],
        "bars": [chart_content(chart, language) for chart in _bars(picture, language)],
        "figures": table_content(_figures(picture, language)) if picture.figures else None,
        "graph": None if graph is None else chart_content(graph, language),
        "network": network_text(picture.network, language),
        "partners": best_connected(picture.network, language),
        "gaps": _gaps(picture.gaps, language),
        "elsewhere": elsewhere(picture.gaps, language),
        "sources": source_line(picture, language),
        "words": _headings(language),
    }


def one_page_document(
    picture: SituationPicture, language: Language, *, shapes: Mapping[str, Any] | None = None
) -> Document:
    """Return the same selection as blocks, for DOCX."""
    day = write_date(picture.at, language)
    headings = _headings(language)
    blocks: list[Block] = [Paragraph(picture.lead.in_language(language), "lead")]
    if picture.age_notice is not None:
        blocks.append(Paragraph(picture.age_notice.in_language(language), "notice"))
    if picture.map.bounds is not None:
        blocks.append(map_block(picture, language, shapes=shapes, width=620, height=160))
    if picture.figures:
        blocks += [Heading(headings["figures"]), _figures(picture, language)]
    who = [_counts(name, shares, language) for name, shares in _breakdowns(picture)]
    who += [said for said in (nothing_known(picture, language), actor_names(picture, language)) if said]
    blocks += [Heading(headings["who"]), Items(tuple(who)) if who else Paragraph(headings["no-actors"])]
    blocks += [Heading(headings["network"]), Paragraph(network_text(picture.network, language))]
    gaps = ", ".join(f"{gap['title']} {gap['count']}" for gap in _gaps(picture.gaps, language))
    blocks += [Heading(headings["gaps"]), Paragraph(gaps)]
    said = elsewhere(picture.gaps, language)
    if said is not None:
        blocks.append(Paragraph(said))
    blocks.append(Paragraph(f"{headings['sources']}: {source_line(picture, language)}", "note"))
    return Document(
        title=picture.place.name.in_language(language),
        kicker=f"{words.ECOSYSTEM.in_language(language)} · {day}",
        subtitle=where(picture, language),
        foot=words.MADE.in_language(language).format(day),
        at=picture.at,
        language=language,
        blocks=tuple(blocks),
    )


def _headings(language: Language) -> dict[str, str]:
    named: dict[str, Text] = {
        "map": words.ON_THE_MAP,
        "no-map": words.NO_MAP,
        "who": words.WHO_IS_HERE,
        "no-actors": words.NO_ACTORS_NEXT,
        "figures": words.KEY_FIGURES,
        "network": words.NETWORK,
        "gaps": words.MISSING,
        "sources": words.SOURCES,
    }
    return {key: text.in_language(language) for key, text in named.items()}


def _map(picture: SituationPicture, language: Language, shapes: Mapping[str, Any] | None) -> dict[str, str] | None:
    if picture.map.bounds is None:
        return None
    return chart_content(map_block(picture, language, shapes=shapes, width=370, height=260), language)


def _breakdowns(picture: SituationPicture) -> list[tuple[Text, tuple[Share, ...]]]:
    """Return the breakdowns of which something is known."""
    found = picture.composition
    named = [(words.BY_CLASS, found.by_class), (words.BY_INDUSTRY, found.by_industry), (words.BY_SIZE, found.by_size)]
    return [(name, shares) for name, shares in named if known_of(shares)]


def _bars(picture: SituationPicture, language: Language) -> list[Chart]:
    return [
        breakdown_chart(shares, name, language, width=190, rows=BARS_SHOWN)
        for name, shares in _breakdowns(picture)[:CHARTS_SHOWN]
    ]


def _counts(name: Text, shares: tuple[Share, ...], language: Language) -> str:
    """Return a breakdown in a line: its largest rows with their counts, and how many rows are left."""
    said = [
        f"{share.label.in_language(language)} {write_number(share.count, language)}" for share in shares[:BARS_SHOWN]
    ]
    if len(shares) > BARS_SHOWN:
        said.append(tables.and_more(len(shares) - BARS_SHOWN, language))
    return f"{name.in_language(language)}: {', '.join(said)}"


def actor_names(picture: SituationPicture, language: Language) -> str | None:
    """Return the names of the actors in a line when they are few enough for it; None when not."""
    names = [actor.name for actor in picture.actors]
    if not names or len(names) > NAMED_AT_MOST:
        return None
    return f"{words.ACTORS.in_language(language)}: {', '.join(names)}"


def _figures(picture: SituationPicture, language: Language) -> Table:
    table = tables.key_figures(picture, language)
    return Table("", table.columns, table.rows[:FIGURES_SHOWN])


def _graph(picture: SituationPicture, language: Language) -> Chart | None:
    if not picture.network.links:
        return None
    spec = graph_chart(picture.network, language, classes=class_order(picture), width=440, height=190, names=7)
    return Chart(spec, words.NODES.in_language(language), spec["description"])


def network_text(network: NetworkContent, language: Language) -> str:
    """Return the network's sentence, and the next step when no links are known."""
    said = (network.sentence, network.next_step)
    return " ".join(text.in_language(language) for text in said if text is not None)


def best_connected(network: NetworkContent, language: Language) -> list[str]:
    """Return the best connected actors with the number of their partners."""
    linked = sorted((node for node in network.nodes if node.degree), key=lambda node: (-node.degree, node.label))
    return [f"{node.label} ({write_number(node.degree, language)})" for node in linked[:PARTNERS_SHOWN]]


def _gaps(gaps: Gaps, language: Language) -> list[dict[str, str]]:
    return [
        {
            "count": write_number(gap.count, language),
            "title": gap.title.in_language(language).lower(),
            "next": gap.next_step.in_language(language) if gap.count else "",
        }
        for gap in gaps.lists
    ]


def source_line(picture: SituationPicture, language: Language) -> str:
    """Return the sources in one line, numbered as in the table of figures."""
    named = [
        f"[{number}] "
        + ", ".join(filter(None, (note.title.in_language(language), note.publisher.in_language(language))))
        + (f" ({write_date(note.retrieved, language)})" if note.retrieved else "")
        for number, note in enumerate(picture.sources, start=1)
    ]
    return "; ".join(named) if named else words.NO_SOURCE.in_language(language).lower()
