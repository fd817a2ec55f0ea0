"""How long a survey's peak takes: 12,800 answers on 55 towns sent to the answering page of one server on SQLite.

The server is `seutu serve` in a process of its own; the clients are threads that keep their connections, each answer
from an address of its own, as behind a web server in front. Every answer is then counted: stored exactly once, and a
tenth of them are sent twice. Not a comparison, and no test. Writes build/benchmarks/answering.json.
"""

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from material import SEUTU

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "build" / "benchmarks" / "answering.json"
ANSWERS: Final = 12_800
TOWNS: Final = 55
ASKED: Final = 10
CLIENTS: Final = 8
TWICE: Final = 10
READY: Final = re.compile(r"http://127\.0\.0\.1:(\d+)/")


def three(text: str) -> dict[str, str]:
    """Return a text that reads alike in every language."""
    return dict.fromkeys(("fi", "sv", "en"), text)


def scale(low: int, high: int) -> dict[str, Any]:
    """Return a scale in plain form."""
    return {"low": low, "high": high, "low_label": three("low"), "high_label": three("high")}


def questionnaire() -> dict[str, Any]:
    """Return the questionnaire: group, home, awareness and image of some towns, intention to move, why."""
    groups = [{"code": each, "text": three(each)} for each in ("residents", "city", "others")]
    known = [{"code": each, "text": three(each)} for each in ("well", "some", "name", "not")]
    return {
        "title": three("Survey of attraction"),
        "group_question": "who",
        "questions": [
            {"code": "who", "kind": "single", "text": three("Who"), "required": True, "options": groups},
            {"code": "home", "kind": "municipality", "text": three("Home"), "required": True},
            {"code": "known", "kind": "matrix", "text": three("Known"), "items_of_wave": True, "sample": ASKED,
             "options": known},
            {"code": "image", "kind": "matrix", "text": three("Image"), "items_of_wave": True, "sample": ASKED,
             "dont_know": True, "scale": scale(1, 5)},
            {"code": "move", "kind": "scale", "text": three("Move"), "scale": scale(0, 10)},
            {"code": "why", "kind": "text", "text": three("Why")},
        ],
    }  # fmt: skip


def prepare(count: int) -> tuple[str, list[bytes]]:
    """Make the survey in the data folder; return the path to send to, and the body of every answer."""
    from seutu.cli.starting import start

    start()
    from seutu.apps.accounts.operations import create_workspace
    from seutu.apps.records.scope import in_scope
    from seutu.apps.statistics.surveys.tokens import new_token
    from seutu.rules import places

    towns = tuple(sorted({each.municipality for each in places.load().regional_towns}))[:TOWNS]
    assert len(towns) == TOWNS

    here = create_workspace(name="Benchmark", by=None)
    with in_scope(here):
        _wave, link, form, opened = open_wave(towns)
        chance = random.Random(1)  # noqa: S311 - made-up answers
        bodies = [
            body(form, new_token(link.code, int(link.wave.form_number), at=opened), towns, chance) for _ in range(count)
        ]
    return f"/fi/answer/{link.code}/", bodies


def open_wave(towns: tuple[str, ...]) -> tuple[Any, Any, Any, Any]:
    """Make a survey in the workspace in scope; return its open wave, link, questionnaire and when people came."""
    from django.utils import timezone

    from seutu.apps.records.operations import create_record
    from seutu.apps.records.sheets.kinds import kind_named
    from seutu.apps.statistics.surveys.forms import form_of
    from seutu.apps.statistics.surveys.questionnaire_operations import publish, save_draft
    from seutu.core.surveys.questionnaire_reading import read_questionnaire

    now = timezone.now()

    def create(kind: str, **values: Any) -> Any:
        return create_record(kind_named(kind), values, by=None, at=now)

    survey: Any = create("surveys", name="Attraction")
    survey = save_draft(survey, read_questionnaire(questionnaire()), edited=0, by=None, at=now)
    number = publish(survey, name="1", by=None, at=now).number
    days = {"opens": now.date() - timedelta(days=1), "closes": now.date() + timedelta(days=9)}
    wave = create("survey-waves", survey=survey.pk, name="1", state="open", form_number=number, towns=towns, **days)
    link = create("survey-links", wave=wave.pk, name="open", link_type="open")
    return wave, link, form_of(link.wave), now - timedelta(minutes=5)


def body(form: Any, token: Any, towns: tuple[str, ...], chance: random.Random) -> bytes:
    """Return one made-up answer as the last page sends it."""
    known, image = form.question("known"), form.question("image")
    answers = {
        "who": chance.choice(("residents", "city", "others")),
        "home": chance.choice(towns),
        "known": {each.code: chance.choice(known.codes) for each in known.items_for(token.seed)},
        "image": {each.code: chance.choice(image.codes) for each in image.items_for(token.seed)},
        "move": str(chance.randint(0, 10)),
    }
    sent = {"token": token.signed(), "page": "5", "kept": json.dumps(answers), "q.why.here": "1", "act": "send"}
    return urlencode({**sent, "q.why": "Made up for a measurement.", "website": ""}).encode()


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, int]]:
    """Serve the folder in a process of its own; give its port and process id."""
    environment = {**os.environ, "SEUTU_DIR": str(folder), "SEUTU_PROXY": "127.0.0.1"}
    command = [str(SEUTU), "serve", "--port", "0"]
    with subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if found := READY.search(line):
                    yield int(found[1]), process.pid
                    break
        finally:
            process.terminate()


def send(port: int, path: str, numbered: list[tuple[int, bytes]], took: list[float], statuses: list[int]) -> None:
    """Send answers one after another on one connection; every tenth twice, as when a button is pressed twice."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for number, each in numbered:
        address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": address}
        for _ in range(2 if number % TWICE == 0 else 1):
            begun = time.perf_counter()
            connection.request("POST", path, each, headers)
            answer = connection.getresponse()
            answer.read()
            took.append(time.perf_counter() - begun)
            statuses.append(answer.status)


def measure(count: int, clients: int) -> dict[str, Any]:
    """Return what sending ``count`` answers with so many clients took, and how many were stored."""
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"SEUTU_DIR": name, "DJANGO_SETTINGS_MODULE": "seutu.config.settings"}
        path, bodies = prepare(count)
        shares = [list(enumerate(bodies))[each::clients] for each in range(clients)]
        took: list[float] = []
        statuses: list[int] = []
        with served(Path(name)) as (port, pid):
            warm(port, path)
            threads = [threading.Thread(target=send, args=(port, path, each, took, statuses)) for each in shares]
            before, begun = processor_seconds(pid), time.perf_counter()
            for each in threads:
                each.start()
            for each in threads:
                each.join()
            wall, processor = time.perf_counter() - begun, processor_seconds(pid) - before
        took.sort()
        return {
            "answers": count,
            "requests": len(took),
            "clients": clients,
            "seconds": round(wall, 1),
            "milliseconds_of_the_server_s_processor_per_request": round(1000 * processor / len(took), 2),
            "median_ms": round(1000 * took[len(took) // 2], 1),
            "p95_ms": round(1000 * took[len(took) * 95 // 100], 1),
            "slowest_ms": round(1000 * took[-1], 1),
            "statuses": {str(each): statuses.count(each) for each in sorted(set(statuses))},
            "stored": stored(),
            "load_of_the_machine": os.getloadavg()[0],
        }


def warm(port: int, path: str) -> None:
    """Open the page once: the first request of a server reads its parts."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    assert connection.getresponse().status == 200


def processor_seconds(pid: int) -> float:
    """Return the processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def stored() -> int:
    """Return how many answers stand in the database."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(DISTINCT id) FROM statistics_surveyresponse")
        rows, ids = cursor.fetchone()
    assert rows == ids
    return int(rows)


def main() -> None:
    """Measure, print and write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--answers", type=int, default=ANSWERS)
    asked.add_argument("--clients", type=int, default=CLIENTS)
    given = asked.parse_args()
    result = measure(given.answers, given.clients)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=2))
    if result["stored"] != given.answers:
        sys.exit(1)


if __name__ == "__main__":
    main()
