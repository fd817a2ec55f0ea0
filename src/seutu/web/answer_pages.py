"""The answering page laid out: which questions a page shows, with what is answered already and what is wrong with it.

A respondent's way through the questionnaire is kept in the form itself, so that nothing of it is stored before it is
sent, and it works without a script and without cookies. Not for storing (apps/statistics/surveys/answer_operations).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from seutu.apps.statistics.surveys.forms import towns_known
from seutu.core.surveys.answer_fields import field_name, read_answer, shown_fields
from seutu.core.surveys.answers import UNWRITABLE, asked_questions
from seutu.core.surveys.questionnaire import DONT_KNOW, Question, QuestionKind, Questionnaire
from seutu.core.text import Language, Text

LONGEST_KEPT: Final = 400_000
MOST_DIGITS: Final = 4


@dataclass(slots=True)
class Way:
    """Where a respondent is: the answers so far, the page, and the draw of rows. ``faults`` are of this page."""

    questionnaire: Questionnaire
    seed: int
    answers: dict[str, Any] = field(default_factory=dict)
    page: int = 0
    faults: Mapping[str, Text] = field(default_factory=dict)

    @property
    def asked(self) -> list[tuple[Question, ...]]:
        """Return every page with the questions that are asked on it, by the answers so far; some may have none."""
        asked = {question.code for question in asked_questions(self.questionnaire, self.answers)}
        return [tuple(each for each in page if each.code in asked) for page in self.questionnaire.pages]

    @property
    def here(self) -> tuple[Question, ...]:
        """Return the questions of the page; none at the end, where all is sent."""
        pages = self.asked
        return pages[self.page] if self.page < len(pages) else ()

    @property
    def is_last(self) -> bool:
        """Return whether the answers are sent from this page: no other comes after it, whatever is answered."""
        return self.page >= len(self.questionnaire.pages) - 1

    def onward(self) -> int:
        """Return the next page that asks something, or the end."""
        pages = self.asked
        later = (number for number in range(self.page + 1, len(pages)) if pages[number])
        return next(later, len(pages))

    def backward(self) -> int:
        """Return the last page before this one that asks something, or the first."""
        pages = self.asked
        earlier = (number for number in range(min(self.page, len(pages)) - 1, -1, -1) if pages[number])
        return next(earlier, 0)

    def page_of(self, code: str) -> int:
        """Return the page of a question; that of an unknown one is the end."""
        pages = self.questionnaire.pages
        return next((number for number, page in enumerate(pages) if any(q.code == code for q in page)), len(pages))


def read_way(request: HttpRequest, questionnaire: Questionnaire, seed: int) -> Way:
    """Return where a form that was sent stands: what it kept, and what its page says now."""
    way = Way(questionnaire, seed, _kept(request.POST.get("kept", "")), _page(request, questionnaire))
    for question in questionnaire.pages[way.page] if way.page < len(questionnaire.pages) else ():
        if field_name(question, "here") not in request.POST:
            continue
        answer = read_answer(question, request.POST.getlist, seed=seed)
        if answer is None:
            way.answers.pop(question.code, None)
        else:
            way.answers[question.code] = answer
    return way


def _kept(sent: str) -> dict[str, Any]:
    """Return what the form kept; what no page of ours writes, and no database or page takes, is left out."""
    try:
        kept = json.loads(sent[:LONGEST_KEPT]) if sent else {}
        return (
            {code: each for code, each in kept.items() if is_writable([code, each])} if isinstance(kept, dict) else {}
        )
    except (ValueError, RecursionError):
        return {}


def is_writable(plain: object) -> bool:
    """Return whether an answer can be stored and shown: no control characters, half characters or numbers like NaN."""
    if isinstance(plain, str):
        return not UNWRITABLE.search(plain)
    if isinstance(plain, dict):
        return all(map(is_writable, [*plain, *plain.values()]))
    if isinstance(plain, list):
        return all(map(is_writable, plain))
    return not isinstance(plain, float) or isfinite(plain)


def _page(request: HttpRequest, questionnaire: Questionnaire) -> int:
    sent = request.POST.get("page", "")
    is_number = sent.isascii() and sent.isdigit() and len(sent) <= MOST_DIGITS
    return min(int(sent), len(questionnaire.pages)) if is_number else 0


def page_context(way: Way, language: Language) -> dict[str, Any]:
    """Return what the template shows of where a respondent is."""
    total = len(way.questionnaire.pages)
    return {
        "questions": [question_context(each, way, language) for each in way.here],
        "errors": [
            {"text": _said(way, code, fault, language), "url": f"#q-{code}"} for code, fault in way.faults.items()
        ],
        "page": way.page,
        "kept": json.dumps(way.answers, ensure_ascii=False, separators=(",", ":")),
        "is_first": way.page == 0,
        "is_last": way.is_last,
        "is_end": way.page >= total,
        "step": min(way.page + 1, total),
        "steps": total,
    }


def _said(way: Way, code: str, fault: Text, language: Language) -> str:
    question = way.questionnaire.question(code)
    said = fault.in_language(language)
    return f"{question.text.in_language(language)}: {said}" if question else said


def question_context(question: Question, way: Way, language: Language) -> dict[str, Any]:
    """Return one question for ``components/question.html``."""
    answer = way.answers.get(question.code)
    filled = shown_fields(question, answer)
    fault = way.faults.get(question.code)
    shown: dict[str, Any] = {
        "id": f"q-{question.code}",
        "name": field_name(question),
        "here": field_name(question, "here"),
        "kind": str(question.kind),
        "text": question.text.in_language(language),
        "help": question.help.in_language(language) if question.help else "",
        "required": question.required,
        "error": fault.in_language(language) if fault else "",
        "value": (filled.get(field_name(question)) or [""])[0],
        "longest": question.longest,
    }
    return shown | _parts(question, filled, way.seed, language)


def _parts(question: Question, filled: Mapping[str, Sequence[str]], seed: int, language: Language) -> dict[str, Any]:
    held = filled.get(field_name(question), ())
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return {"options": _options(question, held, language)}
        case QuestionKind.SCALE:
            return {"options": _options(question, held, language), **_ends(question, language)}
        case QuestionKind.MATRIX:
            return {"rows": _rows(question, filled, seed, language), **_ends(question, language)}
        case QuestionKind.RANKING:
            return {"places": _places(question, filled, language), "dont_know": _dont_know(question, held)}
        case QuestionKind.MUNICIPALITY:
            return {"towns": _towns(question, held, language)}
        case _:
            return {"dont_know": _dont_know(question, held)}


def _choices(question: Question, language: Language) -> list[tuple[str, str]]:
    if question.options:
        listed = [(each.code, each.text.in_language(language)) for each in question.options]
    else:
        listed = [(code, code) for code in question.codes]
    return [*listed, (DONT_KNOW, _("I don’t know"))] if question.dont_know else listed


def _options(question: Question, held: Sequence[str], language: Language) -> list[dict[str, Any]]:
    return [
        {"code": code, "label": label, "checked": code in held, "apart": code == DONT_KNOW}
        for code, label in _choices(question, language)
    ]


def _ends(question: Question, language: Language) -> dict[str, str]:
    scale = question.scale if not question.options else None
    if scale is None:
        return {"low": "", "high": ""}
    return {
        "low": f"{scale.low} = {scale.low_label.in_language(language)}" if scale.low_label.fi else "",
        "high": f"{scale.high} = {scale.high_label.in_language(language)}" if scale.high_label.fi else "",
    }


def _rows(
    question: Question, filled: Mapping[str, Sequence[str]], seed: int, language: Language
) -> list[dict[str, Any]]:
    return [
        {
            "name": field_name(question, item.code),
            "label": item.text.in_language(language),
            "options": _options(question, filled.get(field_name(question, item.code), ()), language),
        }
        for item in question.items_for(seed)
    ]


def _places(question: Question, filled: Mapping[str, Sequence[str]], language: Language) -> list[dict[str, Any]]:
    listed = [(each.code, each.text.in_language(language)) for each in question.options]
    found = []
    for place in range(1, min(question.most, len(question.options)) + 1):
        name = field_name(question, place)
        held = filled.get(name, ())
        options = [{"code": code, "label": label, "checked": code in held} for code, label in listed]
        found.append({"name": name, "number": place, "options": options})
    return found


def _dont_know(question: Question, held: Sequence[str]) -> dict[str, Any] | None:
    return {"code": DONT_KNOW, "checked": DONT_KNOW in held} if question.dont_know else None


def _towns(question: Question, held: Sequence[str], language: Language) -> list[dict[str, Any]]:
    named = sorted((text.in_language(language), code) for code, text in towns_known().items())
    towns = [{"code": code, "label": name, "checked": code in held} for name, code in named]
    more = [{"code": DONT_KNOW, "label": _("I don’t know"), "checked": DONT_KNOW in held}] if question.dont_know else []
    return [*towns, *more]


def answers_told(way: Way, language: Language) -> list[dict[str, str]]:
    """Return the answers so far in words, question by question, for reading over and for copying."""
    asked = asked_questions(way.questionnaire, way.answers)
    return [
        {
            "question": each.text.in_language(language),
            "answer": answer_words(each, way.answers.get(each.code), language),
        }
        for each in asked
    ]


def answer_words(question: Question, answer: Any, language: Language) -> str:
    """Return one answer in words; a missing one is a dash."""
    named = dict(_choices(question, language)) | {DONT_KNOW: _("I don’t know")}
    if question.kind is QuestionKind.MUNICIPALITY:
        named |= {code: text.in_language(language) for code, text in towns_known().items()}
    if isinstance(answer, Mapping):
        rows = {item.code: item.text.in_language(language) for item in question.items}
        said = [f"{rows.get(row, row)}: {named.get(str(each), str(each))}" for row, each in answer.items()]
        return "; ".join(said)
    if isinstance(answer, list):
        return "; ".join(named.get(str(each), str(each)) for each in answer)
    return "–" if answer is None else named.get(str(answer), str(answer))
