"""A questionnaire as a value: its questions in three languages, in their order, and which page each stands on.

Not for reading one from what a person typed (``questionnaire_reading``), nor for judging answers (``answers``).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from seutu.core.text import LANGUAGES, Language, Text

DONT_KNOW: Final = "dont_know"
"""The answer of somebody who says that they do not know: an answer, and not a missing one."""
NOT_ASKED: Final = "not_asked"
"""What an export says of what the respondent never saw. No answer is ever stored as this."""
RESERVED: Final = frozenset({DONT_KNOW, NOT_ASKED})


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    MATRIX = "matrix"
    NUMBER = "number"
    TEXT = "text"
    RANKING = "ranking"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose, or one row of a matrix. An ``exclusive`` one ("none of these") stands alone."""

    code: str
    text: Text
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers from ``low`` to ``high``, both ends named."""

    low: int
    high: int
    low_label: Text
    high_label: Text

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the points of the scale as answers hold them."""
        return tuple(str(point) for point in range(self.low, self.high + 1))


@dataclass(frozen=True, slots=True)
class Condition:
    """A question is asked of those whose earlier answer to ``question`` holds one of ``any_of``."""

    question: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One question.

    A matrix asks each of its ``items`` by its ``options`` or, without any, by its ``scale``. With ``items_of_wave`` the
    items are the towns of the wave; with ``sample`` a respondent is asked that many of them, drawn by their seed.
    ``most`` is how many a ranking ranks. ``with_previous`` puts the question on the page of the one before it.
    """

    code: str
    kind: QuestionKind
    text: Text
    help: Text | None = None
    required: bool = False
    dont_know: bool = False
    options: tuple[Option, ...] = ()
    items: tuple[Option, ...] = ()
    items_of_wave: bool = False
    sample: int | None = None
    scale: Scale | None = None
    most: int = 3
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimals: int = 0
    longest: int = 2000
    shown_if: Condition | None = None
    with_previous: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes by which the question, or each row of a matrix, can be answered."""
        if self.options:
            return tuple(option.code for option in self.options)
        return self.scale.codes if self.scale else ()

    def items_for(self, seed: int) -> tuple[Option, ...]:
        """Return the rows that a respondent with this seed is asked, in the order of the questionnaire.

        Each row gets SHA-256(seed, question, row); those with the smallest digests are asked, so that every row is as
        likely as any other and the same seed draws the same rows on every machine.
        """
        if self.sample is None or self.sample >= len(self.items):
            return self.items
        drawn = sorted(self.items, key=lambda item: _digest(f"{seed}\n{self.code}\n{item.code}"))[: self.sample]
        chosen = {item.code for item in drawn}
        return tuple(item for item in self.items if item.code in chosen)


@dataclass(frozen=True, kw_only=True, slots=True)
class Questionnaire:
    """What is asked. ``group_question`` is the single choice that tells the respondent's group, if one does."""

    title: Text
    introduction: Text
    thanks: Text
    questions: tuple[Question, ...]
    languages: tuple[Language, ...] = LANGUAGES
    group_question: str | None = None

    def question(self, code: str) -> Question | None:
        """Return the question with this code, or None."""
        return next((each for each in self.questions if each.code == code), None)

    @property
    def pages(self) -> tuple[tuple[Question, ...], ...]:
        """Return the questions by page: one each, or more where a question stands with the one before it.

        A question whose condition looks at a question of the same page begins a new one, so that the condition is known
        when the page is made, also without a script.
        """
        pages: list[list[Question]] = []
        for question in self.questions:
            condition = question.shown_if
            here = {each.code for each in pages[-1]} if pages else set()
            if pages and question.with_previous and (condition is None or condition.question not in here):
                pages[-1].append(question)
            else:
                pages.append([question])
        return tuple(tuple(page) for page in pages)

    def of_wave(self, towns: Sequence[Option]) -> "Questionnaire":
        """Return the questionnaire with the towns of a wave in the matrices that ask of them."""
        return replace(
            self,
            questions=tuple(
                replace(each, items=tuple(towns)) if each.items_of_wave else each for each in self.questions
            ),
        )


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8")).digest()


def plain_questionnaire(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return the plain JSON form, which ``questionnaire_reading.read_questionnaire`` reads back to an equal value."""
    return {
        "title": questionnaire.title.as_dict(),
        "introduction": questionnaire.introduction.as_dict(),
        "thanks": questionnaire.thanks.as_dict(),
        "languages": list(questionnaire.languages),
        "group_question": questionnaire.group_question,
        "questions": [plain_question(each) for each in questionnaire.questions],
    }


def plain_question(question: Question) -> dict[str, Any]:
    """Return one question in plain JSON; what is as usual is left out."""
    scale, condition = question.scale, question.shown_if
    said: dict[str, Any] = {
        "code": question.code,
        "kind": str(question.kind),
        "text": question.text.as_dict(),
        "help": question.help.as_dict() if question.help else None,
        "required": question.required,
        "dont_know": question.dont_know,
        "options": [_plain_option(each) for each in question.options],
        "items": [] if question.items_of_wave else [_plain_option(each) for each in question.items],
        "items_of_wave": question.items_of_wave,
        "sample": question.sample,
        "scale": _plain_scale(scale) if scale else None,
        "minimum": None if question.minimum is None else format(question.minimum, "f"),
        "maximum": None if question.maximum is None else format(question.maximum, "f"),
        "shown_if": {"question": condition.question, "any_of": list(condition.any_of)} if condition else None,
        "with_previous": question.with_previous,
    }
    kept = {name: value for name, value in said.items() if value not in (None, False, [])}
    usual = {"most": 3, "decimals": 0, "longest": 2000}
    return kept | {name: getattr(question, name) for name, value in usual.items() if getattr(question, name) != value}


def _plain_option(option: Option) -> dict[str, Any]:
    return {"code": option.code, "text": option.text.as_dict()} | ({"exclusive": True} if option.exclusive else {})


def _plain_scale(scale: Scale) -> Mapping[str, Any]:
    return {
        "low": scale.low,
        "high": scale.high,
        "low_label": scale.low_label.as_dict(),
        "high_label": scale.high_label.as_dict(),
    }
