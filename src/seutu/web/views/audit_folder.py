"""A project's audit folder as one zip, whole before it is sent. Not for what is in it (``funding.audit_folder``)."""

import io
from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.audit_folder import audit_files
from seutu.apps.funding.retention import project_retention
from seutu.reporting.documents.archives import write_archive
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web.project_pages import project_or_404
from seutu.web.retention_words import retention_said
from seutu.web.scoping import in_workspace, language_of
from seutu.web.views.exports import file_answer


@require_GET
@in_workspace(Act.SHARE)
def audit_folder(request: HttpRequest, project_id: UUID) -> FileResponse:
    """Give the folder to those who may give material on: owners and facilitators. A fault gives its page, no half."""
    project, language = project_or_404(request, project_id), language_of(request)
    until = retention_said(project_retention(project), language)
    name = f"{slugify(project.code or project.title)[:60] or 'project'}-audit-folder.zip"
    stream = io.BytesIO()
    write_archive(audit_files(project, until=until, language=language, today=timezone.localdate()), stream)
    return file_answer(stream, name, MEDIA_TYPES["zip"])
