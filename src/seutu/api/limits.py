"""How many requests a key, a person or an address may make in a minute. Not for keeping anybody out for good."""

from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from ninja.throttling import BaseThrottle

from seutu.api.callers import caller_of
from seutu.apps.accounts.request_counts import has_room, seconds_left

WINDOW_SECONDS: Final = 60
KNOWN_LIMIT: Final = 600
UNKNOWN_LIMIT: Final = 120


class PerMinute(BaseThrottle):
    """Counts the requests of a whole minute by the clock; the next minute begins from nothing."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Tell whether the caller's minute still has room, and count the request."""
        who, limit = _counted(request)
        return has_room(f"api:{who}", limit, seconds=WINDOW_SECONDS, at=timezone.now())

    def wait(self) -> float:
        """Return the seconds until the next minute begins."""
        return seconds_left(seconds=WINDOW_SECONDS, at=timezone.now())


def _counted(request: HttpRequest) -> tuple[str, int]:
    caller = caller_of(request)
    if caller is None:
        return f"address:{request.META.get('REMOTE_ADDR', '')}", UNKNOWN_LIMIT
    return (f"key:{caller.token.pk}" if caller.token else f"person:{caller.person.pk}"), KNOWN_LIMIT
