"""Rows whose thousands and columns are both set apart by spaces: read by what adds up, asked where several ways do."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.core.figures.number_columns import Cells, Columns, Unread, cuts, tell_apart


def numbers(*values: str | None) -> Cells:
    return tuple(None if value is None else Decimal(value) for value in values)


def balanced(cells: Cells) -> bool:
    applied, approved, rejected = (value or Decimal(0) for value in cells)
    return applied == approved + rejected


def spaced(value: int) -> str:
    return f"{value:,}".replace(",", " ")


def test_the_funding_of_an_application() -> None:
    rows = ["352 736 352 736 80,00", "85 184 85 184 19,32", "0 0 0", "0 0 0", "3 000 3 000 0,68"]
    found = tell_apart(rows, "440 920 440 920 100,00")
    assert isinstance(found, Columns)
    assert found.rows[1] == numbers("85184", "85184", "19.32")
    assert found.total == numbers("440920", "440920", "100.00")
    assert found.holding == (0, 1, 2)


def test_a_blank_column_at_the_end_is_no_zero() -> None:
    found = tell_apart(["314 943 314 943", "125 977 125 977"], "440 920 440 920", columns=3, rule=balanced)
    assert isinstance(found, Columns)
    assert found.rows[0] == numbers("314943", "314943", None)


def test_what_must_hold_within_a_row_tells_the_columns_apart() -> None:
    assert len(cuts("350 250 240 140 110 110", 3)) > 1
    found = tell_apart(
        ["350 250 240 140 110 110", "100 000 100 000 0"], "450 250 340 140 110 110", columns=3, rule=balanced
    )
    assert isinstance(found, Columns)
    assert found.rows[0] == numbers("350250", "240140", "110110")


def test_a_dash_is_a_blank_and_a_sign_a_minus() -> None:
    found = tell_apart(["10 000 – 25 000 35 000", "−3 014 2 000 – −1 014"], "6 986 2 000 25 000 33 986")
    assert isinstance(found, Columns)
    assert found.rows == (numbers("10000", None, "25000", "35000"), numbers("-3014", "2000", None, "-1014"))
    assert found.holding == (0, 1, 2, 3)


def test_one_wrong_digit_leaves_its_column_failing() -> None:
    rows = ["71018 217316 221662 509996", "13250 66250 40500 120000"]
    found = tell_apart(rows, "84268 283566 262162 629996")
    assert isinstance(found, Columns)
    assert found.holding == (0, 1, 2, 3)
    wrong = tell_apart(["71018 217316 221622 509996", rows[1]], "84268 283566 262162 629996")
    assert isinstance(wrong, Columns)
    assert wrong.holding == (0, 1, 3)


@pytest.mark.parametrize(
    ("text", "columns", "ways"),
    [
        ("1 234", 1, [numbers("1234")]),
        ("1 234", 2, [numbers("1", "234"), numbers("1234", None)]),
        ("1\u00a0234", 2, [numbers("1234", None)]),
        ("0 123", 2, [numbers("0", "123")]),
        ("0,68 3 000", 2, [numbers("0.68", "3000")]),
        ("12 34", 1, []),
        ("651.200 €", 1, [numbers("651200")]),
        ("–", 1, []),
        ("− 5 3", 3, [numbers(None, "5", "3")]),
        ("−3 014", 1, [numbers("-3014")]),
        ("-3 014 – 12", 3, [numbers("-3014", None, "12")]),
    ],
)
def test_every_way_to_cut_a_row(text: str, columns: int, ways: list[Cells]) -> None:
    assert sorted(map(str, cuts(text, columns))) == sorted(map(str, ways))


def test_digits_in_threes_are_one_number_unless_the_heading_says_more() -> None:
    one, two = tell_apart(["111 222", "111 222"], "222 444"), tell_apart(["111 222", "111 222"], "222 444", columns=2)
    assert isinstance(one, Columns)
    assert isinstance(two, Columns)
    assert (one.total, two.total) == (numbers("222444"), numbers("222", "444"))


def test_rows_of_one_reading_need_no_adding_up() -> None:
    found = tell_apart(["40 000", "25 000"], "56 000")
    assert isinstance(found, Columns)
    assert (found.total, found.holding) == (numbers("56000"), ())


def test_what_cannot_be_told_is_not_guessed() -> None:
    assert tell_apart(["1 00"], "2 000") is Unread.NO_WAY
    assert tell_apart(["1 200 300", "1 200 300"], "2 400 300", columns=2) is Unread.SEVERAL_WAYS


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 999_999), st.integers(0, 999_999)), min_size=1, max_size=5))
def test_whatever_is_read_adds_up(pairs: list[tuple[int, int]]) -> None:
    rows = [f"{spaced(first)} {spaced(second)}" for first, second in pairs]
    total = f"{spaced(sum(first for first, _ in pairs))} {spaced(sum(second for _, second in pairs))}"
    found = tell_apart(rows, total, columns=2)
    assert found is not Unread.NO_WAY
    if isinstance(found, Columns):
        for column in found.holding:
            assert sum((row[column] or Decimal(0) for row in found.rows), Decimal(0)) == found.total[column]
        assert found.rows == tuple(numbers(str(first), str(second)) for first, second in pairs)
