"""A contact's work handed to a successor in one act: the end day, the successor, the open tasks.

A consent is personal: it is never copied, and a successor starts as not asked. History stays with the one who left.
Not for the lists of what has been or should be handed over (hand_overs.py).
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID, uuid4

from django.utils import timezone

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import StaleVersionError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import check_values, values_of
from seutu.apps.records.queries import record_of
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from seutu.apps.records.terms import attach_terms
from seutu.apps.register.exceptions import CannotHandOverError
from seutu.apps.register.models import Contact
from seutu.core.text import Text

NEVER_COPIED: Final = ("consent", "consent_noted")
ALREADY: Final = Text(
    fi="Yhteyshenkilöllä on jo seuraaja. Avaa seuraajan tiedot ja jatka siitä.",
    sv="Kontaktpersonen har redan en efterträdare. Öppna efterträdarens uppgifter och fortsätt därifrån.",
    en="The contact already has a successor. Open the successor's page and go on from there.",
)
NOT_ONESELF: Final = Text(
    fi="Seuraaja on sama henkilö. Valitse toinen henkilö.",
    sv="Efterträdaren är samma person. Välj en annan person.",
    en="The successor is the same person. Choose another person.",
)
NOT_ACTIVE: Final = Text(
    fi="Valittu seuraaja ei ole enää yhteyshenkilönä. Valitse nykyinen henkilö tai lisää uusi.",
    sv="Den valda efterträdaren är inte längre kontaktperson. Välj en nuvarande person eller lägg till en ny.",
    en="The chosen successor is no longer a contact. Choose a current person or add a new one.",
)


def hand_over(
    contact: UUID,
    successor: UUID | Mapping[str, Value],
    *,
    by: User | None,
    at: datetime,
    day: date | None = None,
    version: int | None = None,
) -> Contact:
    """Hand a contact's work to a successor, a contact that stands or the values of a new one; returns the successor.

    ``day`` is the last day of the one who leaves (the day of ``at``); an earlier end that is already noted stays. A new
    successor is at the same actor and begins on that day, unless told otherwise. Raises CannotHandOverError,
    StaleVersionError, InvalidValuesError.
    """
    last_day = day or timezone.localdate(at)
    with recording(Operation.HAND_OVER, by=by, at=at) as act:
        kind = kind_named("contacts")
        leaving = _contact(kind, contact)
        if version is not None and leaving.version != version:
            raise StaleVersionError(current=values_of(kind, leaving), sent={}, version=leaving.version)
        if leaving.successor_id or leaving.trashed_at:
            raise CannotHandOverError(ALREADY if leaving.successor_id else NOT_ACTIVE)
        standing = None if isinstance(successor, Mapping) else _standing(kind, leaving, successor, last_day)
        heir = standing.pk if standing else uuid4()
        noted = leaving.active_to
        ends = noted if noted and noted < last_day else last_day
        # The one who leaves is the act's first row: the list of hand-overs finds it there even when values are erased.
        act.change(kind, leaving, {"active_to": ends, "successor": heir})
        if isinstance(successor, Mapping):
            following = _new(act, kind, leaving, heir, successor, last_day)
        elif standing is not None:
            following = standing
            if not following.consent:
                act.change(kind, following, {"consent": "not_asked"})
        _move(act, leaving, following, last_day)
        return following


def _contact(kind: Kind, record_id: UUID) -> Contact:
    found = record_of(kind, record_id)
    assert isinstance(found, Contact)  # noqa: S101 - the kind's own model
    return found


def _standing(kind: Kind, leaving: Contact, successor: UUID, day: date) -> Contact:
    if successor == leaving.pk:
        raise CannotHandOverError(NOT_ONESELF)
    found = _contact(kind, successor)
    ended = found.active_to is not None and found.active_to <= day
    if found.trashed_at or ended or found.successor_id:
        raise CannotHandOverError(NOT_ACTIVE)
    return found


def _new(act: Act, kind: Kind, leaving: Contact, heir: UUID, values: Mapping[str, Value], day: date) -> Contact:
    given = {name: value for name, value in values.items() if value is not None and name not in NEVER_COPIED}
    filled = {"actor": leaving.actor_id, "active_from": day, "consent": "not_asked", **given}
    check_values(kind, filled)
    made = act.create(kind, filled, record_id=heir)
    assert isinstance(made, Contact)  # noqa: S101 - the kind's own model
    return made


def _move(act: Act, leaving: Contact, following: Contact, day: date) -> None:
    """Let every record that is still going on point to the successor: open tasks, memberships that have not ended."""
    for kind, column, records in going_on(leaving.pk, day=day):
        for record in records:
            act.change(kind, record, {column: following.pk})


def going_on(contact: UUID, *, day: date) -> list[tuple[Kind, str, list[OwnedRecord]]]:
    """Return what a hand-over on ``day`` moves from a contact, by kind and column; other contacts are not moved."""
    found = []
    for kind in kinds():
        for column in kind.references:
            if column.kind != "contacts" or kind.name == "contacts":
                continue
            records = kind.model.objects.filter(**{f"{column.name}_id": contact}, trashed_at__isnull=True)
            still = [record for record in records.order_by("created_at", "pk") if _goes_on(record, day)]
            if still:
                found.append((kind, column.name, list(attach_terms(still))))
    return found


def _goes_on(record: Any, day: date) -> bool:
    ended = getattr(record, "date_to", None)
    return getattr(record, "state", "open") == "open" and (ended is None or ended >= day)
