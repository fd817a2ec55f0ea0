"""Reads of the keys to the open interface, and how far a key reaches. Not for making or ending them."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from seutu.apps.accounts.exceptions import LinkNotValidError
from seutu.apps.accounts.models import ApiToken, User
from seutu.apps.accounts.queries import calendar_digest_of, digest_of
from seutu.apps.accounts.rules import ALLOWED


def valid_token(secret: str, *, at: datetime) -> ApiToken:
    """Return the key of a secret; raises LinkNotValidError when unknown, expired, revoked or its person has left."""
    return _valid(digest_of(secret), at=at)


def valid_calendar_token(secret: str, *, at: datetime) -> ApiToken:
    """Return the key of a calendar's link, which opens the calendar alone; raises LinkNotValidError as others do."""
    return _valid(calendar_digest_of(secret), at=at)


def is_calendar_secret(secret: str) -> bool:
    """Return whether a calendar's link has been made with this secret, though it may have ended."""
    return ApiToken.objects.filter(digest=calendar_digest_of(secret)).exists()


def _valid(digest: str, *, at: datetime) -> ApiToken:
    token = ApiToken.objects.select_related("person", "workspace").filter(digest=digest).first()
    if token is None or token.revoked_at is not None or token.expires_at <= at or not token.person.is_active:
        raise LinkNotValidError
    return token


def tokens_of(person: User) -> QuerySet[ApiToken]:
    """Return a person's keys, newest first."""
    return ApiToken.objects.select_related("workspace").filter(person=person).order_by("-created_at", "pk")


def token_of(person: User, token_id: UUID) -> ApiToken | None:
    """Return one key of a person, or None."""
    return tokens_of(person).filter(pk=token_id).first()


def narrower_role(one: str, other: str) -> str:
    """Return the role of the two that may do less; a role that allows nothing known is the narrowest."""
    return min((one, other), key=lambda role: len(ALLOWED.get(role, ())))
