"""Runs commands alternately in processes of their own and compares wall time, processor time and peak memory.

Standard library only. Not a test: it judges nothing, it reports.
"""

import argparse
import json
import os
import platform
import shlex
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

MEBIBYTE = 1024**2
# Linux counts in kibibytes, macOS in bytes.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
# The kernel counts the memory of whoever starts a process as the process's own, so a small starter does it.
STARTER = """
import os, sys, time
begun = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=[(os.POSIX_SPAWN_CLOSE, int(sys.argv[1]))])
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - begun
answer = f"{wall} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss} {os.waitstatus_to_exitcode(status)}"
os.write(int(sys.argv[1]), answer.encode())
"""


class CaseFailedError(RuntimeError):
    """A measured command did not end with the code it should have."""


@dataclass(frozen=True, slots=True)
class Case:
    """One command to measure."""

    name: str
    command: Sequence[str]
    expected_code: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """What one process cost: seconds of wall and processor time, peak memory in mebibytes."""

    wall: float
    cpu: float
    memory: float


@dataclass(slots=True)
class Measured:
    """A case with its runs."""

    case: Case
    runs: list[Run] = field(default_factory=list)

    def median(self, quantity: str) -> float:
        """Return the median of wall, cpu or memory."""
        return float(statistics.median(getattr(run, quantity) for run in self.runs))

    def quartiles(self, quantity: str) -> tuple[float, float]:
        """Return the first and third quartile; both are the value itself when there is one run."""
        values = [getattr(run, quantity) for run in self.runs]
        if len(values) == 1:
            return values[0], values[0]
        first, _, third = statistics.quantiles(values, n=4, method="inclusive")
        return first, third


def run_once(case: Case) -> Run:
    """Run the case in a process of its own and return what it and its children cost."""
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="ascii") as answer:
        try:
            command = [sys.executable, "-I", "-S", "-c", STARTER, str(writing), *case.command]
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=[writing],
                check=False,
            )
        finally:
            os.close(writing)
        wall, cpu, peak, code = answer.read().split() or ("0", "0", "0", "127")
    if int(code) != case.expected_code:
        tail = done.stderr.decode(errors="replace")[-400:]
        message = f"{case.name} ended with {code}, not {case.expected_code}: {tail}"
        raise CaseFailedError(message)
    return Run(wall=float(wall), cpu=float(cpu), memory=int(peak) * RSS_UNIT / MEBIBYTE)


def compare(cases: Sequence[Case], *, runs: int = 7, warm_up: int = 1) -> list[Measured]:
    """Measure the cases alternately, turning the order around each round.

    Raises CaseFailedError when a command ends with another code than it should.
    """
    for _ in range(warm_up):
        for case in cases:
            run_once(case)
    measured = [Measured(case) for case in cases]
    for number in range(runs):
        for one in measured if number % 2 == 0 else reversed(measured):
            one.runs.append(run_once(one.case))
    return measured


def ratio(one: Measured, base: Measured, quantity: str) -> str:
    """Return the ratio of the medians as text, or that no difference is seen when the quartiles overlap."""
    low, high = one.quartiles(quantity)
    base_low, base_high = base.quartiles(quantity)
    if one is base:
        return "1"
    if low <= base_high and base_low <= high:
        return "no difference seen"
    return f"{one.median(quantity) / base.median(quantity):.2f}"


def table(measured: Sequence[Measured]) -> str:
    """Return the comparison as a Markdown table; ratios are to the first case."""
    head = ["case", "wall s", "quartiles", "ratio", "cpu s", "ratio", "peak MiB", "ratio"]
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    base = measured[0]
    for one in measured:
        low, high = one.quartiles("wall")
        cells = [
            one.case.name,
            f"{one.median('wall'):.3f}",
            f"{low:.3f}–{high:.3f}",
            ratio(one, base, "wall"),
            f"{one.median('cpu'):.3f}",
            ratio(one, base, "cpu"),
            f"{one.median('memory'):.1f}",
            ratio(one, base, "memory"),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def as_json(measured: Sequence[Measured]) -> str:
    """Return every run with the machine it was measured on."""
    document = {
        "machine": {"system": platform.platform(), "python": platform.python_version(), "processors": os.cpu_count()},
        "cases": [
            {
                "name": one.case.name,
                "command": list(one.case.command),
                "median": {quantity: one.median(quantity) for quantity in ("wall", "cpu", "memory")},
                "runs": [asdict(run) for run in one.runs],
            }
            for one in measured
        ],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def report(measured: Sequence[Measured], target: Path | None = None) -> None:
    """Print the table and, with a target, write the JSON there."""
    print(table(measured))
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(as_json(measured), encoding="utf-8")


def main() -> int:
    """Compare the commands of the arguments."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--case", action="append", required=True, metavar="NAME: COMMAND", help="give it twice or more")
    reader.add_argument("--runs", type=int, default=7)
    reader.add_argument("--json", type=Path, help="also write every run to this file")
    chosen = reader.parse_args()
    cases = [
        Case(name.strip(), shlex.split(command)) for name, _, command in (text.partition(":") for text in chosen.case)
    ]
    if not all(case.command for case in cases):
        reader.error("write each case as NAME: COMMAND")
    try:
        report(compare(cases, runs=max(1, chosen.runs)), chosen.json)
    except (CaseFailedError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
