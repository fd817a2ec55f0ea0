"""A number of people as the class of size it falls in."""

import pytest

from seutu.apps.records.sheets.columns import ColumnProblem
from seutu.apps.register.kinds.sizes import size_of


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("0", "micro"),
        ("9,5", "micro"),
        ("10", "small"),
        ("n. 20 hlö", "small"),
        ("n.20", "small"),
        ("49", "small"),
        ("noin 50 työntekijää", "medium"),
        ("5-9", "micro"),
        ("10–49 hlöä", "small"),
        ("250+", "large"),
        ("yli 250 henkilöä", "large"),
        ("n. 1 100", "large"),
        ("alle 10", "micro"),
        ("400 henk.", "large"),
    ],
)
def test_a_number_of_people_falls_in_one_class(written: str, size: str) -> None:
    assert size_of(written, "fi") == size


@pytest.mark.parametrize("written", ["5–15", "alle 50", "yli 20", "50+", "-3", "kymmeniä", "20 %", "12 htv"])
def test_what_fits_several_classes_or_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ColumnProblem):
        size_of(written, "fi")
