"""Places from outside: municipality keys and boundaries. None comes with the product; wfs.py fetches from a server."""

from seutu.sources.places.boundaries import Boundary, BoundarySource, read_boundaries
from seutu.sources.places.keys import read_key_rows, read_keys

__all__ = [
    "Boundary",
    "BoundarySource",
    "read_boundaries",
    "read_key_rows",
    "read_keys",
]
