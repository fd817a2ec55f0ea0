"""The scoring desk of an application, and its scores as a workbook."""

import io
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.exceptions import StepNotPossibleError
from seutu.apps.funding.models import Application
from seutu.apps.funding.scoring_files import write_scores
from seutu.apps.funding.scoring_operations import Given, save_scores
from seutu.apps.funding.scoring_queries import ScoringState, scoring_of
from seutu.apps.records.exceptions import InvalidValuesError, NotYoursError, StaleVersionError
from seutu.apps.records.sheets.columns import ColumnProblem, Reading
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.scoring_pages import Typed, problem_texts, scoring_page
from seutu.web.standing import allows, workspace_of
from seutu.web.views.applications import application_or_404
from seutu.web.views.exports import file_answer
from seutu.web.whole_numbers import whole_number


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace(Act.READ_PERSONAL)
def scoring(request: HttpRequest, application_id: UUID) -> HttpResponse:
    """Show one's own scores for every criterion and save them in one act; then everybody's results."""
    found = application_or_404(request, application_id)
    if request.method != "POST":
        return _page(request, found)
    person = person_of(request)
    if person is None or not allows(request, Act.WRITE):
        raise Http404
    typed = Typed({name: text for name, text in request.POST.items() if isinstance(text, str)})
    state, language = scoring_of(found), language_of(request)
    given = _given(state, typed, language)
    if typed.problems:
        return _page(request, found, typed, status=422)
    try:
        count = save_scores(application=found, given=given, by=person, at=timezone.now())
    except StaleVersionError:
        typed.is_stale = True
        return _page(request, found, typed, status=409)
    except StepNotPossibleError as error:
        messages.error(request, error.message.in_language(language))
    except NotYoursError as error:
        for text in error.problems.values():
            messages.error(request, text.in_language(language))
    except InvalidValuesError as error:
        typed.problems = problem_texts(error.problems, language)
        return _page(request, found, typed, status=422)
    else:
        said = ngettext("%(count)s score was saved.", "%(count)s scores were saved.", count)
        said %= {"count": write_number(count, language)}
        messages.success(request, said if count else _("Nothing had changed."))
    return redirect("scoring", workspace_of(request).slug, application_id)


def _given(state: ScoringState, typed: Typed, language: Language) -> dict[UUID, Given]:
    """Read the desk's fields; problems stand in ``typed`` by criterion."""
    points_column, comment_column = (kind_named("scores").column(name) for name in ("points", "comment"))
    reading = Reading(language=language, finder=SingleFinder())
    given = {}
    for each in state.criteria:
        key = str(each.pk)
        texts = [typed.texts.get(f"{name}-{key}", "").strip() for name in ("points", "comment", "version")]
        try:
            points: Any = points_column.read(texts[0], reading) if texts[0] else None
            comment = str(comment_column.read(texts[1], reading) or "") if texts[1] else ""
        except ColumnProblem as problem:
            typed.problems[key] = problem.message.in_language(language)
            continue
        given[each.pk] = Given(points, comment, whole_number(texts[2], otherwise=0))
    return given


def _page(request: HttpRequest, found: Application, typed: Typed | None = None, *, status: int = 200) -> HttpResponse:
    request.area = "plans"  # type: ignore[attr-defined]
    context = scoring_page(request, found, scoring_of(found), typed)
    return render(request, "pages/scoring.html", context, status=status)


@require_GET
@in_workspace(Act.EXPORT)
def scoring_file(request: HttpRequest, application_id: UUID) -> FileResponse:
    """Return all scores and comments as a workbook, to those to whom they are open."""
    if not allows(request, Act.READ_PERSONAL):
        raise Http404
    found = application_or_404(request, application_id)
    state = scoring_of(found)
    if state.results is None:
        raise Http404
    stream = io.BytesIO()
    write_scores(state, stream, language=language_of(request))
    return file_answer(stream, f"scores-{timezone.localdate().isoformat()}.xlsx", MEDIA_TYPES["xlsx"])
