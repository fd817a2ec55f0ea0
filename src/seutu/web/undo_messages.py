"""A message that something was done, with a button beside it that undoes it. Not for undoing (views/activity.py)."""

from typing import Final

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

_MARK: Final = "undo:"


def success_with_undo(request: HttpRequest, text: str, *, undo_url: str) -> None:
    """Say that something was done; ``undo_url`` takes the POST of the button."""
    messages.success(request, text, extra_tags=_MARK + undo_url)


def undo_url_of(message: Message) -> str:
    """Return where the act a message tells of is undone; empty for other messages."""
    tags = message.extra_tags or ""
    return tags.removeprefix(_MARK) if tags.startswith(_MARK) else ""
