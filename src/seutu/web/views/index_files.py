"""The files of an index: its audit, results and figures, those for other programs, and a new index of such a file."""

import io
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.rules import Act
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.statistics.index_operations import add_index
from seutu.apps.statistics.index_prints import FORMS, written_form
from seutu.apps.statistics.index_queries import design_of, worked_out
from seutu.apps.statistics.kinds.indices import INDICES
from seutu.apps.statistics.models import CompositeIndex
from seutu.core.problems import InputProblem
from seutu.core.text import Language
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.sources.indices import read_any_workbook
from seutu.web.form_marks import mark_of
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.uploads import forget, is_too_large, keep_file
from seutu.web.views.exports import file_answer
from seutu.web.views.indices import index_or_404

MOST_TOLD: Final = 20


@require_GET
@in_workspace(Act.EXPORT)
def index_file(request: HttpRequest, index_id: UUID, form: str) -> HttpResponseBase:
    """Give one file of an index as it is saved."""
    if form not in FORMS:
        raise Http404
    found, language, today = index_or_404(request, index_id), language_of(request), timezone.localdate()
    try:
        worked = worked_out(found, design_of(found), language, at=today)
        content = written_form(worked, form, found.name, language, at=today)
    except InputProblem as problem:
        messages.error(request, problem.problems[0].message.in_language(language))
        return redirect("index_workshop", workspace_of(request).slug, index_id)
    name = f"{slugify(found.name)[:60] or 'index'}-{form}"
    return file_answer(io.BytesIO(content), name, MEDIA_TYPES[form.rpartition(".")[2]])


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace(Act.WRITE)
def index_bring(request: HttpRequest) -> HttpResponse:
    """Make an index of the structure in a workbook of the COIN Tool, or of iData and iMeta."""
    language, slug = language_of(request), workspace_of(request).slug
    context: dict[str, Any] = {
        "page_title": _("New index of a file"),
        "page_lead": _(
            "A workbook of the COIN Tool, or one with the sheets iData and iMeta. The indicators, directions, weights "
            "and parts are taken; the figures are those that the statistical store has of the same indicators."
        ),
        "breadcrumbs": [
            {"label": INDICES.plural.in_language(language), "url": reverse("collection", args=[slug, "indices"])},
            {"label": _("New index of a file")},
        ],
        "name": request.POST.get("name", ""),
        "problems": [],
    }
    if request.method == "POST":
        made, context["problems"] = _brought(request, language)
        if made is not None:
            messages.success(request, _("The index was made. Its figures are those of the statistical store."))
            return redirect("index_workshop", slug, made.pk)
    return render(request, "pages/index_bring.html", context, status=422 if context["problems"] else 200)


def _brought(request: HttpRequest, language: Language) -> tuple[CompositeIndex | None, list[str]]:
    """Return the index that was made, or what stands in the way."""
    sent = request.FILES.get("file")
    if sent is None:
        return None, [_("Choose a file.")]
    if is_too_large(sent):
        return None, [_("The file is too large. Split it or save it without pictures.")]
    kept = keep_file(workspace_of(request), INDICES.name, sent)
    try:
        found = read_any_workbook(kept.path)
        name = request.POST.get("name", "").strip()[:200] or found.structure.top.name
        made = add_index(
            name=name, structure=found.structure, by=person_of(request), at=timezone.now(), mark=mark_of(request)
        )
    except InputProblem as problem:
        return None, [each.message.in_language(language) for each in problem.problems[:MOST_TOLD]]
    except InvalidValuesError as error:
        return None, [each.in_language(language) for each in error.problems.values()]
    finally:
        forget(kept)
    return made, []
