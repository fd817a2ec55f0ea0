"""Composite indices of municipalities, as their makers have chosen them. Not for their results, which are worked out.

Pinned rounds of an index are snapshots (``records.snapshots``).
"""

from django.db import models

from seutu.apps.places.models import PlaceGroup
from seutu.apps.register.models import SourcedRecord


class CompositeIndex(SourcedRecord):
    """What an index is made of and how. ``structure`` and ``recipe`` are JSON as text, in the order it was written.

    Without ``place_group`` the index is of every municipality; ``year`` is only for the rule of one year.
    """

    name = models.CharField(max_length=300)
    place_group = models.ForeignKey(PlaceGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    year_rule = models.CharField(max_length=10, blank=True)
    year = models.CharField(max_length=4, blank=True)
    structure = models.TextField(blank=True)
    recipe = models.TextField(blank=True)
    description = models.TextField(blank=True)

    title_field = "name"
