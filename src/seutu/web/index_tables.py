"""The tables of an index: the ranking, what moved, where the figures are from, one town's indicators, two rankings.

Not for pictures or sentences (``index_pages``).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.statistics.index_queries import Worked
from seutu.apps.statistics.index_units import IndexUnits, place_name
from seutu.core.figures import write_date, write_number
from seutu.core.indices.auditing import tied_groups
from seutu.core.indices.comparing import Change, Move
from seutu.core.indices.standing import Reading, Standing
from seutu.core.surveys.rank_statements import score_intervals
from seutu.core.text import Language
from seutu.web.index_words import (
    DASH,
    choice_name,
    interval,
    number,
    percentage,
    score_range,
    shift,
    value_name,
)

TOP: Final = 10
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
MISSING: Final[dict[str, Any]] = {"text": DASH, "missing": True}
Cell = dict[str, Any]


def ranking_table(worked: Worked, slug: str, index_id: object, language: Language) -> dict[str, Any]:
    """Return the ranking: rank, score, interval, group of those that cannot be told apart, chance of the first ten."""
    found, names = worked.trial.uncertainty, worked.trial.index.raw.names
    intervals, chances, groups = found.intervals(), found.chance_of_top(TOP), tied_letters(worked)
    scores = None if worked.trial.sampled is None else score_intervals(worked.trial.sampled.scores)
    rows = []
    for row in ranked_rows(worked):
        unit = found.units[row]
        low, _middle, high = intervals[row]
        cells: list[Cell] = [
            {"text": names[unit], "url": reverse("index_place", args=[slug, index_id, unit])},
            {"text": write_number(int(found.nominal[row]), language)},
            {"text": interval(low, high, language)},
            {"text": groups[unit]} if unit in groups else MISSING,
            {"text": number(float(worked.trial.index.top[row]), language)},
            {"text": percentage(float(chances[row]), language)},
        ]
        if scores is not None:
            cells.insert(5, {"text": score_range(float(scores[row][0]), float(scores[row][1]), language)})
        rows.append({"id": unit, "cells": cells})
    return {
        "id": "index-ranking",
        "caption": _("Ranking"),
        "caption_hidden": True,
        "columns": [
            {"label": _("Place")},
            {"label": _("Rank"), "kind": "number"},
            {"label": _("Interval (90%)"), "kind": "number"},
            {"label": _("Tied group"), "kind": "centre"},
            {"label": _("Score"), "kind": "number"},
            *([] if scores is None else [{"label": _("Score by other respondents (90%)"), "kind": "number"}]),
            {"label": _("Chance of the first ten"), "kind": "number"},
        ],
        "rows": rows,
        "note": _("Places with the same letter cannot be told apart: their intervals of rank all overlap."),
    }


def ranked_rows(worked: Worked) -> list[int]:
    """Return the rows of the units that are ranked, the first one first."""
    nominal = worked.trial.uncertainty.nominal
    held = [row for row in range(len(nominal)) if not math.isnan(nominal[row])]
    return sorted(held, key=lambda row: (nominal[row], worked.trial.uncertainty.units[row]))


def tied_letters(worked: Worked) -> dict[str, str]:
    """Return a letter for each unit of a tied group; after z come aa, ab and so on."""
    letters: dict[str, str] = {}
    for place, group in enumerate(tied_groups(worked.trial.uncertainty)):
        first, second = divmod(place, len(LETTERS))
        letter = (LETTERS[first - 1] if first else "") + LETTERS[second]
        letters |= dict.fromkeys(group, letter)
    return letters


def moves_table(
    moves: Sequence[Move], names: Mapping[str, str], language: Language, *, slug: str, index_id: object
) -> dict[str, Any]:
    """Return who changed rank, from where to where, and whether the move lies within the interval of the old rank."""
    rows = [
        {
            "cells": [
                {"text": names[move.unit], "url": reverse("index_place", args=[slug, index_id, move.unit])},
                {"text": write_number(move.before, language)},
                {"text": interval(move.low, move.high, language)},
                {"text": write_number(move.after, language)},
                {"text": shift(move.before, move.after, language)},
                {"text": _("within the margin of error")}
                if move.is_noise
                else {"text": _("more than the margin of error"), "tone": "attention"},
            ]
        }
        for move in moves
    ]
    return {
        "id": "index-moves",
        "caption": _("What moved"),
        "caption_hidden": True,
        "columns": [
            {"label": _("Place")},
            {"label": _("Rank before"), "kind": "number"},
            {"label": _("Interval before (90%)"), "kind": "number"},
            {"label": _("Rank now"), "kind": "number"},
            {"label": _("Move"), "kind": "number"},
            {"label": _("What it means"), "kind": "badge"},
        ],
        "rows": rows,
        "stack": True,
    }


def sources_table(units: IndexUnits, language: Language) -> dict[str, Any]:
    """Return the year, gaps, mergers, source and licence of each indicator."""
    rows = []
    for code in units.codes:
        cells = [units.cells[unit, code] for unit in units.units]
        hidden, merged = sum(cell.is_hidden for cell in cells), sum(cell.is_merged for cell in cells)
        lacking = sum(cell.value is None for cell in cells)
        sources = {source.id: source for cell in cells for source in cell.sources}
        named = (", ".join(filter(None, (source.name, source.licence))) for source in sources.values())
        said = "; ".join(dict.fromkeys(named))
        if code in units.remarks:
            said = f"{said}. {units.remarks[code].in_language(language)}"
        days = Counter(source.retrieved for source in sources.values() if source.retrieved)
        rows.append(
            {
                "cells": [
                    {"text": units.indicators[code].label.in_language(language)},
                    {"text": units.years[code]},
                    {"text": write_number(lacking, language)},
                    {"text": write_number(hidden, language)},
                    {"text": write_number(merged, language)},
                    {"text": said} if said else MISSING,
                    {"text": write_date(max(days), language)} if days else MISSING,
                ]
            }
        )
    labels = (
        _("Indicator"),
        _("Year"),
        _("Missing"),
        _("Suppressed"),
        _("Changed by mergers"),
        _("Source"),
        _("Retrieved"),
    )
    kinds = ("text", "centre", "number", "number", "number", "text", "date")
    return {
        "id": "index-sources",
        "caption": _("Figures and sources"),
        "caption_hidden": True,
        "columns": [{"label": label, "kind": kind} for label, kind in zip(labels, kinds, strict=True)],
        "rows": rows,
        "stack": True,
    }


def readings_table(readings: Sequence[Reading], caption: str, identity: str, language: Language) -> dict[str, Any]:
    """Return indicators of one town: the figure, its unit and the town's rank by it."""
    rows = [
        {
            "cells": [
                {"text": each.name},
                {"text": number(each.value, language, 1 if abs(each.value) < 1000 else 0), "note": each.measure},  # noqa: PLR2004
                {"text": f"{write_number(each.rank, language)}/{write_number(each.ranked, language)}"},
            ]
        }
        for each in readings
    ]
    return {
        "id": identity,
        "caption": caption,
        "columns": [
            {"label": _("Indicator")},
            {"label": _("Figure"), "kind": "number"},
            {"label": _("Rank"), "kind": "number"},
        ],
        "rows": rows,
        "stack": True,
    }


def effects_table(standing: Standing, language: Language) -> dict[str, Any]:
    """Return what each choice does to the rank of one town."""
    rows = []
    for each in standing.moved_by:
        ranks = ", ".join(
            f"{value_name(each.choice, value, language)} {number(rank, language, 0)}" for value, rank in each.ranks
        )
        rows.append(
            {
                "cells": [
                    {"text": choice_name(each.choice, language)},
                    {"text": percentage(each.share, language)} if each.share >= 0 else MISSING,
                    {"text": ranks} if ranks else MISSING,
                ]
            }
        )
    return {
        "id": "index-effects",
        "caption": _("Choices that move the rank"),
        "columns": [
            {"label": _("Choice")},
            {"label": _("Part in the uncertainty"), "kind": "number"},
            {"label": _("Median rank with each value")},
        ],
        "rows": rows,
        "note": _("The parts can add up to more than 100%: choices act together."),
        "stack": True,
    }


def changes_table(changes: Sequence[Change], names: Mapping[str, str], language: Language) -> dict[str, Any]:
    """Return the change of each unit's rank, its 90% interval and whether the change is sure."""
    rows = [
        {
            "cells": [
                {"text": names.get(each.unit) or place_name(each.unit, language)},
                {"text": write_number(each.before, language)},
                {"text": write_number(each.after, language)},
                {"text": shift(each.before, each.after, language)} if each.before != each.after else MISSING,
                {"text": _interval_of_change(each, language)},
                {"text": _("sure"), "tone": "good"} if each.is_sure else {"text": _("within the margin of error")},
            ]
        }
        for each in changes
    ]
    return {
        "id": "index-changes",
        "caption": _("Change of rank"),
        "caption_hidden": True,
        "columns": [
            {"label": _("Place")},
            {"label": _("Rank in the first"), "kind": "number"},
            {"label": _("Rank in the second"), "kind": "number"},
            {"label": _("Move"), "kind": "number"},
            {"label": _("Interval of the difference (90%)"), "kind": "number"},
            {"label": _("What it means"), "kind": "badge"},
        ],
        "rows": rows,
        "stack": True,
    }


def _interval_of_change(change: Change, language: Language) -> str:
    """Return the interval of a difference, a fall being below zero as a person reads it."""
    low, high = -change.high, -change.low
    signs = [f"{'+' if value > 0 else ''}{number(value, language, 0)}" for value in (low, high)]
    return signs[0] if signs[0] == signs[1] else f"{signs[0]} … {signs[1]}"
