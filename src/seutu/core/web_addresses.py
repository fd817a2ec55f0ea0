"""Which addresses a page may open: those of the web, so that no link runs what somebody put in its place.

Not for what may be fetched (sources/http.py), nor for addresses of our own pages.
"""

from typing import Final

SCHEMES: Final = ("http://", "https://")


def is_of_web(address: str) -> bool:
    """Return whether an address is http or https by its own first letters."""
    return address.lower().startswith(SCHEMES)


def openable(address: str | None) -> str:
    """Return an address that a page may link to; empty when there is none or it is not of the web."""
    return address if address and is_of_web(address) else ""
