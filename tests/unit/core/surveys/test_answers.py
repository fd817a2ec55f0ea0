"""Answers judged against their questions, as form fields send them, and as rows of a table there and back."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from seutu.core.surveys.answer_fields import plain_number, read_answer, shown_fields
from seutu.core.surveys.answer_tables import (
    answer_columns,
    answers_of,
    column_named,
    labelled,
    of_all_rows,
    raw_cells,
    read_cell,
)
from seutu.core.surveys.answers import (
    answers_asked,
    asked_questions,
    check_answer,
    check_answers,
    respondent_group,
    respondent_home,
)
from seutu.core.surveys.questionnaire import Condition, Option, Question, QuestionKind, Questionnaire, Scale
from seutu.core.text import Text

SAID = Text(fi="Hyvä", sv="Bra", en="Good")
TOWNS = {"140": Text.same("Iisalmi"), "684": Text(fi="Rauma", sv="Raumo", en="Rauma")}
OPTIONS = (
    Option("a", Text(fi="Kyllä", sv="Ja", en="Yes")),
    Option("b", Text(fi="Ei", sv="Nej", en="No")),
    Option("none", Text(fi="Ei mikään", sv="Inget", en="None"), exclusive=True),
)
SCALE = Scale(1, 5, SAID, SAID)
ROWS = tuple(Option(code, Text.same(code.upper())) for code in ("x", "y", "z"))


def asked(kind: QuestionKind, code: str = "q", **more: Any) -> Question:
    chosen = {QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.RANKING}
    given: dict[str, Any] = {"options": OPTIONS} if kind in chosen else {}
    if kind in {QuestionKind.SCALE, QuestionKind.MATRIX}:
        given["scale"] = SCALE
    if kind is QuestionKind.MATRIX:
        given["items"] = ROWS
    return Question(code=code, kind=kind, text=SAID, **{**given, **more})


K = QuestionKind


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (asked(K.SINGLE), "a"),
        (asked(K.SINGLE, dont_know=True), "dont_know"),
        (asked(K.MULTIPLE), ["a", "b"]),
        (asked(K.MULTIPLE), ["none"]),
        (asked(K.SCALE), "5"),
        (asked(K.MATRIX, dont_know=True), {"x": "1", "y": "dont_know"}),
        (asked(K.NUMBER, decimals=2), "12.25"),
        (asked(K.NUMBER, minimum=Decimal(-5)), "-5"),
        (asked(K.TEXT, longest=5), "työtä"),
        (asked(K.RANKING, most=2), ["b", "a"]),
        (asked(K.MUNICIPALITY), "684"),
        (asked(K.SINGLE), None),
    ],
)
def test_a_right_answer_has_no_fault(question: Question, answer: Any) -> None:
    assert check_answer(question, answer, seed=1, towns=TOWNS.keys()) is None


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        (asked(K.SINGLE, required=True), None, "tarvitaan"),
        (asked(K.SINGLE), "c", "”c” ei ole"),
        (asked(K.SINGLE), ["a"], "ei ole"),
        (asked(K.SINGLE), "dont_know", "Valitse jokin"),
        (asked(K.MULTIPLE), "a", "ei voi lukea"),
        (asked(K.MULTIPLE), ["a", "c"], "”c” ei ole"),
        (asked(K.MULTIPLE), ["a", "a"], "kahdesti"),
        (asked(K.MULTIPLE), ["a", "none"], "Ei mikään"),
        (asked(K.SCALE), "6", "”6” ei ole"),
        (asked(K.SCALE), 5, "”5” ei ole"),
        (asked(K.MATRIX), {"x": "dont_know"}, "dont_know"),
        (asked(K.MATRIX), {"w": "1"}, "”w” ei kysytty"),
        (asked(K.MATRIX), ["1"], "ei voi lukea"),
        (asked(K.MATRIX, required=True), {"x": "1"}, "vielä 2, ensimmäisenä Y"),
        (asked(K.NUMBER), "12.5", "kokonaisluku"),
        (asked(K.NUMBER, decimals=1), "12.25", "1 desimaalia"),
        (asked(K.NUMBER), "tusina", "ei ole luku"),
        (asked(K.NUMBER), "1e5", "ei ole luku"),
        (asked(K.NUMBER, minimum=Decimal(1), maximum=Decimal(9)), "10", "välillä 1–9"),
        (asked(K.NUMBER, minimum=Decimal(1)), "0", "vähintään 1"),
        (asked(K.NUMBER, maximum=Decimal(9)), "10", "enintään 9"),
        (asked(K.TEXT, longest=3), "pitkä", "5 merkkiä"),
        (asked(K.TEXT), "a\x00b", "ohjausmerkki"),
        (asked(K.RANKING), ["a", "a"], "usealla sijalla"),
        (asked(K.RANKING), ["", "a"], "Sija 1"),
        (asked(K.RANKING, most=1), ["a", "b"], "enintään 1"),
        (asked(K.MUNICIPALITY), "999", "”999” ei löydy"),
    ],
)
def test_a_wrong_answer_says_what_is_wrong(question: Question, answer: Any, said: str) -> None:
    fault = check_answer(question, answer, seed=1, towns=TOWNS.keys())
    assert fault is not None
    assert said in fault.fi


WHOLE = Questionnaire(
    title=SAID,
    introduction=SAID,
    thanks=SAID,
    questions=(
        asked(K.SINGLE, "who", required=True),
        asked(K.MULTIPLE, "many", dont_know=True, shown_if=Condition("who", ("a",))),
        asked(K.TEXT, "why", shown_if=Condition("many", ("b",))),
        asked(K.MATRIX, "image", sample=2, dont_know=True),
        asked(K.RANKING, "rank", most=2),
        asked(K.MUNICIPALITY, "home", dont_know=True),
    ),
    group_question="who",
)


def test_a_question_under_one_that_is_not_asked_is_not_asked() -> None:
    given = {"who": "b", "many": ["b"], "why": "työ"}
    assert [each.code for each in asked_questions(WHOLE, given)] == ["who", "image", "rank", "home"]
    assert answers_asked(WHOLE, given) == {"who": "b"}
    assert [each.code for each in asked_questions(WHOLE, given | {"who": "a"})][:3] == ["who", "many", "why"]


def test_unknown_questions_unasked_answers_and_unasked_rows_are_faults() -> None:
    shown = {each.code for each in WHOLE.questions[3].items_for(1)}
    (hidden,) = {"x", "y", "z"} - shown
    faults = check_answers(
        WHOLE, {"who": "b", "many": ["a"], "riddle": "1", "image": {hidden: "1"}}, seed=1, towns=TOWNS.keys()
    )
    assert set(faults) == {"many", "riddle", "image"}
    assert check_answers(of_all_rows(WHOLE), {"who": "b", "image": {hidden: "1"}}, seed=0, towns=TOWNS.keys()) == {}


def test_the_group_and_the_home_are_told_by_their_questions() -> None:
    assert (respondent_group(WHOLE, {"who": "a"}), respondent_home(WHOLE, {"home": "140"})) == ("a", "140")
    assert (respondent_group(WHOLE, {}), respondent_home(WHOLE, {"home": "dont_know"})) == ("", "")


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1 200", "1200"), ("12,5", "12.5"), ("−3", "-3"), ("0,125", "0.125"), ("1.200", "1.200x"), ("kolme", "kolmex")],
)
def test_a_number_is_read_where_it_has_one_reading(typed: str, read: str) -> None:
    assert plain_number(typed) == (typed if read.endswith("x") else read)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (asked(K.SINGLE), "a"),
        (asked(K.MULTIPLE), ["a", "b"]),
        (asked(K.MULTIPLE, dont_know=True), "dont_know"),
        (asked(K.MATRIX), {"x": "1", "z": "5"}),
        (asked(K.RANKING, most=3), ["b", "a"]),
        (asked(K.RANKING, dont_know=True), "dont_know"),
        (asked(K.TEXT), "Järvi"),
        (asked(K.NUMBER), "12"),
        (asked(K.SINGLE), None),
    ],
)
def test_what_fields_show_is_read_back(question: Question, answer: Any) -> None:
    filled = shown_fields(question, answer)

    def fields(name: str) -> Sequence[str]:
        return filled.get(name, ())

    assert read_answer(question, fields, seed=1) == answer


@pytest.mark.parametrize(
    ("answers", "unasked"),
    [
        ({"who": "a", "many": ["a", "b"], "why": "työ", "rank": ["b", "a"], "home": "684"}, 1),
        ({"who": "a", "many": "dont_know", "rank": ["none"], "home": "dont_know"}, 2),
        ({"who": "b"}, 5),
    ],
)
def test_a_row_of_codes_reads_back_to_the_same_answers(answers: dict[str, Any], unasked: int) -> None:
    rows = {each.code: "3" for each in WHOLE.questions[3].items_for(9)}
    given = answers | {"image": rows}
    columns, cells = answer_columns(WHOLE), raw_cells(WHOLE, given, seed=9)
    assert answers_of(dict(zip(columns, cells, strict=True))) == given
    assert cells.count("not_asked") == unasked
    words = [labelled(column, cell, "sv", TOWNS) for column, cell in zip(columns, cells, strict=True)]
    back = {column: read_cell(column, word or "", TOWNS) for column, word in zip(columns, words, strict=True)}
    assert answers_of(back) == given


def test_a_column_is_known_by_code_or_words_and_not_where_two_fit() -> None:
    columns = answer_columns(WHOLE)
    found = column_named(columns, " Image.X ")
    assert found is not None
    assert found.key == "image.x"
    assert column_named(columns, "Hyvä – Kyllä") is column_named(columns, "many.a")
    assert column_named(columns, "Hyvä") is None
    assert column_named(columns, "foo") is None
