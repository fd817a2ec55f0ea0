"""How long each kind of page takes with 5,000 actors, 550 of them joined by 1,100 links, and its graph in a browser.

The pages are asked for in this process, without the time of a network; the picture is then opened in Chromium from a
served copy, until its network is drawn. Not a comparison. Writes build/benchmarks/page_times.json, in seconds: median
and slowest.
"""

import argparse
import csv
import json
import os
import random
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from material import HEADER, SEUTU, WORK, actor_rows, empty_seutu, start_seutu

TARGET: Final = WORK.parent / "page_times.json"
ACTORS: Final = 5000
NODES: Final = 550
LINKS: Final = 1100
REQUESTS: Final = 7
OPENINGS: Final = 5
PICTURE: Final = "picture/municipality/140/"
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS: Final = ("--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
DRAWN: Final = "() => document.querySelector('[data-picture=network]').dataset.ready !== undefined"
SINCE_START: Final = "() => performance.now() / 1000"
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


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve the folder on a free port; yield the address."""
    command = [str(SEUTU), "--dir", str(folder), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:
        try:
            assert service.stdout is not None
            yield service.stdout.readline().strip()
        finally:
            service.terminate()


def browser_times(folder: Path) -> dict[str, dict[str, float]]:
    """Return how long the picture takes in Chromium from the click to the drawn network, and the drawing alone."""
    from django.test import Client
    from playwright.sync_api import sync_playwright

    from seutu.apps.accounts.models import User, Workspace

    client = Client()
    client.force_login(User.objects.get(), backend="django.contrib.auth.backends.ModelBackend")
    session, slug = client.cookies["sessionid"].value, Workspace.objects.get().slug
    program = os.environ.get("SEUTU_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    whole, drawing = [], []
    with _served(folder) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        context = chromium.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
        for _ in range(OPENINGS + 1):
            page = context.new_page()
            page.goto(f"{address}fi/w/{slug}/{PICTURE}")
            page.wait_for_function(DRAWN)
            whole.append(float(page.evaluate(SINCE_START)))
            drawing.append(float(page.locator("[data-picture=network]").get_attribute("data-ready") or "nan") / 1000)
            page.close()
        chromium.close()
    named = {"in Chromium: picture until the graph is drawn": whole[1:], "in Chromium: the graph alone": drawing[1:]}
    return {name: {"median": statistics.median(taken), "slowest": max(taken)} for name, taken in named.items()}


def main() -> int:
    """Fill a workspace, measure and write."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    folder = fill()
    start_seutu(folder)
    found = server_times()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    found |= browser_times(folder)
    TARGET.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("| page | median s | slowest s |\n| --- | ---: | ---: |")
    for name, each in found.items():
        print(f"| {name} | {each['median']:.3f} | {each['slowest']:.3f} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
