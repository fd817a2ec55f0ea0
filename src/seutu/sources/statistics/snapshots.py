"""The snapshot of a pull: every answer as a file, with its address, hash and time, so that a cut pull goes on.

``under_way`` holds the pull that is being made, ``latest`` the last one that came to its end; each has an
``index.jsonl``. Not for what the answers say.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from seutu.sources.http import Limits, fetch, without_secrets
from seutu.sources.pace import Pace
from seutu.sources.statistics.pulling import Question

T = TypeVar("T")
UNDER_WAY: Final = "under_way"
LATEST: Final = "latest"
INDEX: Final = "index.jsonl"
KEPT_FOR: Final = timedelta(hours=24)
"""How long answers of a cut pull are gone on with: older ones are asked again."""


@dataclass
class Snapshot:
    """The answers of one pull in ``folder``. ``now`` tells the time, ``pace`` when the next question may go out.

    ``url`` is the server that a person has named: that host alone may stand in a private network.
    """

    folder: Path
    now: Callable[[], datetime]
    pace: Pace
    limits: Limits = field(default_factory=Limits)
    url: str | None = None
    asked: int = 0
    reused: int = 0
    _index: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find what a cut pull has left."""
        self._draft.mkdir(parents=True, exist_ok=True)
        for leftover in self._draft.glob("*.tmp"):
            leftover.unlink()
        self._index = _read_index(self._draft / INDEX)

    @property
    def _draft(self) -> Path:
        return self.folder / UNDER_WAY

    def read(self, question: Question, reader: Callable[[bytes], T], *, fresh: bool = False) -> T:
        """Return what ``reader`` makes of the answer; a good answer is kept.

        A kept answer is given instead if it is whole and not a day old. A ``fresh`` question is always asked: where
        its answer is another than the kept one, all that was kept is thrown away. Raises ``InputProblem``.
        """
        key = _key(question)
        kept = self._kept(key)
        if kept is not None and not fresh:
            self.reused += 1
            return reader(kept)
        draft = self._draft / f"{key}.{os.getpid()}.tmp"
        try:
            self._fetch(question, draft)
            content = draft.read_bytes()
            found = reader(content)
            if fresh and kept is not None and kept != content:
                self.forget()
            self._keep(key, question, draft, content)
        finally:
            draft.unlink(missing_ok=True)
        return found

    def keep_pace(self, calls: int, seconds: float) -> None:
        """Ask at most so many questions in so many seconds from now on, if that is stricter than before."""
        self.pace.tighten(calls, seconds)

    def forget(self) -> None:
        """Throw away what was kept."""
        (self._draft / INDEX).unlink(missing_ok=True)
        for file in self._draft.glob("*.answer"):
            file.unlink()
        self._index = {}

    def finish(self) -> None:
        """Make the pull the latest one. A pull that is killed in between is gone on with and asks nothing again."""
        latest = self.folder / LATEST
        if latest.exists():
            shutil.rmtree(latest)
        self._draft.rename(latest)

    def _fetch(self, question: Question, target: Path) -> None:
        self.asked += 1
        fetch(
            question.address,
            target,
            accept=question.accept,
            body=question.body,
            named=self.url is not None and _host(question.address) == _host(self.url),
            limits=replace(self.limits, turn=self.pace.wait),
        )

    def _kept(self, key: str) -> bytes | None:
        facts = self._index.get(key)
        if facts is None or not timedelta() <= self.now() - datetime.fromisoformat(facts["fetched"]) < KEPT_FOR:
            return None
        try:
            content = (self._draft / facts["file"]).read_bytes()
        except FileNotFoundError:
            return None
        return content if hashlib.sha256(content).hexdigest() == facts["sha256"] else None

    def _keep(self, key: str, question: Question, draft: Path, content: bytes) -> None:
        name = f"{key}.answer"
        draft.replace(self._draft / name)
        facts = {
            "key": key,
            "file": name,
            "address": without_secrets(question.address),
            "body": None if question.body is None else question.body.decode("utf-8"),
            "sha256": hashlib.sha256(content).hexdigest(),
            "size": len(content),
            "fetched": self.now().isoformat(),
        }
        with (self._draft / INDEX).open("a", encoding="utf-8") as index:
            index.write(json.dumps(facts, ensure_ascii=False) + "\n")
        self._index[key] = facts


def _key(question: Question) -> str:
    parts = (question.address.encode("utf-8"), question.accept.encode("utf-8"), question.body or b"")
    return hashlib.sha256(b"\n".join(parts)).hexdigest()[:24]


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _read_index(path: Path) -> dict[str, dict[str, Any]]:
    """Return the lines of the index by key, the last one of each; a line that was cut is none."""
    found: dict[str, dict[str, Any]] = {}
    if not path.exists():
        return found
    content = path.read_bytes()
    if not content.endswith(b"\n"):  # cut while it was written: the next line begins on its own
        path.write_bytes(content + b"\n")
    for line in content.splitlines():
        try:
            facts = json.loads(line)
            datetime.fromisoformat(facts["fetched"])
            found[facts["key"]] = {"file": facts["file"], "sha256": facts["sha256"], "fetched": facts["fetched"]}
        except (ValueError, KeyError, TypeError):
            continue
    return found
