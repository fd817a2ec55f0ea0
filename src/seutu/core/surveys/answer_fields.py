"""Answers as the fields of a form send them, and back: nothing is judged here, and what was typed is kept as typed.

A question ``q`` has the field ``q.<code>``; a row of a matrix ``q.<code>.<row>``; a place of a ranking
``q.<code>.<place>``, from 1. Not for what is wrong with an answer (``answers``).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from seutu.core.surveys.questionnaire import DONT_KNOW, Question, QuestionKind

Fields = Callable[[str], Sequence[str]]
"""Gives every value that a form sent by a field's name; none where the field was not sent."""
SPACES: Final = re.compile("[\\s\u00a0\u202f]")
NUMBER: Final = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)


def field_name(question: Question, part: str | int = "") -> str:
    """Return the name of a question's field, or of one of its rows or places."""
    return f"q.{question.code}.{part}" if part != "" else f"q.{question.code}"


def read_answer(question: Question, fields: Fields, *, seed: int) -> Any:
    """Return the answer that the fields hold, or None where nothing was answered.

    A number is kept with a decimal point where it can be read, else as it was typed.
    """
    if question.kind is QuestionKind.MATRIX:
        rows = {item.code: _first(fields(field_name(question, item.code))) for item in question.items_for(seed)}
        return {row: value for row, value in rows.items() if value} or None
    if question.kind is QuestionKind.RANKING:
        if DONT_KNOW in fields(field_name(question)):
            return DONT_KNOW
        placed = [_first(fields(field_name(question, place))) for place in range(1, question.most + 1)]
        while placed and not placed[-1]:
            placed.pop()
        return placed or None
    given = [each for each in fields(field_name(question)) if each]
    if question.kind is QuestionKind.MULTIPLE:
        return DONT_KNOW if given == [DONT_KNOW] else given or None
    if DONT_KNOW in given:
        return DONT_KNOW
    first = _first(given)
    return plain_number(first) if question.kind is QuestionKind.NUMBER and first else first or None


def plain_number(typed: str) -> str:
    """Return a typed number with a decimal point and without spaces; what is no number comes back as it was.

    A point or comma before exactly three digits could part thousands as well: that too comes back as it was, and is
    then refused, unless nothing but a decimal fits ("0,125").
    """
    bare = SPACES.sub("", typed).replace("\u2212", "-")
    if not NUMBER.fullmatch(bare):
        return typed
    whole, mark, part = bare.replace(",", ".").partition(".")
    if mark and len(part) == 3 and whole.lstrip("+-") not in {"0", ""}:  # noqa: PLR2004 - thousands come in threes
        return typed
    return format(Decimal(f"{whole}{mark}{part}"), "f")


def _first(values: Sequence[str]) -> str:
    return values[0].strip() if values else ""


def shown_fields(question: Question, answer: Any) -> dict[str, list[str]]:
    """Return the fields as they stand in the form when this answer is shown again."""
    if answer is None:
        return {}
    if question.kind is QuestionKind.MATRIX and isinstance(answer, Mapping):
        return {field_name(question, row): [str(value)] for row, value in answer.items()}
    if question.kind is QuestionKind.RANKING and isinstance(answer, list):
        return {field_name(question, place): [str(value)] for place, value in enumerate(answer, start=1)}
    values = answer if isinstance(answer, list) else [answer]
    return {field_name(question): [str(each) for each in values]}
