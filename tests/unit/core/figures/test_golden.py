"""Every hand-made case of tests/golden/figures is read as its row says.

``expected`` is a value, ``? a / b`` for a question with its readings in order, or ``! part of the English reason``.
"""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast, get_args

import pytest

from seutu.core.figures import (
    Amount,
    AmountRange,
    Certain,
    DateFigure,
    Period,
    Reading,
    UnitScale,
    Unreadable,
    read_amount,
    read_date,
    read_number,
    read_percentage,
    read_period,
    read_range,
    read_unit,
)
from seutu.core.text import LANGUAGES, Language

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "figures"


def cases(name: str) -> list[Any]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [pytest.param(row, id=f"{row['kind']} {row['language']} {row['text']}".replace(" ", "_")) for row in rows]


def unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def read(row: dict[str, str]) -> Reading[Any]:
    text, language = unescaped(row["text"]), cast("Language | None", row["language"] or None)
    kind, *options = row["kind"].split()
    multiplier = next((int(option[1:]) for option in options if re.fullmatch("x[0-9]+", option)), 1)
    unit = next((option for option in options if not re.fullmatch("x[0-9]+", option)), None)
    readers: dict[str, Callable[[], Reading[Any]]] = {
        "number": lambda: read_number(text, language=language),
        "amount": lambda: read_amount(text, language=language, unit=unit, multiplier=multiplier),
        "percentage": lambda: read_percentage(text, language=language),
        "range": lambda: read_range(text, language=language),
        "unit": lambda: read_unit(text),
        "date": lambda: read_date(text, language=language),
        "period": lambda: read_period(text, language=language),
    }
    return readers[kind]()


def shown(value: object) -> str:
    if isinstance(value, Amount):
        return f"{value.value} {value.unit or '-'} {value.qualifier}"
    if isinstance(value, AmountRange):
        return f"{shown(value.low)} .. {shown(value.high)}"
    if isinstance(value, UnitScale):
        return f"{value.unit} x{value.multiplier}"
    if isinstance(value, DateFigure):
        return value.day.isoformat() + (f"T{value.clock.isoformat()}" if value.clock else "")
    if isinstance(value, Period):
        return f"{value.first}..{value.last} {value.granularity}" + (" about" if value.approximate else "")
    return str(value)


def check(row: dict[str, str]) -> None:
    reading, expected = read(row), row["expected"]
    if expected.startswith("!"):
        assert isinstance(reading, Unreadable), reading
        assert expected.removeprefix("! ") in reading.problem.message.en
        assert reading.problem.value == unescaped(row["text"])
    elif expected.startswith("?"):
        assert not isinstance(reading, Certain | Unreadable), reading
        assert [shown(value) for value in reading.readings] == expected.removeprefix("? ").split(" / ")
        assert all(reading.question.in_language(language).endswith("?") for language in LANGUAGES)
    else:
        assert isinstance(reading, Certain), reading
        assert shown(reading.value) == expected


@pytest.mark.parametrize("row", cases("numbers.csv"))
def test_a_written_number_is_read_as_the_golden_row_says(row: dict[str, str]) -> None:
    check(row)


@pytest.mark.parametrize("row", cases("dates.csv"))
def test_a_written_time_is_read_as_the_golden_row_says(row: dict[str, str]) -> None:
    check(row)


def test_the_golden_files_hold_as_many_cases_as_promised() -> None:
    assert len(cases("numbers.csv")) >= 80
    assert len(cases("dates.csv")) >= 55


@pytest.mark.parametrize("row", cases("numbers.csv"))
def test_not_knowing_the_language_is_never_surer_than_knowing_it(row: dict[str, str]) -> None:
    unknown = read({**row, "language": ""})
    if not isinstance(unknown, Certain):
        return
    for language in get_args(Language):
        known = read({**row, "language": language})
        assert not isinstance(known, Certain) or known.value == unknown.value
