"""What can go wrong with actors and contacts, one class per error."""

from seutu.apps.records.exceptions import RecordsError
from seutu.core.text import Text


class CannotMergeError(RecordsError):
    """An actor cannot be merged with itself or with one in the trash."""


class CannotHandOverError(RecordsError):
    """The work cannot be handed over so; the message says why and what to do."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


class IsMemberError(RecordsError):
    """A person who works in the workspace cannot be erased from it: the membership is ended first."""
