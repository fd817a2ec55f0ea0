"""Reads of indicators: those of a programme and its projects, each with its value on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import Q

from seutu.apps.programmes.kinds.events import EVENTS
from seutu.apps.programmes.kinds.measuring import INDICATORS, MEASUREMENTS
from seutu.apps.programmes.models import Indicator, Measurement, Programme, Project
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.queries import records_of
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.programmes.indicators import Measured, Plan, Reading, reading_on
from seutu.core.programmes.measurements import Direction, Gathering

ADDING_UP: Final = frozenset({"number"})
NARRATIVE: Final = "narrative"


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
    """An indicator, what it goes from and to, and how it stands."""

    indicator: Indicator
    plan: Plan
    reading: Reading


@dataclass(frozen=True, slots=True)
class Measuring:
    """A programme's indicators on a day, and the projects that have none of their own."""

    day: date
    indicators: tuple[IndicatorStanding, ...]
    unmeasured: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Events of projects and how many attendances were counted; one person may be in several."""

    events: int
    counted: int
    attendances: Decimal | None


def measuring(programme: Programme, projects: Sequence[Project], day: date) -> Measuring:
    """Return the indicators of the programme first, then those of its projects by the project's name."""
    ids = [each.pk for each in projects]
    found = list(records_of(INDICATORS).filter(Q(programme=programme) | Q(project__in=ids)))
    found.sort(key=lambda each: (each.project_id is not None, each.project.name if each.project else "", each.name))
    by_indicator: dict[object, list[Measurement]] = {}
    held = records_of(MEASUREMENTS).filter(indicator__in=[one.pk for one in found])
    for each in held.order_by(*blanks_last(Measurement, "day"), "pk"):
        by_indicator.setdefault(each.indicator_id, []).append(each)
    standings = tuple(_standing(each, by_indicator.get(each.pk, ()), day) for each in found)
    measured = {each.project_id for each in found}
    return Measuring(day, standings, tuple(each for each in projects if each.pk not in measured))


def _standing(indicator: Indicator, measurements: Iterable[Measurement], day: date) -> IndicatorStanding:
    plan = _plan(indicator)
    return IndicatorStanding(indicator, plan, reading_on(plan, _measured(measurements), day))


def _plan(indicator: Indicator) -> Plan:
    return Plan(
        baseline=_figure(indicator.baseline),
        target=_figure(indicator.target),
        direction=Direction(indicator.direction or Direction.MORE),
        gathering=Gathering(indicator.gathering or Gathering.LATEST),
        adds_up=indicator.indicator_type in ADDING_UP,
    )


def _figure(value: Decimal | None) -> Decimal | None:
    return plain_number(value)


def _measured(measurements: Iterable[Measurement]) -> list[Measured]:
    return [
        Measured(
            day=each.day,
            value=_figure(each.value),
            told=each.told,
            breakdown=each.breakdown,
            category=each.category,
            measured_by=each.measured_by,
            source=each.source.title if each.source else "",
        )
        for each in measurements
    ]


def attendance(projects: Iterable[Project], day: date) -> Attendance:
    """Return how many events the projects had by the day, and the attendances of those that were counted."""
    ids = [each.pk for each in projects]
    found = EVENTS.model.objects.filter(project__in=ids, trashed_at__isnull=True, start__lte=day).order_by()
    counts = list(found.values_list("participant_count", flat=True))
    known = [each for each in counts if each is not None]
    return Attendance(len(counts), len(known), sum(known, Decimal(0)) if known else None)
