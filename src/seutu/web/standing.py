"""What in_workspace has found out about a request: its workspace, the role there, and what the role may do.

Not for deciding who gets in: scoping.py does.
"""

from typing import cast

from django.http import HttpRequest

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.accounts.rules import Act, may


def workspace_of(request: HttpRequest) -> Workspace:
    """Return the workspace whose page is asked for."""
    return cast("Workspace", request.workspace)  # type: ignore[attr-defined]  # set by in_workspace


def allows(request: HttpRequest, act: Act) -> bool:
    """Return whether the reader's role in the workspace allows ``act``."""
    return may(request.role, act)  # type: ignore[attr-defined]  # set by in_workspace


def is_guest(request: HttpRequest) -> bool:
    """Return whether the reader came by a guest link, also when they are signed in and a member elsewhere."""
    return request.role == Role.GUEST  # type: ignore[attr-defined,no-any-return]  # set by in_workspace
