"""Recognise a CORDIS file, folder or zip and read it."""

from pathlib import Path

from seutu.sources.cordis.records import CordisData


def read_cordis(path: Path) -> CordisData:
    """Return everything in ``path``. Raises InputProblem when it is no CORDIS material."""
    raise NotImplementedError
