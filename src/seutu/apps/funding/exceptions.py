"""What can go wrong with money, calls and applications, one class per error."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

GIVEN_TWICE: Final = Text(
    fi="Samalle solulle annettiin kaksi arvoa. Mitään ei tallennettu. Anna solulle yksi arvo.",
    sv="Samma cell gavs två värden. Inget sparades. Ge cellen ett värde.",
    en="The same cell was given two values. Nothing was saved. Give the cell one value.",
)


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


class RepeatedCellError(InputProblem):
    """One cell of a budget is given two values at once. Nothing was saved."""

    def __init__(self, record_id: UUID, column: str) -> None:
        super().__init__(Problem(GIVEN_TWICE))
        self.record_id = record_id
        self.column = column
        self.message = GIVEN_TWICE


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
