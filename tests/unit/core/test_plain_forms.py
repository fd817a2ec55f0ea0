"""Dataclasses as plain JSON and back."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from seutu.core.figures import Amount, Origin, Qualifier
from seutu.core.plain_forms import as_plain, from_plain
from seutu.core.text import Text


@dataclass(frozen=True)
class Inner:
    """A part."""

    name: Text
    amount: Amount | None
    pairs: tuple[tuple[str, Text | None], ...] = ()


@dataclass(frozen=True)
class Outer:
    """A whole."""

    day: date
    parts: tuple[Inner, ...]
    share: Decimal
    is_true: bool
    count: int
    later: date | None = None
    added: str = "new"


WHOLE = Outer(
    date(2023, 12, 31),
    (
        Inner(Text(fi="a", sv="b", en="c"), Amount(Decimal("1.50"), "EUR", Qualifier.ABOUT, Origin.DERIVED)),
        Inner(Text.same("x"), None, (("a", None), ("b", Text.same("ä")))),
    ),
    Decimal("1E+3"),
    is_true=True,
    count=3,
)


def test_it_comes_back_as_it_was_through_json() -> None:
    back = from_plain(Outer, json.loads(json.dumps(as_plain(WHOLE))))
    assert back == WHOLE
    assert str(back.parts[0].amount and back.parts[0].amount.value) == "1.50"


def test_a_field_that_was_not_kept_takes_its_default() -> None:
    plain = as_plain(WHOLE)
    del plain["added"]
    assert from_plain(Outer, plain) == WHOLE


def test_a_missing_field_without_a_default_and_an_unknown_type_are_refused() -> None:
    plain = as_plain(WHOLE)
    del plain["day"]
    with pytest.raises(TypeError):
        from_plain(Outer, plain)
    with pytest.raises(TypeError, match="float"):
        as_plain(1.5)
