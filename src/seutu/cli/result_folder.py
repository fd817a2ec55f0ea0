"""A folder of results that is written whole or not at all.

Not for what the files hold, nor for a single file.
"""

import errno
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

DRAFT: Final = ".seutu-draft-"


def refuse_what_stands(folder: Path, names: tuple[str, ...] = ()) -> None:
    """Raise ``NotADirectoryError`` where a file stands in the folder's way, ``IsADirectoryError`` in a file's."""
    for path in (folder, *folder.parents):
        if path.exists() and not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "", str(path))
    for name in names:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(folder / name))


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made where there is none; files of other names in it stay.

    Everything is written aside on the same disk first and then moved into its place: a full disk leaves what stood
    before. Raises ``OSError`` where writing fails.
    """
    refuse_what_stands(folder, tuple(files))
    standing = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    with tempfile.TemporaryDirectory(prefix=DRAFT, dir=standing) as draft:
        new, old = Path(draft) / "new", Path(draft) / "old"
        new.mkdir()
        old.mkdir()
        for name, written in files.items():
            (new / name).write_bytes(written)
        if folder.exists():
            _move_into(folder, new, old)
        else:
            folder.parent.mkdir(parents=True, exist_ok=True)
            new.rename(folder)


def _move_into(folder: Path, new: Path, old: Path) -> None:
    """Move every file of ``new`` into the folder; where one cannot be moved, put back what stood there."""
    moved: list[str] = []
    try:
        for path in sorted(new.iterdir()):
            if (folder / path.name).exists():
                (folder / path.name).rename(old / path.name)
            moved.append(path.name)
            path.rename(folder / path.name)
    except OSError:
        for name in moved:
            (folder / name).unlink(missing_ok=True)
        for path in old.iterdir():
            path.rename(folder / path.name)
        raise
