"""Writes of the keys to the open interface: make, end, note the last use. Not for what a key opens (token_queries)."""

import logging
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import OperationalError

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.exceptions import NotAllowedError
from seutu.apps.accounts.models import ApiToken, User, Workspace
from seutu.apps.accounts.queries import calendar_digest_of, digest_of, membership_of

PREFIX: Final = "seutu_"
NOTED_EVERY: Final = timedelta(minutes=10)
log = logging.getLogger(__name__)


def make_token(
    *, person: User, workspace: Workspace, label: str, role: Role, days: int, at: datetime, calendar: bool = False
) -> tuple[ApiToken, str]:
    """Make a key and return it with its secret, which is shown once and never stored.

    One for a ``calendar`` opens the calendar's link and nothing of the interface.

    Raises NotAllowedError when the person is no member of the workspace.
    """
    if membership_of(person, workspace.slug) is None:
        raise NotAllowedError
    secret = PREFIX + secrets.token_urlsafe(32)
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
