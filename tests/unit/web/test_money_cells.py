"""Totals of money in a grid: exact, or at least what is known."""

from decimal import Decimal

from seutu.web.money_cells import sum_cell


def test_a_total_with_a_blank_is_at_least_what_is_known() -> None:
    assert sum_cell([Decimal(2), Decimal(3)], "fi")["text"] == "5,00"
    assert sum_cell([Decimal(2), None], "fi")["text"] == "vähintään\u00a02,00"
    assert sum_cell([None], "fi")["text"] == "–"
