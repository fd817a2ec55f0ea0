"""Reads of how a programme is steered: what was decided and is still open, and the days of its reviews."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q

from seutu.apps.programmes.choices import MEETING_TYPES
from seutu.apps.programmes.kinds.measuring import SDG_REVIEWS
from seutu.apps.programmes.kinds.steering import PROJECT_MEETINGS, REFLECTIONS, RESOLUTIONS
from seutu.apps.programmes.models import Programme, Project, Reflection, Resolution
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.queries import records_of
from seutu.core.text import Text

OPEN: Final = ("", "open")
STARTS: Final = Text(fi="ohjelma alkaa", sv="programmet börjar", en="the programme starts")
ENDS: Final = Text(fi="ohjelma päättyy", sv="programmet slutar", en="the programme ends")
REVIEW: Final = Text(
    fi="arviointi YK:n tavoitteiden kannalta", sv="bedömning mot FN:s mål", en="review against the UN's goals"
)
MEETING: Final = Text(fi="kokous", sv="möte", en="meeting")
LABELS: Final = {choice.code: choice.label for choice in MEETING_TYPES}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A day of the programme. ``record`` is the kind and id of what it is told by; None for its start and end."""

    day: date
    name: str
    kind: Text
    record: tuple[str, UUID] | None = None


@dataclass(frozen=True, slots=True)
class WorkshopView:
    """A reflection workshop with what was decided of it."""

    reflection: Reflection
    resolutions: tuple[Resolution, ...]


def resolutions_of(programme: Programme) -> list[Resolution]:
    """Return what was decided in the programme: in its workshops and meetings, and in those of its projects."""
    inside = (
        Q(reflection__programme=programme)
        | Q(reflection__project__development_programme=programme)
        | Q(meeting__programme=programme)
        | Q(meeting__project__development_programme=programme)
    )
    return list(
        records_of(RESOLUTIONS).filter(inside).order_by(*blanks_last(Resolution, "due"), "number", "name", "pk")
    )


def open_resolutions(programme: Programme) -> list[Resolution]:
    """Return what is not carried out yet, the nearest day first; those without a day come last."""
    found = [each for each in resolutions_of(programme) if each.state in OPEN]
    return sorted(found, key=lambda each: (each.due is None, each.due or date.max, each.name))


def reflections_of(programme: Programme) -> list[Reflection]:
    """Return the programme's workshops, newest first."""
    return list(records_of(REFLECTIONS).filter(programme=programme))


def workshop_of(whole: Programme | Project, reflection_id: UUID) -> WorkshopView | None:
    """Return a workshop of the programme or the project, unless it is in the trash."""
    own = {"project": whole} if isinstance(whole, Project) else {"programme": whole}
    try:
        found: Reflection = records_of(REFLECTIONS).get(**own, pk=reflection_id)
    except ObjectDoesNotExist:
        return None
    return WorkshopView(found, tuple(records_of(RESOLUTIONS).filter(reflection=found)))


def timeline(programme: Programme) -> list[TimelineEntry]:
    """Return the days of the programme, the first first: start, meetings, workshops, reviews, end."""
    entries = [
        TimelineEntry(day, programme.name, label)
        for day, label in ((programme.start, STARTS), (programme.end, ENDS))
        if day is not None
    ]
    entries += [
        TimelineEntry(each.day, each.name, LABELS.get(each.meeting_type, MEETING), (PROJECT_MEETINGS.name, each.pk))
        for each in records_of(PROJECT_MEETINGS).filter(programme=programme)
    ]
    entries += [
        TimelineEntry(each.day, each.name, REFLECTIONS.singular, (REFLECTIONS.name, each.pk))
        for each in reflections_of(programme)
        if each.day is not None
    ]
    entries += [TimelineEntry(day, programme.name, REVIEW) for day in _review_days(programme)]
    return sorted(entries, key=lambda each: (each.day, each.name))


def _review_days(programme: Programme) -> list[date]:
    own = Q(project__development_programme=programme) | Q(benefit_goal__programme=programme)
    days = SDG_REVIEWS.model.objects.filter(own, trashed_at__isnull=True, reviewed__isnull=False)
    return sorted(set(days.order_by().values_list("reviewed", flat=True)))
