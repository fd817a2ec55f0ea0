"""Answers judged against a questionnaire: which questions a respondent is asked, and what is wrong with an answer.

Answers are plain JSON by question code: a code (single choice, scale, municipality), a list of codes (multiple choice;
ranking, the first being the best), text, a number as text with a decimal point, or, of a matrix, a code by row. The
code ``dont_know`` is an answer; a missing answer is no key at all. Not for reading form fields (``answer_fields``).
"""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from seutu.core.surveys import answer_messages as say
from seutu.core.surveys.questionnaire import DONT_KNOW, Question, QuestionKind, Questionnaire
from seutu.core.text import Text

Answers = Mapping[str, Any]
UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
PLAIN_NUMBER: Final = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)


def is_asked(question: Question, answers: Answers) -> bool:
    """Return whether a respondent with these earlier answers is asked the question."""
    condition = question.shown_if
    if condition is None:
        return True
    given = answers.get(condition.question)
    held = given if isinstance(given, list) else [given]
    return any(each in condition.any_of for each in held)


def asked_questions(questionnaire: Questionnaire, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that a respondent with these answers is asked.

    A question whose condition looks at a question that is not asked is not asked either.
    """
    asked: list[Question] = []
    known: dict[str, Any] = {}
    for question in questionnaire.questions:
        if is_asked(question, known):
            asked.append(question)
            if question.code in answers:
                known[question.code] = answers[question.code]
    return tuple(asked)


def respondent_group(questionnaire: Questionnaire, answers: Answers) -> str:
    """Return the respondent's group as the group question tells it; empty where none was told."""
    told = answers.get(questionnaire.group_question or "", "")
    return "" if told == DONT_KNOW else str(told)


def respondent_home(questionnaire: Questionnaire, answers: Answers) -> str:
    """Return the municipality that the first question of residence tells; empty where none was told."""
    asked = [each.code for each in questionnaire.questions if each.kind is QuestionKind.MUNICIPALITY]
    told = answers.get(asked[0], "") if asked else ""
    return "" if told == DONT_KNOW else str(told)


def telling_questions(questionnaire: Questionnaire) -> frozenset[str]:
    """Return the codes of the questions that tell the respondent's group and home."""
    homes = [each.code for each in questionnaire.questions if each.kind is QuestionKind.MUNICIPALITY]
    return frozenset({*homes[:1], *([questionnaire.group_question] if questionnaire.group_question else [])})


def answers_asked(questionnaire: Questionnaire, answers: Answers) -> dict[str, Any]:
    """Return the answers without those to questions that an earlier answer, changed since, leaves unasked."""
    return {
        question.code: answers[question.code]
        for question in asked_questions(questionnaire, answers)
        if question.code in answers
    }


def check_answers(
    questionnaire: Questionnaire, answers: Answers, *, seed: int, towns: AbstractSet[str]
) -> dict[str, Text]:
    """Return what is wrong with a respondent's answers, by question code; nothing where all is right.

    ``seed`` draws the rows the respondent was asked; ``towns`` are the codes of municipalities that there are. A code
    that is no question's, an answer to a question not asked, and a required answer that is missing are faults.
    """
    asked = {question.code: question for question in asked_questions(questionnaire, answers)}
    faults: dict[str, Text] = {}
    for code in answers:
        if code not in asked:
            unknown = questionnaire.question(code) is None
            faults[code[:40]] = (say.UNKNOWN_QUESTION if unknown else say.NOT_ASKED).filled(code=code[:40])
    for code, question in asked.items():
        if fault := check_answer(question, answers.get(code), seed=seed, towns=towns):
            faults[code] = fault
    return faults


def check_answer(question: Question, answer: object, *, seed: int, towns: AbstractSet[str]) -> Text | None:
    """Return what is wrong with one answer, or None; ``None`` as the answer means that it is missing."""
    if answer is None:
        return say.REQUIRED if question.required else None
    if answer == DONT_KNOW and question.kind is not QuestionKind.MATRIX:
        return None if question.dont_know else say.NO_DONT_KNOW
    return _CHECKS[question.kind](question, answer, seed, towns)


def _one_of_codes(question: Question, answer: object, _seed: int, _towns: AbstractSet[str]) -> Text | None:
    return None if answer in question.codes else _unknown(answer)


def _several(question: Question, answer: object, _seed: int, _towns: AbstractSet[str]) -> Text | None:
    if not isinstance(answer, list) or not answer:
        return say.WRONG_FORM
    if unknown := [each for each in answer if each not in question.codes]:
        return _unknown(unknown[0])
    if len(set(answer)) < len(answer):
        return say.TWICE
    alone = [option for option in question.options if option.exclusive and option.code in answer]
    if alone and len(answer) > 1:
        return say.EXCLUSIVE.filled(option=alone[0].text)
    return None


def _ranking(question: Question, answer: object, _seed: int, _towns: AbstractSet[str]) -> Text | None:
    if not isinstance(answer, list) or not answer:
        return say.WRONG_FORM
    if "" in answer:
        return say.RANK_LEFT_OUT.filled(place=answer.index("") + 1)
    if unknown := [each for each in answer if each not in question.codes]:
        return _unknown(unknown[0])
    if len(set(answer)) < len(answer):
        return say.RANKED_TWICE
    return say.TOO_MANY_RANKED.filled(most=question.most) if len(answer) > question.most else None


def _matrix(question: Question, answer: object, seed: int, _towns: AbstractSet[str]) -> Text | None:
    if not isinstance(answer, dict):
        return say.WRONG_FORM
    asked = {item.code: item for item in question.items_for(seed)}
    allowed = {*question.codes, DONT_KNOW} if question.dont_know else {*question.codes}
    for row, value in answer.items():
        if row not in asked:
            return say.UNKNOWN_ROW.filled(row=str(row)[:40])
        if not isinstance(value, str) or value not in allowed:
            return _unknown(value)
    missing = [item.text for code, item in asked.items() if code not in answer]
    return say.ROWS_MISSING.filled(count=len(missing), row=missing[0]) if question.required and missing else None


def _number(question: Question, answer: object, _seed: int, _towns: AbstractSet[str]) -> Text | None:
    if not isinstance(answer, str) or not PLAIN_NUMBER.fullmatch(answer):
        return say.NOT_A_NUMBER
    try:
        value = Decimal(answer)
    except InvalidOperation:
        return say.NOT_A_NUMBER
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > question.decimals:
        return say.TOO_FINE.filled(decimals=question.decimals) if question.decimals else say.NOT_WHOLE
    low, high = question.minimum, question.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        return _out_of_range(low, high)
    return None


def _out_of_range(low: Decimal | None, high: Decimal | None) -> Text:
    if low is not None and high is not None:
        return say.OUT_OF_RANGE.filled(low=format(low, "f"), high=format(high, "f"))
    return (
        say.TOO_SMALL.filled(low=format(low, "f")) if low is not None else say.TOO_LARGE.filled(high=f"{high or 0:f}")
    )


def _text(question: Question, answer: object, _seed: int, _towns: AbstractSet[str]) -> Text | None:
    if not isinstance(answer, str) or not answer.strip():
        return say.WRONG_FORM
    if UNWRITABLE.search(answer):
        return say.UNWRITABLE
    return say.TOO_LONG.filled(count=len(answer), most=question.longest) if len(answer) > question.longest else None


def _municipality(_question: Question, answer: object, _seed: int, towns: AbstractSet[str]) -> Text | None:
    return None if isinstance(answer, str) and answer in towns else say.UNKNOWN_TOWN.filled(town=str(answer)[:60])


def _unknown(value: object) -> Text:
    return say.UNKNOWN_OPTION.filled(option=str(value)[:60])


_CHECKS: Final[dict[QuestionKind, Callable[[Question, object, int, AbstractSet[str]], Text | None]]] = {
    QuestionKind.SINGLE: _one_of_codes,
    QuestionKind.SCALE: _one_of_codes,
    QuestionKind.MULTIPLE: _several,
    QuestionKind.RANKING: _ranking,
    QuestionKind.MATRIX: _matrix,
    QuestionKind.NUMBER: _number,
    QuestionKind.TEXT: _text,
    QuestionKind.MUNICIPALITY: _municipality,
}
