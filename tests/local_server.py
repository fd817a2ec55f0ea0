"""A real web server on this machine's loopback, answering as a test tells it. Nothing outside is ever asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class LocalServer:
    """Its address, what it has been asked, and what it answers in turn: the last answer stays."""

    address: str
    answers: list[Answer] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def root(self) -> str:
        """Return its address without a path."""
        return self.address.removesuffix("/wfs")

    def next_answer(self) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def query(self) -> dict[str, str]:
        """Return the parameters of the last question."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.asked[-1]).query).items()}


@contextmanager
def local_server(*answers: Answer) -> Iterator[LocalServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append(self.path)
            server.next_answer()(self)

        def do_POST(self) -> None:
            server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that the base class has
            del format, args

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    server = LocalServer(f"http://127.0.0.1:{listening.server_port}/wfs", list(answers))
    thread = threading.Thread(target=lambda: listening.serve_forever(poll_interval=0.01))
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        listening.shutdown()
        thread.join()
        listening.server_close()


def saying(
    body: bytes, *, status: int = 200, media_type: str = "application/json", promised: int | None = None, **headers: str
) -> Answer:
    """Answer with a body; ``promised`` is the length that is told, if it is not the true one."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", media_type)
        handler.send_header("Content-Length", str(len(body) if promised is None else promised))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def leading_to(address: str) -> Answer:
    """Answer with a redirect."""
    return saying(b"", status=302, Location=address)


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Answer without end, without saying how long."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 65536)
    except OSError:  # the reader has gone
        return
