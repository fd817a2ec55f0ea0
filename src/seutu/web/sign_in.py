"""How people get an account: by invitation only. The rest of signing in is allauth's."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Nobody signs up by themselves; an owner adds members and `seutu user add` the first one."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False."""
        return False
