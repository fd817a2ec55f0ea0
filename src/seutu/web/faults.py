"""The page of an error nobody foresaw: a full or closed disk is said as what it is, all else is the general page.

It asks neither the database nor the session: they may be what failed. Not for errors of what a person gave.
"""

import sys
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request
from django.views.defaults import bad_request, server_error

from seutu.core.storage import SAID, TITLES, StorageFault, storage_fault
from seutu.core.text import LANGUAGES, Language

STATUS: Final = {StorageFault.FULL: 507, StorageFault.UNWRITABLE: 503}


def fault_page(request: HttpRequest) -> HttpResponse:
    """Answer a request that ended in an error: 507 or 503 when nothing could be written, else 500."""
    fault = storage_fault(sys.exc_info()[1])
    return server_error(request) if fault is None else _storage_page(request, fault)


def request_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that was refused as a whole: Django says so too of a session that could not be saved."""
    fault = storage_fault(exception)
    return bad_request(request, exception) if fault is None else _storage_page(request, fault)


def _storage_page(request: HttpRequest, fault: StorageFault) -> HttpResponse:
    language = _language(request)
    facts = {
        "language": language,
        "title": TITLES[fault].in_language(language),
        "said": SAID[fault].in_language(language),
    }
    return HttpResponse(render_to_string("507.html", facts), status=STATUS[fault])


def _language(request: HttpRequest) -> Language:
    asked = get_language_from_request(request, check_path=True)
    return next((each for each in LANGUAGES if each == asked), "fi")
