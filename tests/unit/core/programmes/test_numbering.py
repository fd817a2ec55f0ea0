"""Numbers of a plan: natural order, lists, and keys that tell parts apart."""

import pytest

from seutu.core.programmes.numbering import folded, keys_of, natural_key, numbers_in


@pytest.mark.parametrize(
    "ordered",
    [
        ["1", "2", "10"],
        ["1", "1.1", "1.2", "1.10", "2", "2.1"],
        ["TP1", "tp2", "TP10"],
        ["1a", "1b", "2", "A", "B"],
    ],
)
def test_numbers_stand_in_their_natural_order(ordered: list[str]) -> None:
    backwards = list(reversed(ordered))
    assert sorted(backwards, key=natural_key) == ordered


def test_a_list_names_each_number_once() -> None:
    assert numbers_in("") == ()
    assert numbers_in(" 1; 2.1 ;;1; TP 3") == ("1", "2.1", "TP 3")


def test_spaces_and_letters_of_another_size_make_no_other_number() -> None:
    assert folded(" TP 1") == folded("tp1")


def test_a_key_is_the_number_unless_another_has_it() -> None:
    assert keys_of([("1", ""), ("1.1", "1"), ("2", ""), ("2.1", "2")]) == ["1", "1.1", "2", "2.1"]
    assert keys_of([("1", ""), ("1", "1"), ("2", "1"), ("2", ""), ("1", "2")]) == ["1", "1.1", "1.2", "2", "2.1"]
    assert keys_of([("1", ""), ("1", "")]) == ["1", "1"]
