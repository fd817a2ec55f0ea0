"""Answers are kept with their hash, address and time; a cut pull goes on from them, and only from good and new ones."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.sources.http import Limits
from seutu.sources.pace import Pace
from seutu.sources.statistics.pulling import Question
from seutu.sources.statistics.snapshots import Snapshot
from tests.local_server import PROXIES, LocalServer, leading_to, local_server, saying

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def snapshot(folder: Path, server: LocalServer, now: datetime = NOON, url: str | None = None) -> Snapshot:
    pace = Pace(10**6, 1.0)
    return Snapshot(folder, lambda: now, pace, Limits(tries=1, read=5.0), url=url or server.address)


def number(content: bytes) -> int:
    try:
        return int(content)
    except ValueError as error:
        raise InputProblem.because(Text.same("no number")) from error


def test_a_cut_pull_goes_on_from_what_is_kept(tmp_path: Path) -> None:
    with local_server(saying(b"1"), saying(b"2")) as server:
        question = Question(f"{server.root}/a", body=b'{"q": "\xc3\xa4"}')
        assert snapshot(tmp_path, server).read(question, number) == 1
        again = snapshot(tmp_path, server, NOON + timedelta(hours=23))
        assert again.read(question, number) == 1
        assert (again.asked, again.reused, len(server.asked)) == (0, 1, 1)
        assert again.read(Question(f"{server.root}/a"), number) == 2
    lines = (tmp_path / "under_way" / "index.jsonl").read_text(encoding="utf-8").splitlines()
    facts = json.loads(lines[0])
    assert facts["address"] == question.address
    assert facts["body"] == '{"q": "ä"}'
    assert facts["fetched"] == NOON.isoformat()
    assert facts["sha256"].startswith("6b86b273ff34fce1")  # of "1"
    assert (tmp_path / "under_way" / facts["file"]).read_bytes() == b"1"


def test_what_is_old_or_spoilt_is_asked_again(tmp_path: Path) -> None:
    with local_server(saying(b"1"), saying(b"2"), saying(b"3")) as server:
        question = Question(f"{server.root}/a")
        snapshot(tmp_path, server).read(question, number)
        assert snapshot(tmp_path, server, NOON + timedelta(hours=24)).read(question, number) == 2
        for file in (tmp_path / "under_way").glob("*.answer"):
            file.write_bytes(b"9")
        assert snapshot(tmp_path, server, NOON + timedelta(hours=25)).read(question, number) == 3


def test_a_bad_answer_is_not_kept(tmp_path: Path) -> None:
    with local_server(saying(b"<html>"), saying(b"7")) as server:
        asking = snapshot(tmp_path, server)
        with pytest.raises(InputProblem, match="no number"):
            asking.read(Question(f"{server.root}/a"), number)
        assert list((tmp_path / "under_way").iterdir()) == []
        assert asking.read(Question(f"{server.root}/a"), number) == 7


def test_where_the_source_has_changed_all_is_asked_again(tmp_path: Path) -> None:
    with local_server(saying(b"1"), saying(b"2"), saying(b"1"), saying(b"5"), saying(b"6")) as server:
        state, figures = Question(f"{server.root}/state"), Question(f"{server.root}/figures")
        first = snapshot(tmp_path, server)
        assert [first.read(state, number, fresh=True), first.read(figures, number)] == [1, 2]
        same = snapshot(tmp_path, server)
        assert [same.read(state, number, fresh=True), same.read(figures, number)] == [1, 2]
        changed = snapshot(tmp_path, server)
        assert [changed.read(state, number, fresh=True), changed.read(figures, number)] == [5, 6]


def test_a_line_that_was_cut_spoils_no_other(tmp_path: Path) -> None:
    with local_server(saying(b"1"), saying(b"2")) as server:
        one, two = Question(f"{server.root}/1"), Question(f"{server.root}/2")
        snapshot(tmp_path, server).read(one, number)
        index = tmp_path / "under_way" / "index.jsonl"
        index.write_bytes(index.read_bytes() + b'{"key": "half')
        assert [snapshot(tmp_path, server).read(each, number) for each in (one, two)] == [1, 2]
        assert [snapshot(tmp_path, server).read(each, number) for each in (one, two)] == [1, 2]
        assert len(server.asked) == 2


def test_a_finished_pull_is_the_latest_and_the_next_asks_anew(tmp_path: Path) -> None:
    with local_server(saying(b"1"), saying(b"2")) as server:
        for _ in range(2):
            asking = snapshot(tmp_path, server)
            asking.read(Question(f"{server.root}/a"), number)
            asking.finish()
    assert len(server.asked) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["latest"]
    assert [file.read_bytes() for file in (tmp_path / "latest").glob("*.answer")] == [b"2"]


def test_only_the_named_server_may_be_a_private_one(tmp_path: Path) -> None:
    with local_server(leading_to("http://localhost:1/")) as server:
        asking = snapshot(tmp_path, server, url="http://stat.invalid/")
        with pytest.raises(InputProblem, match="private network"):
            asking.read(Question(f"{server.root}/a"), number)
        assert server.asked == []
        with pytest.raises(InputProblem, match="localhost leads into a private network"):
            snapshot(tmp_path, server).read(Question(f"{server.root}/a"), number)
