"""Figures whose comma or point the other figures put in doubt."""

import pytest

from seutu.sources.indices.decimal_marks import doubtful_figures


@pytest.mark.parametrize(
    ("texts", "doubtful"),
    [
        (["5.5", "1,234"], {"1,234"}),
        (["5,5", "1.234", "-2.500"], {"1.234", "-2.500"}),
        (["5.5", "1.234"], set()),
        (["5,5", "1,234"], set()),
        (["1,234", "1.234"], {"1,234", "1.234"}),
        (["5.5", "5,5", "1,234", "7.000"], {"1,234", "7.000"}),
        (["5.5", "1,234,567", "1234", "", "x"], set()),
        (["1.5e3", "1,234"], {"1,234"}),
    ],
)
def test_a_figure_is_doubtful_where_the_others_use_the_other_mark(texts: list[str], doubtful: set[str]) -> None:
    assert doubtful_figures(texts) == doubtful
