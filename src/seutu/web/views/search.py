"""Search over everything in a workspace, grouped by kind, each hit with the place where the words stand."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from seutu.apps.accounts.rules import Act
from seutu.apps.records.searching import Hits, hits_by_kind, snippet_of
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url

LONGEST = 200


@require_GET
@in_workspace()
def search(request: HttpRequest) -> HttpResponse:
    """Show what holds every word. Personal data is searched only for those who may see it."""
    language, slug = language_of(request), workspace_of(request).slug
    text = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST]
    found = hits_by_kind(text, personal=allows(request, Act.READ_PERSONAL))
    context = {
        "page_title": _("Search: %(text)s") % {"text": text} if text else _("Search"),
        "page_lead": _lead(text, found, language),
        "search_text": text,
        "groups": [_group(each, text, slug, language) for each in found],
        "nothing": _nothing() if text and not found else None,
    }
    return render(request, "pages/search.html", context)


def _lead(text: str, found: list[Hits], language: Language) -> str:
    if not text:
        return _("Write one or more words in the search field. Every word must be found in a record.")
    total = sum(each.total for each in found)
    if not total:
        return ""
    said = ngettext("%(count)s record contains “%(text)s”.", "%(count)s records contain “%(text)s”.", total)
    return said % {"count": write_number(total, language), "text": text}


def _nothing() -> dict[str, Any]:
    return {
        "title": _("Nothing contains these words"),
        "text": _("Try one word, or its beginning. Names are found by every spelling that has been recorded."),
        "example": _("For example “kone” finds Konepaja and koneistus."),
    }


def _group(hits: Hits, text: str, slug: str, language: Language) -> dict[str, Any]:
    kind = hits.kind
    listing = reverse("collection", args=[slug, kind.name]) + "?" + urlencode({"q": text})
    rest = hits.total - len(hits.records)
    more = ngettext("Show %(count)s more", "Show %(count)s more", rest) % {"count": write_number(rest, language)}
    return {
        "id": f"hits-{kind.name}",
        "title": kind.plural.in_language(language),
        "count": write_number(hits.total, language),
        "hits": [
            {
                "title": record.title,
                "url": record_url(slug, kind, record.pk),
                "snippet": snippet_of(kind, record, text),
            }
            for record in hits.records
        ],
        "more": more if rest else "",
        "more_url": listing,
    }
