"""A budget change in words and a grid: its lines before and after, whether the total holds, what speaks against it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.change_operations import (
    APPLIED,
    APPROVED,
    BUDGET_FORM,
    DONE_ALREADY,
    NOT_APPROVED,
    changing_line,
    told_impossible,
    versions_seen,
    worked_amounts,
    years_of,
)
from seutu.apps.funding.choices import CHANGE_STATES
from seutu.apps.funding.claim_queries import ProjectMoney
from seutu.apps.funding.models import BudgetChange
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.snapshots import versions_of
from seutu.core.figures import write_date
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.funding.budget_changes import ChangedLine, ChangingLine, asked_of_lines, moved
from seutu.core.text import Language, Text
from seutu.web.money_cells import cell, grid, sum_cell
from seutu.web.project_pages import money_text
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url


def change_page(
    request: HttpRequest, money: ProjectMoney, change: BudgetChange, chosen: Mapping[str, str]
) -> dict[str, Any]:
    """Return the context of a change's page; ``chosen`` holds the years that were picked, if any."""
    language = language_of(request)
    lines = [change.from_line, change.to_line]
    years = years_of(*lines)
    worked = worked_amounts(money.shown)
    source, target = (changing_line(each, years, used=money.used_in(each.pk), worked=worked) for each in lines)
    picked = [_year(chosen.get(name), line) for name, line in (("source_year", source), ("target_year", target))]
    move = moved(source, target, plain_number(change.amount), source_year=picked[0], target_year=picked[1])
    impossible = told_impossible(change, lines)
    if impossible in {DONE_ALREADY, NOT_APPROVED}:
        impossible = None
    refused = [*move.refused, *([impossible] if impossible is not None else [])]
    shown: dict[str, Any] = {
        "change_grid": _grid([move.source, move.target], language),
        "total": "" if move.total is None else move.total.message.in_language(language),
        "refused": [each.in_language(language) for each in refused],
        "asked": [each.in_language(language) for each in (*move.asked, *_asked(money, change))],
        "fields": _fields(source, target, picked),
    }
    return {
        "page_lead": _lead(change, language),
        "facts": _facts(change, language),
        "kept": _kept(change, language),
        "is_done": change.state == APPLIED,
        "is_approved": change.state == APPROVED,
        "can_apply": change.state == APPROVED and not refused and allows(request, Act.WRITE),
        "page_actions": _actions(request, change),
        **({} if change.state == APPLIED else shown | _to_apply(request, change, picked)),
    }


def _to_apply(request: HttpRequest, change: BudgetChange, picked: list[str | None]) -> dict[str, Any]:
    """Return where a change is sent to be taken in, with the versions and years that are seen on the page."""
    slug = workspace_of(request).slug
    versions = versions_seen(change.from_line, change.to_line)
    years = {name: year for name, year in zip(("source_year", "target_year"), picked, strict=True) if year}
    seen = {
        "version": change.version,
        "source": versions[change.from_line_id],
        "target": versions[change.to_line_id],
    }
    return {
        "hidden": seen | years,
        "own_url": reverse("budget_change", args=[slug, change.project_id, change.pk]),
        "apply_url": reverse("budget_change_apply", args=[slug, change.project_id, change.pk]),
    }


def _year(chosen: str | None, line: ChangingLine) -> str | None:
    """Return the year of a line that changes: the one that was picked, else its last."""
    if not line.years:
        return None
    return chosen if chosen in line.years else max(line.years)


def _fields(source: ChangingLine, target: ChangingLine, picked: list[str | None]) -> list[dict[str, Any]]:
    named = (
        ("source_year", _("Year of the line that gives"), source, picked[0]),
        ("target_year", _("Year of the line that gets"), target, picked[1]),
    )
    return [
        {"name": name, "label": label, "years": list(line.years), "chosen": year}
        for name, label, line, year in named
        if line.years
    ]


def _asked(money: ProjectMoney, change: BudgetChange) -> list[Text]:
    """Return what to look at beside the two lines, where both are in the project's budget."""
    held = {line.id: line for line in (*money.spending.lines, *money.spending.parts)}
    source, target = held.get(str(change.from_line_id)), held.get(str(change.to_line_id))
    if source is None or target is None:
        return []
    kinds = {line.kind for line in money.spending.parts}
    repeats = any(line in money.spending.parts or line.kind in kinds for line in (source, target))
    return asked_of_lines(source, target, plain_number(change.amount), flat=money.spending.flat, repeats=repeats)


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
        "day": write_date(timezone.localdate(version.at), language),
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
