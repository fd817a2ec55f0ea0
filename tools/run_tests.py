"""Runs the whole suite: the integration tests on PostgreSQL, then everything (unit, integration on SQLite, browser).

The last line is the runner's own; the first failing part ends the run and gives its code. To pick tests, use pytest.
"""

import os
import subprocess
import sys
from pathlib import Path

from postgres import cluster

ROOT = Path(__file__).resolve().parents[1]
NO_TESTS = 5


def run(title: str, *arguments: str, database: str = "") -> int:
    """Run pytest on one part; a part without tests counts as passed."""
    workers = min(4, os.cpu_count() or 1)
    parallel = ["-n", str(workers), "--dist", "worksteal"] if workers > 1 else []
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    if database:
        environment["SEUTU_TEST_DATABASE_URL"] = database
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
    once = "(soak or many_cases) and not own_installation" if soak else "not own_installation"
    with cluster() as url:
        code = run("Integration tests on PostgreSQL", "tests/integration", "-m", once, *arguments, database=url)
    title = "Unit tests, integration tests on SQLite, browser tests"
    return code or run(title, "tests", *(["-m", "soak"] if soak else []), *arguments)


if __name__ == "__main__":
    raise SystemExit(main())
