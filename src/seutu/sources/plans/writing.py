"""Writes a plan in the plan format of the contract: what is read back is the same plan.

What the plan does not have leaves its key out; a cell left blank is null. Not for prints people read.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from seutu.core.figures.relations import Term, plain
from seutu.core.funding.plans import INPUTS, Calculation, CostLine, CostModel, FundingRow, Partner, Plan, WorkPackage


def plan_as_dict(plan: Plan, *, rounding: str = "unknown") -> dict[str, Any]:
    """Return the plan format: figures as decimal strings in the base unit, days as ISO."""
    start, end = plan.period
    return {
        "title": plan.title,
        "legal_basis": plan.legal_basis,
        "fund": plan.fund,
        "cost_model": _model(plan.cost_model),
        "rounding": rounding,
        "period": [day.isoformat() if day else None for day in (start, end)] if start or end else [],
        "cost_lines": [_cost_line(line) for line in plan.cost_lines],
        "funding": [_funding_row(row) for row in plan.funding],
        "work_packages": [_package(package) for package in plan.work_packages],
        "partners": [_partner(partner) for partner in plan.partners],
        **_figures(("total", plan.total), ("funding_total", plan.funding_total)),
    }


def _figures(*named: tuple[str, Term | None]) -> dict[str, str | None]:
    return {name: _figure(term) for name, term in named if term is not None}


def _figure(term: Term) -> str | None:
    return None if term.is_blank else format(term.number, "f")


def _model(model: CostModel | None) -> str | None:
    if model is None or model.rate is None:
        return model.name if model else None
    return f"{model.name}_{plain(model.rate)}"


def _cost_line(line: CostLine) -> dict[str, Any]:
    years: Mapping[str, Term] = line.years
    return {
        "label": line.label.fi,
        "kind": line.kind.value,
        "amount": _figure(line.amount),
        **_figures(("applied", line.applied), ("rejected", line.rejected)),
        **({"years": dict(_each(years.items()))} if years else {}),
        "partner": line.partner,
        **(_calculation(line.calculation) if line.calculation is not None else {}),
    }


def _calculation(calculation: Calculation) -> dict[str, str | None]:
    return {
        **({"calculation": calculation.way.value} if calculation.way is not None else {}),
        **({"unit": calculation.unit} if calculation.unit else {}),
        **_figures(*((name, getattr(calculation, name)) for name in INPUTS)),
    }


def _each(items: Iterable[tuple[str, Term]]) -> Iterable[tuple[str, str | None]]:
    return ((name, _figure(term)) for name, term in items)


def _funding_row(row: FundingRow) -> dict[str, Any]:
    return {
        "label": row.label.fi,
        "kind": row.kind.value,
        "amount": _figure(row.amount),
        **_figures(("share", row.share), ("applied", row.applied), ("rejected", row.rejected)),
        "partner": row.partner,
    }


def _package(package: WorkPackage) -> dict[str, Any]:
    figures = _figures(("person_months", package.person_months), ("purchases", package.purchases))
    waits = {"after": list(package.after)} if package.after else {}
    return {"number": package.number, "name": package.name, **figures, **waits}


def _partner(partner: Partner) -> dict[str, Any]:
    return {"name": partner.name, "role": partner.role.value, **_figures(("total", partner.total))}
