"""How often a server may be asked: at most so many questions in so many seconds, over one pull.

Not for what is asked, nor for a server that says it is busy (``http`` waits for that).
"""

import time
from collections import deque
from collections.abc import Callable
from math import ceil
from typing import Final

from seutu.core.problems import InputProblem
from seutu.core.text import Text

LONGEST: Final = 3600.0
PATIENCE: Final = 120.0
"""Seconds that a pull waits for its turn without a word; a longer wait ends it, and what had come is kept."""
SLOW: Final = Text(
    fi="Palvelin ottaa vastaan vain {calls} kyselyä {seconds} sekunnissa, ja seuraavaa vuoroa pitäisi odottaa "
    "{minutes} minuuttia. Tähän asti tullut on tallessa: aja sama komento silloin uudelleen, niin haku jatkuu, tai "
    "rajaa hakua.",
    sv="Servern tar emot bara {calls} frågor på {seconds} sekunder, och nästa tur kommer om {minutes} minuter. Det som "
    "kommit är sparat: kör samma kommando igen då, så fortsätter hämtningen, eller begränsa den.",
    en="The server takes only {calls} question(s) in {seconds} seconds, and the next turn is in {minutes} minutes. "
    "What has come is kept: run the same command again then and the pull goes on, or ask for less.",
)


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
        """Wait for the turn of the next question and count it. Raises ``InputProblem`` where it is far away."""
        now = self._clock()
        if len(self._asked) >= self.calls:
            wait = self._asked[-self.calls] + self.seconds - now
            if wait > PATIENCE:
                facts = {"calls": self.calls, "seconds": f"{self.seconds:g}", "minutes": ceil(wait / 60)}
                raise InputProblem.because(SLOW.filled(**facts))
            if wait > 0:
                self._pause(wait)
                now = max(self._clock(), self._asked[-self.calls] + self.seconds)
        self._asked.append(now)
        while len(self._asked) > self.calls:
            self._asked.popleft()
