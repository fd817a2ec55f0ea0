import os
import stat
from pathlib import Path

import pytest

from tests.integration.durability.installation import command

pytestmark = pytest.mark.own_installation


@pytest.mark.skipif(os.name == "nt", reason="the rights of a folder are set as POSIX sets them")
def test_a_new_data_folder_is_closed_from_others(tmp_path: Path) -> None:
    folder = tmp_path / "seutu"
    assert command(folder, "check-settings").returncode == 0
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
