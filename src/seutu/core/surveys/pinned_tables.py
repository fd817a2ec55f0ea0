"""Tables of results in plain JSON, as they are kept when the answers behind them go; and back.

A number is its shortest text, NaN is nothing, and a hidden cell holds nothing of its respondents. Not for working
tables out (``wave_results``).
"""

from collections.abc import Mapping
from math import isnan
from typing import Any

from seutu.core.surveys.wave_results import HIDDEN, NAN, ResultCell, ResultTable, quiet_totals


def plain_table(table: ResultTable) -> dict[str, Any]:
    """Return a table in plain JSON, its cells row by row."""
    cells = [[_plain(table.cells[row, group]) for group in table.groups] for row in table.rows]
    return {"rows": list(table.rows), "groups": list(table.groups), "cells": cells}


def read_table(plain: Mapping[str, Any]) -> ResultTable:
    """Return the table of its plain form, also of an older one that holds design effects which tell of hidden cells."""
    rows, groups = tuple(plain["rows"]), tuple(plain["groups"])
    cells = {
        (row, group): _cell(cell)
        for row, line in zip(rows, plain["cells"], strict=True)
        for group, cell in zip(groups, line, strict=True)
    }
    return ResultTable(rows, groups, cells | quiet_totals(cells, rows, groups))


def _plain(cell: ResultCell) -> list[Any] | None:
    if cell.hidden:
        return None
    figures = (cell.value, cell.low, cell.high, cell.effect)
    return [cell.count, *(None if isnan(each) else repr(each) for each in figures)]


def _cell(plain: list[Any] | None) -> ResultCell:
    if plain is None:
        return HIDDEN
    value, low, high, effect = (NAN if each is None else float(each) for each in plain[1:])
    return ResultCell(int(plain[0]), value, low, high, effect)
