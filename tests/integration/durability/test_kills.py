"""kill -9 of a server that is being written to: every acknowledged write is there afterwards, nothing is half there."""

import hashlib
import os
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import httpx
import pytest

from tests.integration.durability.installation import Installation, hidden, posted

pytestmark = pytest.mark.own_installation

WRITERS: Final = 3
IMPORT_ROWS: Final = 120
JOB_ROWS: Final = 2101
LONGEST_SECONDS: Final = 3.0
LONGEST_ALONE: Final = 8.0
UP_SECONDS: Final = 10.0
GONE = (httpx.TransportError, httpx.InvalidURL)


class Books:
    """What was sent and what was acknowledged."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.sent: set[str] = set()
        self.acknowledged: set[str] = set()
        self.edits_sent: dict[str, int] = {}
        self.edits_acknowledged: dict[str, int] = {}
        self.imports_sent: dict[str, int] = {}
        self.imports_acknowledged: set[str] = set()
        self.faults: list[str] = []

    def total(self) -> int:
        return len(self.acknowledged) + sum(self.edits_acknowledged.values()) + len(self.imports_acknowledged)


def _write(installation: Installation, books: Books, name: str, over: threading.Event) -> None:
    """Create a record, edit it a few times, and again, until the server is gone."""
    number = 0
    with installation.browser() as browser:
        while not over.is_set():
            number += 1
            title = f"Actor {_unlike(name, number)}"
            with books.lock:
                books.sent.add(title)
            answer = posted(browser, installation.inside("r/actors/new/"), {"name": title})
            assert answer.status_code == 302, answer.text[:2000]
            with books.lock:
                books.acknowledged.add(title)
            _edit(browser, installation, books, title, answer.headers["Location"] + "edit/", over)


def _unlike(*parts: object) -> str:
    """Return a word unlike any other, so that no two actors look the same."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:20]


def _edit(
    browser: httpx.Client, installation: Installation, books: Books, title: str, path: str, over: threading.Event
) -> None:
    for turn in range(1, 4):
        if over.is_set():
            return
        version = hidden(browser.get(path).text, "version")
        with books.lock:
            books.edits_sent[title] = turn
        answer = posted(browser, path, {"name": title, "version": version, "website": f"https://example.org/{turn}"})
        assert answer.status_code == 302, answer.text[:2000]
        with books.lock:
            books.edits_acknowledged[title] = turn


def _bring(installation: Installation, books: Books, mark: str, rows: int) -> None:
    """Bring a file in through the pages; a large one goes on as a job, which writes nothing if others wrote first."""
    content = "\n".join(["name,founded", *(f"Import {mark} {number},2001-05-04" for number in range(rows))])
    with installation.browser() as browser:
        start = installation.inside("r/actors/import/")
        answer = posted(browser, start, {}, files={"file": (f"{mark}.csv", content)})
        assert answer.status_code == 302, answer.text[:2000]
        path = answer.headers["Location"]
        for _ in range(20):
            head = hidden(browser.get(path).text, "head")
            with books.lock:
                books.imports_sent[mark] = rows
            saved = posted(browser, path, {"head": head, "act": "save", "column-0-0": "name", "column-0-1": "founded"})
            if saved.status_code == 302:
                if saved.headers["Location"].endswith("/done/"):
                    with books.lock:
                        books.imports_acknowledged.add(mark)
                return


def _guarded(books: Books, work: Callable[..., None], *arguments: object) -> None:
    """Run a writer's work; that the server goes is meant, any other fault is kept."""
    try:
        work(*arguments)
    except GONE:
        return
    except Exception as fault:  # noqa: BLE001 - shown at the end
        books.faults.append(f"{type(fault).__name__}: {fault}")


def _cycle(installation: Installation, books: Books, number: int) -> float:
    """Start, write from several threads, kill at a random moment; return the seconds until it answered."""
    dice = random.Random(number)
    seconds = installation.start()
    _check(installation, books)
    over = threading.Event()
    alone = number % 20 == 0  # among writers a job ends outrun: only alone can it be killed while it writes
    work = [
        threading.Thread(target=_guarded, args=(books, _write, installation, books, f"{number}-{each}", over))
        for each in range(0 if alone else WRITERS)
    ]
    rows = JOB_ROWS if number % 10 == 0 else IMPORT_ROWS
    work.append(threading.Thread(target=_guarded, args=(books, _bring, installation, books, f"{number}", rows)))
    for thread in work:
        thread.start()
    over.wait(dice.uniform(0.05, LONGEST_ALONE if alone else LONGEST_SECONDS))
    installation.kill()
    over.set()
    for thread in work:
        thread.join(120)
        assert not thread.is_alive()
    assert not books.faults, books.faults[0][:3000]
    return seconds


def _check(installation: Installation, books: Books) -> None:
    rows = installation.rows
    assert rows("PRAGMA integrity_check") == [("ok",)]
    assert rows("PRAGMA foreign_key_check") == []
    with installation.browser() as browser:
        page = browser.get(installation.inside("activity/?check=1"))
    assert page.status_code == 200
    assert "notice--good" in page.text, "the chain does not hold"
    names = [name for (name,) in rows("SELECT name FROM register_actor")]
    assert len(names) == len(set(names))
    single = {name for name in names if name.startswith("Actor ")}
    assert books.acknowledged <= single <= books.sent
    _check_edits(installation, books)
    brought = [name.split()[1] for name in names if name.startswith("Import ")]
    for mark, wanted in books.imports_sent.items():
        expected = {wanted} if mark in books.imports_acknowledged else {0, wanted}
        assert brought.count(mark) in expected, f"import {mark} is half there"
    assert set(brought) <= set(books.imports_sent)
    _check_orphans(installation, len(names))


def _check_edits(installation: Installation, books: Books) -> None:
    websites = dict(installation.rows("SELECT name, website FROM register_actor WHERE website <> ''"))
    for title, sent in books.edits_sent.items():
        standing = int(websites.get(title, "0").rsplit("/", 1)[-1])
        assert books.edits_acknowledged.get(title, 0) <= standing <= sent
    assert set(websites) <= set(books.edits_sent)


def _check_orphans(installation: Installation, actors: int) -> None:
    rows = installation.rows
    logged = "SELECT count(*) FROM records_activityrow WHERE kind = 'actors' AND change = 'created'"
    assert rows(logged) == [(actors,)]
    assert rows("SELECT count(*) FROM records_activity WHERE digest = ''") == [(0,)]
    versions = (
        "SELECT count(*) FROM register_actor a LEFT JOIN (SELECT r.record_id, max(e.sequence) AS last FROM "
        "records_activityrow r JOIN records_activity e ON e.id = r.activity_id GROUP BY r.record_id) l "
        "ON l.record_id = a.id WHERE l.last IS NOT a.version"
    )
    assert rows(versions) == [(0,)]
    assert rows("SELECT count(*) FROM records_term t LEFT JOIN register_actor a ON a.id = t.record_id "
                "WHERE t.kind = 'actors' AND a.id IS NULL") == [(0,)]  # fmt: skip


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = Installation(tmp_path / "seutu")
    try:
        made.start()
        made.enter()
        made.kill()
        yield made
    finally:
        if made.server:
            made.kill()


def _run(installation: Installation, numbers: list[int]) -> None:
    books = Books()
    seconds = []
    for count, number in enumerate(numbers, start=1):
        seconds.append(_cycle(installation, books, number))
        if count % 10 == 0:
            print(f"{count} kills, {books.total()} acknowledged writes")  # noqa: T201 - a soak takes its time
    seconds.append(installation.start())
    _check(installation, books)
    lost = installation.rows("SELECT count(*) FROM records_activity")[0][0]
    seconds.sort()
    print(  # noqa: T201 - the numbers of a soak are what it is run for
        f"\n{len(numbers)} kills, {books.total()} acknowledged writes, {lost} acts, "
        f"up in {seconds[len(seconds) // 2]:.1f} s (median), {seconds[-1]:.1f} s (longest), "
        f"of its own work {max(installation.start_work):.1f} s"
    )
    assert books.total() > 0
    assert max(installation.start_work) <= UP_SECONDS
    assert installation.stop()[0] == 0


@pytest.mark.skipif(bool(os.environ.get("SEUTU_SOAK")), reason="the long trials below kill too")
def test_one_kill_loses_nothing(installation: Installation) -> None:
    _run(installation, [1])


@pytest.mark.soak
def test_kills_lose_nothing(installation: Installation, trials: Callable[[int], list[int]]) -> None:
    _run(installation, trials(100))
