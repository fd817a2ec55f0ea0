"""Runs the whole suite: the integration tests on PostgreSQL, then everything (unit, integration on SQLite, browser).

The last line is the runner's own; the first failing part ends the run and gives its code. To pick tests, use pytest.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

from postgres import cluster

ROOT = Path(__file__).resolve().parents[1]
NO_TESTS = 5


def run(title: str, *arguments: str, **settings: str) -> int:
    """Run pytest on one part with more settings in its environment; a part without tests counts as passed."""
    workers = min(4, os.cpu_count() or 1)
    parallel = ["-n", str(workers), "--dist", "worksteal"] if workers > 1 else []
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"} | settings
    print(f"\n{title}", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", *parallel, *arguments]
    code = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False).returncode
    return 0 if code == NO_TESTS else code


def main() -> int:
    """Run both parts and return the code of the first that failed."""
    rest = sys.argv[1:]
    soak = "--soak-only" in rest
    arguments = [word for word in rest if word != "--soak-only"]
    if os.environ.get("SEUTU_TREE_CHECKED"):
        arguments.append("--ignore=tests/unit/project")
    if not any(word.startswith("--randomly-seed") for word in arguments):
        arguments.append(f"--randomly-seed={random.SystemRandom().randrange(2**32)}")
    once = "(soak or many_cases) and not own_installation" if soak else "not own_installation"
    with cluster() as url:
        first = ("tests/integration", "-m", once, *arguments)
        code = run("Integration tests on PostgreSQL", *first, SEUTU_TEST_DATABASE_URL=url)
    title = "Unit tests, integration tests on SQLite, browser tests"
    which = ["-m", "soak"] if soak else []
    return code or run(title, "tests", *which, *arguments, SEUTU_TEST_CASES_TRIED="a third")


if __name__ == "__main__":
    raise SystemExit(main())
