"""A folder of results is written whole or stays as it was."""

from pathlib import Path

import pytest

from seutu.cli.result_folder import write_folder


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "a" / "b", {"x.csv": b"1", "y.csv": b"2"})
    assert held(tmp_path) == {"a/b/x.csv": b"1", "a/b/y.csv": b"2"}
    assert (tmp_path / "a" / "b").stat().st_mode == (tmp_path / "a").stat().st_mode


def test_files_of_other_names_stay_and_those_of_the_same_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_bytes(b"mine")
    (tmp_path / "x.csv").write_bytes(b"old")
    write_folder(tmp_path, {"x.csv": b"new"})
    assert held(tmp_path) == {"own.txt": b"mine", "x.csv": b"new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.txt", "x.csv"]


@pytest.mark.parametrize("failing", ["write_bytes", "rename"])
def test_what_stood_there_stays_where_writing_fails(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.csv").write_bytes(b"old")
    whole = getattr(Path, failing)

    def full(path: Path, *rest: object) -> object:
        if path.name in {"y.csv", "new"}:
            raise OSError(28, "No space left on device")
        return whole(path, *rest)

    monkeypatch.setattr(Path, failing, full)
    with pytest.raises(OSError, match="No space"):
        write_folder(tmp_path, {"x.csv": b"new", "y.csv": b"new"})
    assert held(tmp_path) == {"x.csv": b"old"}
    with pytest.raises(OSError, match="No space"):
        write_folder(
            tmp_path / "none", {"x.csv": b"new", "y.csv": b"new"} if failing == "write_bytes" else {"y.csv": b""}
        )
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]


def test_what_is_in_the_way_is_told_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "out" / "x.csv").mkdir(parents=True)
    with pytest.raises(NotADirectoryError):
        write_folder(tmp_path / "file" / "out", {"x.csv": b""})
    with pytest.raises(IsADirectoryError):
        write_folder(tmp_path / "out", {"a.csv": b"", "x.csv": b""})
    assert held(tmp_path) == {"file": b""}
