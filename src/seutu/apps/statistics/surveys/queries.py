"""Reads of surveys: the link of a code, whether a wave is open, how many have answered. Not for estimates.

Only whose link a code is is looked for outside a scope; all else is read in the scope of its workspace.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from django.db.models import Count, QuerySet

from seutu.apps.records.models import OwnedRecord, everywhere
from seutu.apps.records.snapshots import versions_of
from seutu.apps.statistics.kinds.surveys import SURVEYS
from seutu.apps.statistics.models import PersonalLink, Survey, SurveyLink, SurveyQuota, SurveyResponse, SurveyWave
from seutu.apps.statistics.surveys.exceptions import NoSuchLinkError
from seutu.apps.statistics.surveys.forms import FORM
from seutu.core.surveys.disclosure import Sum, suppressed, two_way, with_totals

LATELY_SECONDS: Final = 5


def link_of(code: str) -> SurveyLink:
    """Return the link of a code with its wave, survey and workspace; raises NoSuchLinkError."""
    links = everywhere(SurveyLink).select_related("workspace", "wave__survey")
    link: SurveyLink | None = links.filter(code=code, trashed_at__isnull=True).first()
    if link is None or link.wave.trashed_at or link.wave.survey.trashed_at:
        raise NoSuchLinkError
    return link


@lru_cache(maxsize=64)
def _link_then(code: str, _moment: int) -> SurveyLink:
    return link_of(code)


def link_lately(code: str, *, at: datetime) -> SurveyLink:
    """Return the link of a code as it stood within the last seconds; whoever writes by it looks at it anew."""
    return _link_then(code, int(at.timestamp()) // LATELY_SECONDS)


def is_open(link: SurveyLink, *, on: date) -> bool:
    """Return whether answers are taken by the link on a day."""
    return not link.ended and wave_is_open(link.wave, on=on)


def wave_is_open(wave: SurveyWave, *, on: date) -> bool:
    """Return whether a wave takes answers on a day: both its days belong to it."""
    return wave.state == "open" and wave.trashed_at is None and wave.opens <= on <= wave.closes


def waits_for_close(wave: SurveyWave) -> bool:
    """Return whether nobody looks into the answers before the wave is closed for good: it has personal links.

    A used link says so when it is opened. Whoever has the links, and looks before one is used and after, would else
    see whose an answer is.
    """
    return wave.state != "closed" and has_personal_links(wave)


def has_personal_links(wave: OwnedRecord) -> bool:
    """Return whether personal links of the wave have been made."""
    return bool(PersonalLink.objects.filter(link__wave_id=wave.pk).exists())


def wave_is_over(wave: SurveyWave, *, on: date) -> bool:
    """Return whether a wave takes no more answers and anybody may see what it tells: the one rule of every page.

    It is closed, or its last day is past and no personal link keeps it from being looked into. A draft and a wave whose
    first day is still to come are not over: answers may still come.
    """
    return wave.state == "closed" or (wave.state == "open" and wave.closes < on and not waits_for_close(wave))


def has_responses(wave: OwnedRecord) -> bool:
    """Return whether anybody has answered the wave."""
    return bool(SurveyResponse.objects.filter(wave_id=wave.pk).exists())


def responses_of(wave: SurveyWave) -> QuerySet[SurveyResponse]:
    """Return the answers of a wave in an order that tells nothing of when they came."""
    found: QuerySet[SurveyResponse] = SurveyResponse.objects.filter(wave=wave).order_by("pk")
    return found


def published_forms(survey: Survey) -> QuerySet[Any]:
    """Return the published questionnaires of a survey, newest first."""
    return versions_of(SURVEYS, survey.pk, form=FORM)


@dataclass(frozen=True, slots=True)
class QuotaCount:
    """A quota with the answers that count towards it; ``hidden``: their number is not shown."""

    quota: SurveyQuota
    answers: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Monitor:
    """How many have answered a wave, by group, town and day; None is a number that is hidden.

    ``total`` is of everybody, for whoever decides by it; ``total_hidden``: it is too small to be shown. ``waits``: no
    number of a group or a town is told before the wave is closed (``waits_for_close``).
    """

    total: int
    total_hidden: bool
    by_group: dict[str, int | None]
    by_town: dict[str, int | None]
    by_day: dict[date, int | None]
    quotas: tuple[QuotaCount, ...]
    waits: bool = False


def monitor_of(wave: SurveyWave) -> Monitor:
    """Return how the answering of a wave goes: a few queries, however many have answered.

    Numbers are hidden as in the results of a question that everybody has answered: by the table of towns × groups with
    all its totals, so that neither totals nor quotas tell what is hidden. While a wave waits for its close, nothing is
    told by group or town: which number grew while a personal link was used would be that respondent's group and town.
    """
    waits = waits_for_close(wave)
    rows = SurveyResponse.objects.filter(wave=wave).order_by()
    counted = rows.values_list("respondent_group", "municipality", "day").annotate(count=Count("pk"))
    days: Counter[date] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for group, town, day, count in counted:
        days[day] += count
        pairs[group, town] += count
    groups, towns = (sorted({pair[place] for pair in pairs}) for place in (0, 1))
    shown = _shown_counts(pairs, groups, towns)
    total = sum(days.values())
    quotas = SurveyQuota.objects.filter(wave=wave, trashed_at__isnull=True).order_by("name", "pk")
    return Monitor(
        total=total,
        total_hidden=shown[None, None] is None,
        by_group={} if waits else {group: shown[group, None] for group in groups},
        by_town={} if waits else {town: shown[None, town] for town in towns},
        by_day=_shown_days(days),
        quotas=tuple(_quota(quota, pairs, {} if waits else shown) for quota in quotas),
        waits=waits,
    )


Shown = dict[tuple[str | None, str | None], int | None]


def _shown_counts(pairs: Counter[tuple[str, str]], groups: list[str], towns: list[str]) -> Shown:
    """Return the numbers by group and town that may be shown, None for hidden ones; a key of None is a total."""
    table = with_totals([[pairs[group, town] for group in groups] for town in towns] or [[0]])
    tall, wide = len(table) - 1, len(table[0]) - 1
    hidden = suppressed(table.ravel(), two_way(tall, wide)).hidden.reshape(table.shape)
    return {
        (group, town): None if hidden[down, across] else int(table[down, across])
        for down, town in enumerate([*towns, None] if towns else ["", None])
        for across, group in enumerate([*groups, None] if groups else ["", None])
    }


def _shown_days(days: Counter[date]) -> dict[date, int | None]:
    """Return the numbers by day, in the order of days, None for those that are hidden."""
    order = sorted(days)
    table = with_totals([[days[day]] for day in order] or [[0]])[:, 0]
    hidden = suppressed(table, [Sum(len(table) - 1, tuple(range(len(table) - 1)))]).hidden
    return {day: None if hidden[place] else days[day] for place, day in enumerate(order)}


def _quota(quota: SurveyQuota, pairs: Counter[tuple[str, str]], shown: Shown) -> QuotaCount:
    answers = _towards(quota, pairs)
    cell = (quota.respondent_group or None, quota.municipality or None)
    return QuotaCount(quota, answers, hidden=not shown or (answers > 0 and shown.get(cell, 0) is None))


def _towards(quota: SurveyQuota, pairs: Counter[tuple[str, str]]) -> int:
    return sum(
        count
        for (group, town), count in pairs.items()
        if quota.respondent_group in {"", group} and quota.municipality in {"", town}
    )
