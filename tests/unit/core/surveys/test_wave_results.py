"""The table of a figure: totals, weights, what is hidden in all its views at once, and the four fields."""

from dataclasses import replace

import numpy as np
import pytest

from seutu.core.surveys.estimates import wilson
from seutu.core.surveys.fourfold import Field
from seutu.core.surveys.grouping import Floats, Groups
from seutu.core.surveys.pinned_tables import plain_table, read_table
from seutu.core.surveys.wave_results import (
    ALL,
    HIDDEN,
    Observations,
    ResultCell,
    ResultTable,
    four_fields,
    tabulated,
)


def observed(counts: list[list[int]], *, apart: bool = True, share: bool = True) -> Observations:
    """Return observations, of each cell so many; every other one answers 1, the others 0."""
    cells = [(row, group) for row, line in enumerate(counts) for group, count in enumerate(line) for _ in range(count)]
    rows = Groups("", tuple(f"r{row}" for row in range(len(counts))), np.array([row for row, _ in cells]))
    groups = Groups("", tuple(f"g{place}" for place in range(len(counts[0]))), np.array([place for _, place in cells]))
    answers: Floats = (np.arange(len(cells)) % 2).astype(np.float64)
    return Observations(rows, groups, np.ones(len(cells)), answers, share, apart)


def hidden(table: ResultTable) -> set[tuple[str, str]]:
    return {place for place, cell in table.cells.items() if cell.hidden}


def test_a_cell_has_its_share_and_wilsons_interval_of_ninety_per_cent() -> None:
    cell = tabulated(observed([[20, 10], [8, 6]])).cells["r0", "g0"]
    low, high = wilson(np.array([0.5]), np.array([20.0]), 0.9)
    assert (cell.count, cell.value, cell.effect) == (20, 0.5, 1)
    assert (cell.low, cell.high) == pytest.approx((low[0], high[0]))
    assert cell.margin == pytest.approx((high[0] - low[0]) / 2)


def test_nobody_is_shown_as_nobody_and_a_few_are_hidden_with_what_would_tell_them() -> None:
    table = tabulated(observed([[20, 3, 9], [8, 9, 7], [0, 12, 30]]))
    assert ("r0", "g1") in hidden(table)
    assert hidden(table) & {("r0", "g0"), ("r0", "g2"), ("r0", ALL)}, "the row's total less the rest would be the three"
    assert hidden(table) & {("r1", "g1"), ("r2", "g1"), (ALL, "g1")}
    nobody = table.cells["r2", "g0"]
    assert (nobody.count, nobody.hidden) == (0, False)
    assert np.isnan(nobody.value)
    assert all(table.cells[place].count == 0 for place in hidden(table))


def test_rows_of_the_same_respondents_have_no_total_and_hide_along_the_row_only() -> None:
    table = tabulated(observed([[20, 3, 9], [20, 30, 9]], apart=False))
    assert ALL not in table.rows
    assert hidden(table) == {("r0", "g1"), ("r0", "g2")}


def test_no_total_over_a_hidden_cell_tells_a_design_effect_the_grand_total_neither() -> None:
    found = observed([[20, 3, 9], [8, 9, 7], [15, 12, 30]])
    weights = np.ones(len(found.answers))
    weights[20:23] = 50 / 3
    cells = tabulated(replace(found, weights=weights)).cells
    assert not cells[ALL, ALL].hidden
    assert np.isnan(cells[ALL, ALL].effect), "with known populations it is an equation about the sizes of hidden cells"
    assert cells["r2", "g2"].effect == 1
    kept = plain_table(ResultTable(("r0", ALL), ("g0", ALL), {
        (row, group): HIDDEN if (row, group) == ("r0", "g0") else ResultCell(20, 0.5, 0.4, 0.6, 1.5)
        for row in ("r0", ALL) for group in ("g0", ALL)
    }))  # fmt: skip
    assert all(np.isnan(cell.effect) for cell in read_table(kept).cells.values()), "nor do tables that were kept before"


def test_a_small_cell_of_great_weight_is_hidden_among_as_much_weight_of_others() -> None:
    found = observed([[40, 6, 3], [30, 20, 30]], apart=False)
    assert hidden(tabulated(found)) == {("r0", "g1"), ("r0", "g2")}
    weights = np.ones(len(found.answers))
    weights[46:49] = 20
    told = hidden(tabulated(replace(found, weights=weights)))
    assert ("r0", "g0") in told, "60 of the 66 that both would weigh together are those of the three"
    one = observed([[40, 6, 1], [30, 20, 30]], apart=False)
    weights = np.ones(len(one.answers))
    weights[46] = 7
    told = hidden(tabulated(replace(one, weights=weights)))
    assert ("r0", "g0") in told, "one weighs 7 of the 13: their mean would nearly be that answer"


def test_no_answers_at_all_is_a_table_of_nobody() -> None:
    found = observed([[6, 6]])
    table = tabulated(
        Observations(found.rows, found.groups, found.weights, found.answers * np.nan, share=True, apart=True)
    )
    assert {cell.count for cell in table.cells.values()} == {0}
    assert not hidden(table)


def test_four_fields_place_units_leave_hidden_ones_out_and_name_those_without_a_figure() -> None:
    values = {"low": (1, 1), "high": (5, 5), "first": (5, 1), "gone": (5, 5), "bare": (3, np.nan)}
    units = Groups("", tuple(values), np.repeat(np.arange(len(values)), 30))
    wave: Floats = np.tile([-0.5, 0.5], 15 * len(values))
    first, second = (np.repeat([pair[axis] for pair in values.values()], 30) + wave for axis in (0, 1))
    placed, without = four_fields(units, np.ones(len(wave)), {"a": first, "b": second}, ["gone"])
    fields = {each.unit: each.field for each in placed}
    assert fields == {"low": Field.NEITHER, "high": Field.BOTH, "first": Field.FIRST}
    assert without == ("bare",)
    assert all(each.sure is each.field for each in placed)
