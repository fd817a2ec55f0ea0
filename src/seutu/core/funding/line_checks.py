"""The relations that the figures of one cost line must meet: its amount and what its own calculation comes to.

Where they differ, one figure that would set it right is named. Not for the calculation itself (``calculations``), or
for sums of lines (``checks``).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.amount_writing import write_euros
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.qualifiers import Origin
from seutu.core.figures.relations import Kind, Relation, RoundingMode, Severity, Status, Term
from seutu.core.figures.relations import sentences as say
from seutu.core.figures.relations.rounding import fitting_modes, rounded, step_of
from seutu.core.figures.units import EUR, PERCENT
from seutu.core.funding import words
from seutu.core.funding.applied_rules import staff_rules
from seutu.core.funding.calculations import HUNDRED, PRICES, QUANTITIES, Unknown, Worked, outcome_of
from seutu.core.funding.plans import CostKind, CostLine, Plan, Way
from seutu.core.funding.rulebook import RuleBook
from seutu.core.text import LANGUAGES, Language, Text

HALF: Final = Decimal("0.5")
OF_UNIT_COST: Final = "unit_cost"


def line_relations(plan: Plan, rules: RuleBook) -> Iterator[Relation]:
    """Yield whether each line with a calculation is what it comes to."""
    staff = staff_rules(plan, rules)
    for line in plan.cost_lines:
        outcome = outcome_of(line, plan.cost_model, staff)
        if isinstance(outcome, Worked):
            yield _judged(line, outcome)
        elif outcome is not None:
            yield _unknown(line, words.needed(line.label, _listed(outcome)))
        elif _lacks_units(plan, line):
            yield _unknown(line, words.no_units(line.label))


def _lacks_units(plan: Plan, line: CostLine) -> bool:
    """Return whether a filled line of a project of unit costs says nothing of its units."""
    by_units = plan.cost_model is not None and plan.cost_model.name == OF_UNIT_COST
    return by_units and line.kind is not CostKind.FLAT_RATE and not line.amount.is_blank


def _unknown(line: CostLine, message: Text) -> Relation:
    label = words.calculation_of(line.label)
    return Relation(Kind.EQUAL, label, (line.amount,), Status.NOT_CHECKABLE, Severity.NOTE, message)


def _listed(outcome: Unknown) -> Text:
    return Text(**{each: "; ".join(name.in_language(each) for name in outcome.needed) for each in LANGUAGES})


def _judged(line: CostLine, worked: Worked) -> Relation:
    """Compare a calculation with the amount, or with what was applied for where the funder struck some of it out."""
    computed, product = worked.amount, worked.product
    stated = _stated(line, computed)
    label = words.calculation_of(line.label)
    relation = Relation(
        Kind.EQUAL,
        label,
        (*_inputs(worked), stated),
        Status.NOT_CHECKABLE,
        Severity.NONE,
        say.BLANK.filled(label=label),
        computed=computed,
        product=product,
    )
    if stated.is_blank:
        return relation
    facts = {"line": line.label, "product": product, "computed": _euros(computed)}
    difference = abs(stated.number - computed)
    if not difference:
        message = words.CALCULATION_HOLDS.filled(**facts)
        return replace(relation, status=Status.HOLDS, message=message, stated=stated.number)
    facts |= {"stated": say.as_printed(stated), "difference": _euros(difference)}
    if not stated.is_exact:
        return replace(relation, stated=stated.number, message=words.CALCULATION_MAY_HOLD.filled(**facts))
    if difference < 1:
        status, severity, message = Status.HOLDS_ROUNDED, Severity.NONE, words.CALCULATION_ROUNDED.filled(**facts)
    else:
        status, severity = Status.FAILS, Severity.ERROR
        message = say.joined(words.CALCULATION_FAILS.filled(**facts), _diagnosis(worked, stated.number))
    modes = fitting_modes(Fraction(computed), stated.number) if status is Status.HOLDS_ROUNDED else ()
    return replace(
        relation, status=status, severity=severity, message=message, stated=stated.number, rounding_modes=modes
    )


def _euros(value: Decimal) -> Callable[[Language], str]:
    return lambda language: write_euros(value, language)


def _stated(line: CostLine, computed: Decimal) -> Term:
    """Return the figure that a calculation is of: the amount, unless only what was applied for can be it."""
    applied = line.applied
    if applied is None or applied.is_blank:
        return line.amount
    is_approved = not line.amount.is_blank and abs(line.amount.number - computed) < 1
    return line.amount if is_approved else applied


def _inputs(worked: Worked) -> tuple[Term, ...]:
    """Return the figures of a calculation with those that the rules give; those are derived."""
    figures = [
        Term(QUANTITIES[worked.way], worked.quantity, worked.unit),
        Term(PRICES[worked.way], worked.price, EUR),
        *([Term(words.WORK_SHARE, worked.share, PERCENT)] if worked.share != HUNDRED else []),
    ]
    if worked.side_costs:
        origin = Origin.DERIVED if worked.by_rule else Origin.STATED
        figures.append(Term(words.SIDE_COSTS, worked.side_costs, PERCENT, origin=origin))
    if worked.way is Way.HOURLY_RATE:
        figures.append(Term(words.HOURS_OF_YEAR, worked.hours, "h", origin=Origin.DERIVED))
    return tuple(figures)


def _diagnosis(worked: Worked, stated: Decimal) -> Text | None:
    """Name what would make a stated amount right: side costs or a share left out, another quantity, another price."""
    if worked.side_costs and _gives(replace(worked, side_costs=Decimal(0)), stated):
        return words.WITHOUT_SIDE_COSTS
    if worked.way is Way.FIXED_SHARE and worked.share != HUNDRED and _gives(replace(worked, share=HUNDRED), stated):
        return words.WITHOUT_SHARE
    return _other_figure(worked, stated)


def _other_figure(worked: Worked, stated: Decimal) -> Text | None:
    """Name a quantity in halves, or a price in whole euros, with which the amount would be the stated one."""
    if not worked.amount:
        return None
    ratio = Fraction(stated) / Fraction(worked.amount)
    quantity = plain_number(rounded(Fraction(worked.quantity) * ratio, HALF, RoundingMode.HALF_UP))
    price = rounded(Fraction(worked.price) * ratio, Decimal(1), RoundingMode.HALF_UP)
    if quantity and _gives(replace(worked, quantity=quantity), stated):
        return say.would_fit(quantity, worked.quantity, worked.unit)
    if price and _gives(replace(worked, price=price), stated):
        return say.would_fit(price, worked.price, EUR)
    return None


def _gives(worked: Worked, stated: Decimal) -> bool:
    """Return whether a calculation comes to a stated amount, at the decimals that it is stated with."""
    return rounded(Fraction(worked.amount), step_of(stated), RoundingMode.HALF_UP) == stated
