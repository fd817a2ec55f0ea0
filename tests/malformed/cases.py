"""What a generated file is and what reading it must lead to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Expectation = Literal["refused", "row_problem", "note", "reads"]


@dataclass(frozen=True, slots=True)
class Case:
    """``line`` and ``column``: where the problem must be told; ``cells``: (line, header, value) that must be read."""

    path: Path
    class_name: str
    expectation: Expectation
    line: int | None = None
    column: str | None = None
    cells: tuple[tuple[int, str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to write one file."""

    name: str
    class_name: str
    write: Callable[[Path], None]
    expectation: Expectation
    line: int | None = None
    column: str | None = None
    cells: tuple[tuple[int, str, object], ...] = ()

    def build(self, folder: Path) -> Case:
        path = folder / self.name
        self.write(path)
        return Case(path, self.class_name, self.expectation, self.line, self.column, self.cells)
