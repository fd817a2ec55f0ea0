"""The workspace a piece of work happens in. A query on owned rows outside a scope raises.

The scope is a context variable: a view, a command or a job enters it once; managers read it. Not for permissions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.accounts.rules import Act, may
from seutu.apps.records.exceptions import OutsideScopeError


@dataclass(frozen=True, slots=True)
class Scope:
    """A workspace, the person at work in it (None for the system and guests) and the role they have there."""

    workspace: Workspace
    person: User | None
    role: str

    def may(self, act: Act) -> bool:
        """Return whether the role allows ``act``."""
        return may(self.role, act)


_current: ContextVar[Scope | None] = ContextVar("scope", default=None)


def current_scope() -> Scope:
    """Return the scope; raises OutsideScopeError where none was entered."""
    scope = _current.get()
    if scope is None:
        raise OutsideScopeError
    return scope


@contextmanager
def in_scope(workspace: Workspace, *, person: User | None = None, role: str = Role.OWNER) -> Iterator[Scope]:
    """Enter a workspace for the length of a block."""
    scope = Scope(workspace=workspace, person=person, role=role)
    token = _current.set(scope)
    try:
        yield scope
    finally:
        _current.reset(token)
