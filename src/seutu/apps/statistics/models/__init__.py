"""What the app keeps of its own in the database: indices, information pages, competence needs, surveys with answers.

Statistics themselves stand in the warehouse.
"""

from seutu.apps.statistics.models.answers import AnswerDraft, PersonalLink, SurveyResponse
from seutu.apps.statistics.models.competences import CompetenceNeed
from seutu.apps.statistics.models.indices import CompositeIndex
from seutu.apps.statistics.models.pages import InformationPage, PageFact
from seutu.apps.statistics.models.surveys import Survey, SurveyLink, SurveyQuota, SurveyWave

__all__ = [
    "AnswerDraft",
    "CompetenceNeed",
    "CompositeIndex",
    "InformationPage",
    "PageFact",
    "PersonalLink",
    "Survey",
    "SurveyLink",
    "SurveyQuota",
    "SurveyResponse",
    "SurveyWave",
]
