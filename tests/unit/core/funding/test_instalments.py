"""Whether an instalment has come: the state and the sums together, and what is still to come."""

from decimal import Decimal

import pytest

from seutu.core.funding.instalments import Arrival, arrival, still_to_come

AMOUNT = Decimal(100)


@pytest.mark.parametrize(
    ("state", "received", "come", "left"),
    [
        ("expected", None, Arrival.NOTHING, Decimal(100)),
        ("expected", Decimal(0), Arrival.NOTHING, Decimal(100)),
        ("invoiced", Decimal("99.99"), Arrival.PART, Decimal("0.01")),
        ("invoiced", Decimal(100), Arrival.WHOLE, Decimal(0)),
        ("expected", Decimal(120), Arrival.WHOLE, Decimal(-20)),
        ("received", None, Arrival.WHOLE, None),
        ("received", Decimal(60), Arrival.WHOLE, Decimal(40)),
    ],
)
def test_state_and_sums_tell_together(
    state: str, received: Decimal | None, come: Arrival, left: Decimal | None
) -> None:
    assert arrival(state=state, amount=AMOUNT, received=received) is come
    assert still_to_come(state=state, amount=AMOUNT, received=received) == left
