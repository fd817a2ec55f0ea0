"""What has changed between two waves of a survey: a figure of every row in both, the change and how sure it is."""

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
from seutu.apps.records.queries import records_of
from seutu.apps.statistics.kinds.waves import SURVEY_WAVES
from seutu.apps.statistics.models import Survey, SurveyWave
from seutu.apps.statistics.surveys.comparing import WavePair, change_of, paired_of, wave_pair
from seutu.apps.statistics.surveys.forms import NoFormError
from seutu.core.surveys.measures import usual
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.tables import write_csv, write_workbook
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.survey_change_pages import Change, change_page, file_table
from seutu.web.survey_tables import survey_crumbs, survey_or_404
from seutu.web.views.exports import file_answer
from seutu.web.views.survey_results import waits_for_end

FORMS = ("csv", "xlsx")
TWO = 2


@require_GET
@in_workspace()
def survey_changes(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """Show the change of a figure between two waves; the two newest without a choice."""
    survey, language = survey_or_404(request, survey_id), language_of(request)
    slug, waves = workspace_of(request).slug, _waves(survey)
    here = reverse("survey_changes", args=[slug, survey_id])
    context: dict[str, Any] = {
        "page_title": _("Change between waves"),
        "page_kind": survey.name,
        "breadcrumbs": [*survey_crumbs(slug, survey, language), {"label": _("Change between waves")}],
        "here": here,
    }
    if len(waves) >= TWO:
        first, second = _pair(request, waves)
        context["waits"] = waits_for_end(request, first) or waits_for_end(request, second)
        pair, change = (None, None) if context["waits"] else _change(request, first, second)
        context |= change_page(waves, (first, second), pair, change, language)
        if change and allows(request, Act.EXPORT):
            context["page_actions"] = [
                {
                    "label": label,
                    "url": f"{reverse('survey_changes_file', args=[slug, survey_id, form])}?{change.query}",
                    "style": "quiet",
                }
                for form, label in (("csv", _("Table as CSV")), ("xlsx", _("Table as Excel")))
            ]
    return render(request, "pages/survey_changes.html", context)


@require_GET
@in_workspace(Act.EXPORT)
def survey_changes_file(request: HttpRequest, survey_id: UUID, form: str) -> FileResponse:
    """Give the table that is shown as CSV or Excel."""
    survey, language = survey_or_404(request, survey_id), language_of(request)
    waves = _waves(survey)
    if form not in FORMS or len(waves) < TWO:
        raise Http404
    first, second = _pair(request, waves)
    waits = waits_for_end(request, first) or waits_for_end(request, second)
    change = None if waits else _change(request, first, second)[1]
    if change is None:
        raise Http404
    table, stream = file_table(change, language), io.BytesIO()
    if form == "xlsx":
        write_workbook([table], stream, language=language)
    else:
        write_csv(table, stream, form="excel", language=language)
    return file_answer(stream, f"{table.title}-{timezone.localdate().isoformat()}.{form}", MEDIA_TYPES[form])


def _waves(survey: Survey) -> list[SurveyWave]:
    """Return the waves that have a questionnaire, oldest first."""
    found = records_of(SURVEY_WAVES).filter(survey=survey, form_number__isnull=False)
    return list(found.select_related("survey").order_by("opens", "name"))


def _pair(request: HttpRequest, waves: list[SurveyWave]) -> tuple[SurveyWave, SurveyWave]:
    """Return the waves that are asked for in the order of their days. 404 for unknown ones and for one wave twice."""
    known = {str(each.pk): place for place, each in enumerate(waves)}
    asked = [request.GET.get("first") or str(waves[-2].pk), request.GET.get("second") or str(waves[-1].pk)]
    if any(each not in known for each in asked):
        raise Http404
    places = sorted({known[each] for each in asked})
    if len(places) < TWO:
        places = [max(places[0] - 1, 0), max(places[0], 1)]
    return waves[places[0]], waves[places[1]]


def _change(request: HttpRequest, first: SurveyWave, second: SurveyWave) -> tuple[WavePair | None, Change | None]:
    """Return the waves' answers and the change of the figure that is asked for, each None where there is none."""
    try:
        pair = wave_pair(first, second, language_of(request))
    except NoFormError:
        return None, None
    if not pair.measures or not pair.first.answers or not pair.second.answers:
        return pair, None
    key = request.GET.get("figure") or usual(pair.measures).key
    measure = next((each for each in pair.measures if each.key == key), usual(pair.measures))
    return pair, Change((first, second), pair, measure, change_of(pair, measure), paired_of(pair, measure))
