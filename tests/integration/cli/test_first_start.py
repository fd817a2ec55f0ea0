"""The first start of an installation: the signing key, made once even by several at the same time."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.durability.installation import command, environment

pytestmark = pytest.mark.own_installation

KEY = "from seutu.config.options import Options; print(Options().signing_key())"


def test_several_processes_at_the_first_start_get_one_key(tmp_path: Path) -> None:
    folder = tmp_path / "seutu"
    started = [
        subprocess.Popen([sys.executable, "-c", KEY], env=environment(folder), stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    keys = {process.communicate()[0].strip() for process in started}
    assert keys == {(folder / "secret.key").read_text(encoding="ascii")}
    assert [path.name for path in folder.iterdir()] == ["secret.key"]


def test_an_empty_key_file_is_one_clear_line(tmp_path: Path) -> None:
    folder = tmp_path / "seutu"
    folder.mkdir()
    (folder / "secret.key").touch()
    done = command(folder, "check-settings")
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert f"{folder / 'secret.key'} is empty" in line
    assert (folder / "secret.key").read_bytes() == b""
