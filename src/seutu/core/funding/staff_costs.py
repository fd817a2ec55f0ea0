"""Staff costs by the models of the funders: pay with a standard percentage of side costs, hours by a unit cost, units.

The percentages and hours are dated rules (``rules/funding``); nothing is rounded but to the step that is asked for. Not
for flat rates of other costs (``budgets``), or for the lines of a plan that state pay or units (``calculations``).
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.marks import EXACT
from seutu.core.figures.relations.rounding import RoundingMode, rounded
from seutu.core.funding.budgets import CENT, HUNDRED, NegativeFigureError
from seutu.core.funding.rulebook import Rule, RuleBook, UnknownBasisError

MONTHS_OF_YEAR: Final = 12
HOURS: Final = "hours_of_year"
SIDE_COSTS: Final = "side_costs"


class NoRuleError(LookupError):
    """No rule of that name is in force on the day, or its value was not found: the cost cannot be worked out."""

    def __init__(self, name: str, basis: str, on: date) -> None:
        super().__init__(f"{basis} has no {name} on {on.isoformat()}")
        self.name = name
        self.basis = basis
        self.on = on


def hours_of_year(rules: RuleBook, *, basis: str, on: date) -> Rule:
    """Return the rule of the hours of a year: 1 720. Raises ``NoRuleError``."""
    return _rule(rules, HOURS, basis, on)


def side_cost_rate(rules: RuleBook, *, basis: str, on: date) -> Rule:
    """Return the rule of the standard side costs of pay in percent, holiday bonus included. Raises ``NoRuleError``.

    It is set for a year at a time: of another year's percentage nothing is known.
    """
    return _rule(rules, SIDE_COSTS, basis, on)


def hourly_rate(yearly_cost: Decimal, hours: Decimal, *, share: Decimal = Decimal(1), step: Decimal = CENT) -> Decimal:
    """Return the unit cost of an hour: yearly employment cost ÷ (hours of a year × share of full time), rounded down.

    ``yearly_cost`` is the latest documented gross yearly cost with its side costs; that of part-time work is divided by
    as many hours: 25 800 € of half time by 860. 51 600 € ÷ 1 720 h is 30 € an hour. Rounded down, hours never cost more
    than the year. Raises ``NegativeFigureError``, and ``ValueError`` without hours.
    Source: (EU) 2021/1060 art. 55(2).
    """
    _refuse_negative(yearly_cost, hours, share)
    if not hours or not share:
        raise ValueError("there are no hours to divide by")
    return rounded(Fraction(yearly_cost) / (Fraction(hours) * Fraction(share)), step, RoundingMode.FLOOR)


def yearly_cost(pay: Decimal, percent: Decimal) -> Decimal:
    """Return a year's pay with its side costs, exactly: 45 000 € with 26.44 % is 56 898 €. Raises as the others do."""
    _refuse_negative(pay, percent)
    return EXACT.multiply(pay, factor_of(percent))


def factor_of(percent: Decimal) -> Decimal:
    """Return what pay is multiplied by so that its side costs are in it, exactly: 1.2644 of 26.44 %."""
    return EXACT.divide(EXACT.add(Decimal(HUNDRED), percent), Decimal(HUNDRED))


def paid_work(
    units: Decimal, pay: Decimal, percent: Decimal, *, share: Decimal = Decimal(1), step: Decimal = CENT
) -> Decimal:
    """Return what months or hours of work cost: units × share × pay × (1 + percent ÷ 100), half up to steps.

    12 months of half time at 4 500 € and 26.44 % are 34 138.80 €. Rounded once, so that what is written out as a
    product is that product. Raises ``NegativeFigureError``.
    """
    _refuse_negative(units, pay, percent, share)
    exact = Fraction(units) * Fraction(share) * Fraction(pay) * Fraction(factor_of(percent))
    return rounded(exact, step, RoundingMode.HALF_UP)


def unit_costs(units: Decimal, price: Decimal, *, step: Decimal = CENT) -> Decimal:
    """Return units × price of one, half up to steps: 430 h × 30 € is 12 900 €. Raises ``NegativeFigureError``."""
    _refuse_negative(units, price)
    return rounded(Fraction(units) * Fraction(price), step, RoundingMode.HALF_UP)


def monthly_hours(hours: Decimal) -> Fraction:
    """Return the hours of a month of full time, exactly: hours of a year ÷ 12, of 1 720 143 ⅓."""
    return Fraction(hours) / MONTHS_OF_YEAR


def _rule(rules: RuleBook, name: str, basis: str, on: date) -> Rule:
    try:
        found = rules.rule(name, basis=basis, on=on)
    except UnknownBasisError:
        found = None
    if found is None or found.value is None:
        raise NoRuleError(name, basis, on)
    return found


def _refuse_negative(*figures: Decimal) -> None:
    if any(figure < 0 for figure in figures):
        raise NegativeFigureError("a staff cost holds no negative figures")
