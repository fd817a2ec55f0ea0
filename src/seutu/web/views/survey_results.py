"""What the answers of a wave tell: the page of results, and its table as a file."""

import io
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.forms import NoFormError
from seutu.apps.statistics.surveys.pinned_results import PinnedResults, pinned_results
from seutu.apps.statistics.surveys.queries import waits_for_close, wave_is_over
from seutu.apps.statistics.surveys.results import (
    WaveAnswers,
    answers_of_wave,
    fields_of,
    results_of,
    weighting_of,
)
from seutu.apps.statistics.surveys.weighting import Weighting
from seutu.core.surveys.measures import Measure, beside, measures_of, usual
from seutu.core.surveys.result_sentences import lead
from seutu.core.surveys.wave_results import ALL, ResultTable
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.tables import write_csv
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.survey_notices import retention_notices
from seutu.web.survey_result_pages import (
    Shown,
    choices,
    fields_picture,
    file_table,
    folded_of,
    measure_name,
    query_of,
    results_picture,
    results_table,
    rows_sentence,
)
from seutu.web.survey_tables import survey_crumbs, wave_or_404
from seutu.web.views.exports import file_answer


def waits_for_end(request: HttpRequest, wave: SurveyWave) -> bool:
    """Return whether the reader waits for the wave's end: two looks at a wave before it would tell of who came between.

    Whoever may fetch the answers themselves learns nothing by it, and sees the results at once; answers that came by
    personal links are nobody's to fetch before the end.
    """
    if wave_is_over(wave, on=timezone.localdate()):
        return False
    return waits_for_close(wave) or not allows(request, Act.EXPORT)


def _shown(request: HttpRequest, wave: SurveyWave) -> tuple[Shown, tuple[Measure, ...]] | None:
    """Return what the address asks for, and every figure there is; None where there is none. 404 for unknown ones.

    Where a cell is hidden, in the table or in the figure beside it, a reader who may not fetch the answers sees one
    weighting only: a total under two of them is two equations about the cell.
    """
    try:
        found = _found(wave)
    except NoFormError:
        return None
    every = measures_of(found.questionnaire) if found else ()
    if found is None or not every:
        return None
    key, group = request.GET.get("figure") or usual(every).key, request.GET.get("group") or ALL
    measure = next((each for each in every if each.key == key), None)
    if measure is None or group not in {ALL, *found.group_names}:
        raise Http404
    weights = _weights(request)
    table, weighting = _weighed(found, measure, weights)
    second = _second(request, measure, every) if weights else None
    hidden = table.hidden or (second and _weighed(found, second, "")[0].hidden)
    one_way = bool(hidden) and not allows(request, Act.EXPORT)
    if one_way and weights:
        table, weighting = _weighed(found, measure, "")
    return Shown(found, measure, table, group, weighting, weights="" if one_way else weights, one_way=one_way), every


def _second(request: HttpRequest, measure: Measure, every: tuple[Measure, ...]) -> Measure | None:
    """Return the figure that the four fields set beside a figure: the one asked for, else the first there is."""
    others, wanted = beside(measure, every), request.GET.get("beside", "")
    return next((each for each in others if each.key == wanted), others[0] if others else None)


def _weighed(found: WaveAnswers | PinnedResults, measure: Measure, weights: str) -> tuple[ResultTable, Weighting]:
    if isinstance(found, PinnedResults):
        return found.table_of(measure, by_town=weights == "town")
    weighting = weighting_of(found, by_town=weights == "town", equal=weights == "equal")
    return results_of(found, measure, weighting), weighting


def _found(wave: SurveyWave) -> WaveAnswers | PinnedResults | None:
    """Return the answers of a wave or, where they are gone, its kept results; raises NoFormError."""
    found = answers_of_wave(wave)
    return found if found.answers else pinned_results(wave)


def _weights(request: HttpRequest) -> str:
    """Return which weights are asked for: the wave's own without a choice."""
    asked = request.GET.get("weights", "")
    return asked if asked in {"town", "equal"} else ""


@require_GET
@in_workspace()
def survey_results(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> HttpResponse:
    """Show the results of a wave, a figure at a time."""
    wave = wave_or_404(request, survey_id, wave_id)
    slug, language = workspace_of(request).slug, language_of(request)
    waits = waits_for_end(request, wave)
    asked = None if waits else _shown(request, wave)
    context: dict[str, Any] = {
        "page_title": _("Results: %(wave)s") % {"wave": wave.name},
        "page_kind": wave.survey.name,
        "breadcrumbs": [*survey_crumbs(slug, wave.survey, language), {"label": wave.name}, {"label": _("Results")}],
        "notices": retention_notices([wave], language, on=timezone.localdate()),
        "waits": waits,
        "here": reverse("survey_results", args=[slug, survey_id, wave_id]),
    }
    if asked is not None:
        context |= _results(request, wave, *asked)
    return render(request, "pages/survey_results.html", context)


def _results(request: HttpRequest, wave: SurveyWave, shown: Shown, every: tuple[Measure, ...]) -> dict[str, Any]:
    language, weights = language_of(request), shown.weights
    said = [each.in_language(language) for each in lead(shown.measure, shown.table, shown.group, shown.names)]
    address = reverse("survey_results_file", args=[workspace_of(request).slug, wave.survey_id, wave.pk])
    file = {"label": _("Table as CSV"), "url": f"{address}?{query_of(shown, weights=weights)}", "style": "quiet"}
    beside = reverse("survey_success", args=[workspace_of(request).slug, wave.survey_id, wave.pk])
    index = {"label": _("Beside an index"), "url": beside, "style": "second"}
    return {
        "page_actions": [index, file] if allows(request, Act.EXPORT) else [index],
        "figure_name": measure_name(shown.measure, language),
        "said": [*said, *filter(None, [rows_sentence(shown, language)])],
        "choices": choices(shown, every, language, weights=weights),
        "picture": results_picture(shown, language),
        "table": results_table(shown, language),
        "folded": folded_of(shown, language),
        "weights": shown.weighting.said.in_language(language),
        **_fields(request, shown, every),
    }


def _fields(request: HttpRequest, shown: Shown, every: tuple[Measure, ...]) -> dict[str, Any]:
    """Return the four-field table of the figure and another matrix over the same rows; nothing where there is none."""
    others, language = beside(shown.measure, every), language_of(request)
    second = _second(request, shown.measure, every)
    if second is None or isinstance(shown.found, PinnedResults):
        return {}
    fields = fields_of(shown.found, shown.measure, second, shown.weighting)
    options = [{"value": each.key, "label": measure_name(each, language), "chosen": each is second} for each in others]
    picture = None if fields is None else fields_picture(fields, (shown.measure, second), shown.names, language)
    return {"beside": {"name": "beside", "label": _("Beside it"), "options": options}, "fields": picture}


@require_GET
@in_workspace(Act.EXPORT)
def survey_results_file(request: HttpRequest, survey_id: UUID, wave_id: UUID) -> FileResponse:
    """Give the table that is shown as CSV."""
    wave = wave_or_404(request, survey_id, wave_id)
    asked = None if waits_for_end(request, wave) else _shown(request, wave)
    if asked is None:
        raise Http404
    language = language_of(request)
    table, stream = file_table(asked[0], f"{wave.name}-{asked[0].measure.key}", language), io.BytesIO()
    write_csv(table, stream, form="excel", language=language)
    name = f"{wave.name}-{asked[0].measure.key.replace(':', '-')}-{timezone.localdate().isoformat()}.csv"
    return file_answer(stream, name, MEDIA_TYPES["csv"])
