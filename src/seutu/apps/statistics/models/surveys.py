"""Surveys, their waves, the links they are answered by, and quotas: records with history. Not the answers."""

import secrets
from typing import Any, Final

from django.db import models

from seutu.apps.records.models import OwnedRecord

CODE_BYTES: Final = 9


def new_code() -> str:
    """Return the code of a link that is given to many: short enough to print, too long to guess."""
    return secrets.token_urlsafe(CODE_BYTES)


def no_questions() -> dict[str, Any]:
    """Return the questionnaire of a new survey."""
    return {"questions": []}


class Survey(OwnedRecord):
    """What is asked of whom and why. ``questionnaire`` is the draft; published ones are kept versions of the record.

    ``edited`` counts the changes of the draft, by which two editors do not overwrite each other. Answers are
    removed after ``keep_until``, once the log has told of that day (``removal_told_for``, on ``removal_told_on``).
    """

    name = models.CharField(max_length=300)
    purpose = models.TextField(blank=True)
    controller = models.CharField(max_length=300, blank=True)
    keep_until = models.DateField(null=True, blank=True)
    keep_figures = models.BooleanField(null=True, blank=True)
    removal_told_for = models.DateField(null=True, blank=True, editable=False)
    removal_told_on = models.DateField(null=True, blank=True, editable=False)
    questionnaire = models.JSONField(default=no_questions, editable=False)
    edited = models.PositiveIntegerField(default=0, editable=False)

    title_field = "name"


class SurveyWave(OwnedRecord):
    """One round of asking: when, of which towns, and by which published questionnaire.

    ``weighting`` is how its answers are weighted (``core.surveys.weighting_plan``); empty for not at all.
    """

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    opens = models.DateField()
    closes = models.DateField()
    state = models.CharField(max_length=12, default="draft")
    form_number = models.DecimalField(max_digits=5, decimal_places=0, null=True, blank=True)
    towns = models.JSONField(default=list)
    weighting = models.JSONField(default=dict, editable=False)

    title_field = "name"


class SurveyLink(OwnedRecord):
    """A way to answer a wave: one link for many, or a batch of personal links of which each takes one answer."""

    wave = models.ForeignKey(SurveyWave, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    link_type = models.CharField(max_length=12, default="open")
    respondent_group = models.CharField(max_length=40, blank=True)
    municipality = models.CharField(max_length=3, blank=True)
    shared_device = models.BooleanField(null=True, blank=True)
    ended = models.BooleanField(null=True, blank=True)
    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)

    title_field = "name"


class SurveyQuota(OwnedRecord):
    """How many answers are wanted of a group, a town or both; one that ``closes`` takes no more when it is full."""

    wave = models.ForeignKey(SurveyWave, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    respondent_group = models.CharField(max_length=40, blank=True)
    municipality = models.CharField(max_length=3, blank=True)
    target = models.DecimalField(max_digits=9, decimal_places=0)
    closes = models.BooleanField(null=True, blank=True)

    title_field = "name"
