"""Hard and soft success: towns by an index of statistics and by a figure of a survey, in four fields."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from seutu.apps.records.queries import records_of
from seutu.apps.statistics.kinds.indices import INDICES
from seutu.apps.statistics.models import CompositeIndex, SurveyWave
from seutu.apps.statistics.surveys.forms import NoFormError
from seutu.apps.statistics.surveys.results import answers_of_wave, weighting_of
from seutu.apps.statistics.surveys.success import success_of
from seutu.core.problems import InputProblem
from seutu.core.surveys.measures import measures_of, usual
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import workspace_of
from seutu.web.survey_success_pages import success_choices, success_page
from seutu.web.survey_tables import survey_crumbs, wave_or_404
from seutu.web.views.survey_results import waits_for_end


@require_GET
@in_workspace()
def survey_success(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> HttpResponse:
    """Show towns by an index and a figure of the survey; the first of each without a choice."""
    wave, language = wave_or_404(request, survey_id, wave_id), language_of(request)
    slug = workspace_of(request).slug
    indices = list(records_of(INDICES).select_related("place_group").order_by("name"))
    waits = waits_for_end(request, wave)
    results = reverse("survey_results", args=[slug, survey_id, wave_id])
    context: dict[str, Any] = {
        "page_title": _("Statistics and image"),
        "page_kind": f"{wave.survey.name}, {wave.name}",
        "breadcrumbs": [
            *survey_crumbs(slug, wave.survey, language),
            {"label": wave.name, "url": results},
            {"label": _("Statistics and image")},
        ],
        "waits": waits,
        "here": reverse("survey_success", args=[slug, survey_id, wave_id]),
        "indices_url": "" if indices else reverse("collection", args=[slug, INDICES.name]),
        **({} if waits or not indices else _success(request, wave, indices)),
    }
    return render(request, "pages/survey_success.html", context)


def _success(request: HttpRequest, wave: SurveyWave, indices: list[CompositeIndex]) -> dict[str, Any]:
    """Return what the page shows. 404 for an unknown index or figure."""
    language = language_of(request)
    try:
        found = answers_of_wave(wave)
    except NoFormError:
        return {}
    every = measures_of(found.questionnaire)
    if not every or not found.answers:
        return {}
    measure = next((each for each in every if each.key == request.GET.get("figure", usual(every).key)), None)
    index = next((each for each in indices if str(each.pk) == request.GET.get("index", str(indices[0].pk))), None)
    if measure is None or index is None:
        raise Http404
    weighting = weighting_of(found)
    shown: dict[str, Any] = {"choices": success_choices(indices, index, every, measure, language)}
    try:
        told = success_of(found, measure, weighting, index, language, at=timezone.localdate())
    except InputProblem as problem:
        return shown | {"faults": [each.message.in_language(language) for each in problem.problems]}
    names = found.row_names(measure)
    return shown | {
        "weights": weighting.said.in_language(language),
        **success_page(told, index.name, measure, names, language),
    }
