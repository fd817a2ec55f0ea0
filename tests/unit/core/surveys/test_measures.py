"""Which figures a questionnaire has, and what number an answer is in each."""

import math
from typing import Any

import pytest

from seutu.core.surveys.measures import Measure, beside, measures_of
from seutu.core.surveys.questionnaire import DONT_KNOW, Questionnaire
from seutu.core.surveys.questionnaire_reading import read_questionnaire

TEXT = {"fi": "a", "sv": "b", "en": "c"}
OPTIONS = [{"code": code, "text": TEXT} for code in ("yes", "no")]
ITEMS = [{"code": code, "text": TEXT} for code in ("140", "684")]


def scale(low: int, high: int) -> dict[str, Any]:
    return {"low": low, "high": high, "low_label": TEXT, "high_label": TEXT}


def asked() -> Questionnaire:
    questions: list[dict[str, Any]] = [
        {"code": "who", "kind": "single", "options": OPTIONS},
        {"code": "media", "kind": "multiple", "options": OPTIONS},
        {"code": "move", "kind": "scale", "scale": scale(0, 10)},
        {"code": "short", "kind": "scale", "scale": scale(1, 3)},
        {"code": "age", "kind": "number"},
        {"code": "why", "kind": "text"},
        {"code": "home", "kind": "municipality"},
        {"code": "image", "kind": "matrix", "items": ITEMS, "scale": scale(1, 5)},
        {"code": "known", "kind": "matrix", "items": ITEMS, "options": OPTIONS},
        {"code": "other", "kind": "matrix", "items": ITEMS[:1], "options": OPTIONS},
    ]
    frame = {"title": TEXT, "introduction": TEXT, "thanks": TEXT}
    return read_questionnaire({**frame, "questions": [{"text": TEXT, **each} for each in questions]})


def measure(key: str) -> Measure:
    return next(each for each in measures_of(asked()) if each.key == key)


def test_figures_stand_in_the_order_of_questions_and_texts_and_places_have_none() -> None:
    assert [each.key for each in measures_of(asked())] == [
        *("who:yes", "who:no", "media:yes", "media:no", "move", "move:top", "short", "age"),
        *("image", "image:top", "known:yes", "known:no", "other:yes", "other:no"),
    ]


@pytest.mark.parametrize(
    ("key", "answers", "row", "expected"),
    [
        ("who:yes", {"who": "yes"}, "", 1),
        ("who:yes", {"who": "no"}, "", 0),
        ("who:yes", {"who": DONT_KNOW}, "", 0),
        ("who:yes", {}, "", math.nan),
        ("media:no", {"media": ["yes", "no"]}, "", 1),
        ("media:no", {"media": ["yes"]}, "", 0),
        ("move", {"move": "7"}, "", 7),
        ("move", {"move": DONT_KNOW}, "", math.nan),
        ("move:top", {"move": "8"}, "", 0),
        ("move:top", {"move": "9"}, "", 1),
        ("move:top", {"move": DONT_KNOW}, "", math.nan),
        ("age", {"age": "41.5"}, "", 41.5),
        ("image", {"image": {"140": "4"}}, "140", 4),
        ("image", {"image": {"140": "4"}}, "684", math.nan),
        ("known:yes", {"known": {"140": "yes"}}, "140", 1),
    ],
)
def test_an_answer_is_a_number_or_missing(key: str, answers: dict[str, Any], row: str, expected: float) -> None:
    assert measure(key).value_of(answers, row) == pytest.approx(expected, nan_ok=True)


def test_beside_a_matrix_stand_others_over_the_same_rows() -> None:
    every = measures_of(asked())
    assert [each.key for each in beside(measure("image"), every)] == ["known:yes", "known:no"]
    assert beside(measure("move"), every) == ()
