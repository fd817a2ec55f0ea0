"""A mail server on this machine's loopback that takes what it is given. Not a test."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

ANSWERS = {b"EHLO": b"250 here", b"QUIT": b"221 bye", b"DATA": b"354 go on"}


@dataclass
class MailServer:
    """Its port, and what it was given: every command, and every message."""

    port: int
    commands: list[str] = field(default_factory=list)
    messages: list[EmailMessage] = field(default_factory=list)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Serve SMTP without TLS."""

    class Session(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 here\r\n")
            while line := self.rfile.readline():
                server.commands.append(line.decode().strip())
                verb = line[:4].upper()
                self.wfile.write(ANSWERS.get(verb, b"250 well") + b"\r\n")
                if verb == b"DATA":
                    self._take()
                if verb == b"QUIT":
                    return

        def _take(self) -> None:
            lines = []
            while (line := self.rfile.readline()) not in {b".\r\n", b""}:
                lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
            server.messages.append(message_from_bytes(b"".join(lines), policy=policy.default))
            self.wfile.write(b"250 taken\r\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session) as listening:
        listening.daemon_threads = True
        server = MailServer(listening.server_address[1])
        serving: Any = threading.Thread(target=lambda: listening.serve_forever(poll_interval=0.01))
        serving.start()
        try:
            yield server
        finally:
            listening.shutdown()
            serving.join()
