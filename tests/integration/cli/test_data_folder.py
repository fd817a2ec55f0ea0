"""The data folder holds people: nobody else on the machine reads what a command makes there."""

import os
import stat
from pathlib import Path

import pytest

from tests.integration.durability.installation import command, installed

pytestmark = [
    pytest.mark.own_installation,
    pytest.mark.skipif(os.name == "nt", reason="the rights of a folder are set as POSIX sets them"),
]


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_data_folder_is_closed_from_others(tmp_path: Path) -> None:
    folder = tmp_path / "seutu"
    assert command(folder, "check-settings").returncode == 0
    assert _rights(folder) == 0o700


def test_a_folder_that_is_restored_into_is_closed_from_others(tmp_path: Path) -> None:
    first, second, file = tmp_path / "first", tmp_path / "second", tmp_path / "all.zip"
    installed(first)
    (first / "files" / "notes").mkdir(parents=True)
    (first / "files" / "notes" / "memo.txt").write_text("memo", encoding="utf-8")
    assert command(first, "backup", str(file), "--with-secrets").returncode == 0
    done = command(second, "restore", str(file))
    assert done.returncode == 0, done.stderr
    assert _rights(second) == 0o700
    made = [path for path in second.rglob("*") if path.is_file()]
    assert {"seutu.sqlite3", "secret.key", "memo.txt"} <= {path.name for path in made}
    assert not [path.name for path in made if _rights(path) & 0o077]
    over = command(second, "restore", str(file), "--replace")
    assert over.returncode == 0, over.stderr
    assert _rights(second / "backups") == 0o700
