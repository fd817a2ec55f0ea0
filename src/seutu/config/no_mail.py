"""Where messages go when no mail server is set: nowhere, and the log says so without showing what they held."""

import logging
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

logger = logging.getLogger(__name__)


class NoMail(BaseEmailBackend):
    """Sends nothing. A message may hold a link that lets its reader in, so none of it is written anywhere."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Log that the messages were not sent, and return 0."""
        for _message in email_messages:
            logger.warning(
                "a message was not sent: no mail server is set (SEUTU_EMAIL_URL); "
                "`seutu user add` gives a person a link to come in by"
            )
        return 0
