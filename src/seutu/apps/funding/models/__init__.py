"""How money, calls and decisions are stored. Columns, labels and help stand in ``kinds``."""

from seutu.apps.funding.models.appropriations import Appropriation, AppropriationUse, Prospect
from seutu.apps.funding.models.budgets import CostLine, CostYear, FundingRow, SharedCost
from seutu.apps.funding.models.calls import Application, Call, Criterion, Score, Statement, SupplementRequest
from seutu.apps.funding.models.chapters import ApplicationChapter
from seutu.apps.funding.models.decisions import Decision
from seutu.apps.funding.models.spending import ActualCost, BudgetChange, Instalment, PaymentClaim, Purchase

__all__ = [
    "ActualCost",
    "Application",
    "ApplicationChapter",
    "Appropriation",
    "AppropriationUse",
    "BudgetChange",
    "Call",
    "CostLine",
    "CostYear",
    "Criterion",
    "Decision",
    "FundingRow",
    "Instalment",
    "PaymentClaim",
    "Prospect",
    "Purchase",
    "Score",
    "SharedCost",
    "Statement",
    "SupplementRequest",
]
