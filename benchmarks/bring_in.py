"""What it costs to bring 20,000 actors in from CSV, beside django-import-export saving the same rows.

Both check every row, find those known already by business ID and say what happened to each. Seutu also writes search
texts, one row of history for each record and the sealed entry of the act; django-import-export has none of these, and
keeps classes and industries as plain text. In bulk it leaves out the comparison of old and new values too.
"""

import json
import os
import sys
from pathlib import Path

from harness import Case, CaseFailedError, run_once
from material import PEER, SEUTU, WORK, actor_file, empty_peer, empty_seutu, on_a_copy

ROWS = int(os.environ.get("BENCHMARK_ROWS", "20000"))

RUNS = 3


def cases() -> list[Case]:
    """Prepare the empty databases, compare what each side saves, and return the commands."""
    file, said = str(actor_file(ROWS)), WORK / "bring-in.json"
    seutu = [str(SEUTU), "--dir", "{folder}", "import", file, "--kind", "actors", "--json", str(said)]
    peer = [sys.executable, str(PEER), "{folder}", "import", file]
    ours, theirs = empty_seutu(), empty_peer()
    found = [
        Case("seutu import", on_a_copy(ours, seutu)),
        Case("django-import-export", on_a_copy(theirs, [*peer, "row-by-row"])),
        Case("django-import-export, in bulk", on_a_copy(theirs, [*peer, "bulk"])),
    ]
    run_once(found[0])
    report = json.loads(Path(said).read_text(encoding="utf-8"))
    if report["created"] != ROWS:
        raise CaseFailedError(f"seutu created {report['created']} of {ROWS}")
    return found  # the peer refuses to end well when it has not saved every row
