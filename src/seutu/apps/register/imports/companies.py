"""Companies of the business register (PRH/YTJ) as actors, streamed: a part of the file in memory at a time.

What the register says of a company is taken; what people have said of it stands: its classes, its source, its other
names. A name that the register gives up stays among the other names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.records.exceptions import RejectedRowsError
from seutu.apps.records.files.rehearsing import importing
from seutu.apps.records.files.report import ImportReport, Rejected, Told, untold
from seutu.apps.records.files.upserts import PART, Key, Upserts, read_by_column
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.kinds.industries import TOL_2008, TOL_2025
from seutu.apps.register.models import Actor
from seutu.apps.register.origins import source_of
from seutu.core.names import fold_name
from seutu.core.problems import Problem
from seutu.sources.prh import CompanyRow, RejectedCompany, read_companies
from seutu.sources.tables import join_list

URL: Final = "https://avoindata.prh.fi/"
CLASSIFICATIONS: Final = {"TOL2008": TOL_2008, "TOL2025": TOL_2025}


def _keys(record: OwnedRecord) -> list[Key]:
    if isinstance(record, Actor) and record.business_id:
        return [("business", record.business_id)]
    return [("name", record.title_key)]


def import_companies(
    path: Path,
    *,
    accept_good: bool,
    preview: bool,
    by: User | None,
    at: datetime,
    told: Told = untold,
    name: str = "",
) -> ImportReport:
    """Read companies into the workspace as one act.

    Property companies and a second record of one company are left out and counted as skipped; a value that no column
    takes is left empty, with a note. Raises InputProblem for a file of another form, RejectedRowsError when some cannot
    be read and were not accepted.
    """
    report = ImportReport()
    with importing(preview=preview, by=by, at=at, note=name or path.name) as act:
        source = source_of(
            act, name="PRH/YTJ", publisher="Patentti- ja rekisterihallitus", licence="CC BY 4.0", url=URL
        )
        incoming = _Incoming(Upserts(act, kind_named("actors"), _keys), source, report)
        done = 0
        for part in _parts(read_companies(path)):
            told(done, None)
            done += len(part)
            incoming.put_all(part)
        report.counts.update(incoming.actors.counts)
        if report.rejected and not accept_good and not preview:
            raise RejectedRowsError(report)
        report.sequence = act.sequence if act.count and not preview else None
    return report


def _parts(
    rows: Iterator[CompanyRow | RejectedCompany],
) -> Iterator[list[CompanyRow | RejectedCompany]]:
    while part := list(islice(rows, PART)):
        yield part


@dataclass(slots=True)
class _Incoming:
    """The companies of a file on their way into the register, and what has come so far."""

    actors: Upserts
    source: UUID
    report: ImportReport
    come: set[Key] = field(default_factory=set)

    def put_all(self, part: Iterable[CompanyRow | RejectedCompany]) -> None:
        """Put a part of the file into the register, and count what is left out."""
        companies: list[tuple[CompanyRow, Key, Key]] = []
        for row in part:
            if isinstance(row, RejectedCompany):
                self.report.rejected.append(Rejected((row.problem,)))
            elif row.property_company or not row.name:
                self.report.counts["skipped"] += 1
            else:
                named: Key = ("name", fold_name(row.name))
                companies.append((row, ("business", row.business_id) if row.business_id else named, named))
        self.actors.warm(key for _, own, named in companies for key in (own, named))
        for row, own, named in companies:
            self._put(row, own, named)

    def _put(self, row: CompanyRow, own: Key, named: Key) -> None:
        """Put a company. Only an actor without a business id is known by name, and by one company of the file."""
        if own in self.come:
            self.report.counts["skipped"] += 1
            return
        keys = [own] if named in self.come or self.actors.find(own) else list(dict.fromkeys((own, named)))
        found = self.actors.find(*keys)
        standing = self.actors.record(found) if found else None
        problems: list[Problem] = []
        name = read_by_column(self.actors.kind, "name", row.name, problems, row.position)
        if problems:
            self.report.rejected.append(Rejected(tuple(problems)))
            return
        if not isinstance(name, str):
            self.report.counts["skipped"] += 1
            return
        values = self._values(row, name, standing if isinstance(standing, Actor) else None)
        self.come |= {own, named}
        self.actors.put(keys, values)

    def _values(self, row: CompanyRow, name: str, standing: Actor | None) -> dict[str, Value]:
        """Return what the register says; a value that no column takes is left out, with a note."""
        self.report.notes += [replace(note, line=row.position) for note in row.notes]
        line, address = row.business_line, row.address
        classification = CLASSIFICATIONS.get(line.classification or "") if line else None
        values: dict[str, Value] = {
            "business_id": row.business_id,
            "industries": (f"{classification}:{line.code}",) if line and classification else None,
            "municipality": row.municipality_code,
            "address": self._read(row, "address", address.street if address else None),
            "post_code": self._read(row, "post_code", address.post_code if address else None),
            "website": self._read(row, "website", row.website),
            "founded": row.registered,
            "ended": row.ended,
            **self._names(row, name, standing),
        }
        if standing is None or not standing.terms.get("class"):
            values["classes"] = ("company",)
        if standing is None or standing.source_id is None:
            values |= {"source": self.source, "source_place": row.business_id}
        return values

    def _names(self, row: CompanyRow, name: str, standing: Actor | None) -> dict[str, Value]:
        """Return the name where it is another one than stands, and all other names that are known."""
        said = (*row.parallel_names, *row.auxiliary_names)
        given = (self._read(row, "other_names", join_list((each,))) for each in said)
        others = [each for held in given if isinstance(held, tuple) for each in held]
        if standing is None:
            return {"name": name, "other_names": tuple(dict.fromkeys(others)) or None}
        same = fold_name(name) == standing.title_key
        known = (*standing.terms.get("name", ()), *(() if same else (standing.name,)), *others)
        return {"name": None if same else name, "other_names": tuple(dict.fromkeys(known)) or None}

    def _read(self, row: CompanyRow, column: str, text: str | None) -> Value:
        return read_by_column(self.actors.kind, column, text, self.report.notes, row.position)
