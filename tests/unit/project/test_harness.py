import json
import sys

import pytest

from benchmarks.harness import Case, CaseFailedError, as_json, compare, table

NOTHING = Case("nothing", [sys.executable, "-I", "-c", "pass"])
MEMORY = Case("memory", [sys.executable, "-I", "-c", "x = bytes(80_000_000).replace(b'a', b'b') + b'c'"])


def test_both_cases_run_equally_often_and_memory_is_seen() -> None:
    nothing, memory = compare([NOTHING, MEMORY], runs=2, warm_up=0)
    assert len(nothing.runs) == len(memory.runs) == 2
    assert memory.median("memory") > nothing.median("memory") + 60
    assert table([nothing, memory]).count("\n") == 3
    assert len(json.loads(as_json([nothing, memory]))["cases"][1]["runs"]) == 2


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(CaseFailedError, match=r"ended with 3, not 0: .*broken"):
        compare([Case("bad", [sys.executable, "-c", "import sys; sys.stderr.write('broken'); sys.exit(3)"])])
