"""The connector of PxWebApi 2 against a server that answers with saved answers of Statistics Sweden."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler
from math import prod
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from seutu.core.problems import InputProblem
from seutu.core.statistics import Observation
from seutu.sources.http import Limits
from seutu.sources.pace import Pace
from seutu.sources.statistics import pxweb2
from seutu.sources.statistics.pulling import Part, PullQuery
from seutu.sources.statistics.snapshots import Snapshot
from tests.local_server import PROXIES, LocalServer, local_server, saying
from tests.shared_material import SHARED, needs_shared

pytestmark = needs_shared
SAMPLES = SHARED / "data/pxweb-samples"
REGIONS = tuple("01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25".split())  # noqa: SIM905
MONTHS = ("2026M01", "2026M02", "2026M03", "2026M04")
AGES = ("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89", "90-99", "100+10")
ASKED = {
    "region": REGIONS,
    "ålder": (f"agg:agg_Ålder10årJ={','.join(AGES)}",),
    "Kon": ("*",),
    "Tid": MONTHS,
}


def saved(name: str) -> Any:
    return json.loads((SAMPLES / f"scb_v2_{name}.json").read_bytes())


class Server:
    """Answers metadata, tables and configuration as saved, and of the saved figures those that are asked."""

    def __init__(self, server: LocalServer) -> None:
        self.server = server
        self.config, self.data = saved("config"), saved("TAB6471_data")
        self.config["maxCallsPerTimeWindow"] = 10**6  # nobody waits in a test
        self.limit = 10**6

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        address = urlsplit(handler.path)
        language = parse_qs(address.query).get("lang", [""])[0]
        match address.path.removeprefix("/api/v2/"):
            case "config":
                return self.say(handler, self.config)
            case "tables/TAB6471/metadata" if language in {"sv", "en"}:
                return saying((SAMPLES / "scb_v2_TAB6471_metadata.json").read_bytes())(handler)
            case "tables/TAB6471/data":
                return self.figures(handler, json.loads(self.server.bodies[-1]))
            case "tables":
                return saying((SAMPLES / "scb_v2_tables.json").read_bytes())(handler)
        return saying(b"", status=404)(handler)

    def figures(self, handler: BaseHTTPRequestHandler, asked: Any) -> None:
        chosen = {each["variableCode"]: each["valueCodes"] for each in asked["selection"]}
        if prod(map(len, chosen.values())) > self.limit:
            return saying(b"", status=403)(handler)
        whole = [list(self.data["dimension"][name]["category"]["index"]) for name in self.data["id"]]
        steps = [prod(self.data["size"][place + 1 :]) for place in range(len(whole))]
        positions = [0]
        for name, codes, step in zip(self.data["id"], whole, steps, strict=True):
            positions = [at + codes.index(code) * step for at in positions for code in chosen[name]]
        dimension = {
            name: {**self.data["dimension"][name], "category": {"index": codes}} for name, codes in chosen.items()
        }
        values = [self.data["value"][at] for at in positions]
        size = [len(codes) for codes in chosen.values()]
        return self.say(handler, {**self.data, "size": size, "dimension": dimension, "value": values})

    def say(self, handler: BaseHTTPRequestHandler, plain: object) -> None:
        saying(json.dumps(plain).encode())(handler)


Pull = Callable[..., tuple[Any, list[Observation], list[Part]]]


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    with local_server() as server:
        found = Server(server)
        server.answers.append(found)
        yield found


@pytest.fixture
def pull(office: Server, tmp_path: Path) -> Pull:
    def pulled(table: str = "TAB6471", **facts: Any) -> tuple[Any, list[Observation], list[Part]]:
        url = f"{office.server.root}/api/v2/"
        now = datetime(2026, 11, 28, tzinfo=UTC)
        asking = Snapshot(tmp_path / "pull", lambda: now, Pace(10**6, 1.0), Limits(tries=1, read=5.0), url)
        query = PullQuery(table=table, retrieved=date(2026, 11, 28), url=url, **facts)
        download = pxweb2.download(query, asking)
        parts = list(download.parts)
        return download, [one for part in parts for one in part.observations], parts

    return pulled


def test_a_saved_answer_comes_whole(office: Server, pull: Pull) -> None:
    download, observations, _ = pull(only=ASKED)
    assert len(observations) == 2772
    assert sum(one.value or 0 for one in observations) == sum(office.data["value"])
    first = observations[0]
    assert (first.place_kind, first.place, first.period) == ("other", "01", "2026-01")
    assert (first.value, first.breakdown) == (office.data["value"][0], "alder:0-9;kon:TotSa")
    record = download.source
    assert (record.licence, record.name.partition(",")[0]) == ("CC0 1.0", "SCB")
    assert "Updated 2026-06-08" in record.note
    (indicator,) = download.indicators.values()
    assert (indicator.label.sv, indicator.unit.sv, indicator.decimals) == ("Folkmängden per månad", "antal", 0)
    selection = json.loads(office.server.bodies[0])["selection"]
    assert selection[1]["variableCode"] == "Alder"
    assert selection[1]["codelist"] == "agg_Ålder10årJ"
    assert "codelist" not in selection[0]
    assert "lang=sv" in office.server.asked[-1]
    assert "outputFormat=json-stat2" in office.server.asked[-1]


@pytest.mark.parametrize(("told", "held", "pieces"), [(500, 10**6, 7), (10**6, 700, 7)])
def test_pieces_keep_to_the_limit(office: Server, pull: Pull, told: int, held: int, pieces: int) -> None:
    office.config["maxDataCells"], office.limit = told, held
    _, observations, parts = pull(only=ASKED)
    assert len({(one.place, one.period, one.breakdown) for one in observations}) == 2772
    assert sum(part.weight for part in parts) == 2772
    assert len(office.server.bodies) == pieces


def test_a_variable_that_may_be_left_out_is_summed(office: Server, pull: Pull) -> None:
    del office.data["value"][:]
    with pytest.raises(InputProblem):
        pull(only={name: values for name, values in ASKED.items() if name != "Kon"})
    asked = [each["variableCode"] for each in json.loads(office.server.bodies[0])["selection"]]
    assert asked == ["Region", "Alder", "ContentsCode", "Tid"]


def test_a_table_that_is_not_there_is_told_with_alike_ones(pull: Pull) -> None:
    with pytest.raises(InputProblem, match=r"no table TAB9999. It has: TAB4707 \(Antal"):
        pull("TAB9999")


def test_the_server_is_asked_for(tmp_path: Path) -> None:
    asking = Snapshot(tmp_path, lambda: datetime(2026, 1, 1, tzinfo=UTC), Pace(1, 1.0))
    with pytest.raises(InputProblem, match="source pxweb2 needs the address"):
        pxweb2.download(PullQuery(table="x", retrieved=date(2026, 1, 1)), asking)
