"""Dates and periods: what is written is read back in every language, and nothing impossible is read."""

import os
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seutu.core.figures import (
    Ambiguous,
    Certain,
    DateFigure,
    Granularity,
    Period,
    Unreadable,
    read_date,
    read_period,
    write_date,
    write_datetime,
    write_period,
)
from seutu.core.figures.periods import MONTHS_IN, day_period, part_of_year
from seutu.core.text import LANGUAGES, Language

ROUND_TRIPS = 10_000 if os.environ.get("SEUTU_SOAK") == "all" else 1_000  # in the long trials, for each language
days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
moments = st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(2999, 12, 31))  # noqa: DTZ001 - local clock
parts = st.sampled_from(list(MONTHS_IN)).flatmap(
    lambda kind: st.builds(
        part_of_year, st.integers(1000, 2999), st.just(kind), st.integers(min_value=1, max_value=12 // MONTHS_IN[kind])
    )
)
ranges = st.tuples(days, days | st.none()).map(
    lambda ends: Period(min(ends[0], ends[1] or ends[0]), max(ends[0], ends[1] or ends[0]), Granularity.RANGE)
)
years = st.tuples(st.integers(1000, 2999), st.integers(1000, 2999)).map(
    lambda ends: Period(date(min(ends), 1, 1), date(max(ends), 12, 31), Granularity.RANGE)
)
plain_periods = st.one_of(days.map(day_period), parts, ranges, years)
periods = st.tuples(plain_periods, st.booleans()).map(
    lambda made: Period(made[0].first, made[0].last, made[0].granularity, approximate=made[1])
)


def read_back(day: date, moment: datetime, period: Period, language: Language) -> None:
    assert read_date(write_date(day, language), language=language) == Certain(DateFigure(day))
    stamp = read_date(write_datetime(moment, language), language=language)
    assert stamp == Certain(DateFigure(moment.date(), moment.time()))
    assert read_period(write_period(period, language), language=language) == Certain(period)


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=days, moment=moments, period=periods)
def test_a_written_time_is_read_back(language: Language, day: date, moment: datetime, period: Period) -> None:
    read_back(day, moment, period, language)


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=ROUND_TRIPS)
@given(day=days, moment=moments, period=periods)
def test_ten_thousand_written_times_are_read_back(
    language: Language, day: date, moment: datetime, period: Period
) -> None:
    read_back(day, moment, period, language)


@pytest.mark.parametrize("mark", ["/", "-"])
@given(day=days)
@example(day=date(2021, 4, 4))
def test_either_order_is_asked_unless_one_order_gives_a_day(mark: str, day: date) -> None:
    for text in (f"{day.day}{mark}{day.month}{mark}{day.year}", f"{day.month}{mark}{day.day}{mark}{day.year}"):
        reading = read_date(text)
        if day.day > 12 or day.day == day.month:
            assert reading == Certain(DateFigure(day))
        else:
            assert isinstance(reading, Ambiguous)
            assert DateFigure(day) in reading.readings


@given(day=days)
def test_the_day_after_the_last_of_a_month_is_refused_with_the_length_of_the_month(day: date) -> None:
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    reading = read_date(f"{last.day + 1}.{last.month}.{last.year}")
    assert isinstance(reading, Unreadable)
    assert f"has {last.day} days" in reading.problem.message.en
    assert f"on {last.day} päivää" in reading.problem.message.fi


@pytest.mark.parametrize("language", [None, *LANGUAGES])
@given(text=st.one_of(st.text(max_size=40), st.text(alphabet="0123456789 ./-–Qq:vW", max_size=25)))
@example(text="9999-W53")
@example(text="99.99.9999")
@example(text="2999-W60")
@example(text="0/2021")
@example(text="Q0/2021")
@example(text="2021-00")
@example(text="1.1.2021 99:99:99")
def test_no_text_breaks_the_readers_of_time(language: Language | None, text: str) -> None:
    for reading in (read_date(text, language=language), read_period(text, language=language)):
        if isinstance(reading, Unreadable):
            assert reading.problem.value == text
        elif isinstance(reading, Ambiguous):
            assert len(set(reading.readings)) == len(reading.readings) > 1


@pytest.mark.parametrize(
    ("period", "language", "expected"),
    [
        (part_of_year(2018, Granularity.MONTH, 10), "fi", "lokakuu 2018"),
        (part_of_year(2018, Granularity.MONTH, 10), "sv", "oktober 2018"),
        (part_of_year(2018, Granularity.MONTH, 10), "en", "October 2018"),
        (part_of_year(2021, Granularity.QUARTER, 3), "fi", "Q3/2021"),
        (part_of_year(2021, Granularity.HALF_YEAR, 2), "en", "H2/2021"),
        (Period(date(2019, 6, 6), date(2019, 6, 7), Granularity.RANGE), "fi", "6.–7.6.2019"),
        (Period(date(2021, 9, 1), date(2021, 12, 31), Granularity.RANGE), "sv", "1.9.–31.12.2021"),
        (Period(date(2021, 9, 1), date(2023, 12, 31), Granularity.RANGE), "en", "1.9.2021–31.12.2023"),
        (Period(date(2017, 1, 1), date(2019, 12, 31), Granularity.RANGE), "fi", "2017–2019"),
        (
            Period(date(2019, 3, 1), date(2019, 5, 31), Granularity.RANGE, approximate=True),
            "sv",
            "omkring 1.3.–31.5.2019",
        ),
    ],
)
def test_periods_are_printed_in_the_language(period: Period, language: Language, expected: str) -> None:
    assert write_period(period, language).replace("\u00a0", " ") == expected


def test_dates_and_times_are_printed_without_leading_zeros() -> None:
    moment = datetime(2025, 9, 6, 9, 5)  # noqa: DTZ001 - local clock
    assert write_date(moment, "en") == "6.9.2025"
    assert write_datetime(moment, "fi") == "6.9.2025 klo\u00a09.05"
    assert write_datetime(moment, "sv") == "6.9.2025 kl.\u00a09.05"
    assert write_datetime(moment.replace(second=7), "en") == "6.9.2025 at\u00a09:05:07"
    assert read_date("6.9.2025 klo 9.05.07,25") == Certain(DateFigure(date(2025, 9, 6), time(9, 5, 7, 250_000)))


@pytest.mark.parametrize(
    ("first", "last", "granularity"),
    [
        (date(2021, 2, 1), date(2021, 1, 1), Granularity.RANGE),
        (date(2021, 1, 1), date(2021, 1, 2), Granularity.DAY),
        (date(2021, 1, 1), date(2021, 1, 30), Granularity.MONTH),
        (date(2021, 2, 1), date(2021, 4, 30), Granularity.QUARTER),
        (date(2021, 1, 1), date(2022, 12, 31), Granularity.YEAR),
    ],
)
def test_a_period_is_what_its_granularity_says(first: date, last: date, granularity: Granularity) -> None:
    with pytest.raises(ValueError, match=r"before it begins|is not one"):
        Period(first, last, granularity)
