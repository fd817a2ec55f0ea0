"""Which command a line calls, whatever the data folder is called."""

import pytest

from seutu.cli.arguments import with_folder_first
from seutu.cli.commands import MODULES, command_named


@pytest.mark.parametrize("folder", sorted(MODULES))
@pytest.mark.parametrize("line", ["--dir {folder} {command}", "{command} --dir {folder}", "--dir={folder} {command}"])
def test_a_folder_called_like_a_command_is_none(folder: str, line: str) -> None:
    for command in MODULES:
        words = line.format(folder=folder, command=command).split()
        assert command_named(words) == command
        assert command_named(with_folder_first(words)) == command


@pytest.mark.parametrize("line", ["", "--help", "--dir demo", "--dir", "--dir demo --version", "no-such-command"])
def test_a_line_may_call_no_command(line: str) -> None:
    assert command_named(line.split()) is None
