"""Pages of the business register's service: all of them or none, gently, and never past a busy answer."""

import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.http import Limits, Refused
from seutu.sources.pace import Pace
from seutu.sources.prh import CompanyRow, read_companies
from seutu.sources.prh.fetching import company_filters, fetch_companies
from tests.local_server import PROXIES, Answer, LocalServer, local_server, saying
from tests.shared_material import SHARED, needs_shared

QUICK = Limits(tries=1, read=5.0)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def company(number: int) -> dict[str, Any]:
    return {"names": [{"name": f"Yritys {number} Öy", "type": "1", "version": 1}]}


def paged(count: int, total: int | None = None) -> Answer:
    """Answer with pages of 100 of so many companies."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        page = int(parse_qs(urlsplit(handler.path).query)["page"][0])
        some = [company(n) for n in range(count)][(page - 1) * 100 : page * 100]
        body = {"totalResults": count if total is None else total, "companies": some}
        saying(json.dumps(body).encode())(handler)

    return answer


def fetched(server: LocalServer, folder: Path, **asked: str) -> int:
    pace = Pace(1000, 1.0)
    return fetch_companies(
        asked or {"location": "Iisalmi"}, folder / "c.json", url=server.address, limits=QUICK, pace=pace
    )


def test_every_page_is_asked_and_the_file_is_one_that_the_reader_knows(tmp_path: Path) -> None:
    with local_server(paged(250)) as server:
        assert fetched(server, tmp_path, location="Hämeenlinna", companyForm="OY") == 250
    assert [parse_qs(urlsplit(each).query)["page"] for each in server.asked] == [["1"], ["2"], ["3"]]
    assert server.query()["location"] == "Hämeenlinna"
    assert server.query()["companyForm"] == "OY"
    read = list(read_companies(tmp_path / "c.json"))
    assert len(read) == 250
    assert isinstance(read[-1], CompanyRow)
    assert read[-1].name == "Yritys 249 Öy"
    assert [path.name for path in tmp_path.iterdir()] == ["c.json"]


def test_nobody_is_an_empty_file(tmp_path: Path) -> None:
    with local_server(paged(0)) as server:
        assert fetched(server, tmp_path) == 0
    assert list(read_companies(tmp_path / "c.json")) == []


def test_the_pace_is_kept_and_a_busy_service_ends_the_pull(tmp_path: Path) -> None:
    waits: list[float] = []
    pace = Pace(1, 1.0, clock=lambda: 0.0, pause=waits.append)
    busy = saying(b"", status=429)
    page = saying(json.dumps({"totalResults": 200, "companies": [company(1)] * 100}).encode())
    with local_server(page, busy) as server, pytest.raises(InputProblem, match=r"300 calls .* Nothing was brought in"):
        fetch_companies({"location": "x"}, tmp_path / "c.json", url=server.address, limits=QUICK, pace=pace)
    assert len(server.asked) == 2
    assert waits == [1.0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("status", [400, 403, 413, 500, 503])
def test_an_error_of_the_server_leaves_nothing(status: int, tmp_path: Path) -> None:
    with local_server(saying(b"no", status=status)) as server, pytest.raises(Refused, match=f"error {status}"):
        fetched(server, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"totalResults": 2, "compan', "not whole JSON"),
        (b"[1]", "version 3"),
        (b'{"results": [], "totalResults": 0}', "version 3"),
        (b'{"totalResults": "2", "companies": []}', "version 3"),
        (b'{"totalResults": 2, "companies": []}', "promised 2 companies but sent 0"),
        (b'{"totalResults": 20000, "companies": [{}]}', "at most 10000"),
    ],
)
def test_an_answer_that_cannot_be_used_leaves_nothing(body: bytes, said: str, tmp_path: Path) -> None:
    with local_server(saying(body)) as server, pytest.raises(InputProblem, match=said):
        fetched(server, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_filters_are_a_town_or_named() -> None:
    assert company_filters(" Iisalmi ") == {"location": "Iisalmi"}
    assert company_filters("postCode=74100&companyForm=OY") == {"postCode": "74100", "companyForm": "OY"}
    for wrong in ("", "page=7", "town=Iisalmi"):
        with pytest.raises(InputProblem, match="cannot be asked by"):
            company_filters(wrong)


@needs_shared
def test_a_captured_answer_is_gathered_as_it_is(tmp_path: Path) -> None:
    body = (SHARED / "data/prh-ytj-samples/companies_v3_response_0112038-9.json").read_bytes()
    with local_server(saying(body)) as server:
        assert fetched(server, tmp_path, businessId="0112038-9") == 1
    (read,) = read_companies(tmp_path / "c.json")
    assert isinstance(read, CompanyRow)
    assert read.business_id == "0112038-9"
