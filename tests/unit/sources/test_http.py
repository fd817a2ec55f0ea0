"""Our own outgoing HTTP against a real server on loopback: what is taken, what is refused, what is tried again."""

import gzip
import socket
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources import http
from seutu.sources.http import Fetched, Limits, Refused, fetch, without_secrets
from tests.local_server import PROXIES, LocalServer, endless, leading_to, local_server, saying

BODY = b'{"type": "FeatureCollection"}'
METADATA = "http://169.254.169.254/latest/meta-data"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "answer.json"


class Pauses:
    """Counts the waits instead of waiting."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


def limits(pause: Callable[[float], None] | None = None, *, size: int = 1_000_000, read: float = 5.0) -> Limits:
    return Limits(size=size, connect=5.0, read=read, total=60.0, pause=pause or Pauses())


def got(server: LocalServer, target: Path, given: Limits | None = None) -> Fetched:
    return fetch(server.address, target, accept="application/json", named=True, limits=given or limits())


def test_a_good_answer_is_in_the_file(target: Path) -> None:
    told: list[tuple[int, int | None]] = []
    with local_server(saying(BODY, media_type="application/json; charset=utf-8")) as server:
        fetched = fetch(
            f"{server.address}?a=1",
            target,
            accept="application/json",
            named=True,
            limits=limits(),
            progress=lambda size, whole: told.append((size, whole)),
        )
    assert fetched == Fetched(f"{server.address}?a=1", "application/json", len(BODY))
    assert target.read_bytes() == BODY
    assert told[-1] == (len(BODY), len(BODY))
    assert server.asked == ["/wfs?a=1"]


def test_a_packed_answer_is_unpacked(target: Path) -> None:
    with local_server(saying(gzip.compress(BODY), Content_Encoding="gzip")) as server:
        assert got(server, target).size == len(BODY)
    assert target.read_bytes() == BODY


def test_a_busy_server_is_asked_again_as_it_wishes(target: Path) -> None:
    pauses = Pauses()
    busy = (saying(b"", status=503, Retry_After="7"), saying(b"", status=429, Retry_After="9999"))
    with local_server(*busy, saying(BODY)) as server:
        got(server, target, limits(pauses))
    assert pauses.seconds == [7.0, http.LONGEST_WAIT]
    assert target.read_bytes() == BODY
    with (
        local_server(saying(b"", status=429, Retry_After="3600")) as server,
        pytest.raises(InputProblem, match="error 429 and asks to wait 60 min"),
    ):
        got(server, target, limits(pauses))


def test_a_broken_server_is_asked_three_times(target: Path) -> None:
    pauses = Pauses()
    with local_server(saying(b"no", status=500)) as server, pytest.raises(Refused) as caught:
        got(server, target, limits(pauses))
    assert len(server.asked) == 3
    assert pauses.seconds == [1.0, 2.0]
    assert caught.value.answer == "no"
    assert "500" in caught.value.problems[0].message.fi
    assert not target.exists()


def test_what_is_not_there_is_asked_once(target: Path) -> None:
    with local_server(saying(b"gone" * 10_000, status=404)) as server, pytest.raises(Refused) as caught:
        got(server, target)
    assert len(server.asked) == 1
    assert len(caught.value.answer) == http.LONGEST_SAID


def test_a_slow_server_is_not_waited_for(target: Path) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        del handler
        server.ended.wait(20)

    with local_server(slow) as server:
        with pytest.raises(InputProblem, match="did not answer in time"):
            got(server, target, limits(read=0.05))
        server.ended.set()
    assert len(server.asked) == 3


def test_a_trickle_ends_at_the_whole_time(target: Path) -> None:
    with local_server(endless) as server, pytest.raises(InputProblem, match="did not answer in time"):
        got(server, target, Limits(size=10**12, total=0.2))
    assert not target.exists()


@pytest.mark.parametrize("answer", [endless, saying(BODY, promised=2_000_000)])
def test_too_much_is_refused(target: Path, answer: Callable[[BaseHTTPRequestHandler], None]) -> None:
    with local_server(answer) as server, pytest.raises(InputProblem, match="sends over 1 megabytes"):
        got(server, target)
    assert not target.exists()


def test_a_packed_flood_is_refused(target: Path) -> None:
    flood = saying(gzip.compress(b" " * 5_000_000), Content_Encoding="gzip")
    with local_server(flood) as server, pytest.raises(InputProblem, match="sends over 1 megabytes"):
        got(server, target)
    assert not target.exists()


def test_a_cut_answer_is_tried_again_and_not_kept(target: Path) -> None:
    with local_server(saying(BODY, promised=len(BODY) + 5)) as server, pytest.raises(InputProblem, match="was cut"):
        got(server, target)
    assert len(server.asked) == 3
    assert not target.exists()
    with local_server(saying(BODY, promised=len(BODY) + 5), saying(BODY)) as server:
        got(server, target)
    assert target.read_bytes() == BODY


@pytest.mark.parametrize(
    ("leads_to", "said"),
    [
        ("file:///etc/passwd", "redirects to an address of file"),
        ("ftp://127.0.0.1/a", "redirects to an address of ftp"),
        (METADATA, "private network"),
        ("http://[fd00::1]/", "private network"),
        ("http://[::ffff:10.0.0.1]/", "private network"),
        ("http://localhost:1/", "private network"),
        ("http://10.1.2.3/", "private network"),
        ("http://0.0.0.0/", "private network"),
        ("https:///x", "not a web address"),
        ("http://[half", "not a web address"),
    ],
)
def test_a_redirect_may_not_lead_elsewhere(target: Path, leads_to: str, said: str) -> None:
    with local_server(leading_to(leads_to)) as server, pytest.raises(InputProblem, match=said):
        got(server, target)
    assert len(server.asked) == 1
    assert not target.exists()


def test_a_redirect_on_the_same_host_is_followed(target: Path) -> None:
    with local_server(leading_to("/elsewhere"), saying(BODY)) as server:
        assert got(server, target).address.endswith("/elsewhere")
    assert server.asked == ["/wfs", "/elsewhere"]


def test_redirects_do_not_go_round(target: Path) -> None:
    with local_server(leading_to("/wfs")) as server, pytest.raises(InputProblem, match="from address to address"):
        got(server, target)
    assert len(server.asked) == http.REDIRECTS + 1


def test_https_never_becomes_http() -> None:
    with pytest.raises(InputProblem, match="redirects to an address of http"):
        http._next("https://a.example/x", "http://a.example/y")
    assert http._next("http://a.example/x", "https://a.example/y") == "https://a.example/y"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "169.254.169.254", "192.168.1.1", "[::1]"])
def test_a_private_address_that_nobody_named_is_refused(target: Path, host: str) -> None:
    with pytest.raises(InputProblem, match="private network"):
        fetch(f"http://{host}/", target, accept="application/json", limits=limits())


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a.example/", "a.example", "http://", "//a", "http://[x"]
)
def test_only_the_web_is_asked(target: Path, address: str) -> None:
    with pytest.raises(InputProblem, match="is not a web address"):
        fetch(address, target, accept="application/json", named=True, limits=limits())


def test_a_name_that_changes_its_address_meanwhile_is_refused(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is public when it is looked at and private when the connection is made."""
    true = socket.getaddrinfo
    turns = iter([[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 0))]])
    with local_server(saying(BODY)) as server:
        monkeypatch.setattr(http.socket, "getaddrinfo", lambda *a, **k: next(turns, None) or true(*a, **k))
        with pytest.raises(InputProblem, match="private network"):
            fetch(server.address, target, accept="application/json", limits=limits())
    assert not target.exists()


def test_a_name_that_nobody_knows_is_said(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **kwargs: object) -> None:
        raise socket.gaierror(-2, "unknown")

    monkeypatch.setattr(http.socket, "getaddrinfo", unknown)
    with pytest.raises(InputProblem, match=r"The server nobody\.example cannot be reached"):
        fetch("https://nobody.example/", target, accept="application/json", limits=limits())


def test_a_closed_door_is_said(target: Path) -> None:
    with local_server(saying(BODY)) as server:
        pass
    with pytest.raises(InputProblem, match="cannot be reached"):
        got(server, target)


def test_an_interrupted_fetch_leaves_nothing(target: Path) -> None:
    def stop(size: int, whole: int | None) -> None:
        raise KeyboardInterrupt

    with local_server(saying(BODY)) as server, pytest.raises(KeyboardInterrupt):
        fetch(server.address, target, accept="application/json", named=True, limits=limits(), progress=stop)
    assert not target.exists()


def test_the_password_of_an_address_is_not_kept() -> None:
    assert without_secrets("https://me:word@a.example:8443/wfs?a=1") == "https://a.example:8443/wfs?a=1"


def test_a_question_is_posted_as_json_and_asked_again_whole(target: Path) -> None:
    kinds: list[str | None] = []

    def told(handler: BaseHTTPRequestHandler) -> None:
        kinds.append(f"{handler.command} {handler.headers['Content-Type']}")
        saying(BODY)(handler)

    with local_server(saying(b"", status=503), told) as server:
        fetch(server.address, target, accept="application/json", body=b'{"q": 1}', named=True, limits=limits())
    assert server.bodies == [b'{"q": 1}'] * 2
    assert kinds == ["POST application/json"]
    assert target.read_bytes() == BODY


def test_a_question_follows_only_a_redirect_that_keeps_it(target: Path) -> None:
    with local_server() as server:
        server.answers[:] = [saying(b"", status=307, Location=f"{server.root}/new"), saying(BODY)]
        fetch(server.address, target, accept="application/json", body=b"{}", named=True, limits=limits())
        assert (server.asked, server.bodies) == (["/wfs", "/new"], [b"{}", b"{}"])
        server.answers[:] = [leading_to(f"{server.root}/new")]
        with pytest.raises(InputProblem, match="would lose its content"):
            fetch(server.address, target, accept="application/json", body=b"{}", named=True, limits=limits())


def test_a_question_never_follows_into_a_private_network(target: Path) -> None:
    with local_server(saying(b"", status=308, Location=METADATA)) as server, pytest.raises(InputProblem) as caught:
        fetch(server.address, target, accept="application/json", body=b"{}", named=True, limits=limits())
    assert "private network" in str(caught.value)
    assert len(server.bodies) == 1


def test_every_question_waits_for_its_turn(target: Path) -> None:
    turns: list[int] = []
    with local_server(saying(b"", status=429), saying(BODY)) as server:
        bounds = Limits(pause=Pauses(), turn=lambda: turns.append(len(server.asked)))
        fetch(server.address, target, accept="application/json", named=True, limits=bounds)
    assert turns == [0, 1]


def test_a_refusal_tells_its_status(target: Path) -> None:
    with local_server(saying(b"too large", status=403)) as server, pytest.raises(Refused) as caught:
        got(server, target)
    assert (caught.value.status, caught.value.answer) == (403, "too large")


@pytest.mark.parametrize("begun", ["", "X-A: 1\r\n\r\n"])
@pytest.mark.parametrize("status", [200, 403])
def test_no_byte_at_a_time_outlasts_the_whole_time(target: Path, status: int, begun: str) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(f"HTTP/1.0 {status} Slow\r\nX-Slow: {begun}".encode())
        with suppress(OSError):
            while not server.ended.wait(0.02):
                handler.wfile.write(b"a")

    with local_server(drip) as server:
        with pytest.raises(InputProblem, match=r"in time|error 403"):
            got(server, target, Limits(total=0.2, read=5.0))
        server.ended.set()
    assert not target.exists()


def test_a_packed_answer_that_is_broken_is_said_so(target: Path) -> None:
    broken = saying(b"no gzip", Content_Encoding="gzip")
    with local_server(broken) as server, pytest.raises(InputProblem, match=r"packed answer of .* is broken"):
        got(server, target)
    assert not target.exists()


@pytest.mark.parametrize("packing", ["gzip, gzip", "br", "zstd"])
def test_what_could_fill_the_memory_is_not_unpacked(target: Path, packing: str) -> None:
    bomb = saying(gzip.compress(gzip.compress(b" " * 1_000_000)), Content_Encoding=packing)
    with local_server(bomb) as server, pytest.raises(InputProblem, match="not unpacked"):
        got(server, target)
    assert not target.exists()


def test_a_wait_that_is_no_number_is_none(target: Path) -> None:
    pauses = Pauses()
    with local_server(saying(b"", status=429, Retry_After="²"), saying(BODY)) as server:
        got(server, target, limits(pauses))
    assert pauses.seconds == [1.0]
