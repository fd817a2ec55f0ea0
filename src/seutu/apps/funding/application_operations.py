"""Steps of an application, each dated and in the log, and supplements marked done. Handing in keeps a version.

Not for scores (scoring_operations.py), nor for the records' other values, which forms change.
"""

from datetime import date, datetime
from typing import cast
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from seutu.apps.accounts.models import User
from seutu.apps.funding import step_words as say
from seutu.apps.funding.exceptions import StepNotPossibleError
from seutu.apps.funding.kinds.calls import APPLICATIONS
from seutu.apps.funding.kinds.judging import SUPPLEMENT_REQUESTS
from seutu.apps.funding.models import Application, SupplementRequest
from seutu.apps.funding.readiness import what_is_missing
from seutu.apps.funding.steps import DAY_OF, STATE_NAMES, SUBMITTING, may_follow, not_possible
from seutu.apps.funding.versions import application_content
from seutu.apps.programmes.models.sealing import FORM
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import StaleVersionError
from seutu.apps.records.models import OwnedRecord, Snapshot
from seutu.apps.records.operations import values_of
from seutu.apps.records.queries import record_of
from seutu.apps.records.recording import recording
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.snapshots import keep_version


def take_step(
    *, application: Application, to: str, day: date, version: int, by: User | None, at: datetime
) -> Application:
    """Move an application to a state on a day; returns it as it stands then.

    Raises StepNotPossibleError with what can be done instead, StaleVersionError when the application has changed since
    ``version``. The day stands in the log's note, and in the application's own day when that is empty.
    """
    with transaction.atomic():
        with recording(Operation.CHANGE, by=by, at=at, note=day.isoformat()) as act:
            fresh = cast("Application", _fresh(APPLICATIONS, application, {"state": to}, version))
            _refuse(fresh, to, day, at)
            values: dict[str, Value] = {"state": to}
            held = DAY_OF.get(to)
            if held and getattr(fresh, held) is None:
                values[held] = day
            act.change(APPLICATIONS, fresh, values)
        if to in SUBMITTING:
            keep_submitted(application=fresh, by=by, at=at)
    return fresh


def keep_submitted(*, application: Application, by: User | None, at: datetime, mark: UUID | None = None) -> Snapshot:
    """Keep the application with its project's plan as its next version; a draft is submitted instead."""
    fresh = cast("Application", record_of(APPLICATIONS, application.pk))
    if fresh.state == "draft":
        raise StepNotPossibleError(say.DRAFT_NOT_KEPT)
    name = STATE_NAMES[fresh.state].fi
    return keep_version(APPLICATIONS, fresh, application_content(fresh), form=FORM, name=name, by=by, at=at, mark=mark)


def keep_missing_version(
    *, application: Application, by: User | None, at: datetime, mark: UUID | None = None
) -> Snapshot:
    """Keep the first version of an application that was brought in as submitted already, once by its form's mark."""
    with recording(Operation.FREEZE, by=by, at=at):
        kept = keep_submitted(application=application, by=by, at=at, mark=mark)
        if kept.number > 1:
            raise StepNotPossibleError(say.KEPT_ALREADY)
    return kept


def _fresh(kind: Kind, record: OwnedRecord, values: dict[str, Value], version: int) -> OwnedRecord:
    fresh = record_of(kind, record.pk)
    if fresh.version != version:
        raise StaleVersionError(current=values_of(kind, fresh), sent=values, version=fresh.version)
    return fresh


def _refuse(application: Application, to: str, day: date, at: datetime) -> None:
    if application.trashed_at is not None:
        raise StepNotPossibleError(say.IN_TRASH)
    if not may_follow(application.state, to):
        raise StepNotPossibleError(not_possible(application.state, to))
    _refuse_day(application, day, at)
    missing = what_is_missing(application, to, day)
    if missing is not None:
        raise StepNotPossibleError(missing)


def _refuse_day(application: Application, day: date, at: datetime) -> None:
    if day > timezone.localdate(at):
        raise StepNotPossibleError(say.in_future(day))
    for name in ("submitted_on", "handled_on", "decided_on"):
        earlier = getattr(application, name)
        if earlier is not None and day < earlier:
            raise StepNotPossibleError(say.before(APPLICATIONS.column(name).label, earlier, day))


def mark_supplement_done(
    *, request: SupplementRequest, day: date, version: int, by: User | None, at: datetime
) -> SupplementRequest:
    """Mark one supplement done on a day, in one act; raises StepNotPossibleError or StaleVersionError."""
    values: dict[str, Value] = {"state": "done", "done_on": day}
    with recording(Operation.CHANGE, by=by, at=at, note=day.isoformat()) as act:
        fresh = cast("SupplementRequest", _fresh(SUPPLEMENT_REQUESTS, request, values, version))
        if fresh.trashed_at is not None:
            raise StepNotPossibleError(say.IN_TRASH)
        if fresh.state != "open":
            raise StepNotPossibleError(say.SUPPLEMENT_NOT_OPEN)
        if day > timezone.localdate(at):
            raise StepNotPossibleError(say.in_future(day))
        if fresh.requested_on is not None and day < fresh.requested_on:
            raise StepNotPossibleError(
                say.before(SUPPLEMENT_REQUESTS.column("requested_on").label, fresh.requested_on, day)
            )
        act.change(SUPPLEMENT_REQUESTS, fresh, values)
    return fresh
