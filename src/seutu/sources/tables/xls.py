"""Reading xls table files. Not for csv."""

from pathlib import Path

from seutu.core.problems import InputProblem, Problem
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.cells import TableFile
from seutu.sources.tables.limits import Limits


def read_xls(path: Path, limits: Limits) -> TableFile:
    """Read the file."""
    raise InputProblem(Problem(say.broken()))
