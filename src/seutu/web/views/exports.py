"""Lists as files: what the list shows, in Excel or CSV, and the empty template of a kind."""

import io
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.records.files.exporting import FileForm, export_kind, write_template
from seutu.apps.records.queries import filtered
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web.narrowing import narrowing_of
from seutu.web.scoping import in_workspace, language_of
from seutu.web.views.collections import kind_or_404


def file_answer(content: io.BytesIO, name: str, kind: str) -> FileResponse:
    """Return a file as a download that no browser runs or guesses the kind of."""
    content.seek(0)
    response = FileResponse(content, as_attachment=True, filename=Path(name).name, content_type=kind)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_GET
@in_workspace(Act.EXPORT)
def export(request: HttpRequest, kind: str, form: str) -> FileResponse:
    """Return the list with its filters as a file."""
    declared = kind_or_404(request, kind)
    forms: dict[str, FileForm] = {"xlsx": "xlsx", "csv": "csv", "machine": "machine"}
    if form not in forms:
        raise Http404
    narrowing = narrowing_of(declared, request.GET)
    records = filtered(declared, narrowing.chosen, text=narrowing.text)
    stream = io.BytesIO()
    export_kind(declared, records.iterator(chunk_size=2000), stream, form=forms[form], language=language_of(request))
    suffix = "xlsx" if form == "xlsx" else "csv"
    day = timezone.localdate().isoformat()
    return file_answer(stream, f"{declared.name}-{day}.{suffix}", MEDIA_TYPES[suffix])


@require_GET
@in_workspace(Act.IMPORT)
def template(request: HttpRequest, kind: str) -> FileResponse:
    """Return the empty template of a kind."""
    declared = kind_or_404(request, kind)
    stream = io.BytesIO()
    write_template(declared, stream, language=language_of(request))
    return file_answer(stream, f"{declared.name}.xlsx", MEDIA_TYPES["xlsx"])
