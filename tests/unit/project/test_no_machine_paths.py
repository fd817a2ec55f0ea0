import re
from pathlib import Path

import pytest

from tests.shared_material import ROOT
from tests.unit.project.tree import tracked_files

# Written in pieces, so that this file does not hold what it looks for.
FOLDERS = "work", "root", "tmp", "farm"
MACHINE_PATH = re.compile(r"(?<![\w.$}*~:/-])/(" + "|".join(FOLDERS) + r")/[\w.]")


def _is_ours(path: Path) -> bool:
    return "vendor" not in path.parts and path.suffix not in {".lock", ".mo", ".png", ".woff2", ".ico", ".xlsx", ".gz"}


def test_no_file_names_a_path_of_one_machine() -> None:
    found: list[str] = []
    for path in filter(_is_ours, tracked_files()):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
            for number, line in enumerate(lines, 1)
            if MACHINE_PATH.search(line)
        ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("folder", FOLDERS)
def test_such_a_path_would_be_found(folder: str) -> None:
    assert MACHINE_PATH.search(f'open("/{folder}/main/a.txt")')
    assert not MACHINE_PATH.search(f"https://example.org/{folder}/page")
