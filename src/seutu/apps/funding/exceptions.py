"""What can go wrong with money, calls and applications, one class per error."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class Clash:
    """A figure that somebody else changed meanwhile: which cell, what was seen, what stands, what was sent."""

    record_id: UUID
    column: str
    seen: str
    stands: str
    sent: str


class StaleFiguresError(Exception):
    """Figures of a budget are no longer what their editor saw. Nothing was saved."""

    def __init__(self, clashes: Sequence[Clash]) -> None:
        super().__init__(f"{len(clashes)} figures were changed meanwhile")
        self.clashes = tuple(clashes)


class UnknownCellError(LookupError):
    """The budget has no such line, row or column."""


class StepNotPossibleError(InputProblem):
    """An application cannot take this step now."""

    def __init__(self, message: Text) -> None:
        super().__init__(Problem(message))
        self.message = message


class ChangeNotPossibleError(InputProblem):
    """A budget change cannot be taken into the budget now. Nothing was saved."""

    def __init__(self, message: Text) -> None:
        super().__init__(Problem(message))
        self.message = message
