"""Readers of place files that a user has: municipality keys and boundaries. Neither is shipped with the product."""

from seutu.sources.places.boundaries import Boundary, read_boundaries
from seutu.sources.places.keys import read_key_rows, read_keys

__all__ = ["Boundary", "read_boundaries", "read_key_rows", "read_keys"]
