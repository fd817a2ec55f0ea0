"""The texts of an application, chapter by chapter in the order of the form."""

from typing import Any, ClassVar

from django.db import models

from seutu.apps.funding.models.calls import Application
from seutu.apps.programmes.models.sealing import WithheldPlans
from seutu.apps.records.models import ScopedManager
from seutu.apps.register.models import SourcedRecord


class ApplicationChapter(SourcedRecord):
    """What an applicant writes in one chapter of the form."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="chapters")
    chapter = models.CharField(max_length=30)
    heading = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)

    objects: ClassVar[ScopedManager[Any]] = WithheldPlans()
    whole: ClassVar[ScopedManager[Any]] = ScopedManager()

    class Meta(SourcedRecord.Meta):
        base_manager_name = "whole"
        default_manager_name = "objects"

    @property
    def title(self) -> str:
        """Return the application and the chapter."""
        return f"{self.application.title} – {self.heading or self.chapter}"
