"""Runs every check that is not a test, two at a time, and lists what failed. `--only NAME` runs one.

Not for tests (tools/run_tests.py), except those of the project's own tree.
"""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYTHON = sys.executable

CHECKS: dict[str, list[str]] = {
    "style": [str(BIN / "ruff"), "check", "--quiet", "."],
    "format": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
    "types": [str(BIN / "mypy")],
    "types of tools": [str(BIN / "mypy"), "tools", "benchmarks"],
    "layers": [str(BIN / "lint-imports"), "--no-cache"],
    "tree": [PYTHON, "-m", "pytest", "-q", "tests/unit/project"],
    "translations": [PYTHON, "tools/messages.py", "--check"],
    "migrations": [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"],
    "reference": [PYTHON, "tools/reference.py", "--check"],
    "documents": [str(BIN / "sphinx-build"), "-W", "--keep-going", "-q", "-b", "html", "docs", "build/docs"],
    "licences": [str(BIN / "reuse"), "lint", "--quiet"],
    "vendored files": [PYTHON, "tools/vendor.py", "--check"],
}

# Both write mypy's store of what it has checked.
ONE_STORE = ("types", "types of tools")


def environment(folder: str) -> dict[str, str]:
    """Return the environment of a check: Django's settings, and a data folder that goes away."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SEUTU_")}
    return {**kept, "DJANGO_SETTINGS_MODULE": "seutu.config.settings", "SEUTU_DIR": folder}


def passes(name: str) -> bool:
    """Run one check; print its name and time, and all it said when it failed, in one piece."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="seutu-check-") as folder:
        done = subprocess.run(
            CHECKS[name],
            cwd=ROOT,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    seconds = time.monotonic() - begun
    told = f"{'ok    ' if done.returncode == 0 else 'FAILED'}  {name} ({seconds:.1f} s)\n"
    sys.stdout.write(told if done.returncode == 0 else f"{told}{done.stdout.rstrip()}\n")
    sys.stdout.flush()
    return done.returncode == 0


def pass_in_turn(names: tuple[str, ...]) -> list[str]:
    """Run checks that keep one store, one after the other; return those that failed."""
    return [name for name in names if not passes(name)]


def main() -> int:
    """Run the chosen checks, all of them by default, to the end; the code is 1 when any failed."""
    chosen = sys.argv[2:] if sys.argv[1:2] == ["--only"] else list(CHECKS)
    unknown = [name for name in chosen if name not in CHECKS]
    if unknown or (sys.argv[1:] and sys.argv[1] != "--only"):
        print(f"Usage: check.py [--only NAME …]; names: {', '.join(CHECKS)}", file=sys.stderr)
        return 2
    turns = [ONE_STORE, *((name,) for name in CHECKS if name not in ONE_STORE)]
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = pool.map(pass_in_turn, (tuple(name for name in turn if name in chosen) for turn in turns))
        failed = [name for turn in found for name in turn]
    print(
        f"{len(chosen) - len(failed)} of {len(chosen)} checks passed"
        + (f"; failed: {', '.join(failed)}" if failed else "")
    )
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
