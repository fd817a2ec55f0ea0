"""What the figures of a wave say, in plain sentences of three languages: the whole, and the highest and lowest row.

Only what the figures say: no sentence is made of hidden figures. Not for tables.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from math import isnan
from typing import Final

from seutu.core.figures import write_number, write_percentage
from seutu.core.surveys.measures import Measure, MeasureKind
from seutu.core.surveys.wave_results import ALL, ResultCell, ResultTable
from seutu.core.text import Language, Text

NEAR: Final = 0.01
FEW: Final = 2
ONE_IN: Final[Mapping[int, Text]] = {
    2: Text(fi="Noin joka toinen", sv="Ungefär varannan", en="About one respondent in two"),
    3: Text(fi="Noin joka kolmas", sv="Ungefär var tredje", en="About one respondent in three"),
    4: Text(fi="Noin joka neljäs", sv="Ungefär var fjärde", en="About one respondent in four"),
    5: Text(fi="Noin joka viides", sv="Ungefär var femte", en="About one respondent in five"),
    6: Text(fi="Noin joka kuudes", sv="Ungefär var sjätte", en="About one respondent in six"),
    7: Text(fi="Noin joka seitsemäs", sv="Ungefär var sjunde", en="About one respondent in seven"),
    8: Text(fi="Noin joka kahdeksas", sv="Ungefär var åttonde", en="About one respondent in eight"),
    9: Text(fi="Noin joka yhdeksäs", sv="Ungefär var nionde", en="About one respondent in nine"),
    10: Text(fi="Noin joka kymmenes", sv="Ungefär var tionde", en="About one respondent in ten"),
}
_ONE: Final = Text(
    fi="{one} vastaaja {did}: {value} (90 %:n väli {low}–{high}), vastauksia {count}.",
    sv="{one} respondent {did}: {value} (90 % konfidensintervall {low}–{high}), {count} svar.",
    en="{one} {did}: {value} (90% interval {low}–{high}), {count} answers.",
)
_SHARE: Final = Text(
    fi="{value} vastaajista {did} (90 %:n väli {low}–{high}), vastauksia {count}.",
    sv="{value} av respondenterna {did} (90 % konfidensintervall {low}–{high}), {count} svar.",
    en="{value} of the respondents {did} (90% interval {low}–{high}), {count} answers.",
)
_MEAN: Final = Text(
    fi="Keskiarvo on {value}{scale} (90 %:n väli {low}–{high}), vastauksia {count}.",
    sv="Medelvärdet är {value}{scale} (90 % konfidensintervall {low}–{high}), {count} svar.",
    en="The mean is {value}{scale} (90% interval {low}–{high}), {count} answers.",
)
_ON: Final = Text(fi=" asteikolla {low}–{high}", sv=" på skalan {low}–{high}", en=" on the scale {low}–{high}")
_CHOSE: Final = Text(fi="valitsi ”{option}”", sv="valde ”{option}”", en="chose “{option}”")
_GAVE: Final = Text(fi="antoi {low}–{high}", sv="gav {low}–{high}", en="gave {low}–{high}")
_ENDS: Final = Text(
    fi="Suurin: {first} {high}. Pienin: {last} {low}.",
    sv="Högst: {first} {high}. Lägst: {last} {low}.",
    en="Highest: {first} {high}. Lowest: {last} {low}.",
)
_ALIKE: Final = Text(
    fi="Luottamusväli menee suurimman kanssa päällekkäin näin monella: {count}. Niiden järjestys voi olla sattumaa.",
    sv="Intervall som överlappar det högstas: {count}. Ordningen mellan dem kan vara slump.",
    en="Intervals that overlap with that of the highest: {count}. The order among them may be chance.",
)
_NOTHING: Final = Text(
    fi="Lukuja ei voi näyttää: vastauksia ei ole tai niitä on liian vähän.",
    sv="Inga tal kan visas: det finns inga svar, eller för få.",
    en="No figures can be shown: there are no answers, or too few.",
)


def figure_text(measure: Measure, value: float) -> Callable[[Language], str]:
    """Return a writer of one figure: a share as per cents, a mean with a decimal; a dash where there is none."""

    def written(language: Language) -> str:
        if isnan(value):
            return "–"
        if measure.is_share:
            return write_percentage(Decimal(repr(value * 100)), language, decimals=0)
        return write_number(Decimal(repr(value)), language, decimals=1)

    return written


def ends_text(measure: Measure, value: float) -> Callable[[Language], str]:
    """Return a writer of an end of an interval that another end follows: a share is without its sign."""
    if isnan(value) or not measure.is_share:
        return figure_text(measure, value)
    return lambda language: write_number(Decimal(repr(value * 100)), language, decimals=0)


def lead(measure: Measure, table: ResultTable, group: str, names: Mapping[str, Text]) -> list[Text]:
    """Return the sentences of a table in one respondent group (``ALL``: of everybody); ``names`` are those of rows."""
    whole = table.cells.get((ALL, group))
    said = [] if whole is None or whole.hidden or isnan(whole.value) else [cell_sentence(measure, whole)]
    shown = [
        (row, table.cells[row, group])
        for row in table.rows
        if row != ALL and row in names and not isnan(table.cells[row, group].low)
    ]
    shown.sort(key=lambda pair: -pair[1].value)
    if len(shown) >= FEW:
        said += _ends(measure, shown, names)
    return said or [_NOTHING]


def cell_sentence(measure: Measure, cell: ResultCell) -> Text:
    """Say one figure with its interval and number of answers. Not for a hidden or a missing one."""
    facts = {
        "value": figure_text(measure, cell.value),
        "low": ends_text(measure, cell.low),
        "high": figure_text(measure, cell.high),
        "count": lambda language: write_number(cell.count, language),
    }
    scale = measure.question.scale
    if not measure.is_share:
        on = _ON.filled(low=scale.low, high=scale.high) if scale else Text.same("")
        return _MEAN.filled(scale=on, **facts)
    if measure.kind is MeasureKind.TOP and scale:
        did = _GAVE.filled(low=measure.at_least, high=scale.high)
    else:
        did = _CHOSE.filled(option=measure.option.text if measure.option else "")
    one = next((text for many, text in ONE_IN.items() if abs(cell.value - 1 / many) <= NEAR), None)
    return _SHARE.filled(did=did, **facts) if one is None else _ONE.filled(one=one, did=did, **facts)


def _ends(measure: Measure, shown: list[tuple[str, ResultCell]], names: Mapping[str, Text]) -> list[Text]:
    """Say the highest and the lowest with their intervals; rows that share the figure are all named, without them."""
    high, low = shown[0][1], shown[-1][1]
    if high.value == low.value:
        return []

    def named(cell: ResultCell) -> Callable[[Language], str]:
        rows = [names[row] for row, each in shown if each.value == cell.value]
        return lambda language: ", ".join(row.in_language(language) for row in rows)

    def told(cell: ResultCell) -> Callable[[Language], str]:
        value = figure_text(measure, cell.value)
        if sum(each.value == cell.value for _, each in shown) > 1:
            return value
        ends = ends_text(measure, cell.low), figure_text(measure, cell.high)
        return lambda language: f"{value(language)} ({ends[0](language)}–{ends[1](language)})"

    said = _ENDS.filled(first=named(high), high=told(high), last=named(low), low=told(low))
    alike = sum(cell.high >= high.low for _, cell in shown[1:])
    return [said, *([_ALIKE.filled(count=alike)] if alike else [])]
