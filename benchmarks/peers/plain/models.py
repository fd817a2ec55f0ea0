"""The table of actors with the columns of Seutu's."""

# mypy: ignore-errors

from django.db import models


class Actor(models.Model):
    """An organisation."""

    name = models.CharField(max_length=300, db_index=True)
    business_id = models.CharField(max_length=9, unique=True)
    municipality = models.CharField(max_length=3, db_index=True)
    classes = models.CharField(max_length=200, db_index=True)
    industries = models.CharField(max_length=200)
    size = models.CharField(max_length=20, db_index=True)
    website = models.URLField()
    description = models.TextField()

    class Meta:
        app_label = "plain"
        ordering = ("name", "pk")

    def __str__(self) -> str:
        """Return the name."""
        return self.name
