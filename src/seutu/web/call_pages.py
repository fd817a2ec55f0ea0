"""A call's page in words and tables: when and for what, its criteria, its applications and the money they ask for."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.call_queries import CallState
from seutu.apps.funding.models import Application
from seutu.apps.funding.steps import STATE_NAMES
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import Amount, Qualifier, write_amount, write_number, write_percentage
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.relations import Severity
from seutu.core.text import Language
from seutu.web.plan_links import new_url
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import cell, record_table, record_url

FACTS = (
    "funder",
    "fund",
    "legal_basis",
    "opens",
    "closes",
    "amount",
    "aid_ceiling",
    "highest_aid",
    "max_points",
    "objective",
)
DASH = {"text": "–", "missing": True}


def call_page(request: HttpRequest, state: CallState) -> dict[str, Any]:
    """Return the context of a call's page."""
    language, slug = language_of(request), workspace_of(request).slug
    kind = kind_named("calls")
    return {
        "page_kind": kind.singular.in_language(language).capitalize(),
        "page_title": state.call.title,
        "page_lead": call_lead(state, language),
        "breadcrumbs": [
            {"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, kind.name])},
            {"label": state.call.title},
        ],
        "page_actions": _actions(request, state),
        "notices": _notices(state, language),
        "facts": _facts(state, language, slug),
        "applications": _applications(request, state),
        "criteria": _criteria(request, state),
    }


def money(value: Decimal, language: Language, qualifier: str = "") -> str:
    """Return euros as they are written, with the word before them."""
    return write_amount(Amount(plain_number(value), "EUR", Qualifier(qualifier or Qualifier.EXACT)), language)


def call_lead(state: CallState, language: Language) -> str:
    """Say how many applications there are and what they ask for, against what is to be granted."""
    count, known = len(state.counted), state.known
    if not count:
        return _("No application has been submitted to this call yet.")
    said = ngettext(
        "%(count)s application has been submitted.", "%(count)s applications have been submitted.", count
    ) % {"count": write_number(count, language)}
    if not known:
        return f"{said} " + _("None of them tells how much is applied for.")
    total = money(sum(known, Decimal(0)), language)
    if state.call.amount is None:
        return f"{said} " + _("%(total)s is applied for in all.") % {"total": total}
    return f"{said} " + _("%(total)s is applied for in all; %(amount)s is to be granted.") % {
        "total": total,
        "amount": money(state.call.amount, language, state.call.qualifier),
    }


def _notices(state: CallState, language: Language) -> list[dict[str, Any]]:
    notices = []
    told = state.money
    if told is not None and told.severity is not Severity.NONE:
        notices.append({"tone": "attention", "text": told.message.in_language(language)})
    missing = len(state.counted) - len(state.known)
    if missing and state.known:
        said = ngettext(
            "%(count)s application does not tell how much is applied for, so it is not in the sum.",
            "%(count)s applications do not tell how much is applied for, so they are not in the sum.",
            missing,
        )
        notices.append({"tone": "info", "text": said % {"count": write_number(missing, language)}})
    return notices


def _actions(request: HttpRequest, state: CallState) -> list[dict[str, Any]]:
    slug, call = workspace_of(request).slug, state.call
    actions = [{"label": _("All facts and comments"), "url": record_url(slug, "calls", call.pk), "style": "second"}]
    if not allows(request, Act.WRITE):
        return actions
    return [
        {"label": _("Add an application"), "url": new_url(slug, "applications", call=call.pk, state="draft")},
        {"label": _("Add a criterion"), "url": new_url(slug, "criteria", call=call.pk), "style": "second"},
        *actions,
    ]


def _facts(state: CallState, language: Language, slug: str) -> list[dict[str, Any]]:
    kind = kind_named("calls")
    facts = []
    for name in FACTS:
        column = kind.column(name)
        shown = cell(column, state.call, language, slug)
        if name == "amount" and state.call.amount is not None:
            shown = {"text": money(state.call.amount, language, state.call.qualifier)}
        if name == "highest_aid" and state.call.highest_aid is not None:
            shown = {"text": money(state.call.highest_aid, language)}
        if name == "aid_ceiling" and state.call.aid_ceiling is not None:
            shown = {"text": write_percentage(plain_number(state.call.aid_ceiling), language)}
        if not shown.get("missing"):
            facts.append({"label": column.label.in_language(language).capitalize(), **shown})
    return facts


def points_text(points: Decimal | None, most: Decimal | None, language: Language) -> str:
    """Return points over the most possible: ``20/27``; empty when there are none."""
    if points is None:
        return ""
    said = write_number(plain_number(points), language)
    return said if most is None else f"{said}/{write_number(plain_number(most), language)}"


def _applications(request: HttpRequest, state: CallState) -> dict[str, Any]:
    language, slug = language_of(request), workspace_of(request).slug
    kind = kind_named("applications")
    is_scored = any(each.points is not None for each in state.applications)
    rows = [_row(each, state, language, slug, is_scored=is_scored) for each in state.applications]
    points = {"label": kind.column("points").label.in_language(language).capitalize(), "kind": "number"}
    return {
        "id": "applications",
        "caption": kind.plural.in_language(language),
        "caption_hidden": True,
        "columns": [
            {"label": kind.singular.in_language(language).capitalize()},
            {"label": kind.column("applicant").label.in_language(language).capitalize()},
            {"label": kind.column("state").label.in_language(language).capitalize()},
            {"label": kind.column("submitted_on").label.in_language(language).capitalize(), "kind": "date"},
            *([points] if is_scored else []),
            {"label": _("Applied for"), "kind": "number", "unit": "€"},
        ],
        "rows": rows,
        "stack": True,
        "empty": {
            "title": _("No applications yet"),
            "text": _("Add the first one from the button at the top, or import a list of them."),
        },
    }


def _row(each: Application, state: CallState, language: Language, slug: str, *, is_scored: bool) -> dict[str, Any]:
    column = kind_named("applications").column
    asked = state.requested[each.pk]
    points = points_text(each.points, each.max_points or state.most, language)
    return {
        "id": str(each.pk),
        "cells": [
            {"text": each.title, "url": reverse("application", args=[slug, each.pk])},
            cell(column("applicant"), each, language, slug),
            {"text": STATE_NAMES[each.state].in_language(language)},
            cell(column("submitted_on"), each, language, slug),
            *([{"text": points or _("no points yet")}] if is_scored else []),
            DASH if asked is None else {"text": write_number(plain_number(asked), language)},
        ],
    }


def _criteria(request: HttpRequest, state: CallState) -> dict[str, Any]:
    language, slug = language_of(request), workspace_of(request).slug
    kind = kind_named("criteria")
    columns = [kind.column(name) for name in ("name", "number", "guidance", "max_points")]
    for each in state.criteria:
        each.terms = {}
    table = record_table(kind, state.criteria, language=language, workspace=slug, columns=columns)
    total = sum((each.max_points for each in state.criteria), Decimal(0))
    return {
        **table,
        "id": "criteria",
        "caption_hidden": True,
        "foot": [
            {"text": _("In all")},
            {"text": ""},
            {"text": ""},
            {"text": write_number(plain_number(total), language)},
        ],
        "empty": {
            "title": _("No criteria yet"),
            "text": _("Add what the applications are scored on, and how many points each can give."),
        },
    }
