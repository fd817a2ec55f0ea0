"""Reads files one after another in a process of its own and prints what each cost.

One JSON line per file: processor seconds, memory above the start in megabytes (null where the system does not tell).
"""

import gc
import json
import sys
import time
from pathlib import Path

from seutu.core.problems import InputProblem
from seutu.sources.tables import find_table, open_tables

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")


def _memory(what: str) -> float | None:
    if not _STATUS.exists():
        return None
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(what))


def measure(path: Path) -> dict[str, object]:
    gc.collect()
    if _CLEAR.exists():
        _CLEAR.write_text("5", encoding="ascii")  # forget the peak so far
    before, started = _memory("VmRSS"), time.process_time()
    outcome = "read"
    try:
        for sheet in open_tables(path).sheets:
            find_table(sheet)
    except InputProblem:
        outcome = "refused"
    seconds, peak = time.process_time() - started, _memory("VmHWM")
    return {
        "name": path.name,
        "outcome": outcome,
        "seconds": seconds,
        "megabytes": None if before is None or peak is None else peak - before,
    }


if __name__ == "__main__":
    import seutu.sources.tables.packed
    import seutu.sources.tables.xls  # noqa: F401 - loading the readers is not part of what a file costs

    for name in sys.argv[1:]:
        sys.stdout.write(json.dumps(measure(Path(name))) + "\n")
