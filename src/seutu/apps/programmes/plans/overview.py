"""What a project is: its own facts, its partners by role, the goals it serves, what it continues and what continues it.

Not for its work (``work``) or its money (``apps.funding``).
"""

from dataclasses import dataclass
from uuid import UUID

from seutu.apps.programmes.choices import PARTICIPATION_ROLES
from seutu.apps.programmes.models import GoalContribution, Participation, Project

ROLES = [choice.code for choice in PARTICIPATION_ROLES]


@dataclass(frozen=True, slots=True)
class ProjectOverview:
    """A project with who takes part in it, leads first, and what it is tied to."""

    project: Project
    partners: tuple[Participation, ...]
    goals: tuple[GoalContribution, ...]
    followers: tuple[Project, ...]

    @property
    def leads(self) -> tuple[Participation, ...]:
        """Return those who lead the project."""
        return tuple(each for each in self.partners if each.role == "lead")

    @property
    def others(self) -> int:
        """Return how many actors carry the project out or take part besides those who lead it."""
        leads = {each.actor_id for each in self.leads}
        return len({each.actor_id for each in self.partners if each.role != "funder"} - leads)


def standing_project(project_id: UUID) -> Project:
    """Return a project that is not in the trash; raises ``Project.DoesNotExist``."""
    related = ("development_programme", "owner_unit", "follows", "source")
    found: Project = Project.objects.select_related(*related).get(pk=project_id, trashed_at__isnull=True)
    return found


def project_overview(project: Project) -> ProjectOverview:
    """Return a project's overview: three queries."""
    partners = list(
        Participation.objects.filter(project=project, trashed_at__isnull=True)
        .select_related("actor")
        .order_by("actor__name", "pk")
    )
    partners.sort(key=lambda each: ROLES.index(each.role) if each.role in ROLES else len(ROLES))
    goals = (
        GoalContribution.objects.filter(project=project, trashed_at__isnull=True)
        .select_related("benefit_goal")
        .order_by("benefit_goal__number", "benefit_goal__name", "pk")
    )
    followers = Project.objects.filter(follows=project, trashed_at__isnull=True).order_by("name", "pk")
    return ProjectOverview(project, tuple(partners), tuple(goals), tuple(followers))
