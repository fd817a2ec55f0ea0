"""One writer at a time, over processes. The lock goes with its process, so a killed load leaves none behind.

Readers take no lock.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Wait for the lock at ``path`` and hold it; closing the file lets it go."""
    with path.open("a") as stream:
        _lock(stream.fileno())
        yield
