"""Kinds of records of money, calls and decisions, in the order in which they refer to one another."""

from typing import Final

from seutu.apps.funding.kinds.appropriations import APPROPRIATION_USES, APPROPRIATIONS, PROSPECTS
from seutu.apps.funding.kinds.budgets import COST_LINES, COST_YEARS, FUNDING_ROWS, SHARED_COSTS
from seutu.apps.funding.kinds.calls import APPLICATIONS, CALLS, CRITERIA
from seutu.apps.funding.kinds.chapters import APPLICATION_CHAPTERS
from seutu.apps.funding.kinds.decisions import DECISIONS
from seutu.apps.funding.kinds.judging import SCORES, STATEMENTS, SUPPLEMENT_REQUESTS
from seutu.apps.funding.kinds.spending import ACTUAL_COSTS, BUDGET_CHANGES, INSTALMENTS, PAYMENT_CLAIMS, PURCHASES
from seutu.apps.records.sheets.kinds import Kind

KINDS: Final[tuple[Kind, ...]] = (
    COST_LINES,
    COST_YEARS,
    FUNDING_ROWS,
    SHARED_COSTS,
    APPROPRIATIONS,
    APPROPRIATION_USES,
    PROSPECTS,
    PURCHASES,
    ACTUAL_COSTS,
    PAYMENT_CLAIMS,
    INSTALMENTS,
    BUDGET_CHANGES,
    CALLS,
    CRITERIA,
    APPLICATIONS,
    APPLICATION_CHAPTERS,
    SCORES,
    STATEMENTS,
    SUPPLEMENT_REQUESTS,
    DECISIONS,
)
