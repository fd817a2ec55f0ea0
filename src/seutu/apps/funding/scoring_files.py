"""The scores of an application as a workbook: everybody's points by criterion, and every score with its comment.

The second sheet is the kind's own, so it can be imported back. Not for who may have it (models/sealing.py).
"""

from decimal import Decimal
from typing import Any, BinaryIO, Final

from seutu.apps.funding.scoring_queries import ScoringState
from seutu.apps.records.files.exporting import content_of
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_number
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.funding.scoring import Scoring, Spread
from seutu.core.text import Language, Text
from seutu.reporting.tables import TableColumn, TableContent, write_workbook

TITLE: Final = Text(fi="Pisteet", sv="Poäng", en="Points")
MOST: Final = Text(fi="Enintään", sv="Högst", en="Most")
MEAN: Final = Text(fi="Keskiarvo (2 desimaalia)", sv="Medelvärde (2 decimaler)", en="Mean (2 decimals)")
LOW: Final = Text(fi="Pienin", sv="Lägst", en="Least")
HIGH: Final = Text(fi="Suurin", sv="Högst givna", en="Highest")
CHANGED: Final = Text(
    fi="Muutettu muiden pisteiden näkymisen jälkeen",
    sv="Ändrat efter att de andras poäng visats",
    en="Changed after seeing the others' scores",
)
SUM: Final = Text(fi="Yhteensä", sv="Sammanlagt", en="Sum")


def write_scores(state: ScoringState, stream: BinaryIO, *, language: Language) -> None:
    """Write the workbook of the scores that are open to whoever asks."""
    scores = content_of(kind_named("scores"), state.scores, language=language)
    write_workbook([_points(state, language), scores], stream, language=language)


def _points(state: ScoringState, language: Language) -> TableContent:
    results = state.results or Scoring((), {})
    assessors = list(results.points)

    def column(key: str, label: Text, kind: Any = "number") -> TableColumn:
        return TableColumn(key=key, label=label.in_language(language), kind=kind)

    columns = (
        column("criterion", kind_named("criteria").singular, "text"),
        column("most", MOST),
        *(column(each, Text.same(state.named(each))) for each in assessors),
        column("mean", MEAN),
        column("low", LOW),
        column("high", HIGH),
        *((column("changed", CHANGED, "text"),) if state.changed else ()),
    )
    rows: list[list[Any]] = []
    for each in state.criteria:
        key = str(each.pk)
        given = [results.points[assessor].get(key) for assessor in assessors]
        row = [f"{each.number} {each.name}", each.max_points, *given, *_spread(results.spread_of(key))]
        rows.append([*row, *([_changed(state, key, language)] if state.changed else [])])
    sums = [results.total_of(each) for each in assessors]
    rows.append(
        [SUM.in_language(language), state.most, *sums, *_spread(results.total), *([None] if state.changed else [])]
    )
    return TableContent(TITLE.in_language(language), columns, rows)


def _changed(state: ScoringState, criterion: str, language: Language) -> str | None:
    """Say whose points on a criterion were changed after seeing the others': what they were first and are now."""

    def written(points: Decimal | None) -> str:
        return "–" if points is None else write_number(plain_number(points), language)

    told = [
        f"{assessor}: {written(each.first)} → {written(each.now)}"
        for (assessor, of), each in sorted(state.changed.items())
        if of == criterion
    ]
    return "; ".join(told) or None


def _spread(found: Spread | None) -> list[Any]:
    return [None, None, None] if found is None else [found.printed_mean, found.low, found.high]
