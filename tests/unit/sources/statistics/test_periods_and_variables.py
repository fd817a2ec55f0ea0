"""Periods, roles of variables and statuses of cells, in the forms that offices use and have used."""

from datetime import date

import pytest

from seutu.core.statistics import describe_status
from seutu.sources.statistics.cubes import place_of, status_of
from seutu.sources.statistics.periods import period_of
from seutu.sources.statistics.selections import ITEM, Selection, cells, split, without_prefix
from seutu.sources.statistics.variables import Variable, base_name, division_of, roles_of


@pytest.mark.parametrize(
    ("code", "text", "period"),
    [
        ("2024", "", "2024"),
        ("2024M04", "", "2024-04"),
        ("2024-04", "", "2024-04"),
        ("2024Q1", "", "2024-Q1"),
        ("2024K4", "", "2024-Q4"),
        ("2024-Q3", "", "2024-Q3"),
        ("15", "2015", "2015"),
        ("0", "2024*", "2024"),
        ("2024M13", "", None),
        ("2024M00", "", None),
        ("2024W07", "2024W07", None),
        ("2024Q5", "", None),
        ("2019-2024", "", None),
        ("20240", "", None),
        ("", "", None),
    ],
)
def test_periods(code: str, text: str, period: str | None) -> None:
    assert period_of(code, text) == period


@pytest.mark.parametrize(
    ("names", "division"),
    [
        (["alue_23_20260101"], date(2026, 1, 1)),
        (["kunta_1_20250701"], date(2025, 7, 1)),
        (["Alue 2019"], date(2019, 1, 1)),
        (["_Kunnat aakkosjärjestyksessä 2024.agg", "Alue"], date(2024, 1, 1)),
        (["Alue"], None),
        (["alue_23_20261301", "Alue"], None),
        (["Väestö 31.12."], None),
    ],
)
def test_divisions(names: list[str], division: date | None) -> None:
    assert division_of(names) == division


def test_base_names_stay_when_the_day_changes() -> None:
    assert base_name("alue_23_20260101") == base_name("alue_24_20270101") == "alue"
    assert base_name("Alue 2019") == "Alue"
    assert base_name("sukupuoli") == "sukupuoli"


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("SSS", ("country", "SSS")),
        ("KU005", ("municipality", "005")),
        ("SK041", ("sub_region", "041")),
        ("MK04", ("region", "04")),
        ("ELY01", ("ely_centre", "01")),
        ("005", ("municipality", "005")),
        ("KU5", ("other", "KU5")),
        ("MK041", ("other", "MK041")),
        ("00100", ("other", "00100")),
    ],
)
def test_places(code: str, place: tuple[str, str]) -> None:
    assert place_of(code) == place
    assert place_of("005", finnish=False) == ("other", "005")


@pytest.mark.parametrize(
    ("value", "said", "status"),
    [
        (1.0, "", "published"),
        (0.0, "", "published"),
        (0.0, "-", "published"),
        (1.0, "b", "flag:b"),
        (1.0, "BP", "flag:bp"),
        (None, "", "not_published"),
        (None, ".", "sign:."),
        (None, "..", "sign:.."),
        (None, "...", "sign:..."),
        (None, ":", "sign::"),
        (None, "-", "sign:-"),
        (None, ": c", "flag:c"),
        (None, "c", "flag:c"),
    ],
)
def test_statuses(value: float | None, said: str, status: str) -> None:
    assert status_of(value, said) == status


def test_signs_are_told_apart_in_every_language() -> None:
    told = [describe_status(f"sign:{sign}") for sign in (".", "..", "...", ":", "-")]
    for language in ("fi", "sv", "en"):
        assert len({text.in_language(language) for text in told}) == len(told)
    assert describe_status("sign:..").fi == "ei saatavilla, liian epävarma tai salassa pidettävä (..)"
    assert describe_status("sign:....").en == "...."


def test_contents_lose_their_statistic() -> None:
    assert [without_prefix(code) for code in ("vaerak-vaesto", "vaesto", "M411", "-x", "vaerak-")] == [
        "vaesto",
        "vaesto",
        "M411",
        "-x",
        "vaerak-",
    ]


def of(code: str, *values: str, role: str = "") -> Variable:
    return Variable(code, code, values, values, role=role)


@pytest.mark.parametrize(
    ("codes", "area", "time", "contents"),
    [
        (("alue_23_20260101", "timeperiod_y", "contentscode"), 0, 1, 2),
        (("Tiedot", "Vuosi", "Alue 2019"), 2, 1, 0),
        (("Kunta", "Kuukausi"), 0, 1, None),
        (("Region", "Alder", "Kon", "ContentsCode", "Tid"), 0, 4, 3),
        (("Area", "Year", "Information"), 0, 1, 2),
    ],
)
def test_roles_by_name(codes: tuple[str, ...], area: int, time: int, contents: int | None) -> None:
    found = roles_of("t", [of(code, "1") for code in codes])
    assert (found.area.code, found.time.code) == (codes[area], codes[time])
    assert (found.contents and found.contents.code) == (None if contents is None else codes[contents])


def test_what_the_source_says_goes_before_the_name() -> None:
    found = roles_of("t", [of("Vuosi", "1"), of("x", "2", role="time"), of("Alue", "3")])
    assert found.time.code == "x"


@pytest.mark.parametrize("limit", [1, 2, 5, 7, 12, 59, 60, 100])
def test_pieces_hold_every_cell_once_and_fit(limit: int) -> None:
    area, year, other = (of(name, *map(str, range(count))) for name, count in (("a", 3), ("y", 4), ("o", 5)))
    whole = [
        Selection(other, "", other.values, ITEM),
        Selection(area, "area", area.values),
        Selection(year, "time", year.values),
    ]
    pieces = list(split(whole, limit))
    assert all(cells(piece) <= limit for piece in pieces)
    seen = [
        (one, two, three)
        for piece in pieces
        for one in piece[0].codes
        for two in piece[1].codes
        for three in piece[2].codes
    ]
    assert len(seen) == len(set(seen)) == 60
