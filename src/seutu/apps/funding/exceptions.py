"""What can go wrong with calls and applications. Each message says what is wrong, why and what to do next."""

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text


class StepNotPossibleError(InputProblem):
    """An application cannot take this step now."""

    def __init__(self, message: Text) -> None:
        super().__init__(Problem(message))
        self.message = message
