"""What the app keeps of its own in the database: indices of municipalities, surveys with answers, competence needs.

Statistics themselves stand in the warehouse.
"""

from seutu.apps.statistics.models.answers import AnswerDraft, PersonalLink, SurveyResponse
from seutu.apps.statistics.models.competences import CompetenceNeed
from seutu.apps.statistics.models.indices import CompositeIndex
from seutu.apps.statistics.models.surveys import Survey, SurveyLink, SurveyQuota, SurveyWave

__all__ = [
    "AnswerDraft",
    "CompetenceNeed",
    "CompositeIndex",
    "PersonalLink",
    "Survey",
    "SurveyLink",
    "SurveyQuota",
    "SurveyResponse",
    "SurveyWave",
]
