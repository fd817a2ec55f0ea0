"""Hidden cells under attack: a reader who knows every sum, every cell shown and that a hidden one is not zero."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seutu.core.problems import InputProblem
from seutu.core.surveys.disclosure import Mask, Sum, determined, suppressed, two_way, with_totals
from seutu.core.surveys.grouping import Floats


def solved(counts: Floats, sums: Sequence[Sum], hidden: Mask) -> list[int]:
    """Return what linear algebra gives away: numbers whose own row adds nothing to the rank of the equations."""
    places = np.flatnonzero(hidden)
    system = np.zeros((len(sums), len(counts)))
    for row, each in enumerate(sums):
        system[row, each.whole] = -1
        system[row, list(each.parts)] = 1
    unknown = system[:, places]
    rank = np.linalg.matrix_rank(unknown) if unknown.size else 0
    return [
        int(place)
        for column, place in enumerate(places)
        if np.linalg.matrix_rank(np.vstack([unknown, np.eye(len(places))[column]])) == rank
    ]


def enumerated(table: Floats, hidden: Mask) -> list[tuple[int, int]]:
    """Return the hidden cells of a table of two rows with totals that have one value in all tables that fit, by trying.

    A hidden cell is tried at 1 … its count + 1; a total that is shown has to be met, one that is hidden not.
    """
    columns = table.shape[1] - 1
    told = hidden.reshape(table.shape)
    rows = []
    for row in range(2):
        ranges = [
            range(1, int(table[row, column]) + 2) if told[row, column] else [int(table[row, column])]
            for column in range(columns)
        ]
        rows.append([each for each in product(*ranges) if told[row, columns] or sum(each) == table[row, columns]])
    seen: dict[tuple[int, int], set[int]] = {}
    for above, below in product(*rows):
        downward = [*(one + other for one, other in zip(above, below, strict=True)), sum(above) + sum(below)]
        if all(told[2, column] or downward[column] == table[2, column] for column in range(columns + 1)):
            for row, values in enumerate((above, below)):
                for column, value in enumerate(values):
                    if told[row, column]:
                        seen.setdefault((row, column), set()).add(value)
    return [cell for cell, values in seen.items() if len(values) == 1]


def test_one_small_cell_takes_three_others_with_it() -> None:
    """By hand: 3 is small; 20 goes with it in its row, 7 in its column, and 30 closes the circle."""
    table = with_totals([[3, 20, 40], [7, 30, 50], [60, 70, 80]])
    found = suppressed(table.ravel(), two_way(3, 3))
    assert np.flatnonzero(found.primary).tolist() == [0]
    assert np.flatnonzero(found.secondary).tolist() == [1, 4, 5]
    assert not solved(table.ravel(), two_way(3, 3), found.hidden)


def test_two_small_cells_of_a_row_are_not_left_with_their_sum() -> None:
    """1 + 1 = 2 with both at least 1 would tell both: the sum of what is hidden is at least the threshold."""
    table = with_totals([[1, 1, 40], [1, 1, 50], [60, 70, 80]])
    plain = np.zeros(16, dtype=np.bool_)
    plain[[0, 1, 4, 5]] = True
    assert not solved(table.ravel(), two_way(3, 3), plain)
    assert np.flatnonzero(determined(table.ravel(), two_way(3, 3), plain)).tolist() == [0, 1, 4, 5]
    found = suppressed(table.ravel(), two_way(3, 3))
    assert not determined(table.ravel(), two_way(3, 3), found.hidden).any()
    for sums in two_way(3, 3):
        parts = [part for part in sums.parts if found.hidden[part]]
        assert found.hidden[sums.whole] or not parts or table.ravel()[parts].sum() >= 5


@settings(max_examples=25)
@given(
    st.integers(2, 6).flatmap(
        lambda rows: st.integers(2, 5).flatmap(
            lambda columns: st.lists(
                st.lists(st.integers(0, 25), min_size=columns, max_size=columns), min_size=rows, max_size=rows
            )
        )
    )
)
def test_no_table_gives_a_hidden_cell_away(rows: list[list[int]]) -> None:
    table = with_totals(rows)
    counts, sums = table.ravel(), two_way(len(rows), len(rows[0]))
    found = suppressed(counts, sums)
    assert not solved(counts, sums, found.hidden)
    assert not determined(counts, sums, found.hidden).any()
    assert (found.primary == ((counts > 0) & (counts < 5))).all()
    if not found.primary.any():
        assert not found.hidden.any()
    assert not (found.hidden & (counts == 0)).any()


@settings(max_examples=10)
@given(st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=2, max_size=2))
def test_trying_every_small_table_gives_nothing_away(rows: list[list[int]]) -> None:
    table = with_totals(rows)
    found = suppressed(table.ravel(), two_way(2, 3), threshold=3)
    assert not enumerated(table, found.hidden)


def test_the_attack_finds_what_a_guard_without_second_cells_gives_away() -> None:
    table = with_totals([[3, 20, 40], [7, 30, 50]])
    alone = np.arange(12) == 0
    assert solved(table.ravel(), two_way(2, 3), alone) == [0]
    assert enumerated(table, alone) == [(0, 0)]
    assert np.flatnonzero(determined(table.ravel(), two_way(2, 3), alone)).tolist() == [0]


def test_towns_in_regions_and_two_waves_guard_each_other() -> None:
    """Numbers 0–2 towns, 3 their region, 4 another region, 5 the country; 6–11 the next wave; 12–14 both waves."""
    first, second = [3.0, 30, 40, 73, 90, 163], [12.0, 35, 45, 92, 80, 172]
    counts = [*first, *second, 15, 65, 85]
    sums = [Sum(3, (0, 1, 2)), Sum(5, (3, 4)), Sum(9, (6, 7, 8)), Sum(11, (9, 10))]
    sums += [Sum(12, (0, 6)), Sum(13, (1, 7)), Sum(14, (2, 8))]
    found = suppressed(counts, sums)
    assert found.primary.tolist() == [True] + [False] * 14
    assert found.hidden[6] or found.hidden[12]
    assert not solved(np.array(counts), sums, found.hidden)
    assert not determined(counts, sums, found.hidden).any()
    naive = np.zeros(15, dtype=np.bool_)
    naive[[0, 1]] = True
    assert solved(np.array(counts), sums, naive) == [0, 1]


def test_what_is_hidden_in_a_row_is_enough_people_together() -> None:
    """1 + 2 could be 2 + 1, so neither is told; but that three people are there is."""
    table = with_totals([[1, 2, 40], [3, 2, 50], [60, 70, 80]])
    small = np.isin(np.arange(16), [0, 1, 4, 5])
    assert not determined(table.ravel(), two_way(3, 3), small).any()
    found = suppressed(table.ravel(), two_way(3, 3)).hidden.reshape(4, 4)
    assert found[0, :3].all()
    for line, whole in zip([*found[:3, :3], *found[:3, :3].T], [*table[:3, :3], *table[:3, :3].T], strict=True):
        assert not line.any() or whole[line].sum() >= 5


def test_a_town_of_one_group_takes_its_total_too() -> None:
    table = with_totals([[3, 0, 0], [20, 30, 40], [50, 60, 70]])
    found = suppressed(table.ravel(), two_way(3, 3)).hidden.reshape(4, 4)
    assert found[0].tolist() == [True, False, False, True]
    assert not solved(table.ravel(), two_way(3, 3), found.ravel())


def test_a_table_of_enough_hides_nothing() -> None:
    assert not suppressed(with_totals([[5, 6], [7, 0]]).ravel(), two_way(2, 2)).hidden.any()


def test_counts_that_are_none_and_sums_that_do_not_hold_are_told() -> None:
    for counts, told in (
        ([1.0, -2, -1], "Number 2 of the table is -2."),
        ([1.0, 2.5, 3.5], "Number 2 of the table is 2.5."),
        ([float("nan"), 2, 3], "Number 1 of the table is nan."),
        ([1.0, 2, 4], "Number 3 of the table is 4, but its parts sum to 3."),
    ):
        with pytest.raises(InputProblem) as raised:
            suppressed(counts, [Sum(2, (0, 1))])
        message = raised.value.problems[0].message
        assert message.en.startswith(told)
        assert len({message.fi, message.sv, message.en}) == 3
