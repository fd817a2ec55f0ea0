"""The indicators of a project as they stand on a day: the value, its day, how much of the way to the target is done.

Not for entering measurements, or for those of a programme.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from seutu.apps.programmes.models import Indicator, Measurement
from seutu.apps.records.ordering import blanks_last
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.programmes import measurements as core


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """An indicator on a day; ``value`` is None where nothing has been measured, which is not zero."""

    indicator: Indicator
    value: Decimal | None
    day: date | None
    told: str
    progress: Fraction | None


def project_indicators(project_id: UUID, *, today: date) -> tuple[IndicatorState, ...]:
    """Return a project's indicators as they stand today: two queries. Parts of a breakdown are not totals."""
    indicators = Indicator.objects.filter(project_id=project_id, trashed_at__isnull=True).order_by("name", "pk")
    found = Measurement.objects.filter(
        indicator__project_id=project_id, trashed_at__isnull=True, category="", day__lte=today
    ).order_by(*blanks_last(Measurement, "day"), "pk")
    measured: dict[UUID, list[Measurement]] = defaultdict(list)
    for each in found:
        measured[each.indicator_id].append(each)
    return tuple(_state(indicator, measured[indicator.pk], today) for indicator in indicators)


def _state(indicator: Indicator, measured: list[Measurement], today: date) -> IndicatorState:
    numbers = [core.Measurement(each.day, plain_number(each.value)) for each in measured if each.value is not None]
    gathering = core.Gathering(indicator.gathering) if indicator.gathering else core.Gathering.LATEST
    value = core.value_on(numbers, today, gathering)
    done = None
    if value is not None and indicator.baseline is not None and indicator.target is not None:
        direction = core.Direction(indicator.direction) if indicator.direction else core.Direction.MORE
        done = core.progress(indicator.baseline, indicator.target, value, direction)
    told = next((each.told for each in reversed(measured) if each.told), "")
    return IndicatorState(indicator, value, measured[-1].day if measured else None, told, done)
