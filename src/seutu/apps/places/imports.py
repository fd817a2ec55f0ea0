"""Municipality keys of the classification service, held against the product's own table of places.

The table comes with the product; a file confirms it year by year. A row the table does not know, or knows otherwise, is
rejected with what stands in the table: a newer division comes with a newer version of the product.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from seutu.apps.accounts.models import User
from seutu.apps.records.exceptions import RejectedRowsError
from seutu.apps.records.files.report import ImportReport, Rejected
from seutu.core.places import Division, PlaceTable, UnknownPlace
from seutu.core.problems import Problem
from seutu.core.text import Text
from seutu.rules import places
from seutu.sources.places import read_key_rows

AREAS: Final = {"seutukunta_code": Division.SUB_REGION, "maakunta_code": Division.REGION}


def import_places(path: Path, *, accept_good: bool, preview: bool, by: User | None, at: datetime) -> ImportReport:
    """Hold every row of a municipality key against the table of places. Raises InputProblem, RejectedRowsError."""
    del by, at
    report = ImportReport()
    table = places.load()
    for line, row in read_key_rows(path):
        fault = _fault(table, row)
        if fault is None:
            report.counts["unchanged"] += 1
        else:
            column, value, message = fault
            report.rejected.append(Rejected((Problem(message, line=line, column=column, value=value),)))
    if report.rejected and not accept_good and not preview:
        raise RejectedRowsError(report)
    return report


def _fault(table: PlaceTable, row: Mapping[str, str]) -> tuple[str, str, Text] | None:
    code, day = row["kunta"], date(int(float(row["year"])), 1, 1)
    try:
        known = table.municipality(code, day)
    except UnknownPlace:
        return "kunta", code, _unknown(day.year)
    name = " ".join(row["municipality_name_fi"].split())
    if name != known.name.fi:
        return "municipality_name_fi", name, _otherwise(known.name.fi)
    for column, division in AREAS.items():
        area = table.area_of(code, division, day)
        said = row.get(column, "").strip()
        if said and area is not None and said != area.code:
            return column, said, _otherwise(area.code)
    return None


def _unknown(year: int) -> Text:
    newest = places.NEWEST_DIVISION.year
    return Text(
        fi=f"Kuntaa ei ole vuoden {year} kuntajaossa. Ohjelma tuntee jaot vuosilta 2013–{newest}.",
        sv=f"Kommunen finns inte i kommunindelningen {year}. Programmet känner indelningarna 2013–{newest}.",
        en=f"The municipality is not in the division of {year}. The program knows the divisions of 2013–{newest}.",
    )


def _otherwise(stands: str) -> Text:
    return Text(
        fi=f"Ohjelman taulukossa on ”{stands}”. Tarkista tiedosto tai päivitä ohjelma.",
        sv=f"I programmets tabell står ”{stands}”. Kontrollera filen eller uppdatera programmet.",
        en=f"The program's table says “{stands}”. Check the file or update the program.",
    )
