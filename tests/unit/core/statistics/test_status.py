import pytest

from seutu.core.statistics import Status, describe_status, mean_of_months


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_said_in_three_languages(status: Status) -> None:
    text = describe_status(status)
    assert len({text.fi, text.sv, text.en}) == 3


def test_details_are_told() -> None:
    assert describe_status(mean_of_months(10)).en == "Mean of 10 months"
    assert describe_status("flag:bp").en == "break in the series, provisional"
    assert describe_status("flag:z").fi == "z"


def test_an_unknown_status_is_shown_as_it_is() -> None:
    assert describe_status("odd").sv == "odd"
