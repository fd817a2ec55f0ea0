"""A disk of a few megabytes and one that may only be read: the pages and the commands say so, and go on afterwards."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import httpx
import pytest

from tests.integration.durability.installation import Installation, command, posted

pytestmark = pytest.mark.own_installation

SIZE: Final = "16m"
MOUNT: Final = "mount"


def _mounted(folder: Path) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    done = subprocess.run(
        [MOUNT, "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(folder)], capture_output=True, check=False
    )
    return done.returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if not _mounted(folder):
        pytest.skip("only root may mount a small disk, and not in every container")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def installation(disk: Path) -> Iterator[Installation]:
    made = Installation(disk / "seutu")
    try:
        made.start()
        made.enter()
        yield made
    finally:
        if made.server:
            made.kill()


def _fill(disk: Path) -> Path:
    """Take all the room there is."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(b"0" * 4096)
        except OSError:
            return filler


def _names(installation: Installation) -> set[str]:
    return {name for (name,) in installation.rows("SELECT name FROM register_actor")}


def _sent_until_refused(browser: httpx.Client, path: str) -> tuple[set[str], httpx.Response]:
    """Send records until one is refused: what the database has put aside holds a few yet."""
    saved: set[str] = set()
    for number in range(200):
        name = f"While full {number}"
        answer = posted(browser, path, {"name": name, "description": "pitkä " * 300})
        if answer.status_code != 302:
            return saved, answer
        saved.add(name)
    pytest.fail("the disk was never full")


def test_a_full_disk_is_said_on_pages_and_by_commands(installation: Installation, disk: Path, tmp_path: Path) -> None:
    new, sheet = installation.inside("r/actors/new/"), ("rows.csv", "name\n" + "Verstas\n" * 20000)
    filler = _fill(disk)
    with installation.browser() as browser:
        saved, refused = _sent_until_refused(browser, new)
        assert refused.status_code == 507
        assert "<h1>The disk is full</h1>" in refused.text
        upload = posted(browser, installation.inside("r/actors/import/"), {}, files={"file": sheet})
        assert upload.status_code == 507
        assert "<h1>The disk is full</h1>" in upload.text
        assert _names(installation) == saved
        done = command(installation.folder, "backup", str(disk / "b.zip"))
        assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1), done.stderr
        assert "Make room on the disk" in done.stderr
        assert not (disk / "b.zip").exists()
        filler.unlink()
        assert posted(browser, new, {"name": "After"}).status_code == 302
    assert _names(installation) == saved | {"After"}
    assert command(installation.folder, "backup", str(tmp_path / "b.zip")).returncode == 0


def test_a_disk_that_may_only_be_read_is_said(installation: Installation, disk: Path, tmp_path: Path) -> None:
    installation.stop()
    file = tmp_path / "actors.csv"
    file.write_text("name\nVerstas\n")
    subprocess.run([MOUNT, "-o", "remount,ro", str(disk)], check=True, capture_output=True)
    try:
        for arguments in (("import", str(file), "--kind", "actors"), ("user", "add", "other@example.org")):
            done = command(installation.folder, *arguments)
            assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1), done.stderr
            assert "Traceback" not in done.stderr
    finally:
        subprocess.run([MOUNT, "-o", "remount,rw", str(disk)], check=True, capture_output=True)
    assert command(installation.folder, "import", str(file), "--kind", "actors").returncode == 0
    assert _names(installation) == {"Verstas"}
