"""Our own outgoing HTTP: one polite question, streamed into a file. Nothing else of the product opens a connection.

Not for what is in the answer (each source checks its own), nor for mail or sign-in, which their libraries do.
"""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from math import ceil
from pathlib import Path
from ssl import SSLContext
from threading import Timer
from typing import IO, Any, Final
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

import httpx

from seutu import __version__
from seutu.core.problems import InputProblem, Problem
from seutu.sources import http_words as words

SCHEMES: Final = ("http", "https")
REDIRECTS: Final = 5
BUSY: Final = frozenset({408, 429, 500, 502, 503, 504})
LONGEST_WAIT: Final = 30.0
LONGEST_SAID: Final = 20_000
AGENT: Final = f"seutu/{__version__}"
SAME_QUESTION: Final = frozenset({307, 308})
JSON: Final = "application/json"
PACKED: Final = frozenset({"", "identity", "gzip", "deflate"})
"""How an answer may be packed: once, and so that a piece of it unpacks at most a thousandfold."""
LONGEST_NUMBER: Final = 15
CONNECTED: Final = ("connect_tcp.complete", "start_tls.complete")
Progress = Callable[[int, int | None], None]


def _at_once() -> None:
    """Wait for no turn."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost: bytes, seconds to connect, between two pieces and in all, and tries.

    ``turn`` is called before every question that goes out, tries and redirects included: it waits where a server allows
    only so many in a while.
    """

    size: int = 100_000_000
    connect: float = 10.0
    read: float = 60.0
    total: float = 300.0
    tries: int = 3
    pause: Callable[[float], None] = time.sleep
    turn: Callable[[], None] = _at_once


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: from which address in the end, as which media type, how many bytes."""

    address: str
    media_type: str
    size: int


class Refused(InputProblem):
    """The server answered with an error of this ``status``. ``answer`` is what it said, at most 20 000 bytes."""

    answer: str = ""
    status: int = 0


@dataclass(frozen=True, slots=True)
class _Question:
    address: str
    accept: str
    body: bytes | None
    own: str | None

    def headers(self) -> dict[str, str]:
        kind = {} if self.body is None else {"Content-Type": JSON}
        return {"User-Agent": AGENT, "Accept": self.accept, "Accept-Encoding": "gzip, deflate", **kind}


class _Again(Exception):  # a signal between two functions, never seen outside
    """This try failed in a way that another may not."""

    def __init__(self, problem: InputProblem, wait: float = 0.0) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.wait = wait


def fetch(
    address: str,
    target: Path,
    *,
    accept: str,
    body: bytes | None = None,
    named: bool = False,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Fetched:
    """Get an http(s) address into the file ``target``, which is removed again if the fetch fails.

    With a ``body``, which is JSON, it is posted: a question that changes nothing at the server, since it may be asked
    again. It follows only the redirects that keep a question as it is (307, 308).

    A busy or cut answer is tried again after 1, 2, … seconds or what the server asks for, at most 30. Redirects are
    followed at most five times, never from https to anything else, never to a private, loopback or metadata address:
    only the host of ``address`` itself may be one, and only if a person ``named`` it. ``progress`` is told the bytes
    that have come and, where known, how many will. Raises ``InputProblem``, of which ``Refused`` carries the answer.
    """
    bounds = limits or Limits()
    own = _host(address) if named else None
    deadline = time.monotonic() + bounds.total
    for turn in range(1, bounds.tries + 1):
        try:
            return _once(_Question(address, accept, body, own), target, bounds, deadline, progress)
        except _Again as failed:
            target.unlink(missing_ok=True)
            wait = min(max(failed.wait, 2.0 ** (turn - 1)), LONGEST_WAIT)
            if turn == bounds.tries or time.monotonic() + wait > deadline:
                raise failed.problem from failed
            bounds.pause(wait)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    raise AssertionError


def without_secrets(address: str) -> str:
    """Return the address without a user name and a password."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _once(question: _Question, target: Path, bounds: Limits, deadline: float, progress: Progress | None) -> Fetched:
    timeout = httpx.Timeout(bounds.read, connect=bounds.connect)
    address, own = question.address, question.own
    method = "GET" if question.body is None else "POST"
    with (
        _said_clearly(address, deadline),
        _cut_off_at(deadline) as watch,
        httpx.Client(timeout=timeout, headers=question.headers(), verify=_authorities()) as client,
    ):
        for _ in range(REDIRECTS + 1):
            proxied = _check(address, own)
            bounds.turn()
            with client.stream(
                method, address, content=question.body, follow_redirects=False, extensions={"trace": watch}
            ) as answer:
                if answer.has_redirect_location:
                    if question.body is not None and answer.status_code not in SAME_QUESTION:
                        raise InputProblem.because(words.question_lost(_host(address), answer.headers["location"]))
                    address = _next(address, answer.headers["location"])
                    continue
                _check_peer(answer, address, own, proxied=proxied)
                _check_packing(answer, address)
                if not answer.is_success:
                    raise _refusal(answer, address)
                with target.open("wb") as file:
                    size = _pour(answer, file, address, bounds, deadline, progress)
                media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
                return Fetched(without_secrets(address), media_type, size)
    raise InputProblem.because(words.too_many_redirects(_host(address)))


def _pour(
    answer: httpx.Response, file: IO[bytes], address: str, bounds: Limits, deadline: float, progress: Progress | None
) -> int:
    said = _whole_number(answer.headers.get("content-length", ""))
    whole = None if "content-encoding" in answer.headers else said
    if whole is not None and whole > bounds.size:
        raise InputProblem.because(words.too_big(_host(address), bounds.size))
    size = 0
    for piece in answer.iter_bytes():
        size += len(piece)
        if size > bounds.size:
            raise InputProblem.because(words.too_big(_host(address), bounds.size))
        if time.monotonic() > deadline:
            raise InputProblem.because(words.too_slow(_host(address)))
        file.write(piece)
        if progress is not None:
            progress(size, whole)
    if time.monotonic() >= deadline:  # cut off, which looks like an end where no length was told
        raise InputProblem.because(words.too_slow(_host(address)))
    return size


def _refusal(answer: httpx.Response, address: str) -> Exception:
    """Return what to raise of an error answer: another try where the server may only be busy."""
    said = bytearray()
    for piece in answer.iter_bytes():
        said += piece
        if len(said) > LONGEST_SAID:
            break
    host, status = _host(address), answer.status_code
    wait = float(_whole_number(answer.headers.get("retry-after", "")) or 0) if status in BUSY else 0.0
    told = words.asked_to_wait(host, status, ceil(wait / 60)) if wait > LONGEST_WAIT else words.refused(host, status)
    refused = Refused(Problem(told))
    refused.status = status
    refused.answer = bytes(said[:LONGEST_SAID]).decode("utf-8", "replace")
    return _Again(refused, wait) if status in BUSY else refused


def _whole_number(said: str) -> int | None:
    """Return the number of a header; ``None`` for what is none: "²" is a digit, and no number."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= LONGEST_NUMBER else None


def _check_packing(answer: httpx.Response, address: str) -> None:
    """Look how the answer is packed: packed twice, a hundred bytes would fill the memory before they are counted."""
    said = answer.headers.get("content-encoding", "").strip().lower()
    if said not in PACKED:
        raise InputProblem.because(words.packed_otherwise(_host(address), said))


@contextmanager
def _cut_off_at(deadline: float) -> Iterator[Callable[[str, dict[str, Any]], None]]:
    """Give what watches connections being made; at the deadline they are cut, though a byte came just before."""
    made: list[socket.socket] = []

    def cut() -> None:
        for each in made:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def watch(event: str, facts: dict[str, Any]) -> None:
        if event.endswith(CONNECTED):
            made[:] = [facts["return_value"].get_extra_info("socket")]
            if time.monotonic() >= deadline:
                cut()

    timer = Timer(max(deadline - time.monotonic(), 0), cut)
    timer.daemon = True
    timer.start()
    try:
        yield watch
    finally:
        timer.cancel()


@contextmanager
def _said_clearly(address: str, deadline: float) -> Iterator[None]:
    """Turn the library's errors into one sentence each."""
    host = _host(address)
    try:
        yield
    except httpx.TimeoutException as error:
        raise _Again(InputProblem.because(words.too_slow(host))) from error
    except (httpx.NetworkError, httpx.RemoteProtocolError) as error:
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise InputProblem.because(words.not_trusted(host)) from error
        if time.monotonic() >= deadline:
            raise InputProblem.because(words.too_slow(host)) from error
        cut = isinstance(error, httpx.ReadError | httpx.RemoteProtocolError)
        raise _Again(InputProblem.because(words.cut(host) if cut else words.unreachable(host))) from error
    except httpx.DecodingError as error:
        raise _Again(InputProblem.because(words.packed_badly(host))) from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise InputProblem.because(words.unreachable(host)) from error


@cache
def _authorities() -> SSLContext:
    context = httpx.create_ssl_context()
    context.load_default_certs()  # offices put their own authority between
    return context


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _scheme(address: str) -> str:
    return address.partition(":")[0].lower()


def _next(address: str, location: str) -> str:
    """Return where a redirect leads. Raises ``InputProblem`` unless the scheme stays or http becomes https."""
    try:
        new = urljoin(address, location)
    except ValueError as error:
        raise InputProblem.because(words.not_an_address(location)) from error
    before, after = _scheme(address), _scheme(new)
    if after != before and (before, after) != ("http", "https"):
        raise InputProblem.because(words.other_scheme(_host(address), after))
    return new


def _check(address: str, own: str | None) -> bool:
    """Look where an address leads before asking; tell whether a proxy stands between. Raises ``InputProblem``."""
    host, scheme = _host(address), _scheme(address)
    if scheme not in SCHEMES or not host:
        raise InputProblem.because(words.not_an_address(address))
    proxied = scheme in getproxies() and not proxy_bypass(host)
    if host != own and not all(_is_public(found) for found in _addresses(host, proxied=proxied)):
        raise InputProblem.because(words.private(host))
    return proxied


def _addresses(host: str, *, proxied: bool) -> list[str]:
    try:
        return [str(ip_address(host.partition("%")[0]))]
    except ValueError:
        pass
    try:
        return [str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
    except OSError as error:
        if proxied:  # the proxy looks the name up, this machine need not know it
            return []
        raise _Again(InputProblem.because(words.unreachable(host))) from error


def _check_peer(answer: httpx.Response, address: str, own: str | None, *, proxied: bool) -> None:
    """Look at whom the connection was in fact made to: a name may have changed its address since it was checked."""
    if proxied or _host(address) == own:
        return
    stream = answer.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if not peer or not _is_public(str(peer[0])):
        raise InputProblem.because(words.private(_host(address)))


def _is_public(text: str) -> bool:
    address: IPv4Address | IPv6Address = ip_address(text.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_global and not (mapped or address).is_multicast
