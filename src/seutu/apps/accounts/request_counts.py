"""How many requests somebody has made within a while by the clock. Not for keeping anybody out for good."""

from datetime import datetime

from django.core.cache import cache


def has_room(who: str, limit: int, *, seconds: int, at: datetime) -> bool:
    """Count a request of ``who`` and tell whether it was within the limit; the next while begins from nothing."""
    key = f"requests:{who}:{int(at.timestamp()) // seconds}"
    cache.add(key, 0, timeout=2 * seconds)
    try:
        return cache.incr(key) <= limit
    except ValueError:  # the cache was emptied in between
        return True


def seconds_left(*, seconds: int, at: datetime) -> int:
    """Return the seconds until the next while begins."""
    return seconds - int(at.timestamp()) % seconds
