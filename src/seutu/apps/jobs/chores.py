"""What the worker does every hour besides jobs, declared by the app that it belongs to. Not for work a person asks for.

A chore is a function of the moment, named by its dotted path: it is imported when it is first done, since every command
starts with the declarations. A chore that fails stops no other and is tried again within the hour.
"""

import logging
from datetime import datetime
from typing import Final

from django.utils.module_loading import import_string

CHORES: Final[list[str]] = []
log = logging.getLogger(__name__)


def do_hourly(path: str) -> None:
    """Have the function of a dotted path called every hour with the moment."""
    if path not in CHORES:
        CHORES.append(path)


def do_chores(*, at: datetime) -> None:
    """Do every chore."""
    for path in CHORES:
        try:
            import_string(path)(at)
        except Exception:
            log.exception("the chore %s failed and is tried again", path)
