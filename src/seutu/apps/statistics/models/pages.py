"""Pages of a region's figures that can be opened to everybody, and the cited facts on them. Not for what they show."""

from django.db import models

from seutu.apps.records.models import OwnedRecord
from seutu.apps.register.models import Fact


class InformationPage(OwnedRecord):
    """A page of one municipality's figures and a text in up to three languages, for one kind of readers."""

    name = models.CharField(max_length=300)
    readers = models.CharField(max_length=20, blank=True)
    municipality = models.CharField(max_length=3)
    text_fi = models.TextField(blank=True)
    text_sv = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    contact = models.CharField(max_length=300, blank=True)
    website = models.CharField(max_length=500, blank=True)

    title_field = "name"


class PageFact(OwnedRecord):
    """A cited fact on an information page, with what it tells there; it is entered once, in the register."""

    page = models.ForeignKey(InformationPage, on_delete=models.PROTECT, related_name="+")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="+")
    told = models.CharField(max_length=300, blank=True)
    position = models.DecimalField(max_digits=4, decimal_places=0, null=True, blank=True)

    @property
    def title(self) -> str:
        """Return the fact and the page."""
        return f"{self.fact.title} – {self.page.title}"
