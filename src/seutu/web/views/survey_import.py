"""Bringing answers of a survey in from a file, with a map of which column is which question."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.answer_files import HEAD
from seutu.apps.statistics.surveys.forms import NoFormError, form_of
from seutu.apps.statistics.surveys.import_files import AnswerSheet, read_answer_file
from seutu.apps.statistics.surveys.import_operations import Brought, columns_meant, import_answers
from seutu.core.figures import write_number
from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys.answer_tables import answer_columns
from seutu.core.text import Language, Text
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.survey_tables import survey_crumbs, wave_or_404
from seutu.web.uploads import Upload, forget, is_too_large, keep_file, kept_upload

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

KEPT_AS: Final = "survey-answers"
TOO_LARGE: Final = Text(
    fi="Tiedosto on liian suuri. Jaa se osiin.",
    sv="Filen är för stor. Dela upp den.",
    en="The file is too large. Bring it in by parts.",
)


class AnswersForm(forms.Form):
    """The file, and what its columns mean where their headings do not say it; ``kept`` is a file that was looked at."""

    def __init__(self, *given: Any, kept: Upload | None = None) -> None:
        super().__init__(*given)
        told = _("CSV, Excel, ODS or SPSS (.sav, .zsav); headings on one row.")
        if kept:
            told += " " + _("%(name)s is waiting: choose a file only if you want another.") % {"name": kept.name}
        self.fields["file"] = forms.FileField(label=_("File"), help_text=told, required=kept is None)
        self.fields["column_map"] = forms.CharField(
            label=_("Column map"),
            required=False,
            help_text=_("One to a line: heading = code of the question. A minus for the code skips the column."),
            widget=forms.Textarea(attrs={"rows": 6}),
        )


@require_http_methods(["GET", "POST"])
@in_workspace(Act.IMPORT)
def survey_answers_import(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> HttpResponse:
    """Show what a file would bring in, or bring it in; what is wrong is told with its place, and nothing is stored."""
    wave, language = wave_or_404(request, survey_id, wave_id), language_of(request)
    slug = workspace_of(request).slug
    back = reverse("survey_wave", args=[slug, survey_id, wave_id])
    kept = _kept(request)
    form = AnswersForm(request.POST, request.FILES, kept=kept) if request.method == "POST" else AnswersForm()
    found: _Looked | None = None
    if request.method == "POST" and form.is_valid():
        try:
            kept = _sent(request, form) or kept
            found = _looked(request, wave, kept, form.cleaned_data["column_map"])
        except InputProblem as problem:
            for each in problem.problems:
                form.add_error(None, _where(each, language))
        except NoFormError:
            form.add_error(None, _("The wave has no published questionnaire. Give it one first."))
        else:
            if request.POST.get("act") != "preview":
                words = ngettext(
                    "%(count)s answer was brought in.", "%(count)s answers were brought in.", found.done.created
                )
                messages.success(request, words % {"count": write_number(found.done.created, language)})
                forget(found.kept)
                return redirect(back)
    context = {
        "page_title": _("Bring in answers"),
        "page_kind": wave.name,
        "page_lead": _("An earlier survey, or a file that was taken from here. Codes and words are both read."),
        "breadcrumbs": [
            *survey_crumbs(slug, wave.survey, language),
            {"label": wave.name, "url": back},
            {"label": _("Bring in answers")},
        ],
        "form": form,
        "back_url": back,
        "codes": _codes(wave, language),
        "kept_token": kept.token if kept else "",
        "looked": _shown(found, wave, language) if found else None,
    }
    return render(request, "pages/survey_import.html", context, status=422 if form.errors else 200)


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file that was read for a wave, and what of it is new."""

    kept: Upload
    sheet: AnswerSheet
    done: Brought


def _shown(found: _Looked, wave: SurveyWave, language: Language) -> dict[str, Any]:
    """Return what the preview says: how many answers, what should be known, and what each column means."""
    questionnaire = form_of(wave)
    meant = columns_meant(questionnaire, found.sheet.headers, found.sheet.column_map)
    texts = {each.key: each.label(language) for each in answer_columns(questionnaire)}
    texts |= {key: label.in_language(language) for key, label in HEAD}
    rows = [
        {"cells": [{"text": header}, {"text": meant.get(header, "–")}, {"text": texts.get(meant.get(header, ""), "")}]}
        for header in found.sheet.headers
    ]
    facts = {
        "new": write_number(found.done.created, language),
        "same": write_number(found.done.unchanged, language),
        "name": found.kept.name,
    }
    return {
        "said": _("%(name)s: %(new)s answers to bring in, %(same)s stored already. Nothing was stored yet.") % facts,
        "notes": [each.in_language(language) for each in found.sheet.notes],
        "table": {
            "id": "columns-table",
            "caption": _("Columns"),
            "columns": [{"label": _("Heading")}, {"label": _("Code")}, {"label": _("Question")}],
            "rows": rows,
            "stack": True,
        },
    }


def _codes(wave: SurveyWave, language: Language) -> list[dict[str, str]]:
    try:
        columns = answer_columns(form_of(wave))
    except NoFormError:
        return []
    return [{"label": each.key, "text": each.label(language)} for each in columns]


def _where(problem: Problem, language: Language) -> str:
    words = problem.message.in_language(language)
    if problem.line is None:
        return words
    where = {"line": problem.line, "column": problem.column or "", "fault": words}
    return _("Row %(line)s, column %(column)s: %(fault)s") % where


def _kept(request: HttpRequest) -> Upload | None:
    """Return the file that was looked at before, where the form names one."""
    try:
        token = UUID(request.POST.get("kept", ""))
    except ValueError:
        return None
    return kept_upload(workspace_of(request), KEPT_AS, token)


def _sent(request: HttpRequest, form: AnswersForm) -> Upload | None:
    """Keep the file that was sent, and return it; None where none was."""
    sent: UploadedFile[bytes] | None = form.cleaned_data["file"]
    if sent is None:
        return None
    if is_too_large(sent):
        raise InputProblem.because(TOO_LARGE)
    return keep_file(workspace_of(request), KEPT_AS, sent)


def _looked(request: HttpRequest, wave: SurveyWave, kept: Upload | None, typed: str) -> _Looked:
    """Read the kept file, and bring its answers in unless only a preview is wanted."""
    if kept is None:
        raise Http404
    sheet = read_answer_file(kept.path, wave, _map(typed))
    done = import_answers(
        wave,
        sheet.headers,
        sheet.rows,
        by=person_of(request),
        at=timezone.now(),
        on=timezone.localdate(),
        column_map=sheet.column_map,
        preview=request.POST.get("act") == "preview",
    )
    return _Looked(kept, sheet, done)


def _map(typed: str) -> dict[str, str]:
    pairs = (line.rpartition("=") for line in typed.splitlines() if "=" in line)
    return {heading.strip(): code.strip() for heading, _mark, code in pairs}
