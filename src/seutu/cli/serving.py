"""`seutu serve`: the web pages and the worker of long jobs in one process.

Not for HTTPS or for several machines: a web server in front does that.
"""

import contextlib
import ipaddress
import logging
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Annotated, Any, Final

import typer

from seutu.cli.failing import language, stop
from seutu.cli.starting import start
from seutu.core.text import Text

END_SECONDS: Final = 4.0
SHORTEST_KEY: Final = 32
FEWEST_CHARACTERS: Final = 10
ROOM_MB: Final = 6  # beside a file of the largest size: the other fields, and a form's pasted rows
OWN_PROXY: Final = "127.0.0.1"
BELIEVED: Final = "x-forwarded-for x-forwarded-proto"
PORT_TAKEN = Text(
    fi="Portti {port} ei aukea osoitteessa {host}: {reason}. Sulje toinen ohjelma tai anna --port {other}.",
    sv="Porten {port} på {host} kan inte öppnas: {reason}. Stäng det andra programmet eller ange --port {other}.",
    en="Port {port} of {host} cannot be opened: {reason}. Close the other program or give --port {other}.",
)
DEBUG_IN_PUBLIC = Text(
    fi="Asetus SEUTU_DEBUG näyttää virhesivuilla ohjelman sisällön, joten sitä ei voi käyttää osoitteessa {host}. "
    "Poista asetus tai kuuntele osoitetta 127.0.0.1.",
    sv="SEUTU_DEBUG visar programmets innehåll på felsidorna och kan inte användas på {host}. "
    "Ta bort inställningen eller lyssna på 127.0.0.1.",
    en="SEUTU_DEBUG shows the program's insides on error pages and cannot be used on {host}. "
    "Remove the setting or listen on 127.0.0.1.",
)
WEAK_KEY = Text(
    fi="SEUTU_SECRET_KEY on liian helppo arvata. Poista asetus, niin Seutu tekee avaimen, tai anna vähintään 32 "
    "satunnaista merkkiä.",
    sv="SEUTU_SECRET_KEY är för lätt att gissa. Ta bort inställningen, så gör Seutu en nyckel, eller ange minst 32 "
    "slumpmässiga tecken.",
    en="SEUTU_SECRET_KEY is too easy to guess. Remove it and Seutu makes a key, or give at least 32 random characters.",
)
ENDED = Text(fi="Lopetettu.", sv="Avslutad.", en="Ended.")


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", help="Serve the pages. Example: seutu serve --port 8000")(serve)


def serve(
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", help="Port to listen on; 0 takes a free one.", min=0, max=65535)
    ] = 8000,
) -> None:
    """Serve the pages until interrupted."""
    start(migrate=False)
    from django.conf import settings

    refuse_unsafe(host, debug=settings.DEBUG, key=settings.SECRET_KEY)
    start()
    run_server(host, port)


def refuse_unsafe(host: str, *, debug: bool, key: str) -> None:
    """End with exit 2 when the settings would open the service: debug for others to see, a key one can guess."""
    if debug and not _is_loopback(host):
        stop(DEBUG_IN_PUBLIC.in_language(language()).format(host=host))
    if is_weak(key):
        stop(WEAK_KEY.in_language(language()))


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_weak(key: str) -> bool:
    """Return whether a signing key is short, made of few characters, or the mark of an unedited example."""
    lowered = key.lower()
    return (
        len(key) < SHORTEST_KEY
        or len(set(key)) < FEWEST_CHARACTERS
        or any(word in lowered for word in ("insecure", "changeme", "change-me", "secret_key", "example"))
    )


def run_server(host: str, port: int, *, ready: Callable[[str], None] | None = None) -> None:
    """Serve with the worker beside, until SIGTERM or Ctrl-C; ``ready`` is told the address when it answers."""
    from django.core.wsgi import get_wsgi_application

    from seutu.apps.jobs.worker import Worker

    server = _opened(get_wsgi_application(), host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{server.effective_port}/"
    worker = Worker()
    answering = [thread for thread in threading.enumerate() if thread is not threading.current_thread()]
    with _ending_on_signals():
        worker.start()
        typer.echo(address)
        sys.stdout.flush()
        if ready is not None:
            ready(address)
        with contextlib.suppress(SystemExit, KeyboardInterrupt):
            server.run()
    stopped = worker.stop(seconds=END_SECONDS)
    _await_threads(answering, END_SECONDS)
    if not stopped:
        logging.getLogger(__name__).warning("a job was left unfinished; it begins anew at the next start")
    typer.echo(ENDED.in_language(language()))


def _await_threads(threads: list[threading.Thread], seconds: float) -> None:
    """Wait for the threads that answered: one still letting go of the warehouse would break off the process at its end.

    They are to be listed beforehand: a thread is no longer enumerated while it lets go of what was its own.
    """
    until = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))


def server_settings(*, upload_limit_mb: int, https: bool, proxy: str | None) -> dict[str, Any]:
    """Return how the server is run: whose word it takes of who asks and how, and how much it takes in at most.

    Marks of a proxy that is not believed are left in the request: the door of one-time links must see them.
    """
    settings: dict[str, Any] = {
        "threads": 8,
        "ident": None,
        "channel_timeout": 60,
        "clear_untrusted_proxy_headers": False,
        "max_request_body_size": (upload_limit_mb + ROOM_MB) * 1024 * 1024,
    }
    believed = proxy or (OWN_PROXY if https else None)
    if believed:
        settings |= {"trusted_proxy": believed, "trusted_proxy_count": 1, "trusted_proxy_headers": BELIEVED}
    return settings


def _opened(application: Any, host: str, port: int) -> Any:
    """Return a server that holds its port; exit 2 when it cannot."""
    from django.conf import settings
    from waitress import create_server

    chosen = settings.OPTIONS
    serving = server_settings(upload_limit_mb=chosen.upload_limit_mb, https=chosen.https, proxy=chosen.proxy)
    try:
        return create_server(application, host=host, port=port, **serving)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        other = port + 1 if 0 < port < 65535 else 8000  # noqa: PLR2004 - the last port
        stop(PORT_TAKEN.in_language(language()).format(port=port, host=host, reason=reason, other=other))


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


@contextmanager
def _ending_on_signals() -> Iterator[None]:
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    except SystemExit:
        return
    finally:
        signal.signal(signal.SIGTERM, before)
