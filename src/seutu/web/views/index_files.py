"""The files of an index: its audit as PDF and Word, its results and the origin of every figure as CSV."""

import io
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.statistics.index_prints import FORMS, written_form
from seutu.apps.statistics.index_queries import design_of, worked_out
from seutu.core.problems import InputProblem
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import workspace_of
from seutu.web.views.exports import file_answer
from seutu.web.views.indices import index_or_404


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
