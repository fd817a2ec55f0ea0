import socket

import pytest

from tests.conftest import NetworkForbiddenError


@pytest.mark.parametrize("address", ["192.0.2.1", "198.51.100.7"])
def test_another_machine_cannot_be_reached(address: str) -> None:
    with socket.socket() as opened, pytest.raises(NetworkForbiddenError):
        opened.connect((address, 80))


def test_another_name_is_not_looked_up() -> None:
    with pytest.raises(NetworkForbiddenError):
        socket.getaddrinfo("example.org", 80)


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), 2) as client:
        assert client.getpeername() == server.getsockname()
