import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.sources.tables import join_list, mark_text, split_list, unmark_text
from seutu.sources.tables.text_marks import FORMULA_STARTS

RISKY = st.text(alphabet="'=+-@\t\r\n|%＝＋－＠ 1a5.,", max_size=8)


@given(st.one_of(RISKY, st.text(max_size=20)))
def test_every_text_comes_back_exactly(text: str) -> None:
    assert unmark_text(mark_text(text)) == text


@pytest.mark.parametrize("start", FORMULA_STARTS)
@pytest.mark.parametrize("tail", ["1+1", "cmd|' /C calc'!A0", "SUM(A1:A2)"])
def test_a_formula_is_marked_with_one_apostrophe(start: str, tail: str) -> None:
    assert mark_text(start + tail) == "'" + start + tail


def test_the_formula_characters_are_the_known_thirteen() -> None:
    assert set(FORMULA_STARTS) == set("=+-@\t\r\n|%＝＋－＠")


@pytest.mark.parametrize(
    "text",
    ["+358 40 123 4567", "+358401234567", "-5", "-12,5", "-1 234.50", "+3 %", "-5 %", "Salo", "a=b", "'s-Gravenhage"],
)
def test_phone_numbers_signed_numbers_and_plain_texts_stay_as_they_are(text: str) -> None:
    assert mark_text(text) == text
    assert unmark_text(text) == text


@pytest.mark.parametrize("text", ["+1+1", "-2-3", "+358-40-1", "-A1", "+(1)", "- kohta"])
def test_what_a_program_would_evaluate_is_marked(text: str) -> None:
    assert mark_text(text) == "'" + text


def test_an_apostrophe_before_a_formula_gets_another() -> None:
    assert mark_text("'=1") == "''=1"
    assert unmark_text("'=1") == "=1"


@given(st.lists(st.text(min_size=1, max_size=8).map(str.strip).filter(bool), max_size=5))
def test_a_list_comes_back(items: list[str]) -> None:
    assert split_list(join_list(items)) == tuple(items)


def test_a_list_written_by_a_person_is_split() -> None:
    assert split_list("metalli;puu ; ; ict") == ("metalli", "puu", "ict")
