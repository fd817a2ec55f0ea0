"""What can be worked out of a questionnaire: the mean of a scale or number, a top-box share, the share of an option.

Not for the estimates themselves (``wave_results``) or for their words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from seutu.core.surveys.questionnaire import DONT_KNOW, Option, Question, QuestionKind, Questionnaire

NAN: Final = float("nan")
TOP_POINTS: Final = 2
FEWEST_POINTS: Final = 4


class MeasureKind(StrEnum):
    """How answers become a figure."""

    MEAN = "mean"
    TOP = "top"
    OPTION = "option"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a question. ``option`` is there for the share of an option, ``at_least`` for a top-box share."""

    key: str
    question: Question
    kind: MeasureKind
    option: Option | None = None
    at_least: int = 0

    @property
    def is_share(self) -> bool:
        """Return whether the figure is a share; else it is a mean."""
        return self.kind is not MeasureKind.MEAN

    @property
    def rows(self) -> tuple[Option, ...]:
        """Return the rows of a matrix; none for a question whose rows are the respondents' municipalities."""
        return self.question.items if self.question.kind is QuestionKind.MATRIX else ()

    def value_of(self, answers: Mapping[str, Any], row: str = "") -> float:
        """Return one respondent's answer as a number, 0 or 1 for a share; NaN where there is none.

        "Don't know" is NaN for a mean and a top-box share, and counts as not having chosen for the share of an option.
        """
        answer = answers.get(self.question.code)
        if row and isinstance(answer, Mapping):
            answer = answer.get(row)
        if answer is None or answer == "":
            return NAN
        if self.option is not None:
            chosen = answer if isinstance(answer, list) else [answer]
            return float(self.option.code in chosen)
        return self._figure(answer)

    def _figure(self, answer: object) -> float:
        if answer == DONT_KNOW or not isinstance(answer, str | int | float):
            return NAN
        try:
            figure = float(answer)
        except ValueError:
            return NAN
        return float(figure >= self.at_least) if self.kind is MeasureKind.TOP else figure


def measures_of(questionnaire: Questionnaire) -> tuple[Measure, ...]:
    """Return the figures of a questionnaire in its order; free texts and places of living have none."""
    return tuple(each for question in questionnaire.questions for each in _measures(question))


def usual(every: Sequence[Measure]) -> Measure:
    """Return the figure to show when none is asked for: the first about the wave's towns, else the first."""
    return next((each for each in every if each.question.items_of_wave), every[0])


def beside(measure: Measure, every: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Return the figures of other matrices over the same rows: what a four-field table can put beside this one."""
    rows = [row.code for row in measure.rows]
    return tuple(
        each
        for each in every
        if rows and each.question.code != measure.question.code and [row.code for row in each.rows] == rows
    )


def _measures(question: Question) -> list[Measure]:
    code = question.code
    if question.kind in {QuestionKind.TEXT, QuestionKind.MUNICIPALITY}:
        return []
    if question.options:
        return [Measure(f"{code}:{each.code}", question, MeasureKind.OPTION, each) for each in question.options]
    found = [Measure(code, question, MeasureKind.MEAN)]
    scale = question.scale
    if scale and len(scale.codes) >= FEWEST_POINTS:
        found.append(Measure(f"{code}:top", question, MeasureKind.TOP, at_least=scale.high - TOP_POINTS + 1))
    return found
