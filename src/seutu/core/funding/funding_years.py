"""The funding plan by year and source, derived: each source pays its share of every year's costs.

The years add up to the row and the rows to the year exactly, by largest remainders in both directions. Nothing of this
is stated or stored. Not for costs by year, which are the plan's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.relations import added
from seutu.core.figures.relations.sentences import figure
from seutu.core.figures.units import EUR
from seutu.core.funding.budgets import CENT, EURO
from seutu.core.funding.claim_words import quoted
from seutu.core.funding.plans import Plan
from seutu.core.funding.wholes import lines_by_year, rows_of_whole
from seutu.core.text import Text

NO_YEARS: Final = Text(
    fi="Rivillä {line} ei ole määriä vuosittain, joten rahoitusta ei voi jakaa vuosille.",
    sv="Raden {line} har inga belopp per år, så finansieringen kan inte fördelas på åren.",
    en="The line {line} has no amounts by year, so the funding cannot be divided over the years.",
)
BLANK_ROW: Final = Text(
    fi="Rahoitusrivillä {line} ei ole määrää, joten rahoitusta ei voi jakaa vuosille.",
    sv="Finansieringsraden {line} saknar belopp, så finansieringen kan inte fördelas på åren.",
    en="The funding row {line} has no amount, so the funding cannot be divided over the years.",
)
OTHER_TOTAL: Final = Text(
    fi="Vuosien kustannukset ovat yhteensä {costs}, mutta rahoitus on {funding}. Korjaa ero ensin, niin rahoitus "
    "jakautuu vuosille.",
    sv="Årens kostnader är sammanlagt {costs}, men finansieringen är {funding}. Rätta skillnaden först, så fördelas "
    "finansieringen på åren.",
    en="The costs of the years are {costs} in total, but the funding is {funding}. Mend the difference first, and the "
    "funding is divided over the years.",
)


@dataclass(frozen=True, slots=True)
class FundingYears:
    """The years in order, and of each source its label, its amount and its part of each year. All is derived."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, Decimal, tuple[Decimal, ...]], ...]


def funding_by_year(plan: Plan) -> FundingYears | Text | None:
    """Return the funding of a worked-out plan by year; why not, where it cannot be; None where nothing has years."""
    lines, rows = lines_by_year(plan), rows_of_whole(plan)
    if not any(line.years for line in lines) or not rows:
        return None
    dated = [line for line in lines if line.amount.is_blank or line.amount.number]
    bare = next((line for line in dated if not line.years or any(t.is_blank for t in line.years.values())), None)
    if bare is not None:
        return NO_YEARS.filled(line=quoted(bare.label.fi))
    blank = next((row for row in rows if row.amount.is_blank), None)
    if blank is not None:
        return BLANK_ROW.filled(line=quoted(blank.label.fi))
    years = sorted({year for line in dated for year in line.years})
    sums = [added(line.years[year] for line in dated if year in line.years) for year in years]
    amounts = [row.amount.number for row in rows]
    costs, funding = sum(sums, Decimal(0)), sum(amounts, Decimal(0))
    if costs != funding:
        return OTHER_TOTAL.filled(costs=figure(costs, EUR), funding=figure(funding, EUR))
    if not funding or any(figure_ < 0 for figure_ in (*sums, *amounts)):
        return None
    parts = divided(amounts, sums)
    named = zip(rows, amounts, parts, strict=True)
    return FundingYears(tuple(years), tuple((row.label.fi, amount, part) for row, amount, part in named))


def divided(rows: Sequence[Decimal], columns: Sequence[Decimal]) -> list[tuple[Decimal, ...]]:
    """Return the table of row × column / total in whole steps whose rows and columns add up to those given.

    Each cell is its exact share rounded down or up to the step (the euro, or the cent where a figure has cents). The
    largest remainders are rounded up first; where they do not fit both ways, units are moved along a path until all do.
    Both sums must be the same and more than zero, no figure negative. Raises ``ValueError``. Source of the existence of
    such a table: Bacharach, Matrix rounding problems, Management Science 12, 1966.
    """
    whole = sum(rows, Decimal(0))
    if whole != sum(columns, Decimal(0)) or whole <= 0 or any(each < 0 for each in (*rows, *columns)):
        raise ValueError("the rows and the columns must add up to the same, more than zero")
    step = EURO if all(each == each.to_integral_value() for each in (*rows, *columns)) else CENT
    exact = [
        [Fraction(row) * Fraction(column) / Fraction(whole) / Fraction(step) for column in columns] for row in rows
    ]
    floors = [[each.numerator // each.denominator for each in line] for line in exact]
    rests = {
        (i, j): exact[i][j] - floors[i][j]
        for i in range(len(rows))
        for j in range(len(columns))
        if exact[i][j] != floors[i][j]
    }
    wants = [int(Fraction(row) / Fraction(step)) - sum(line) for row, line in zip(rows, floors, strict=True)]
    gets = [
        int(Fraction(column) / Fraction(step)) - sum(line[j] for line in floors) for j, column in enumerate(columns)
    ]
    up = _rounded_up(rests, wants, gets)
    return [tuple((floors[i][j] + ((i, j) in up)) * step for j in range(len(columns))) for i in range(len(rows))]


def _rounded_up(rests: Mapping[tuple[int, int], Fraction], wants: list[int], gets: list[int]) -> set[tuple[int, int]]:
    """Return which cells are rounded up, so that every row and column gets the units that it is short of."""
    up: set[tuple[int, int]] = set()
    for i, j in sorted(rests, key=lambda cell: (-rests[cell], cell)):
        if wants[i] and gets[j]:
            up.add((i, j))
            wants[i] -= 1
            gets[j] -= 1
    for row in range(len(wants)):
        while wants[row]:
            end = _move(rests, up, row, gets)
            wants[row] -= 1
            gets[end] -= 1
    return up


def _move(rests: Mapping[tuple[int, int], Fraction], up: set[tuple[int, int]], row: int, gets: Sequence[int]) -> int:
    """Give a row one unit more by a path over cells that swap; returns the column that gets it."""
    came: dict[tuple[str, int], tuple[str, int]] = {}
    waiting: list[tuple[str, int]] = [("row", row)]
    while waiting:
        kind, at = here = waiting.pop(0)
        if kind == "column" and gets[at]:
            _swap(up, came, here, ("row", row))
            return at
        if kind == "row":
            following = [("column", j) for i, j in rests if i == at and (i, j) not in up]
        else:
            following = [("row", i) for i, j in up if j == at]
        for each in sorted(following):
            if each not in came and each != ("row", row):
                came[each] = here
                waiting.append(each)
    raise ValueError("no such table")  # pragma: no cover - one always exists


def _swap(
    up: set[tuple[int, int]],
    came: Mapping[tuple[str, int], tuple[str, int]],
    end: tuple[str, int],
    start: tuple[str, int],
) -> None:
    here = end
    while here != start:
        before = came[here]
        if here[0] == "column":
            up.add((before[1], here[1]))
        else:
            up.discard((here[1], before[1]))
        here = before
