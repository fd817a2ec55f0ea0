"""The monitoring report: composed from live data for a year, kept as a version, printed again and compared."""

import io
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.appropriation_queries import years_of_appropriations
from seutu.apps.funding.monitoring_operations import KeptReport, keep_report, kept_report, kept_reports
from seutu.apps.funding.monitoring_queries import monitoring_report
from seutu.apps.programmes.models import Programme
from seutu.apps.records.models import Snapshot
from seutu.apps.records.snapshots import is_unchanged
from seutu.core.figures import write_date
from seutu.core.programmes.monitoring import MonitoringReport, Words
from seutu.core.programmes.monitoring_changes import changes_between
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.documents import Document
from seutu.reporting.monitoring import FORMS, as_document, content_type, file_name, words, write_document
from seutu.web.form_marks import mark_of
from seutu.web.moments import moment
from seutu.web.programme_frame import Cell, frame, listing, programme_or_404
from seutu.web.report_blocks import blocks
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import allows, workspace_of
from seutu.web.views.exports import file_answer
from seutu.web.whole_numbers import whole_number

FIRST_YEAR = 1995
MOST_VERSIONS = 999_999
LONGEST = 20000
LABELS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}


class WordsForm(forms.Form):
    """What people write into the three chapters before a report is kept."""

    def __init__(self, report: MonitoringReport, language: Language, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = (report.year, report.year, report.next_year)
        for name, chapter, year in zip(("results", "costs", "ahead"), words.CHAPTERS, years, strict=True):
            self.fields[name] = forms.CharField(
                label=chapter.filled(year=year).in_language(language),
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 5}),
            )

    def written(self) -> Words:
        """Return what was written."""
        return Words(*(self.cleaned_data[name].strip() for name in ("results", "costs", "ahead")))


def _day(request: HttpRequest, programme: Programme) -> date:
    """Return the day of the state: the end of the year asked for, or today in the year that runs.

    Without a year it is the year before, unless the programme began in this one. What is no year answers 404.
    """
    today = timezone.localdate()
    began_now = programme.start is not None and programme.start.year >= today.year
    asked = request.GET.get("year") or str(today.year if began_now else today.year - 1)
    year = whole_number(asked)
    if not FIRST_YEAR <= year <= today.year:
        raise Http404
    return min(date(year, 12, 31), today)


@require_http_methods(["GET", "POST"])
@in_workspace(Act.READ_PLANS)
def report_page(request: HttpRequest, programme_id: Any) -> HttpResponse:
    """Show the report of a year or a kept version; a POST keeps the report with the words that were written."""
    programme = programme_or_404(request, programme_id)
    language = language_of(request)
    if request.GET.get("version"):
        return _kept_page(request, programme, _kept_or_404(programme, request.GET["version"]))
    day = _day(request, programme)
    report = monitoring_report(programme, day)
    form = WordsForm(report, language, request.POST or None)
    if request.method == "POST":
        if not allows(request, Act.WRITE):
            raise Http404
        if form.is_valid():
            kept = keep_report(
                programme, day, form.written(), by=person_of(request), at=timezone.now(), mark=mark_of(request)
            )
            messages.success(request, _("Version %(number)s is kept. It prints the same from now on.") % {
                "number": kept.number
            })  # fmt: skip
            slug = workspace_of(request).slug
            return redirect(f"{reverse('programme_report', args=[slug, programme.pk])}?version={kept.number}")
    status = 422 if request.method == "POST" else 200
    printed = as_document(report, language)
    context = {
        **_common(request, programme, report, printed),
        "years": _years(programme, day),
        "form": form if allows(request, Act.WRITE) else None,
        "files": _draft_files(request, programme, day),
    }
    return render(request, "pages/programme_report.html", context, status=status)


def _kept_or_404(programme: Programme, number: str) -> KeptReport:
    asked = whole_number(number)
    kept = kept_report(programme, asked) if 0 <= asked <= MOST_VERSIONS else None
    if kept is None:
        raise Http404
    return kept


def _kept_page(request: HttpRequest, programme: Programme, kept: KeptReport) -> HttpResponse:
    language = language_of(request)
    live = monitoring_report(programme, kept.report.day)
    rows: list[list[Cell]] = [
        [
            {"text": each.subject or programme.name},
            {"text": each.what.in_language(language)},
            {"text": each.kept.in_language(language)},
            {"text": each.now.in_language(language)},
        ]
        for each in changes_between(kept.report, live)
    ]
    columns = ((words.WHAT.in_language(language), "text"), (words.KIND.in_language(language), "text"),
               (_("In the kept version"), "text"), (_("Now"), "text"))  # fmt: skip
    context = {
        **_common(request, programme, kept.report, kept.printed[language]),
        "kept": _("Version %(number)s, kept %(when)s. It stands as it was.")
        % {"number": kept.snapshot.number, "when": moment(kept.snapshot.at, language)},
        "notices": [] if is_unchanged(kept.snapshot) else [_touched()],
        "changes": listing("changes-table", _("What has changed since"), columns, rows) if rows else None,
        "files": _files(request, programme, kept.snapshot),
    }
    return render(request, "pages/programme_report.html", context)


def _touched() -> dict[str, str]:
    """Return the notice that a kept version no longer says what was kept: somebody has been in the database."""
    return {
        "tone": "alarm",
        "title": _("This version is not what was kept"),
        "text": _("Its content has been changed outside Seutu. Restore it from a backup before you rely on it."),
    }


def _common(request: HttpRequest, programme: Programme, report: MonitoringReport, printed: Document) -> dict[str, Any]:
    language = language_of(request)
    lead = next(block["text"] for block in blocks(printed) if block["kind"] == "lead")
    return {
        **frame(request, programme, "programme_report", _("Monitoring report")),
        "page_lead": lead,
        "subtitle": printed.subtitle,
        "report": [block for block in blocks(printed) if block["kind"] != "lead"],
        "year": report.year,
        "versions": _versions(request, programme, language),
        "report_url": reverse("programme_report", args=[workspace_of(request).slug, programme.pk]),
    }


def _years(programme: Programme, day: date) -> list[dict[str, Any]]:
    """Return the years from today's back to the first that is known: of the programme or its first appropriation."""
    today = timezone.localdate()
    funded = (whole_number(year) for year in years_of_appropriations(programme))
    known = [day.year, *(year for year in funded if FIRST_YEAR <= year <= today.year)]
    years = range(today.year, min([*known, programme.start.year] if programme.start else known) - 1, -1)
    return [{"year": str(year), "chosen": year == day.year} for year in years]


def _versions(request: HttpRequest, programme: Programme, language: Language) -> dict[str, Any] | None:
    """Return the kept versions, newest first, each with its files."""
    kept = kept_reports(programme)
    if not kept:
        return None
    address = reverse("programme_report", args=[workspace_of(request).slug, programme.pk])
    personal = allows(request, Act.READ_PERSONAL)
    rows: list[list[Cell]] = [
        [
            {
                "text": words.KEPT.filled(number=each.snapshot.number).in_language(language),
                "url": f"{address}?version={each.snapshot.number}",
            },
            {"text": words.STATE_ON.filled(day=write_date(each.day, language)).in_language(language)},
            {"text": moment(each.snapshot.at, language)},
            {"text": _keeper(each.snapshot, personal=personal)},
        ]
        for each in kept
    ]
    columns = (
        (_("Version"), "text"),
        (words.WHAT.in_language(language), "text"),
        (_("Kept"), "text"),
        (_("By"), "text"),
    )
    return listing("versions-table", _("Kept versions"), columns, rows)


def _keeper(kept: Snapshot, *, personal: bool) -> str:
    if kept.person is None:
        return "–"
    return str(kept.person) if personal else _("a member")


def _draft_files(request: HttpRequest, programme: Programme, day: date) -> list[dict[str, str]]:
    if not allows(request, Act.EXPORT):
        return []
    slug = workspace_of(request).slug
    return [
        {
            "label": LABELS[form],
            "url": f"{reverse('programme_report_draft', args=[slug, programme.pk, form])}?year={day.year}",
        }
        for form in FORMS
    ]


def _files(request: HttpRequest, programme: Programme, kept: Snapshot) -> list[dict[str, str]]:
    if not allows(request, Act.EXPORT):
        return []
    slug = workspace_of(request).slug
    return [
        {"label": LABELS[form], "url": reverse("programme_report_file", args=[slug, programme.pk, kept.number, form])}
        for form in FORMS
    ]


@require_GET
@in_workspace(Act.EXPORT)
def draft_file(request: HttpRequest, programme_id: Any, form: str) -> FileResponse:
    """Give the report of a year from live data as a file."""
    programme = programme_or_404(request, programme_id)
    if form not in FORMS:
        raise Http404
    language = _language(request)
    report = monitoring_report(programme, _day(request, programme))
    return _answer(report, as_document(report, language), form, language, None)


@require_GET
@in_workspace(Act.EXPORT)
def report_file(request: HttpRequest, programme_id: Any, number: int, form: str) -> FileResponse:
    """Give a kept report as a file, as it was."""
    programme = programme_or_404(request, programme_id)
    if form not in FORMS:
        raise Http404
    kept = _kept_or_404(programme, str(number))
    language = _language(request)
    return _answer(kept.report, kept.printed[language], form, language, number)


def _language(request: HttpRequest) -> Language:
    asked = request.GET.get("language")
    return next((language for language in LANGUAGES if language == asked), language_of(request))


def _answer(
    report: MonitoringReport, printed: Document, form: str, language: Language, number: int | None
) -> FileResponse:
    stream = io.BytesIO()
    write_document(report, printed, form, stream, language=language)
    return file_answer(stream, file_name(report, form, language, number=number), content_type(form))
