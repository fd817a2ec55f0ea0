"""Who asks, and the workspace their request works in: a key in a header, or a signed-in person's session.

A workspace that is not one's own answers 404, as if it were not there. Not for what a role may do: accounts.rules.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from seutu.api.problems import NOT_ALLOWED, NOT_FOUND, NOT_FROM_OUR_PAGE, NOT_SIGNED_IN, ApiProblem
from seutu.apps.accounts.exceptions import LinkNotValidError
from seutu.apps.accounts.models import ApiToken, User
from seutu.apps.accounts.queries import membership_of
from seutu.apps.accounts.rules import Act, may
from seutu.apps.accounts.token_operations import note_use
from seutu.apps.accounts.token_queries import narrower_role, valid_token
from seutu.apps.records.scope import Scope, in_scope


@dataclass(frozen=True, slots=True)
class Caller:
    """The person behind a request, and the key they sent, if any."""

    person: User
    token: ApiToken | None = None


class Key(HttpBearer):
    """A personal key to one workspace. A wrong one is refused even where a session would have done."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        """Return the caller; raises ApiProblem."""
        now = timezone.now()
        try:
            found = valid_token(token.strip(), at=now)
        except LinkNotValidError:
            raise ApiProblem(NOT_SIGNED_IN, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'}) from None
        note_use(token=found, at=now)
        return Caller(found.person, found)


class Session(APIKeyCookie):
    """The session of a page; a request that changes something must carry the page's CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Caller | None:
        """Return the caller, or None when nobody is signed in; raises ApiProblem."""
        return self.authenticate(request, None)

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        """Return the caller, or None when nobody is signed in; raises ApiProblem."""
        if not isinstance(request.user, User) or not request.user.is_active:
            return None
        if check_csrf(request) is not None:
            raise ApiProblem(NOT_FROM_OUR_PAGE)
        return Caller(request.user)


def caller_of(request: HttpRequest) -> Caller | None:
    """Return who asks, or None where nobody needs to be known."""
    caller = getattr(request, "auth", None)
    return caller if isinstance(caller, Caller) else None


@contextmanager
def workspace_scope(request: HttpRequest, slug: str, act: Act) -> Iterator[Scope]:
    """Enter a workspace of the caller's with the narrower of their role and their key's; raises ApiProblem."""
    caller = caller_of(request)
    if caller is None:
        raise ApiProblem(NOT_SIGNED_IN)
    membership = membership_of(caller.person, slug)
    if membership is None or (caller.token and caller.token.workspace_id != membership.workspace_id):
        raise ApiProblem(NOT_FOUND)
    role = narrower_role(membership.role, caller.token.role) if caller.token else membership.role
    if not may(role, act):
        raise ApiProblem(NOT_ALLOWED)
    with in_scope(membership.workspace, person=caller.person, role=role) as scope:
        yield scope
