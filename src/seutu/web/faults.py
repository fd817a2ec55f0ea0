"""The page of an error nobody foresaw.

A full or closed disk, or a mail server that is no help, is said as what it is; all else is the general page. It asks
neither the database nor the session: they may be what failed. Not for errors of what a person gave.
"""

import sys
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request
from django.views.defaults import bad_request, server_error

from seutu.core.storage import SAID, TITLES, StorageFault, storage_fault
from seutu.core.text import LANGUAGES, Language, Text
from seutu.web.sign_in import MailFaultError

MAIL_TITLE: Final = Text(
    fi="Sähköpostia ei voi nyt lähettää", sv="Det går inte att skicka e-post nu", en="Mail cannot be sent now"
)
MAIL_SAID: Final = Text(
    fi="Viesti ei lähtenyt, koska sähköpostipalvelin ei vastaa tai ei ota viestejä vastaan. Yritä hetken päästä "
    "uudelleen. Jos vika jatkuu, ilmoita ylläpitäjälle: hän voi antaa sinulle kirjautumislinkin.",
    sv="Meddelandet skickades inte eftersom e-postservern inte svarar eller inte tar emot meddelanden. Försök igen om "
    "en stund. Om felet kvarstår, meddela administratören, som kan ge dig en inloggningslänk.",
    en="The message was not sent: the mail server does not answer or does not take messages. Try again in a moment. "
    "If it goes on, tell your administrator, who can give you a link to sign in by.",
)
STATUS: Final = {StorageFault.FULL: 507, StorageFault.UNWRITABLE: 503}


def fault_page(request: HttpRequest) -> HttpResponse:
    """Answer a request that ended in an error: 507 or 503 when nothing could be written or sent, else 500."""
    error = sys.exc_info()[1]
    if isinstance(error, MailFaultError):
        return _page(request, MAIL_TITLE, MAIL_SAID, status=503)
    fault = storage_fault(error)
    return server_error(request) if fault is None else _storage_page(request, fault)


def request_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that was refused as a whole: Django says so too of a session that could not be saved."""
    fault = storage_fault(exception)
    return bad_request(request, exception) if fault is None else _storage_page(request, fault)


def _storage_page(request: HttpRequest, fault: StorageFault) -> HttpResponse:
    return _page(request, TITLES[fault], SAID[fault], status=STATUS[fault])


def _page(request: HttpRequest, title: Text, said: Text, *, status: int) -> HttpResponse:
    language = _language(request)
    facts = {"language": language, "title": title.in_language(language), "said": said.in_language(language)}
    return HttpResponse(render_to_string("fault.html", facts), status=status)


def _language(request: HttpRequest) -> Language:
    asked = get_language_from_request(request, check_path=True)
    return next((each for each in LANGUAGES if each == asked), "fi")
