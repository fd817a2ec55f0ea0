"""Answers of a wave as SPSS variables: numbers with labels, so that a statistician can go on at once.

Not for tables of words or codes (``answer_files``).

Options are numbered in the order of the questionnaire, or keep their own numbers where all are whole numbers. What a
respondent does not know and what they were not asked are user-missing values with labels; no answer is system-missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.answer_files import HEAD
from seutu.apps.statistics.surveys.forms import form_of, towns_known
from seutu.apps.statistics.surveys.queries import responses_of
from seutu.core.surveys.answer_tables import (
    CHOSEN,
    NO,
    NOT_ASKED_LABEL,
    NOT_CHOSEN,
    UNKNOWN_LABEL,
    YES,
    AnswerColumn,
    answer_columns,
    raw_cells,
)
from seutu.core.surveys.questionnaire import DONT_KNOW, NOT_ASKED, QuestionKind
from seutu.core.text import Language
from seutu.sources.spss import SpssValue, SpssVariable

SPECIAL: Final = {DONT_KNOW: -9998.0, NOT_ASKED: -9999.0}
"""Far from what people answer."""


@dataclass(frozen=True, slots=True)
class _Coded:
    """A variable and the numbers of its codes; ``free`` ones hold numbers, or texts where ``is_text``."""

    variable: SpssVariable
    numbers: Mapping[str, float]
    is_text: bool = False

    def value(self, cell: str | None) -> SpssValue:
        """Return a raw cell as the variable holds it."""
        if cell is None or (self.is_text and cell == NOT_ASKED):
            return None
        if cell in self.numbers:
            return self.numbers[cell]
        return cell if self.is_text else float(cell)


def answers_for_spss(
    wave: SurveyWave, language: Language
) -> tuple[tuple[SpssVariable, ...], tuple[list[SpssValue], ...]]:
    """Return the variables of a wave and a column of values for each; raises NoFormError."""
    questionnaire = form_of(wave)
    coded = [_coded(column, language) for column in answer_columns(questionnaire)]
    head = tuple(SpssVariable(key, label.in_language(language), {}) for key, label in HEAD)
    columns: tuple[list[SpssValue], ...] = tuple([] for _ in (*head, *coded))
    for each in responses_of(wave).iterator(chunk_size=2000):
        told = (str(each.pk), each.respondent_group or None, each.municipality or None, each.day, each.language)
        cells = raw_cells(questionnaire, each.answers, seed=each.seed)
        row: tuple[SpssValue, ...] = (
            *told,
            None if each.seed is None else float(each.seed),
            *(column.value(cell) for column, cell in zip(coded, cells, strict=True)),
        )
        for column, value in zip(columns, row, strict=True):
            column.append(value)
    return (*head, *(each.variable for each in coded)), columns


def _coded(column: AnswerColumn, language: Language) -> _Coded:
    question = column.question
    if question.kind in {QuestionKind.TEXT, QuestionKind.MUNICIPALITY}:
        is_town = question.kind is QuestionKind.MUNICIPALITY
        known = towns_known().items() if is_town else ()
        towns: dict[float | str, str] = {code: name.in_language(language) for code, name in known}
        labels: dict[float | str, str] = {**towns, DONT_KNOW: UNKNOWN_LABEL.in_language(language)}
        return _Coded(SpssVariable(column.key, column.label(language), labels), {}, is_text=True)
    words = {option.code: option.text for option in question.options}
    if question.kind is QuestionKind.MULTIPLE:
        words = {NOT_CHOSEN: NO, CHOSEN: YES}
    codes = list(words) or ([] if question.kind is QuestionKind.NUMBER else list(question.codes))
    own = all(code.isascii() and code.isdigit() for code in codes)
    numbers = {code: float(code) if own else float(place) for place, code in enumerate(codes, start=1)}
    values: dict[float | str, str] = {numbers[code]: text.in_language(language) for code, text in words.items()}
    if question.scale and not words:
        scale = question.scale
        ends = (str(scale.low), scale.low_label), (str(scale.high), scale.high_label)
        values = {numbers[code]: text.in_language(language) for code, text in ends}
    values |= {
        SPECIAL[DONT_KNOW]: UNKNOWN_LABEL.in_language(language),
        SPECIAL[NOT_ASKED]: NOT_ASKED_LABEL.in_language(language),
    }
    missing = tuple((number, number) for number in SPECIAL.values())
    return _Coded(SpssVariable(column.key, column.label(language), values, missing), {**numbers, **SPECIAL})
