"""How many requests a key, a person or an address may make in a minute. Not for keeping anybody out for good."""

from typing import Final

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from ninja.throttling import BaseThrottle

from seutu.api.callers import caller_of
from seutu.api.problems import TOO_MANY, ApiProblem

WINDOW_SECONDS: Final = 60
KNOWN_LIMIT: Final = 600
UNKNOWN_LIMIT: Final = 120


class PerMinute(BaseThrottle):
    """Counts the requests of a whole minute by the clock; the next minute begins from nothing."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Return True; raises ApiProblem with the seconds to wait when the minute is full."""
        who, limit = _counted(request)
        now = int(timezone.now().timestamp())
        key = f"api-minute:{who}:{now // WINDOW_SECONDS}"
        cache.add(key, 0, timeout=2 * WINDOW_SECONDS)
        try:
            count = cache.incr(key)
        except ValueError:  # the cache was emptied in between
            count = 1
        if count > limit:
            wait = WINDOW_SECONDS - now % WINDOW_SECONDS
            raise ApiProblem(TOO_MANY, headers={"Retry-After": str(wait)})
        return True


def _counted(request: HttpRequest) -> tuple[str, int]:
    caller = caller_of(request)
    if caller is None:
        return f"address:{request.META.get('REMOTE_ADDR', '')}", UNKNOWN_LIMIT
    return (f"key:{caller.token.pk}" if caller.token else f"person:{caller.person.pk}"), KNOWN_LIMIT
