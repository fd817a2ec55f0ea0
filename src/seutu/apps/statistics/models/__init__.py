"""How surveys, their waves, links and answers are stored. Statistics themselves stand in the warehouse."""

from seutu.apps.statistics.models.answers import AnswerDraft, PersonalLink, SurveyResponse
from seutu.apps.statistics.models.surveys import Survey, SurveyLink, SurveyQuota, SurveyWave

__all__ = ["AnswerDraft", "PersonalLink", "Survey", "SurveyLink", "SurveyQuota", "SurveyResponse", "SurveyWave"]
