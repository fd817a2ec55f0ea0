"""Kohesio's file by its listing or its known name. The listing's form is written from its description only."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.http import Limits, Refused
from seutu.sources.kohesio import fetch_projects
from tests.local_server import PROXIES, Answer, local_server, saying
from tests.unit.sources.kohesio.example import kohesio_row, kohesio_text

QUICK = Limits(tries=1, read=5.0)
FILE = saying(kohesio_text(kohesio_row()), media_type="text/csv")
NO_LISTING = saying(b"", status=404)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("listing", "path"),
    [
        (NO_LISTING, "data/projects-2021-2027/latest/FI-pp21-27-latest.csv"),
        (saying(b"<html>"), "data/projects-2021-2027/latest/FI-pp21-27-latest.csv"),
        (saying(b'{"files": ["data/../../etc/FI-x.csv"]}'), "data/projects-2021-2027/latest/FI-pp21-27-latest.csv"),
        (saying(json.dumps({"files": ["data/a/EE-1.csv", "data/a/FI-2.csv"]}).encode()), "data/a/FI-2.csv"),
        (saying(json.dumps({"files": [{"name": "data/a/FI-3.csv", "size": 5}]}).encode()), "data/a/FI-3.csv"),
    ],
)
def test_the_file_is_found(listing: Answer, path: str, tmp_path: Path) -> None:
    with local_server(listing, FILE) as server:
        fetch_projects("2021–2027", tmp_path / "x.csv", url=server.address, limits=QUICK)
    assert parse_qs(urlsplit(server.asked[-1]).query)["id"] == [path]
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("status", [403, 413, 429, 500])
def test_an_error_of_the_server_leaves_nothing(status: int, tmp_path: Path) -> None:
    for answers in ((saying(b"no", status=status),), (NO_LISTING, saying(b"no", status=status))):
        with local_server(*answers) as server, pytest.raises(Refused, match=f"error {status}"):
            fetch_projects("2014-2020", tmp_path / "x.csv", url=server.address, limits=QUICK)
    assert list(tmp_path.iterdir()) == []


def test_half_a_body_a_page_and_changed_columns_are_refused(tmp_path: Path) -> None:
    whole = kohesio_text(kohesio_row())
    for answer in (
        saying(whole[:100], promised=len(whole)),
        saying(b"<html>sorry</html>", media_type="text/html"),
        saying(whole.replace(b"Project_EU_Budget", b"EU_Money")),
    ):
        with local_server(NO_LISTING, answer) as server, pytest.raises(InputProblem):
            fetch_projects("2014-2020", tmp_path / "x.csv", url=server.address, limits=QUICK)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_period_is_told_without_asking(tmp_path: Path) -> None:
    with local_server(FILE) as server, pytest.raises(InputProblem, match="2014-2020, 2021-2027"):
        fetch_projects("2007-2013", tmp_path / "x.csv", url=server.address)
    assert server.asked == []
