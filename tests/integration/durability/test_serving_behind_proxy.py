"""The server behind a web server on the same machine: who asks, over what, and how much they may send."""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.integration.durability.installation import Installation

pytestmark = pytest.mark.own_installation

STRANGER = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
TOO_MUCH = 57 * 1024 * 1024


class BehindProxy(Installation):
    """An installation that is asked through a web server in front."""

    def browser(self) -> httpx.Client:
        """Return a browser whose requests carry the marks of the web server."""
        found = super().browser()
        found.headers.update(STRANGER)
        return found


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = BehindProxy(tmp_path / "seutu")
    try:
        yield made
    finally:
        if made.server:
            made.kill()


def _door(installation: Installation, headers: dict[str, str]) -> httpx.Response:
    address = f"{installation.address}/fi/enter/{installation.entry}/"
    return httpx.get(address, headers=headers, follow_redirects=False)


def test_https_in_front_is_believed_and_its_visitors_are_elsewhere(installation: Installation) -> None:
    installation.start(SEUTU_HTTPS="true")
    page = f"{installation.address}/fi/account/login/"
    assert httpx.get(page, headers=STRANGER).status_code == 200
    assert httpx.get(page).status_code == 301
    for headers in (STRANGER, {**STRANGER, "X-Forwarded-For": "127.0.0.1"}):
        looked = _door(installation, headers)
        assert looked.status_code == 200, "the link was spent by looking at it"
        assert 'method="post"' in looked.text


def test_without_https_a_proxy_is_seen_and_the_size_of_a_body_has_an_end(installation: Installation) -> None:
    installation.start()
    for headers in (STRANGER, {"Forwarded": "for=203.0.113.9"}):
        assert _door(installation, headers).status_code == 200, "the link was spent by looking at it"
    assert _door(installation, {}).status_code == 302
    with socket.create_connection(("127.0.0.1", installation.port), timeout=30) as line:
        line.sendall(
            f"POST /fi/account/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {TOO_MUCH}\r\n\r\n".encode()
        )
        assert b" 413 " in line.recv(100)
