"""The chart of shortages: a bar per line in the order given, bars of one name apart, words at their ends."""

import pytest

from seutu.core.charts.shortages import Shortage, shortage_chart


def test_bars_of_one_name_stay_apart_and_the_scale_begins_at_zero() -> None:
    rows = [Shortage("Hitsaus", 40, "40 (2030)", True), Shortage("Hitsaus", 6, "6 (nyt)", False)]
    spec = shortage_chart(rows, "Hitsaus 40 (2030)", "fi")
    values = spec["data"]["values"]
    assert [(value["people"], value["text"], value["coming"]) for value in values] == [
        (40, "40 (2030)", True),
        (6, "6 (nyt)", False),
    ]
    assert len({value["label"] for value in values}) == 2
    assert spec["encoding"]["y"]["sort"] == [value["label"] for value in values]
    assert spec["encoding"]["x"]["scale"]["domain"][0] == 0
    assert spec["description"] == "Pylväskaavio. Hitsaus 40 (2030)"
    with pytest.raises(ValueError, match="nothing to draw"):
        shortage_chart([], "", "fi")
