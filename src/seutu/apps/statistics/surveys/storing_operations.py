"""Writing answers that come at once in one transaction: the disk is waited for once, and each sender for all of it.

SQLite has one writer at a time, and a commit waits for the disk. Whoever comes to the writer first writes everybody's
answers that wait by then; the others find theirs written. Nobody is told that an answer is stored before it is on the
disk. PostgreSQL does the same by itself, so there each answer is a transaction of its own.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from threading import Lock
from typing import Final
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from seutu.apps.accounts.enums import Role
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import AnswerDraft, PersonalLink, SurveyLink, SurveyResponse, SurveyWave
from seutu.apps.statistics.surveys.closing_quotas import ClosingQuotas
from seutu.apps.statistics.surveys.exceptions import (
    AnsweredError,
    ClosedError,
    NoSuchLinkError,
    OtherFormError,
    SurveyError,
)

MOST: Final = 200
"""How many answers one transaction takes at most, so that other writers come in between."""


@dataclass(slots=True)
class Waiting:
    """An answer to be written, and what became of it. ``personal`` and ``draft`` are digests, or empty."""

    link: SurveyLink
    row: SurveyResponse
    on: date
    personal: str = ""
    draft: str = ""
    is_new: bool = False
    is_done: bool = False
    error: Exception | None = None


@dataclass(slots=True)
class _Desk:
    """Where answers wait for the writer of this process."""

    gate: Lock = field(default_factory=Lock)
    writer: Lock = field(default_factory=Lock)
    waiting: list[Waiting] = field(default_factory=list)

    def taken(self, own: Waiting) -> list[Waiting]:
        """Return the answers to write now, one's own among them."""
        with self.gate:
            others = [each for each in self.waiting if each is not own]
            self.waiting = others[MOST - 1 :]
            return [own, *others[: MOST - 1]]


_desk: Final = _Desk()


def write_answer(own: Waiting) -> bool:
    """Write an answer with those that wait; return whether it is new. Raises SurveyError and what the database does."""
    if connection.vendor == "sqlite":
        with _desk.gate:
            _desk.waiting.append(own)
        with _desk.writer:
            if not own.is_done:
                _write(_desk.taken(own))
    else:
        _write([own])
        if isinstance(own.error, IntegrityError) and _is_stored(own):
            return False  # the same form came twice at once, and the other one was quicker
    if own.error is not None:
        raise own.error
    return own.is_new


def _is_stored(own: Waiting) -> bool:
    with in_scope(own.link.workspace, role=Role.GUEST):
        return bool(SurveyResponse.objects.filter(pk=own.row.pk).exists())


def _write(batch: list[Waiting]) -> None:
    """Write a batch in one transaction; a refused one has written nothing and stops no other."""
    workspaces = {each.link.workspace_id: each.link.workspace for each in batch}
    try:
        with transaction.atomic():
            for key, workspace in workspaces.items():
                with in_scope(workspace, role=Role.GUEST):
                    _write_of_workspace([each for each in batch if each.link.workspace_id == key])
    except Exception as error:  # noqa: BLE001 - every sender is to know that nothing was stored
        for each in batch:
            each.is_new, each.error = False, error
    finally:
        for each in batch:
            each.is_done = True


def _write_of_workspace(batch: list[Waiting]) -> None:
    """Write the new ones of a batch. Everything that can refuse one is asked before anything of it is written."""
    ids = [each.row.pk for each in batch]
    held = set(SurveyResponse.objects.filter(pk__in=ids).values_list("pk", flat=True))
    states: dict[UUID, _State] = {}
    quotas: dict[UUID, ClosingQuotas] = {}
    for each in batch:
        if each.row.pk in held:
            continue
        if each.link.pk not in states:
            states[each.link.pk] = _state(each.link)
        if each.row.wave_id not in quotas:
            quotas[each.row.wave_id] = ClosingQuotas.of(each.row.wave_id)
        try:
            _refuse_closed(each, states[each.link.pk])
            quotas[each.row.wave_id].refuse_full(each.row.respondent_group, each.row.municipality)
            if each.link.link_type == "personal":
                _use_personal(each)
        except SurveyError as error:
            each.error = error
            continue
        held.add(each.row.pk)
        quotas[each.row.wave_id].take(each.row.respondent_group, each.row.municipality)
        each.is_new = True
    SurveyResponse.objects.bulk_create([each.row for each in batch if each.is_new])
    drafts = [each.draft for each in batch if each.is_new and each.draft]
    if drafts:
        AnswerDraft.objects.filter(digest__in=drafts).delete()


def _state(link: SurveyLink) -> "_State":
    """Look at a link and its wave anew, held until the answers stand: who closes the wave waits, and counts them."""
    if connection.features.has_select_for_update:
        list(SurveyWave.objects.filter(pk=link.wave_id).select_for_update(no_key=True).values_list("pk"))
    names = ("ended", "trashed_at", "wave__trashed_at", "wave__state", "wave__opens", "wave__closes")
    return _State(*SurveyLink.objects.filter(pk=link.pk).values_list(*names, "wave__form_number").get())


@dataclass(frozen=True, slots=True)
class _State:
    """What tells whether answers are taken by a link."""

    ended: bool | None
    trashed_at: datetime | None
    wave_trashed_at: datetime | None
    state: str
    opens: date
    closes: date
    form_number: Decimal | None


def _refuse_closed(each: Waiting, now: _State) -> None:
    if now.ended or now.trashed_at or now.wave_trashed_at:
        raise ClosedError
    if now.state != "open" or not now.opens <= each.on <= now.closes:
        raise ClosedError
    if each.row.form_number != now.form_number:
        raise OtherFormError


def _use_personal(each: Waiting) -> None:
    found = PersonalLink.objects.filter(link=each.link, digest=each.personal)
    if not found.filter(used=False).update(used=True):
        raise AnsweredError if found.exists() else NoSuchLinkError
