"""Read the official CORDIS export: organization.csv and project.csv in a zip file or a folder.

Not for the older published tables (``older``).
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from sys import intern
from typing import Final, TextIO

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.cordis import messages
from seutu.sources.cordis.cells import (
    read_amount,
    read_business_id,
    read_date,
    read_location,
    read_post_code,
    text_or_none,
)
from seutu.sources.cordis.gathering import Gathering, ProjectFacts
from seutu.sources.cordis.opening import positions
from seutu.sources.cordis.records import CordisData, Organisation, Participation, Programme

ORGANISATIONS: Final = "organization.csv"
PROJECTS: Final = "project.csv"
MAX_UNPACKED_BYTES: Final = 4 * 1024**3
_ENCRYPTED: Final = 0x1
_DAMAGED: Final = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError)
_NEW_RECORD: Final = re.compile(r'"\d+";')


@dataclass(frozen=True, slots=True)
class Row:
    """One record: first physical line, fields (None when unreadable), whether its quotation marks were mended."""

    line: int
    fields: list[str] | None
    mended: bool
    text: str


def read_official(path: Path) -> CordisData:
    """Return the export in ``path`` (zip or folder). Without project.csv, titles and dates are empty.

    The partner count of a project is its number of distinct organisations in organization.csv. Raises InputProblem.
    Source: cordis.europa.eu/data, files cordis-*projects-csv.zip.
    """
    gathering = Gathering()
    with _member(path, PROJECTS) as file:
        if file is not None:
            _read_projects(path, file, gathering)
    with _member(path, ORGANISATIONS) as file:
        if file is not None:
            _read_organisations(path, file, gathering)
    return gathering.closed()


@contextmanager
def _member(path: Path, name: str) -> Iterator[TextIO | None]:
    """Open one file of the export as text, None when it is not there."""
    try:
        if path.is_dir():
            inside = path / name
            if not inside.exists():
                yield None
                return
            with inside.open(encoding="utf-8-sig", newline="") as plain:
                yield plain
            return
        with zipfile.ZipFile(path) as archive:
            member = next((item for item in archive.infolist() if PurePosixPath(item.filename).name == name), None)
            if member is None:
                yield None
                return
            if member.file_size > MAX_UNPACKED_BYTES or member.flag_bits & _ENCRYPTED:
                raise InputProblem.because(messages.unreadable(name))
            with archive.open(member) as packed:
                yield io.TextIOWrapper(packed, encoding="utf-8-sig", newline="")
    except (*_DAMAGED, UnicodeDecodeError, csv.Error) as error:
        raise InputProblem.because(messages.unreadable(path.name)) from error


def records(file: TextIO) -> Iterator[Row]:
    """Yield records, the header first.

    A quoted record begins on a line of the form ``"digits";`` and runs to the next such line. It is read by the rules
    of CSV; when they give another number of fields than the header has, by its borders ``";"``; else as None.
    """
    first = file.readline()
    header = next(csv.reader([first.rstrip("\r\n")], delimiter=";"), [])
    yield Row(1, header, mended=False, text=first)
    if not first.startswith('"'):
        reader = csv.reader(file, delimiter=";")
        for fields in reader:
            sound = fields if len(fields) == len(header) else None
            yield Row(reader.line_num + 1, sound, mended=False, text=";".join(fields))
        return
    start, lines = 2, [file.readline()]
    for number, line in enumerate(file, start=3):
        if _NEW_RECORD.match(line):
            yield _record(start, "".join(lines), len(header))
            start, lines = number, []
        lines.append(line)
    if "".join(lines).strip():
        yield _record(start, "".join(lines), len(header))


def _record(line: int, text: str, width: int) -> Row:
    bare = text.rstrip("\r\n")
    try:
        fields = next(csv.reader([bare], delimiter=";", strict=True), [])
    except csv.Error:
        fields = []
    if len(fields) == width:
        return Row(line, fields, mended=False, text=bare)
    parts = bare[1:-1].split('";"') if bare.startswith('"') and bare.endswith('"') else []
    if len(parts) == width:
        return Row(line, [part.replace('""', '"').strip() for part in parts], mended=True, text=bare)
    return Row(line, None, mended=False, text=bare)


def _sound_rows(rows: Iterator[Row], gathering: Gathering) -> Iterator[tuple[int, list[str]]]:
    for row in rows:
        if row.fields is None:
            gathering.rejected.append(Problem(messages.BAD_ROW, line=row.line, value=row.text[:200]))
            continue
        if row.mended:
            gathering.notes.append(Problem(messages.QUOTES_MENDED, line=row.line, value=row.fields[0]))
        yield row.line, row.fields


def _read_projects(path: Path, file: TextIO, gathering: Gathering) -> None:
    rows = records(file)
    header = next(rows).fields or []
    at = positions(path, header, ("id", "acronym", "title", "startDate", "endDate"), ("frameworkProgramme",))
    for line, fields in _sound_rows(rows, gathering):
        number, acronym, title, start_text, end_text = (fields[index] for index in at[:5])
        (start, odd_start), (end, odd_end) = read_date(start_text), read_date(end_text)
        _note(gathering, odd_start, line, "startDate", start_text)
        _note(gathering, odd_end, line, "endDate", end_text)
        programme = _programme(fields[at[5]] if at[5] >= 0 else "")
        gathering.facts[intern(number)] = ProjectFacts(
            programme, start, end, "project", text_or_none(title), text_or_none(acronym), line
        )


def _programme(text: str) -> Programme:
    upper = text.upper()
    return "FP7" if "FP7" in upper else "H2020" if "H2020" in upper else "HORIZON"


_REQUIRED: Final = ("projectID", "organisationID", "name", "country", "role", "ecContribution")
_OPTIONAL: Final = ("vatNumber", "shortName", "activityType", "postCode", "city", "geolocation", "organizationURL")


def _read_organisations(path: Path, file: TextIO, gathering: Gathering) -> None:
    rows = records(file)
    header = next(rows).fields or []
    at = positions(path, header, _REQUIRED, (*_OPTIONAL, "projectAcronym"))
    for line, fields in _sound_rows(rows, gathering):
        cells = [fields[index] if index >= 0 else "" for index in at]
        project, identifier = intern(cells[0]), intern(cells[1])
        if project not in gathering.facts:
            gathering.facts[project] = ProjectFacts("HORIZON", acronym=text_or_none(cells[-1]), line=line)
            gathering.notes.append(Problem(messages.NO_SUCH_PROJECT, line=line, column="projectID", value=project))
        facts = gathering.facts[project]
        amount, finding = read_amount(cells[5])
        _note(gathering, finding, line, "ecContribution", cells[5])
        role = text_or_none(cells[4])
        record = Participation(project, identifier, facts.programme, role, amount, facts.start, facts.end, line)
        gathering.add_participation(record, line)
        gathering.add_organisation(_organisation(cells, facts.programme, gathering, line), line)


def _organisation(cells: Sequence[str], programme: Programme, gathering: Gathering, line: int) -> Organisation:
    _, identifier, name, country, _, _, vat_number, short_name, kind, post_code, city, location, url = cells[:13]
    land = text_or_none(country)
    business_id, odd_id = read_business_id(vat_number)
    code, odd_code = read_post_code(post_code, land)
    lon, lat, odd_location = read_location(location, land)
    if land == "FI" and identifier not in gathering.organisations:
        _note(gathering, odd_id, line, "vatNumber", vat_number)
        _note(gathering, odd_code, line, "postCode", post_code)
        _note(gathering, odd_location, line, "geolocation", location)
    return Organisation(
        id=intern(identifier),
        name=text_or_none(name),
        short_name=text_or_none(short_name),
        activity_type=text_or_none(kind),
        country=None if land is None else intern(land),
        city=text_or_none(city),
        post_code=code,
        municipality_code=None,
        lon=lon,
        lat=lat,
        business_id=business_id,
        url=text_or_none(url),
        programmes=(programme,),
        line=line,
    )


def _note(gathering: Gathering, finding: Text | None, line: int, column: str, value: str) -> None:
    if finding is not None:
        gathering.notes.append(Problem(finding, line=line, column=column, value=value))
