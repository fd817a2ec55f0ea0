"""Sotkanet's indicators: region numbers mapped to codes, years in spans, and every odd answer told."""

import json
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from seutu.core.problems import InputProblem
from seutu.core.statistics import Observation, Status
from seutu.sources.http import Limits, Refused
from seutu.sources.pace import Pace
from seutu.sources.statistics.pulling import Download, Part, PullQuery
from seutu.sources.statistics.snapshots import Snapshot
from seutu.sources.statistics.sotkanet import download
from tests.local_server import PROXIES, Answer, LocalServer, local_server, saying
from tests.shared_material import SHARED, needs_shared

REGIONS = [
    {"id": 69, "code": "140", "category": "KUNTA", "title": {"fi": "Iisalmi"}},
    {"id": 936, "code": "091", "category": "KUNTA", "title": {"fi": "Helsinki"}},
    {"id": 488, "code": "01", "category": "MAAKUNTA", "title": {"fi": "Uusimaa"}},
    {"id": 921, "code": "01", "category": "ELY-KESKUS", "title": {"fi": "Uusimaa"}},
    {"id": 658, "code": "358", "category": "MAA", "title": {"fi": "Koko maa"}},
    {"id": 601, "code": "03", "category": "SAIRAANHOITOPIIRI", "title": {"fi": "Varsinais-Suomi"}},
]
TITLE = {"fi": "Asia, %", "sv": "Sak, %", "en": "Thing, %"}
FACTS = {
    "id": 9001,
    "title": TITLE,
    "organization": {"id": 3, "title": {"fi": "Virasto", "sv": "Byrå", "en": "Office"}},
}


def row(region: int, year: int, value: Any, gender: str = "total", indicator: int = 9001) -> dict[str, Any]:
    return {"indicator": indicator, "region": region, "year": year, "gender": gender, "value": value, "absValue": None}


def served(rows: list[dict[str, Any]], facts: Any = FACTS, regions: Any = REGIONS) -> Answer:
    """Answer as the service does: the rows of the years and genders that are asked."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        if parts.path.endswith("/regions"):
            said: Any = regions
        elif "/indicators/" in parts.path:
            said = facts
        else:
            asked = parse_qs(parts.query)
            said = [each for each in rows if str(each["year"]) in asked["years"] and each["gender"] in asked["genders"]]
        saying(json.dumps(said).encode())(handler)

    return answer


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def pulled(server: LocalServer, folder: Path, **asked: Any) -> tuple[Download, list[Observation], list[Part]]:
    query = PullQuery(**{"table": "9001", "retrieved": date(2026, 11, 28), "url": server.address, **asked})
    clock = datetime(2026, 11, 28, tzinfo=UTC)
    limits = Limits(tries=1, read=5.0)
    got = download(query, Snapshot(folder, lambda: clock, Pace(1000, 1.0), limits, server.address))
    parts = list(got.parts)
    return got, [one for part in parts for one in part.observations], parts


def test_regions_become_places_and_what_the_product_does_not_know_is_passed_over(tmp_path: Path) -> None:
    rows = [row(69, 2022, 12.5), row(936, 2022, 0), row(488, 2022, 3), row(921, 2022, 4), row(658, 2022, 5)]
    with local_server(served([*rows, row(601, 2022, 6)])) as server:
        got, found, parts = pulled(server, tmp_path, only={"years": ("2022",)})
    assert [(one.place_kind, one.place, one.period, one.value, one.status) for one in found] == [
        ("municipality", "140", "2022", 12.5, Status.PUBLISHED),
        ("municipality", "091", "2022", 0.0, Status.PUBLISHED),
        ("region", "01", "2022", 3.0, Status.PUBLISHED),
        ("ely_centre", "1", "2022", 4.0, Status.PUBLISHED),
        ("country", "SSS", "2022", 5.0, Status.PUBLISHED),
    ]
    assert [problem for part in parts for problem in part.problems] == []
    (known,) = got.indicators.values()
    assert (known.id, known.label.sv, known.content) == ("sotkanet_9001", "Sak, %", "9001")
    assert (got.source.id, got.source.name, got.source.licence) == (
        "sotkanet.9001",
        "THL Sotkanet, Virasto",
        "CC BY 4.0",
    )
    assert got.source.url == f"{server.address}/indicators/9001"


def test_every_year_since_1990_is_asked_ten_at_once_unless_the_indicator_tells_its_own(tmp_path: Path) -> None:
    with local_server(served([row(69, 1990, 1), row(69, 2026, 2)])) as server:
        got, found, parts = pulled(server, tmp_path / "a")
        assert (got.weight, [part.weight for part in parts]) == (37, [10, 10, 10, 7])
        assert [one.period for one in found] == ["1990", "2026"]
    told = {**FACTS, "range": {"start": 2001, "end": 2003}}
    with local_server(served([row(69, 2002, 1)], facts=told)) as server:
        got, found, parts = pulled(server, tmp_path / "b")
        assert (got.weight, len(parts), len(found)) == (3, 1, 1)


def test_genders_are_parts_of_the_whole(tmp_path: Path) -> None:
    rows = [row(69, 2022, 3), row(69, 2022, 1, "male"), row(69, 2022, 2, "female")]
    with local_server(served(rows)) as server:
        got, found, _ = pulled(server, tmp_path, only={"vuosi": ("2022",), "sukupuoli": ("total", "female")})
    assert [(one.breakdown, one.value) for one in found] == [("", 3.0), ("gender:female", 2.0)]
    assert "breakdown" in got.scope


def test_signs_and_blanks_are_missing_and_told_apart_from_zero(tmp_path: Path) -> None:
    rows = [
        row(69, 2022, None),
        row(936, 2022, ".."),
        row(658, 2022, "0"),
        row(488, 2022, "kaksi"),
        row(921, 2022, True),
    ]
    with local_server(served(rows)) as server:
        _, found, parts = pulled(server, tmp_path, only={"years": ("2022",)})
    assert [(one.value, one.status) for one in found] == [
        (None, Status.NOT_PUBLISHED),
        (None, "sign:.."),
        (0.0, Status.PUBLISHED),
    ]
    assert [(problem.line, problem.value) for problem in parts[0].problems] == [(4, "kaksi"), (5, "True")]


def test_a_region_nobody_knows_and_a_row_nobody_asked_are_told(tmp_path: Path) -> None:
    strange = [row(4444, 2022, 1), row(69, 2022, 5, indicator=127), row(69, 2022, 2)]
    with local_server(served(strange)) as server:
        _, found, parts = pulled(server, tmp_path, only={"years": ("2022",)})
    assert [one.value for one in found] == [2.0]
    assert [problem.value for problem in parts[0].problems] == ["127 2022 total", "4444"]


def test_the_catalogue_and_the_person_name_the_indicator(tmp_path: Path) -> None:
    poverty = {**FACTS, "id": 3099}
    with local_server(served([], facts=poverty)) as server:
        got, _, _ = pulled(server, tmp_path / "a", table="3099")
        own, _, _ = pulled(server, tmp_path / "b", table="3099", indicators={"": "poor_people"})
    (known,) = got.indicators.values()
    assert (known.id, known.source, known.label.en) == (
        "at_risk_of_poverty_rate",
        "sotkanet.3099",
        "General at-risk-of-poverty rate",
    )
    assert list(own.indicators) == ["poor_people"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"table": "väki"}, "not the number of an indicator"),
        ({"table": "127/../../admin"}, "not the number of an indicator"),
        ({"only": {"kunta": ("140",)}}, "only years and genders"),
        ({"only": {"years": ("23",)}}, "four digits"),
        ({"only": {"genders": ("other",)}}, "choose total, male or female"),
    ],
)
def test_what_cannot_be_asked_is_told(asked: dict[str, Any], said: str, tmp_path: Path) -> None:
    with local_server(served([])) as server, pytest.raises(InputProblem, match=said):
        pulled(server, tmp_path, **asked)


@pytest.mark.parametrize(
    ("facts", "regions", "said"),
    [
        ({"id": 5}, REGIONS, "answer is about 5"),
        (["x"], REGIONS, "not of the form"),
        ({**FACTS, "title": {"fi": "\ud800"}}, REGIONS, "not whole JSON"),
        (FACTS, {"x": 1}, "not of the form"),
        (FACTS, [1, 2], "not of the form"),
        (FACTS, [{"id": 1, "code": "358", "category": "MAA"}], "no municipalities"),
    ],
)
def test_an_answer_of_another_form_is_told(facts: Any, regions: Any, said: str, tmp_path: Path) -> None:
    with local_server(served([], facts, regions)) as server, pytest.raises(InputProblem, match=said):
        pulled(server, tmp_path)


@pytest.mark.parametrize("status", [403, 413, 429, 500])
def test_an_error_of_the_server_is_told_with_its_number(status: int, tmp_path: Path) -> None:
    with local_server(saying(b"no", status=status)) as server, pytest.raises(Refused, match=f"error {status}"):
        pulled(server, tmp_path)


def test_half_an_answer_is_told_and_not_kept(tmp_path: Path) -> None:
    whole = json.dumps(FACTS).encode()
    with local_server(saying(whole[:20])) as server, pytest.raises(InputProblem, match="not whole JSON"):
        pulled(server, tmp_path)
    assert not list(tmp_path.glob("**/*.answer"))
    with local_server(saying(whole[:20], promised=len(whole))) as server, pytest.raises(InputProblem, match="cut"):
        pulled(server, tmp_path)


@needs_shared
def test_the_captured_answers_give_the_population_of_2009(tmp_path: Path) -> None:
    folder = SHARED / "data/sotkanet-samples"
    indicators, regions, figures = (
        json.loads((folder / name).read_text(encoding="utf-8"))
        for name in ("SotkaIndicators.json", "SotkaRegions.json", "SotkaIndicatorData.json")
    )
    facts = next(each for each in indicators if each["id"] == 127)
    with local_server(served(figures, facts, regions)) as server:
        got, found, parts = pulled(server, tmp_path, table="127", only={"years": ("2009",)})
    places = {(one.place_kind, one.place): one.value for one in found}
    municipalities = sum(value or 0.0 for (kind, _), value in places.items() if kind == "municipality")
    assert places["country", "SSS"] == municipalities == 5351427.0
    assert list(got.indicators) == ["population"]
    assert [problem.value for part in parts for problem in part.problems] == ["455, 456, 730"]  # as captured
