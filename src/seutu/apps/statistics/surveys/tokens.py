"""What an answering page carries signed: its link, its own number, the respondent's draw of rows, when it was opened.

The page's number makes the id of the answer, so that a form sent twice is stored once. Not kept anywhere, and not made
of who answers: it joins nothing.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from django.core import signing

SALT: Final = "seutu survey page"
SPACE: Final = UUID("5f0e2f0c-3d52-4c41-9d6b-0a7f6d6a5b11")
LONGEST: Final = timedelta(days=3)
QUICKEST: Final = timedelta(seconds=3)
SEEDS: Final = 2**31


@dataclass(frozen=True, slots=True)
class PageToken:
    """The signed part of a page. ``opened`` is in whole seconds of UTC."""

    code: str
    number: str
    seed: int
    form_number: int
    opened: int

    @property
    def answer_id(self) -> UUID:
        """Return the id that this page's answer gets."""
        return uuid5(SPACE, f"{self.code} {self.number}")

    def signed(self) -> str:
        """Return the token as the page's form carries it."""
        return signing.dumps([self.code, self.number, self.seed, self.form_number, self.opened], salt=SALT)


class ForgedTokenError(Exception):
    """The token is missing, was made by somebody else, belongs to another link, or is too old."""


def new_token(code: str, form_number: int, *, at: datetime, seed: int | None = None) -> PageToken:
    """Return the token of a page that is opened now; a draft keeps its ``seed``."""
    drawn = secrets.randbelow(SEEDS) if seed is None else seed
    return PageToken(code, secrets.token_urlsafe(16), drawn, form_number, int(at.timestamp()))


def read_token(signed: str, code: str, *, at: datetime) -> PageToken:
    """Return the token of a form that was sent by a link; raises ForgedTokenError."""
    try:
        token = PageToken(*signing.loads(signed, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        raise ForgedTokenError from None
    if token.code != code or not 0 <= at.timestamp() - token.opened + 1 <= LONGEST.total_seconds():
        raise ForgedTokenError
    return token


def is_too_quick(token: PageToken, *, at: datetime) -> bool:
    """Return whether the answer came faster than anybody reads."""
    return at.timestamp() - token.opened < QUICKEST.total_seconds()
