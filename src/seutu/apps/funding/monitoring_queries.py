"""A programme's monitoring report composed from live data. Not for keeping it, which is an operation."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final
from uuid import UUID

from seutu.apps.funding.appropriation_queries import AppropriationStanding, appropriations_of
from seutu.apps.funding.choices import USE_KINDS
from seutu.apps.funding.portfolio_queries import rows_of
from seutu.apps.programmes.choices import EFFECTS_ON_GOAL, LIFE_CYCLE, PROJECT_TYPES
from seutu.apps.programmes.indicator_queries import IndicatorStanding, Measuring, measuring
from seutu.apps.programmes.models import BenefitGoal, GoalContribution, Programme, Project
from seutu.apps.programmes.programme_queries import GoalStanding, contributions_to, life_of, programme_view
from seutu.apps.programmes.sdg_queries import sdg_matrix
from seutu.apps.programmes.steering_queries import open_resolutions, timeline
from seutu.core.figures.number_writing import round_half_up
from seutu.core.funding.appropriations import USE, UseInState
from seutu.core.programmes.life_cycles import standing_on
from seutu.core.programmes.monitoring import (
    AppropriationLine,
    CostLine,
    GoalLine,
    IndicatorLine,
    Milestone,
    MonitoringReport,
    PartLine,
    ProjectLine,
    ResolutionLine,
    ReviewCount,
    StateLine,
    UseLine,
    Words,
)

EFFECTS: Final = {choice.code: choice.label for choice in EFFECTS_ON_GOAL}
STAGES: Final = {choice.code: choice.label for choice in LIFE_CYCLE}
TYPES: Final = {choice.code: choice.label for choice in PROJECT_TYPES}
USES: Final = {choice.code: choice.label for choice in USE_KINDS}
HUNDRED: Final = Fraction(100)


def monitoring_report(programme: Programme, day: date, *, words: Words = Words()) -> MonitoringReport:  # noqa: B008 - frozen
    """Return the report of the state on a day."""
    view = programme_view(programme)
    serves = _served(contributions_to(programme))
    placed = [(each, standing_on(life_of(each), day)) for each in view.projects]
    under_way = [each for each, standing in placed if standing.under_way]
    measured = measuring(programme, under_way, day)
    lines = {each.pk: _project(each, serves) for each in view.projects}
    return MonitoringReport(
        programme=programme.name,
        owner=programme.owner_unit.title if programme.owner_unit else "",
        steering=programme.steering,
        day=day,
        goals=tuple(_goal(each) for each in view.goals),
        under_way=tuple(lines[each.pk] for each in under_way),
        continuing=tuple(lines[each.pk] for each, standing in placed if standing.continues),
        new=tuple(lines[each.pk] for each, standing in placed if standing.new),
        in_preparation=tuple(lines[each.pk] for each, standing in placed if standing.in_preparation),
        unplaced=tuple(lines[each.pk] for each, standing in placed if not standing.is_told),
        indicators=tuple(_indicator(each) for each in measured.indicators),
        unmeasured=_unmeasured(measured),
        review=_review(programme, under_way, day),
        milestones=tuple(Milestone(each.day, each.name, each.kind) for each in timeline(programme)),
        appropriations=tuple(_appropriation(each) for each in appropriations_of(programme, year=str(day.year))),
        costs=_costs(under_way, day),
        resolutions=tuple(
            ResolutionLine(each.name, each.responsible, each.due, each.project.title if each.project else "")
            for each in open_resolutions(programme)
        ),
        words=words,
    )


def _served(contributions: Iterable[GoalContribution]) -> Mapping[UUID, tuple[str, ...]]:
    found: dict[UUID, list[BenefitGoal]] = {}
    for each in contributions:
        if each.effect != "none":
            found.setdefault(each.project_id, []).append(each.benefit_goal)
    return {
        key: tuple(goal.number or goal.name for goal in sorted(goals, key=lambda each: (each.number, each.name)))
        for key, goals in found.items()
    }


def _goal(standing: GoalStanding) -> GoalLine:
    projects = tuple((each.project.name, EFFECTS.get(each.effect)) for each in standing.contributions)
    return GoalLine(standing.goal.number, standing.goal.name, projects)


def _project(project: Project, serves: Mapping[UUID, tuple[str, ...]]) -> ProjectLine:
    return ProjectLine(
        id=str(project.pk),
        name=project.name,
        kind=TYPES.get(project.project_type),
        stage=STAGES.get(project.life_cycle),
        unit=project.owner_unit.title if project.owner_unit else "",
        start=project.start,
        end=project.end,
        is_lead=bool(project.is_lead),
        goals=serves.get(project.pk, ()),
        description=project.description,
    )


def _indicator(standing: IndicatorStanding) -> IndicatorLine:
    indicator, reading = standing.indicator, standing.reading
    latest = reading.latest
    return IndicatorLine(
        id=str(indicator.pk),
        name=indicator.name,
        of=indicator.project.name if indicator.project else "",
        unit=indicator.unit,
        baseline=standing.plan.baseline,
        target=standing.plan.target,
        value=reading.value,
        measured=latest.day if latest else None,
        percent=percent_of(reading.done),
        told=latest.told if latest else "",
        source=latest.source if latest else "",
        parts=_parts(standing),
    )


def percent_of(done: Fraction | None) -> Decimal | None:
    """Return a fraction as whole percents, rounded half up."""
    if done is None:
        return None
    percent = done * HUNDRED
    return round_half_up(Decimal(percent.numerator) / Decimal(percent.denominator), 0)


def _parts(standing: IndicatorStanding) -> tuple[PartLine, ...]:
    found: list[PartLine] = []
    for breakdown in standing.reading.breakdowns:
        found += [PartLine(breakdown.name, part.name, part.value) for part in breakdown.parts]
        if breakdown.rest:
            found.append(PartLine(breakdown.name, "", breakdown.rest))
    return tuple(found)


def _unmeasured(measured: Measuring) -> tuple[str, ...]:
    return tuple(each.name for each in measured.unmeasured)


def _review(programme: Programme, under_way: Sequence[Project], day: date) -> ReviewCount:
    matrix = sdg_matrix(programme, projects=under_way, by=day)
    return ReviewCount(matrix.goals, matrix.projects, matrix.pairs, matrix.judged)


def _appropriation(standing: AppropriationStanding) -> AppropriationLine:
    found = standing.appropriation
    findings = [text for state in standing.states for text in state.findings]
    if standing.sought.relation is not None and standing.sought.exceeds:
        findings.append(standing.sought.relation.message)
    return AppropriationLine(
        id=str(found.pk),
        name=found.name,
        year=found.year,
        amount=standing.amount,
        states=tuple(_state(each) for each in standing.states),
        findings=tuple(findings),
    )


def _state(found: UseInState) -> StateLine:
    uses = tuple(UseLine(each.name, USES.get(each.kind), each.amount) for each in found.parts)
    return StateLine(USE[found.state], found.total, found.left, uses, found.rest, found.blanks)


def _costs(projects: Sequence[Project], day: date) -> tuple[CostLine, ...]:
    """Return the money of the projects of which some is known."""
    rows = rows_of(projects, by=day)
    known = [each for each in rows if each.planned is not None or each.used is not None]
    return tuple(CostLine(each.project.name, each.planned, each.used, each.left) for each in known)
