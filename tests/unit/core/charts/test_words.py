"""Number formats, line breaking and titles of charts."""

from hypothesis import given
from hypothesis import strategies as st

from seutu.core.charts.words import break_lines, number_locale, title


@given(st.text(st.sampled_from("ab \u00a0"), max_size=60), st.integers(1, 20))
def test_no_word_is_lost_in_breaking(text: str, width: int) -> None:
    assert " ".join(break_lines(text, width)) == " ".join(word for word in text.split(" ") if word)


def test_an_amount_never_parts_from_its_unit() -> None:
    assert break_lines("noin 21\u00a0767\u00a0henkeä asuu", 8) == ["noin", "21\u00a0767\u00a0henkeä", "asuu"]


def test_nothing_gives_one_empty_line() -> None:
    assert break_lines("", 10) == [""]


def test_finnish_and_swedish_write_a_decimal_comma() -> None:
    assert number_locale("fi")["decimal"] == number_locale("sv")["decimal"] == ","
    assert number_locale("en")["decimal"] == "."
    assert {number_locale(language)["minus"] for language in ("fi", "en")} == {"\u2212"}


def test_a_title_without_a_measure_has_no_subtitle() -> None:
    assert "subtitle" not in title("Väkiluku", "", 300)
    assert title("Väkiluku", "henkeä", 300)["subtitle"] == ["henkeä"]
