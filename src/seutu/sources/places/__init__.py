"""Places from outside: municipality keys and boundaries, from files or from a server. None comes with the product."""

from seutu.sources.places.boundaries import Boundary, BoundarySource, read_boundaries
from seutu.sources.places.keys import read_key_rows, read_keys
from seutu.sources.places.wfs import BoundaryQuery, fetch_boundaries

__all__ = [
    "Boundary",
    "BoundaryQuery",
    "BoundarySource",
    "fetch_boundaries",
    "read_boundaries",
    "read_key_rows",
    "read_keys",
]
