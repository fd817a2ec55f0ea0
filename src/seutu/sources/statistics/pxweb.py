"""Connector of PxWeb's first interface (v1), by default Statistics Finland's.

GET of a table gives its variables, POST of a question its figures as JSON-stat 2. Everything is resolved from what the
table says of itself: codes and file names changed in June 2026 and change again. Not for PxWebApi 2 (``pxweb2``).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from seutu.core.problems import InputProblem
from seutu.core.text import LANGUAGES, Language, Text
from seutu.sources.http import Refused
from seutu.sources.statistics import cube_words as words
from seutu.sources.statistics.json_stat import decoded
from seutu.sources.statistics.pulling import Asking, Download, PullQuery, Question, parts_of
from seutu.sources.statistics.selections import Selection
from seutu.sources.statistics.tables import Publisher, Table, download_table
from seutu.sources.statistics.variables import TIME, Variable, contents_of

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
    "12f7": "Postinumeroalueittainen_avoin_tieto/uusin",
}
"""The statistic of tables that are often asked, so that their own four characters are enough."""
MOST: Final = 120_000
NOT_THERE: Final = frozenset({400, 404})
_OLD_NAME: Final = re.compile(r"^(?:statfin_)?(?:(?P<folder>[a-z]+)_)?pxt_(?P<id>[0-9a-z]{4})(?:_\d{4})?$")
_SHORT: Final = re.compile(r"^[0-9][0-9a-z]{3}$")
_FILE: Final = ".px"

_Description = tuple[str, tuple[Variable, ...]]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a table stands on a server: the base with its language, the folders and the name of its file."""

    base: str
    folders: tuple[str, ...]
    file: str

    def address(self) -> str:
        return "/".join((self.base, *(quote(each, safe="") for each in (*self.folders, self.file))))

    def in_language(self, language: str) -> str:
        return f"{self.base.rpartition('/')[0]}/{language}"

    def folder(self) -> str:
        return "/".join((self.base, *(quote(each, safe="") for each in self.folders)))


def download_from_statistics_finland(query: PullQuery, asking: Asking) -> Download:
    """Return the download of a table of Statistics Finland: ``vaerak/11ra``, ``Kuntien_avainluvut/2025/….px``.

    Old file names (``statfin_vaerak_pxt_11ra.px``) are understood. Raises ``InputProblem``.
    """
    place = _finnish_place(query)
    publisher = Publisher(id="statfin", name=NAMES[query.language], licence=LICENCE)
    return _download(place, publisher, query, asking, languages=LANGUAGES)


def download(query: PullQuery, asking: Asking) -> Download:
    """Return the download of a table of any PxWeb server: ``query.url`` and the path below its language.

    Raises ``InputProblem``.
    """
    if query.url is None:
        raise InputProblem.because(words.no_server("pxweb"))
    parts = [part for part in query.table.split("/") if part]
    base, folders = _base(query.url, query.language)
    place = _Place(base, (*folders, *parts[:-1]), parts[-1] if parts else "")
    host = urlsplit(query.url).hostname or ""
    publisher = Publisher(id=f"pxweb_{re.sub(r'[^a-z0-9]+', '_', host)}", name=host, licence="")
    return _download(place, publisher, query, asking)


def _finnish_place(query: PullQuery) -> _Place:
    parts = [part for part in query.table.strip().split("/") if part]
    base, folders = _base(query.url or STATISTICS_FINLAND, query.language)
    name = parts.pop() if parts else ""
    plain = name.removesuffix(_FILE)
    old = _OLD_NAME.match(plain.lower())
    if old is not None:
        plain = old["id"]
    elif _SHORT.match(plain.lower()):
        plain = plain.lower()
    if not parts and len(folders) < len((DATABASE, "folder")):
        folder = FOLDERS.get(plain) or (old["folder"] if old is not None else None)
        if folder is None:
            raise InputProblem.because(words.no_folder(query.table[:80] or "?"))
        parts = folder.split("/")
    if not folders and parts[0].casefold() not in DATABASES:
        parts = [DATABASE, *parts]
    return _Place(base, (*folders, *parts), f"{plain}{_FILE}")


def _base(url: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Return the address up to its language, which may already stand there, and the folders named after it."""
    parts = parts_of(url)
    steps = [step for step in parts.path.split("/") if step]
    end = next((place for place, step in enumerate(steps) if step in LANGUAGES), None)
    before = [*steps, language] if end is None else steps[: end + 1]
    after = () if end is None else tuple(unquote(step) for step in steps[end + 1 :])
    return urlunsplit(parts._replace(path="/".join(["", *before]), query="", fragment="")), after


def _download(
    place: _Place, publisher: Publisher, query: PullQuery, asking: Asking, languages: Sequence[Language] = ()
) -> Download:
    most = _limits(place, asking)
    place, (title, variables) = _described(place, asking)
    table = Table(
        id=short_id(place.file),
        title=title,
        address=place.address(),
        variables=variables,
        most=most,
        labels=_labels(place, (title, variables), languages, asking),
    )
    return download_table(table, publisher, query, asking, lambda piece: Question(table.address, question_body(piece)))


def _labels(place: _Place, own: _Description, languages: Sequence[Language], asking: Asking) -> dict[str, Text]:
    """Return the names of the contents in every language that the server gives; the asked one where it does not."""
    asked = place.base.rpartition("/")[2]
    said: dict[str, dict[str, str]] = {}
    for language in languages:
        said[language] = _contents(own)
        if language != asked:
            try:
                said[language] = _contents(_ask(replace(place, base=place.in_language(language)), asking, fresh=False))
            except Refused:
                continue
    codes = _contents(own) if said else {}
    return {code: Text(**{each: said[each].get(code, codes[code]) for each in LANGUAGES}) for code in codes}


def _contents(described: _Description) -> dict[str, str]:
    """Return the texts of the contents by their code, the title where the table has a single one."""
    title, variables = described
    found = contents_of(variables)
    return {"": title} if found is None else dict(zip(found.values, found.texts, strict=True))


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
            asking.keep_pace(calls, window)
    told = [plain.get(name) for name in ("maxValues", "maxCells")]
    return min((each for each in told if isinstance(each, int) and each > 0), default=MOST)


def _described(place: _Place, asking: Asking) -> tuple[_Place, _Description]:
    """Return where the table stands and what it has; one whose file has another name is sought in its folder."""
    try:
        return place, _ask(place, asking, fresh=True)
    except Refused as refused:
        if refused.status not in NOT_THERE:
            raise
        found = replace(place, file=_alike(place, asking))
        return found, _ask(found, asking, fresh=True)


def _ask(place: _Place, asking: Asking, *, fresh: bool) -> _Description:
    return asking.read(Question(place.address()), lambda content: read_table(content, place.file), fresh=fresh)


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


def read_table(content: bytes, table: str) -> _Description:
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
