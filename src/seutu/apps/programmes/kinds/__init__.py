"""Kinds of records of programmes, in the order in which they refer to one another."""

from typing import Final

from seutu.apps.programmes.kinds.documents import PLAN_DOCUMENTS
from seutu.apps.programmes.kinds.events import EVENTS
from seutu.apps.programmes.kinds.hours import WORKED_HOURS
from seutu.apps.programmes.kinds.measuring import INDICATORS, MEASUREMENTS, SDG_REVIEWS
from seutu.apps.programmes.kinds.participations import PARTICIPATIONS
from seutu.apps.programmes.kinds.programmes import BENEFIT_GOALS, GOAL_CONTRIBUTIONS, PROGRAMMES
from seutu.apps.programmes.kinds.projects import PROJECTS
from seutu.apps.programmes.kinds.steering import PROJECT_MEETINGS, REFLECTIONS, RESOLUTIONS
from seutu.apps.programmes.kinds.work import ASSIGNMENTS, PROJECT_TASKS, RESULTS, RISKS, WORK_PACKAGES
from seutu.apps.records.sheets.kinds import Kind

KINDS: Final[tuple[Kind, ...]] = (
    PROGRAMMES,
    BENEFIT_GOALS,
    PROJECTS,
    PARTICIPATIONS,
    GOAL_CONTRIBUTIONS,
    WORK_PACKAGES,
    PROJECT_TASKS,
    RESULTS,
    ASSIGNMENTS,
    WORKED_HOURS,
    RISKS,
    PROJECT_MEETINGS,
    REFLECTIONS,
    RESOLUTIONS,
    PLAN_DOCUMENTS,
    INDICATORS,
    MEASUREMENTS,
    SDG_REVIEWS,
    EVENTS,
)
