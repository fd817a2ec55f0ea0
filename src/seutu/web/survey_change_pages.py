"""The page of a change between two waves: choices, sentences, the table with its chart; and the table for a file.

Not for working the change out (``apps.statistics.surveys.comparing``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any, Final
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.comparing import WavePair
from seutu.apps.statistics.surveys.results import TOTAL
from seutu.core.charts.intervals import EstimatedUnit, interval_chart
from seutu.core.figures import write_number
from seutu.core.surveys.measures import Measure
from seutu.core.surveys.paired import PairedChange
from seutu.core.surveys.result_sentences import figure_text
from seutu.core.surveys.wave_comparison import Comparison
from seutu.core.surveys.wave_results import ALL, NOT_TOLD, ResultCell
from seutu.core.surveys.waves import Changes
from seutu.core.text import Language, Text
from seutu.reporting.tables import TableColumn, TableContent
from seutu.web.hidden_rows import folded_rows
from seutu.web.index_words import DASH, number
from seutu.web.survey_result_pages import measure_name, row_label, rows_are_towns
from seutu.web.survey_tables import Table

DIGITS: Final = 4
MINUS: Final = "−"
FINDINGS: Final = 3


@dataclass(frozen=True)
class Change:
    """Two waves, a figure and its change."""

    waves: tuple[SurveyWave, SurveyWave]
    pair: WavePair
    measure: Measure
    found: Comparison
    paired: PairedChange | None = None

    @property
    def query(self) -> str:
        """Return the choices as the address carries them."""
        told = {"first": self.waves[0].pk, "second": self.waves[1].pk, "figure": self.measure.key}
        return urlencode(told)

    @property
    def names(self) -> Mapping[str, Text]:
        """Return the names of the rows."""
        return self.pair.names(self.measure) | {ALL: TOTAL}


def change_page(
    waves: Sequence[SurveyWave],
    chosen: tuple[SurveyWave, SurveyWave],
    pair: WavePair | None,
    change: Change | None,
    language: Language,
) -> dict[str, Any]:
    """Return what the page shows of two waves."""
    labels = {str(each.pk): each.name for each in waves}
    choices = [
        _choice("first", _("Earlier wave"), labels, str(chosen[0].pk)),
        _choice("second", _("Later wave"), labels, str(chosen[1].pk)),
    ]
    left_out = [each.message.in_language(language) for each in pair.left_out] if pair else []
    if change is None:
        return {"choices": choices, "left_out": left_out}
    figures = {each.key: measure_name(each, language) for each in change.pair.measures}
    return {
        "choices": [*choices, _choice("figure", _("Figure"), figures, change.measure.key)],
        "left_out": left_out,
        "figure_name": measure_name(change.measure, language),
        "said": lead(change, language),
        "notes": notes(change, language),
        "paired": _paired(change, change.paired, language) if change.paired else None,
        "table": changes_table(change, language),
        "folded": folded_of(change, language),
        "picture": changes_picture(change, language),
        "weights": _weights(change, language),
    }


def _choice(name: str, label: str, options: Mapping[str, str], chosen: str) -> dict[str, Any]:
    held = [{"value": value, "label": said, "chosen": value == chosen} for value, said in options.items()]
    return {"name": name, "label": label, "options": held}


def _weights(change: Change, language: Language) -> list[str]:
    said = (each.in_language(language) for each in change.pair.weightings)
    return [f"{wave.name}: {told}" for wave, told in zip(change.waves, said, strict=True)]


def lead(change: Change, language: Language) -> list[str]:
    """Return the finding: how many rose and fell surely, and of all together."""
    found, said = change.found, list[str]()
    if found.total is not None and not isnan(found.total.difference[0]):
        said.append(f"{TOTAL.in_language(language)}: {_sentence(change, found.total, 0, language)}.")
    told = found.changes
    if told is None:
        return [*said, _("The waves have no row in common.")]
    sure = [place for place in range(len(told.units)) if told.significant[place]]
    if not sure:
        return [*said, _("No row has changed by more than chance explains.")]
    risen = sum(float(told.difference[place]) > 0 for place in sure)
    facts = {"risen": write_number(risen, language), "fallen": write_number(len(sure) - risen, language)}
    said.append(_("Surely risen: %(risen)s, fallen: %(fallen)s. The greatest changes:") % facts)
    for place in sorted(sure, key=lambda each: -abs(float(told.difference[each])))[:FINDINGS]:
        name = change.names[told.units[place]].in_language(language)
        said.append(f"{name}: {_sentence(change, told, place, language)}.")
    return said


def _sentence(change: Change, told: Changes, place: int, language: Language) -> str:
    amount = _amount(change, float(told.difference[place]), language)
    ends = _ends(change, float(told.low[place]), float(told.high[place]), language)
    return f"{_verdict(told, place)}, {amount} ({ends})"


def _verdict(told: Changes, place: int) -> str:
    if isnan(told.difference[place]) or isnan(told.adjusted[place]):
        return ""
    if not told.significant[place]:
        return _("may be chance")
    return _("rose") if told.difference[place] > 0 else _("fell")


def _amount(change: Change, value: float, language: Language) -> str:
    if isnan(value):
        return DASH
    share = change.measure.is_share
    size = number(abs(value) * 100, language) if share else number(abs(value), language, 2)
    return f"{'+' if value > 0 else MINUS if value < 0 else ''}{size}"


def _ends(change: Change, low: float, high: float, language: Language) -> str:
    if isnan(low) or isnan(high):
        return DASH
    return f"{_amount(change, low, language)} … {_amount(change, high, language)}"


def _paired(change: Change, told: PairedChange, language: Language) -> list[str]:
    """Return the change of those who answered both waves, and how many were left out and why."""
    facts = {
        "pairs": write_number(told.pairs, language),
        "change": _amount(change, told.change, language),
        "interval": _ends(change, told.low, told.high, language),
    }
    if not told.is_shown:
        return [
            _(
                "Fewer than five answered both waves with the same code, or fewer than five answered without a pair, "
                "so the change is not shown."
            )
        ]
    said = _("%(pairs)s answered both waves: change %(change)s (95%% interval %(interval)s).") % facts
    sure = _("The change is more than chance explains.") if told.is_sure else _("The change may be chance.")
    left = {
        "before": write_number(told.only_before, language),
        "after": write_number(told.only_after, language),
        "twice": write_number(told.twice, language),
    }
    out = _("Left out: %(before)s in the earlier wave only, %(after)s in the later only, %(twice)s codes used twice.")
    return [said, sure, out % left]


def notes(change: Change, language: Language) -> list[str]:
    """Return what a reader has to know of the rows: only in one wave, merged, not compared; and of many comparisons."""
    found = change.found
    names = change.names
    said = []
    for wave, rows in zip(change.waves, (found.only_first, found.only_second), strict=True):
        if rows:
            facts = {"wave": wave.name, "names": ", ".join(names[row].in_language(language) for row in rows)}
            said.append(_("Only in the wave %(wave)s: %(names)s.") % facts)
    for now, olds in found.pooled.items():
        parts = ", ".join(names[old].in_language(language) for old in olds)
        facts = {"now": _name(names, now, language), "parts": parts}
        said.append(_("%(now)s has the answers of its former municipalities together: %(parts)s.") % facts)
    if found.split:
        facts = {"names": ", ".join(_name(names, row, language) for row in found.split)}
        said.append(_("Not compared, because municipalities that were judged apart have merged: %(names)s.") % facts)
    if found.changes is not None:
        count = sum(not isnan(each) for each in found.changes.adjusted.tolist())
        text = ngettext(
            "%(count)s row is compared.",
            "%(count)s rows are compared at once. With so many, some would seem to change by chance: a change is told "
            "as sure only when it holds with Holm’s correction. Intervals (95%%) are each for one row.",
            count,
        )
        said.append(text % {"count": write_number(count, language)})
    return said


def _name(names: Mapping[str, Text], code: str, language: Language) -> str:
    return names[code].in_language(language) if code in names else code


def changes_table(change: Change, language: Language) -> Table:
    """Return the rows with both estimates, the change, its interval, what it is, and the change of rank."""
    found, measure = change.found, change.measure
    unit = {"unit": _("percentage points")} if measure.is_share else {}
    columns = [
        {"label": row_label(measure)},
        *({"label": wave.name, "kind": "number"} for wave in change.waves),
        {"label": _("Change"), "kind": "number", **unit},
        {"label": _("Interval (95%)"), "kind": "number"},
        {"label": _("Is it a change?")},
        {"label": _("Places risen (90%)"), "kind": "number"},
    ]
    told = found.changes
    shown = [(at, row) for at, row in enumerate(told.units) if not _is_hidden(found, row)] if told else []
    rows = [{"cells": _row(change, row, at, told, language)} for at, row in shown] if told else []
    table: Table = {
        "id": "changes-table", "caption": measure_name(measure, language), "columns": columns, "rows": rows,
        "stack": True,
    }  # fmt: skip
    if found.total is not None:
        table["foot"] = _row(change, ALL, 0, found.total, language)
    return table


def folded_of(change: Change, language: Language) -> list[dict[str, Any]]:
    """Return the line of the rows that the table leaves out, because they are hidden in either wave."""
    units = change.found.changes.units if change.found.changes else ()
    hidden = [_name(change.names, row, language) for row in units if _is_hidden(change.found, row)]
    return folded_rows(hidden, (), language, towns=rows_are_towns(change.measure))


def _is_hidden(found: Comparison, row: str) -> bool:
    return any(cell.hidden for cell in _cells_of(found, row))


def _cells_of(found: Comparison, row: str) -> tuple[ResultCell, ResultCell]:
    return (found.totals[0], found.totals[1]) if row == ALL else (found.first[row], found.second[row])


def _row(change: Change, row: str, place: int, told: Changes, language: Language) -> list[dict[str, Any]]:
    texts = [
        _("hidden") if cell.hidden else figure_text(change.measure, cell.value)(language)
        for cell in _cells_of(change.found, row)
    ]
    texts += [
        _amount(change, float(told.difference[place]), language),
        _ends(change, float(told.low[place]), float(told.high[place]), language),
        _verdict(told, place) or DASH,
        _risen(change, row, language),
    ]
    name = _name(change.names, row, language)
    return [{"text": name}, *({"text": text, "missing": text == DASH} for text in texts)]


def _risen(change: Change, row: str, language: Language) -> str:
    ranks = change.found.ranks
    if ranks is None or row not in ranks.units:
        return DASH
    place = ranks.units.index(row)
    middle, low, high = (float(each[place]) for each in (ranks.median, ranks.low, ranks.high))
    told = [
        f"{'+' if each > 0 else MINUS if each < 0 else ''}{number(abs(each), language, 0)}"
        for each in (middle, low, high)
    ]
    return f"{told[0]} ({told[1]} … {told[2]})"


def changes_picture(change: Change, language: Language) -> dict[str, Any] | None:
    """Return the chart of changes and intervals, the largest rise first; None with none to draw."""
    found, measure = change.found, change.measure
    told = found.changes
    if told is None:
        return None
    drawn = [place for place in range(len(told.units)) if not isnan(told.low[place])]
    drawn.sort(key=lambda place: -float(told.difference[place]))
    if not drawn:
        return None
    units = []
    for place in drawn:
        name = _name(change.names, told.units[place], language)
        said = f"{name}: {_sentence(change, told, place, language)}"
        value, low, high = (float(each[place]) for each in (told.difference, told.low, told.high))
        units.append(EstimatedUnit(name, value, low, high, said, bool(told.significant[place])))
    return {
        "id": "changes-chart",
        "title": measure_name(measure, language),
        "subtitle": _("Dot: change. Line: interval (95%). Highlighted: sure changes."),
        "spec": interval_chart(
            units, "; ".join(unit.said for unit in units), share=measure.is_share, measure=_counted(measure)
        ),
        "table": changes_table(change, language),
    }


def _counted(measure: Measure) -> str:
    """Return what the axis of changes counts."""
    if measure.is_share:
        return _("change, percentage points")
    return _("change, points of the scale %(low)s–%(high)s") % scale if (scale := _scale(measure)) else _("change")


def _scale(measure: Measure) -> dict[str, int]:
    scale = measure.question.scale
    return {"low": scale.low, "high": scale.high} if scale else {}


def file_table(change: Change, language: Language) -> TableContent:
    """Return the table for a file: shares as 0–1, what is hidden empty and told so."""
    found, measure = change.found, change.measure
    heads = {
        "code": _("Code"), "name": _("Name"), "first": change.waves[0].name, "second": change.waves[1].name,
        "change": _("Change"), "low": _("Interval, low"), "high": _("Interval, high"), "p": "p",
        "holm": _("p, Holm"), "state": _("State"), "rank": _("Places risen"), "rank_low": _("Places risen, low"),
        "rank_high": _("Places risen, high"),
    }  # fmt: skip
    told = found.changes
    rows = [_file_row(change, row, place, told, language) for place, row in enumerate(told.units)] if told else []
    if found.total is not None:
        rows.append(_file_row(change, ALL, 0, found.total, language))
    title = f"{change.waves[0].name}-{change.waves[1].name}-{measure.key.replace(':', '-')}"
    return TableContent(title, tuple(TableColumn(key, label) for key, label in heads.items()), rows)


def _file_row(change: Change, row: str, place: int, told: Changes, language: Language) -> list[object]:
    cells = _cells_of(change.found, row)
    hidden = _is_hidden(change.found, row)
    values = [None if cell.hidden else _rounded(cell.value) for cell in cells]
    arrays = (told.difference, told.low, told.high, told.p, told.adjusted)
    numbers = [_rounded(float(each[place])) for each in arrays]
    state = _("hidden") if hidden else _verdict(told, place)
    ranks = change.found.ranks
    risen: list[object] = [None] * 3
    if ranks is not None and row in ranks.units:
        risen = [_rounded(float(each[ranks.units.index(row)])) for each in (ranks.median, ranks.low, ranks.high)]
    code = "" if row in {ALL, NOT_TOLD} else row
    return [code, _name(change.names, row, language), *values, *numbers, state, *risen]


def _rounded(value: float) -> float | None:
    return None if isnan(value) else round(value, DIGITS)
