"""The page that describes the interface: a plain list made from the OpenAPI document, without any script."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.api.limits import KNOWN_LIMIT, UNKNOWN_LIMIT
from seutu.api.problems import PROBLEMS, spoken


def description(request: HttpRequest, document: dict[str, Any]) -> HttpResponse:
    """Show the addresses by part, how to sign in, and every problem with what to do about it."""
    language = spoken()
    problems = [
        {
            "name": kind.name,
            "status": kind.status,
            "title": kind.title.in_language(language),
            "detail": kind.detail.in_language(language),
        }
        for kind in PROBLEMS
    ]
    context = {
        "page_title": _("Open interface"),
        "page_lead": _("Programs read and write the same records as the pages, by the same rules."),
        "document_url": reverse("api-1:openapi"),
        "tokens_url": reverse("tokens"),
        "known_limit": KNOWN_LIMIT,
        "unknown_limit": UNKNOWN_LIMIT,
        "parts": _parts(document),
        "problems": problems,
    }
    return render(request, "pages/interface.html", context)


def _parts(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the operations of the document by their part, in the document's order."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            named = [each["name"] for each in operation.get("parameters", []) if each["in"] == "query"]
            parts.setdefault(operation["tags"][0], []).append(
                {
                    "method": method.upper(),
                    "path": path,
                    "summary": operation["summary"],
                    "parameters": ", ".join(named),
                }
            )
    return [{"name": name, "operations": operations} for name, operations in parts.items()]
