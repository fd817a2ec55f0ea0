"""Builds plans for tests: rows from plain values. No test."""

from collections.abc import Mapping
from decimal import Decimal

from seutu.core.figures.relations import Term
from seutu.core.funding.plans import CostKind, CostLine, FundingKind, FundingRow
from seutu.core.text import Text


def term(label: str, value: str | None, unit: str = "EUR") -> Term:
    return Term(Text.same(label), None if value is None else Decimal(value), unit)


def cost(label: str, kind: str, amount: str | None, years: Mapping[str, str | None] | None = None) -> CostLine:
    by_year = {year: term(year, value) for year, value in (years or {}).items()}
    return CostLine(Text.same(label), CostKind(kind), term(label, amount), years=by_year)


def paid(label: str, kind: str, amount: str | None, share: str | None = None) -> FundingRow:
    printed = None if share is None else term(label, share, "%")
    return FundingRow(Text.same(label), FundingKind(kind), term(label, amount), share=printed)
