"""What a command prints as the next command can be run where the person stands."""

import sys
from pathlib import Path

import pytest

from seutu.cli.calling import as_called


@pytest.fixture(autouse=True)
def no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SEUTU_DIR", raising=False)


def test_a_program_in_the_folder_is_called_by_its_way_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "argv", [str(tmp_path / ".venv" / "bin" / "seutu")])
    assert as_called("serve") == f"{Path('.venv/bin/seutu')} serve"


def test_a_program_on_the_path_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "seutu"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "argv", [str(program)])
    assert as_called("serve") == "seutu serve"


def test_the_chosen_folder_goes_along_with_its_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEUTU_DIR", "/srv/omat tiedot")
    assert as_called("serve").endswith('--dir "/srv/omat tiedot" serve')
