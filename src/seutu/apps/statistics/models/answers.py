"""What respondents send. Anonymous by structure: nothing here leads from an answer to a person, address or link.

A personal link knows that it was used, not when nor by which answer; an answer knows its day, not its moment.
"""

import uuid

from django.db import models

from seutu.apps.records.models import OwnedRow
from seutu.apps.statistics.models.surveys import SurveyLink, SurveyWave


class PersonalLink(OwnedRow):
    """One link of a batch, kept as a digest of its secret, with the mark of its use."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    link = models.ForeignKey(SurveyLink, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    used = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.link} {self.used}"


class SurveyResponse(OwnedRow):
    """One respondent's answers as raw JSON. Its id is made of the form that was sent, so that it is stored once.

    ``seed`` draws the rows the respondent was asked; it is missing where answers were brought in from elsewhere, which
    tells nothing of rows that were left out. ``form_number`` is the published questionnaire.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    wave = models.ForeignKey(SurveyWave, on_delete=models.PROTECT, related_name="+")
    form_number = models.PositiveIntegerField()
    respondent_group = models.CharField(max_length=40, blank=True)
    municipality = models.CharField(max_length=3, blank=True)
    day = models.DateField()
    language = models.CharField(max_length=2)
    seed = models.PositiveIntegerField(null=True, blank=True)
    answers = models.JSONField()

    class Meta(OwnedRow.Meta):
        indexes = [models.Index(fields=["wave", "respondent_group", "municipality", "day"])]

    def __str__(self) -> str:
        return f"{self.wave} {self.day:%d.%m.%Y}"


class AnswerDraft(OwnedRow):
    """Answers that their writer will come back to, under a secret of the writer's own. Gone when sent or expired."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wave = models.ForeignKey(SurveyWave, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    form_number = models.PositiveIntegerField()
    seed = models.PositiveIntegerField()
    page = models.PositiveIntegerField(default=0)
    answers = models.JSONField()
    expires_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.wave} {self.expires_on:%d.%m.%Y}"
