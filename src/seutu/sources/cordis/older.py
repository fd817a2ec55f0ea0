"""Read the published derivatives of FP7 and Horizon 2020: gzipped tables of organisations and participations.

Not for the official CORDIS export (``official``).
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from sys import intern
from typing import Final

from seutu.core.problems import Problem
from seutu.sources.cordis import messages
from seutu.sources.cordis.cells import read_amount, read_date, read_location, read_post_code, text_or_none
from seutu.sources.cordis.gathering import Gathering, ProjectFacts
from seutu.sources.cordis.opening import find, positions, table_rows
from seutu.sources.cordis.records import CordisData, Organisation, Participation, Programme

FP7_START: Final = date(2007, 1, 1)
FP7_END: Final = date(2013, 12, 31)
FP7_PARTICIPATIONS: Final = "fp7_participations*.tsv*"
H2020_PARTICIPATIONS: Final = "h2020_participations*.csv*"


def read_fp7(folder: Path) -> CordisData:
    """Return FP7 from participations (tab), organisations (;) and, where present, geocoded Finnish organisations.

    The geocoded file comes first, for it has corrected names; it also holds organisations of Horizon 2020 alone.
    FP7 has no dates: projects run over the stated programme period. Raises InputProblem.
    """
    gathering = Gathering(assumptions=[messages.FP7_PERIOD])
    geocoded = find(folder, "finland_organisations_geocoded.csv*")
    if geocoded is not None:
        _read_geocoded(geocoded, gathering)
    organisations = find(folder, "fp7_organisations.csv*")
    if organisations is not None:
        _read_fp7_organisations(organisations, gathering)
    participations = find(folder, FP7_PARTICIPATIONS)
    if participations is not None:
        _read_fp7_participations(participations, gathering)
    return gathering.closed()


def read_h2020(folder: Path) -> CordisData:
    """Return Horizon 2020 from participations and organisations (both comma). "NA" is missing. Raises InputProblem."""
    gathering = Gathering()
    organisations = find(folder, "h2020_organisations.csv*")
    if organisations is not None:
        _read_h2020_organisations(organisations, gathering)
    participations = find(folder, H2020_PARTICIPATIONS)
    if participations is not None:
        _read_h2020_participations(participations, gathering)
    return gathering.closed()


def project_id(rcn: str) -> str:
    """Return the id of a project known by its record control number, apart from grant numbers, which overlap."""
    return intern(f"rcn:{rcn}")


def _read_geocoded(path: Path, gathering: Gathering) -> None:
    rows = table_rows(path, ",")
    _, header = next(rows)
    required = ("org_id", "name", "short_name", "activity_type", "post_code", "city", "municipality_code")
    at = positions(path, header, (*required, "lon", "lat", "url", "in_fp7", "in_h2020"))
    for line, row in rows:
        if len(row) != len(header):
            gathering.rejected.append(Problem(messages.BAD_ROW, line=line, value=",".join(row)[:200]))
            continue
        cells = [row[index] for index in at]
        identifier, name, short_name, kind, post_code, city, municipality = cells[:7]
        lon, lat, url, in_fp7, in_h2020 = cells[7:]
        known = {"FP7": in_fp7, "H2020": in_h2020}
        programmes: tuple[Programme, ...] = tuple(code for code in _OLD_PROGRAMMES if known[code] == "1")
        code, finding = read_post_code(post_code, "FI")
        _note(gathering, finding, line, "post_code", post_code)
        *place, odd_place = read_location(f"{lat},{lon}" if lat or lon else "", "FI")
        _note(gathering, odd_place, line, "lon, lat", f"{lon}, {lat}")
        organisation = Organisation(
            id=intern(identifier),
            name=text_or_none(name),
            short_name=text_or_none(short_name),
            activity_type=text_or_none(kind),
            country="FI",
            city=text_or_none(city),
            post_code=code,
            municipality_code=text_or_none(municipality),
            lon=place[0],
            lat=place[1],
            business_id=None,
            url=text_or_none(url),
            programmes=programmes,
            line=line,
        )
        gathering.add_organisation(organisation, line)


_OLD_PROGRAMMES: Final[tuple[Programme, ...]] = ("FP7", "H2020")


def _read_fp7_organisations(path: Path, gathering: Gathering) -> None:
    rows = table_rows(path, ";")
    _, header = next(rows)
    columns = ("new_org_id", "organisationName", "organisationShortName", "country", "city", "postCode")
    at = positions(path, header, columns, ("organizationUrl",))
    for line, row in rows:
        _add_listed(gathering, line, row, at, header, programme="FP7", kind=None)


def _read_h2020_organisations(path: Path, gathering: Gathering) -> None:
    rows = table_rows(path, ",")
    _, header = next(rows)
    columns = ("pic", "name", "short_name", "country", "city", "post_code")
    at = positions(path, header, columns, ("url", "activity_type"))
    for line, row in rows:
        kind = row[at[7]] if at[7] >= 0 and len(row) == len(header) else None
        _add_listed(gathering, line, row, at, header, programme="H2020", kind=kind)


def _add_listed(
    gathering: Gathering,
    line: int,
    row: Sequence[str],
    at: Sequence[int],
    header: Sequence[str],
    *,
    programme: Programme,
    kind: str | None,
) -> None:
    if len(row) != len(header):
        gathering.rejected.append(Problem(messages.BAD_ROW, line=line, value=",".join(row)[:200]))
        return
    identifier, name, short_name, country, city, post_code = (row[index] for index in at[:6])
    land = text_or_none(country)
    code, finding = read_post_code(post_code, land)
    if identifier not in gathering.organisations:
        _note(gathering, finding, line, "post_code", post_code)
    organisation = Organisation(
        id=intern(identifier),
        name=text_or_none(name),
        short_name=text_or_none(short_name),
        activity_type=None if kind is None else text_or_none(kind),
        country=None if land is None else intern(land),
        city=text_or_none(city),
        post_code=code,
        municipality_code=None,
        lon=None,
        lat=None,
        business_id=None,
        url=text_or_none(row[at[6]]) if at[6] >= 0 else None,
        programmes=(programme,),
        line=line,
    )
    gathering.add_organisation(organisation, line)


def _read_fp7_participations(path: Path, gathering: Gathering) -> None:
    rows = table_rows(path, "\t")
    _, header = next(rows)
    rcn_at, organisation_at = positions(path, header, ("projectRcn", "new_org_id"))
    facts = ProjectFacts("FP7", FP7_START, FP7_END, "programme")
    for line, row in rows:
        if len(row) != len(header) or not row[rcn_at] or not row[organisation_at]:
            gathering.rejected.append(Problem(messages.BAD_ROW, line=line, value="\t".join(row)[:200]))
            continue
        project, organisation = project_id(row[rcn_at]), intern(row[organisation_at])
        gathering.facts[project] = facts
        record = Participation(project, organisation, "FP7", None, None, FP7_START, FP7_END, line)
        gathering.add_participation(record, line)
        if organisation not in gathering.organisations:
            gathering.add_organisation(unnamed(organisation, None, "FP7"))


def _read_h2020_participations(path: Path, gathering: Gathering) -> None:
    rows = table_rows(path, ",")
    _, header = next(rows)
    at = positions(path, header, ("rcn", "role", "pic", "contribution", "country", "start_date", "end_date"))
    for line, row in rows:
        if len(row) != len(header) or not row[at[0]] or not row[at[2]]:
            gathering.rejected.append(Problem(messages.BAD_ROW, line=line, value=",".join(row)[:200]))
            continue
        rcn, role, pic, contribution, country, start_text, end_text = (row[index] for index in at)
        amount, finding = read_amount(contribution)
        _note(gathering, finding, line, "contribution", contribution)
        (start, odd_start), (end, odd_end) = read_date(start_text), read_date(end_text)
        _note(gathering, odd_start, line, "start_date", start_text)
        _note(gathering, odd_end, line, "end_date", end_text)
        project, organisation = project_id(rcn), intern(pic)
        if project not in gathering.facts:
            gathering.facts[project] = ProjectFacts("H2020", start, end, line=line)
        record = Participation(project, organisation, "H2020", intern(role) or None, amount, start, end, line)
        gathering.add_participation(record, line)
        if organisation not in gathering.organisations:
            gathering.add_organisation(unnamed(organisation, text_or_none(country), "H2020"))


def unnamed(identifier: str, country: str | None, programme: Programme) -> Organisation:
    """Return an organisation of which only the identifier and perhaps the country is known."""
    return Organisation(
        identifier, None, None, None, country, None, None, None, None, None, None, None, programmes=(programme,)
    )


def _note(gathering: Gathering, finding: object, line: int, column: str, value: str) -> None:
    if finding is not None:
        gathering.notes.append(Problem(finding, line=line, column=column, value=value))  # type: ignore[arg-type]
