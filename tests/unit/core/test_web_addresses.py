"""Only addresses of the web become links."""

from typing import Final

import pytest

from seutu.core.web_addresses import openable

OF_THE_WEB: Final = ("https://esimerkki.fi/a?b=c", "http://esimerkki.fi", "HTTPS://ESIMERKKI.FI")
NOT_OF_THE_WEB: Final = (
    "javascript:alert(1)",
    " https://esimerkki.fi",
    "JaVaScRiPt:alert(1)//https://esimerkki.fi",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<p>",
    "vbscript:x",
    "file:///etc/hosts",
    "//esimerkki.fi",
    "/fi/",
    "https:esimerkki.fi",
    "",
    None,
)


@pytest.mark.parametrize("address", OF_THE_WEB)
def test_an_address_of_the_web_is_opened(address: str) -> None:
    assert openable(address) == address


@pytest.mark.parametrize("address", NOT_OF_THE_WEB)
def test_no_other_address_is_opened(address: str | None) -> None:
    assert openable(address) == ""
