"""The builder of a questionnaire: its frame, its questions in their order, and one question at a time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.statistics.models import Survey
from seutu.apps.statistics.surveys.exceptions import StaleQuestionnaireError
from seutu.apps.statistics.surveys.questionnaire_operations import save_draft
from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys.editing import free_code, moved, with_question, without_question
from seutu.core.surveys.questionnaire import Question, QuestionKind, Questionnaire, plain_questionnaire
from seutu.core.surveys.questionnaire_reading import faults_of, read_question, read_questionnaire
from seutu.core.text import Language
from seutu.web.question_form import FrameForm, QuestionForm, frame_initial, kind_names, question_initial
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.survey_tables import problem_words, questions_table, survey_crumbs, survey_or_404

MOVES = {"up": -1, "down": 1}
MOST_DIGITS = 9


def _edited(request: HttpRequest) -> int:
    sent = request.POST.get("edited", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) <= MOST_DIGITS else -1


def _save(request: HttpRequest, survey: Survey, questionnaire: Questionnaire) -> None:
    save_draft(survey, questionnaire, edited=_edited(request), by=person_of(request), at=timezone.now())


@require_http_methods(["GET", "POST"])
@in_workspace(Act.WRITE)
def survey_questions(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """Show the questions in their order, and change what stands around them."""
    survey = survey_or_404(request, survey_id)
    draft = read_questionnaire(survey.questionnaire)
    form = FrameForm(request.POST if request.method == "POST" else None, initial=frame_initial(draft))
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, survey, read_questionnaire({**plain_questionnaire(draft), **form.plain()}))
        except InputProblem as problem:
            _add(form, problem.problems, language_of(request))
        except StaleQuestionnaireError as error:
            form.add_error(None, error.message.in_language(language_of(request)))
            survey.refresh_from_db()
        else:
            messages.success(request, _("Saved."))
            return redirect("survey_questions", workspace_of(request).slug, survey_id)
    return _page(request, survey, draft, form)


def _page(request: HttpRequest, survey: Survey, draft: Questionnaire, form: FrameForm) -> HttpResponse:
    slug, language = workspace_of(request).slug, language_of(request)
    faults = faults_of(draft)
    address = [slug, survey.pk]
    context = {
        "page_title": _("Questions of the survey"),
        "page_kind": survey.name,
        "page_lead": _("Nothing is missing: the questionnaire can be published.")
        if not faults
        else _("What is to be mended before publishing stands below."),
        "page_actions": [{"label": _("Preview"), "url": reverse("survey_preview", args=address), "style": "second"}],
        "breadcrumbs": [*survey_crumbs(slug, survey, language), {"label": _("Questions")}],
        "form": form,
        "edited": survey.edited,
        "table": questions_table(slug, survey, draft, language),
        "faults": [problem_words(each, language) for each in faults],
        "kinds": [
            {"label": label, "url": reverse("survey_question_new", args=[*address, str(kind)])}
            for kind, label in kind_names().items()
        ],
    }
    return render(request, "pages/survey_questions.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@in_workspace(Act.WRITE)
def survey_question_new(request: HttpRequest, survey_id: UUID, question_kind: str) -> HttpResponse:
    """Add a question of a kind."""
    survey = survey_or_404(request, survey_id)
    if question_kind not in set(QuestionKind):
        raise Http404
    draft = read_questionnaire(survey.questionnaire)
    initial = {"code": free_code(draft), "most": 3, "longest": 2000, "decimals": 0, "low": 1, "high": 5}
    return _edit(request, survey, draft, None, QuestionKind(question_kind), initial)


@require_http_methods(["GET", "POST"])
@in_workspace(Act.WRITE)
def survey_question(request: HttpRequest, survey_id: UUID, question: str) -> HttpResponse:
    """Change one question."""
    survey = survey_or_404(request, survey_id)
    draft = read_questionnaire(survey.questionnaire)
    found = draft.question(question)
    if found is None:
        raise Http404
    return _edit(request, survey, draft, found, found.kind, question_initial(found))


def _edit(
    request: HttpRequest,
    survey: Survey,
    draft: Questionnaire,
    standing: Question | None,
    kind: QuestionKind,
    initial: dict[str, Any],
) -> HttpResponse:
    form = QuestionForm(kind, request.POST if request.method == "POST" else None, initial)
    if request.method == "POST" and form.is_valid() and _question_saved(request, survey, draft, standing, form):
        return redirect("survey_questions", workspace_of(request).slug, survey.pk)
    slug, language = workspace_of(request).slug, language_of(request)
    back = reverse("survey_questions", args=[slug, survey.pk])
    title = standing.text.in_language(language) if standing else _("New question")
    context = {
        "page_title": title or (standing.code if standing else ""),
        "page_kind": kind_names()[kind],
        "breadcrumbs": [
            *survey_crumbs(slug, survey, language),
            {"label": _("Questions"), "url": back},
            {"label": standing.code if standing else _("New question")},
        ],
        "form": form,
        "edited": survey.edited,
        "back_url": back,
    }
    return render(request, "pages/survey_question.html", context, status=422 if form.errors else 200)


def _question_saved(
    request: HttpRequest, survey: Survey, draft: Questionnaire, standing: Question | None, form: QuestionForm
) -> bool:
    """Save the question; on a fault tell it in the form, where what was written still stands."""
    language = language_of(request)
    try:
        question = read_question(form.plain(), 1)
        other = draft.question(question.code)
        if other is not None and other != standing:
            form.add_error("code", _("Another question has this code. Write another."))
            return False
        old = standing.code if standing else None
        _save(request, survey, with_question(draft, question, instead_of=old))
    except InputProblem as problem:
        _add(form, [replace(each, line=None) for each in problem.problems], language)
        return False
    except StaleQuestionnaireError as error:
        form.add_error(None, error.message.in_language(language))
        survey.refresh_from_db()
        return False
    messages.success(request, _("Question saved: %(code)s") % {"code": question.code})
    return True


def _add(form: FrameForm | QuestionForm, problems: Sequence[Problem], language: Language) -> None:
    for each in problems:
        form.add_error(None, problem_words(each, language))


@require_POST
@in_workspace(Act.WRITE)
def survey_question_move(request: HttpRequest, survey_id: UUID, question: str) -> HttpResponse:
    """Move a question one place earlier or later, or remove it."""
    survey = survey_or_404(request, survey_id)
    draft = read_questionnaire(survey.questionnaire)
    act = request.POST.get("act", "")
    if draft.question(question) is None or act not in {*MOVES, "remove"}:
        raise Http404
    changed = without_question(draft, question) if act == "remove" else moved(draft, question, MOVES[act])
    try:
        _save(request, survey, changed)
    except StaleQuestionnaireError as error:
        messages.error(request, error.message.in_language(language_of(request)))
    return redirect(reverse("survey_questions", args=[workspace_of(request).slug, survey_id]) + "#questions")
