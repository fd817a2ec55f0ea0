"""The files of the project as its own tests see them: what git tracks, else what lies in the source folders."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.shared_material import ROOT

MADE = re.compile(r"(^|/)(\.venv|\.uv|\.git|build|dist|__pycache__|node_modules|\.\w+_cache|\.hypothesis)/")
SOURCE = ROOT / "src" / "seutu"


def tracked_files() -> list[Path]:
    """Return every file of the project, new ones too; without git, all but what commands make."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, check=False, text=True)
    if listed.returncode != 0:
        return [
            path for path in ROOT.rglob("*") if path.is_file() and not MADE.search(path.relative_to(ROOT).as_posix())
        ]
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def python_files(*folders: str) -> list[Path]:
    """Return the Python files under the folders, without migrations."""
    return sorted(
        path
        for path in tracked_files()
        if path.suffix == ".py"
        and "migrations" not in path.parts
        and any(path.is_relative_to(ROOT / folder) for folder in folders)
    )


def parsed(paths: list[Path]) -> Iterator[tuple[Path, ast.Module]]:
    """Yield each file with its syntax tree."""
    for path in paths:
        yield path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, node: ast.AST) -> str:
    """Return where a finding stands, as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"
