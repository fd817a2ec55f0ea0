"""A budget worked out from what is decided: flat rates, shares, residuals, years, each to the printed euro or cent.

Everything that can be computed is; whatever is computed adds up to what it is a part of. Rounding follows plans as
funders print them: costs half up, aid down, the own share what is left. Not for judging a budget that somebody else
worked out (``checks``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.relations.rounding import RoundingMode, rounded

EURO: Final = Decimal(1)
CENT: Final = Decimal("0.01")
HUNDRED: Final = 100


class OverfundedError(ValueError):
    """The rows that are given come to more than the total, so nothing is left for the row that takes the rest."""

    def __init__(self, excess: Decimal) -> None:
        super().__init__(f"the given rows exceed the total by {excess}")
        self.excess = excess


class NegativeFigureError(ValueError):
    """A budget holds no negative figures."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source of money as it is decided: a percentage of the total, an amount, or (neither) what the others leave."""

    name: str
    percent: Decimal | None = None
    amount: Decimal | None = None
    rounding: RoundingMode = RoundingMode.FLOOR


def flat_cost(
    base: Decimal, percent: Decimal, *, step: Decimal = EURO, mode: RoundingMode = RoundingMode.HALF_UP
) -> Decimal:
    """Return a flat rate's cost: percent of the base, rounded to steps.

    40 % of 314 943 is 125 977 (125 977.2). Raises ``NegativeFigureError``.
    """
    _refuse_negative(base, percent)
    return rounded(Fraction(base) * Fraction(percent) / HUNDRED, step, mode)


def spread(total: Decimal, weights: Sequence[Decimal], *, step: Decimal = EURO) -> tuple[Decimal, ...]:
    """Return the total divided by weights into whole steps that add up to it exactly (largest remainders).

    Each part is within one step of its exact share, and equal remainders are given in order. All weights zero divides
    evenly. Raises ``ValueError`` without weights, or when the total is no whole number of steps, and
    ``NegativeFigureError``. Source: Balinski and Young, Fair Representation, 1982 (Hamilton's method).
    """
    _refuse_negative(total, *weights)
    steps = Fraction(total) / Fraction(step)
    if not weights or steps.denominator != 1:
        raise ValueError("there is nothing to divide, or it is no whole number of steps")
    given = [Fraction(weight) for weight in weights] if any(weights) else [Fraction(1)] * len(weights)
    exact = [steps * weight / sum(given) for weight in given]
    parts = [share.numerator // share.denominator for share in exact]
    left = int(steps) - sum(parts)
    by_remainder = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in by_remainder[:left]:
        parts[at] += 1
    return tuple(part * step for part in parts)


def fund(total: Decimal, sources: Sequence[Source], *, step: Decimal = EURO) -> Mapping[str, Decimal]:
    """Return the amount of each source by name, in order; together they are the total exactly.

    A percentage is rounded as the source says (aid down, so that it stays under its ceiling). One source, without
    percentage and amount, takes what the others leave. Raises ``OverfundedError`` when they leave less than nothing,
    ``ValueError`` when not exactly one takes the rest, ``NegativeFigureError``.
    """
    takers = [source for source in sources if source.percent is None and source.amount is None]
    if len(takers) != 1:
        raise ValueError("exactly one source takes the rest")
    amounts = {source.name: _amount(total, source, step) for source in sources if source is not takers[0]}
    left = total - sum(amounts.values(), Decimal(0))
    if left < 0:
        raise OverfundedError(-left)
    return {source.name: left if source is takers[0] else amounts[source.name] for source in sources}


def _amount(total: Decimal, source: Source, step: Decimal) -> Decimal:
    if source.amount is not None:
        _refuse_negative(source.amount)
        return source.amount
    percent = source.percent or Decimal(0)
    _refuse_negative(total, percent)
    return rounded(Fraction(total) * Fraction(percent) / HUNDRED, step, source.rounding)


def printed_shares(amounts: Sequence[Decimal], *, decimals: int = 2) -> tuple[Decimal, ...]:
    """Return each amount's percentage of their sum, as a form prints them: 80.00, 19.32, 0.68.

    Each is rounded half up; where these miss 100 the largest remainders decide instead, so that the column adds up to
    100 exactly and no share is off by a unit or more. All amounts zero are shares of zero. Raises
    ``NegativeFigureError``.
    """
    _refuse_negative(*amounts)
    step = Decimal(1).scaleb(-decimals)
    total = sum(amounts, Decimal(0))
    if not total:
        return tuple(Decimal(0).scaleb(-decimals) for _ in amounts)
    half_up = tuple(
        rounded(Fraction(amount) * HUNDRED / Fraction(total), step, RoundingMode.HALF_UP) for amount in amounts
    )
    if sum(half_up, Decimal(0)) == HUNDRED:
        return half_up
    return spread(Decimal(HUNDRED), amounts, step=step)


def flat_by_year(staff: Mapping[str, Decimal], percent: Decimal, *, step: Decimal = EURO) -> Mapping[str, Decimal]:
    """Return a flat rate's cost by year, so that the years add up to the flat rate of the whole, not of each year."""
    whole = flat_cost(sum(staff.values(), Decimal(0)), percent, step=step)
    return dict(zip(staff, spread(whole, list(staff.values()), step=step) if staff else (), strict=True))


def _refuse_negative(*figures: Decimal) -> None:
    if any(figure < 0 for figure in figures):
        raise NegativeFigureError("a budget holds no negative figures")
