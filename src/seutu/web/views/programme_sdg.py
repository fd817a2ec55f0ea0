"""A programme's goals and projects against the UN's 17 goals: the matrix with its gaps, and one subject's review."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.exceptions import ReviewChangedError
from seutu.apps.programmes.models import Programme
from seutu.apps.programmes.sdg_operations import review_subject
from seutu.apps.programmes.sdg_queries import (
    SdgMatrix,
    SubjectReview,
    history_of_reviews,
    sdg_matrix,
    subject_of,
)
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.core.figures import write_number
from seutu.core.programmes.monitoring import ReviewCount
from seutu.core.programmes.monitoring_sentences import review_sentence
from seutu.core.text import Language
from seutu.web.programme_frame import frame, programme_or_404, project_link
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.sdg_tables import ReviewForm, history_table, sdg_matrix_rows, title_of
from seutu.web.standing import allows, workspace_of


@require_GET
@in_workspace(Act.READ_PLANS)
def sdg_page(request: HttpRequest, programme_id: Any) -> HttpResponse:
    """Show the matrix of a programme."""
    programme = programme_or_404(request, programme_id)
    slug, language = workspace_of(request).slug, language_of(request)
    found = sdg_matrix(programme)
    count = ReviewCount(found.goals, found.projects, found.pairs, found.judged)
    context = {
        **frame(request, programme, "programme_sdg", _("Sustainable development goals")),
        "page_lead": review_sentence(count).in_language(language),
        "matrix": sdg_matrix_rows(found, programme, slug, language, may_write=allows(request, Act.WRITE)),
        "waiting": [project_link(slug, each) for each in found.waiting],
        "gaps": _gaps(found, language),
        "may_write": allows(request, Act.WRITE),
    }
    return render(request, "pages/programme_sdg.html", context)


def _gaps(found: SdgMatrix, language: Language) -> str:
    """Say how many subjects still have something to review."""
    lacking = found.unfinished
    if not lacking:
        return ""
    counted = ngettext(
        "%(count)s subject is not fully reviewed.", "%(count)s subjects are not fully reviewed.", lacking
    )
    return counted % {"count": write_number(lacking, language)}


@require_http_methods(["GET", "POST"])
@in_workspace(Act.WRITE)
def sdg_subject(request: HttpRequest, programme_id: Any, subject_kind: str, subject_id: Any) -> HttpResponse:
    """Review one goal or project against all 17 in one save; a stale form is refused and keeps what was chosen."""
    programme = programme_or_404(request, programme_id)
    subject = subject_of(programme, subject_kind, subject_id)
    if subject is None:
        raise Http404
    language, today = language_of(request), timezone.localdate()
    if request.method != "POST":
        return _page(request, programme, subject, ReviewForm(subject, language, today=today))
    form = ReviewForm(subject, language, request.POST, today=today)
    if not form.is_valid() or form.reviewed is None:
        return _page(request, programme, subject, form, status=422)
    try:
        saved = review_subject(
            programme,
            subject,
            form.judgements(),
            reviewed=form.reviewed,
            renew=form.cleaned_data["renew"],
            version=form.cleaned_data["version"] or 0,
            by=person_of(request),
            at=timezone.now(),
        )
    except ReviewChangedError:
        return _page(request, programme, subject, _fresh(request, subject, language), status=409, stale=True)
    except InvalidValuesError as error:
        for name, text in error.problems.items():
            form.add_error(name if name in form.fields else None, text.in_language(language))
        return _page(request, programme, subject, form, status=422)
    messages.success(request, _saved(saved, language))
    return redirect(reverse("programme_sdg", args=[workspace_of(request).slug, programme.pk]))


def _fresh(request: HttpRequest, subject: SubjectReview, language: Language) -> ReviewForm:
    """Return the form with what the person chose, made from what stands now."""
    data = request.POST.copy()
    data["version"] = str(subject.version)
    return ReviewForm(subject, language, data, today=timezone.localdate())


def _saved(count: int, language: Language) -> str:
    if not count:
        return _("Nothing had changed, so nothing was saved.")
    saved = ngettext("%(count)s review saved.", "%(count)s reviews saved.", count)
    return saved % {"count": write_number(count, language)}


def _page(
    request: HttpRequest,
    programme: Programme,
    subject: SubjectReview,
    form: ReviewForm,
    *,
    status: int = 200,
    stale: bool = False,
) -> HttpResponse:
    slug, language = workspace_of(request).slug, language_of(request)
    title = _("Review: %(subject)s") % {"subject": title_of(subject)}
    back = reverse("programme_sdg", args=[slug, programme.pk])
    history = history_of_reviews(subject)
    context = {
        **frame(request, programme, "programme_sdg", title),
        "page_lead": _("%(judged)s of 17 goals reviewed.") % {"judged": write_number(subject.judged, language)},
        "form": form,
        "pairs": form.pairs(),
        "back_url": back,
        "stale": stale,
        "history": history_table(history, slug, language) if history else None,
    }
    return render(request, "pages/programme_sdg_subject.html", context, status=status)
