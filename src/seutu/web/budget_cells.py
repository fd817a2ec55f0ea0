"""A project's budget as the rows and cells of a page: what each cell says, whether it can be changed, what is wrong.

Not for finding what is wrong (``core.funding``).
"""

from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.funding.plans import ProjectPlan
from seutu.core.figures import Amount, Origin, Qualifier, write_amount, write_number
from seutu.core.figures.plain_numbers import plain_money
from seutu.core.figures.relations import Relation, Severity, Status, Term
from seutu.core.figures.relations.equations import equation
from seutu.core.funding.grids import TOTAL, ColumnTotal, Grid, Group, funding_row, grid_of
from seutu.core.funding.rules_told import rules_told
from seutu.core.text import Language
from seutu.rules.funding import rule_book

TONES: Final = {Severity.NOTE: "info", Severity.WARNING: "attention", Severity.ERROR: "alarm"}


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """The rows of the page, for one project in one language."""

    shown: ProjectPlan
    language: Language
    slug: str

    @property
    def grid(self) -> Grid:
        """Return the grid of the worked-out plan."""
        return grid_of(self.shown.worked, self.shown.years, self.shown.relations)

    def costs(self, grid: Grid, only: Container[str] | None = None) -> dict[str, Any]:
        """Return the cost table: groups of rows by partner, with their totals, and the totals of all.

        ``only`` leaves out the rows of other records; their totals stay.
        """
        columns = [*grid.years, "amount", *(name for name in ("applied", "rejected") if grid.costs[name].terms)]
        many = len(grid.groups) > 1
        return {
            "columns": [{"label": self._heading(column), "name": column} for column in columns],
            "groups": [self._group(grid, group, columns, only, many=many) for group in grid.groups],
            "total": self._total_cells(grid, grid.costs, columns, "budget_total"),
        }

    def funding(self, grid: Grid, only: Container[str] | None = None) -> dict[str, Any]:
        """Return the funding table as ``costs`` does: by partner, with the totals of the whole."""
        held = [
            name for name in ("applied", "rejected") if any(group.totals[name].terms for group in grid.funding_groups)
        ]
        columns = ["amount", "share", *held]
        many = len(grid.funding_groups) > 1
        return {
            "columns": [{"label": self._heading(column), "name": column} for column in columns],
            "groups": [self._funding_group(grid, group, columns, only, many=many) for group in grid.funding_groups],
            "total": self._total_cells(grid, grid.funding, columns, "funding_total"),
        }

    def speaking(self, grid: Grid) -> set[str]:
        """Return the records whose row says more than it keeps: a cell that is worked out, or does not hold."""
        judged = {row for row, _column in grid.spoken}
        costs = zip(self.shown.worked.cost_lines, self.shown.cost_ids, strict=True)
        funding = zip(self.shown.worked.funding, self.shown.funding_ids, strict=True)
        return {
            *(
                str(record)
                for at, (line, record) in enumerate(costs)
                if f"cost:{at}" in judged or _is_derived(line.amount, *line.years.values())
            ),
            *(
                str(record)
                for at, (row, record) in enumerate(funding)
                if f"funding:{at}" in judged or _is_derived(row.amount, row.share)
            ),
        }

    def _funding_group(
        self, grid: Grid, group: Group, columns: list[str], only: Container[str] | None, *, many: bool
    ) -> dict[str, Any]:
        rows = []
        for at in group.places:
            if only is not None and str(self.shown.funding_ids[at]) not in only:
                continue
            row, stated = self.shown.worked.funding[at], self.shown.stated.funding[at]
            held = {"amount": row.amount, "share": row.share, "applied": row.applied, "rejected": row.rejected}
            kept = {"amount": stated.amount, "share": stated.share}
            record = str(self.shown.funding_ids[at])
            cells = [
                self._cell(grid, f"funding:{at}", record, name, held[name], kept.get(name, held[name]))
                for name in columns
            ]
            label = row.label.in_language(self.language)
            rows.append({"label": label, **self._addresses("funding-rows", record), "cells": cells})
        own = many and group.partner is not None
        key = funding_row(group.partner)
        totals = [self._sum(f"{key}:{column}", group.totals[column], grid.worst((key, column))) for column in columns]
        name = (group.partner or _("The whole project")) if many else ""
        return {"name": name, "rows": rows, "totals": totals if own else []}

    def proof(self, grid: Grid) -> list[dict[str, Any]]:
        """Return every relation that does not simply hold, the gravest first."""
        told = [*(each for of_cell in grid.spoken.values() for each in of_cell), *grid.other]
        order = [Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.NONE]
        return [self._said(each) for each in sorted(told, key=lambda each: order.index(each.severity))]

    def verdict(self, grid: Grid) -> dict[str, str]:
        """Return the page's answer: whether every relation holds, or how many do not."""
        told = self.proof(grid)
        wrong = sum(each["tone"] == "alarm" for each in told)
        asked = sum(each["tone"] == "attention" for each in told)
        held = {Status.HOLDS, Status.HOLDS_ROUNDED}
        count = sum(each.status in held for each in self.shown.relations)
        if wrong:
            said = ngettext("%(count)s total does not hold.", "%(count)s totals do not hold.", wrong)
            return {"tone": "alarm", "text": said % {"count": write_number(wrong, self.language)}}
        if asked:
            said = ngettext("%(count)s thing to look at.", "%(count)s things to look at.", asked)
            return {"tone": "attention", "text": said % {"count": write_number(asked, self.language)}}
        if not count:
            return {"tone": "info", "text": _("There is nothing to prove yet: enter amounts and totals.")}
        said = ngettext("The figures hold: %(count)s check.", "The figures hold: %(count)s checks.", count)
        return {"tone": "good", "text": said % {"count": write_number(count, self.language)}}

    def _said(self, relation: Relation) -> dict[str, Any]:
        return {
            "tone": TONES.get(relation.severity, "info"),
            "text": relation.message.in_language(self.language),
        }

    def rules(self) -> list[str]:
        """Return the rules by which the plan is judged, with their source and how sure they are."""
        return [each.in_language(self.language) for each in rules_told(self.shown.worked, rule_book())]

    def _addresses(self, kind: str, record: str) -> dict[str, str]:
        return {
            "record": record,
            "url": reverse("project_budget_line", args=[self.slug, self.shown.project.pk, record]),
            "record_url": reverse("record", args=[self.slug, kind, record]),
        }

    def _heading(self, column: str) -> str:
        names = {"amount": _("amount"), "share": _("share, %"), "applied": _("applied"), "rejected": _("rejected")}
        return names.get(column, column)

    def _group(
        self, grid: Grid, group: Group, columns: list[str], only: Container[str] | None, *, many: bool
    ) -> dict[str, Any]:
        rows = []
        for at in group.places:
            if only is not None and str(self.shown.cost_ids[at]) not in only:
                continue
            line, stated = self.shown.worked.cost_lines[at], self.shown.stated.cost_lines[at]
            record, key = str(self.shown.cost_ids[at]), f"cost:{at}"
            cells = [
                self._cell(grid, key, record, f"year:{year}", line.years.get(year), stated.years.get(year))
                for year in grid.years
            ]
            held = {"amount": line.amount, "applied": line.applied, "rejected": line.rejected}
            kept = {**held, "amount": stated.amount}
            cells += [self._cell(grid, key, record, name, held[name], kept[name]) for name in columns if name in held]
            rows.append(
                {
                    "label": line.label.in_language(self.language),
                    **self._addresses("cost-lines", record),
                    "cells": cells,
                }
            )
        name = group.partner or _("The whole project")
        shown = many and len(group.places) > 1
        totals = [self._sum(f"{group.partner or ''}:{column}", group.totals[column]) for column in columns]
        return {"name": name if many else "", "rows": rows, "totals": totals if shown else []}

    def _cell(
        self, grid: Grid, row: str, record: str, column: str, shown: Term | None, stated: Term | None
    ) -> dict[str, Any]:
        value = None if shown is None or shown.is_blank else shown.number
        kept = None if stated is None or stated.is_blank else stated.number
        relation = grid.worst((row, column.removeprefix("year:")))
        return {
            "id": f"{record}:{column}",
            "text": self._number(value),
            "kept": self._number(kept),
            "derived": shown is not None and shown.origin is Origin.DERIVED,
            "tone": TONES.get(relation.severity, "") if relation else "",
            "why": relation.message.in_language(self.language) if relation else "",
            "equation": self._equation(grid, (row, column)),
        }

    def _equation(self, grid: Grid, key: tuple[str, str]) -> str:
        """Return what the figure of a cell is worked out of, written out; "" for one with no calculation."""
        relation = grid.worked.get(key)
        return "" if relation is None else equation(relation, self.language)

    def _sum(self, key: str, total: ColumnTotal, relation: Relation | None = None) -> dict[str, Any]:
        return {
            "id": f"sum:{key}",
            "text": self._total(total),
            "equation": total.equation(self.language),
            "blanks": total.blanks,
            "tone": TONES.get(relation.severity, "") if relation else "",
            "why": relation.message.in_language(self.language) if relation else "",
        }

    def _total(self, total: ColumnTotal) -> str:
        """Return a total as it is written: with a blank among its cells it is at least what is filled."""
        if total.value is None or not total.blanks:
            return self._number(total.value)
        return write_amount(Amount(total.value, qualifier=Qualifier.AT_LEAST), self.language)

    def _total_cells(self, grid: Grid, totals: Any, columns: list[str], stated_name: str) -> list[dict[str, Any]]:
        """Return the totals of all rows; that of amounts can be stated too, and is then proved."""
        project = self.shown.project
        cells = []
        for column in columns:
            relation = grid.worst((TOTAL, column)) if stated_name == "funding_total" else None
            cell = self._sum(f"{stated_name}:{column}", totals[column], relation)
            if column == "amount":
                kept: Decimal | None = getattr(project, stated_name)
                relation = grid.worst((TOTAL, stated_name))
                cell |= {
                    "stated_id": f"{project.pk}:{stated_name}",
                    "kept": self._number(plain_money(kept)),
                    "tone": TONES.get(relation.severity, "") if relation else "",
                    "why": relation.message.in_language(self.language) if relation else "",
                }
            cells.append(cell)
        return cells

    def _number(self, value: Decimal | None) -> str:
        return "" if value is None else write_number(value, self.language)


def _is_derived(*terms: Term | None) -> bool:
    return any(term is not None and term.origin is Origin.DERIVED for term in terms)
