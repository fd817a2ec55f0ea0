"""A project's audit folder as one zip, written as it is sent. Not for what is in it (``funding.audit_folder``)."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.audit_folder import INDEX, MadeFile, folder_files, index_of, make_file
from seutu.apps.funding.retention import project_retention
from seutu.apps.programmes.models import Project
from seutu.apps.records.scope import current_scope, in_scope
from seutu.core.text import Language
from seutu.reporting.documents.archives import stream_archive
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web.project_pages import project_or_404
from seutu.web.retention_words import retention_said
from seutu.web.scoping import in_workspace, language_of


@require_GET
@in_workspace(Act.SHARE)
def audit_folder(request: HttpRequest, project_id: UUID) -> StreamingHttpResponse:
    """Give the folder to those who may give material on: owners and facilitators."""
    project, language = project_or_404(request, project_id), language_of(request)
    today, until = timezone.localdate(), retention_said(project_retention(project), language)
    pieces = stream_archive(_files(project, language, today, until))
    answer = StreamingHttpResponse(pieces, content_type=MEDIA_TYPES["zip"])
    name = f"{slugify(project.code or project.title)[:60] or 'project'}-audit-folder.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _files(project: Project, language: Language, today: date, until: str) -> Iterator[tuple[str, bytes]]:
    """Yield each file and last the index. The answer is sent after the view, so each file enters the scope anew."""
    scope = current_scope()
    files = folder_files(project, language=language, today=today)

    def made() -> Iterator[tuple[str, bytes]]:
        told: list[MadeFile] = []
        for each in files:
            with in_scope(scope.workspace, person=scope.person, role=scope.role):
                entry, content = make_file(each)
            told.append(entry)
            yield each.name, content
        yield INDEX, index_of(project, told, until=until, language=language)

    return made()
