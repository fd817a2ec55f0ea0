"""Places of Finland and their dated divisions: pure look-ups over tables that someone else has loaded.

Not for geometry, and not for figures about places.
"""

from seutu.core.places.names import fold
from seutu.core.places.records import Division, Location, Membership, Merger, Place, RegionalTown, UnknownPlace
from seutu.core.places.table import Neighbour, PlaceTable

__all__ = [
    "Division",
    "Location",
    "Membership",
    "Merger",
    "Neighbour",
    "Place",
    "PlaceTable",
    "RegionalTown",
    "UnknownPlace",
    "fold",
]
