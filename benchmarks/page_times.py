"""How long the service takes to make each kind of page with 5,000 actors and a network of 550 nodes and 1,100 links.

In this process, without the time of a network or a browser.
Not a comparison. Writes build/benchmarks/page_times.json: median and slowest of the requests, in seconds.
"""

import argparse
import csv
import json
import random
import statistics
import subprocess
import time
from pathlib import Path
from typing import Any, Final

from material import HEADER, SEUTU, WORK, actor_rows, empty_seutu, start_seutu

TARGET: Final = WORK.parent / "page_times.json"
ACTORS: Final = 5000
NODES: Final = 550
LINKS: Final = 1100
REQUESTS: Final = 7
PAGES: Final = {
    "home of the workspace": "",
    "list of actors": "r/actors/",
    "list narrowed and sorted": "r/actors/?municipality=140&size=small&sort=-name",
    "last page of the list": "r/actors/?page=100",
    "record": "r/actors/{actor}/",
    "form": "r/actors/{actor}/edit/",
    "list of links": "r/links/",
    "search": "search/?q=toimija+49",
    "activity log": "activity/",
    "one act: the import": "activity/1/",
    "trash": "trash/",
    "situation picture with map and graph": "picture/municipality/140/",
    "actors as Excel": "r/actors/export/xlsx/",
    "picture as PDF": "picture/municipality/140/file/pdf/",
}


def fill() -> Path:
    """Return a data folder with actors and links; the network lies in one municipality, whose picture draws it."""
    folder, rows = empty_seutu(), [list(row) for row in actor_rows(ACTORS)]
    for row in rows[:NODES]:
        row[2] = "140"
    chance = random.Random(1)  # noqa: S311 - invented links
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < LINKS:
        one, other = chance.randrange(NODES), min(int(chance.expovariate(0.02)), NODES - 1)
        if one != other and (other, one) not in pairs:
            pairs.add((one, other))
    _write("network-actors.csv", HEADER, rows)
    named = [(rows[one][0], rows[other][0], "partner") for one, other in sorted(pairs)]
    _write("network-links.csv", ("from_actor", "to_actor", "link_type"), named)
    for file, kind in (("network-actors.csv", "actors"), ("network-links.csv", "links")):
        command = [str(SEUTU), "--dir", str(folder), "import", str(WORK / file), "--kind", kind]
        subprocess.run(command, check=True, capture_output=True)
    return folder


def _write(name: str, header: Any, rows: Any) -> None:
    with (WORK / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(rows)


def server_times() -> dict[str, dict[str, float]]:
    """Return the times of each page; a page that does not open is an error."""
    from django.test import Client

    from seutu.apps.accounts.models import User, Workspace
    from seutu.apps.records.scope import in_scope
    from seutu.apps.register.models import Actor

    client = Client()
    client.force_login(User.objects.get(), backend="django.contrib.auth.backends.ModelBackend")
    workspace = Workspace.objects.get()
    with in_scope(workspace):
        actor = Actor.objects.order_by("name").first()
    assert actor is not None
    found = {}
    for name, path in PAGES.items():
        address = f"/fi/w/{workspace.slug}/{path.format(actor=actor.pk)}"
        taken = [_asked(client, address) for _ in range(REQUESTS + 1)][1:]
        found[name] = {"median": statistics.median(taken), "slowest": max(taken)}
    return found


def _asked(client: Any, address: str) -> float:
    begun = time.perf_counter()
    answer = client.get(address)
    size = len(answer.getvalue())
    taken = time.perf_counter() - begun
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    assert size > 1000
    return taken


def main() -> int:
    """Fill a workspace, measure and write."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    start_seutu(fill())
    found = server_times()
    TARGET.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("| page | median s | slowest s |\n| --- | ---: | ---: |")
    for name, each in found.items():
        print(f"| {name} | {each['median']:.3f} | {each['slowest']:.3f} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
