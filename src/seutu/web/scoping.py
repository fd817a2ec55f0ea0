"""The door of every page of a workspace: who is it, may they, and the scope in which the page works.

A workspace that is not one's own answers 404, as if it were not there.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.exceptions import LinkNotValidError
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.accounts.queries import membership_of, valid_guest_link
from seutu.apps.accounts.rules import Act, may
from seutu.apps.records.scope import in_scope
from seutu.core.text import LANGUAGES, Language

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
GUEST_SESSION_KEY = "guest_link"


def language_of(request: HttpRequest) -> Language:  # noqa: ARG001 - the language stands in the active translation
    """Return the page's language."""
    return language_now()


def language_now() -> Language:
    """Return the language that is active."""
    active = (get_language() or "fi")[:2]
    return next((language for language in LANGUAGES if language == active), "fi")


def person_of(request: HttpRequest) -> User | None:
    """Return the signed-in person, or None for a guest."""
    return request.user if isinstance(request.user, User) else None


def _role(request: HttpRequest, slug: str) -> tuple[Workspace, str] | None:
    if isinstance(request.user, User):
        membership = membership_of(request.user, slug)
        if membership is not None:
            return membership.workspace, membership.role
    secret = request.session.get(GUEST_SESSION_KEY)
    if secret:
        try:
            link = valid_guest_link(secret, at=timezone.now())
        except LinkNotValidError:
            return None
        if link.workspace.slug == slug:
            return link.workspace, Role.GUEST
    return None


def in_workspace(act: Act = Act.READ) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Open a view to those whose role in the workspace allows ``act``, and run it in the workspace's scope."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, workspace: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            found = _role(request, workspace)
            if found is None:
                if not request.user.is_authenticated and GUEST_SESSION_KEY not in request.session:
                    return redirect_to_login(request.get_full_path())
                raise Http404
            if not may(found[1], act):
                raise Http404
            with in_scope(found[0], person=person_of(request), role=found[1]):
                request.workspace = found[0]  # type: ignore[attr-defined]
                request.role = found[1]  # type: ignore[attr-defined]
                return view(request, *args, **kwargs)

        guarded.workspace_act = act  # type: ignore[attr-defined]
        return guarded

    return decorate
