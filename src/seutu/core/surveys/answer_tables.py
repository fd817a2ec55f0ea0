"""Answers as a table: one row per respondent, one column per question, row of a matrix, option or place; and back.

A raw table holds codes, a labelled one the words of a language. Empty means missing; ``not_asked`` stands where the
respondent never saw the question or the row; ``dont_know`` is an answer. A multiple choice has a column per option with
1 or 0. Not for files (``reporting.tables``, ``sources.tables``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from seutu.core.surveys.answers import Answers, asked_questions
from seutu.core.surveys.questionnaire import DONT_KNOW, NOT_ASKED, Question, QuestionKind, Questionnaire
from seutu.core.text import LANGUAGES, Language, Text

CHOSEN: Final = "1"
NOT_CHOSEN: Final = "0"
UNKNOWN_LABEL: Final = Text(fi="en osaa sanoa", sv="vet inte", en="don’t know")
NOT_ASKED_LABEL: Final = Text(fi="ei kysytty", sv="inte frågat", en="not asked")
YES: Final = Text(fi="kyllä", sv="ja", en="yes")
NO: Final = Text(fi="ei", sv="nej", en="no")
PLACE: Final = Text(fi="sija {place}", sv="plats {place}", en="place {place}")


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """One column: of a question, or of one of its rows, options or places (``part``)."""

    question: Question
    part: str = ""
    part_text: Text | None = None

    @property
    def key(self) -> str:
        """Return the column's name in raw tables, as ``image.140``."""
        return f"{self.question.code}.{self.part}" if self.part else self.question.code

    def label(self, language: Language) -> str:
        """Return the column's name in words."""
        text = self.question.text.in_language(language)
        return f"{text} – {self.part_text.in_language(language)}" if self.part_text else text


def answer_columns(questionnaire: Questionnaire) -> tuple[AnswerColumn, ...]:
    """Return the columns of a questionnaire in its order."""
    return tuple(column for question in questionnaire.questions for column in _columns(question))


def _columns(question: Question) -> Iterator[AnswerColumn]:
    if question.kind is QuestionKind.MATRIX or question.kind is QuestionKind.MULTIPLE:
        parts = question.items if question.kind is QuestionKind.MATRIX else question.options
        yield from (AnswerColumn(question, each.code, each.text) for each in parts)
    elif question.kind is QuestionKind.RANKING:
        places = range(1, min(question.most, len(question.options)) + 1)
        yield from (AnswerColumn(question, str(place), PLACE.filled(place=place)) for place in places)
    else:
        yield AnswerColumn(question)


def raw_cells(questionnaire: Questionnaire, answers: Answers, *, seed: int | None) -> list[str | None]:
    """Return one respondent's cells in the order of ``answer_columns``, as codes.

    Without a ``seed`` it is not known which rows were drawn: those without an answer are missing.
    """
    asked = {each.code for each in asked_questions(questionnaire, answers)}
    cells: list[str | None] = []
    for question in questionnaire.questions:
        columns = list(_columns(question))
        if question.code not in asked:
            cells += [NOT_ASKED] * len(columns)
            continue
        answer = answers.get(question.code)
        rows = {each.code for each in (question.items if seed is None else question.items_for(seed))}
        cells += [_cell(column, answer, rows) for column in columns]
    return cells


def _cell(column: AnswerColumn, answer: Any, rows: set[str]) -> str | None:
    kind = column.question.kind
    if kind is QuestionKind.MATRIX and column.part not in rows:
        return NOT_ASKED
    if answer is None or isinstance(answer, str):
        return answer
    if kind is QuestionKind.MATRIX:
        value: str | None = answer.get(column.part)
        return value
    if kind is QuestionKind.MULTIPLE:
        return CHOSEN if column.part in answer else NOT_CHOSEN
    place = int(column.part) - 1
    return answer[place] if place < len(answer) else None


def labelled(column: AnswerColumn, cell: str | None, language: Language, towns: Mapping[str, Text]) -> str | None:
    """Return a raw cell in words; what has no words (numbers, texts) as it is."""
    if cell is None:
        return None
    words = _words(column, towns)
    return words[cell].in_language(language) if cell in words else cell


def _words(column: AnswerColumn, towns: Mapping[str, Text]) -> dict[str, Text]:
    question = column.question
    special = {DONT_KNOW: UNKNOWN_LABEL, NOT_ASKED: NOT_ASKED_LABEL}
    if question.kind is QuestionKind.MULTIPLE:
        return {CHOSEN: YES, NOT_CHOSEN: NO} | special
    if question.kind is QuestionKind.MUNICIPALITY:
        return dict(towns) | special
    return {option.code: option.text for option in question.options} | special


def column_named(columns: tuple[AnswerColumn, ...], header: str) -> AnswerColumn | None:
    """Return the column with this name, raw or in the words of any language; None where none or several have it."""
    folded = header.strip().casefold()
    exact = [each for each in columns if each.key.casefold() == folded]
    found = exact or [each for each in columns if folded in {each.label(language).casefold() for language in LANGUAGES}]
    return found[0] if len(found) == 1 else None


def read_cell(column: AnswerColumn, cell: str, towns: Mapping[str, Text]) -> str | None:
    """Return the code of a cell written as a code or in the words of any language; what is neither stays as it is."""
    text = cell.strip()
    words = _words(column, towns)
    if text in words or not text:
        return text or None
    folded = text.casefold()
    found = {code for code, name in words.items() if folded in {each.casefold() for each in name.as_dict().values()}}
    return found.pop() if len(found) == 1 else text


def known_code(column: AnswerColumn, cell: str, towns: Mapping[str, Text]) -> str:
    """Return the code that a cell is, or is the words of in any language; empty where it is neither.

    A straight apostrophe is read as a curved one.
    """
    code = read_cell(column, cell.replace("'", "’"), towns)
    return code if code is not None and code in _words(column, towns) else ""


def answers_of(cells: Mapping[AnswerColumn, str | None]) -> dict[str, Any]:
    """Return the answers that one row's cells hold; empty and ``not_asked`` cells hold none."""
    answers: dict[str, Any] = {}
    for column, cell in cells.items():
        if cell is None or cell == NOT_ASKED:
            continue
        code, kind = column.question.code, column.question.kind
        if kind is QuestionKind.MATRIX:
            answers.setdefault(code, {})[column.part] = cell
        elif kind is QuestionKind.MULTIPLE and cell != DONT_KNOW:
            held = answers.setdefault(code, [])
            if cell != NOT_CHOSEN:
                held.append(column.part if cell == CHOSEN else cell)
        elif kind is QuestionKind.RANKING and cell != DONT_KNOW:
            held = answers.setdefault(code, [])
            held += [""] * (int(column.part) - 1 - len(held)) + [cell]
        else:
            answers[code] = cell
    return {code: answer for code, answer in answers.items() if answer != []}


def of_all_rows(questionnaire: Questionnaire) -> Questionnaire:
    """Return the questionnaire with every row of its matrices asked: which ones were drawn elsewhere is not known."""
    return replace(questionnaire, questions=tuple(replace(each, sample=None) for each in questionnaire.questions))
