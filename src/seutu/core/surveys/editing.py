"""Changes to a questionnaire, each giving a new one: put in, replaced, moved, removed; and choices written as lines.

Not for what makes a questionnaire right (``questionnaire_reading.faults_of``): a draft may be unfinished.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from seutu.core.surveys.questionnaire import Option, Question, Questionnaire
from seutu.core.text import LANGUAGES, Text

LINE: Final = re.compile(r"(?:(?P<code>[a-z0-9][a-z0-9_-]{0,39})\s*=)?(?P<texts>.*)", re.ASCII | re.DOTALL)
ALONE: Final = "!"
BETWEEN: Final = "|"


def with_question(questionnaire: Questionnaire, question: Question, *, instead_of: str | None = None) -> Questionnaire:
    """Return the questionnaire with a question at its end, or in the place of the one with the code ``instead_of``.

    Conditions and the group question that named the old code name the new one.
    """
    if instead_of is None:
        return replace(questionnaire, questions=(*questionnaire.questions, question))
    questions = tuple(question if each.code == instead_of else each for each in questionnaire.questions)
    group = question.code if questionnaire.group_question == instead_of else questionnaire.group_question
    return replace(
        questionnaire,
        questions=tuple(_renamed(each, instead_of, question.code) for each in questions),
        group_question=group,
    )


def _renamed(question: Question, old: str, new: str) -> Question:
    condition = question.shown_if
    if condition is None or condition.question != old:
        return question
    return replace(question, shown_if=replace(condition, question=new))


def without_question(questionnaire: Questionnaire, code: str) -> Questionnaire:
    """Return the questionnaire without a question."""
    return replace(questionnaire, questions=tuple(each for each in questionnaire.questions if each.code != code))


def moved(questionnaire: Questionnaire, code: str, steps: int) -> Questionnaire:
    """Return the questionnaire with a question so many places later (earlier, below zero), at most to an end."""
    codes = [each.code for each in questionnaire.questions]
    if code not in codes:
        return questionnaire
    rest = [each for each in questionnaire.questions if each.code != code]
    (question,) = (each for each in questionnaire.questions if each.code == code)
    place = max(0, min(len(rest), codes.index(code) + steps))
    return replace(questionnaire, questions=(*rest[:place], question, *rest[place:]))


def free_code(questionnaire: Questionnaire) -> str:
    """Return the first code ``q1``, ``q2`` … that no question has."""
    taken = {each.code for each in questionnaire.questions}
    return next(code for number in range(1, len(taken) + 2) if (code := f"q{number}") not in taken)


def lines_of(options: Sequence[Option]) -> str:
    """Return choices as lines: ``code = suomi | svenska | English``; ``!`` before one that stands alone."""
    return "\n".join(f"{ALONE if each.exclusive else ''}{each.code} = {texts_line(each.text)}" for each in options)


def texts_line(text: Text) -> str:
    """Return a text in one line, its languages parted by ``|``."""
    said = [text.in_language(language) for language in LANGUAGES]
    return said[0] if len(set(said)) == 1 else f" {BETWEEN} ".join(said)


def plain_text(line: str) -> dict[str, str]:
    """Return the plain form of a text in one line; one part alone reads the same in every language."""
    parts = [part.strip() for part in line.split(BETWEEN)]
    if len(parts) == 1:
        return dict.fromkeys(LANGUAGES, parts[0])
    return {language: parts[place] if place < len(parts) else "" for place, language in enumerate(LANGUAGES)}


def plain_options(lines: str) -> list[dict[str, Any]]:
    """Return the plain form of choices written as lines; one without a code gets ``o1``, ``o2`` … by its place."""
    found: list[dict[str, Any]] = []
    for number, line in enumerate(filter(None, map(str.strip, lines.splitlines())), start=1):
        match = LINE.fullmatch(line.removeprefix(ALONE).strip())
        code, texts = (match["code"], match["texts"]) if match else (None, line)
        option: dict[str, Any] = {"code": code or f"o{number}", "text": plain_text(texts)}
        found.append(option | ({"exclusive": True} if line.startswith(ALONE) else {}))
    return found
