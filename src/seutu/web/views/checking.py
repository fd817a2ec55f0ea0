"""Checking a document's figures on the web: send it, read what contradicts what, make a project of the plan in it.

Not for judging (``sources.documents``), or for a project's own budget (budget.py).
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.plan_operations import figures_left_blank, make_project
from seutu.apps.funding.plan_partners import partners_of
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.core.figures import write_number
from seutu.core.figures.relations import Relation, Severity, Status
from seutu.core.figures.relations.places import place_told
from seutu.core.funding.documents import CheckedDocument, DocumentKind
from seutu.core.problems import InputProblem
from seutu.core.text import Language, Text
from seutu.sources.documents import READ, check_file
from seutu.web.check_form import CheckForm
from seutu.web.one_file import only_file
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.uploads import keep_files, kept_files
from seutu.web.views.imports import problem_text

KINDS: Final = {
    DocumentKind.EURA_2021: Text(fi="EURA 2021 -valintaesitys", sv="EURA 2021-urvalsförslag", en="EURA 2021 proposal"),
    DocumentKind.MUNICIPAL_DECISION: Text(fi="kunnan päätös", sv="kommunalt beslut", en="municipal decision"),
    DocumentKind.APPLICATION: Text(fi="hakemus", sv="ansökan", en="application"),
    DocumentKind.REPORT: Text(fi="raportti", sv="rapport", en="report"),
    DocumentKind.PLAN: Text(fi="suunnitelma", sv="plan", en="plan"),
    DocumentKind.UNKNOWN: Text(fi="asiakirja", sv="dokument", en="document"),
}
CUT_ENDS: Final = ("…", "...")
SHOWN_TERMS: Final = 12


def _form(request: HttpRequest) -> CheckForm:
    known = ", ".join(READ)
    told = _("A plan, an application, a decision or a report: %(known)s, at most %(size)s MB.") % {
        "known": known,
        "size": settings.UPLOAD_LIMIT_MB,
    }
    return CheckForm(request.POST or None, request.FILES or None, accept=known, told=told)


@in_workspace(Act.EXPORT)
def check(request: HttpRequest) -> HttpResponse:
    """Ask for a document and check it."""
    here, language = workspace_of(request), language_of(request)
    request.area = "plans"  # type: ignore[attr-defined]
    form = _form(request)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            kept = keep_files(here, [form.cleaned_data["file"]])
            try:
                check_file(only_file(kept))
            except InputProblem as problem:
                for each in problem.problems:
                    form.add_error("text" if form.cleaned_data.get("text") else "file", problem_text(each, language))
            else:
                return redirect("checked", here.slug, kept.token)
    context = {
        "page_title": _("Check the figures of a document"),
        "page_lead": _(
            "Send a document or paste its text: Seutu says where its figures contradict each other, and what would "
            "mend them."
        ),
        "form": form,
    }
    return render(request, "pages/check.html", context, status=status)


def _kept(request: HttpRequest, token: UUID) -> CheckedDocument:
    """Return the kept document as it is checked; one that is gone, or another's, answers 404."""
    kept = kept_files(workspace_of(request), token)
    if kept is None:
        raise Http404
    try:
        return check_file(only_file(kept))
    except InputProblem:
        raise Http404 from None


@require_GET
@in_workspace(Act.EXPORT)
def checked(request: HttpRequest, token: UUID) -> HttpResponse:
    """Show what the figures of a document say of each other."""
    return _shown(request, token, _kept(request, token))


def _shown(
    request: HttpRequest, token: UUID, document: CheckedDocument, *, title: str = "", wrong: str = "", status: int = 200
) -> HttpResponse:
    here, language = workspace_of(request), language_of(request)
    request.area = "plans"  # type: ignore[attr-defined]
    plan = document.plan if allows(request, Act.WRITE) else None
    partners = partners_of(plan) if plan else None
    context = {
        "page_title": document.name,
        "page_kind": _sentence(KINDS[document.kind].in_language(language)),
        "page_lead": _lead(document, language),
        "page_actions": [
            {"label": _("Check another document"), "url": reverse("check", args=[here.slug]), "style": "quiet"}
        ],
        "breadcrumbs": [
            {"label": _("Check the figures of a document"), "url": reverse("check", args=[here.slug])},
            {"label": document.name},
        ],
        "groups": _groups(document, language),
        "table": _holding(document, language),
        "plan": plan,
        "title": title or (plan.title if plan else "") or document.name.rpartition(".")[0],
        "wrong": wrong,
        "is_cut": plan is not None and plan.title.endswith(CUT_ENDS),
        "new_actors": partners.unknown if partners else (),
        "several": [each.in_language(language) for each in partners.several] if partners else [],
        "left_blank": [each.in_language(language) for each in figures_left_blank(plan)] if plan else [],
        "make_url": reverse("checked_project", args=[here.slug, token]),
    }
    return render(request, "pages/checked.html", context, status=status)


def _lead(document: CheckedDocument, language: Language) -> str:
    """Say how many figures hold and how many do not."""
    count = len(document.relations)
    if not count:
        return _("No figures were found that say something of each other.")
    errors = sum(each.severity is Severity.ERROR for each in document.relations)
    asked = sum(each.severity is Severity.WARNING for each in document.relations)
    found = ngettext("%(count)s relation was found.", "%(count)s relations were found.", count)
    said = [found % {"count": write_number(count, language)}]
    if errors:
        wrong = ngettext("%(count)s of them does not hold.", "%(count)s of them do not hold.", errors)
        said.append(wrong % {"count": write_number(errors, language)})
    if asked:
        question = ngettext("%(count)s of them raises a question.", "%(count)s of them raise a question.", asked)
        said.append(question % {"count": write_number(asked, language)})
    if not errors and not asked:
        said.append(_("Nothing contradicts."))
    return " ".join(said)


def _sentence(text: str) -> str:
    """Begin with a capital; the rest, as EURA in a name, stays as it is."""
    return text[:1].upper() + text[1:]


def _groups(document: CheckedDocument, language: Language) -> list[dict[str, Any]]:
    titles = {
        Severity.ERROR: (_("Does not hold"), "alarm"),
        Severity.WARNING: (_("Questions"), "attention"),
        Severity.NOTE: (_("Notes"), "info"),
    }
    groups = []
    for severity, (title, tone) in titles.items():
        found = [each for each in document.relations if each.severity is severity]
        if found:
            groups.append({"title": title, "tone": tone, "items": [_item(each, language) for each in found]})
    return groups


def _item(relation: Relation, language: Language) -> dict[str, Any]:
    places = [
        {"text": term.place.text or "", "where": place_told(term.place).in_language(language)}
        for term in relation.terms
        if term.place.text or term.place.line is not None or term.place.cell
    ]
    return {
        "text": relation.message.in_language(language),
        "places": places[:SHOWN_TERMS],
        "more": max(0, len(places) - SHOWN_TERMS),
    }


def _holding(document: CheckedDocument, language: Language) -> dict[str, Any] | None:
    """Return the relations that hold, as a table: what was checked is shown, not only what was wrong."""
    held = [each for each in document.relations if each.status in {Status.HOLDS, Status.HOLDS_ROUNDED}]
    if not held:
        return None
    told = dict.fromkeys((each.label.in_language(language), each.message.in_language(language)) for each in held)
    rows: Sequence[dict[str, Any]] = [
        {"cells": [{"text": label or "–"}, {"text": _sentence(message.removeprefix(f"{label}: "))}]}
        for label, message in told
    ]
    return {
        "id": "holding",
        "caption": _("What holds"),
        "caption_hidden": True,
        "columns": [{"label": _("Figure")}, {"label": _("What was found")}],
        "rows": rows,
    }


@require_POST
@in_workspace(Act.WRITE)
def checked_project(request: HttpRequest, token: UUID) -> HttpResponse:
    """Make a project of the plan of a checked document; each figure keeps the line it came from."""
    here, language = workspace_of(request), language_of(request)
    document = _kept(request, token)
    title = request.POST.get("name", "").strip()
    if document.plan is None:
        raise Http404
    try:
        made = make_project(
            document.plan,
            title=title,
            source=document.name,
            work=document.work,
            by=person_of(request),
            at=timezone.now(),
        )
    except InvalidValuesError as error:
        said = " ".join(text.in_language(language) for text in error.problems.values())
        return _shown(request, token, document, title=title, wrong=said, status=422)
    messages.success(request, _("The project was added. Every figure keeps its place in the document."))
    if made.notes:
        messages.warning(request, " ".join(each.in_language(language) for each in made.notes))
    return redirect("project_budget", here.slug, made.project.pk)
