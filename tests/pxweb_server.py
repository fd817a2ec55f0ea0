"""A small PxWeb server for tests: metadata, limits and figures of one table, in the first interface and the second.

It answers what its table holds, refuses what is too large, and can be told to break. Not a copy of any real server.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from itertools import product
from math import prod
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.local_server import Answer, saying

Codes = tuple[str, ...]


@dataclass
class PxTable:
    """The table: variables of the first interface, and the figure (or sign) of each cell by its codes."""

    path: str
    variables: list[dict[str, Any]]
    figure: Callable[[Codes], float | str | None]
    limit: int = 1000
    told_limit: int | None = None
    updated: str = "2026-06-08T06:00:00Z"
    refusal: int = 403
    folder: list[dict[str, str]] = field(default_factory=list)
    other_languages: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)

    def answer(self, server_bodies: list[bytes]) -> Answer:
        """Return how the server answers each question; ``server_bodies`` are the posted questions so far."""

        def answered(handler: BaseHTTPRequestHandler) -> None:
            address = urlsplit(unquote(handler.path))
            if address.query == "config":
                told = {"maxValues": self.told_limit or self.limit, "maxCalls": 10_000, "timeWindow": 1}
                return _json(handler, told)
            if handler.command == "POST" and address.path == self.path:
                return self._figures(handler, json.loads(server_bodies[-1]))
            if address.path == self.path:
                return _json(handler, {"title": "Väkiluku muuttujina", "variables": self.variables})
            for language, variables in self.other_languages.items():
                if address.path == self.path.replace("/fi/", f"/{language}/"):
                    return _json(handler, {"title": "", "variables": variables})
            if address.path == self.path.rpartition("/")[0] and self.folder:
                return _json(handler, self.folder)
            return saying(b"gone", status=404)(handler)

        return answered

    def _figures(self, handler: BaseHTTPRequestHandler, asked: Mapping[str, Any]) -> None:
        chosen = {each["code"]: each["selection"]["values"] for each in asked["query"]}
        if prod(map(len, chosen.values())) > self.limit:
            return saying(b"too large", status=self.refusal)(handler)
        return _json(handler, json_stat(self.variables, chosen, self.figure, self.updated))


def json_stat(
    variables: Sequence[Mapping[str, Any]],
    chosen: Mapping[str, Sequence[str]],
    figure: Callable[[Codes], float | str | None],
    updated: str = "",
) -> dict[str, Any]:
    """Return the JSON-stat 2 answer to a choice of values; a sign in the place of a figure becomes a status."""
    cells = [figure(codes) for codes in product(*chosen.values())]
    texts = {each["code"]: dict(zip(each["values"], each["valueTexts"], strict=True)) for each in variables}
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Väkiluku",
        "source": "Tilastokeskus, väestörakenne",
        "updated": updated,
        "id": list(chosen),
        "size": [len(codes) for codes in chosen.values()],
        "dimension": {
            name: {
                "label": name,
                "category": {
                    "index": {code: place for place, code in enumerate(codes)},
                    "label": {code: texts[name].get(code, code) for code in codes},
                },
            }
            for name, codes in chosen.items()
        },
        "value": [None if isinstance(cell, str) else cell for cell in cells],
        "status": {str(place): cell for place, cell in enumerate(cells) if isinstance(cell, str)},
    }


def _json(handler: BaseHTTPRequestHandler, plain: object) -> None:
    saying(json.dumps(plain, ensure_ascii=False).encode())(handler)


def variable(code: str, values: Sequence[str], texts: Sequence[str] = (), **facts: object) -> dict[str, Any]:
    """Return a variable as the first interface describes it."""
    return {"code": code, "text": code, "values": list(values), "valueTexts": list(texts or values), **facts}
