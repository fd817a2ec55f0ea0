"""What a list of 50 of 5,000 actors costs, narrowed by municipality and class, beside Django REST framework.

Seutu gives the whole page as people see it; the peer gives the same rows as JSON with django-filter. A hundred requests
in one process each, and one request to show what the start takes.
"""

import subprocess
import sys
from pathlib import Path

from harness import Case
from material import PEER, SEUTU, actor_file, empty_peer, empty_seutu

ROWS = 5000
HERE = Path(__file__).resolve()

RUNS = 5


def cases() -> list[Case]:
    """Fill both databases and return the commands."""
    file = str(actor_file(ROWS))
    ours, theirs = empty_seutu(), empty_peer()
    subprocess.run(
        [str(SEUTU), "--dir", str(ours), "import", file, "--kind", "actors"], check=True, capture_output=True
    )
    subprocess.run([sys.executable, str(PEER), str(theirs), "import", file, "bulk"], check=True, capture_output=True)
    seutu = [sys.executable, str(HERE.with_name("list_requests.py")), str(ours)]
    peer = [sys.executable, str(PEER), str(theirs), "list"]
    return [
        Case("Seutu's page, 100 requests", [*seutu, "100"]),
        Case("REST framework's JSON, 100 requests", [*peer, "100"]),
        Case("Seutu's page, 1 request", [*seutu, "1"]),
        Case("REST framework's JSON, 1 request", [*peer, "1"]),
    ]
