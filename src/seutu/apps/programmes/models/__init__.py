"""How programmes, projects, their work, papers, meetings, measurements and events are stored.

Columns stand in ``kinds``.
"""

from seutu.apps.programmes.models.documents import PlanDocument
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
from seutu.apps.programmes.models.work import Assignment, ProjectTask, Result, Risk, WorkedHours, WorkPackage

__all__ = [
    "Assignment",
    "BenefitGoal",
    "Event",
    "GoalContribution",
    "Indicator",
    "Measurement",
    "Participation",
    "PlanDocument",
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
    "WorkedHours",
]
