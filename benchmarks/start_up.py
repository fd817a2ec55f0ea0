"""What it costs to start the command line, beside Django's own and the smallest command of the same library."""

import sys
from pathlib import Path

from harness import Case
from material import SEUTU

BARE = Path(__file__).resolve().parent / "peers" / "bare_typer.py"


def cases() -> list[Case]:
    """Return the commands."""
    return [
        Case("a bare typer command", [sys.executable, str(BARE), "--help"]),
        Case("python -m django --help", [sys.executable, "-m", "django", "--help"]),
        Case("seutu --help", [str(SEUTU), "--help"]),
        Case("seutu import --help", [str(SEUTU), "import", "--help"]),
    ]
