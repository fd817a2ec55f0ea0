"""Stream companies out of a file of the business register: the bulk file, its zip, or an answer of the service.

Not for fetching: the 300 calls a minute are shared by everybody, so use the bulk file.
"""

import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import ijson

from seutu.core.problems import InputProblem
from seutu.sources.prh import messages
from seutu.sources.prh.records import company_row
from seutu.sources.prh.rows import CompanyRow, RejectedCompany

_EXACT_PLACE_UP_TO: Final = 16 * 1024**2
_DAMAGED: Final = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError)
_ENCRYPTED: Final = 0x1


def read_companies(path: Path) -> Iterator[CompanyRow | RejectedCompany]:
    """Yield every company of ``path`` in order, one in memory at a time.

    ``path`` is JSON or a zip with one JSON file in it: an array of companies (``all_companies``) or an object with
    ``companies`` (``/companies``). Raises InputProblem: for the retired version 1 form and for JSON of another form
    before the first company; for JSON that breaks, once, with its place, after the sound companies before it.
    Source: avoindata.prh.fi/opendata-ytj-api/v3.
    """
    position = 0
    prefix = _prefix(path)
    try:
        with _open(path) as file:
            for record in ijson.items(file, prefix):
                position += 1
                yield company_row(record if isinstance(record, Mapping) else {}, position)
    except ijson.JSONError as error:
        line, column = _exact_place(path)
        raise InputProblem.because(messages.broken_json(position, line, column), line=line) from error
    except _DAMAGED as error:
        raise InputProblem.because(messages.unreadable(path.name)) from error


def _prefix(path: Path) -> str:
    """Return where the companies are in the file, reading no further than their beginning."""
    try:
        with _open(path) as file:
            for prefix, event, value in ijson.parse(file):
                if prefix == "" and event == "start_array":
                    return "item"
                if (prefix, event) == ("companies", "start_array"):
                    return "companies.item"
                if (prefix, event) == ("results", "start_array"):
                    raise InputProblem.because(messages.RETIRED_FORM)
                if prefix == "" and event not in {"start_map", "map_key", "end_map"}:
                    break
                del value
    except ijson.JSONError as error:
        line, column = _exact_place(path)
        raise InputProblem.because(messages.broken_json(0, line, column), line=line) from error
    except _DAMAGED as error:
        raise InputProblem.because(messages.unreadable(path.name)) from error
    raise InputProblem.because(messages.other_form(path.name))


@contextmanager
def _open(path: Path) -> Iterator[IO[bytes]]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            member = next((item for item in archive.infolist() if item.filename.casefold().endswith(".json")), None)
            if member is None or member.flag_bits & _ENCRYPTED:
                raise InputProblem.because(messages.unreadable(path.name))
            with archive.open(member) as packed:
                yield packed
        return
    with path.open("rb") as file:
        yield file


def _exact_place(path: Path) -> tuple[int | None, int | None]:
    """Return line and character where the JSON breaks; None for files too large to read whole."""
    try:
        with _open(path) as file:
            content = file.read(_EXACT_PLACE_UP_TO + 1)
    except _DAMAGED:
        return None, None
    if len(content) > _EXACT_PLACE_UP_TO:
        return None, None
    try:
        json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return error.lineno, error.colno
    except UnicodeDecodeError as error:
        before = content[: error.start]
        return before.count(b"\n") + 1, error.start - before.rfind(b"\n")
    return None, None
