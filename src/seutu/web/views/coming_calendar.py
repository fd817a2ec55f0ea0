"""What comes as a calendar: a file to fetch, and the link by which a calendar program follows it without signing in.

The link's secret is a key that opens this alone. It sees what its person sees at that moment, and nothing once they
have left the workspace. Not for making the link (views/coming.py) or ending it (views/tokens.py).
"""

import io
from typing import Final

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from seutu.apps.accounts.exceptions import LinkNotValidError
from seutu.apps.accounts.models import ApiToken, Workspace
from seutu.apps.accounts.queries import membership_of
from seutu.apps.accounts.request_counts import has_room, seconds_left
from seutu.apps.accounts.rules import Act, may
from seutu.apps.accounts.token_operations import note_use
from seutu.apps.accounts.token_queries import narrower_role, valid_calendar_token
from seutu.apps.funding.coming_queries import calendar_items
from seutu.apps.records.scope import in_scope
from seutu.core.programmes.coming import DatedItem
from seutu.reporting.calendar import CalendarFile, write_calendar
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.web.coming_pages import chosen_of, filtered, within_of
from seutu.web.scoping import in_workspace, language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url
from seutu.web.views.exports import file_answer

WINDOW_SECONDS: Final = 60
LINK_LIMIT: Final = 30
WRONG_LIMIT: Final = 60


@require_GET
@in_workspace(Act.EXPORT)
def coming_file(request: HttpRequest) -> FileResponse:
    """Give what comes with the page's filters as a calendar's file."""
    content = _calendar(request, workspace_of(request), plans=allows(request, Act.READ_PLANS))
    return file_answer(io.BytesIO(content), f"seutu-{timezone.localdate().isoformat()}.ics", MEDIA_TYPES["ics"])


@never_cache
@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer a calendar program with what its link's person may see now; a link that has ended answers 404."""
    now, token = timezone.now(), _token_of(secret)
    who = f"key:{token.pk}" if token else f"address:{request.META.get('REMOTE_ADDR', '')}"
    limit = LINK_LIMIT if token else WRONG_LIMIT
    if not has_room(f"calendar:{who}", limit, seconds=WINDOW_SECONDS, at=now):
        wait = seconds_left(seconds=WINDOW_SECONDS, at=now)
        return _closed(HttpResponse(status=429, headers={"Retry-After": str(wait)}))
    if token is None:
        raise Http404
    content = _seen_through(request, token)
    note_use(token=token, at=now)
    return _closed(HttpResponse(content, content_type=MEDIA_TYPES["ics"]))


def _token_of(secret: str) -> ApiToken | None:
    try:
        return valid_calendar_token(secret, at=timezone.now())
    except LinkNotValidError:
        return None


def _seen_through(request: HttpRequest, token: ApiToken) -> bytes:
    """Return the calendar under the narrower of the person's role now and the key's; who has no role gets 404."""
    membership = membership_of(token.person, token.workspace.slug)
    role = narrower_role(membership.role, token.role) if membership else ""
    if membership is None or not may(role, Act.EXPORT):
        raise Http404
    with in_scope(membership.workspace, person=token.person, role=role) as scope:
        return _calendar(request, membership.workspace, plans=scope.may(Act.READ_PLANS))


def _calendar(request: HttpRequest, workspace: Workspace, *, plans: bool) -> bytes:
    def address(item: DatedItem) -> str:
        return request.build_absolute_uri(record_url(workspace.slug, item.key.kind, item.key.record))

    chosen = chosen_of(request, plans=plans, trashed=True)
    items = filtered(calendar_items(timezone.localdate(), within_of(chosen)), chosen)
    name = f"{workspace.name} – {_('Coming up')}"
    ordered = sorted(items, key=lambda each: (each.day, each.key))
    return write_calendar(ordered, CalendarFile(name, language_of(request), address), at=timezone.now())


def _closed(answer: HttpResponse) -> HttpResponse:
    """Keep the address with its secret out of search engines and the next page's referrer."""
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
