"""Keeping the promise of how long answers are kept: told beforehand in the log, then removed after the day.

The day is the survey's ``keep_until``. A day that has passed already when it is first seen (typed so, or older than
this rule) is told of a week before anything goes. Not for removing by hand (``wave_operations.remove_answers``).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.recording import recording
from seutu.apps.records.scope import current_scope, in_scope
from seutu.apps.statistics.models import AnswerDraft, PersonalLink, Survey, SurveyResponse, SurveyWave
from seutu.apps.statistics.subjects import SURVEY_ANSWERS
from seutu.apps.statistics.surveys.wave_operations import close_wave, remove_answers

TOLD_BEFORE: Final = timedelta(days=14)
"""How long before the day the log tells of it."""
LEAST_NOTICE: Final = timedelta(days=7)
"""How long after it was told answers stand at least."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What a run did: waves that were told of, and waves whose answers went with how many there were."""

    told: int = 0
    waves: int = 0
    answers: int = 0


def enforce_everywhere(at: datetime) -> None:
    """Keep the promises of every workspace."""
    for workspace in Workspace.objects.order_by("pk"):
        with in_scope(workspace):
            enforce_retention(at=at)


def removal_day(survey: Survey, *, on: date) -> date | None:
    """Return the first day on which a survey's answers are removed, as it stands on a day; None where none is set."""
    if survey.keep_until is None:
        return None
    told = survey.removal_told_on if survey.removal_told_for == survey.keep_until else None
    day: date = max(survey.keep_until + timedelta(days=1), (told or on) + LEAST_NOTICE)
    return day


def enforce_retention(*, at: datetime) -> Removed:
    """Tell of, and remove, what the workspace's surveys promise, those in the trash too.

    A wave that is open is closed first. Where the survey keeps its figures, they are kept before anything goes. Each
    survey is one transaction.
    """
    on, done = timezone.localdate(at), Removed()
    for key in Survey.objects.filter(keep_until__lt=on + TOLD_BEFORE).order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            found = _kept(key, on, at)
        done = Removed(done.told + found.told, done.waves + found.waves, done.answers + found.answers)
    return done


def holds_answers(wave: SurveyWave) -> bool:
    """Return whether anything of respondents is kept for a wave: answers, unfinished ones or personal links."""
    held = (SurveyResponse.objects.filter(wave=wave), AnswerDraft.objects.filter(wave=wave))
    return any(each.exists() for each in held) or PersonalLink.objects.filter(link__wave=wave).exists()


def _kept(key: object, on: date, at: datetime) -> Removed:
    Workspace.objects.select_for_update().get(pk=current_scope().workspace.pk)  # nobody changes the day meanwhile
    survey = Survey.objects.get(pk=key)
    waves = [each for each in SurveyWave.objects.filter(survey=survey).order_by("pk") if holds_answers(each)]
    if not waves:
        return Removed()
    if survey.removal_told_for != survey.keep_until:
        _tell(survey, waves, on, at)
        return Removed(told=len(waves))
    day = removal_day(survey, on=on)
    if day is None or on < day:
        return Removed()
    count = 0
    for wave in waves:
        if wave.state == "open":
            close_wave(wave, by=None, at=at)
        count += remove_answers(wave, by=None, at=at)
    survey.removal_told_for = survey.removal_told_on = None  # answers that are brought in later are told of anew
    survey.save(update_fields=["removal_told_for", "removal_told_on"])
    return Removed(waves=len(waves), answers=count)


def _tell(survey: Survey, waves: list[SurveyWave], on: date, at: datetime) -> None:
    survey.removal_told_for, survey.removal_told_on = survey.keep_until, on
    day = removal_day(survey, on=on)
    with recording(Operation.FREEZE, by=None, at=at, note=survey.name) as act:
        for wave in waves:
            values = {"name": [wave.name, wave.name], "due": [None, day and day.isoformat()]}
            act.note(SURVEY_ANSWERS, wave.pk, Change.CHANGED, values)
        survey.save(update_fields=["removal_told_for", "removal_told_on"])
