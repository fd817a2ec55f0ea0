"""Reads of a programme as a whole: goals with the projects that serve them, stages, units and their co-operation.

Not for its money (``funding``), its indicators or its reviews, which have modules of their own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist

from seutu.apps.programmes.choices import EFFECTS_ON_GOAL
from seutu.apps.programmes.kinds.participations import PARTICIPATIONS
from seutu.apps.programmes.kinds.programmes import BENEFIT_GOALS, GOAL_CONTRIBUTIONS, PROGRAMMES
from seutu.apps.programmes.kinds.projects import PROJECTS
from seutu.apps.programmes.models import BenefitGoal, GoalContribution, Participation, Programme, Project
from seutu.apps.records.queries import records_of
from seutu.apps.register.models import Actor
from seutu.core.programmes.life_cycles import Life, Stage

EFFECT_ORDER: Final = {choice.code: number for number, choice in enumerate(EFFECTS_ON_GOAL)}
LEAD: Final = "lead"
FUNDER: Final = "funder"


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """A benefit goal with what serves it, the greatest effect first."""

    goal: BenefitGoal
    contributions: tuple[GoalContribution, ...]


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """A unit that owns or joins projects of the programme. ``alone`` are those it owns without another unit."""

    unit: Actor
    owns: tuple[Project, ...]
    joins: tuple[Project, ...]
    alone: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class Cooperation:
    """Who is active, and where co-operation is missing."""

    units: tuple[UnitStanding, ...]
    alone: tuple[Project, ...]
    unowned: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme with its goals and projects. ``served`` holds each contribution by (project, goal)."""

    programme: Programme
    goals: tuple[GoalStanding, ...]
    projects: tuple[Project, ...]
    stages: tuple[tuple[str, tuple[Project, ...]], ...]
    leads: tuple[Project, ...]
    served: Mapping[tuple[UUID, UUID], GoalContribution]
    unserving: tuple[Project, ...]
    cooperation: Cooperation
    sequels: tuple[Project, ...]

    @property
    def unjudged(self) -> int:
        """Return how many pairs of a project and a goal nobody has judged."""
        return len(self.projects) * len(self.goals) - len(self.served)


def programme_of(programme_id: UUID) -> Programme | None:
    """Return the workspace's programme, unless it is in the trash."""
    try:
        found: Programme = records_of(PROGRAMMES).get(pk=programme_id)
    except ObjectDoesNotExist:
        return None
    return found


def goals_of(programme: Programme) -> list[BenefitGoal]:
    """Return the programme's goals in their order."""
    return list(records_of(BENEFIT_GOALS).filter(programme=programme))


def projects_of(programme: Programme) -> list[Project]:
    """Return the programme's projects by name."""
    return list(records_of(PROJECTS).filter(development_programme=programme).order_by("name", "pk"))


def contributions_to(programme: Programme) -> list[GoalContribution]:
    """Return how the programme's projects serve its goals."""
    found = records_of(GOAL_CONTRIBUTIONS).filter(
        benefit_goal__programme=programme,
        project__development_programme=programme,
        project__trashed_at__isnull=True,
        benefit_goal__trashed_at__isnull=True,
    )
    return list(found)


def partners_in(projects: Iterable[Project]) -> list[Participation]:
    """Return who takes part in the projects."""
    ids = [each.pk for each in projects]
    return list(records_of(PARTICIPATIONS).filter(project__in=ids, actor__trashed_at__isnull=True))


def programme_view(programme: Programme) -> ProgrammeView:
    """Return the programme with everything its page tells of goals, projects and units."""
    goals, projects, contributions = goals_of(programme), projects_of(programme), contributions_to(programme)
    served = {(each.project_id, each.benefit_goal_id): each for each in contributions}
    serving = {each.project_id for each in contributions if each.effect != "none"}
    return ProgrammeView(
        programme=programme,
        goals=tuple(GoalStanding(goal, _serving(goal, contributions)) for goal in goals),
        projects=tuple(projects),
        stages=_by_stage(projects),
        leads=tuple(each for each in projects if each.is_lead),
        served=served,
        unserving=tuple(each for each in projects if each.pk not in serving),
        cooperation=cooperation(projects, partners_in(projects)),
        sequels=tuple(each for each in projects if each.follows_id),
    )


def _serving(goal: BenefitGoal, contributions: Iterable[GoalContribution]) -> tuple[GoalContribution, ...]:
    own = [each for each in contributions if each.benefit_goal_id == goal.pk]
    return tuple(sorted(own, key=lambda each: (-EFFECT_ORDER.get(each.effect, -1), each.project.name)))


def _by_stage(projects: Sequence[Project]) -> tuple[tuple[str, tuple[Project, ...]], ...]:
    """Return the projects by stage in the order of life; those without a stage last, under the empty name."""
    stages = [*(stage.value for stage in Stage), ""]
    found = ((stage, tuple(each for each in projects if each.life_cycle == stage)) for stage in stages)
    return tuple((stage, inside) for stage, inside in found if inside)


def cooperation(projects: Sequence[Project], partners: Sequence[Participation]) -> Cooperation:
    """Return who owns and who joins; a project is alone when nobody but its owner, or nobody at all, takes part.

    Funders only pay: they are no partners in the work.
    """
    joined: dict[UUID, dict[UUID, Actor]] = {}
    for partner in partners:
        if partner.role != FUNDER:
            joined.setdefault(partner.project_id, {})[partner.actor_id] = partner.actor
    others = {each.pk: set(joined.get(each.pk, ())) - {each.owner_unit_id} for each in projects}
    alone = tuple(each for each in projects if not others[each.pk])
    actors: dict[UUID, Actor] = {}
    for project in projects:
        if project.owner_unit is not None:
            actors[project.owner_unit.pk] = project.owner_unit
        actors |= joined.get(project.pk, {})
    units = [
        UnitStanding(
            unit=actor,
            owns=tuple(each for each in projects if each.owner_unit_id == key),
            joins=tuple(each for each in projects if key in others[each.pk]),
            alone=tuple(each for each in alone if each.owner_unit_id == key),
        )
        for key, actor in actors.items()
    ]
    units.sort(key=lambda each: (-len(each.owns), -len(each.joins), each.unit.name))
    return Cooperation(tuple(units), alone, tuple(each for each in projects if each.owner_unit_id is None))


def life_of(project: Project) -> Life:
    """Return a project's days and stage as core knows them."""
    stage = Stage(project.life_cycle) if project.life_cycle else None
    return Life(project.start, project.end, stage)
