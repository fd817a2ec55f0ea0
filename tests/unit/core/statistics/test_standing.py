"""Ranks with ties, among all and among a group, and where a value lies."""

from hypothesis import given
from hypothesis import strategies as st

from seutu.core.statistics.standing import part_below, ranks, standing

VALUES = {"a": 70.0, "b": 68.1, "c": 68.1, "d": 55.0}


def test_equal_values_share_the_smallest_rank_from_both_ends() -> None:
    found = standing("b", VALUES)
    assert found is not None
    assert (found.rank, found.from_bottom, found.of, found.sharing) == (2, 2, 4, 2)
    assert found.tied
    assert found.median == 68.1


def test_a_rank_in_a_group_counts_the_group_only() -> None:
    found = standing("d", VALUES, {"b", "d", "x"})
    assert found is not None
    assert (found.rank, found.of, found.tied) == (2, 2, False)


def test_a_town_without_a_value_or_outside_the_group_has_no_rank() -> None:
    assert standing("x", VALUES) is None
    assert standing("a", VALUES, {"b", "d"}) is None


def test_ranks_of_all_skip_after_a_tie() -> None:
    assert ranks(VALUES) == {"a": 1, "b": 2, "c": 2, "d": 4}
    assert ranks({}) == {}


def test_where_a_value_lies() -> None:
    assert part_below(68.1, VALUES) == 0.5
    assert part_below(100, VALUES) == 1
    assert part_below(1.0, {}) == 0.5


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(-5, 5).map(float), min_size=1, max_size=12))
def test_the_two_ranks_and_the_sharers_make_up_all(values: dict[str, float]) -> None:
    every = ranks(values)
    for code in values:
        found = standing(code, values)
        assert found is not None
        assert found.rank == every[code]
        assert found.rank - 1 + found.from_bottom - 1 + found.sharing == len(values)
