"""The page after an import: what was saved, where to go next, and the rejected rows as a file to correct.

Kept for a day, as the files that were sent are. Not for imports that go on as jobs (jobs.py).
"""

import io
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.records.files.rejected import SUFFIX
from seutu.core.figures import write_number
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web.import_steps import counts_shown, crumbs, next_steps, steps
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import workspace_of
from seutu.web.uploads import kept_done, kept_rejected
from seutu.web.views.collections import kind_or_404
from seutu.web.views.exports import file_answer


@never_cache
@require_GET
@in_workspace(Act.IMPORT)
def import_done(request: HttpRequest, kind: str, token: UUID) -> HttpResponse:
    """Say what an import did and what can be done next."""
    declared, here, language = kind_or_404(request, kind), workspace_of(request), language_of(request)
    told = kept_done(here, kind, token)
    if told is None:
        raise Http404
    rejected: int = told["rejected"]
    context: dict[str, Any] = {
        "page_title": _("The file was brought in"),
        "page_kind": f"{declared.plural.in_language(language)} · {told['name']}",
        "breadcrumbs": crumbs(declared, here.slug, language, _("Bring in")),
        "steps": steps(2),
        "counts": counts_shown(told["counts"], rejected, language),
        "notes": told["notes"],
        "page_actions": next_steps(here.slug, declared, language),
    }
    if told["sequence"]:
        address = [here.slug, told["sequence"]]
        context["page_actions"] += [
            {"label": _("See what was saved"), "url": reverse("act", args=address), "style": "quiet"},
            {"label": _("Undo this"), "url": reverse("act_undo", args=address), "method": "post", "style": "quiet"},
        ]
    if rejected:
        context["rejected"] = ngettext(
            "%(count)s row was rejected. Get it as a file with the reason, correct it and bring the file in.",
            "%(count)s rows were rejected. Get them as a file with the reasons, correct them and bring the file in.",
            rejected,
        ) % {"count": write_number(rejected, language)}
        context["download"] = reverse("import_rejected", args=[here.slug, kind, token])
        context["again_url"] = reverse("import", args=[here.slug, kind])
    return render(request, "pages/import_done.html", context)


@require_GET
@in_workspace(Act.IMPORT)
def import_rejected(request: HttpRequest, kind: str, token: UUID) -> FileResponse:
    """Return the rejected rows of an import as they were, with where and why."""
    kind_or_404(request, kind)
    here = workspace_of(request)
    told, path = kept_done(here, kind, token), kept_rejected(here, token)
    if told is None or path is None:
        raise Http404
    return file_answer(io.BytesIO(path.read_bytes()), f"{Path(told['name']).stem[:80]}{SUFFIX}", MEDIA_TYPES["csv"])
