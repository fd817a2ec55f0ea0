"""A document approved on a day, and a version of it kept as it was then.

Not for its other values, which forms change.
"""

from datetime import date, datetime
from typing import Final, cast
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from seutu.apps.accounts.models import User
from seutu.apps.programmes.choices import DOCUMENT_STATES
from seutu.apps.programmes.document_queries import document_content
from seutu.apps.programmes.document_rules import FORM
from seutu.apps.programmes.exceptions import DocumentNotApprovableError
from seutu.apps.programmes.kinds.documents import PLAN_DOCUMENTS
from seutu.apps.programmes.models import PlanDocument
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import StaleVersionError
from seutu.apps.records.models import Snapshot
from seutu.apps.records.operations import values_of
from seutu.apps.records.queries import record_of
from seutu.apps.records.recording import recording
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.snapshots import keep_version
from seutu.core.figures import write_date
from seutu.core.text import Text

APPROVED: Final = next(each.label for each in DOCUMENT_STATES if each.code == "approved")
EMPTY: Final = Text(
    fi="Asiakirjassa ei ole vielä tekstiä, joten sitä ei voi hyväksyä. Kirjoita teksti ensin.",
    sv="Dokumentet har ännu ingen text och kan inte godkännas. Skriv texten först.",
    en="The document has no text yet, so it cannot be approved. Write the text first.",
)
NOT_WAITING: Final = Text(
    fi="Vain luonnoksen tai hyväksyttävänä olevan asiakirjan voi hyväksyä. Katso asiakirjan nykyinen tila.",
    sv="Bara ett utkast eller ett dokument som väntar på godkännande kan godkännas. Se dokumentets läge nu.",
    en="Only a draft or a document for approval can be approved. See the document's state now.",
)
IN_FUTURE: Final = Text(
    fi="Päivä {day} on tulevaisuudessa. Kirjaa hyväksyminen, kun se on tapahtunut.",
    sv="Dagen {day} ligger i framtiden. Anteckna godkännandet när det har skett.",
    en="The day {day} is in the future. Record the approval when it has happened.",
)
KEPT_ALREADY: Final = Text(
    fi="Hyväksytystä asiakirjasta on jo versio.",
    sv="Av det godkända dokumentet finns redan en version.",
    en="A version of the approved document has been kept already.",
)


def approve_document(*, document: PlanDocument, day: date, version: int, by: User | None, at: datetime) -> PlanDocument:
    """Mark a document approved on a day and keep it as its next version, together; returns it as it stands then.

    Raises DocumentNotApprovableError, and StaleVersionError when it has changed since ``version``: what is approved is
    what the person saw.
    """
    values: dict[str, Value] = {"state": "approved", "approved_on": day}
    with transaction.atomic():
        with recording(Operation.CHANGE, by=by, at=at, note=day.isoformat()) as act:
            fresh = cast("PlanDocument", record_of(PLAN_DOCUMENTS, document.pk))
            if fresh.version != version:
                raise StaleVersionError(current=values_of(PLAN_DOCUMENTS, fresh), sent=values, version=fresh.version)
            _refuse(fresh, day, at)
            act.change(PLAN_DOCUMENTS, fresh, values)
        _keep(fresh, by=by, at=at)
    return fresh


def keep_missing_approved(
    *, document: PlanDocument, by: User | None, at: datetime, mark: UUID | None = None
) -> Snapshot:
    """Keep the first version of a document that was brought in as approved already, once by its form's mark."""
    with recording(Operation.FREEZE, by=by, at=at):
        fresh = cast("PlanDocument", record_of(PLAN_DOCUMENTS, document.pk))
        if fresh.state != "approved":
            raise DocumentNotApprovableError(NOT_WAITING)
        if not fresh.text.strip():
            raise DocumentNotApprovableError(EMPTY)
        kept = _keep(fresh, by=by, at=at, mark=mark)
        if kept.number > 1:
            raise DocumentNotApprovableError(KEPT_ALREADY)
    return kept


def _keep(document: PlanDocument, *, by: User | None, at: datetime, mark: UUID | None = None) -> Snapshot:
    content = document_content(document)
    return keep_version(PLAN_DOCUMENTS, document, content, form=FORM, name=APPROVED.fi, by=by, at=at, mark=mark)


def _refuse(document: PlanDocument, day: date, at: datetime) -> None:
    if document.trashed_at is not None or document.state not in {"draft", "for_approval"}:
        raise DocumentNotApprovableError(NOT_WAITING)
    if not document.text.strip():
        raise DocumentNotApprovableError(EMPTY)
    if day > timezone.localdate(at):
        raise DocumentNotApprovableError(IN_FUTURE.filled(day=lambda language: write_date(day, language)))
