"""Who may do what: one table from role to acts, and the predicates over it.

Views ask `may(role, act)`; templates get the same answer. Not for scoping, which is the records app's.
"""

from enum import StrEnum
from typing import Final

from seutu.apps.accounts.enums import Role


class Act(StrEnum):
    """An act in a workspace that a role may or may not do."""

    READ = "read"
    READ_PERSONAL = "read_personal"
    READ_PLANS = "read_plans"
    COMMENT = "comment"
    WRITE = "write"
    IMPORT = "import"
    EXPORT = "export"
    SHARE = "share"
    ADMINISTER = "administer"


_READER: Final = frozenset({Act.READ})
_CONTRIBUTOR: Final = _READER | {Act.READ_PERSONAL, Act.READ_PLANS, Act.COMMENT, Act.WRITE, Act.EXPORT}
_FACILITATOR: Final = _CONTRIBUTOR | {Act.IMPORT, Act.SHARE}
ALLOWED: Final[dict[str, frozenset[Act]]] = {
    Role.OWNER: _FACILITATOR | {Act.ADMINISTER},
    Role.FACILITATOR: _FACILITATOR,
    Role.CONTRIBUTOR: _CONTRIBUTOR,
    Role.READER: _READER | {Act.READ_PERSONAL, Act.READ_PLANS, Act.COMMENT, Act.EXPORT},
    Role.FUNDER: _READER,
    Role.GUEST: _READER | {Act.READ_PLANS},
}


def may(role: str, act: Act) -> bool:
    """Return whether ``role`` allows ``act``; an unknown role allows nothing."""
    return act in ALLOWED.get(role, frozenset())
