"""Writing tables as an Excel workbook.

Not for csv.
"""

from collections.abc import Sequence
from typing import BinaryIO

from seutu.core.problems import Problem
from seutu.core.text import Language
from seutu.reporting.tables.content import TableContent


def write_workbook(
    contents: Sequence[TableContent], stream: BinaryIO, *, language: Language, guide: str | None = None
) -> tuple[Problem, ...]:
    """Write ``contents`` as sheets of one workbook and return notes of what had to be changed."""
    raise NotImplementedError
