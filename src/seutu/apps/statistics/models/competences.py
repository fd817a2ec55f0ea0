"""Competence needs: what an organisation states of one competence in one area at one time. Not of single people."""

from django.db import models

from seutu.apps.register.models import Actor, SourcedRecord


class CompetenceNeed(SourcedRecord):
    """How many people have a competence and how many are needed, now and in a target year, in somebody's view.

    Without ``actor`` the statement is the workspace's own of the whole area. A figure that is None was not stated.
    """

    competence = models.CharField(max_length=300)
    occupational_group = models.CharField(max_length=1, blank=True)
    municipality = models.CharField(max_length=3, blank=True)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    year = models.CharField(max_length=4)
    have_now = models.DecimalField(max_digits=9, decimal_places=0, null=True, blank=True)
    needed_now = models.DecimalField(max_digits=9, decimal_places=0, null=True, blank=True)
    needed_then = models.DecimalField(max_digits=9, decimal_places=0, null=True, blank=True)
    target_year = models.CharField(max_length=4, blank=True)
    means = models.CharField(max_length=20, blank=True)
    qualifier = models.CharField(max_length=20, blank=True)
    origin = models.CharField(max_length=20, blank=True)
    note = models.TextField(blank=True)

    title_field = "competence"
