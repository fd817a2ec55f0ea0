"""Eurostat's service. Its form is written from its description only: no captured answer of it stood at hand."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Observation
from seutu.sources.http import Limits, Refused
from seutu.sources.pace import Pace
from seutu.sources.statistics.eurostat_service import download
from seutu.sources.statistics.pulling import Download, PullQuery
from seutu.sources.statistics.snapshots import Snapshot
from tests.local_server import PROXIES, Answer, LocalServer, local_server, saying

Asked = dict[str, list[str]]


def data_set(
    values: dict[tuple[str, ...], float | None],
    flags: dict[tuple[str, ...], str] | None = None,
    updated: str = "2026-11-01",
    **dimensions: list[str],
) -> dict[str, Any]:
    """Make a described answer: only cells that are there have a position."""
    cells = list(product(*dimensions.values()))
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Thing by NUTS 3 area",
        "source": "ESTAT",
        "updated": updated,
        "id": list(dimensions),
        "size": [len(codes) for codes in dimensions.values()],
        "dimension": {
            name: {
                "label": name,
                "category": {"index": {c: n for n, c in enumerate(codes)}, "label": {c: f"{c}!" for c in codes}},
            }
            for name, codes in dimensions.items()
        },
        "value": {str(at): values[cell] for at, cell in enumerate(cells) if cell in values},
        "status": {str(at): flags[cell] for at, cell in enumerate(cells) if flags and cell in flags},
    }


def served(answer_of: Callable[[Asked], tuple[int, Any]]) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        status, said = answer_of(parse_qs(urlsplit(handler.path).query))
        saying(json.dumps(said).encode(), status=status)(handler)

    return answer


def always(said: Any, status: int = 200) -> Answer:
    return served(lambda _: (status, said))


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def pulled(server: LocalServer, folder: Path, **asked: Any) -> tuple[Download, list[Observation], list[Problem]]:
    query = PullQuery(**{"table": "thing_3", "retrieved": date(2026, 11, 28), "url": server.address, **asked})
    clock = datetime(2026, 11, 28, tzinfo=UTC)
    limits = Limits(tries=1, read=5.0)
    got = download(query, Snapshot(folder, lambda: clock, Pace(1000, 1.0), limits, server.address))
    parts = list(got.parts)
    return got, [one for part in parts for one in part.observations], [one for part in parts for one in part.problems]


SMALL = data_set(
    {("A", "EUR", "FI", "2022"): 5.5, ("A", "EUR", "FI1B1", "2022"): 0, ("A", "EUR", "FI196", "2022"): 2.0},
    {("A", "EUR", "FI", "2022"): "b p", ("A", "EUR", "FI200", "2022"): ": c"},
    freq=["A"],
    unit=["EUR"],
    geo=["FI", "FI1B1", "FI196", "FI200", "EU27_2020"],
    time=["2022"],
)


def test_figures_keep_their_flags_and_a_cell_that_is_not_there_is_not_zero(tmp_path: Path) -> None:
    """Described form."""
    with local_server(always(SMALL)) as server:
        got, found, problems = pulled(server, tmp_path)
        asked = parse_qs(urlsplit(server.asked[-1]).query)
    assert [(one.place_kind, one.place, one.period, one.value, one.status) for one in found] == [
        ("country", "SSS", "2022", 5.5, "flag:bp"),
        ("nuts3", "FI1B1", "2022", 0.0, "published"),
        ("nuts3", "FI196", "2022", 2.0, "published"),
        ("nuts3", "FI200", "2022", None, "flag:c"),
    ]
    assert [problem.value for problem in problems] == ["EU27_2020"]
    assert (got.source.id, got.source.note, got.source.division) == ("eurostat.thing_3", "Thing by NUTS 3 area", None)
    (known,) = got.indicators.values()
    assert (known.id, known.unit.en, known.source) == ("thing_3_eur", "EUR!", "eurostat.thing_3")
    assert asked["format"] == ["JSON"]
    assert {"FI", "FI1B", "FI197", "FI19B", "FI200"} <= set(asked["geo"])
    assert all(code.startswith("FI") for code in asked["geo"])


def test_the_catalogue_knows_the_units_of_the_regional_accounts(tmp_path: Path) -> None:
    """Described form."""
    units = data_set(
        {("MIO_EUR", "FI", "2022"): 1.0, ("EUR_HAB", "FI", "2022"): 2.0},
        unit=["MIO_EUR", "EUR_HAB"],
        geo=["FI"],
        time=["2022"],
    )
    with local_server(always(units)) as server:
        got, found, _ = pulled(server, tmp_path, table="nama_10r_3gdp")
    assert [one.indicator for one in found] == ["gdp_meur", "gdp_per_inhabitant_eur"]
    assert got.indicators["gdp_meur"].source == "eurostat_gdp"


def test_codes_of_2021_are_told_with_those_of_2024_and_never_joined(tmp_path: Path) -> None:
    """Described form."""
    old = data_set({("FI197", "2020"): 1.0}, geo=["FI197", "FI196"], time=["2020"])
    new = data_set({("FI19B", "2024"): 2.0}, geo=["FI19B", "FI196"], time=["2024"])
    both = data_set({("FI197", "2020"): 1.0, ("FI19B", "2024"): 2.0}, geo=["FI197", "FI19B"], time=["2020", "2024"])
    with local_server(always(old), always(new), always(both)) as server:
        got, _, problems = pulled(server, tmp_path / "a")
        assert (got.source.division, [each.value for each in problems]) == (date(2021, 1, 1), ["FI197 → FI19B"])
        got, _, problems = pulled(server, tmp_path / "b")
        assert (got.source.division, problems) == (date(2024, 1, 1), [])
        got, found, problems = pulled(server, tmp_path / "c")
        assert (got.source.division, len(problems)) == (date(2024, 1, 1), 1)
        assert {(one.place, one.period) for one in found if one.value is not None} == {
            ("FI197", "2020"),
            ("FI19B", "2024"),
        }


def test_a_question_that_is_too_large_is_split_by_areas(tmp_path: Path) -> None:
    """Described form: the service answers 413 over its limit of cells."""

    def answer(asked: Asked) -> tuple[int, Any]:
        geo = asked["geo"]
        if len(geo) > 1:
            return 413, {"error": [{"status": 413, "label": "too many cells"}]}
        return 200, data_set({(geo[0], "2022"): float(len(server.asked))}, geo=geo, time=["2022"])

    with local_server(served(answer)) as server:
        got, found, _ = pulled(server, tmp_path, only={"geo": ("FI1B1", "FI196", "FI200")})
    assert [one.place for one in found] == ["FI1B1", "FI196", "FI200"]
    assert (got.weight, len(server.asked)) == (3, 5)


def test_then_by_the_periods_asked_and_else_by_years(tmp_path: Path) -> None:
    """Described form: a large answer may also be told as one that is made later (a warning with 413)."""

    def by_time(asked: Asked) -> tuple[int, Any]:
        if len(asked["time"]) > 1:
            return 200, {"warning": {"status": 413, "label": "ASYNCHRONOUS_RESPONSE"}}
        return 200, data_set({("FI", asked["time"][0]): 1.0}, geo=["FI"], time=asked["time"])

    def by_years(asked: Asked) -> tuple[int, Any]:
        if "sinceTimePeriod" not in asked:
            return 413, {}
        year = asked["untilTimePeriod"][0]
        return 200, data_set({("FI", year): 1.0}, geo=["FI"], time=[year])

    only = {"geo": ("FI",)}
    with local_server(served(by_time)) as server:
        _, found, _ = pulled(server, tmp_path / "a", only={**only, "time": ("2021", "2022")})
    assert [one.period for one in found] == ["2021", "2022"]
    with local_server(served(by_years)) as server:
        _, found, _ = pulled(server, tmp_path / "b", only=only)
    assert [one.period for one in found] == ["1993", "2026"]


def test_what_is_too_large_in_the_smallest_part_is_told(tmp_path: Path) -> None:
    """Described form."""
    with local_server(always({}, 413)) as server, pytest.raises(InputProblem, match="too large even for one area"):
        pulled(server, tmp_path, only={"geo": ("FI",), "time": ("2022",)})


def test_one_dimension_may_be_a_breakdown(tmp_path: Path) -> None:
    """Described form."""
    sexes = data_set(
        {("T", "Y15", "FI", "2022"): 3.0, ("F", "Y15", "FI", "2022"): 1.0},
        sex=["T", "F"],
        age=["Y15"],
        geo=["FI"],
        time=["2022"],
    )
    with local_server(always(sexes)) as server:
        _, found, _ = pulled(server, tmp_path)
    assert [(one.indicator, one.breakdown, one.value) for one in found] == [
        ("thing_3_y15", "", 3.0),
        ("thing_3_y15", "sex:F", 1.0),
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (data_set({}, sex=["T", "F"], age=["A", "B"], geo=["FI"], time=["2022"]), "several breakdowns: sex, age"),
        (data_set({}, unit=["A"], time=["2022"]), "has no dimension geo"),
        (data_set({}, unit=["A"], geo=["FI"]), "has no dimension time"),
        ({"error": [{"status": 400, "label": "Unknown dimension"}]}, "“Unknown dimension”"),
        ([1, 2], "JSON-stat"),
        ({**SMALL, "size": [1]}, "size"),
    ],
)
def test_an_answer_of_another_form_is_told(said: Any, told: str, tmp_path: Path) -> None:
    """Described form."""
    with local_server(always(said)) as server, pytest.raises(InputProblem, match=told):
        pulled(server, tmp_path)
    assert not list(tmp_path.glob("**/*.answer")) or "breakdowns" in told


def test_periods_that_are_no_year_quarter_or_month_are_told(tmp_path: Path) -> None:
    """Described form."""
    odd = data_set({("FI", "2022-Q1"): 1.0, ("FI", "2022-W05"): 2.0}, geo=["FI"], time=["2022-Q1", "2022-W05"])
    with local_server(always(odd)) as server:
        _, found, problems = pulled(server, tmp_path)
    assert [one.period for one in found] == ["2022-Q1"]
    assert [problem.column for problem in problems] == ["time"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"table": "../x"}, "not the code of a data set"),
        ({"only": {"lang": ("DE",)}}, "own dimensions"),
        ({"only": {"a&b": ("1",)}}, "own dimensions"),
    ],
)
def test_what_cannot_be_asked_is_told(asked: dict[str, Any], said: str, tmp_path: Path) -> None:
    with local_server(always(SMALL)) as server, pytest.raises(InputProblem, match=said):
        pulled(server, tmp_path, **asked)
    assert server.asked == []


def test_one_name_does_not_stand_for_two_units(tmp_path: Path) -> None:
    """Described form."""
    two = data_set({}, unit=["A", "B"], geo=["FI"], time=["2022"])
    with local_server(always(two)) as server:
        with pytest.raises(InputProblem, match="several units: A, B"):
            pulled(server, tmp_path / "a", indicators={"": "mine"})
        got, _, _ = pulled(server, tmp_path / "b", indicators={"A": "mine"})
    assert list(got.indicators) == ["mine", "thing_3_b"]


@pytest.mark.parametrize("status", [403, 429, 500])
def test_an_error_of_the_server_is_told(status: int, tmp_path: Path) -> None:
    with local_server(saying(b"<html>no", status=status)) as server, pytest.raises(Refused, match=f"error {status}"):
        pulled(server, tmp_path)


def test_half_an_answer_is_told_and_not_kept(tmp_path: Path) -> None:
    """Described form."""
    half = json.dumps(SMALL).encode()[:100]
    with local_server(saying(half)) as server, pytest.raises(InputProblem):
        pulled(server, tmp_path)
    assert not list(tmp_path.glob("**/*.answer"))


def test_a_data_set_renewed_on_the_way_is_asked_anew(tmp_path: Path) -> None:
    """Described form."""

    def answer(asked: Asked) -> tuple[int, Any]:
        if len(asked["geo"]) > 1:
            return 413, {}
        return 200, data_set({}, geo=asked["geo"], time=["2022"], updated=f"2026-11-{len(server.asked):02}")

    with local_server(served(answer)) as server, pytest.raises(InputProblem, match="in the middle of the pull"):
        pulled(server, tmp_path, only={"geo": ("FI196", "FI200")})
    assert not list(tmp_path.glob("**/*.answer"))
