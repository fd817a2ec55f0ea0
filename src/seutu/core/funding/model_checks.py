"""Whether a plan keeps to its cost models: flat lines are its rate of their base, pay is worked out in one way.

Each beneficiary is judged by its own lines. Not for what a rate is taken of (``flat_rates``), or for the calculation of
one line (``line_checks``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term, check_share_of
from seutu.core.figures.relations import sentences as say
from seutu.core.figures.units import PERCENT
from seutu.core.funding import words
from seutu.core.funding.calculations import way_of
from seutu.core.funding.flat_rates import bases_of_flat_rate, together
from seutu.core.funding.plans import CostKind, CostLine, Plan, Way
from seutu.core.funding.rulebook import RuleBook
from seutu.core.funding.wholes import lines_of_whole
from seutu.core.text import Text

OF_STRUCTURAL_FUNDS: Final = frozenset({"866/2021", "867/2021"})
HELD: Final = frozenset({Status.HOLDS, Status.HOLDS_ROUNDED})


def flat_relations(plan: Plan, rules: RuleBook) -> Iterator[Relation]:
    """Yield whether the one flat line of the whole is the plan's rate, then whether each beneficiary's lines are.

    Several flat lines of one beneficiary are judged together. Two rates may stand side by side where each covers costs
    of its own (866/2021 2 §), which a plan does not show: lines that do not come to the plan's rate are a warning.
    """
    whole = [line for line in lines_of_whole(plan) if _is_flat(line)]
    alone = whole[0] if len(whole) == 1 else None
    if alone is not None:
        yield from _judged(alone.label, [alone], plan, rules)
    others = [line for line in plan.cost_lines if _is_flat(line) and line is not alone]
    for bearer in dict.fromkeys(line.partner for line in others):
        lines = [line for line in others if line.partner == bearer]
        held = tuple(line for line in plan.cost_lines if line.partner == bearer)
        label = lines[0].label if bearer is None else words.flat_rate_of(bearer)
        for found in _judged(label, lines, replace(plan, cost_lines=held), rules):
            yield found if len(lines) == 1 or found.status is not Status.FAILS else _of_several(found)


def _is_flat(line: CostLine) -> bool:
    return line.kind is CostKind.FLAT_RATE


def _judged(label: Text, flat: Sequence[CostLine], plan: Plan, rules: RuleBook) -> Iterator[Relation]:
    """Check flat lines as the plan's rate of its staff costs or of all its direct costs, whichever the rule says.

    Where no rule says it, both are tried, and lines that fit neither are not checkable.
    """
    model = plan.cost_model
    if model is None or model.rate is None:
        return
    rate = Term(words.RATE, model.rate, PERCENT)
    amount = together([line.amount for line in flat])
    bases = [together(base) for base in bases_of_flat_rate(plan, rules) if base]
    tried = [check_share_of(label, base, rate, amount) for base in bases]
    held = [each for each in tried if each.status in HELD]
    if held or len(tried) == 1:
        yield (held or tried)[0]
    elif tried:
        message = say.joined(tried[0].message, words.BASE_UNKNOWN)
        yield replace(tried[0], status=Status.NOT_CHECKABLE, severity=Severity.NOTE, message=message)


def _of_several(found: Relation) -> Relation:
    """Return a relation of several flat lines of one beneficiary as what it surely is: a question, no error."""
    return replace(found, severity=Severity.WARNING, message=say.joined(found.message, words.TWO_RATES))


def pay_relations(plan: Plan, rules: RuleBook) -> Iterator[Relation]:
    """Warn where one beneficiary works out pay both by the hourly rate of a year and by pay with side costs.

    Said of structural funds only, and of a plan without a legal basis.
    """
    if plan.legal_basis and rules.named(plan.legal_basis) not in OF_STRUCTURAL_FUNDS:
        return
    ways = [(line, way) for line in plan.cost_lines if (way := way_of(line, None)) is not None and way is not Way.UNITS]
    for partner in dict.fromkeys(line.partner for line, _way in ways):
        rated = [line for line, way in ways if line.partner == partner and way is Way.HOURLY_RATE]
        paid = [line for line, way in ways if line.partner == partner and way is not Way.HOURLY_RATE]
        if rated and paid:
            message = words.TWO_MODELS.filled(rated=rated[0].label, paid=paid[0].label)
            terms = (rated[0].amount, paid[0].amount)
            yield Relation(Kind.LABEL, words.STAFF_MODEL, terms, Status.FAILS, Severity.WARNING, message)
