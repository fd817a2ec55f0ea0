"""Reading a questionnaire from plain JSON: every fault is told with its question and its part, and none is mended.

Not for answers, nor for where the JSON comes from. Missing keys mean what is usual; a missing text is an empty one,
which a draft may have and a published questionnaire may not (``faults_of``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys import questionnaire_messages as say
from seutu.core.surveys.questionnaire import (
    RESERVED,
    Condition,
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Scale,
)
from seutu.core.text import LANGUAGES, Language, Text

CODE: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.ASCII)
LONGEST_TEXT: Final = 5000
MOST_QUESTIONS: Final = 200
MOST_OPTIONS: Final = 400
CHOSEN: Final = frozenset({QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.RANKING})
CONDITIONS: Final = frozenset({QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.SCALE})
FEWEST_OPTIONS: Final = 2
MOST_POINTS: Final = 11
MOST_DECIMALS: Final = 6


def read_questionnaire(plain: object) -> Questionnaire:
    """Return the questionnaire of its plain form; raises InputProblem with everything that cannot be read."""
    if not isinstance(plain, Mapping) or not isinstance(plain.get("questions", []), Sequence):
        raise InputProblem.because(say.NOT_A_QUESTIONNAIRE)
    listed = list(plain.get("questions", []))
    if len(listed) > MOST_QUESTIONS:
        raise InputProblem.because(say.TOO_MANY.filled(most=MOST_QUESTIONS))
    problems: list[Problem] = []
    questions = []
    for number, each in enumerate(listed, start=1):
        try:
            questions.append(read_question(each, number))
        except InputProblem as problem:
            problems += problem.problems
    if problems:
        raise InputProblem(*problems)
    languages = tuple(each for each in LANGUAGES if each in plain.get("languages", LANGUAGES)) or LANGUAGES
    return Questionnaire(
        title=_text(plain.get("title"), 0),
        introduction=_text(plain.get("introduction"), 0),
        thanks=_text(plain.get("thanks"), 0),
        questions=tuple(questions),
        languages=languages,
        group_question=_code_or_none(plain.get("group_question")),
    )


def read_question(plain: object, number: int) -> Question:
    """Return one question of its plain form; ``number`` is its place, told in faults. Raises InputProblem."""
    if not isinstance(plain, Mapping):
        raise InputProblem.because(say.NOT_A_QUESTION, line=number)
    kind = str(plain.get("kind", ""))
    if kind not in set(QuestionKind):
        raise InputProblem.because(say.UNKNOWN_KIND.filled(kind=kind[:40]), line=number)
    options, items = (_options(plain.get(name, ()), number) for name in ("options", "items"))
    return Question(
        code=_code(plain.get("code"), number),
        kind=QuestionKind(kind),
        text=_text(plain.get("text"), number),
        help=_text(plain["help"], number) if plain.get("help") else None,
        required=plain.get("required") is True,
        dont_know=plain.get("dont_know") is True,
        options=options,
        items=items,
        items_of_wave=plain.get("items_of_wave") is True,
        sample=_whole(plain["sample"], number, "sample") if plain.get("sample") is not None else None,
        scale=_scale(plain["scale"], number) if plain.get("scale") else None,
        most=_whole(plain.get("most", 3), number, "most"),
        minimum=_number(plain.get("minimum"), number),
        maximum=_number(plain.get("maximum"), number),
        decimals=_whole(plain.get("decimals", 0), number, "decimals"),
        longest=_whole(plain.get("longest", 2000), number, "longest"),
        shown_if=_condition(plain.get("shown_if"), number),
        with_previous=plain.get("with_previous") is True,
    )


def _text(plain: object, number: int) -> Text:
    if plain is None:
        return Text.same("")
    if not isinstance(plain, Mapping) or not all(isinstance(plain.get(each, ""), str) for each in LANGUAGES):
        raise InputProblem.because(say.NOT_A_TEXT, line=number or None)
    said = {each: str(plain.get(each, "")).strip() for each in LANGUAGES}
    if max(map(len, said.values())) > LONGEST_TEXT:
        raise InputProblem.because(say.LONG_TEXT.filled(most=LONGEST_TEXT), line=number or None)
    return Text(**said)


def _code(plain: object, number: int) -> str:
    code = str(plain or "")
    if not CODE.fullmatch(code) or code in RESERVED:
        raise InputProblem.because(say.WRONG_CODE.filled(code=code[:40]), line=number, value=code[:40])
    return code


def _code_or_none(plain: object) -> str | None:
    return str(plain) if plain else None


def _options(plain: object, number: int) -> tuple[Option, ...]:
    if not isinstance(plain, Sequence) or isinstance(plain, str) or len(plain) > MOST_OPTIONS:
        raise InputProblem.because(say.NOT_OPTIONS.filled(most=MOST_OPTIONS), line=number)
    found = []
    for each in plain:
        if not isinstance(each, Mapping):
            raise InputProblem.because(say.NOT_OPTIONS.filled(most=MOST_OPTIONS), line=number)
        exclusive = each.get("exclusive") is True
        found.append(Option(_code(each.get("code"), number), _text(each.get("text"), number), exclusive))
    return tuple(found)


def _scale(plain: object, number: int) -> Scale:
    if not isinstance(plain, Mapping):
        raise InputProblem.because(say.WRONG_SCALE.filled(most=MOST_POINTS), line=number)
    low, high = (_whole(plain.get(name), number, name) for name in ("low", "high"))
    labels = (_text(plain.get(name), number) for name in ("low_label", "high_label"))
    return Scale(low, high, *labels)


def _condition(plain: object, number: int) -> Condition | None:
    if not plain:
        return None
    if not isinstance(plain, Mapping) or not isinstance(plain.get("any_of"), Sequence):
        raise InputProblem.because(say.WRONG_CONDITION, line=number)
    return Condition(_code(plain.get("question"), number), tuple(str(each) for each in plain["any_of"]))


def _whole(plain: object, number: int, name: str) -> int:
    if isinstance(plain, bool) or not isinstance(plain, int):
        raise InputProblem.because(say.NOT_WHOLE.filled(name=name), line=number, column=name)
    return plain


def _number(plain: object, number: int) -> Decimal | None:
    if plain is None or plain == "":
        return None
    try:
        value = Decimal(str(plain))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise InputProblem.because(say.NOT_NUMBER, line=number)
    return value


def faults_of(questionnaire: Questionnaire) -> list[Problem]:
    """Return why a questionnaire cannot be published: texts that are missing, questions that cannot be answered."""
    found = [] if questionnaire.questions else [Problem(say.NO_QUESTIONS)]
    found += [Problem(text) for text in _missing(questionnaire.title, say.TITLE_MISSING, questionnaire.languages)]
    earlier: dict[str, Question] = {}
    for number, question in enumerate(questionnaire.questions, start=1):
        messages = [*_texts_missing(question, questionnaire.languages), *_wrong(question, earlier)]
        found += [Problem(message, line=number, column=question.code) for message in messages]
        earlier[question.code] = question
    group = questionnaire.group_question
    if group and getattr(earlier.get(group), "kind", None) is not QuestionKind.SINGLE:
        found.append(Problem(say.WRONG_GROUP.filled(code=group)))
    return found


def _missing(text: Text, message: Text, languages: Sequence[Language]) -> list[Text]:
    absent = [language.upper() for language in languages if not text.in_language(language)]
    return [message.filled(languages=", ".join(absent))] if absent else []


def _texts_missing(question: Question, languages: Sequence[Language]) -> Iterator[Text]:
    yield from _missing(question.text, say.QUESTION_MISSING, languages)
    for option in (*question.options, *question.items):
        yield from _missing(
            option.text, say.OPTION_MISSING.filled(code=option.code, languages="{languages}"), languages
        )


def _wrong(question: Question, earlier: Mapping[str, Question]) -> Iterator[Text]:
    if question.code in earlier:
        yield say.CODE_TWICE.filled(code=question.code)
    for options in (question.options, question.items):
        codes = [each.code for each in options]
        if twice := next((code for code in codes if codes.count(code) > 1), ""):
            yield say.CODE_TWICE.filled(code=twice)
    if question.kind in CHOSEN and len(question.options) < FEWEST_OPTIONS:
        yield say.FEW_OPTIONS
    yield from _wrong_scale(question)
    if question.kind is QuestionKind.MATRIX and not (question.items or question.items_of_wave):
        yield say.NO_ITEMS
    if question.sample is not None and question.sample < 1:
        yield say.WRONG_SAMPLE
    if question.minimum is not None and question.maximum is not None and question.minimum > question.maximum:
        yield say.WRONG_RANGE
    if not 0 <= question.decimals <= MOST_DECIMALS or not 1 <= question.most <= MOST_OPTIONS:
        yield say.WRONG_RANGE
    yield from _wrong_condition(question, earlier)


def _wrong_scale(question: Question) -> Iterator[Text]:
    needs = question.kind is QuestionKind.SCALE or (question.kind is QuestionKind.MATRIX and not question.options)
    scale = question.scale
    if needs and (scale is None or not 1 <= scale.high - scale.low < MOST_POINTS or scale.low < 0):
        yield say.WRONG_SCALE.filled(most=MOST_POINTS)


def _wrong_condition(question: Question, earlier: Mapping[str, Question]) -> Iterator[Text]:
    condition = question.shown_if
    if condition is None:
        return
    asked = earlier.get(condition.question)
    if asked is None or asked.kind not in CONDITIONS:
        yield say.WRONG_CONDITION
    elif unknown := [each for each in condition.any_of if each not in {*asked.codes, *RESERVED}]:
        yield say.CONDITION_CODE.filled(code=unknown[0][:40], question=condition.question)
    elif not condition.any_of:
        yield say.WRONG_CONDITION
