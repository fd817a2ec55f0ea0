"""The file of the signing key: one key, whole, whoever is first."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from seutu.cli.signing_key import keep_key, read_key
from seutu.core.problems import InputProblem

FIRST, SECOND = "eight-herons-over-the-ice", "nine-herons-over-the-ice"


def test_a_key_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    assert keep_key(file, FIRST) == FIRST
    assert read_key(file) == FIRST
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_that_stands_stays(tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    keep_key(file, FIRST)
    assert keep_key(file, SECOND) == FIRST


@pytest.mark.parametrize("has_links", [True, False])
def test_the_one_who_comes_second_takes_the_key_of_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """Somebody else writes the key after we have seen that there is none."""
    file, link = tmp_path / "secret.key", os.link

    def late(draft: Path, target: Path) -> None:
        file.write_text(FIRST, encoding="ascii")
        if not has_links:
            raise OSError(errno.EPERM, "no links here")
        link(draft, target)

    monkeypatch.setattr(os, "link", late)
    assert keep_key(file, SECOND) == FIRST
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_a_file_system_without_links_keeps_a_key_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(draft: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert keep_key(tmp_path / "secret.key", FIRST) == FIRST


def test_of_many_at_once_all_get_the_same_key(tmp_path: Path) -> None:
    for turn in range(20):
        file = tmp_path / f"{turn}.key"
        start, got = threading.Barrier(8), []

        def ask(number: int, file: Path = file, start: threading.Barrier = start, got: list[str] = got) -> None:
            start.wait()
            got.append(keep_key(file, f"key-of-{number}"))

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert got == [read_key(file)] * 8


def test_a_key_that_could_not_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep_key(tmp_path / "secret.key", FIRST)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\xfe\x00"])
def test_a_file_without_a_key_is_refused_and_left(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "secret.key"
    file.write_bytes(content)
    with pytest.raises(InputProblem, match="bring the file back"):
        keep_key(file, FIRST)
    assert file.read_bytes() == content
