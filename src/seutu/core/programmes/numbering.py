"""Numbers of work packages, tasks and results in the order people count: 2 before 10, 1.2 before 1.10."""

import re


def natural_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Return the key by which numbers are sorted: runs of digits as numbers, the rest as text, digits first."""
    parts = re.findall(r"[0-9]+|[^0-9]+", number.strip().casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
