"""Whether an instalment has come: the one rule, by its state and by what has been received of it.

Not for whose money it is, or for the aid that costs have earned by then (claims.py).
"""

from decimal import Decimal
from enum import StrEnum
from typing import Final

RECEIVED: Final = "received"
"""The state in which nothing more of an instalment is waited for."""


class Arrival(StrEnum):
    """How much of an instalment has come."""

    NOTHING = "nothing"
    PART = "part"
    WHOLE = "whole"


def arrival(*, state: str, amount: Decimal, received: Decimal | None) -> Arrival:
    """Return how much has come: the whole when the state says so or the sum is full, a part when some of it is.

    >>> arrival(state="expected", amount=Decimal(100), received=Decimal(40)).value
    'part'
    """
    if state == RECEIVED or (received is not None and received >= amount):
        return Arrival.WHOLE
    return Arrival.PART if received else Arrival.NOTHING


def still_to_come(*, state: str, amount: Decimal, received: Decimal | None) -> Decimal | None:
    """Return what is still to come, by the sums; None where it has come but its sum is not told."""
    if received is None and arrival(state=state, amount=amount, received=received) is not Arrival.NOTHING:
        return None
    return amount - (received or Decimal(0))
