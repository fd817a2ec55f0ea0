"""How a project is steered: its meetings with what they decided, what is still to be done, and its risks.

Not for reflection workshops of programmes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from seutu.apps.programmes.models import ProjectMeeting, Resolution, Risk
from seutu.apps.records.ordering import blanks_last
from seutu.core.programmes.risks import weight


@dataclass(frozen=True, slots=True)
class ProjectSteering:
    """Meetings, newest first; their resolutions by meeting; the open ones, the most urgent first; risks by weight."""

    meetings: tuple[ProjectMeeting, ...]
    resolutions: Mapping[UUID, int]
    open_resolutions: tuple[Resolution, ...]
    risks: tuple[Risk, ...]


def project_steering(project_id: UUID) -> ProjectSteering:
    """Return how a project is steered: three queries."""
    meetings = ProjectMeeting.objects.filter(project_id=project_id, trashed_at__isnull=True).order_by(
        *blanks_last(ProjectMeeting, "-day"), "name"
    )
    resolutions = list(
        Resolution.objects.filter(
            Q(project_id=project_id)
            | Q(project__isnull=True) & (Q(meeting__project_id=project_id) | Q(reflection__project_id=project_id)),
            trashed_at__isnull=True,
        ).select_related("meeting", "reflection")
    )
    counted: dict[UUID, int] = {}
    for each in resolutions:
        if each.meeting_id:
            counted[each.meeting_id] = counted.get(each.meeting_id, 0) + 1
    left = [each for each in resolutions if each.state in {"", "open"}]
    left.sort(key=lambda each: (each.due or date.max, each.name, str(each.pk)))
    risks = list(Risk.objects.filter(project_id=project_id, trashed_at__isnull=True).order_by("name", "pk"))
    risks.sort(key=lambda each: (each.state == "closed", -(weight(each.probability, each.impact) or 0)))
    return ProjectSteering(tuple(meetings), counted, tuple(left), tuple(risks))
