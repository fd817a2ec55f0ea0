"""Writes of the keys to the open interface: make, end, note the last use. Not for what a key opens (token_queries)."""

import logging
import secrets
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import OperationalError
from django.utils.crypto import salted_hmac

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.exceptions import NotAllowedError
from seutu.apps.accounts.models import ApiToken, User, Workspace
from seutu.apps.accounts.queries import calendar_digest_of, digest_of, membership_of

PREFIX: Final = "seutu_"
NOTED_EVERY: Final = timedelta(minutes=10)
log = logging.getLogger(__name__)


def make_token(
    *,
    person: User,
    workspace: Workspace,
    label: str,
    role: Role,
    days: int,
    at: datetime,
    calendar: bool = False,
    secret: str = "",
) -> tuple[ApiToken, str]:
    """Make a key and return it with its secret, which is shown once and never stored.

    One for a ``calendar`` opens the calendar's link and nothing of the interface. Without a ``secret`` one is drawn.

    Raises NotAllowedError when the person is no member of the workspace.
    """
    if membership_of(person, workspace.slug) is None:
        raise NotAllowedError
    secret = secret or PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        person=person,
        workspace=workspace,
        label=label,
        role=role,
        digest=calendar_digest_of(secret) if calendar else digest_of(secret),
        created_at=at,
        expires_at=at + timedelta(days=days),
    )
    return token, secret


def secret_of_form(*, person: User, workspace: Workspace, mark: UUID) -> str:
    """Return the secret that a person's form with this mark gives, the same each time; only the server can make it."""
    made = salted_hmac("seutu calendar link", f"{mark} {person.pk} {workspace.pk}", algorithm="sha256").digest()
    return PREFIX + urlsafe_b64encode(made).rstrip(b"=").decode("ascii")


def revoke_token(*, token: ApiToken, at: datetime) -> None:
    """End a key; the next request with it is refused."""
    if token.revoked_at is None:
        token.revoked_at = at
        token.save(update_fields=["revoked_at"])


def note_use(*, token: ApiToken, at: datetime) -> None:
    """Remember when a key was last used, to ten minutes, so that reading does not write at every request.

    A database that is locked refuses the note and not the request: the next request notes it.
    """
    if token.last_used_at is not None and at - token.last_used_at < NOTED_EVERY:
        return
    try:
        token.last_used_at = at
        token.save(update_fields=["last_used_at"])
    except OperationalError:
        log.warning("the use of key %s was not noted: the database did not answer", token.pk)
