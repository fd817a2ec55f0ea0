"""A schedule by quarters: a bar for each part of a plan, over the quarters that it touches.

Not for what waits for what (``programmes.schedules``), or for days within a quarter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import SCHEDULE, break_lines
from seutu.core.figures import Granularity, Period, write_period
from seutu.core.programmes.schedules import quarters
from seutu.core.text import Language

LINE: Final = 13
LEAST_ROW: Final = 20
LABEL_LINES: Final = 2
LETTER: Final = 5.4
QUARTER_ROOM: Final = 22
EVERY_QUARTER: Final = 17


@dataclass(frozen=True, slots=True)
class Span:
    """A part with its first and last day; without both, or with the last before the first, it has no bar."""

    label: str
    start: date | None
    end: date | None

    @property
    def is_drawn(self) -> bool:
        """Return whether the part has a bar."""
        return self.start is not None and self.end is not None and self.start <= self.end


def schedule_chart(spans: Sequence[Span], language: Language, *, width: int = 620, labels: int = 250) -> Spec:
    """Return the Vega-Lite spec of a schedule; ``labels`` of its ``width`` are the room of the names, in pixels.

    Raises ValueError when no part has both days.
    """
    drawn = [span for span in spans if span.is_drawn]
    if not drawn:
        raise ValueError("a schedule without days has nothing to draw")
    first = min(span.start for span in drawn if span.start)
    columns = quarters(first, max(span.end for span in drawn if span.end))
    lines = [_lines(span.label, labels) for span in spans]
    row_height = max(LEAST_ROW, LINE * max(map(len, lines)) + 4)
    rows = [_row(at, span, first, "\n".join(text)) for at, (span, text) in enumerate(zip(spans, lines, strict=True))]
    scale = {"domain": [0, len(columns)], "range": [labels, width], "nice": False, "zero": False}
    x = {"type": "quantitative", "axis": None, "scale": scale}
    y = {"field": "row", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.0}}
    return {
        "$schema": SCHEMA,
        "width": width,
        "height": row_height * len(rows),
        "description": describe(spans, language),
        "layer": [
            *_frame(columns, x, (width - labels) / len(columns)),
            {
                "data": {"values": [row for row in rows if "from" in row]},
                "mark": {"type": "bar", "style": "us-fill", "height": {"band": 0.5}},
                "encoding": {"y": y, "x": x | {"field": "from"}, "x2": {"field": "until"}},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "text", "style": "ink-text", "align": "left", "lineBreak": "\n", "lineHeight": LINE}
                | {"baseline": "middle", "x": 0, "dy": {"expr": "datum.rise"}},
                "encoding": {"y": y, "text": {"field": "label", "type": "nominal"}},
            },
        ],
    }


def describe(spans: Sequence[Span], language: Language) -> str:
    """Return the text that stands for the schedule where it cannot be seen: every part with its days."""
    said = "; ".join(f"{span.label}: {_days(span, language)}" for span in spans)
    return f"{SCHEDULE.in_language(language)} {said}."


def _days(span: Span, language: Language) -> str:
    if span.start is None or span.end is None or not span.is_drawn:
        return "–"
    kind = Granularity.DAY if span.start == span.end else Granularity.RANGE
    return write_period(Period(span.start, span.end, kind), language)


def _lines(label: str, room: int) -> list[str]:
    lines = break_lines(label, int(room / LETTER) - 2)
    return lines if len(lines) <= LABEL_LINES else [*lines[: LABEL_LINES - 1], f"{lines[LABEL_LINES - 1]} …"]


def _row(at: int, span: Span, first: date, label: str) -> dict[str, Any]:
    row: dict[str, Any] = {"row": at, "label": label, "rise": -LINE * label.count("\n") / 2}
    if span.start is None or span.end is None or not span.is_drawn:
        return row
    start = len(quarters(first, span.start)) - 1
    return row | {"from": start, "until": start + len(quarters(span.start, span.end))}


def _frame(columns: Sequence[tuple[int, int]], x: dict[str, Any], room: float) -> list[Spec]:
    """Return the lines between the quarters and their names: every quarter where there is room, the years always."""
    each: list[dict[str, Any]] = [
        {"at": at, "middle": at + 0.5, "quarter": f"Q{quarter}" if room >= EVERY_QUARTER else "", "year": str(year)}
        for at, (year, quarter) in enumerate(columns)
    ]
    starts = [row for row, (_, quarter) in zip(each, columns, strict=True) if quarter == 1 or row["at"] == 0]
    named = [row for row in starts if row["at"] or len(starts) == 1 or starts[1]["at"] * room >= QUARTER_ROOM]
    text = {"type": "text", "style": "other-text", "baseline": "bottom"}
    return [
        {
            "data": {"values": [*each, {"at": len(columns)}]},
            "mark": {"type": "rule", "style": "link"},
            "encoding": {"x": x | {"field": "at"}},
        },
        {
            "data": {"values": each},
            "mark": text | {"y": -3, "fontSize": 10},
            "encoding": {"x": x | {"field": "middle"}, "text": {"field": "quarter", "type": "nominal"}},
        },
        {
            "data": {"values": named},
            "mark": text | {"y": -16, "align": "left"},
            "encoding": {"x": x | {"field": "at"}, "text": {"field": "year", "type": "nominal"}},
        },
    ]
