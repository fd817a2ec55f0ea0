"""The scoring desk in words and tables: one's own scores by criterion, and everybody's once they are open.

Not for reading or writing scores (apps/funding).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.guards import SEEN
from seutu.apps.funding.models import Application, Criterion
from seutu.apps.funding.scoring_queries import ScoringState
from seutu.apps.funding.steps import SCORING_OPEN, STATE_NAMES
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_number
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.funding.scoring import Scoring, Spread, difference
from seutu.core.text import Language, Text
from seutu.web.call_pages import points_text
from seutu.web.plan_links import new_url
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of

DASH = {"text": "–", "missing": True}


@dataclass(slots=True)
class Typed:
    """What stood in the desk's form when it could not be saved: texts by field, problems by criterion."""

    texts: Mapping[str, str]
    problems: dict[str, str] = field(default_factory=dict)
    is_stale: bool = False


def number(value: Decimal, language: Language) -> str:
    """Return points as they are written, without needless zeros."""
    return write_number(plain_number(value), language)


def scoring_sentence(state: ScoringState, language: Language, *, own: bool) -> str:
    """Say how many criteria one has scored oneself, and how many assessors are done."""
    facts = {"done": write_number(state.done, language), "all": write_number(len(state.criteria), language)}
    said = [_("You have scored %(done)s/%(all)s criteria.") % facts] if own else []
    if not state.begun:
        return " ".join([*said, _("Nobody has scored the application yet.")])
    ready = ngettext(
        "%(finished)s of %(begun)s assessor has finished.",
        "%(finished)s of %(begun)s assessors have finished.",
        state.begun,
    )
    numbers = {"finished": write_number(state.finished, language), "begun": write_number(state.begun, language)}
    return " ".join([*said, ready % numbers])


def comparison(application: Application, state: ScoringState, language: Language) -> str:
    """Say the points that the funder states beside what the assessors gave, and the difference."""
    total = state.results.total if state.results else None
    if total is None:
        return ""
    scored = points_text(total.printed_mean, state.most, language)
    many = (
        _("the mean of the assessors' sums is %(points)s") if total.count > 1 else _("the scores add up to %(points)s")
    )
    said = many % {"points": scored}
    if application.points is None:
        return f"{said[:1].upper()}{said[1:]}."
    stated = points_text(application.points, application.max_points, language)
    apart = difference(application.points, total)
    facts = {"stated": stated, "scored": said}
    if not apart:
        return _("The funder states %(stated)s points and %(scored)s: they agree.") % facts
    return _("The funder states %(stated)s points and %(scored)s: the difference is %(difference)s.") % {
        **facts,
        "difference": write_number(apart, language),
    }


def scoring_page(
    request: HttpRequest, application: Application, state: ScoringState, typed: Typed | None = None
) -> dict[str, Any]:
    """Return the context of the desk; ``typed`` is what could not be saved."""
    language, slug = language_of(request), workspace_of(request).slug
    kind = kind_named("applications")
    gives = application.state in SCORING_OPEN and allows(request, Act.WRITE) and not state.barred
    is_open = gives and bool(state.criteria)
    lead = []
    if state.criteria:
        own = scoring_sentence(state, language, own=allows(request, Act.WRITE))
        lead = [own, comparison(application, state, language)]
    shares = state.results is not None and allows(request, Act.EXPORT)
    file_url = reverse("scoring_file", args=[slug, application.pk])
    to_excel = {"label": _("All scores to Excel"), "url": file_url, "style": "second"}
    return {
        "page_kind": kind.singular.in_language(language).capitalize(),
        "page_title": _("Scoring: %(name)s") % {"name": application.title},
        "page_lead": " ".join(each for each in lead if each),
        "breadcrumbs": [
            {"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, kind.name])},
            {"label": application.title, "url": reverse("application", args=[slug, application.pk])},
            {"label": _("Scoring")},
        ],
        "page_actions": [to_excel] if shares else [],
        "notices": _notices(request, application, state, typed, language),
        "rows": [_row(each, state, typed, language) for each in state.criteria] if is_open else [],
        "results": results_table(state, language) if state.results and state.criteria else None,
        "comments": _comments(state, language) if state.results else None,
        "seen": state.results is not None and len(state.results.points) > 1,
        "hidden": not state.results and bool(state.criteria),
        "back_url": reverse("application", args=[slug, application.pk]),
    }


def _notices(
    request: HttpRequest, application: Application, state: ScoringState, typed: Typed | None, language: Language
) -> list[dict[str, Any]]:
    slug = workspace_of(request).slug
    if typed and typed.is_stale:
        text = _(
            "Your scores have been changed elsewhere since you opened this page. Nothing was overwritten: what you "
            "typed is below, and beside it what is saved now. Compare and save again."
        )
        return [{"tone": "attention", "text": text}]
    if typed and typed.problems:
        return [{"tone": "alarm", "text": _("Nothing was saved. Correct the criteria that are marked and save again.")}]
    if not state.criteria:
        new = new_url(slug, "criteria", call=application.call_id)
        actions = [{"label": _("Add a criterion"), "url": new}] if allows(request, Act.WRITE) else []
        return [
            {"tone": "info", "text": _("The application's call has no criteria to score on yet."), "actions": actions}
        ]
    why = _why_not_given(request, application, state, language)
    return [{"tone": "info", "text": why}] if why else []


def _why_not_given(request: HttpRequest, application: Application, state: ScoringState, language: Language) -> str:
    """Say why the person gives no scores of the application now; nothing when she does."""
    if application.state not in SCORING_OPEN:
        said = _("Scores are not given now. State of the application: %(state)s.")
        return said % {"state": STATE_NAMES[application.state].in_language(language)}
    if state.barred:
        return SEEN.in_language(language)
    if state.results is None and not allows(request, Act.WRITE):
        return _("Scores are seen by the assessors who have given all of theirs, and by the owner after the scoring.")
    return ""


def _row(each: Criterion, state: ScoringState, typed: Typed | None, language: Language) -> dict[str, Any]:
    own = state.own.get(each.pk)
    key = str(each.pk)
    saved_points = number(own.points, language) if own else ""
    saved_comment = own.comment if own else ""
    points, comment = saved_points, saved_comment
    if typed is not None:
        points = typed.texts.get(f"points-{key}", points)
        comment = typed.texts.get(f"comment-{key}", comment)
    differs = typed is not None and typed.is_stale and (points, comment) != (saved_points, saved_comment)
    return {
        "key": key,
        "name": f"{each.number}. {each.name}" if each.number.isdecimal() else f"{each.number} {each.name}",
        "guidance": each.guidance,
        "most": number(each.max_points, language),
        "points": points,
        "comment": comment,
        "version": own.version if own else 0,
        "problem": typed.problems.get(key, "") if typed else "",
        "stands": (f"{saved_points} – {saved_comment}".rstrip(" –") or "–") if differs else "",
    }


def results_table(state: ScoringState, language: Language) -> dict[str, Any]:
    """Return everybody's points by criterion with the mean and the spread, and the sums."""
    results = state.results or Scoring((), {})
    assessors = list(results.points)
    columns = [
        {"label": kind_named("criteria").singular.in_language(language).capitalize()},
        {"label": _("Most"), "kind": "number"},
        *({"label": state.named(each), "kind": "number"} for each in assessors),
        {"label": _("Mean"), "kind": "number"},
        {"label": _("Least–most"), "kind": "number"},
    ]
    rows = []
    for each in state.criteria:
        key = str(each.pk)
        rows.append(
            {
                "cells": [
                    {"text": f"{each.number} {each.name}"},
                    {"text": number(each.max_points, language)},
                    *(_given(state, results, assessor, key, language) for assessor in assessors),
                    *_spread(results.spread_of(key), language),
                ]
            }
        )
    finished = set(results.finished)
    foot = [{"text": _("Sum")}, {"text": number(state.most, language)}]
    for assessor in assessors:
        text = number(results.total_of(assessor), language)
        unfinished = _("%(points)s (unfinished)") % {"points": text}
        foot.append({"text": text if assessor in finished else unfinished})
    return {
        "id": "results",
        "caption": _("Points by criterion and assessor"),
        "caption_hidden": True,
        "columns": columns,
        "rows": rows,
        "foot": [*foot, *_spread(results.total, language)],
        "note": _note(state),
    }


def _given(state: ScoringState, results: Scoring, assessor: str, criterion: str, language: Language) -> dict[str, Any]:
    """Return an assessor's points, with what they were first where she changed them after seeing the others'."""
    points, changed = results.points[assessor].get(criterion), state.changed.get((assessor, criterion))
    if changed is None:
        return DASH if points is None else {"text": number(points, language)}
    facts = {"points": "–" if points is None else number(points, language), "first": number(changed.first, language)}
    return {"text": _("%(points)s (first %(first)s)") % facts}


def _note(state: ScoringState) -> str:
    said = _("Means are rounded to two decimals. The sums' mean counts those who have scored every criterion.")
    if not state.changed:
        return said
    first = _("Points with “first” beside them were changed after the assessor had seen the others' scores.")
    return f"{said} {first}"


def _spread(found: Spread | None, language: Language) -> list[dict[str, Any]]:
    if found is None:
        return [DASH, DASH]
    low, high = number(found.low, language), number(found.high, language)
    return [{"text": write_number(found.printed_mean, language)}, {"text": low if low == high else f"{low}–{high}"}]


def _comments(state: ScoringState, language: Language) -> dict[str, Any]:
    kind = kind_named("scores")
    names = {each.pk: f"{each.number} {each.name}" for each in state.criteria}
    order: dict[UUID, int] = {each.pk: place for place, each in enumerate(state.criteria)}
    said = [each for each in state.scores if each.comment and each.criterion_id in names]
    said.sort(key=lambda each: (order[each.criterion_id], each.assessor))
    label = {name: kind.column(name).label.in_language(language).capitalize() for name in ("assessor", "comment")}
    return {
        "id": "comments-table",
        "caption": _("Reasons for the points"),
        "caption_hidden": True,
        "columns": [
            {"label": kind_named("criteria").singular.in_language(language).capitalize()},
            {"label": label["assessor"]},
            {"label": kind.column("points").label.in_language(language).capitalize(), "kind": "number"},
            {"label": label["comment"]},
        ],
        "rows": [
            {
                "cells": [
                    {"text": names[each.criterion_id]},
                    {"text": state.named(each.assessor)},
                    {"text": number(each.points, language)},
                    {"text": each.comment},
                ]
            }
            for each in said
        ],
        "stack": True,
        "empty": {"title": _("No reasons given"), "text": _("Nobody has explained the points.")},
    }


def problem_texts(problems: Mapping[str, Text], language: Language) -> dict[str, str]:
    """Return the problems of criteria in the page's language."""
    return {key: text.in_language(language) for key, text in problems.items()}
