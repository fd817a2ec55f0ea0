"""The export of CORDIS over the network: nothing that came is read before it has been looked at."""

import io
import zipfile
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.cordis.fetching import fetch_cordis
from seutu.sources.http import Limits, Refused
from tests.local_server import PROXIES, local_server, saying

QUICK = Limits(tries=1, read=5.0)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def packed(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


GOOD = packed(**{"csv__organization.csv": b"projectID;organisationID\n"})


def test_the_export_of_a_programme_is_asked_by_its_name(tmp_path: Path) -> None:
    with local_server(saying(GOOD, media_type="application/zip")) as server:
        fetch_cordis("Horizon", tmp_path / "x.zip", url=server.address, limits=QUICK)
        fetch_cordis("fp7", tmp_path / "y.zip", url=server.address, limits=QUICK)
    assert [each.rpartition("/")[2] for each in server.asked] == [
        "cordis-HORIZONprojects-csv.zip",
        "cordis-fp7projects-csv.zip",
    ]
    assert (tmp_path / "x.zip").read_bytes() == GOOD


@pytest.mark.parametrize(
    "body",
    [
        packed(**{"organization.csv": b"\0" * 9_000_000}),
        packed(**{"..__..__organization.csv": b"x"}),
        packed(**{"__etc__organization.csv": b"x"}),
        packed(**{"readme.txt": b"x"}),
        GOOD[: len(GOOD) // 2],
        b"<html>sorry</html>",
        b"",
    ],
    ids=["bomb", "up", "root", "other", "half", "page", "empty"],
)
def test_what_is_no_safe_export_is_refused_and_removed(body: bytes, tmp_path: Path) -> None:
    with local_server(saying(body)) as server, pytest.raises(InputProblem):
        fetch_cordis("horizon", tmp_path / "x.zip", url=server.address, limits=QUICK)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("status", [403, 413, 429, 500])
def test_an_error_of_the_server_leaves_nothing(status: int, tmp_path: Path) -> None:
    with local_server(saying(b"no", status=status)) as server, pytest.raises(Refused, match=f"error {status}"):
        fetch_cordis("h2020", tmp_path / "x.zip", url=server.address, limits=QUICK)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_programme_is_told_without_asking(tmp_path: Path) -> None:
    with local_server(saying(GOOD)) as server, pytest.raises(InputProblem, match="horizon, h2020, fp7"):
        fetch_cordis("fp6", tmp_path / "x.zip", url=server.address)
    assert server.asked == []
