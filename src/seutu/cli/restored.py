"""The end of a restore: what stands beside the new database takes its place, also after a restore that was killed.

A proved restore stands in one folder. Once its database has been moved, the rest follows, now or at the next command;
while its database is still in it, the data of before stand and nothing is moved. Needs nothing but the standard
library: it is asked before Django reads the key. Not for proving a backup (restoring.py).
"""

import os
import shutil
from pathlib import Path
from typing import Final

READY: Final = ".restored"
WAREHOUSE: Final = "statistics.duckdb"
ERASURES: Final = "erasures.jsonl"
DATABASE: Final = "seutu.sqlite3"
KEY: Final = "secret.key"
OPTIONS: Final = "seutu.toml"


def finish_restore(folder: Path) -> bool:
    """Let the rest of a restore take its place where its database has; return whether there was one to finish."""
    ready = folder / READY
    if not ready.is_dir() or (ready / "database" / DATABASE).exists():
        return False
    if (ready / WAREHOUSE).is_file():
        (ready / WAREHOUSE).replace(folder / WAREHOUSE)
    if (ready / "files").is_dir():
        if (folder / "files").exists():
            shutil.rmtree(ready / "files-before", ignore_errors=True)
            (folder / "files").rename(ready / "files-before")
        (ready / "files").rename(folder / "files")
    for name in (ERASURES, OPTIONS):
        if (ready / name).is_file() and not (folder / name).exists():
            (ready / name).replace(folder / name)
    shutil.rmtree(ready, ignore_errors=True)
    return True


def synced(path: Path) -> None:
    """Have the disk hold a file, or the names in a folder, before what follows."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
