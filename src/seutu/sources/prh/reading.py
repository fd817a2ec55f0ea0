"""Stream companies out of a file of the business register."""

from collections.abc import Iterator
from pathlib import Path

from seutu.sources.prh.rows import CompanyRow, RejectedCompany


def read_companies(path: Path) -> Iterator[CompanyRow | RejectedCompany]:
    """Yield every company of ``path`` (JSON or zip). Raises InputProblem when the file cannot be used."""
    raise NotImplementedError
