"""Amounts: every qualifier and unit is written and read back, and the unit's place is respected."""

import os
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seutu.core.figures import (
    ORIGIN_WORDS,
    Amount,
    Certain,
    Origin,
    Qualifier,
    Unreadable,
    read_amount,
    read_range,
    read_unit,
    write_amount,
)
from seutu.core.figures.amount_writing import write_euros
from seutu.core.figures.marks import NBSP
from seutu.core.figures.units import LABELS
from seutu.core.text import LANGUAGES, Language

ROUND_TRIPS = 10_000 if os.environ.get("SEUTU_SOAK") == "all" else 1_000  # in the long trials, for each language
amounts = st.builds(
    Amount,
    value=st.decimals(min_value=-(10**12), max_value=10**12, places=None, allow_nan=False, allow_infinity=False).filter(
        lambda value: len(format(value, "f")) < 36
    ),
    unit=st.sampled_from(["", *LABELS]),
    qualifier=st.sampled_from(Qualifier),
)


def read_back(amount: Amount, language: Language) -> None:
    assert read_amount(write_amount(amount, language), language=language) == Certain(amount)


@pytest.mark.parametrize("language", LANGUAGES)
@given(amount=amounts)
@example(amount=Amount(Decimal("1.234"), "EUR"))
@example(amount=Amount(Decimal("-1234.567"), "piece", Qualifier.UNDER))
@example(amount=Amount(Decimal("12.345"), "%", Qualifier.ABOUT))
def test_a_written_amount_is_read_back(language: Language, amount: Amount) -> None:
    read_back(amount, language)


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=ROUND_TRIPS)
@given(amount=amounts)
def test_ten_thousand_written_amounts_are_read_back(language: Language, amount: Amount) -> None:
    read_back(amount, language)


@pytest.mark.parametrize(
    ("group", "mark"), [(",", "."), (".", ","), (" ", ","), (" ", "."), ("", ","), ("", "."), ("'", ".")]
)
@given(cents=st.integers(min_value=-(10**13), max_value=10**13), places=st.sampled_from([0, 2]))
@example(cents=651200, places=0)
@example(cents=-1234567, places=0)
def test_no_way_of_writing_euros_is_read_wrong_in_any_language(group: str, mark: str, cents: int, places: int) -> None:
    value = Decimal(cents).scaleb(-places)
    text = f"{value:,.{places}f} €".replace(",", "_").replace(".", mark).replace("_", group)
    for language in (None, *LANGUAGES):
        reading = read_amount(text, language=language)
        assert not isinstance(reading, Unreadable)
        readings = (reading.value,) if isinstance(reading, Certain) else reading.readings
        assert value in [amount.value for amount in readings]


@pytest.mark.parametrize(
    ("amount", "language", "expected"),
    [
        (Amount(Decimal(651200), "EUR", Qualifier.ABOUT), "fi", "noin 651 200 €"),
        (Amount(Decimal(180000), "EUR", Qualifier.UNDER), "sv", "under 180 000 €"),
        (Amount(Decimal(180000), "EUR", Qualifier.NEARLY), "fi", "vajaa 180 000 €"),
        (Amount(Decimal(180000), "EUR", Qualifier.NEARLY), "sv", "knappt 180 000 €"),
        (Amount(Decimal(180000), "EUR", Qualifier.NEARLY), "en", "just under 180 000 €"),
        (Amount(Decimal(2991), "EUR", Qualifier.AT_MOST), "en", "at most 2 991 €"),
        (Amount(Decimal("3.2"), "person_year"), "fi", "3,2 htv"),
        (Amount(Decimal(57), "person_month"), "sv", "57 personmånader"),
        (Amount(Decimal(12800), "vastausta"), "fi", "12 800 vastausta"),
        (Amount(Decimal("1.234"), "EUR"), "fi", "1,2340 €"),
        (Amount(Decimal(90), "%", Qualifier.ABOUT), "fi", "noin 90 %"),
        (Amount(Decimal(110), "", Qualifier.OVER), "sv", "över 110"),
    ],
)
def test_amounts_are_printed_in_the_language(amount: Amount, language: Language, expected: str) -> None:
    assert write_amount(amount, language).replace("\u00a0", " ") == expected


def test_an_amount_is_rounded_only_when_asked() -> None:
    assert write_amount(Amount(Decimal("85184.344"), "EUR"), "fi", decimals=2) == "85\u00a0184,34\u00a0€"
    assert write_amount(Amount(Decimal("1.2344"), "EUR"), "en", decimals=3) == "1.2340\u00a0€"


def test_a_very_long_text_is_refused_at_once() -> None:
    assert isinstance(read_range("1 - " * 50_000 + "2"), Unreadable)
    assert isinstance(read_amount("5 " + "x" * 200), Unreadable)


def test_what_is_read_is_stated_and_what_is_derived_has_its_word() -> None:
    reading = read_amount("noin 50 000 euroa", language="fi")
    assert isinstance(reading, Certain)
    assert reading.value.origin is Origin.STATED
    assert ORIGIN_WORDS[Origin.DERIVED].fi == "laskettu"


def test_a_wrong_unit_is_named_with_the_right_one() -> None:
    reading = read_amount("10 htkk", language="fi", unit="EUR")
    assert isinstance(reading, Unreadable)
    assert reading.problem.message.fi == "Luvun yksikkö on htkk, mutta tähän kuuluu €. Tarkista luku ja sen paikka."


@pytest.mark.parametrize("language", [None, *LANGUAGES])
@given(text=st.one_of(st.text(max_size=40), st.text(alphabet="019 .,-−–()'\u00a0€%kM~n", max_size=20)))
def test_no_text_breaks_the_readers_of_amounts(language: Language | None, text: str) -> None:
    for reading in (read_amount(text, language=language), read_range(text, language=language), read_unit(text)):
        assert not isinstance(reading, Unreadable) or reading.problem.value == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("30000.00", "30 000 €"),
        ("12500.5", "12 500,50 €"),
        ("-3.10", "−3,10 €"),
        ("1E+5", "100 000 €"),
        ("3.125", "3,1250 €"),
        ("0", "0 €"),
    ],
)
def test_money_is_written_with_both_cents_or_none(value: str, written: str) -> None:
    assert write_euros(Decimal(value), "fi").replace(NBSP, " ") == written
