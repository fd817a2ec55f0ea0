"""What a log line must not hold: the secret in the address of a link, and a trace of what only the caller did wrong.

Not for personal data in addresses: no address holds any. Where lines go is in settings.py.
"""

import logging
import re
from typing import Any, Final

HIDDEN: Final = "…"
WRONG_HOST: Final = "django.security.DisallowedHost"
_SECRET: Final = re.compile(
    r"(/(?:enter|guest|calendar|password/reset/key|confirm-email)/)[^/\s?\"'\]]+|(/answer/)[^\s?\"'\]]+"
)


def without_secrets(text: str) -> str:
    """Return a text with the secrets of links hidden."""
    return _SECRET.sub(lambda found: f"{found[1] or found[2]}{HIDDEN}", text)


class WithoutSecrets(logging.Filter):
    """Hides secrets in a record's message and in what is put into it; never holds a record back."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record and let it pass."""
        record.msg = _clean(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_clean(each) for each in record.args)
        elif isinstance(record.args, dict):
            record.args = {name: _clean(each) for name, each in record.args.items()}
        return True


class OneLineForWrongHosts(logging.Filter):
    """Says in one line that somebody asked by a host name that is not ours: anybody can do so as often as they like."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take the trace away and let the line pass."""
        if record.name == WRONG_HOST:
            record.exc_info = record.exc_text = None
        return True


def _clean(given: Any) -> Any:
    return without_secrets(given) if isinstance(given, str) else given
