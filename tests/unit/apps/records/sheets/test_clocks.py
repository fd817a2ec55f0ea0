"""A time of day is read in the forms people write, and nothing else is."""

from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from seutu.apps.records.sheets.clocks import ClockColumn
from seutu.apps.records.sheets.columns import ColumnProblem, Reading
from seutu.core.text import Language, Text

COLUMN = ClockColumn(name="starts_at", label=Text.same("klo"))
READING = Reading("fi", SimpleNamespace())  # a time of day needs no record to be found


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("9", "09:00"),
        ("9.30", "09:30"),
        ("klo 9.05", "09:05"),
        ("Kl. 13:15", "13:15"),
        ("00:00", "00:00"),
        ("23.59", "23:59"),
        ("09:30:00", "09:30"),
        (Decimal(14), "14:00"),
    ],
)
def test_what_people_write(written: str | Decimal, kept: str) -> None:
    assert COLUMN.read(written, READING) == kept
    assert COLUMN.read(kept, READING) == kept


@pytest.mark.parametrize(
    "written", ["24.00", "9.3", "9.60", "aamulla", "9-10", "09:30:30", "-1", "9.30 10.30", Decimal("0.375")]
)
def test_what_is_not_a_time(written: str | Decimal) -> None:
    with pytest.raises(ColumnProblem) as caught:
        COLUMN.read(written, READING)
    assert "esimerkiksi 9.30" in caught.value.message.fi


def test_a_day_is_not_a_time() -> None:
    with pytest.raises(ColumnProblem):
        COLUMN.read(datetime(2026, 1, 1, 9, 30, tzinfo=UTC), READING)


@pytest.mark.parametrize(("language", "said"), [("fi", "9.30"), ("sv", "9.30"), ("en", "9:30")])
def test_it_is_said_as_people_say_it(language: Language, said: str) -> None:
    assert COLUMN.show("09:30", language) == said
    assert COLUMN.show(None, language) == ""
