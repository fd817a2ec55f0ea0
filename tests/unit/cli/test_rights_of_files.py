"""A file that may not be read: told in the person's own language, in one line, by the command and not by its parser."""

import os
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from seutu.cli import checking
from seutu.sources import documents


def test_a_file_without_the_right_to_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    file = tmp_path / "a.txt"
    file.write_text("Palkat 1 000", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(documents, "check_file", refused)
    monkeypatch.setenv("SEUTU_LANGUAGE", "sv")
    app = typer.Typer()
    checking.attach(app)
    done = CliRunner().invoke(app, [str(file)])
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"seutu: {file}: du har inte rätt till detta.")
