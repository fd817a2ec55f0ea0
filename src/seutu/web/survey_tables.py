"""What several pages of surveys share: finding the survey and the wave, breadcrumbs, tables of questions and waves."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from seutu.apps.records.queries import records_of
from seutu.apps.statistics.kinds.surveys import SURVEYS
from seutu.apps.statistics.kinds.waves import SURVEY_WAVES, WAVE_STATES
from seutu.apps.statistics.models import Survey, SurveyWave
from seutu.apps.statistics.surveys.queries import published_forms
from seutu.core.figures import Granularity, Period, write_date, write_number, write_period
from seutu.core.problems import Problem
from seutu.core.surveys.questionnaire import Question, Questionnaire
from seutu.core.text import Language
from seutu.web.question_form import kind_names

Table = dict[str, Any]


def survey_or_404(request: HttpRequest, survey_id: UUID) -> Survey:
    """Return a survey of the workspace that is not in the trash."""
    request.area = SURVEYS.area  # type: ignore[attr-defined]
    found: Survey | None = records_of(SURVEYS).filter(pk=survey_id).first()
    if found is None:
        raise Http404
    return found


def wave_or_404(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> SurveyWave:
    """Return a wave of a survey."""
    survey = survey_or_404(request, survey_id)
    found: SurveyWave | None = records_of(SURVEY_WAVES).filter(pk=wave_id, survey=survey).first()
    if found is None:
        raise Http404
    return found


def survey_crumbs(slug: str, survey: Survey, language: Language) -> list[dict[str, str]]:
    """Return the way to a page under a survey."""
    return [
        {"label": SURVEYS.plural.in_language(language), "url": reverse("collection", args=[slug, SURVEYS.name])},
        {"label": survey.name, "url": reverse("survey", args=[slug, survey.pk])},
    ]


def problem_words(problem: Problem, language: Language) -> str:
    """Return a fault of a questionnaire with where it is."""
    said = problem.message.in_language(language)
    if problem.column and problem.line:
        return _("Question %(number)s, %(code)s: %(fault)s") % {
            "number": problem.line,
            "code": problem.column,
            "fault": said,
        }
    return said


def questions_table(
    slug: str, survey: Survey, draft: Questionnaire, language: Language, *, edits: bool = True
) -> Table:
    """Return the questions in their order; with ``edits`` each opens, moves and goes."""
    names = kind_names()
    columns = [
        {"label": _("Question")},
        {"label": _("Kind of question")},
        {"label": _("Asked")},
        *([{"label": _("Order"), "kind": "actions"}] if edits else []),
    ]
    rows = []
    for number, each in enumerate(draft.questions, start=1):
        text = each.text.in_language(language) or each.text.fi or each.code
        first: dict[str, Any] = {"text": f"{number}. {text}", "note": each.code}
        if edits:
            first["url"] = reverse("survey_question", args=[slug, survey.pk, each.code])
        cells = [first, {"text": names[each.kind]}, {"text": _asked(each, draft, language)}]
        if edits:
            cells.append({"text": "", "move_url": reverse("survey_question_move", args=[slug, survey.pk, each.code])})
        rows.append({"cells": cells, "code": each.code, "text": text})
    return _table("questions-table", _("Questions"), columns, rows)


def _asked(question: Question, draft: Questionnaire, language: Language) -> str:
    said = [_("needed")] if question.required else []
    if question.shown_if:
        number = next((at for at, each in enumerate(draft.questions, 1) if each.code == question.shown_if.question), 0)
        other = draft.question(question.shown_if.question)
        texts = {each.code: each.text.in_language(language) for each in other.options} if other else {}
        answers = ", ".join(texts.get(code) or code for code in question.shown_if.any_of)
        facts = {"number": number or question.shown_if.question, "answers": answers}
        said.append(_("if question %(number)s has the answer: %(answers)s") % facts)
    if question.sample:
        said.append(_("%(count)s rows by chance") % {"count": question.sample})
    return ", ".join(said) or _("of everybody")


def forms_table(survey: Survey, language: Language) -> Table:
    """Return the published questionnaires, newest first."""
    rows = [
        {
            "cells": [
                {"text": str(each.number)},
                {"text": write_date(timezone.localdate(each.at), language)},
                {"text": write_number(len(each.content.get("questions", [])), language)},
                {"text": str(each.person or "–")},
            ]
        }
        for each in published_forms(survey)
    ]
    columns = [
        {"label": _("Number")},
        {"label": _("Published")},
        {"label": _("Questions"), "kind": "number"},
        {"label": _("By whom")},
    ]
    return {
        "id": "forms-table",
        "caption": _("Published questionnaires"),
        "caption_hidden": True,
        "columns": columns,
        "rows": rows,
        "stack": True,
    }


def waves_table(slug: str, survey: Survey, language: Language) -> Table:
    """Return the waves of a survey, newest first; each opens its monitor."""
    states = {each.code: each.label.in_language(language) for each in WAVE_STATES}
    rows = [
        {
            "cells": [
                {"text": each.name, "url": reverse("survey_wave", args=[slug, survey.pk, each.pk])},
                {"text": write_period(Period(each.opens, each.closes, Granularity.RANGE), language)},
                {"text": states.get(each.state, each.state)},
                {"text": write_number(len(each.towns), language)},
                {"text": _("Results"), "url": reverse("survey_results", args=[slug, survey.pk, each.pk])},
            ]
        }
        for each in records_of(SURVEY_WAVES).filter(survey=survey).order_by("-opens", "name")
    ]
    columns = [
        {"label": _("Wave")},
        {"label": _("Open")},
        {"label": _("State")},
        {"label": _("Towns"), "kind": "number"},
        {"label": _("Figures")},
    ]
    return _table("waves-table", _("Waves"), columns, rows)


def _table(name: str, caption: str, columns: list[Table], rows: list[Table]) -> Table:
    held = {"id": name, "caption": caption, "columns": columns, "rows": rows}
    return {**held, "stack": True, "caption_hidden": True}
