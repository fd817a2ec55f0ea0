"""How people get an account: by invitation only. The rest of signing in is allauth's."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from seutu.apps.accounts.models import User

logger = logging.getLogger(__name__)


class MailFaultError(Exception):
    """A message could not be handed over to the mail server."""


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Nobody signs up by themselves; an owner adds members and `seutu user add` the first one."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a message. Raises MailFaultError, to known and unknown addresses alike, when the server is no help."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as error:
            raise MailFaultError from error


class FirstAddressOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Single sign-on finds a person by their first address alone: further ones may be anybody's who wrote them down."""

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Any:
        """Return the provider; that of OpenID Connect makes every check of the protocol."""
        from seutu.web.single_sign_on import CheckedProvider

        found = super().get_provider(request, provider, client_id=client_id)
        return CheckedProvider(request, app=found.app) if found.id == CheckedProvider.id else found

    def on_authentication_error(self, request: HttpRequest, provider: Any, **told: Any) -> None:
        """Log why single sign-on failed, for the one who runs the service; the person is shown what to do."""
        logger.warning("single sign-on failed: %s", told.get("exception") or told.get("error"))

    def authenticate_by_email(self, sociallogin: Any) -> tuple[User, str] | None:
        """Return the person of an address that the issuer has confirmed, with the address; None for nobody."""
        confirmed = [each.email for each in sociallogin.email_addresses if each.verified]
        for email in confirmed:
            person = User.objects.filter(email__iexact=email).first()
            if person is not None and self.can_authenticate_by_email(sociallogin, email):
                return person, email
        return None
