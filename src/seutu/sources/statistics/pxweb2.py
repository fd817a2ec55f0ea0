"""Connector of PxWebApi 2, the interface of PxWeb from 2025 on: tables, metadata and figures as JSON-stat 2.

``GET /config`` tells the limits, ``GET /tables/{id}/metadata`` the variables, ``POST /tables/{id}/data`` brings the
figures of a selection. Not for the first interface (``pxweb``).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from seutu.core.problems import InputProblem
from seutu.sources.http import Refused
from seutu.sources.statistics import cube_words as words
from seutu.sources.statistics.json_stat import DataSet, Dimension, decoded, read_structure
from seutu.sources.statistics.pulling import Asking, Download, PullQuery, Question, parts_of
from seutu.sources.statistics.selections import ITEM, Selection
from seutu.sources.statistics.tables import Publisher, Table, download_table
from seutu.sources.statistics.variables import AREA, CONTENTS, TIME, Variable

MOST: Final = 100_000
NOT_THERE: Final = frozenset({400, 404})
FORMAT: Final = "json-stat2"
_ROLES: Final = {"time": TIME, "geo": AREA, "metric": CONTENTS}
_LICENCES: Final = (("cc0", "CC0 1.0"), ("/by/4.0", "CC BY 4.0"))


@dataclass(frozen=True, slots=True)
class _Server:
    """What a server tells of itself, with the language in which it is asked."""

    base: str
    language: str
    most: int
    licence: str

    def address(self, path: str, **query: str) -> str:
        return f"{self.base}/{path}?{urlencode({'lang': self.language, **query})}"


def download(query: PullQuery, asking: Asking) -> Download:
    """Return the download of a table of the server ``query.url``. Raises ``InputProblem``."""
    if query.url is None:
        raise InputProblem.because(words.no_server("pxweb2"))
    parts = parts_of(query.url)
    server = _asked(urlunsplit(parts._replace(path=parts.path.rstrip("/"), query="", fragment="")), query, asking)
    path = f"tables/{quote(query.table, safe='')}"
    described = _described(server, path, query, asking)
    host = parts.hostname or ""
    table = Table(
        id=query.table,
        title=described.label,
        address=f"{server.base}/{path}",
        variables=variables_of(described),
        most=server.most,
        updated=described.updated,
        units={code: unit for each in described.dimensions for code, unit in each.units.items()},
    )
    publisher = Publisher(
        id=f"pxweb2_{re.sub(r'[^a-z0-9]+', '_', host)}", name=described.source or host, licence=server.licence
    )
    address = server.address(f"{path}/data", outputFormat=FORMAT)
    return download_table(table, publisher, query, asking, lambda piece: Question(address, question_body(piece)))


def question_body(piece: Sequence[Selection]) -> bytes:
    """Return the selection of PxWebApi 2: the values of each variable, and of a grouping its code list."""
    asked = []
    for each in piece:
        one: dict[str, object] = {"variableCode": each.variable.code, "valueCodes": list(each.codes)}
        if each.filter != ITEM:
            one["codelist"] = each.filter.partition(":")[2]
        asked.append(one)
    return json.dumps({"selection": asked}, ensure_ascii=False).encode("utf-8")


def variables_of(described: DataSet) -> tuple[Variable, ...]:
    """Return the variables of a table's metadata."""
    by_role = {name: _ROLES[role] for role, names in described.roles.items() if role in _ROLES for name in names}
    return tuple(_variable(each, by_role.get(each.id, "")) for each in described.dimensions)


def _variable(dimension: Dimension, role: str) -> Variable:
    extension = dimension.extension
    total = extension.get("eliminationValueCode")
    return Variable(
        dimension.id,
        dimension.label,
        dimension.codes,
        tuple(dimension.labels[code] for code in dimension.codes),
        eliminable=extension.get("elimination") is True,
        total=total if isinstance(total, str) else "",
        role=role,
    )


def _asked(base: str, query: PullQuery, asking: Asking) -> _Server:
    """Return what the server tells of itself and keep its pace. One that tells nothing has the usual limits."""
    try:
        plain = asking.read(Question(f"{base}/config"), decoded)
    except Refused:
        plain = {}
    match plain:
        case {"maxCallsPerTimeWindow": int(calls), "timeWindow": int(window)}:
            asking.keep_pace(calls, window)
    facts: dict[str, Any] = plain if isinstance(plain, dict) else {}
    most = facts.get("maxDataCells")
    return _Server(
        base,
        _language(facts, query.language),
        most if isinstance(most, int) and most > 0 else MOST,
        _licence(str(facts.get("license", ""))),
    )


def _language(facts: dict[str, Any], asked: str) -> str:
    """Return the language that was asked, or the server's own where it does not have it."""
    given = facts.get("languages")
    listed = [each.get("id") for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    own = facts.get("defaultLanguage")
    return own if listed and asked not in listed and isinstance(own, str) else asked


def _licence(address: str) -> str:
    return next((name for part, name in _LICENCES if part in address.lower()), address)


def _described(server: _Server, path: str, query: PullQuery, asking: Asking) -> DataSet:
    address = server.address(f"{path}/metadata", outputFormat=FORMAT)
    try:
        return asking.read(Question(address), read_structure, fresh=True)
    except Refused as refused:
        if refused.status not in NOT_THERE:
            raise
        host = urlsplit(server.base).hostname or ""
        raise InputProblem.because(words.no_table(query.table[:80], host, _alike(server, query, asking))) from refused


def _alike(server: _Server, query: PullQuery, asking: Asking) -> str:
    """Return the tables that the server finds by the words, for a message."""
    try:
        plain = asking.read(Question(server.address("tables", query=query.table, pageSize="10")), decoded)
    except Refused:
        return ""
    found = plain.get("tables") if isinstance(plain, dict) else None
    listed = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    return ", ".join(f"{each.get('id')} ({str(each.get('label', ''))[:60]})" for each in listed[:5])
