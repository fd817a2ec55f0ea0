"""Runs the accessibility tests of every page and writes their result for the statement page.

`tools/accessibility.py` looks at every page once; `--soak tenth|all` also in each language, width and theme.
The result says `partial` as long as something is known to be wrong or has not been tested by people: an automatic test
finds only a part of the faults.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "seutu" / "web" / "accessibility.json"
TESTS = "tests/e2e/test_every_page.py"
# What the automatic test cannot tell, or what we know of.
KNOWN: list[dict[str, dict[str, str]]] = [
    {
        "what": {
            "fi": "Sivuja ei ole vielä käyty läpi ruudunlukijalla eikä vammaisten käyttäjien kanssa.",
            "sv": "Sidorna har ännu inte gåtts igenom med skärmläsare eller med användare med funktionsnedsättning.",
            "en": "The pages have not yet been gone through with a screen reader or with disabled users.",
        },
        "why": {
            "fi": "Tähän asti sivut on tarkistettu automaattisesti ja näppäimistöllä.",
            "sv": "Hittills har sidorna granskats automatiskt och med tangentbord.",
            "en": "Until now they have been checked automatically and by keyboard.",
        },
    },
]


def looked(soak: str) -> list[dict[str, Any]]:
    """Run the tests and return the outcome of each look at a page."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "looks.jsonl"
        environment = {**os.environ, "SEUTU_TEST_ACCESSIBILITY": str(results), "SEUTU_SOAK": soak}
        workers = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "worksteal"]
        command = [sys.executable, "-m", "pytest", TESTS, "-q", "-k", "accessible or language", *workers]
        subprocess.run(command, cwd=ROOT, env=environment, check=False)
        if not results.exists():
            return []
        return [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]


def summed(looks: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the result as the statement page reads it; ``looks`` counts views by language, width and theme."""
    wrong = sorted({f"{each['view']}: {found}" for each in looks for found in each["found"]})
    state = "none" if len(wrong) > len(looks) / 10 else "partial" if wrong or KNOWN else "full"
    return {
        "state": state,
        "checked": datetime.now(UTC).date().isoformat(),
        "views": len({each["view"] for each in looks}),
        "looks": len(looks),
        "violations": len(wrong),
        "faults": [*KNOWN, *({"what": each.splitlines()[0]} for each in wrong)],
    }


def main() -> int:
    """Run and write; the code is 1 when a page was found wanting, 2 when nothing was looked at."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--soak", choices=["tenth", "all"], default="")
    looks = looked(reader.parse_args().soak)
    if not looks:
        print("no page was looked at; the old result stays", file=sys.stderr)
        return 2
    result = summed(looks)
    TARGET.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{result['views']} views, {result['looks']} looks, {result['violations']} violations")
    return 1 if result["violations"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
