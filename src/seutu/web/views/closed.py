"""Pages of the sign-in library that nobody here uses: not there. Which they are stands in routes/sign_in.py."""

from typing import Never

from django.http import Http404, HttpRequest


def closed(_request: HttpRequest, **_parts: str) -> Never:
    """Answer as an address that does not exist."""
    raise Http404
