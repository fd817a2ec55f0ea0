"""Django's mail settings from one URL: STARTTLS by default, TLS from the start, or a relay on the own machine.

Not for an installation without mail (no_mail.py).
"""

import ipaddress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from seutu.core.problems import InputProblem
from seutu.core.text import Text

SMTP: Final = "django.core.mail.backends.smtp.EmailBackend"
NO_MAIL: Final = "seutu.config.no_mail.NoMail"
SECONDS: Final = 20
STARTTLS, TLS, PLAIN = "STARTTLS", "TLS", "no TLS"
PORTS: Final = {STARTTLS: 587, TLS: 465, PLAIN: 25}
WRONG: Final = Text(
    fi="Asetus SEUTU_EMAIL_URL ei kelpaa: {why}. Esimerkki: smtp://tunnus:salasana@posti.example.org:587.",
    sv="Inställningen SEUTU_EMAIL_URL duger inte: {why}. Exempel: smtp://namn:losenord@post.example.org:587.",
    en="The setting SEUTU_EMAIL_URL is not right: {why}. Example: smtp://user:password@mail.example.org:587.",
)
SCHEME: Final = Text(
    fi="sen alussa on oltava smtp:// tai smtps://",
    sv="den ska börja med smtp:// eller smtps://",
    en="it must begin with smtp:// or smtps://",
)
PARTS: Final = Text(
    fi="sitä ei voi jakaa osiin; kirjoita tunnuksen ja salasanan erikoismerkit prosenttikoodeina (@ on %40, / on %2F)",
    sv="den kan inte delas upp; skriv specialtecken i namn och lösenord som procentkoder (@ är %40, / är %2F)",
    en="it cannot be taken apart; write special characters of the user and password percent-encoded (@ is %40, / is "
    "%2F)",
)
HOST: Final = Text(
    fi="siitä puuttuu palvelimen nimi", sv="serverns namn saknas", en="the name of the server is missing"
)
LOGIN: Final = Text(
    fi="tunnus ja salasana annetaan yhdessä tai ei kumpaakaan",
    sv="namn och lösenord anges båda eller inget av dem",
    en="a user and a password go together, or neither is given",
)
QUERY: Final = Text(
    fi="kysymysmerkin jälkeen voi olla vain tls=no, ja se kuuluu alkuun smtp://",
    sv="efter frågetecknet får bara tls=no stå, och det hör till smtp://",
    en="only tls=no may follow a question mark, and it goes with smtp://",
)
NEAR: Final = Text(
    fi="tls=no käy vain tämän koneen omalle palvelimelle (localhost, 127.0.0.1, ::1)",
    sv="tls=no gäller bara en server på den egna maskinen (localhost, 127.0.0.1, ::1)",
    en="tls=no is for a server on this machine only (localhost, 127.0.0.1, ::1)",
)


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where messages are handed over, and how."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    security: str

    @property
    def backend(self) -> str:
        """Return what sends the messages: nothing does without a host."""
        return SMTP if self.host else NO_MAIL

    def __str__(self) -> str:
        """Return the server as `seutu check-settings` shows it: without user and password."""
        return f"{self.host}:{self.port} ({self.security})" if self.host else "–"


NONE: Final = MailServer("", 0, "", "", PLAIN)


def from_url(url: str) -> MailServer:
    """Return the mail server of a URL.

    ``smtp://`` turns to TLS by STARTTLS and sends nothing when the server cannot (port 587 unless said); ``smtps://``
    is TLS from the start (465); ``smtp://localhost?tls=no`` is a relay on the own machine (25). User and password may
    be percent-encoded.

    Raises InputProblem, which never shows the URL, for anything else.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise _wrong(PARTS) from None
    if parts.scheme not in {"smtp", "smtps"}:
        raise _wrong(SCHEME)
    if parts.path not in {"", "/"} or parts.fragment:
        raise _wrong(PARTS)
    if not parts.hostname:
        raise _wrong(HOST)
    if bool(parts.username) != bool(parts.password):
        raise _wrong(LOGIN)
    security = _security(parts, parts.hostname)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, port or PORTS[security], user, password, security)


def _security(parts: SplitResult, host: str) -> str:
    if not parts.query:
        return TLS if parts.scheme == "smtps" else STARTTLS
    if parse_qsl(parts.query) != [("tls", "no")] or parts.scheme == "smtps":
        raise _wrong(QUERY)
    if not _is_own_machine(host):
        raise _wrong(NEAR)
    return PLAIN


def _is_own_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _wrong(why: Text) -> InputProblem:
    return InputProblem.because(WRONG.filled(why=why))
