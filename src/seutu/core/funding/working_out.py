"""A plan with what follows from its stated figures filled in, marked as derived: years, flat rates, totals, shares.

A figure that is stated stays as it is, also where it is wrong: judging is for ``checks``. What does not follow surely
stays blank.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from seutu.core.figures.qualifiers import Origin
from seutu.core.figures.relations import Term, added
from seutu.core.figures.relations.rounding import RoundingMode, rounded, step_of
from seutu.core.figures.units import EUR, PERCENT
from seutu.core.funding import words
from seutu.core.funding.applied_rules import StaffRules, staff_rules
from seutu.core.funding.budgets import CENT, EURO, flat_by_year, flat_cost, printed_shares
from seutu.core.funding.calculations import Worked, outcome_of
from seutu.core.funding.flat_rates import bases_of_flat_rate, together
from seutu.core.funding.plans import CostKind, CostLine, CostModel, FundingKind, FundingRow, PartnerRole, Plan
from seutu.core.funding.rulebook import RuleBook
from seutu.core.funding.wholes import lines_by_year, lines_of_whole
from seutu.core.funding.work_months import with_months_of_work
from seutu.core.text import Text

HUNDRED: Final = 100


def worked_out(plan: Plan, rules: RuleBook) -> Plan:
    """Return the plan with its blanks filled where they follow from stated figures; each is of derived origin.

    A line's amount is the sum of its years, or what its own calculation comes to; a flat line is its rate of the base
    that the rules name, half up to the euro (to the cent where the base has cents); the total is the sum of the whole's
    lines, unless they are some partners' only. A funding row with a share alone gets that share of the total, aid
    rounded down; one row without either gets the rest. Rows without a share get the one that would be printed, with two
    decimals; a single one gets what the stated shares leave of 100, where all of them are those of their amounts.
    """
    plan = with_months_of_work(plan)
    plan = replace(plan, cost_lines=tuple(_with_years_added(line) for line in plan.cost_lines))
    plan = _with_calculations(plan, rules)
    plan = replace(plan, cost_lines=_with_flat_line(plan, rules))
    total = plan.total if _is_stated(plan.total) else _total(plan)
    plan = replace(plan, total=total, funding=_with_amounts(plan.funding, plan.funding_total or total))
    return replace(plan, funding=_with_shares(plan.funding))


def _total(plan: Plan) -> Term | None:
    """Return the sum of the lines of the whole; None where they are some partners' only, of whom others have none."""
    lines = lines_of_whole(plan)
    bearing = {partner.name for partner in plan.partners if partner.role is not PartnerRole.PARTICIPANT}
    if all(line.partner for line in lines) and bearing - {line.partner for line in lines}:
        return None
    return _sum(words.COSTS, [line.amount for line in lines])


def _is_stated(term: Term | None) -> bool:
    return term is not None and not term.is_blank


def _derived(label: Text, value: Decimal, unit: str = EUR) -> Term:
    return Term(label, value, unit, origin=Origin.DERIVED)


def _sum(label: Text, terms: Sequence[Term]) -> Term | None:
    """Return the sum of terms; None where there are none, or one is blank."""
    if not terms or any(term.is_blank for term in terms):
        return None
    return _derived(label, added(terms))


def _with_years_added(line: CostLine) -> CostLine:
    summed = _sum(line.label, list(line.years.values())) if line.amount.is_blank else None
    return replace(line, amount=summed) if summed is not None else line


def _with_calculations(plan: Plan, rules: RuleBook) -> Plan:
    """Work out the blank lines that state what they come of; of a line applied for only the approved part would be."""
    staff = staff_rules(plan, rules)
    lines = (
        line
        if not line.amount.is_blank or line.calculation is None or _is_stated(line.applied)
        else _calculated(line, plan.cost_model, staff)
        for line in plan.cost_lines
    )
    return replace(plan, cost_lines=tuple(lines))


def _calculated(line: CostLine, model: CostModel | None, staff: StaffRules) -> CostLine:
    outcome = outcome_of(line, model, staff)
    return replace(line, amount=_derived(line.label, outcome.amount)) if isinstance(outcome, Worked) else line


def _with_flat_line(plan: Plan, rules: RuleBook) -> tuple[CostLine, ...]:
    """Work out the one flat line, where it is blank and the rules say of what it is taken."""
    rate = plan.cost_model.rate if plan.cost_model is not None else None
    flat = [line for line in lines_of_whole(plan) if line.kind is CostKind.FLAT_RATE]
    bases = [base for base in bases_of_flat_rate(plan, rules) if base]
    sums = {together(base).value for base in bases}
    if rate is None or len(flat) != 1 or not flat[0].amount.is_blank or len(sums) != 1 or None in sums:
        return plan.cost_lines
    base = together(bases[0]).number
    worked = _derived(flat[0].label, flat_cost(base, rate, step=_step(base)))
    line = replace(flat[0], amount=worked, years=_flat_years(plan, flat[0], base, rate) or flat[0].years)
    return tuple(line if each is flat[0] else each for each in plan.cost_lines)


def _flat_years(plan: Plan, flat: CostLine, base: Decimal, rate: Decimal) -> Mapping[str, Term]:
    """Return the flat line by year, in the steps of its amount; together the years are the amount.

    Nothing unless its base is one kind of lines that all have their years, and the years of each add up to its amount.
    """
    paid = [line for line in lines_by_year(plan) if line.kind is not CostKind.FLAT_RATE]
    years = list(dict.fromkeys(year for line in paid for year in line.years))
    cells = [line.years.get(year) for line in paid for year in years]
    if flat.years or not years or len({line.kind for line in paid}) != 1 or not all(map(_is_stated, cells)):
        return {}
    by_year = {year: added(line.years[year] for line in paid) for year in years}
    whole = sum(by_year.values(), Decimal(0))
    if whole != base or any(added(line.years.values()) != line.amount.value for line in paid):
        return {}
    worked = flat_by_year(by_year, rate, step=_step(base))
    return {year: _derived(flat.label, value) for year, value in worked.items()}


def _step(amount: Decimal) -> Decimal:
    """Return the euro for whole euros, else the cent."""
    return EURO if amount == amount.to_integral_value() else CENT


def _with_amounts(rows: Sequence[FundingRow], total: Term | None) -> tuple[FundingRow, ...]:
    if total is None or total.is_blank or any(row.partner for row in rows):
        return tuple(rows)
    shared = [_by_share(row, total.number) for row in rows]
    blank = [row for row in shared if row.amount.is_blank]
    if len(blank) != 1 or blank[0].share is not None:
        return tuple(shared)
    rest = total.number - added(row.amount for row in shared)
    if rest < 0:
        return tuple(shared)
    return tuple(replace(row, amount=_derived(row.label, rest)) if row is blank[0] else row for row in shared)


def _by_share(row: FundingRow, total: Decimal) -> FundingRow:
    if not row.amount.is_blank or row.share is None or row.share.is_blank:
        return row
    mode = RoundingMode.FLOOR if row.kind is FundingKind.EU_STATE else RoundingMode.HALF_UP
    amount = rounded(Fraction(total) * Fraction(row.share.number) / HUNDRED, _step(total), mode)
    return replace(row, amount=_derived(row.label, amount))


def _with_shares(rows: Sequence[FundingRow]) -> tuple[FundingRow, ...]:
    amounts = [row.amount for row in rows]
    if not rows or any(term.is_blank for term in amounts) or any(row.partner for row in rows) or not added(amounts):
        return tuple(rows)
    rest = _share_left(rows)
    shares = printed_shares([term.number for term in amounts]) if rest is None else (rest,) * len(rows)
    return tuple(
        row if row.share is not None else replace(row, share=_derived(row.label, share, PERCENT))
        for row, share in zip(rows, shares, strict=True)
    )


def _share_left(rows: Sequence[FundingRow]) -> Decimal | None:
    """Return what the stated shares leave for the one row without; None unless all of them fit the amounts."""
    missing = [row for row in rows if row.share is None]
    stated = [(row.share.number, row.amount) for row in rows if row.share is not None and not row.share.is_blank]
    if len(missing) != 1 or len(stated) != len(rows) - 1 or not stated:
        return None
    rest = Decimal(HUNDRED) - sum((share for share, _ in stated), Decimal(0))
    whole = Fraction(added(row.amount for row in rows))
    fit = all(_is_printed(share, amount, whole) for share, amount in stated)
    return rest if fit and rest >= 0 and _is_printed(rest, missing[0].amount, whole, euros=len(rows)) else None


def _is_printed(share: Decimal, amount: Term, whole: Fraction, *, euros: int = 1) -> bool:
    """Return whether a share is off its amount by less than a unit of its last decimal, or the amount by some euros.

    An amount that was rounded off its share misses it by less than one; what is left of several by less than one each.
    """
    missed = abs(Fraction(share) - Fraction(amount.number) * HUNDRED / whole)
    return missed < Fraction(step_of(share)) or missed * whole < euros * HUNDRED
