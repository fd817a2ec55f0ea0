"""How long the whole chain of a survey takes: 12,800 answers on 55 towns → an index of survey and statistics → reports.

Answers go through the answering page of one server on SQLite (`answering.py`), a tenth of them twice, and each must be
stored once. Then the wave is closed, an index of 55 towns is made with three columns of the wave beside statistics, and
each town's report is written as PDF with its standing in the index. Clock and processor seconds of each part are
printed; from the last answer to the last report there may pass 60 seconds. The index is worked out twice and must be
the same to the last byte. Made-up answers: towns differ in them. No comparison, no test. Writes
build/benchmarks/survey_chain.json.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from answering import ROOT, open_wave, send, served, stored, warm

TARGET: Final = ROOT / "build" / "benchmarks" / "survey_chain.json"
ANSWERS: Final = 12_800
TOWNS: Final = 55
CLIENTS: Final = 8
MOST_SECONDS: Final = 60
STATISTICS: Final = 6
MEASURES: Final = ("known:well", "image", "image:top")


def prepare(count: int, towns: tuple[str, ...]) -> tuple[Any, Any, str, list[bytes]]:
    """Make a workspace with a survey and a wave; return it, the wave, the path to send to and every answer's body."""
    from seutu.apps.accounts.operations import create_workspace
    from seutu.apps.records.scope import in_scope
    from seutu.apps.statistics.surveys.tokens import new_token

    here = create_workspace(name="Chain", by=None)
    with in_scope(here):
        wave, link, form, opened = open_wave(towns)
        chance = random.Random(1)  # noqa: S311 - made-up answers
        bodies = [
            body(form, new_token(link.code, int(wave.form_number), at=opened), towns, chance) for _ in range(count)
        ]
    return here, wave, f"/fi/answer/{link.code}/", bodies


def create(kind: str, **values: Any) -> Any:
    """Make a record of the workspace that is in scope."""
    from django.utils import timezone

    from seutu.apps.records.operations import create_record
    from seutu.apps.records.sheets.kinds import kind_named

    return create_record(kind_named(kind), values, by=None, at=timezone.now())


def body(form: Any, token: Any, towns: tuple[str, ...], chance: random.Random) -> bytes:
    """Return one made-up answer as the last page sends it; later towns are better known and have a better image."""
    known, image = form.question("known"), form.question("image")
    place = {town: number / max(len(towns) - 1, 1) for number, town in enumerate(towns)}
    answers = {
        "who": chance.choice(("residents", "city", "others")),
        "home": chance.choice(towns),
        "known": {
            each.code: "well" if chance.random() < 0.2 + 0.5 * place[each.code] else "not"
            for each in known.items_for(token.seed)
        },
        "image": {
            each.code: str(min(max(round(chance.gauss(2.5 + place[each.code], 1.1)), 1), 5))
            for each in image.items_for(token.seed)
        },
        "move": str(chance.randint(0, 10)),
    }
    sent = {"token": token.signed(), "page": "5", "kept": json.dumps(answers), "q.why.here": "1", "act": "send"}
    return urlencode({**sent, "q.why": "Made up for a measurement.", "website": ""}).encode()


def answered(folder: Path, path: str, bodies: list[bytes], clients: int) -> dict[int, int]:
    """Send the answers to a server of the folder; return how many answers had which status."""
    shares = [list(enumerate(bodies))[each::clients] for each in range(clients)]
    statuses: list[int] = []
    with served(folder) as (port, _pid):
        warm(port, path)
        threads = [threading.Thread(target=send, args=(port, path, each, [], statuses)) for each in shares]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    return {each: statuses.count(each) for each in sorted(set(statuses))}


def index_of(wave: Any, towns: tuple[str, ...], statistics: int = STATISTICS) -> Any:
    """Close the wave and make the index: half of it measures of the wave, half of it statistics."""
    from django.utils import timezone

    from seutu.apps.statistics.index_choices import Chosen, indicator_choices, structure_from
    from seutu.apps.statistics.index_surveys import is_survey_code
    from seutu.apps.statistics.surveys.wave_operations import close_wave
    from seutu.core.indices.plain_structures import rows_of

    close_wave(wave, by=None, at=timezone.now())
    group = create("place-groups", name="Towns")
    for town in towns:
        create("place-group-members", group=group.pk, municipality=town)
    codes = [each.indicator.id for each in indicator_choices() if not is_survey_code(each.indicator.id)][:statistics]
    chosen = [Chosen(code, "Statistics") for code in codes]
    chosen += [Chosen(f"survey:{wave.pk}:{key}", "Survey") for key in MEASURES]
    structure = json.dumps(rows_of(structure_from("Attraction", chosen)))
    return create("indices", name="Attraction", place_group=group.pk, structure=structure)


def reports(towns: tuple[str, ...], folder: Path, parts: "Parts") -> int:
    """Write the report of every town as PDF with its standing in the index; return how many have one."""
    from django.utils import timezone

    from seutu.apps.statistics.index_queries import standings_by_place
    from seutu.apps.statistics.profiles import group_of, town_profile
    from seutu.core.text import Text
    from seutu.reporting.towns.files import report_files

    day = timezone.localdate()
    group = group_of("towns", Text.same("Towns"), towns)
    with parts.part("standings of the towns"):
        standings = standings_by_place(towns, "fi", at=day)
    with parts.part("profiles of the towns"):
        profiles = [town_profile(town, group, at=day, indices=standings[town]) for town in towns]
    with parts.part("reports as PDF"):
        for name, content in report_files(profiles, group, "fi", ["pdf"], joint=False):
            (folder / name).write_bytes(content)
    return sum(any(each.with_survey for each in profile.indices) for profile in profiles)


def digest(index: Any) -> str:
    """Return the digest of the index's replicates, worked out anew."""
    import hashlib

    from django.utils import timezone

    from seutu.apps.statistics import index_queries, index_surveys

    index_queries._results.clear()  # noqa: SLF001 - nothing is to be taken from what is kept
    index_surveys._kept.cache_clear()  # noqa: SLF001
    worked = index_queries.worked_out(index, index_queries.design_of(index), "fi", at=timezone.localdate())
    return hashlib.sha256(worked.trial.uncertainty.scores.tobytes()).hexdigest()


class Parts:
    """The clock and processor seconds of each part, that of processes it started included."""

    def __init__(self) -> None:
        self.seconds: dict[str, dict[str, float]] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Measure a part and print it."""
        before, begun = os.times(), time.perf_counter()
        yield
        wall, after = time.perf_counter() - begun, os.times()
        processor = sum(after[:4]) - sum(before[:4])
        self.seconds[name] = {"seconds": round(wall, 1), "processor": round(processor, 1)}
        print(f"{name:<40} {wall:7.1f} s {processor:7.1f} s of processor", flush=True)


def measure(count: int, town_count: int, clients: int) -> dict[str, Any]:
    """Return what each part of the chain took and whether all came out as it should."""
    parts = Parts()
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"SEUTU_DIR": name, "DJANGO_SETTINGS_MODULE": "seutu.config.settings"}
        from seutu.cli.starting import start

        start()
        from seutu.apps.records.scope import in_scope
        from seutu.rules import places

        towns = tuple(sorted({each.municipality for each in places.load().regional_towns}))[:town_count]
        with parts.part("the survey is made"):
            here, wave, path, bodies = prepare(count, towns)
        with parts.part("answers sent (clients' processor)"):
            statuses = answered(Path(name), path, bodies, clients)
        kept = stored()
        begun, folder = time.perf_counter(), Path(name) / "reports"
        folder.mkdir()
        with in_scope(here):
            with parts.part("wave closed, index made"):
                index = index_of(wave, towns)
            with parts.part("index worked out"):
                first = digest(index)
            standing = reports(towns, folder, parts)
            after = time.perf_counter() - begun
            again = digest(index)
        written = len(list(folder.glob("*.pdf")))
    return {
        "answers": count,
        "towns": len(towns),
        "statuses": {str(each): number for each, number in statuses.items()},
        "stored": kept,
        "reports": written,
        "reports_with_a_standing": standing,
        "same_twice": first == again,
        "parts": parts.seconds,
        "seconds_after_the_last_answer": round(after, 1),
        "load_of_the_machine": os.getloadavg()[0],
    }


def main() -> None:
    """Measure, print and write; exit 1 where an answer or report is lost or the chain takes too long."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--answers", type=int, default=ANSWERS)
    asked.add_argument("--towns", type=int, default=TOWNS)
    asked.add_argument("--clients", type=int, default=CLIENTS)
    given = asked.parse_args()
    result = measure(given.answers, given.towns, given.clients)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=2))
    whole = result["stored"] == given.answers and result["reports"] == result["towns"] and result["same_twice"]
    if not whole or result["seconds_after_the_last_answer"] > MOST_SECONDS:
        sys.exit(1)


if __name__ == "__main__":
    main()
