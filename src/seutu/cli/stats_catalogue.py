"""`seutu stats catalogue`: the indicators that the product knows, by topic. Not for their values (`stats list`)."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from seutu.cli.failing import language, stop
from seutu.core.statistics.topics import TOPIC_NAMES
from seutu.core.text import Text

if TYPE_CHECKING:
    from seutu.core.statistics import Catalogue, Indicator

TOPICS: Final = {topic.value: name for topic, name in TOPIC_NAMES.items()}
DIRECTIONS: Final = {
    "more": Text(fi="suurempi parempi", sv="större är bättre", en="more is better"),
    "less": Text(fi="pienempi parempi", sv="mindre är bättre", en="less is better"),
    "neither": Text(fi="", sv="", en=""),
}
UNKNOWN: Final = Text(
    fi="--topic {given}: sellaista aihetta ei ole. Aiheet: {known}.",
    sv="--topic {given}: det ämnet finns inte. Ämnena är {known}.",
    en="--topic {given}: there is no such topic. The topics: {known}.",
)


def catalogue(
    topic: Annotated[str | None, typer.Option("--topic", help=f"Only one topic: {', '.join(TOPICS)}.")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the list as JSON.")] = None,
) -> None:
    """List the indicators: name, unit, usual reading, source with its table and code, or the formula."""
    if topic is not None and topic not in TOPICS:
        stop(UNKNOWN.in_language(language()).format(given=topic, known=", ".join(TOPICS)))
    from seutu.rules.statistics import catalogue as product_catalogue

    known = product_catalogue()
    chosen = [each for each in known.indicators.values() if topic in {None, each.topic.value}]
    if json_file is not None:
        plain = [_as_json(each, known) for each in chosen]
        json_file.write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")
    spoken = language()
    for name, title in TOPICS.items():
        rows = [each for each in chosen if each.topic.value == name]
        if rows:
            typer.echo(f"{title.in_language(spoken)} ({len(rows)})")
        for each in rows:
            typer.echo(f"  {each.id}: {_told(each, known)}")


def _told(each: "Indicator", known: "Catalogue") -> str:
    spoken = language()
    formula = known.formula(each.id) if each.derived else None
    source = known.sources[each.source]
    place = " ".join(part for part in (each.table, each.content if each.content != each.table else "") if part)
    parts = (
        each.label.in_language(spoken),
        each.unit.in_language(spoken),
        DIRECTIONS[each.direction.value].in_language(spoken),
        formula.in_language(spoken) if formula else f"{source.name} ({source.licence}) {place}",
    )
    return "; ".join(part for part in parts if part)


def _as_json(each: "Indicator", known: "Catalogue") -> dict[str, object]:
    formula, source = known.formula(each.id), known.sources[each.source]
    return {
        "indicator": each.id,
        "label": each.label.as_dict(),
        "unit": each.unit.as_dict(),
        "description": each.description.as_dict(),
        "kind": each.kind.value,
        "topic": each.topic.value,
        "direction": each.direction.value,
        "derived": each.derived,
        "formula": formula.as_dict() if formula else None,
        "source": {"id": source.id, "name": source.name, "licence": source.licence},
        "table": each.table,
        "content": each.content,
    }
