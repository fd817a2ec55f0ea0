"""What the app keeps of its own in the database: indices of municipalities. The figures stand in the store."""

from seutu.apps.statistics.models.indices import CompositeIndex

__all__ = ["CompositeIndex"]
