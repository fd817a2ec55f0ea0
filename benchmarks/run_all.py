"""Runs the benchmarks beside it: modules with a function `cases`, and `RUNS` if not 7.

Tables and JSON go to build/benchmarks/. Names as arguments pick some of them. Not a benchmark itself.
"""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from harness import CaseFailedError, compare, report

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "build" / "benchmarks"
NOT_BENCHMARKS = {"harness", "run_all"}


def loaded(path: Path) -> ModuleType:
    """Return the module of a file."""
    specification = importlib.util.spec_from_file_location(path.stem, path)
    if specification is None or specification.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def main() -> int:
    """Run the benchmarks; the code is 1 when one of them could not be run."""
    wanted = set(sys.argv[1:])
    failed: list[str] = []
    for path in sorted(HERE.glob("*.py")):
        if path.stem in NOT_BENCHMARKS or (wanted and path.stem not in wanted):
            continue
        module = loaded(path)
        if not hasattr(module, "cases"):
            continue
        print(f"\n## {path.stem}\n", flush=True)
        try:
            found = module.cases()
            if found:
                report(compare(found, runs=getattr(module, "RUNS", 7)), TARGET / f"{path.stem}.json")
            else:
                print("Left out: its input is not here.")
        except (CaseFailedError, OSError) as problem:
            failed.append(path.stem)
            print(problem, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
