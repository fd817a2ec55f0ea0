"""Bringing answers of a survey in from a file, with a map of which column is which question."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.records.sheets.columns import said
from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.forms import NoFormError, form_of
from seutu.apps.statistics.surveys.import_operations import Brought, SheetRow, import_answers
from seutu.core.figures import write_number
from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys.answer_tables import answer_columns
from seutu.core.text import Language, Text
from seutu.sources.tables import find_table, open_tables, unmark_text
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.survey_tables import survey_crumbs, wave_or_404
from seutu.web.uploads import is_too_large

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

TOO_LARGE: Final = Text(
    fi="Tiedosto on liian suuri. Jaa se osiin.",
    sv="Filen är för stor. Dela upp den.",
    en="The file is too large. Bring it in by parts.",
)


class AnswersForm(forms.Form):
    """The file, and what its columns mean where their headings do not say it."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.fields["file"] = forms.FileField(label=_("File"), help_text=_("CSV, Excel or ODS; headings on one row."))
        self.fields["column_map"] = forms.CharField(
            label=_("Column map"),
            required=False,
            help_text=_("One to a line: heading = code of the question. A minus for the code skips the column."),
            widget=forms.Textarea(attrs={"rows": 6}),
        )


@require_http_methods(["GET", "POST"])
@in_workspace(Act.IMPORT)
def survey_answers_import(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> HttpResponse:
    """Bring answers in; what is wrong is told with its row and column, and then nothing is stored."""
    wave, language = wave_or_404(request, survey_id, wave_id), language_of(request)
    form = AnswersForm(request.POST, request.FILES) if request.method == "POST" else AnswersForm()
    if request.method == "POST" and form.is_valid():
        try:
            done = _brought(request, wave, form.cleaned_data["file"], form.cleaned_data["column_map"])
        except InputProblem as problem:
            for each in problem.problems:
                form.add_error(None, _where(each, language))
        except NoFormError:
            form.add_error(None, _("The wave has no published questionnaire. Give it one first."))
        else:
            words = ngettext("%(count)s answer was brought in.", "%(count)s answers were brought in.", done.created)
            messages.success(request, words % {"count": write_number(done.created, language)})
            return redirect("survey_wave", workspace_of(request).slug, survey_id, wave_id)
    slug = workspace_of(request).slug
    back = reverse("survey_wave", args=[slug, survey_id, wave_id])
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
    }
    return render(request, "pages/survey_import.html", context, status=422 if form.errors else 200)


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


def _brought(request: HttpRequest, wave: SurveyWave, sent: "UploadedFile[bytes]", typed: str) -> Brought:
    if is_too_large(sent):
        raise InputProblem.because(TOO_LARGE)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"answers{Path(sent.name or '').suffix[:8]}"
        with path.open("wb") as stream:
            for chunk in sent.chunks():
                stream.write(chunk)
        table = find_table(open_tables(path).sheets[0])
    if faulty := [problem for row in table.rows for problem in row.problems]:
        raise InputProblem(*faulty)
    headers = [each.text for each in table.header]
    rows = [
        SheetRow(
            row.line,
            {header: unmark_text(said(cell)) for header, cell in row.values.items() if cell is not None},
        )
        for row in table.rows
    ]
    return import_answers(
        wave,
        headers,
        rows,
        by=person_of(request),
        at=timezone.now(),
        on=timezone.localdate(),
        column_map=_map(typed),
    )


def _map(typed: str) -> dict[str, str]:
    pairs = (line.rpartition("=") for line in typed.splitlines() if "=" in line)
    return {heading.strip(): code.strip() for heading, _mark, code in pairs}
