"""An application's page: its state, what comes next, and what has been said and done of it.

Not for its versions (version_pages.py) or the scoring desk (scoring_pages.py).
"""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.application_queries import ApplicationState, StepTaken, day_order
from seutu.apps.funding.call_queries import requested_of
from seutu.apps.funding.decisions import ceiling_questions
from seutu.apps.funding.models import Application, SupplementRequest
from seutu.apps.funding.scoring_queries import ScoringState
from seutu.apps.funding.steps import SCORING_OPEN, STATE_NAMES, STEP_MEANS, STEP_NAMES
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_date, write_number
from seutu.core.figures.relations import Status
from seutu.core.text import Language
from seutu.web.call_pages import money, points_text
from seutu.web.moments import moment
from seutu.web.plan_links import new_url
from seutu.web.scoping import language_of
from seutu.web.scoring_pages import comparison, scoring_sentence
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import cell, record_table, record_url
from seutu.web.version_pages import versions_table

FACTS = ("call", "project", "applicant", "code", "submitted_on", "handled_on", "decided_on", "summary", "assessment")
PARTS = {
    "statements": ("name", "giver", "position", "day"),
    "decisions": ("name", "decider", "organ", "day", "outcome", "granted", "ceiling"),
}


def application_page(request: HttpRequest, state: ApplicationState, scoring: ScoringState | None) -> dict[str, Any]:
    """Return the context of an application's page; without ``scoring`` nothing of scores is told."""
    language, slug = language_of(request), workspace_of(request).slug
    kind, shown = kind_named("applications"), state.application
    writes = allows(request, Act.WRITE)
    keeps = _lacks_version(state) and writes
    supplements = _supplements(request, state, slug)
    others = [_table(request, name, getattr(state, name), shown) for name in PARTS]
    kept = versions_table(state.versions, shown, language, slug)
    return {
        "page_kind": kind.singular.in_language(language).capitalize(),
        "page_title": shown.title,
        "page_lead": application_lead(state, language),
        "breadcrumbs": _crumbs(shown, slug, language),
        "page_actions": _actions(request, state, scoring),
        "notices": _notices(state, language),
        "facts": _facts(request, shown, language, slug),
        "application": shown,
        "step_url": reverse("application_step", args=[slug, shown.pk]),
        "today": write_date(timezone.localdate(), language),
        "following": _following(state, language) if writes else [],
        "is_over": not state.following,
        "keep_url": reverse("application_keep", args=[slug, shown.pk]) if keeps else "",
        "supplements": supplements if supplements["rows"] else None,
        "scoring": _scoring(shown, scoring, language, own=writes),
        "scoring_url": reverse("scoring", args=[slug, shown.pk]) if scoring else "",
        "tables": [table for table in others if table["rows"]],
        "blank": _blank([supplements, *others, *([] if keeps else [kept])]),
        "questions": _questions(state, language),
        "versions": kept if kept["rows"] else None,
        "versions_url": reverse("application_versions", args=[slug, shown.pk]) if len(state.versions) > 1 else "",
        "history": [_step(each, slug, language, personal=allows(request, Act.READ_PERSONAL)) for each in state.steps],
    }


def _crumbs(shown: Application, slug: str, language: Language) -> list[dict[str, str]]:
    kind = kind_named("applications")
    crumbs = [{"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, kind.name])}]
    if shown.call is not None:
        crumbs.append({"label": shown.call.title, "url": reverse("call", args=[slug, shown.call_id])})
    return [*crumbs, {"label": shown.title}]


def application_lead(state: ApplicationState, language: Language) -> str:
    """Say how far the application is, its points and its supplements."""
    shown = state.application
    said = [_("State: %(state)s.") % {"state": STATE_NAMES[shown.state].in_language(language)}]
    points = points_text(shown.points, shown.max_points, language)
    if points:
        said.append(_("The funder states %(points)s points.") % {"points": points})
    count, left = len(state.supplements), state.open_supplements
    if count:
        asked = ngettext("%(count)s supplement requested", "%(count)s supplements requested", count)
        asked %= {"count": write_number(count, language)}
        done = _("all done") if not left else _("%(count)s still open") % {"count": write_number(left, language)}
        said.append(f"{asked}, {done}.")
    return " ".join(said)


def _actions(request: HttpRequest, state: ApplicationState, scoring: ScoringState | None) -> list[dict[str, Any]]:
    slug, shown = workspace_of(request).slug, state.application
    actions: list[dict[str, Any]] = []
    if scoring is not None and scoring.criteria:
        scores = allows(request, Act.WRITE) and shown.state in SCORING_OPEN
        label = _("Score the application") if scores else _("Scoring")
        actions.append({"label": label, "url": reverse("scoring", args=[slug, shown.pk])})
    if allows(request, Act.WRITE):
        edit = reverse("record_edit", args=[slug, "applications", shown.pk])
        actions.append({"label": _("Edit"), "url": edit, "style": "second"})
    record = record_url(slug, "applications", shown.pk)
    return [*actions, {"label": _("All facts and comments"), "url": record, "style": "quiet"}]


def _notices(state: ApplicationState, language: Language) -> list[dict[str, Any]]:
    wrong = [each for each in day_order(state.application) if each.status is Status.FAILS]
    return [{"tone": "attention", "text": each.message.in_language(language)} for each in wrong]


def _lacks_version(state: ApplicationState) -> bool:
    return not state.versions and state.application.state != "draft"


def _facts(request: HttpRequest, shown: Application, language: Language, slug: str) -> list[dict[str, Any]]:
    kind = kind_named("applications")
    facts = []
    for name in FACTS:
        column = kind.column(name)
        content = cell(column, shown, language, slug)
        content["text"] = column.show(column.take(shown), language, shown)
        if name == "call" and shown.call_id:
            content["url"] = reverse("call", args=[slug, shown.call_id])
        if name == "project" and allows(request, Act.READ_PLANS):
            content["url"] = reverse("project", args=[slug, shown.project_id])
        if content["text"]:
            facts.append({"label": column.label.in_language(language).capitalize(), **content})
    asked = requested_of([shown])[shown.pk]
    if asked is not None:
        facts.append({"label": _("Applied for"), "text": money(asked, language)})
    return facts


def _following(state: ApplicationState, language: Language) -> list[dict[str, Any]]:
    """Return the next steps: those that can be taken as buttons, the others with what they still lack."""
    return [
        {
            "to": each.to,
            "label": STEP_NAMES[each.to].in_language(language),
            "means": STEP_MEANS[each.to].in_language(language),
            "missing": each.missing.in_language(language) if each.missing else "",
            "style": "quiet" if each.to == "withdrawn" else "" if number == 0 else "second",
        }
        for number, each in enumerate(state.following)
    ]


def _supplements(request: HttpRequest, state: ApplicationState, slug: str) -> dict[str, Any]:
    writes = allows(request, Act.WRITE)
    table = _table(request, "supplement-requests", state.supplements, state.application)
    if writes:
        table["columns"] = [*table["columns"], {"label": _("Actions"), "kind": "actions"}]
        for row, each in zip(table["rows"], state.supplements, strict=True):
            row["cells"].append({"text": "", "actions": _done_button(each, slug)})
    return table


def _blank(tables: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return in one sentence what there is none of yet, and the ways to add the first."""
    empty = [table for table in tables if not table["rows"]]
    names = ", ".join(f"{table['caption'][:1].lower()}{table['caption'][1:]}" for table in empty)
    return {
        "text": _("None of these yet: %(names)s.") % {"names": names} if empty else "",
        "adds": [button for table in empty for button in table.get("add", [])],
    }


def _done_button(each: SupplementRequest, slug: str) -> list[dict[str, Any]]:
    if each.state != "open":
        return []
    url = reverse("supplement_done", args=[slug, each.pk]) + f"?version={each.version}"
    return [{"label": _("Mark done today"), "url": url, "method": "post", "style": "second", "small": True}]


def _table(request: HttpRequest, name: str, records: Sequence[OwnedRecord], shown: Application) -> dict[str, Any]:
    """Return the table of what is said of the application, with a way to add to it."""
    language, slug = language_of(request), workspace_of(request).slug
    kind = kind_named(name)
    wanted = PARTS.get(name, ("name", "requested_on", "due", "state", "done_on"))
    for each in records:
        each.terms = {}
    columns = [kind.column(each) for each in wanted]
    table = record_table(kind, records, language=language, workspace=slug, columns=columns)
    table |= {"id": name, "caption_hidden": True}
    table["empty"] = {"title": _("Nothing here yet"), "text": kind.purpose.in_language(language)}
    if allows(request, Act.WRITE):
        add = _("Add: %(kind)s") % {"kind": kind.singular.in_language(language)}
        more = {"project": shown.project_id} if name == "decisions" else {}
        table["add"] = [
            {"label": add, "url": new_url(slug, name, application=shown.pk, **more), "style": "second", "small": True}
        ]
    if name == "decisions" and allows(request, Act.EXPORT):
        table["columns"] = [*table["columns"], {"label": _("As a document"), "kind": "actions"}]
        for row, each in zip(table["rows"], records, strict=True):
            row["cells"].append({"text": "", "actions": _files(each, slug)})
    return table


def _files(decision: OwnedRecord, slug: str) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "url": reverse("decision_file", args=[slug, decision.pk, form]),
            "style": "quiet",
            "small": True,
        }
        for label, form in (("Word", "docx"), ("PDF", "pdf"))
    ]


def _questions(state: ApplicationState, language: Language) -> list[dict[str, Any]]:
    return [
        {"tone": "attention", "title": each.title, "text": text.in_language(language)}
        for each in state.decisions
        for text in ceiling_questions(each)
    ]


def _scoring(shown: Application, scoring: ScoringState | None, language: Language, *, own: bool) -> list[str]:
    """Return what can be told of the scoring in sentences."""
    if scoring is None or not scoring.criteria:
        return []
    said = [scoring_sentence(scoring, language, own=own)]
    compared = comparison(shown, scoring, language)
    return [*said, compared] if compared else said


def _step(each: StepTaken, slug: str, language: Language, *, personal: bool) -> dict[str, Any]:
    day = write_date(each.day, language) if each.day else write_date(timezone.localdate(each.at), language)
    state = STATE_NAMES[each.to].in_language(language) if each.to in STATE_NAMES else each.to
    who = str(each.person) if each.person and personal else _("a member") if each.person else _("Seutu")
    return {
        "what": _("added as: %(state)s") % {"state": state} if each.is_first else f"{day}: {state}",
        "who": who,
        "when": _("entered %(when)s") % {"when": moment(each.at, language)},
        "when_iso": each.at.isoformat(),
        "url": reverse("act", args=[slug, each.sequence]) if personal else "",
    }
