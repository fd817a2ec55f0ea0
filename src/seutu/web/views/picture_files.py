"""The situation picture as files, and the boundaries of its map."""

import io
import json
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.ecosystems.areas import UnknownAreaError
from seutu.apps.ecosystems.queries import assemble_picture
from seutu.apps.places.boundaries import boundary_file, municipal_shapes
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.situation.files import FORMS, content_type, file_name
from seutu.web.scoping import in_workspace, language_of

BOUNDARIES_KEPT: Final = 86400


@require_GET
@in_workspace(Act.EXPORT)
def picture_file(request: HttpRequest, place_kind: str, code: str, form: str) -> HttpResponseBase:
    """Give the picture as a file of the form, in the page's language or the one asked for."""
    if form not in FORMS:
        raise Http404
    language = _language(request)
    try:
        shown = assemble_picture(place_kind, code, at=timezone.localdate(), group=request.GET.get("group") or None)
    except UnknownAreaError:
        raise Http404 from None
    stream = io.BytesIO()
    FORMS[form](shown, language, stream, municipal_shapes())
    disposition = content_disposition_header(as_attachment=True, filename=file_name(shown, form, language))
    return HttpResponse(
        stream.getvalue(), content_type=content_type(form), headers={"Content-Disposition": disposition or "attachment"}
    )


def _language(request: HttpRequest) -> Language:
    asked = request.GET.get("language")
    return next((language for language in LANGUAGES if language == asked), language_of(request))


@require_GET
@in_workspace()
def picture_boundaries(request: HttpRequest) -> HttpResponseBase:
    """Give the boundaries of municipalities as GeoJSON; the browser keeps them for a day and asks by their stamp."""
    shapes = municipal_shapes()
    if shapes is None:
        raise Http404
    facts = boundary_file().stat()
    stamp = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
    same = get_conditional_response(request, etag=stamp)
    if same is not None:
        return same
    text = json.dumps(shapes, separators=(",", ":"), ensure_ascii=False)
    headers = {"ETag": stamp, "Cache-Control": f"private, max-age={BOUNDARIES_KEPT}"}
    return HttpResponse(text, content_type="application/geo+json", headers=headers)
