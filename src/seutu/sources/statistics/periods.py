"""Periods as statistical offices write them, brought to the store's own form. Not for days and weeks, which it has not.

``2024``, ``2024M04``, ``2024Q1`` and ``2024K1`` become ``2024``, ``2024-04``, ``2024-Q1``.
"""

import re
from typing import Final

_FORMS: Final = re.compile(
    r"^(?P<year>(?:1[5-9]|20|21)\d\d)(?:-?M(?P<month>\d{2})|-(?P<plain>\d{2})|-?[QK](?P<quarter>[1-4]))?$"
)
_MONTHS: Final = 12
PRELIMINARY: Final = "*"


def period_of(code: str, text: str = "") -> str | None:
    """Return the period of a code or, where that is only a number of order, of its text; ``None`` if it is none.

    The star that offices put after a preliminary period does not count.
    """
    for given in (code, text.removesuffix(PRELIMINARY)):
        found = _FORMS.match(given.strip())
        if found is None:
            continue
        month = found["month"] or found["plain"]
        if month is not None and not 1 <= int(month) <= _MONTHS:
            continue
        rest = f"-{month}" if month else f"-Q{found['quarter']}" if found["quarter"] else ""
        return f"{found['year']}{rest}"
    return None
