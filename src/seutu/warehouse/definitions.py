"""Indicators as stored text and back, so that a file of figures tells by itself what its figures are."""

import json
from typing import Any

from seutu.core.statistics import Change, Direction, Indicator, Kind, Ratio, SourceRecord, Topic
from seutu.core.text import Text


def definition_of(indicator: Indicator) -> dict[str, object]:
    """Return the plain form of an indicator."""
    ratio, change = indicator.ratio, indicator.change
    return {
        "id": indicator.id,
        "label": indicator.label.as_dict(),
        "unit": indicator.unit.as_dict(),
        "description": indicator.description.as_dict(),
        "kind": indicator.kind.value,
        "decimals": indicator.decimals,
        "source": indicator.source,
        "table": indicator.table,
        "ratio": None if ratio is None else [ratio.numerator, ratio.denominator, ratio.scale, ratio.offset],
        "derived": indicator.derived,
        "formula": None if indicator.formula is None else indicator.formula.as_dict(),
        "topic": indicator.topic.value,
        "direction": indicator.direction.value,
        "content": indicator.content,
        "change": None if change is None else [change.of, change.years, change.relative],
    }


def indicator_of(definition: str) -> Indicator:
    """Return the indicator of a stored definition; older ones say nothing of topic, direction, content and change."""
    plain: dict[str, Any] = json.loads(definition)
    return Indicator(
        id=plain["id"],
        label=Text(**plain["label"]),
        unit=Text(**plain["unit"]),
        description=Text(**plain["description"]),
        decimals=plain["decimals"],
        source=plain["source"],
        table=plain["table"],
        derived=plain["derived"],
        kind=Kind(plain["kind"]),
        ratio=None if plain["ratio"] is None else Ratio(*plain["ratio"]),
        formula=None if plain["formula"] is None else Text(**plain["formula"]),
        topic=Topic(plain.get("topic", Topic.OTHER)),
        direction=Direction(plain.get("direction", Direction.NEITHER)),
        content=plain.get("content", ""),
        change=None if plain.get("change") is None else Change(*plain["change"]),
    )


def source_of(row: dict[str, Any]) -> SourceRecord:
    """Return the source of a stored row; a store of an earlier version tells no division."""
    facts = {name: row[name] for name in ("id", "name", "licence", "retrieved", "url", "note")}
    return SourceRecord(**facts, division=row.get("division"))
