"""Headers every answer carries: a strict content security policy, a closed permissions policy, and no copy kept.

Not for files of the look, which whitenoise answers before and browsers keep.
"""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

DIRECTIVES: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)


def policy() -> str:
    """Return the policy; forms may also go to the issuer of single sign-on, where one is set."""
    return "; ".join((*DIRECTIVES, " ".join(("form-action 'self'", *settings.SIGN_IN_ORIGINS))))


class ContentSecurityPolicy:
    """Sets the headers where a view has not set its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policy = policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the headers set."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response
