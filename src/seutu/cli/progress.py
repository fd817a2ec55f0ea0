"""How far a command is, on one line of a terminal that is wiped at the end. Nothing where nobody watches.

Not for what came of the work: the command prints that.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

Tell = Callable[[int, int | None], None]
Shown = Callable[[int, int | None], str]
FIRST_AFTER: Final = 1.0
AGAIN_AFTER: Final = 0.1
MEGABYTE: Final = 1_000_000


def share(done: int, total: int | None) -> str:
    """Return the share of the work that is done, or how much is where the whole is not known."""
    return f"{100 * done // total} %" if total else f"{done:,}".replace(",", " ")


def megabytes(done: int, total: int | None) -> str:
    """Return how much has been fetched."""
    return f"{done / MEGABYTE:.1f}{'' if total is None else f' / {total / MEGABYTE:.1f}'} MB"


@contextmanager
def progress(shown: Shown = share, *, clock: Callable[[], float] = time.monotonic) -> Iterator[Tell]:
    """Yield what is told how far the work is; after a second of work it rewrites one line of the terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    line = _Line(shown, clock)
    try:
        yield line.tell
    finally:
        line.wipe()


class _Line:
    def __init__(self, shown: Shown, clock: Callable[[], float]) -> None:
        self.shown, self.clock = shown, clock
        self.next = clock() + FIRST_AFTER
        self.width = 0

    def tell(self, done: int, total: int | None) -> None:
        if self.clock() < self.next:
            return
        self.next = self.clock() + AGAIN_AFTER
        text = f"  {self.shown(done, total)}"
        sys.stderr.write(f"\r{text.ljust(self.width)}")
        sys.stderr.flush()
        self.width = max(self.width, len(text))

    def wipe(self) -> None:
        if self.width:
            sys.stderr.write(f"\r{' ' * self.width}\r")
            sys.stderr.flush()
