"""What a column takes is what the database keeps: nothing is left for it to round, cut or refuse."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from seutu.apps.records.sheets.columns import ChoiceColumn, Column, ColumnProblem, NumberColumn, Reading, TextColumn
from seutu.apps.records.sheets.finding import RecordFinder
from seutu.apps.records.sheets.kinds import kind_named, kinds
from seutu.apps.records.sheets.reading import MOST_DIGITS
from seutu.core.text import LANGUAGES

READING = Reading(language="fi", finder=RecordFinder())


def _kept_in(kind: Any, column: Column) -> Any:
    try:
        return kind.model._meta.get_field(column.name)
    except FieldDoesNotExist:
        return None


def test_every_column_fits_its_field() -> None:
    checked = 0
    for kind in kinds():
        for column in kind.columns:
            field = _kept_in(kind, column)
            named = f"{kind.name}.{column.name}"
            if isinstance(column, TextColumn) and isinstance(field, models.CharField):
                assert column.max_length <= (field.max_length or 0), named
            elif isinstance(column, ChoiceColumn):
                assert max(len(choice.code) for choice in column.choices) <= field.max_length, named
            elif isinstance(column, NumberColumn):
                assert column.decimals <= field.decimal_places, named
                widest = max((abs(each) for each in (column.minimum, column.maximum) if each is not None), default=None)
                room = Decimal(10) ** (field.max_digits - field.decimal_places)
                limited = column.maximum is not None and widest is not None and widest < room
                assert limited or Decimal(10) ** MOST_DIGITS <= room, named
            else:
                continue
            checked += 1
    assert checked > 60


@pytest.mark.parametrize("written", ["1e30", "1e999999999", "-1e-400", "NaN", "Infinity", "1.005", "12345678901234.56"])
def test_a_number_cell_that_would_be_rounded_is_refused_in_words(written: str) -> None:
    with pytest.raises(ColumnProblem) as caught:
        kind_named("projects").column("granted").read(Decimal(written), READING)
    texts = {caught.value.message.in_language(language) for language in LANGUAGES}
    assert len(texts) == 3
    assert max(map(len, texts)) < 250


@pytest.mark.parametrize(
    ("written", "value"), [("1.50", "1.5"), ("1E+3", "1000"), ("1234567890123.45", "1234567890123.45")]
)
def test_a_number_cell_is_read_without_the_zeros_that_say_nothing(written: str, value: str) -> None:
    column = kind_named("projects").column("granted")
    assert column.keep(column.read(Decimal(written), READING)) == value
