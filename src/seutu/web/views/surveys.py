"""The page of a survey, the preview of its questionnaire, and its publishing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.kinds.events import EVENTS
from seutu.apps.records.queries import records_of
from seutu.apps.statistics.kinds.surveys import SURVEYS
from seutu.apps.statistics.kinds.waves import SURVEY_WAVES
from seutu.apps.statistics.surveys.forms import town_name, towns_known
from seutu.apps.statistics.surveys.questionnaire_operations import publish
from seutu.core.figures import write_date, write_number
from seutu.core.problems import InputProblem
from seutu.core.surveys.answers import check_answer
from seutu.core.surveys.questionnaire import Option
from seutu.core.surveys.questionnaire_reading import read_questionnaire
from seutu.rules import places
from seutu.web.answer_pages import Way, answers_told, page_context, read_way
from seutu.web.plan_links import new_url
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.survey_notices import retention_notices
from seutu.web.survey_tables import (
    forms_table,
    problem_words,
    questions_table,
    survey_crumbs,
    survey_or_404,
    waves_table,
)
from seutu.web.tables import record_url

SHOWN_TOWNS = 5


@require_GET
@in_workspace()
def survey(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """Show a survey: its waves, its published questionnaires, the questions of its draft."""
    found = survey_or_404(request, survey_id)
    slug, language = workspace_of(request).slug, language_of(request)
    draft = read_questionnaire(found.questionnaire)
    waves, forms = waves_table(slug, found, language), forms_table(found, language)
    may_write = allows(request, Act.WRITE)
    count = len(draft.questions)
    lead = ngettext("%(count)s question in the draft.", "%(count)s questions in the draft.", count)
    actions = [{"label": _("Edit the questions"), "url": reverse("survey_questions", args=[slug, found.pk])}]
    changes_url = reverse("survey_changes", args=[slug, found.pk])
    changes = [{"label": _("Change between waves"), "url": changes_url, "style": "second"}]
    context = {
        "page_title": found.name,
        "page_kind": SURVEYS.singular.in_language(language).capitalize(),
        "page_lead": found.purpose or lead % {"count": write_number(count, language)},
        "page_actions": [
            *(actions if may_write else []),
            *(changes if len(waves["rows"]) > 1 else []),
            {"label": _("Preview"), "url": reverse("survey_preview", args=[slug, found.pk]), "style": "second"},
            {"label": _("Open the record"), "url": record_url(slug, SURVEYS, found.pk), "style": "quiet"},
        ],
        "breadcrumbs": [survey_crumbs(slug, found, language)[0], {"label": found.name}],
        "notices": retention_notices(
            list(records_of(SURVEY_WAVES).filter(survey=found)), language, on=timezone.localdate()
        ),
        "waves": waves if waves["rows"] else None,
        "wave_url": new_url(slug, "survey-waves", survey=found.pk, state="draft") if may_write else "",
        "forms": forms if forms["rows"] else None,
        "publish_url": reverse("survey_publish", args=[slug, found.pk]) if may_write and count else "",
        "questions": questions_table(slug, found, draft, language, edits=False) if count else None,
        "facts": [
            {"label": _("Who asks"), "text": found.controller},
            {
                "label": _("Answers are kept until"),
                "text": write_date(found.keep_until, language) if found.keep_until else "",
            },
            *(
                {"label": _("Feedback on"), "text": each.name, "url": record_url(slug, EVENTS, each.pk)}
                for each in records_of(EVENTS).filter(survey=found)
            ),
        ],
    }
    return render(request, "pages/survey.html", context)


@require_POST
@in_workspace(Act.WRITE)
def survey_publish(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """Publish the draft as the next questionnaire, which never changes."""
    found = survey_or_404(request, survey_id)
    slug, language = workspace_of(request).slug, language_of(request)
    try:
        kept = publish(found, name=found.name, by=person_of(request), at=timezone.now())
    except InputProblem as problem:
        for each in problem.problems[:10]:
            messages.error(request, problem_words(each, language))
        return redirect("survey_questions", slug, found.pk)
    messages.success(request, _("Questionnaire %(number)s is published.") % {"number": kept.number})
    return redirect("survey", slug, found.pk)


@require_http_methods(["GET", "POST"])
@in_workspace()
def survey_preview(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """Go through the draft as a respondent does; nothing is stored."""
    found = survey_or_404(request, survey_id)
    slug, language = workspace_of(request).slug, language_of(request)
    towns = [Option(each.municipality, town_name(each.municipality)) for each in places.load().regional_towns]
    draft = read_questionnaire(found.questionnaire).of_wave(towns[:SHOWN_TOWNS])
    way = read_way(request, draft, 1) if request.method == "POST" else Way(draft, 1)
    act = request.POST.get("act", "")
    if act == "back":
        way.page = way.backward()
    elif act == "next":
        known = towns_known().keys()
        faults = {each.code: check_answer(each, way.answers.get(each.code), seed=1, towns=known) for each in way.here}
        way.faults = {code: fault for code, fault in faults.items() if fault is not None}
        way.page = way.page if way.faults else way.onward()
    context = {
        **page_context(way, language),
        "page_title": draft.title.in_language(language) or found.name,
        "page_lead": draft.introduction.in_language(language) if way.page == 0 else "",
        "breadcrumbs": [*survey_crumbs(slug, found, language), {"label": _("Preview")}],
        "notices": [{"text": _("This is a preview: nothing is stored. The towns are examples."), "tone": "info"}],
        "tongues": [
            {"code": each, "url": f"/{each}{request.path[3:]}", "current": each == language} for each in draft.languages
        ],
        "preview": True,
        "token": "",
        "told": answers_told(way, language) if way.page >= len(draft.pages) else None,
    }
    return render(request, "pages/answer.html", context)
