"""The pages of a plan document: its text and versions, approving it, and its files."""

import io
from typing import Final, cast
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.document_operations import approve_document, keep_missing_approved
from seutu.apps.programmes.document_prints import printed_document
from seutu.apps.programmes.document_queries import document_versions
from seutu.apps.programmes.models import PlanDocument
from seutu.apps.records.models import Snapshot
from seutu.apps.records.sheets.columns import Reading
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import kind_named
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.plans import print_plan_document
from seutu.reporting.plans.printing import PageForm
from seutu.web.document_pages import document_page, document_version_page
from seutu.web.form_marks import mark_of
from seutu.web.scoping import in_workspace, language_of, person_of
from seutu.web.standing import workspace_of
from seutu.web.tried_acts import try_act
from seutu.web.views.collections import kind_or_404
from seutu.web.views.exports import file_answer
from seutu.web.views.records import standing_or_404
from seutu.web.whole_numbers import whole_number

FORMS: Final = ("docx", "pdf")


def _document_or_404(request: HttpRequest, document_id: UUID) -> PlanDocument:
    found = cast("PlanDocument", standing_or_404(kind_or_404(request, "plan-documents"), document_id))
    request.area = "plans"  # type: ignore[attr-defined]
    return found


def _version_or_404(document: PlanDocument, number: int) -> Snapshot:
    found = document_versions(document).filter(number=number).first()
    if found is None:
        raise Http404
    return found


@require_GET
@in_workspace(Act.READ_PLANS)
def plan_document(request: HttpRequest, document_id: UUID) -> HttpResponse:
    """Show a document: how it stands, its text, its approved versions."""
    found = _document_or_404(request, document_id)
    context = document_page(request, found, list(document_versions(found)), today=timezone.localdate())
    return render(request, "pages/plan_document.html", context)


@require_GET
@in_workspace(Act.READ_PLANS)
def plan_document_version(request: HttpRequest, document_id: UUID, number: int) -> HttpResponse:
    """Show one version as it was approved."""
    found = _document_or_404(request, document_id)
    context = document_version_page(request, found, _version_or_404(found, number))
    return render(request, "pages/plan_document.html", context)


@require_POST
@in_workspace(Act.WRITE)
def plan_document_approve(request: HttpRequest, document_id: UUID) -> HttpResponse:
    """Mark a document approved on the day told, and keep it as it is now."""
    found, language = _document_or_404(request, document_id), language_of(request)

    def approve() -> None:
        reading = Reading(language=language, finder=SingleFinder())
        column = kind_named("plan-documents").column("approved_on")
        approve_document(
            document=found,
            day=column.read(request.POST.get("day", "").strip(), reading),  # type: ignore[arg-type]
            version=whole_number(request.POST.get("version")),
            by=person_of(request),
            at=timezone.now(),
        )
        messages.success(request, _("The document is approved, and a version of it was kept."))

    try_act(request, approve)
    return redirect("plan_document", workspace_of(request).slug, document_id)


@require_POST
@in_workspace(Act.WRITE)
def plan_document_keep(request: HttpRequest, document_id: UUID) -> HttpResponse:
    """Keep the first version of a document that came in as approved already."""
    found = _document_or_404(request, document_id)

    def keep() -> None:
        keep_missing_approved(document=found, by=person_of(request), at=timezone.now(), mark=mark_of(request))
        messages.success(request, _("A version was kept."))

    try_act(request, keep)
    return redirect("plan_document", workspace_of(request).slug, document_id)


@require_GET
@in_workspace(Act.EXPORT)
def plan_document_file(request: HttpRequest, document_id: UUID, form: str, number: int | None = None) -> FileResponse:
    """Give a document as it stands, or one of its versions, in Word or as PDF."""
    found, language = _document_or_404(request, document_id), language_of(request)
    if form not in FORMS:
        raise Http404
    kept = None if number is None else _version_or_404(found, number)
    content = print_plan_document(
        printed_document(found, language, kept=kept), language=language, form=cast("PageForm", form),
        at=timezone.localdate(),
    )  # fmt: skip
    version = "" if kept is None else f"-v{kept.number}"
    name = f"{slugify(found.name)[:60] or 'document'}{version}.{form}"
    return file_answer(io.BytesIO(content), name, MEDIA_TYPES[form])
