"""Read a project list of the EU structural funds row by row."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from seutu.sources.eu_projects.rows import HeaderSummary, ProjectRow, RejectedRow

ColumnMap = Mapping[str, Sequence[str]]


def summarise_header(path: Path, *, columns: ColumnMap | None = None) -> HeaderSummary:
    """Return what the header line of ``path`` promises. Raises InputProblem when it is not a project list."""
    raise NotImplementedError


def read_eu_projects(path: Path, *, columns: ColumnMap | None = None) -> Iterator[ProjectRow | RejectedRow]:
    """Yield every row of ``path``, read or rejected. Raises InputProblem when the file cannot be used at all."""
    raise NotImplementedError
