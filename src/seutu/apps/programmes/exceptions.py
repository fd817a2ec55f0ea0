"""What can go wrong in writing of programmes."""

from seutu.core.text import Text


class ReviewChangedError(Exception):
    """Somebody else has saved a review of the subject meanwhile."""


class DocumentNotApprovableError(Exception):
    """A document cannot be approved, or no version of it kept, as it stands; the message says what to do."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message
