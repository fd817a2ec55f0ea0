"""What a plan's flat rate is taken of, by its legal basis.

Not for judging the flat line (``checks``), or for working it out (``working_out``).
"""

from collections.abc import Sequence

from seutu.core.figures.qualifiers import Origin
from seutu.core.figures.relations import Term, added
from seutu.core.funding import words
from seutu.core.funding.applied_rules import first_day
from seutu.core.funding.plans import CostKind, Plan
from seutu.core.funding.rulebook import RuleBook
from seutu.core.funding.wholes import lines_of_whole


def bases_of_flat_rate(plan: Plan, rules: RuleBook) -> list[list[Term]]:
    """Return what the flat rate may be taken of: the lines of staff costs, those of all direct costs, or either.

    Nothing without a rate.
    """
    rate = plan.cost_model.rate if plan.cost_model is not None else None
    if rate is None:
        return []
    direct = [line for line in lines_of_whole(plan) if line.kind is not CostKind.FLAT_RATE]
    staff = [line.amount for line in direct if line.kind is CostKind.STAFF]
    known = rules.base_of_flat_rate(rate, basis=rules.named(plan.legal_basis), on=first_day(plan))
    if known == "staff":
        return [staff]
    everything = [line.amount for line in direct]
    return [everything] if known == "direct" else [everything, staff]


def together(terms: Sequence[Term]) -> Term:
    """Return the one term, or their derived sum; blank when one of them is."""
    if len(terms) == 1:
        return terms[0]
    value = None if any(term.is_blank for term in terms) else added(terms)
    return Term(words.TOGETHER, value, terms[0].unit, origin=Origin.DERIVED)
