"""Relations between figures: what adds up, what is which share of what, what exceeds what, and what would heal it.

Decimal throughout. Not for finding the relations of a document, or for the rules of a funder.
"""

from seutu.core.figures.relations.comparisons import check_ceiling, check_date_order, check_equal
from seutu.core.figures.relations.relation import Kind, Relation, Severity, Status, plain, summary
from seutu.core.figures.relations.rounding import RoundingMode
from seutu.core.figures.relations.shares import check_percentage, check_share_of
from seutu.core.figures.relations.sums import added, check_shares_sum, check_sum
from seutu.core.figures.relations.terms import Place, Term

__all__ = [
    "Kind",
    "Place",
    "Relation",
    "RoundingMode",
    "Severity",
    "Status",
    "Term",
    "added",
    "check_ceiling",
    "check_date_order",
    "check_equal",
    "check_percentage",
    "check_share_of",
    "check_shares_sum",
    "check_sum",
    "plain",
    "summary",
]
