"""What the worker does every hour besides jobs, declared by the app that it belongs to. Not for work a person asks for.

A chore that fails stops no other and is tried again within the hour.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final

Chore = Callable[[datetime], None]
CHORES: Final[dict[str, Chore]] = {}
log = logging.getLogger(__name__)


def chore(function: Chore) -> Chore:
    """Have a function called every hour with the moment."""
    CHORES[f"{function.__module__}.{function.__name__}"] = function
    return function


def do_chores(*, at: datetime) -> None:
    """Do every chore."""
    for name, function in CHORES.items():
        try:
            function(at)
        except Exception:
            log.exception("the chore %s failed and is tried again", name)
