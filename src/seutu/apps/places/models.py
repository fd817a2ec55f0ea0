"""A workspace's own dated groups of municipalities, and what industries its towns have or answer for."""

from django.db import models

from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.apps.register.models import SourcedRecord


class PlaceGroup(SourcedRecord):
    """A named group of municipalities: regional towns, a network, the places of a project."""

    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)

    title_field = "name"


class PlaceGroupMember(SourcedRecord):
    """A municipality in a group, from a day to a day, on some standing."""

    group = models.ForeignKey(PlaceGroup, on_delete=models.PROTECT, related_name="+")
    municipality = models.CharField(max_length=3)
    standing = models.CharField(max_length=20, blank=True)
    role = models.CharField(max_length=20, blank=True)
    date_from = models.DateField(null=True, blank=True)
    date_to = models.DateField(null=True, blank=True)

    @property
    def title(self) -> str:
        """Return the group and the municipality."""
        return f"{self.group.name} – {municipality_name(self.municipality, 'fi')}"


class IndustryRole(SourcedRecord):
    """A town and an industry: whether the industry stands there, or the town answers for it in a network."""

    municipality = models.CharField(max_length=3)
    industry = models.CharField(max_length=200)
    relation = models.CharField(max_length=20)
    strength = models.CharField(max_length=20, blank=True)
    note = models.TextField(blank=True)

    class Meta(SourcedRecord.Meta):
        indexes = [*SourcedRecord.Meta.indexes, models.Index(fields=["workspace", "industry"])]

    @property
    def title(self) -> str:
        """Return the industry and the municipality."""
        return f"{self.industry} – {municipality_name(self.municipality, 'fi')}"
