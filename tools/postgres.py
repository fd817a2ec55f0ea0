"""A throw-away PostgreSQL for tests: its own folder and port, no durability, gone at the end.

`python tools/postgres.py COMMAND …` runs a command with SEUTU_TEST_DATABASE_URL set. Never for real data.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from system import postgresql

OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "jit": "off",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "100",
    "log_min_messages": "fatal",
}
START_SECONDS = 30


def server_user() -> "str | None":
    """Return whom the server runs as: initdb refuses root, so then an unprivileged user of the system."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in names), None)


def free_port() -> int:
    """Return a port of the loopback address that nobody listens to now."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


def wait_until_ready(server: "subprocess.Popen[bytes]", port: int, binaries: Path) -> None:
    """Return when the server answers; raise SystemExit when it ended or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            message = f"PostgreSQL ended at once with code {server.returncode}"
            raise SystemExit(message)
        asked = [
            str(binaries / "pg_isready"),
            "-q",
            "-h",
            "127.0.0.1",
            "-p",
            str(port),
            "-U",
            "seutu",
            "-d",
            "postgres",
        ]
        if subprocess.run(asked, check=False).returncode == 0:
            return
        time.sleep(0.1)
    message = f"PostgreSQL did not answer in {START_SECONDS} seconds"
    raise SystemExit(message)


@contextmanager
def cluster() -> Iterator[str]:
    """Start a private server and yield its URL; stop it and remove its folder whatever happens."""
    binaries = postgresql()
    if binaries is None:
        message = "PostgreSQL was not found; `python tools/system.py postgresql` installs it or says how"
        raise SystemExit(message)
    user = server_user()
    folder = Path(tempfile.mkdtemp(prefix="seutu-postgresql-"))
    try:
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        made = [str(binaries / "initdb"), "-D", str(data), "-U", "seutu", "-A", "trust", "-E", "UTF8", "-N"]
        locale = ["--locale=C.UTF-8"] if sys.platform == "linux" else ["--locale=C"]
        subprocess.run([*made, *locale], user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        port = free_port()
        settings = [part for name, value in OPTIONS.items() for part in ("-c", f"{name}={value}")]
        command = [str(binaries / "postgres"), "-D", str(data), "-p", str(port), *settings]
        server = subprocess.Popen(command, user=user, cwd=folder, start_new_session=True)
        try:
            wait_until_ready(server, port, binaries)
            yield f"postgresql://seutu:seutu@127.0.0.1:{port}/seutu"
        finally:
            stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End the server at once: open connections are dropped, and killed if that does not help."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def main() -> int:
    """Run the command of the arguments beside a throw-away server and return its code."""
    if len(sys.argv) < 2:  # noqa: PLR2004
        print("Usage: python tools/postgres.py COMMAND …", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster() as url:
        environment = {**os.environ, "SEUTU_TEST_DATABASE_URL": url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
