"""A small OpenID Connect issuer on this machine, which a test may let lie. Not a test."""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT: Final = "seutu"
SECRET: Final = "the-secret-of-the-client-at-the-issuer"
EXPIRES: Final = 4102444800
PERSON: Final = {"sub": "person-1", "email": "invited@example.org", "email_verified": True, "name": "Kutsuttu"}


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Issuer:
    """What the issuer answers; ``claims`` and ``told`` change its word, ``key`` and ``algorithm`` how it signs."""

    def __init__(self) -> None:
        self.known = new_key()
        self.key: Any = self.known
        self.algorithm = "RS256"
        self.claims: dict[str, Any] = {}
        self.told: dict[str, Any] = {}
        self.left_out: set[str] = set()
        self.broken: set[str] = set()
        self.asked: dict[str, str] = {}
        self.address = ""

    def document(self) -> dict[str, Any]:
        """Return what discovery tells."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, Any]:
        """Return the public keys."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.known.public_key()))
        return {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Let the person in at once; return where the browser is sent."""
        self.asked = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': 'the-code', 'state': asked['state']})}"

    def token(self, given: dict[str, str]) -> dict[str, Any] | None:
        """Return the tokens for a code; None when the client or its proof is wrong."""
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        right = (CLIENT, SECRET, "the-code", self.asked["code_challenge"])
        if (given.get("client_id"), given.get("client_secret"), given.get("code"), proof) != right:
            return None
        claims = {**PERSON, "iss": self.address, "aud": CLIENT, "exp": EXPIRES, "nonce": self.asked.get("nonce", "")}
        claims = {name: held for name, held in {**claims, **self.claims}.items() if name not in self.left_out}
        signed = jwt.encode(claims, self.key, algorithm=self.algorithm, headers={"kid": "one"})
        answer = {"access_token": "access", "token_type": "Bearer", "expires_in": 60, "id_token": signed}
        return {name: held for name, held in answer.items() if name not in self.left_out}

    def answer(self, path: str, given: dict[str, str]) -> dict[str, Any] | None:
        """Return the answer to a path as JSON; None for nothing."""
        if path in self.broken:
            return None
        if path == "/token":
            return self.token(given)
        answers = {
            "/.well-known/openid-configuration": self.document,
            "/keys": self.keys,
            "/userinfo": lambda: {**PERSON, **self.told},
        }
        return answers[path]() if path in answers else None


@contextmanager
def issuing() -> Iterator[Issuer]:
    """Run an issuer on a free port of this machine."""
    issuer = Issuer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            self._send(issuer.answer(parts.path, _single(parts.query)))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
            self._send(issuer.answer(urlsplit(self.path).path, _single(body)))

        def _send(self, held: dict[str, Any] | None) -> None:
            self.send_response(400 if held is None else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(held or {"error": "invalid_request"}).encode())

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issuer.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _single(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
