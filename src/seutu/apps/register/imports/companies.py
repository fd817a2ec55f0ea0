"""Companies of the business register (PRH/YTJ) as actors, streamed: one company in memory at a time while reading."""

from datetime import datetime
from pathlib import Path
from typing import Final

from seutu.apps.accounts.models import User
from seutu.apps.records.exceptions import RejectedRowsError
from seutu.apps.records.files.rehearsing import importing
from seutu.apps.records.files.report import ImportReport, Rejected, Told, untold
from seutu.apps.records.files.upserts import Upserts
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Actor
from seutu.apps.register.origins import source_of
from seutu.core.names import fold_name
from seutu.sources.prh import CompanyRow, RejectedCompany, read_companies

URL: Final = "https://avoindata.prh.fi/"
TOLD_EVERY: Final = 500


def _keys(record: OwnedRecord) -> list[object]:
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
) -> ImportReport:
    """Read companies into the workspace as one act. Property companies are left out and counted as skipped.

    Raises InputProblem for a file of another form, RejectedRowsError when some cannot be read and were not accepted.
    """
    report = ImportReport()
    with importing(preview=preview, by=by, at=at, note=path.name) as act:
        source = source_of(
            act, name="PRH/YTJ", publisher="Patentti- ja rekisterihallitus", licence="CC BY 4.0", url=URL
        )
        actors = Upserts(act, kind_named("actors"), _keys)
        for number, row in enumerate(read_companies(path)):
            if number % TOLD_EVERY == 0:
                told(number, None)
            if isinstance(row, RejectedCompany):
                report.rejected.append(Rejected((row.problem,)))
            elif row.property_company or not row.name:
                report.counts["skipped"] += 1
            else:
                keys: list[object] = [("business", row.business_id)] if row.business_id else []
                keys.append(("name", fold_name(row.name)))
                actors.put(keys, _values(row) | {"source": source})
        report.counts.update(actors.counts)
        if report.rejected and not accept_good and not preview:
            raise RejectedRowsError(report)
        report.sequence = act.sequence if act.count and not preview else None
    return report


def _values(row: CompanyRow) -> dict[str, Value]:
    line = row.business_line
    address = row.address
    others = tuple(dict.fromkeys((*row.parallel_names, *row.auxiliary_names)))
    return {
        "name": (row.name or "")[:300],
        "other_names": tuple(name[:200] for name in others) or None,
        "business_id": row.business_id,
        "classes": ("company",),
        "industries": (f"{line.classification}:{line.code}",) if line and line.classification else None,
        "municipality": row.municipality_code,
        "address": address.street[:300] if address and address.street else None,
        "post_code": address.post_code[:20] if address and address.post_code else None,
        "website": row.website if row.website and row.website.startswith("http") else None,
        "founded": row.registered,
        "ended": row.ended,
        "source_place": row.business_id,
    }
