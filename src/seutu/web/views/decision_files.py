"""A decision as a document."""

import io
from typing import Final, cast
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.decisions import decision_item
from seutu.apps.funding.models import Decision
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.plans import print_decision
from seutu.reporting.plans.printing import PageForm
from seutu.web.scoping import in_workspace, language_of
from seutu.web.views.collections import kind_or_404
from seutu.web.views.exports import file_answer
from seutu.web.views.records import standing_or_404

FORMS: Final = ("docx", "pdf")


@require_GET
@in_workspace(Act.EXPORT)
def decision_file(request: HttpRequest, decision_id: UUID, form: str) -> FileResponse:
    """Return the decision item, in Word or as PDF."""
    if form not in FORMS:
        raise Http404
    decision = cast("Decision", standing_or_404(kind_or_404(request, "decisions"), decision_id))
    today = timezone.localdate()
    content = print_decision(
        decision_item(decision), language=language_of(request), form=cast("PageForm", form), at=today
    )
    return file_answer(io.BytesIO(content), f"decision-{today.isoformat()}.{form}", MEDIA_TYPES[form])
