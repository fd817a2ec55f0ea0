"""Writing a review against the UN's 17 goals: all judgements of one subject in one act. Not for permissions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from seutu.apps.accounts.models import User
from seutu.apps.programmes.exceptions import ReviewChangedError
from seutu.apps.programmes.kinds.measuring import SDG_REVIEWS
from seutu.apps.programmes.models import Programme, SdgReview
from seutu.apps.programmes.sdg_queries import SubjectReview, subject_of
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.operations import check_values
from seutu.apps.records.recording import Act, recording
from seutu.core.figures import write_date
from seutu.core.text import Text

BEFORE_THE_LAST: Final = Text(
    fi="Kohde on arvioitu viimeksi {last}. Anna sama tai myöhempi päivä.",
    sv="Objektet bedömdes senast {last}. Ange samma dag eller en senare.",
    en="The subject was last reviewed on {last}. Give the same day or a later one.",
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is thought of one subject against one goal."""

    effect: str
    reason: str = ""


def review_subject(
    programme: Programme,
    subject: SubjectReview,
    judgements: Mapping[int, Judgement],
    *,
    reviewed: date,
    renew: bool,
    version: int,
    by: User | None,
    at: datetime,
) -> int:
    """Save judgements of a day; returns how many were written.

    The same form sent twice finds what it saved and writes nothing. A judgement of the same day is corrected, of
    another day a new one is written beside the old. One that says the same as the newest is written only to ``renew``
    the review. Raises ReviewChangedError when somebody has saved a review of the subject after ``version``,
    InvalidValuesError when a judgement is wrong or the day is before the last one.
    """
    last = subject.last
    if last is not None and reviewed < last:
        raise InvalidValuesError({"reviewed": BEFORE_THE_LAST.filled(last=lambda language: write_date(last, language))})
    with recording(Operation.CHANGE, by=by, at=at) as act:
        fresh = subject_of(programme, subject.kind, subject.subject.pk)
        if fresh is None:
            raise ReviewChangedError
        if fresh.version != version:
            if _stands_so(fresh, judgements, reviewed=reviewed, renew=renew):
                return 0
            raise ReviewChangedError
        return sum(
            _judge(act, fresh, number, judgement, reviewed=reviewed, renew=renew)
            for number, judgement in sorted(judgements.items())
        )


def _stands_so(subject: SubjectReview, judgements: Mapping[int, Judgement], *, reviewed: date, renew: bool) -> bool:
    """Return whether the newest judgements say what a form says."""
    for number, judgement in judgements.items():
        newest = subject.newest.get(number)
        if newest is None or (newest.effect, newest.reason) != (judgement.effect, judgement.reason):
            return False
        if renew and newest.reviewed != reviewed:
            return False
    return True


def _judge(act: Act, subject: SubjectReview, number: int, judgement: Judgement, *, reviewed: date, renew: bool) -> int:
    values = _values(subject, number, judgement, reviewed)
    check_values(SDG_REVIEWS, values)
    newest = subject.newest.get(number)
    if newest is None:
        act.create(SDG_REVIEWS, values)
        return 1
    same = (newest.effect, newest.reason) == (judgement.effect, judgement.reason)
    if newest.reviewed == reviewed:
        return int(_corrected(act, newest, judgement))
    if same and not renew:
        return 0
    act.create(SDG_REVIEWS, values)
    return 1


def _corrected(act: Act, newest: SdgReview, judgement: Judgement) -> bool:
    return act.change(SDG_REVIEWS, newest, {"effect": judgement.effect, "reason": judgement.reason or None})


def _values(subject: SubjectReview, number: int, judgement: Judgement, reviewed: date) -> dict[str, Any]:
    whose = "benefit_goal" if subject.kind == "benefit-goals" else "project"
    return {
        whose: subject.subject.pk,
        "sdg": str(number),
        "effect": judgement.effect,
        "reason": judgement.reason or None,
        "reviewed": reviewed,
    }
