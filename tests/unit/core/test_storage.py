"""A disk that cannot be written to is known by the error it gave, through what was raised from it."""

import errno
import sqlite3

import pytest

from seutu.core.storage import SAID, TITLES, StorageFault, storage_fault

FULL, UNWRITABLE = StorageFault.FULL, StorageFault.UNWRITABLE


class OperationalError(Exception):
    """Stands for any database's error of this name."""


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EFBIG, "File too large"), FULL),
        (OSError(errno.EROFS, "Read-only file system"), UNWRITABLE),
        (PermissionError(errno.EACCES, "Permission denied"), UNWRITABLE),
        (FileNotFoundError(errno.ENOENT, "No such file"), None),
        (sqlite3.OperationalError("database or disk is full"), FULL),
        (sqlite3.OperationalError("attempt to write a readonly database"), UNWRITABLE),
        (sqlite3.OperationalError("database is locked"), None),
        (OperationalError('could not extend file "base/1": No space left on device'), FULL),
        (ValueError("the disk is full"), None),
    ],
)
def test_each_error(error: Exception, fault: StorageFault | None) -> None:
    assert storage_fault(error) == fault


def test_what_it_was_raised_from_counts() -> None:
    for link in ("__cause__", "__context__"):
        raised = RuntimeError("the session is gone")
        setattr(raised, link, OSError(errno.ENOSPC, "No space left on device"))
        assert storage_fault(raised) == FULL


def test_an_error_that_holds_itself_ends() -> None:
    error = ValueError("round")
    error.__cause__ = error
    assert storage_fault(error) is None
    assert storage_fault(None) is None


def test_each_fault_is_said() -> None:
    assert set(TITLES) == set(SAID) == set(StorageFault)
