"""Runs the tests marked `distributed`, which compare Spark with the default engine. Says so and passes without Java.

Standard library only: it decides whether the 468 MB of Spark are installed at all.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NO_TESTS = 5


def has_java() -> bool:
    """Tell whether a Java that answers is on the path or at JAVA_HOME."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    return bool(java) and subprocess.run([str(java), "-version"], capture_output=True, check=False).returncode == 0


def marked_files() -> list[str]:
    """Return the test files that name the mark: the others need not be read."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(file) for file in files if "mark.distributed" in file.read_text(encoding="utf-8")]


def main() -> int:
    """Install Spark beside the rest and run its tests."""
    if not has_java():
        print("Spark tests skipped: no Java on this machine (Debian: apt-get install default-jre-headless).")
        return 0
    installed = subprocess.run([sys.executable, str(ROOT / "tools" / "install.py"), "distributed"], check=False)
    if installed.returncode != 0:
        return installed.returncode
    environment = {**os.environ, "SEUTU_DISTRIBUTED": "1"}
    command = [str(ROOT / ".venv" / "bin" / "python"), "-m", "pytest", "-q", "-m", "distributed", *sys.argv[1:]]
    code = subprocess.run([*command, *marked_files()], cwd=ROOT, env=environment, check=False).returncode
    return 0 if code == NO_TESTS else code


if __name__ == "__main__":
    raise SystemExit(main())
