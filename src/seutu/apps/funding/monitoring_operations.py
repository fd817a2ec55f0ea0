"""Keeping a monitoring report as it stands: what was composed and what is printed of it, for ever.

The printed form is kept in each language beside the figures, so that a kept report prints the same when the words of
the product or the data change. Not for permissions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.funding.monitoring_queries import monitoring_report
from seutu.apps.programmes.kinds.programmes import PROGRAMMES
from seutu.apps.programmes.models import Programme
from seutu.apps.records.models import Snapshot
from seutu.apps.records.snapshots import keep_version, versions_of
from seutu.core.plain_forms import as_plain, from_plain
from seutu.core.programmes.monitoring import MonitoringReport, Words
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.documents import Document
from seutu.reporting.documents.plain import document_as_plain, document_from_plain
from seutu.reporting.monitoring import as_document
from seutu.reporting.monitoring.words import REPORT

FORM: Final = "monitoring_report"


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A kept report in the list of them: the day whose state it tells."""

    snapshot: Snapshot
    day: date


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A kept report: its number and time, what it says, and how it prints."""

    snapshot: Snapshot
    report: MonitoringReport
    printed: Mapping[Language, Document]


def keep_report(
    programme: Programme, day: date, words: Words, *, by: User | None, at: datetime, mark: UUID | None = None
) -> Snapshot:
    """Compose the report of the state on ``day`` and keep it as the programme's next version, once by its mark."""
    report = monitoring_report(programme, day, words=words)
    content: dict[str, Any] = {
        "report": as_plain(report),
        "printed": {language: document_as_plain(as_document(report, language)) for language in LANGUAGES},
    }
    name = f"{REPORT.fi} {day.isoformat()}"
    return keep_version(PROGRAMMES, programme, content, form=FORM, name=name, by=by, at=at, mark=mark)


def kept_reports(programme: Programme) -> list[KeptLine]:
    """Return the programme's kept reports, newest first."""
    found = versions_of(PROGRAMMES, programme.pk, form=FORM)
    return [KeptLine(each, date.fromisoformat(each.content["report"]["day"])) for each in found]


def kept_report(programme: Programme, number: int) -> KeptReport | None:
    """Return a kept report as it was; None when there is none of that number."""
    found = versions_of(PROGRAMMES, programme.pk, form=FORM).filter(number=number).first()
    if found is None:
        return None
    printed = {language: document_from_plain(found.content["printed"][language]) for language in LANGUAGES}
    return KeptReport(found, from_plain(MonitoringReport, found.content["report"]), printed)
