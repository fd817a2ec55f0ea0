"""How programmes, projects, their work, meetings, measurements and events are stored. Columns stand in ``kinds``."""

from seutu.apps.programmes.models.events import Event
from seutu.apps.programmes.models.measuring import Indicator, Measurement, SdgReview
from seutu.apps.programmes.models.projects import (
    BenefitGoal,
    GoalContribution,
    Participation,
    Programme,
    Project,
)
from seutu.apps.programmes.models.steering import ProjectMeeting, Reflection, Resolution
from seutu.apps.programmes.models.work import Assignment, ProjectTask, Result, Risk, WorkPackage

__all__ = [
    "Assignment",
    "BenefitGoal",
    "Event",
    "GoalContribution",
    "Indicator",
    "Measurement",
    "Participation",
    "Programme",
    "Project",
    "ProjectMeeting",
    "ProjectTask",
    "Reflection",
    "Resolution",
    "Result",
    "Risk",
    "SdgReview",
    "WorkPackage",
]
