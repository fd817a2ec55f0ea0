"""Quotas of a wave that take no more answers when they are full: what they hold, and whether one more fits.

Read where the wave is held until the answers stand, they are exact; elsewhere they tell a respondent early. Not for
quotas that are only watched (``queries.monitor_of``).
"""

from dataclasses import dataclass
from uuid import UUID

from seutu.apps.statistics.models import SurveyQuota, SurveyResponse
from seutu.apps.statistics.surveys.exceptions import QuotaFullError


@dataclass(slots=True)
class _Held:
    """A quota and how many answers it has; an empty ``group`` or ``town`` means any."""

    group: str
    town: str
    target: int
    answers: int

    def counts(self, group: str, town: str) -> bool:
        return self.group in {"", group} and self.town in {"", town}


@dataclass(frozen=True, slots=True)
class ClosingQuotas:
    """The closing quotas of one wave."""

    held: tuple[_Held, ...]

    @classmethod
    def of(cls, wave_id: UUID) -> "ClosingQuotas":
        """Read the closing quotas of a wave: a query, and one more for each quota."""
        found = SurveyQuota.objects.filter(wave_id=wave_id, closes=True, trashed_at__isnull=True).order_by()
        rows = found.values_list("respondent_group", "municipality", "target")
        return cls(tuple(_Held(g, m, int(target), _answers(wave_id, g, m)) for g, m, target in rows))

    def refuse_full(self, group: str, town: str) -> None:
        """Raise QuotaFullError where an answer of this group and town would go over a quota."""
        if any(each.counts(group, town) and each.answers >= each.target for each in self.held):
            raise QuotaFullError

    def take(self, group: str, town: str) -> None:
        """Count an answer that is about to be written."""
        for each in self.held:
            each.answers += each.counts(group, town)


def _answers(wave_id: UUID, group: str, town: str) -> int:
    wanted = {"respondent_group": group} if group else {}
    wanted |= {"municipality": town} if town else {}
    return SurveyResponse.objects.filter(wave_id=wave_id, **wanted).order_by().count()
