"""How many actors there are of each class, industry or size: horizontal bars with their counts beside them.

One colour; what is not known stands last in grey. Not for figures over time.
"""

from collections.abc import Sequence
from typing import Final

from seutu.core.charts.bar_parts import bar_axes, bar_layers
from seutu.core.charts.plain import SCHEMA, Spec
from seutu.core.charts.words import BAR_CHART, REST, break_lines, title
from seutu.core.figures import write_number
from seutu.core.situation.composition import UNKNOWN, Share, single_largest
from seutu.core.situation.writing import lower_first, write_share
from seutu.core.text import Language, Text

REST_CODE: Final = "rest"
ROW_HEIGHT: Final = 23
LABEL_LINES: Final = 2
COUNT_ROOM: Final = 76


def bar_chart(
    shares: Sequence[Share],
    heading: Text,
    language: Language,
    *,
    width: int = 340,
    labels: int = 150,
    rows: int = 10,
    titled: bool = True,
) -> Spec:
    """Return the Vega-Lite spec of a breakdown, its largest ``rows`` and the rest in one bar.

    ``labels`` is the room of the labels and ``width`` that of bars with their counts, both in pixels.

    Raises ValueError when there is nothing to draw.
    """
    if not shares:
        raise ValueError("a breakdown without rows has nothing to draw")
    shown = shorten(shares, rows)
    most = max(share.count for share in shown) * width / max(width - COUNT_ROOM, width / 3)
    spec: Spec = {
        "$schema": SCHEMA,
        "width": width,
        "height": ROW_HEIGHT * len(shown),
        "description": describe(shares, heading, language),
        "data": {"values": [_row(share, labels // 5, language) for share in shown]},
        "encoding": bar_axes("count", (0, most), labels),
        "layer": bar_layers(
            {"field": "code", "oneOf": [share.code for share in shown if _is_known(share)]},
            {"field": "code", "oneOf": [share.code for share in shown if not _is_known(share)]},
        ),
    }
    if titled:
        spec["title"] = title(bar_finding(shares, heading).in_language(language), "", width)
    return spec


def shorten(shares: Sequence[Share], rows: int) -> tuple[Share, ...]:
    """Return at most ``rows`` known rows, the rest added up into one, and the unknown last.

    The rest's share is the sum of its rows' shares (over 1 where actors have many codes).
    """
    known = [share for share in shares if share.code != UNKNOWN]
    unknown = [share for share in shares if share.code == UNKNOWN]
    if len(known) <= rows:
        return (*known, *unknown)
    rest = known[rows - 1 :]
    label = Text(**{key: f"{text} ({len(rest)})" for key, text in REST.as_dict().items()})
    total = Share(label, REST_CODE, sum(share.count for share in rest), sum(share.share for share in rest))
    return (*known[: rows - 1], total, *unknown)


def bar_finding(shares: Sequence[Share], heading: Text) -> Text:
    """Return the title: what is the largest and how large, or the heading alone when nothing is the largest."""
    largest = single_largest(shares)
    if largest is None:
        return heading
    return Text(
        fi=f"{heading.fi}: yleisin on {lower_first(largest.label.fi)} ({write_share(largest.share, 'fi')})",
        sv=f"{heading.sv}: vanligast är {lower_first(largest.label.sv)} ({write_share(largest.share, 'sv')})",
        en=f"{heading.en}: the most common is {lower_first(largest.label.en)} ({write_share(largest.share, 'en')})",
    )


def describe(shares: Sequence[Share], heading: Text, language: Language) -> str:
    """Return the text that stands for the chart where it cannot be seen: every bar with its count."""
    said = ", ".join(f"{s.label.in_language(language)} {write_number(s.count, language)}" for s in shares)
    return f"{BAR_CHART.in_language(language)} {heading.in_language(language)}: {said}."


def _row(share: Share, letters: int, language: Language) -> dict[str, str | int]:
    count = write_number(share.count, language)
    text = f"{count}  ({write_share(share.share, language)})"
    lines = break_lines(share.label.in_language(language), letters)
    label = "\n".join(
        lines if len(lines) <= LABEL_LINES else [*lines[: LABEL_LINES - 1], f"{lines[LABEL_LINES - 1]} …"]
    )
    return {"code": share.code, "label": label, "count": share.count, "text": text}


def _is_known(share: Share) -> bool:
    return share.code not in {UNKNOWN, REST_CODE}
