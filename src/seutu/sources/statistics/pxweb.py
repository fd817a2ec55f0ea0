"""Connector of PxWeb's first interface (v1), by default Statistics Finland's.

GET of a table gives its variables, POST of a question its figures as JSON-stat 2. Everything is resolved from what the
table says of itself: codes and file names changed in June 2026 and change again. Not for PxWebApi 2 (``pxweb2``).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit, urlunsplit

from seutu.core.problems import InputProblem
from seutu.core.text import LANGUAGES
from seutu.sources.http import Refused
from seutu.sources.statistics import cube_words as words
from seutu.sources.statistics.json_stat import decoded
from seutu.sources.statistics.pulling import Asking, Download, PullQuery, Question
from seutu.sources.statistics.selections import Selection
from seutu.sources.statistics.tables import Publisher, Table, download_table
from seutu.sources.statistics.variables import TIME, Variable

STATISTICS_FINLAND: Final = "https://pxdata.stat.fi/PxWeb/api/v1"
DATABASE: Final = "StatFin"
DATABASES: Final = frozenset(
    {"statfin", "statfin_passiivi", "kuntien_avainluvut", "postinumeroalueittainen_avoin_tieto"}
)
NAMES: Final = {"fi": "Tilastokeskus", "sv": "Statistikcentralen", "en": "Statistics Finland"}
LICENCE: Final = "CC BY 4.0"
FOLDERS: Final = {
    **dict.fromkeys(("11ra", "11re"), "vaerak"),
    **dict.fromkeys(("11a1", "11a2", "11ae"), "muutl"),
    **dict.fromkeys(("128v", "14wx"), "vaenn"),
    **dict.fromkeys(("115b", "115h", "115j", "115p", "115s", "115u", "115x"), "tyokay"),
    **dict.fromkeys(("12r5", "12tg", "12ti"), "tyonv"),
    **dict.fromkeys(("11ak", "11dc", "11ft", "13wv", "13wz"), "alyr"),
    **dict.fromkeys(("12bc", "12bd", "12be", "12bf", "12bg"), "altp"),
    **dict.fromkeys(("12bq", "12bs"), "vkour"),
    "11yq": "aly",
    "125t": "tkke",
}
"""The statistic of tables that are often asked, so that their own four characters are enough."""
MOST: Final = 120_000
NOT_THERE: Final = frozenset({400, 404})
_OLD_NAME: Final = re.compile(r"^(?:statfin_)?(?:(?P<folder>[a-z]+)_)?pxt_(?P<id>[0-9a-z]{4})(?:_\d{4})?$")
_SHORT: Final = re.compile(r"^[0-9][0-9a-z]{3}$")
_FILE: Final = ".px"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a table stands on a server: the base with its language, the folders and the name of its file."""

    base: str
    folders: tuple[str, ...]
    file: str

    def address(self, file: str | None = None) -> str:
        return "/".join((self.base, *(quote(each, safe="") for each in (*self.folders, file or self.file))))

    def folder(self) -> str:
        return "/".join((self.base, *(quote(each, safe="") for each in self.folders)))


def download_from_statistics_finland(query: PullQuery, asking: Asking) -> Download:
    """Return the download of a table of Statistics Finland: ``vaerak/11ra``, ``Kuntien_avainluvut/2025/….px``.

    Old file names (``statfin_vaerak_pxt_11ra.px``) are understood. Raises ``InputProblem``.
    """
    place = _finnish_place(query)
    publisher = Publisher(id="statfin", name=NAMES[query.language], licence=LICENCE)
    return _download(place, publisher, query, asking)


def download(query: PullQuery, asking: Asking) -> Download:
    """Return the download of a table of any PxWeb server: ``query.url`` and the path below its language.

    Raises ``InputProblem``.
    """
    if query.url is None:
        raise InputProblem.because(words.no_server("pxweb"))
    parts = [part for part in query.table.split("/") if part]
    place = _Place(_base(query.url, query.language), tuple(parts[:-1]), parts[-1] if parts else "")
    host = urlsplit(query.url).hostname or ""
    publisher = Publisher(id=f"pxweb_{re.sub(r'[^a-z0-9]+', '_', host)}", name=host, licence="")
    return _download(place, publisher, query, asking)


def _finnish_place(query: PullQuery) -> _Place:
    parts = [part for part in query.table.strip().split("/") if part]
    base = _base(query.url or STATISTICS_FINLAND, query.language)
    name = parts.pop() if parts else ""
    plain = name.removesuffix(_FILE)
    old = _OLD_NAME.match(plain.lower())
    if old is not None:
        plain = old["id"]
        parts = parts or [old["folder"] or ""]
    elif _SHORT.match(plain.lower()):
        plain = plain.lower()
    if parts in ([], [""]):
        folder = FOLDERS.get(plain)
        if folder is None:
            raise InputProblem.because(words.no_folder(query.table[:80] or "?"))
        parts = [folder]
    if parts[0].casefold() not in DATABASES:
        parts = [DATABASE, *parts]
    return _Place(base, tuple(parts), f"{plain}{_FILE}")


def _base(url: str, language: str) -> str:
    """Return the address with its language, which may already stand there; a query and a fragment go."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    if path.rpartition("/")[2] not in LANGUAGES:
        path = f"{path}/{language}"
    return urlunsplit(parts._replace(path=path, query="", fragment=""))


def _download(place: _Place, publisher: Publisher, query: PullQuery, asking: Asking) -> Download:
    most = _limits(place, asking)
    place, (title, variables) = _described(place, asking)
    identifier = short_id(place.file)
    table = Table(id=identifier, title=title, address=place.address(), variables=variables, most=most)
    return download_table(table, publisher, query, asking, lambda piece: Question(table.address, question_body(piece)))


def short_id(file: str) -> str:
    """Return the four characters of a table: of ``statfin_vaerak_pxt_11ra.px`` and ``11ra.px`` 11ra; else the name."""
    plain = file.removesuffix(_FILE)
    old = _OLD_NAME.match(plain.lower())
    return old["id"] if old is not None else plain


def question_body(piece: Sequence[Selection]) -> bytes:
    """Return the question of PxWeb: for each variable a filter and values, the answer as JSON-stat 2."""
    asked = [
        {"code": each.variable.code, "selection": {"filter": each.filter, "values": list(each.codes)}} for each in piece
    ]
    plain = {"query": asked, "response": {"format": "json-stat2"}}
    return json.dumps(plain, ensure_ascii=False).encode("utf-8")


def _limits(place: _Place, asking: Asking) -> int:
    """Return how many figures a question may bring and keep the server's pace. One that tells none has the usual."""
    try:
        plain = asking.read(Question(f"{place.base}/?config"), decoded)
    except Refused:
        return MOST
    if not isinstance(plain, dict):
        return MOST
    match plain:
        case {"maxCalls": int(calls), "timeWindow": int(window)}:
            asking.keep_pace(calls, float(window))
    told = [plain.get(name) for name in ("maxValues", "maxCells")]
    return min((each for each in told if isinstance(each, int) and each > 0), default=MOST)


def _described(place: _Place, asking: Asking) -> tuple[_Place, tuple[str, tuple[Variable, ...]]]:
    """Return where the table stands and what it has; one whose file has another name is sought in its folder."""

    def ask(where: _Place) -> tuple[str, tuple[Variable, ...]]:
        return asking.read(Question(where.address()), lambda content: read_table(content, place.file), fresh=True)

    try:
        return place, ask(place)
    except Refused as refused:
        if refused.status not in NOT_THERE:
            raise
        found = _Place(place.base, place.folders, _alike(place, asking))
        return found, ask(found)


def _alike(place: _Place, asking: Asking) -> str:
    """Return the file in the folder that has the table's four characters. Raises ``InputProblem`` with what is there.

    Statistics Finland's archive keeps the long names, and so do servers that have not been renamed.
    """
    host = urlsplit(place.base).hostname or ""
    try:
        listed = asking.read(Question(place.folder()), _read_folder, fresh=True)
    except Refused as refused:
        raise InputProblem.because(words.no_table(place.file[:80], host, "")) from refused
    wanted = short_id(place.file)
    for file in listed:
        if short_id(file) == wanted and file != place.file:
            return file
    shown = ", ".join(short_id(file) for file in listed[:12])
    raise InputProblem.because(words.no_table(place.file[:80], host, shown))


def _read_folder(content: bytes) -> list[str]:
    plain = decoded(content)
    if not isinstance(plain, list):
        return []
    return [str(each["id"]) for each in plain if isinstance(each, dict) and each.get("type") == "t" and "id" in each]


def read_table(content: bytes, table: str) -> tuple[str, tuple[Variable, ...]]:
    """Return the title and the variables of a table's description. Raises ``InputProblem`` if it is broken."""
    plain = decoded(content)
    given = plain.get("variables") if isinstance(plain, dict) else None
    if not isinstance(given, list) or not given:
        raise InputProblem.because(words.broken_metadata(table))
    variables = tuple(_variable(each, table) for each in given)
    if len({each.code for each in variables}) != len(variables):
        raise InputProblem.because(words.broken_metadata(table))
    return " ".join(str(plain.get("title", "")).split()), variables


def _variable(plain: Any, table: str) -> Variable:  # parsed JSON of any shape
    match plain:
        case {"code": str(code), "values": [*values], "valueTexts": [*texts]} if values and len(values) == len(
            texts
        ) == len(set(map(str, values))):
            return Variable(
                code,
                str(plain.get("text", code)),
                tuple(map(str, values)),
                tuple(map(str, texts)),
                eliminable=plain.get("elimination") is True,
                role=TIME if plain.get("time") is True else "",
            )
    raise InputProblem.because(words.broken_metadata(table))
