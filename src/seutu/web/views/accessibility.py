"""The accessibility statement, made from the results of the last accessibility tests."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.web.scoping import language_of

RESULTS: Final = Path(__file__).resolve().parent.parent / "accessibility.json"


@lru_cache(maxsize=1)
def results(path: Path = RESULTS) -> dict[str, Any] | None:
    """Return the results of the last tests, or None where none have been recorded.

    ``{"state": "full"|"partial"|"none", "checked": "2026-03-02", "views": 40, "violations": 0, "faults": [{"what": {…},
    "why": {…}}]}``; what and why are texts in fi, sv and en, or one plain text.
    """
    if not path.exists():
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the statement."""
    language = language_of(request)
    found = results()
    context = {
        "page_title": _("Accessibility statement"),
        "page_lead": _state(found),
        "made": _made(found, language),
        "faults": [_fault(each, language) for each in (found or {}).get("faults", [])],
        "feedback_email": getattr(settings, "FEEDBACK_EMAIL", settings.DEFAULT_FROM_EMAIL),
        "breadcrumbs": [],
    }
    return render(request, "pages/accessibility.html", context)


def _state(found: dict[str, Any] | None) -> str:
    states = {
        "full": _("This service meets the accessibility requirements (WCAG 2.1, level AA)."),
        "partial": _("This service partly meets the accessibility requirements (WCAG 2.1, level AA)."),
        "none": _("This service does not meet the accessibility requirements (WCAG 2.1, level AA) yet."),
    }
    unknown = _("The accessibility of this installation has not been tested yet.")
    return states.get(str((found or {}).get("state")), unknown)


def _made(found: dict[str, Any] | None, language: Language) -> str:
    if found is None:
        return _("No test results have been recorded, so we cannot say how well the requirements are met.")
    said = _(
        "The maker of the service tested the pages on %(day)s with an automatic test in a real browser: %(views)s "
        "views, %(violations)s errors. Keyboard use, a narrow screen and both themes were tested too. An automatic "
        "test finds only some of the faults."
    )
    return said % {
        "day": write_date(date.fromisoformat(found["checked"]), language),
        "views": write_number(int(found["views"]), language),
        "violations": write_number(int(found["violations"]), language),
    }


def _fault(fault: object, language: Language) -> dict[str, str]:
    if not isinstance(fault, dict):
        return {"what": str(fault), "why": ""}
    if "what" not in fault:
        return {"what": _text(fault, language), "why": ""}
    return {"what": _text(fault["what"], language), "why": _text(fault.get("why", ""), language)}


def _text(said: object, language: Language) -> str:
    return str(said.get(language, said.get("fi", ""))) if isinstance(said, dict) else str(said)
