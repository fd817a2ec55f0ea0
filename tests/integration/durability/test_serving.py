"""The server as a process: it ends when asked, keeps its port, and never says "saved" when the disk says no."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.durability.installation import SEUTU, Installation, command, environment, posted

pytestmark = pytest.mark.own_installation

ALLOWED_SECONDS = 15.0
needs_limits = pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are set as Linux sets them")


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = Installation(tmp_path / "seutu")
    try:
        made.start()
        made.enter()
        yield made
    finally:
        if made.server:
            made.kill()


def _names(installation: Installation) -> set[str]:
    return {name for (name,) in installation.rows("SELECT name FROM register_actor")}


def _limit(process: int, size: int) -> None:
    """Let a running process write no file beyond this size: to it the disk is full."""
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_asked_and_holds_its_port_until_then(installation: Installation, number: int) -> None:
    second = command(installation.folder, "serve", "--port", str(installation.port))
    assert second.returncode == 2
    assert len(second.stderr.strip().splitlines()) == 1
    assert str(installation.port) in second.stderr
    code, seconds = installation.stop(number)
    assert code == 0
    assert seconds < ALLOWED_SECONDS


def test_it_ends_well_after_pages_that_asked_the_warehouse(installation: Installation) -> None:
    with installation.browser() as browser:
        assert browser.get(installation.inside("picture/municipality/140/")).status_code == 200
    code, _ = installation.stop(signal.SIGTERM)
    assert code == 0


@needs_limits
def test_a_full_disk_saves_nothing_says_so_and_recovers(installation: Installation) -> None:
    assert installation.server
    new = installation.inside("r/actors/new/")
    with installation.browser() as browser:
        assert posted(browser, new, {"name": "Before"}).status_code == 302
        _limit(installation.server.pid, 4096)
        refused = posted(browser, new, {"name": "While full"})
        assert refused.status_code >= 500
        assert "Traceback" not in refused.text
        assert "Saved." not in refused.text
        assert "While full" not in _names(installation)
        _limit(installation.server.pid, resource.RLIM_INFINITY)
        assert posted(browser, new, {"name": "After"}).status_code == 302
    assert _names(installation) == {"Before", "After"}


@needs_limits
@pytest.mark.parametrize("act", ["backup", "import"])
def test_a_command_on_a_full_disk_says_so(installation: Installation, tmp_path: Path, act: str) -> None:
    installation.stop()
    file = tmp_path / "actors.csv"
    file.write_text("name,founded\n" + "".join(f"Verstas {n},2001-05-04\n" for n in range(300)))
    arguments = ["backup", str(tmp_path / "b.zip")] if act == "backup" else ["import", str(file), "--kind", "actors"]
    done = subprocess.run(
        [*SEUTU, *arguments],
        env=environment(installation.folder),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: _limit(os.getpid(), 4096),
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Make room on the disk" in done.stderr
    assert not (tmp_path / "b.zip").exists()
    assert _names(installation) == set()
    assert command(installation.folder, *arguments).returncode == 0
