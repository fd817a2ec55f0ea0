"""What is wrong with an input: what, where, why and what next, in the person's language.

A ``Problem`` is one finding that can be listed; an ``InputProblem`` stops the reading.
Neither is for programming errors.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about one place of an input.

    ``line`` is the physical line of the file or sheet, the header being line 1; ``column`` is the header text or, where
    there is none, the column letter; ``value`` is what was read there. ``file`` is the name of the file where a command
    reads several.
    """

    message: Text
    sheet: str | None = None
    line: int | None = None
    column: str | None = None
    value: str | None = None
    file: str | None = None

    def as_dict(self) -> dict[str, object]:
        """Return the form of the ``rejected`` rows of an import report, which is of one file and does not name it."""
        return {
            "sheet": self.sheet,
            "line": self.line,
            "column": self.column,
            "value": self.value,
            "message": self.message.as_dict(),
        }


class InputProblem(Exception):
    """The input cannot be used. Carries one or more problems, each with its own message."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message.en for problem in problems))
        self.problems: Sequence[Problem] = problems

    @classmethod
    def because(cls, message: Text, **where: str | int | None) -> "InputProblem":
        """Raise-ready problem with one message."""
        return cls(Problem(message, **where))  # type: ignore[arg-type]


@contextmanager
def of_file(name: str) -> Iterator[None]:
    """Name a file in the problems that are raised inside and name none."""
    try:
        yield
    except InputProblem as error:
        named = [replace(each, file=each.file or name) for each in error.problems]
        raise InputProblem(*named) from None
