"""What an application still lacks for a step: an open call, supplements, scores, a decision with reasons.

Reads only. Not for which step may follow which (steps.py).
"""

from collections import Counter
from datetime import date

from seutu.apps.funding import step_words as say
from seutu.apps.funding.choices import OUTCOMES
from seutu.apps.funding.models import Application, Criterion, Decision, Score, SupplementRequest
from seutu.apps.funding.steps import DECIDING
from seutu.apps.records.ordering import blanks_last
from seutu.core.text import Text


def what_is_missing(application: Application, to: str, day: date | None) -> Text | None:
    """Return what must be there before the step, and what to do about it; None when nothing is missing.

    Without a day the call's own days are not asked.
    """
    if to == "submitted":
        return _call(application, day)
    if to == "supplement_requested":
        return None if open_supplements(application) else say.NOTHING_REQUESTED
    if to == "supplemented":
        count = open_supplements(application)
        return say.supplements_open(count) if count else None
    if to == "scored":
        return _scores(application)
    return _decision(application, to) if to in DECIDING else None


def _call(application: Application, day: date | None) -> Text | None:
    call = application.call
    if call is None or day is None:
        return None
    early = call.opens is not None and day < call.opens
    late = call.closes is not None and day > call.closes
    return say.call_not_open(call.opens, call.closes, day) if early or late else None


def open_supplements(application: Application) -> int:
    """Return how many supplements are still to be done."""
    standing = SupplementRequest.objects.filter(application=application.pk, trashed_at__isnull=True)
    return standing.filter(state="open").count()


def assessors_of(application: Application) -> tuple[int, int]:
    """Return how many have scored every criterion of the call, and how many have begun: numbers only, no points."""
    criteria = set(
        Criterion.objects.filter(call=application.call_id, trashed_at__isnull=True).values_list("pk", flat=True)
        if application.call_id
        else ()
    )
    given: Counter[str] = Counter()
    scored = Score.whole.filter(application=application.pk, trashed_at__isnull=True)
    for assessor, criterion in set(scored.values_list("assessor", "criterion")):
        given[assessor.casefold()] += criterion in criteria
    return sum(1 for count in given.values() if criteria and count == len(criteria)), len(given)


def _scores(application: Application) -> Text | None:
    finished, begun = assessors_of(application)
    if begun > finished:
        return say.assessors_unfinished(begun - finished)
    return None if finished or application.points is not None else say.NOBODY_FINISHED


def standing_decisions(application: Application) -> list[Decision]:
    """Return the decisions that settle the application: approvals and rejections, without those in the trash."""
    made = Decision.objects.filter(application=application.pk, outcome__in=DECIDING, trashed_at__isnull=True)
    return list(made.order_by(*blanks_last(Decision, "day"), "pk"))


def _decision(application: Application, outcome: str) -> Text | None:
    """Return what is missing of the funder's decision; where the call has no decision of its funder, of anybody's."""
    made = standing_decisions(application)
    funder = application.call.funder_id if application.call else None
    made = [each for each in made if each.decider_id in {None, funder}] or made
    same = [each for each in made if each.outcome == outcome]
    if not any(each.reasons for each in same):
        label = next(each.label for each in OUTCOMES if each.code == outcome)
        return say.reasons_missing(label) if same else say.decision_missing(label)
    return say.DECISIONS_APART if len({each.outcome for each in made}) > 1 else None
