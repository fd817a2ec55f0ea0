"""What kept versions are called in the activity log, in each language: by form, number and day.

The name that stands in the log is sealed in the language of its time and is shown to nobody. Not for keeping versions.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.utils import timezone

from seutu.apps.funding.change_operations import BUDGET_FORM
from seutu.apps.funding.monitoring_operations import FORM as REPORT_FORM
from seutu.apps.programmes.document_rules import FORM as DOCUMENT_FORM
from seutu.apps.programmes.models.sealing import FORM as APPLICATION_FORM
from seutu.apps.records.enums import Change
from seutu.apps.records.models import ActivityRow, Snapshot
from seutu.core.figures import write_date
from seutu.core.text import Text
from seutu.reporting.monitoring.words import REPORT

WHAT: Final = {
    APPLICATION_FORM: Text(fi="Jätetty hakemus", sv="Inlämnad ansökan", en="Submitted application"),
    BUDGET_FORM: Text(fi="Budjetti ennen muutosta", sv="Budgeten före en ändring", en="Budget before a change"),
    DOCUMENT_FORM: Text(fi="Hyväksytty asiakirja", sv="Godkänt dokument", en="Approved document"),
    REPORT_FORM: REPORT,
}
KEPT: Final = Text(
    fi="{what}, versio {number}, tallennettu {day}",
    sv="{what}, version {number}, sparad {day}",
    en="{what}, version {number}, kept on {day}",
)
STATE: Final = Text(
    fi="{what}, versio {number}, tilanne {day}",
    sv="{what}, version {number}, läget {day}",
    en="{what}, version {number}, state on {day}",
)
UNKNOWN: Final = Text(fi="Versio {number}", sv="Version {number}", en="Version {number}")


def version_names(rows: Iterable[ActivityRow]) -> dict[int, Text]:
    """Return what each row that tells of a kept version calls it, by the row's key: one query, none without such rows.

    A report is named by the day whose state it tells. Of a version that is not to be seen only the number is told.
    """
    told = {row.pk: (row.record_id, *number_and_seal(row)) for row in rows if _tells(row)}
    if not told:
        return {}
    state_day = KeyTextTransform("day", KeyTransform("report", "content"))
    held = Snapshot.objects.filter(
        record_id__in={record for record, _number, _seal in told.values()},
        digest__in={seal for _record, _number, seal in told.values()},
    ).annotate(state_day=state_day)
    names = {
        (record, str(number), seal): _name(form, number, at, day)
        for record, number, seal, form, at, day in held.values_list(
            "record_id", "number", "digest", "form", "at", "state_day"
        )
    }
    return {pk: names.get(key, UNKNOWN.filled(number=key[1])) for pk, key in told.items()}


def number_and_seal(row: ActivityRow) -> tuple[str, str]:
    """Return the number and the digest that a row of the log tells of a version; between them stands its old name."""
    said = str((row.values or {})["version"][1]).split()
    return said[0], said[-1]


def _tells(row: ActivityRow) -> bool:
    return row.change == Change.FROZEN and "version" in (row.values or {})


def _name(form: str, number: int, at: datetime, state_day: str | None) -> Text:
    if form not in WHAT:
        return UNKNOWN.filled(number=number)
    day = date.fromisoformat(state_day) if state_day else timezone.localdate(at)
    words = STATE if state_day else KEPT
    return words.filled(what=WHAT[form], number=number, day=lambda language: write_date(day, language))
