"""What the amount of a cost line comes to by its own figures: pay by months, hours or a share of them, units by price.

The hours of a year and the side costs that a line leaves blank are those of the plan's rules. What is not known is
named, never taken as zero. Not for judging the amount (``line_checks``), or for the arithmetic (``staff_costs``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from seutu.core.figures.amount_writing import write_amount, write_euros
from seutu.core.figures.amounts import Amount
from seutu.core.figures.marks import EXACT
from seutu.core.figures.number_writing import write_number, write_percentage
from seutu.core.figures.plain_numbers import plain_money
from seutu.core.figures.relations import Term
from seutu.core.figures.units import MONTH, PERSON_MONTH
from seutu.core.funding.applied_rules import StaffRules
from seutu.core.funding.plans import Calculation, CostLine, CostModel, Way
from seutu.core.funding.staff_costs import factor_of, hourly_rate, paid_work, unit_costs, yearly_cost
from seutu.core.text import LANGUAGES, Language, Text

HUNDRED: Final = Decimal(100)
HOUR: Final = "h"
UNITS_OF: Final[Mapping[Way, str]] = {
    Way.FIXED_SHARE: MONTH,
    Way.PERSON_MONTHS: PERSON_MONTH,
    Way.HOURLY_PAY: HOUR,
    Way.HOURLY_RATE: HOUR,
}
_HOURS: Final = Text(fi="tunnit", sv="timmar", en="hours")
_MONTHLY_PAY: Final = Text(fi="kuukausipalkka", sv="månadslön", en="monthly pay")
QUANTITIES: Final[Mapping[Way, Text]] = {
    Way.FIXED_SHARE: Text(fi="kuukaudet", sv="månader", en="months"),
    Way.PERSON_MONTHS: Text(fi="henkilötyökuukaudet", sv="personmånader", en="person-months"),
    Way.HOURLY_PAY: _HOURS,
    Way.HOURLY_RATE: _HOURS,
    Way.UNITS: Text(fi="yksikkömäärä", sv="antal enheter", en="quantity"),
}
PRICES: Final[Mapping[Way, Text]] = {
    Way.FIXED_SHARE: _MONTHLY_PAY,
    Way.PERSON_MONTHS: _MONTHLY_PAY,
    Way.HOURLY_PAY: Text(fi="tuntipalkka", sv="timlön", en="hourly pay"),
    Way.HOURLY_RATE: Text(fi="vuosipalkka", sv="årslön", en="yearly pay"),
    Way.UNITS: Text(fi="yksikköhinta", sv="enhetspris", en="unit price"),
}
WORK_SHARE: Final = Text(
    fi="osuus työajasta (kokoaikaisella 100)", sv="andel av arbetstiden (heltid är 100)",
    en="share of working time (100 for full time)",
)  # fmt: skip
SIDE_COSTS: Final = Text(
    fi="sivukulujen prosentti, jota säännöissä ei ole hankkeen alkamispäivälle (0, jos sivukuluja ei ole)",
    sv="procentsats för lönebikostnader, som reglerna saknar för projektets startdag (0 om det inte finns några)",
    en="percentage of side costs, which the rules lack for the project's first day (0 if there are none)",
)
YEARLY_HOURS: Final = Text(
    fi="vuoden työtunnit, joita hankkeen säännöissä ei ole: valitse toinen laskutapa",
    sv="årets arbetstimmar, som projektets regler saknar: välj ett annat beräkningssätt",
    en="hours of a year, which the project's rules lack: choose another way of working it out",
)
SHARED: Final = frozenset({Way.FIXED_SHARE, Way.HOURLY_RATE})
"""The ways that take a share of working time."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The figures that a calculation still needs."""

    needed: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """A calculation with every figure it needs. ``share`` and ``side_costs`` are in percent, ``hours`` those of a year.

    A way without a share of working time has the whole of it, units have no side costs. ``by_rule``: the percentage of
    side costs is the rule's, as the line states none.
    """

    way: Way
    quantity: Decimal
    unit: str
    price: Decimal
    share: Decimal = HUNDRED
    side_costs: Decimal = Decimal(0)
    hours: Decimal = Decimal(1)
    by_rule: bool = False

    @property
    def amount(self) -> Decimal:
        """Return what it comes to: half up to the cent, in whole euros where there are no cents."""
        if self.way is Way.HOURLY_RATE:
            amount = unit_costs(self.quantity, self.rate)
        elif self.way is Way.UNITS:
            amount = unit_costs(self.quantity, self.price)
        else:
            part = EXACT.divide(self.share, HUNDRED)
            amount = paid_work(self.quantity, self.price, self.side_costs, share=part)
        return plain_money(amount)

    @property
    def rate(self) -> Decimal:
        """Return the unit cost of an hour, of a year's pay with its side costs."""
        part = EXACT.divide(self.share, HUNDRED)
        return hourly_rate(yearly_cost(self.price, self.side_costs), self.hours, share=part)

    @property
    def product(self) -> Text:
        """Return what it is worked out of: ``50 % × 12 kk × 4 500 € × 1,2644``."""
        return Text(**{language: self._written(language) for language in LANGUAGES})

    def _written(self, language: Language) -> str:
        quantity = write_amount(Amount(self.quantity, self.unit), language)
        if self.way is Way.HOURLY_RATE:
            year = f"{write_amount(Amount(self.hours, HOUR), language)}"
            if self.share != HUNDRED:
                year = f"({write_percentage(self.share, language)} × {year})"
            return f"{quantity} × {write_euros(self.rate, language)} ({self._paid(language)} / {year})"
        share = [write_percentage(self.share, language)] if self.way is Way.FIXED_SHARE else []
        return " × ".join([*share, quantity, self._paid(language)])

    def _paid(self, language: Language) -> str:
        pay = write_euros(self.price, language)
        return f"{pay} × {write_number(factor_of(self.side_costs), language)}" if self.side_costs else pay


def way_of(line: CostLine, model: CostModel | None) -> Way | None:
    """Return how a line is worked out: as it says, or by unit where the plan's costs are unit costs and it has any."""
    calculation = line.calculation
    if calculation is None or calculation.way is not None:
        return None if calculation is None else calculation.way
    by_unit = calculation.quantity is not None or calculation.unit_price is not None
    return Way.UNITS if model is not None and model.name == "unit_cost" and by_unit else None


def outcome_of(line: CostLine, model: CostModel | None, rules: StaffRules) -> Worked | Unknown | None:
    """Return what a line comes to by its own figures, or which of them are not known; None where it has no way."""
    way, calculation = way_of(line, model), line.calculation
    if way is None or calculation is None:
        return None
    quantity, price = _known(calculation.quantity), _known(calculation.unit_price)
    share = _known(calculation.work_share) if way in SHARED else HUNDRED
    side_costs = _side_costs(calculation, way, rules)
    hours = rules.hours.value if way is Way.HOURLY_RATE and rules.hours is not None else None
    needed = [
        *([QUANTITIES[way]] if quantity is None else []),
        *([PRICES[way]] if price is None else []),
        *([WORK_SHARE] if not share else []),
        *([SIDE_COSTS] if side_costs is None else []),
        *([YEARLY_HOURS] if way is Way.HOURLY_RATE and hours is None else []),
    ]
    if quantity is None or price is None or not share or side_costs is None or needed:
        return Unknown(tuple(needed))
    unit = UNITS_OF.get(way, calculation.unit)
    by_rule = way is not Way.UNITS and calculation.side_costs is None
    return Worked(way, quantity, unit, price, share, side_costs, hours or Decimal(1), by_rule)


def _side_costs(calculation: Calculation, way: Way, rules: StaffRules) -> Decimal | None:
    if way is Way.UNITS:
        return Decimal(0)
    if calculation.side_costs is not None:
        return _known(calculation.side_costs)
    return rules.side_costs.value if rules.side_costs is not None else None


def _known(term: Term | None) -> Decimal | None:
    """Return a figure; None where it is blank, or not exact."""
    return term.number if term is not None and not term.is_blank and term.is_exact else None
