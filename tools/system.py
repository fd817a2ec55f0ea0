"""Finds the programs of the system that the tests use, and installs them where it may (root or sudo on Debian).

Standard library only. Not for Python packages (tools/install.py).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
POSTGRESQL_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


def chromium() -> "Path | None":
    """Return the browser of the machine: SEUTU_CHROMIUM, else the first one on the path."""
    named = os.environ.get("SEUTU_CHROMIUM")
    found = next(filter(None, [named, *map(shutil.which, BROWSERS)]), None)
    return Path(found) if found else None


def postgresql() -> "Path | None":
    """Return the folder that holds initdb and postgres, the newest when there are several."""
    on_path = shutil.which("initdb")
    if on_path and shutil.which("postgres"):
        return Path(on_path).resolve().parent
    folders = [folder for pattern in POSTGRESQL_FOLDERS for folder in Path("/").glob(pattern.lstrip("/"))]
    with_both = [folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()]
    return max(with_both, key=_version, default=None)


def _version(folder: Path) -> int:
    digits = "".join(sign for sign in folder.parent.name if sign.isdigit())
    return int(digits or 0)


FINDERS: "dict[str, Callable[[], Path | None]]" = {"postgresql": postgresql, "chromium": chromium}


def with_rights(command: list[str]) -> "list[str] | None":
    """Return the command as this user may run it with full rights, or None."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return command
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", *command]
    return None


def install(names: list[str]) -> bool:
    """Install Debian packages; tell whether it could be tried and went well."""
    commands = [with_rights(["apt-get", *arguments]) for arguments in (["update", "-qq"], _install_arguments(names))]
    if not shutil.which("apt-get") or None in commands:
        return False
    print(f"Installing {' and '.join(names)} with apt-get …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return all(
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode == 0
        for command in commands
        if command
    )


def _install_arguments(names: list[str]) -> list[str]:
    return ["install", "-y", "-qq", "--no-install-recommends", *names]


def main() -> int:
    """Find every named program, install what is missing, and say plainly what a person must do when that fails."""
    wanted = sys.argv[1:] or list(FINDERS)
    missing = [name for name in wanted if FINDERS[name]() is None]
    if missing and not install(missing):
        print(f"Missing: {', '.join(missing)}. The tests need them.", file=sys.stderr)
        print(f"  Debian, Ubuntu: sudo apt-get install {' '.join(missing)}", file=sys.stderr)
        print("  macOS: brew install postgresql@17; brew install --cask chromium", file=sys.stderr)
        print("  A browser elsewhere: SEUTU_CHROMIUM=/path/to/chromium make test", file=sys.stderr)
        return 1
    still = [name for name in missing if FINDERS[name]() is None]
    if still:
        print(f"Installed, but still not found: {', '.join(still)}.", file=sys.stderr)
    return 1 if still else 0


if __name__ == "__main__":
    raise SystemExit(main())
