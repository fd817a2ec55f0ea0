"""Makes the input of the benchmarks: invented actors, folders with a migrated database, a filled workspace.

Not a benchmark. The same number always gives the same rows.
"""

import csv
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
WORK: Final = ROOT / "build" / "benchmarks" / "work"
PEER: Final = Path(__file__).resolve().parent / "peers" / "plain" / "run.py"
SEUTU: Final = Path(sys.executable).with_name("seutu")
HEADER: Final = ("name", "business_id", "municipality", "classes", "industries", "size", "website", "description")
PLACES: Final = ("140", "297", "915", "263", "762", "778", "925", "204")
SIZES: Final = ("sole_trader", "micro", "small", "medium", "large")
CLASSES: Final = ("company", "association", "public_body", "hub")
WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2)


def business_id(number: int) -> str | None:
    """Return a business ID with a right check digit, or None where the number has none."""
    digits = f"{number:07d}"
    left = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True)) % 11
    return None if left == 1 else f"{digits}-{0 if left == 0 else 11 - left}"


def actor_rows(count: int) -> list[tuple[str, ...]]:
    """Return rows of invented actors under HEADER."""
    chance = random.Random(count)  # noqa: S311 - invented rows, no secrets
    found: list[tuple[str, ...]] = []
    number = 3_000_000
    while len(found) < count:
        number += 1
        identity = business_id(number)
        if identity is None:
            continue
        industry = f"TOL 2008:{chance.choice(('25620', '28220', '62010', '71121', '16100'))}"
        found.append(
            (
                f"Toimija {len(found) + 1} Oy",
                identity,
                chance.choice(PLACES),
                chance.choice(CLASSES),
                industry,
                chance.choice(SIZES),
                f"https://toimija{len(found) + 1}.example.org/",
                "Tekee ja huoltaa laitteita teollisuudelle.",
            )
        )
    return found


def actor_file(count: int) -> Path:
    """Write the rows as CSV, once."""
    path = WORK / f"actors-{count}.csv"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(HEADER)
            writer.writerows(actor_rows(count))
    return path


def empty_seutu() -> Path:
    """Return a data folder of Seutu with its tables and one workspace."""
    folder = WORK / "empty-seutu"
    shutil.rmtree(folder, ignore_errors=True)
    command = [str(SEUTU), "--dir", str(folder), "user", "add", "owner@example.org"]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def empty_peer() -> Path:
    """Return a folder of the plain peer with its tables."""
    folder = WORK / "empty-peer"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run([sys.executable, str(PEER), str(folder), "prepare"], check=True, capture_output=True)
    return folder


def on_a_copy(folder: Path, command: list[str]) -> list[str]:
    """Return a command that copies the folder anew and becomes the command; {folder} is the copy."""
    copy = folder.with_name(f"{folder.name}-copy")
    line = " ".join(f"'{part.replace('{folder}', str(copy))}'" for part in command)
    return ["sh", "-c", f"rm -rf '{copy}' && cp -r '{folder}' '{copy}' && exec {line}"]


def start_seutu(folder: Path) -> None:
    """Set Django up on a data folder in this process."""
    os.environ["SEUTU_DIR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "seutu.config.settings"
    os.environ.setdefault("SEUTU_ALLOWED_HOSTS", '["testserver", "localhost", "127.0.0.1"]')
    import django

    django.setup()
