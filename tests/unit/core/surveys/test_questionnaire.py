"""Questionnaires: the plain form and back, what a published one may not lack, pages, and the draw of rows."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from seutu.core.problems import InputProblem
from seutu.core.surveys.editing import (
    free_code,
    lines_of,
    moved,
    plain_options,
    plain_text,
    with_question,
    without_question,
)
from seutu.core.surveys.questionnaire import (
    Condition,
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Scale,
    plain_questionnaire,
)
from seutu.core.surveys.questionnaire_reading import faults_of, read_questionnaire
from seutu.core.text import Text

SAID = Text(fi="Hyvä", sv="Bra", en="Good")
OPTIONS = (Option("a", SAID), Option("b", SAID), Option("none", SAID, exclusive=True))
SCALE = Scale(0, 10, SAID, SAID)


def question(code: str = "q1", kind: QuestionKind = QuestionKind.SINGLE, **more: Any) -> Question:
    given: dict[str, Any] = {"options": OPTIONS} if kind in {QuestionKind.SINGLE, QuestionKind.MULTIPLE} else {}
    return Question(code=code, kind=kind, text=SAID, **{**given, **more})


def questionnaire(*questions: Question, **more: Any) -> Questionnaire:
    return Questionnaire(**{"title": SAID, "introduction": SAID, "thanks": SAID, "questions": questions, **more})


EVERY = questionnaire(
    question("q1", required=True, help=SAID),
    question("q2", QuestionKind.MULTIPLE, dont_know=True, with_previous=True),
    question("q3", QuestionKind.SCALE, scale=SCALE, shown_if=Condition("q1", ("a",))),
    question("q4", QuestionKind.MATRIX, items=OPTIONS[:2], scale=SCALE, sample=1),
    question("q5", QuestionKind.NUMBER, minimum=Decimal("0.5"), maximum=Decimal(9), decimals=1),
    question("q6", QuestionKind.TEXT, longest=50),
    question("q7", QuestionKind.RANKING, options=OPTIONS[:2], most=2),
    question("q8", QuestionKind.MUNICIPALITY),
    question("q9", QuestionKind.MATRIX, items_of_wave=True, options=OPTIONS[:2]),
    group_question="q1",
    languages=("fi", "sv"),
)


def test_the_plain_form_reads_back_equal() -> None:
    assert read_questionnaire(plain_questionnaire(EVERY)) == EVERY
    assert faults_of(EVERY) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "riddle"}, "riddle"),
        ({"code": "Ä!"}, "Ä!"),
        ({"code": "dont_know"}, "dont_know"),
        ({"text": "Hyvä"}, "kielittäin"),
        ({"options": "a, b"}, "riville"),
        ({"sample": "2"}, "kokonaisluku"),
        ({"minimum": "NaN"}, "lukuja"),
        ({"scale": [1, 5]}, "Asteikko"),
        ({"shown_if": {"question": "q1"}}, "ehto"),
        ({"text": {"fi": "x" * 5001}}, "5000"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_question(change: dict[str, Any], said: str) -> None:
    plain = plain_questionnaire(EVERY)
    plain["questions"][1] |= change
    with pytest.raises(InputProblem) as caught:
        read_questionnaire(plain)
    (problem,) = caught.value.problems
    assert problem.line == 2
    assert said in problem.message.fi


@pytest.mark.parametrize("plain", [None, [], {"questions": 3}, {"questions": [{}] * 201}])
def test_what_is_no_questionnaire_is_refused(plain: Any) -> None:
    with pytest.raises(InputProblem):
        read_questionnaire(plain)


@pytest.mark.parametrize(
    ("faulty", "said"),
    [
        (questionnaire(), "ei ole kysymyksiä"),
        (questionnaire(question(), question()), "kahdesti"),
        (questionnaire(question(options=OPTIONS[:1])), "kaksi vaihtoehtoa"),
        (questionnaire(question(options=(*OPTIONS, OPTIONS[0]))), "kahdesti"),
        (questionnaire(question(kind=QuestionKind.SCALE)), "Asteikko"),
        (questionnaire(question(kind=QuestionKind.SCALE, scale=Scale(0, 11, SAID, SAID))), "Asteikko"),
        (questionnaire(question(kind=QuestionKind.MATRIX, scale=SCALE)), "rivit"),
        (questionnaire(question(kind=QuestionKind.MATRIX, scale=SCALE, items=OPTIONS, sample=0)), "vähintään yksi"),
        (questionnaire(question(kind=QuestionKind.NUMBER, minimum=Decimal(2), maximum=Decimal(1))), "Rajat"),
        (questionnaire(question(shown_if=Condition("q2", ("a",))), question("q2")), "ehto"),
        (questionnaire(question(), question("q2", shown_if=Condition("q1", ("zz",)))), "zz"),
        (questionnaire(question(kind=QuestionKind.TEXT), group_question="q1"), "Vastaajaryhmän"),
        (questionnaire(question(), title=Text(fi="Hyvä", sv="", en="Good")), "SV"),
    ],
)
def test_what_cannot_be_published_says_why(faulty: Questionnaire, said: str) -> None:
    assert said in " ".join(each.message.fi for each in faults_of(faulty))


def test_a_language_that_is_left_out_needs_no_texts() -> None:
    only = Text(fi="Hyvä", sv="", en="")
    finnish = questionnaire(question(options=tuple(replace(each, text=only) for each in OPTIONS)), title=only)
    assert faults_of(replace(finnish, languages=("fi",))) == []
    assert faults_of(finnish)


def test_a_condition_on_the_same_page_begins_a_new_page() -> None:
    first, second = question("q1"), question("q2", with_previous=True)
    third = question("q3", with_previous=True, shown_if=Condition("q1", ("a",)))
    assert questionnaire(first, second, third).pages == ((first, second), (third,))


def test_rows_are_drawn_alike_by_a_seed_and_each_as_often_as_another() -> None:
    towns = tuple(Option(str(number), SAID) for number in range(20))
    asked = question(kind=QuestionKind.MATRIX, items=towns, scale=SCALE, sample=5)
    assert asked.items_for(7) == asked.items_for(7)
    drawn = Counter(item.code for seed in range(2000) for item in asked.items_for(seed))
    assert set(drawn) == {each.code for each in towns}
    assert all(len(asked.items_for(seed)) == 5 for seed in range(50))
    assert 420 < min(drawn.values()) <= max(drawn.values()) < 580


def test_the_towns_of_a_wave_stand_in_the_matrices_that_ask_of_them() -> None:
    towns = (Option("140", SAID), Option("684", SAID))
    of_wave = EVERY.of_wave(towns)
    assert [each.items for each in of_wave.questions if each.kind is QuestionKind.MATRIX] == [OPTIONS[:2], towns]


def test_questions_move_go_and_change_their_code_with_what_names_it() -> None:
    whole = questionnaire(question("q1"), question("q2"), question("q3", shown_if=Condition("q1", ("a",))))
    assert [each.code for each in moved(whole, "q3", -1).questions] == ["q1", "q3", "q2"]
    assert moved(whole, "q1", -5) == whole
    assert moved(whole, "q9", 1) == whole
    assert [each.code for each in without_question(whole, "q2").questions] == ["q1", "q3"]
    renamed = with_question(replace(whole, group_question="q1"), question("who"), instead_of="q1")
    assert renamed.group_question == "who"
    assert renamed.questions[2].shown_if == Condition("who", ("a",))
    assert free_code(whole) == "q4"


def test_choices_are_written_as_lines_and_read_back() -> None:
    lines = lines_of(OPTIONS)
    assert lines.splitlines()[2] == "!none = Hyvä | Bra | Good"
    assert plain_options(lines) == plain_questionnaire(questionnaire(question()))["questions"][0]["options"]
    assert plain_options("Kyllä | Ja | Yes\n\nEi")[1] == {"code": "o2", "text": dict.fromkeys(("fi", "sv", "en"), "Ei")}
    assert plain_text("Kyllä | Ja") == {"fi": "Kyllä", "sv": "Ja", "en": ""}
