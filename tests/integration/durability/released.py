"""Writes a small database of the version at hand as SQL, to be kept for the tests of later versions. Not a test.

Run before a release: python -m tests.integration.durability.released 0.1.0
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.integration.durability.installation import command

FIXTURES: Final = Path(__file__).parent / "fixtures"
KEY: Final = "a-key-of-the-dumps-that-opens-nothing-0123456789"
ACTORS: Final = "name,founded,website\n" + "".join(
    f"Verstas {number},200{number % 10}-05-04,https://example.org/{number}\n" for number in range(12)
)


def write(version: str) -> Path:
    """Make the database by commands of the program and return the file of its dump."""
    with tempfile.TemporaryDirectory() as made:
        folder, file = Path(made) / "seutu", Path(made) / "actors.csv"
        file.write_text(ACTORS, encoding="utf-8")
        for arguments in (
            ("user", "add", "owner@example.org"),
            ("import", str(file), "--kind", "actors"),
        ):
            done = command(folder, *arguments, SEUTU_SECRET_KEY=KEY)
            if done.returncode:
                raise SystemExit(done.stderr)
        target = FIXTURES / f"{version}.sql"
        with closing(sqlite3.connect(folder / "seutu.sqlite3")) as held:
            target.write_text("\n".join(held.iterdump()) + "\n", encoding="utf-8")
    return target


if __name__ == "__main__":
    print(write(sys.argv[1]))  # noqa: T201
