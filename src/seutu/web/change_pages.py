"""A budget change in words and a grid: its lines before and after, whether the total holds, what speaks against it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.change_operations import APPLIED, APPROVED, BUDGET_FORM, changing_line, version_of, years_of
from seutu.apps.funding.choices import CHANGE_STATES
from seutu.apps.funding.claim_queries import ProjectMoney
from seutu.apps.funding.models import BudgetChange
from seutu.apps.records.sheets.columns import plain
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.snapshots import versions_of
from seutu.core.figures import write_date
from seutu.core.funding.budget_changes import ChangedLine, moved
from seutu.core.funding.spending import used_by_line
from seutu.core.text import Language
from seutu.web.money_cells import cell, grid, sum_cell
from seutu.web.project_pages import money_text
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url


def change_page(
    request: HttpRequest, money: ProjectMoney, change: BudgetChange, chosen: Mapping[str, str]
) -> dict[str, Any]:
    """Return the context of a change's page; ``chosen`` holds the years that were picked, if any."""
    language, slug = language_of(request), workspace_of(request).slug
    lines = [change.from_line, change.to_line]
    years = years_of(*lines)
    used = used_by_line(money.spending.placed(), money.spending.lines, money.spending.flat)
    source, target = (changing_line(each, years, used=used.get(str(each.pk), Decimal(0))) for each in lines)
    picked = [
        chosen.get(name) or (max(line.years) if line.years else None)
        for name, line in (("source_year", source), ("target_year", target))
    ]
    move = moved(source, target, plain(change.amount), source_year=picked[0], target_year=picked[1])
    is_done = change.state == APPLIED
    fields = [
        {"name": name, "label": label, "years": list(line.years), "chosen": year}
        for name, label, line, year in (
            ("source_year", _("Year of the line that gives"), source, picked[0]),
            ("target_year", _("Year of the line that gets"), target, picked[1]),
        )
        if line.years
    ]
    can_apply = change.state == APPROVED and allows(request, Act.WRITE)
    return {
        "page_lead": _lead(change, language),
        "facts": _facts(change, language),
        "change_grid": None if is_done else _grid([move.source, move.target], language),
        "total": "" if is_done or move.total is None else move.total.message.in_language(language),
        "refused": [] if is_done else [each.in_language(language) for each in move.refused],
        "asked": [] if is_done else [each.in_language(language) for each in move.asked],
        "is_done": is_done,
        "is_approved": change.state == APPROVED,
        "can_apply": can_apply,
        "fields": fields,
        "hidden": {
            "version": change.version,
            "source": version_of(lines[0], years),
            "target": version_of(lines[1], years),
        },
        "apply_url": reverse("budget_change_apply", args=[slug, change.project_id, change.pk]),
        "kept": _kept(change, language),
        "page_actions": _actions(request, change),
    }


def _lead(change: BudgetChange, language: Language) -> str:
    states = {each.code: each.label for each in CHANGE_STATES}
    return _("%(amount)s from the line “%(source)s” to the line “%(target)s”: %(state)s.") % {
        "amount": money_text(change.amount, language),
        "source": change.from_line.label,
        "target": change.to_line.label,
        "state": states[change.state].in_language(language),
    }


def _facts(change: BudgetChange, language: Language) -> list[dict[str, str]]:
    kind = kind_named("budget-changes")
    facts = [(name, getattr(change, name)) for name in ("submitted_on", "decided_on", "reason")]
    return [
        {
            "label": kind.column(name).label.in_language(language).capitalize(),
            "text": value if isinstance(value, str) else write_date(value, language),
        }
        for name, value in facts
        if value
    ]


def _grid(lines: list[ChangedLine], language: Language) -> dict[str, Any]:
    rows = []
    for each in lines:
        if each.before.amount is not None or not each.before.years:
            pair = (each.before.amount, each.after.amount)
            rows.append({"label": each.before.label, "cells": [cell(value, language) for value in pair]})
        if each.year is not None:
            pair = (each.before.years[each.year], each.after.years[each.year])
            label = f"{each.before.label}, {each.year}"
            rows.append({"label": label, "cells": [cell(value, language) for value in pair]})
    sums = [
        sum_cell([each.before.held for each in lines], language),
        sum_cell([each.after.held for each in lines], language),
    ]
    columns = (_("Budget line"), _("Before, €"), _("After, €"))
    total = {"label": _("The lines in total"), "cells": sums}
    return grid("change", _("Before and after"), columns, rows, total=total)


def _kept(change: BudgetChange, language: Language) -> dict[str, Any] | None:
    """Return the lines in the budget that was kept before this change was taken in, beside what they are now."""
    found = versions_of(kind_named("projects"), change.project_id, form=BUDGET_FORM)
    version = next((each for each in found if each.content.get("budget_change") == str(change.pk)), None)
    if version is None or change.state != APPLIED:
        return None
    column = kind_named("cost-lines").column("amount")
    rows = []
    for line in (change.from_line, change.to_line):
        kept = column.recall(version.content["cost-lines"].get(str(line.pk), {}).get("amount"))
        before = kept if isinstance(kept, Decimal) else None
        rows.append({"label": line.label, "cells": [cell(before, language), cell(line.amount, language)]})
    note = _("Version %(number)s of the budget was kept on %(day)s, before the change.") % {
        "number": version.number,
        "day": write_date(version.at.date(), language),
    }
    columns = (_("Budget line"), _("Before, €"), _("Now, €"))
    return grid("kept", _("Before and now"), columns, rows, note=note)


def _actions(request: HttpRequest, change: BudgetChange) -> list[dict[str, Any]]:
    slug = workspace_of(request).slug
    url = record_url(slug, "budget-changes", change.pk)
    actions = [{"label": _("All facts and comments"), "url": url, "style": "second"}]
    if allows(request, Act.WRITE):
        edit = reverse("record_edit", args=[slug, "budget-changes", change.pk])
        actions.insert(0, {"label": _("Edit the change"), "url": edit, "style": "second"})
    return actions
