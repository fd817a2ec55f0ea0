"""The figures of the five source documents, as they stand in them, are read with certainty."""

from decimal import Decimal

import pytest

from seutu.core.figures import (
    Amount,
    Certain,
    Qualifier,
    read_amount,
    read_date,
    read_number,
    read_percentage,
    read_period,
)
from seutu.core.figures.units import EUR, PERCENT, PERSON_MONTH, PERSON_YEAR
from tests.shared_material import SHARED, needs_shared

pytestmark = needs_shared

EXACT, ABOUT, NEARLY, OVER, AT_MOST = (
    Qualifier.EXACT,
    Qualifier.ABOUT,
    Qualifier.NEARLY,
    Qualifier.OVER,
    Qualifier.AT_MOST,
)


def text_of(number: str) -> str:
    (path,) = (SHARED / "source-documents").glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("document", "text", "value", "unit", "qualifier"),
    [
        ("000", "10 htkk", "10", PERSON_MONTH, EXACT),
        ("000", "6 hlötkk", "6", PERSON_MONTH, EXACT),
        ("000", "6 htyökk", "6", PERSON_MONTH, EXACT),
        ("001", "noin 56", "56", "", ABOUT),
        ("001", "40 000€", "40000", EUR, EXACT),
        ("001", "629 996€", "629996", EUR, EXACT),
        ("001", "3,2htv", "3.2", PERSON_YEAR, EXACT),
        ("001", "1,5htv", "1.5", PERSON_YEAR, EXACT),
        ("002", "noin 651.200 euroa", "651200", EUR, ABOUT),
        ("002", "59.953 euroa", "59953", EUR, EXACT),
        ("002", "2.998 euroa", "2998", EUR, EXACT),
        ("002", "enintään 2.991 eurolla", "2991", EUR, AT_MOST),
        ("002", "n 90%", "90", PERCENT, ABOUT),
        ("002", "noin 47 %", "47", PERCENT, ABOUT),
        ("003", "~900 k€", "900000", EUR, ABOUT),
        ("003", "~520 k€", "520000", EUR, ABOUT),
        ("003", "~1,7 M€", "1700000", EUR, ABOUT),
        ("003", "~30", "30", "", ABOUT),
        ("003", "Yli 110", "110", "", OVER),
        ("003", "NOIN 12 800", "12800", "", ABOUT),
        ("004", "200 000 euron", "200000", EUR, EXACT),
        ("004", "vajaa 180 000 euroa", "180000", EUR, NEARLY),
        ("004", "Noin 100 000 euroa", "100000", EUR, ABOUT),
        ("004", "noin 50 000 euroa,", "50000", EUR, ABOUT),
    ],
)
def test_amounts_of_the_documents(document: str, text: str, value: str, unit: str, qualifier: Qualifier) -> None:
    assert text in text_of(document)
    assert read_amount(text, language="fi") == Certain(Amount(Decimal(value), unit, qualifier))


@pytest.mark.parametrize(
    ("document", "text", "value"),
    [
        ("000", "314 943", "314943"),
        ("000", "440 920", "440920"),
        ("001", "71018", "71018"),
        ("001", "217316", "217316"),
    ],
)
def test_numbers_of_the_documents(document: str, text: str, value: str) -> None:
    assert text in text_of(document)
    assert read_number(text, language="fi") == Certain(Decimal(value))


@pytest.mark.parametrize(
    ("document", "text", "value"),
    [
        ("000", "80,00", "80"),
        ("000", "19,32", "19.32"),
        ("001", "20%", "20"),
        ("002", "18,9 %", "18.9"),
        ("002", "5,5 %", "5.5"),
    ],
)
def test_shares_of_the_documents(document: str, text: str, value: str) -> None:
    assert text in text_of(document)
    assert read_percentage(text, language="fi") == Certain(Decimal(value))


@pytest.mark.parametrize(
    ("document", "text", "first", "last"),
    [
        ("001", "Q3/2021", "2021-07-01", "2021-09-30"),
        ("001", "2020-22", "2020-01-01", "2022-12-31"),
        ("001", "Keväällä 2021", "2021-03-01", "2021-05-31"),
        ("002", "vuosina 2017-2019", "2017-01-01", "2019-12-31"),
        ("002", "vv. 2017-2019,", "2017-01-01", "2019-12-31"),
        ("002", "1.4.2017-31.12.2019", "2017-04-01", "2019-12-31"),
        ("003", "6.-7.6.2019", "2019-06-06", "2019-06-07"),
        ("003", "5/2018.", "2018-05-01", "2018-05-31"),
        ("003", "Marraskuussa 2018", "2018-11-01", "2018-11-30"),
        ("003", "SYKSYLLÄ 2016.", "2016-09-01", "2016-11-30"),
        ("003", "TAMMIKUUSSA 2019.", "2019-01-01", "2019-01-31"),
        ("003", "2005-2017", "2005-01-01", "2017-12-31"),
        ("003", "alkuvuodesta 2018", "2018-01-01", "2018-06-30"),
        ("004", "loppuvuonna 2023", "2023-07-01", "2023-12-31"),
        ("004", "Vuonna 2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_periods_of_the_documents(document: str, text: str, first: str, last: str) -> None:
    assert text in text_of(document)
    reading = read_period(text, language="fi")
    assert isinstance(reading, Certain)
    assert (reading.value.first.isoformat(), reading.value.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("document", "text", "day"),
    [
        ("000", "15.3.2024", "2024-03-15"),
        ("000", "9.10.2025", "2025-10-09"),
        ("002", "5.5.2017", "2017-05-05"),
        ("002", "29.5.2017", "2017-05-29"),
        ("004", "31.12.2023", "2023-12-31"),
    ],
)
def test_dates_of_the_documents(document: str, text: str, day: str) -> None:
    assert text in text_of(document)
    reading = read_date(text, language="fi")
    assert isinstance(reading, Certain)
    assert reading.value.day.isoformat() == day
