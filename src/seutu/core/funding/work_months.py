"""The person-months of pay lines beside those that the work plan gives to the same role of the same partner.

A line without months of its own takes them from there; where both say them they are compared. A line of the whole
project stands for its role with every partner, unless partners have lines of that role too. Not for the load of people
by month (``programmes.workloads``).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.qualifiers import Origin
from seutu.core.figures.relations import Kind, Relation, RoundingMode, Severity, Status, Term
from seutu.core.figures.relations import sentences as say
from seutu.core.figures.relations.rounding import rounded
from seutu.core.figures.units import PERSON_MONTH
from seutu.core.funding import words
from seutu.core.funding.budgets import CENT
from seutu.core.funding.calculations import QUANTITIES
from seutu.core.funding.plans import Assigned, CostLine, Plan, Way

Key = tuple[str, str | None]
IN_MONTHS: Final = frozenset({Way.FIXED_SHARE, Way.PERSON_MONTHS})


def with_months_of_work(plan: Plan) -> Plan:
    """Return the plan with the person-months of pay lines that state none, where the work plan gives them to one line.

    They are of derived origin.
    """
    if not plan.assigned:
        return plan
    alone = {key: lines[0] for key, lines in _by_role(plan).items() if len(lines) == 1}
    taken = {id(line): months for key, line in alone.items() if (months := _given(plan, key)) and _takes(line)}
    return replace(plan, cost_lines=tuple(_with(line, taken.get(id(line))) for line in plan.cost_lines))


def _takes(line: CostLine) -> bool:
    calculation = line.calculation
    return calculation is not None and calculation.way is Way.PERSON_MONTHS and calculation.quantity is None


def _with(line: CostLine, months: Decimal | None) -> CostLine:
    if months is None or line.calculation is None:
        return line
    quantity = Term(QUANTITIES[Way.PERSON_MONTHS], months, PERSON_MONTH, origin=Origin.DERIVED)
    return replace(line, calculation=replace(line.calculation, quantity=quantity))


def month_relations(plan: Plan) -> Iterator[Relation]:
    """Yield whether the months that pay lines state for a role are those of the work plan, to a hundredth."""
    if not plan.assigned:
        return
    for key, lines in _by_role(plan).items():
        paid, given = _stated(lines), _given(plan, key)
        if paid is None or given is None:
            continue
        role = lines[0].label
        shown = plain_number(rounded(paid, CENT, RoundingMode.HALF_UP))
        budget, work = Term(role, shown, PERSON_MONTH), Term(role, given, PERSON_MONTH)
        holds = abs(paid - Fraction(given)) < Fraction(CENT)
        facts = {"role": role, "budget": say.as_printed(budget), "work": say.as_printed(work)}
        yield Relation(
            Kind.EQUAL,
            words.MONTHS_OF.filled(role=role),
            (budget, work),
            Status.HOLDS if holds else Status.FAILS,
            Severity.NONE if holds else Severity.WARNING,
            (words.MONTHS_AGREE if holds else words.MONTHS_DIFFER).filled(**facts),
            given,
            shown,
        )


def _by_role(plan: Plan) -> Mapping[Key, Sequence[CostLine]]:
    """Return the pay lines by months, by their role and partner."""
    found: dict[Key, list[CostLine]] = defaultdict(list)
    for line in plan.cost_lines:
        if line.calculation is not None and line.calculation.way in IN_MONTHS:
            found[_named(line.label.fi), line.partner].append(line)
    return found


def _given(plan: Plan, key: Key) -> Decimal | None:
    """Return the months of a role in the work plan; None where it has none, or leaves some of them blank."""
    role, partner = key
    of_partners = any(line.partner is not None and _named(line.label.fi) == role for line in plan.cost_lines)
    held = [each for each in plan.assigned if _named(each.role) == role and _is_of(each, partner, alone=of_partners)]
    months = [each.months for each in held if each.months is not None]
    if not months or len(months) < len(held):
        return None
    return plain_number(sum(months, Decimal(0)))


def _is_of(each: Assigned, partner: str | None, *, alone: bool) -> bool:
    return each.partner == partner or (partner is None and not alone)


def _stated(lines: Sequence[CostLine]) -> Fraction | None:
    """Return the person-months that lines state together; None where one states none."""
    total = Fraction(0)
    for line in lines:
        held = line.calculation
        if held is None or held.quantity is None or held.quantity.is_blank or held.quantity.origin is Origin.DERIVED:
            return None
        share = held.work_share if held.way is Way.FIXED_SHARE else None
        if held.way is Way.FIXED_SHARE and (share is None or share.is_blank):
            return None
        total += Fraction(held.quantity.number) * (Fraction(share.number) / 100 if share is not None else 1)
    return total


def _named(role: str) -> str:
    return " ".join(role.casefold().split())
