"""How often a server may be asked: at most so many questions in so many seconds, over one pull.

Not for what is asked, nor for a server that says it is busy (``http`` waits for that).
"""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

LONGEST: Final = 3600.0


class Pace:
    """Waits before a question that would be one too many: at most ``calls`` in any ``seconds``.

    Clock and pause are passed in; both are in seconds.
    """

    def __init__(
        self,
        calls: int,
        seconds: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.calls, self.seconds = calls, seconds
        self._clock, self._pause = clock, pause
        self._asked: deque[float] = deque()

    def tighten(self, calls: int, seconds: float) -> None:
        """Take the server's own limit where it is the stricter one; one that makes no sense is left.

        So is one over windows of more than an hour: nobody waits for it, and a server could hold a pull for good.
        """
        if calls >= 1 and 0 < seconds <= LONGEST and calls / seconds < self.calls / self.seconds:
            self.calls, self.seconds = calls, seconds

    def wait(self) -> None:
        """Wait for the turn of the next question and count it."""
        now = self._clock()
        if len(self._asked) >= self.calls:
            wait = self._asked[-self.calls] + self.seconds - now
            if wait > 0:
                self._pause(wait)
                now = max(self._clock(), self._asked[-self.calls] + self.seconds)
        self._asked.append(now)
        while len(self._asked) > self.calls:
            self._asked.popleft()
