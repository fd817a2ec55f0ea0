"""Makes .venv with uv, from the lock file, for one purpose: run, develop, bench or distributed.

Standard library only: it runs before anything is installed. Not for programs of the system (tools/system.py).
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from system import install as install_with_apt

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / ".uv"
PURPOSES = {
    "run": ["--no-default-groups"],
    "develop": ["--group", "dev", "--group", "docs"],
    "bench": ["--group", "dev", "--group", "docs", "--group", "bench"],
    "distributed": ["--group", "dev", "--group", "docs", "--extra", "spark"],
}
COVERS = {"run": set(PURPOSES), "develop": {"develop", "bench", "distributed"}}
UV_MISSING = """uv, the installer of Seutu's parts, was not found and could not be installed.
  Tried: {tried}
  Next: install it by hand (https://docs.astral.sh/uv/) or check that this machine reaches a Python package index,
  then run the command again."""


def works(uv: Path) -> bool:
    """Tell whether the file is a uv that answers."""
    try:
        return subprocess.run([str(uv), "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def found_uv() -> "Path | None":
    """Return a uv of this machine: the one named by UV, on the path, our own, or the user's."""
    candidates = [os.environ.get("UV"), shutil.which("uv"), OWN / "bin" / "uv", Path.home() / ".local" / "bin" / "uv"]
    return next((Path(uv) for uv in candidates if uv and works(Path(uv))), None)


def installed_uv() -> Path:
    """Install uv into .uv/, or for the user where Python cannot make virtual environments, and return it."""
    print("uv was not found; installing it …", flush=True)
    own = [
        [sys.executable, "-m", "venv", "--clear", str(OWN)],
        [str(OWN / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", "uv"],
    ]
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        install_with_apt(["python3-venv"])
    attempts = [
        own,
        [[sys.executable, "-m", "pip", "install", "-q", "--user", "uv"]],
        [[sys.executable, "-m", "pip", "install", "-q", "--user", "--break-system-packages", "uv"]],
    ]
    for commands in attempts:
        if all(subprocess.run(command, check=False).returncode == 0 for command in commands) and (uv := found_uv()):
            return uv
    tried = "; ".join(" ".join(commands[-1]) for commands in attempts)
    raise SystemExit(UV_MISSING.format(tried=tried))


def fingerprint() -> str:
    """Return what the installation depends on, as one hash."""
    parts = [(ROOT / name).read_bytes() for name in ("uv.lock", "pyproject.toml")]
    return hashlib.sha256(b"\0".join([*parts, str(ROOT).encode()])).hexdigest()


def is_ready(purpose: str, state: str) -> bool:
    """Tell whether .venv already serves the purpose, so that nothing is asked of the network."""
    if not (ROOT / ".venv" / "bin" / "seutu").exists():
        return False
    stamps = [ROOT / ".venv" / f".seutu-{covering}" for covering in COVERS.get(purpose, {purpose})]
    return any(stamp.exists() and stamp.read_text(encoding="ascii") == state for stamp in stamps)


def main() -> int:
    """Bring .venv to what the purpose needs; what is there beyond that stays."""
    purpose = sys.argv[1] if len(sys.argv) > 1 else "run"
    if purpose not in PURPOSES:
        print(f"Unknown purpose {purpose!r}; one of: {', '.join(PURPOSES)}", file=sys.stderr)
        return 2
    state = fingerprint()
    if is_ready(purpose, state):
        return 0
    uv = found_uv() or installed_uv()
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    environment.setdefault("UV_SYSTEM_CERTS", "1")  # offices put their own authority between
    command = [str(uv), "sync", "--frozen", "--inexact", *PURPOSES[purpose]]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if done.returncode != 0:
        print("Installing failed; the lines above say why. Nothing else was changed.", file=sys.stderr)
        return 1
    (ROOT / ".venv" / f".seutu-{purpose}").write_text(state, encoding="ascii")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
