"""The page of a call."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from seutu.apps.funding.call_queries import call_state
from seutu.apps.funding.models import Call
from seutu.web.call_pages import call_page
from seutu.web.scoping import in_workspace
from seutu.web.views.collections import kind_or_404
from seutu.web.views.records import record_or_404


@require_GET
@in_workspace()
def call(request: HttpRequest, call_id: UUID) -> HttpResponse:
    """Show a call: what, when and how much, its criteria, its applications and the money they ask for."""
    found = record_or_404(kind_or_404(request, "calls"), call_id)
    if not isinstance(found, Call) or found.trashed_at is not None:
        raise Http404
    request.area = "plans"  # type: ignore[attr-defined]
    return render(request, "pages/call.html", call_page(request, call_state(found)))
