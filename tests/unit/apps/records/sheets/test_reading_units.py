"""A number with its column's own unit is read; with another it is asked about."""

from decimal import Decimal
from typing import Any

import pytest

from seutu.apps.records.sheets.columns import ColumnProblem, NumberColumn, Reading
from seutu.core.text import Text

EUROS = NumberColumn(name="amount", label=Text.same("amount"), unit=Text.same("€"), decimals=2)
BARE = NumberColumn(name="count", label=Text.same("count"), decimals=2)
FINNISH: Any = Reading(language="fi", finder=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "number"),
    [("12,50 €", "12.5"), ("12,50€", "12.5"), ("−1\u00a0234,50\u00a0€", "-1234.5"), (" 3 € ", "3"), ("7", "7")],
)
def test_the_columns_own_unit_may_be_written(written: str, number: str) -> None:
    assert EUROS.read(written, FINNISH) == Decimal(number)


@pytest.mark.parametrize(
    ("column", "written"), [(EUROS, "12,50 k€"), (EUROS, "€"), (EUROS, "12 %"), (EUROS, "12 € €"), (BARE, "12 €")]
)
def test_another_unit_is_refused(column: NumberColumn, written: str) -> None:
    with pytest.raises(ColumnProblem):
        column.read(written, FINNISH)
