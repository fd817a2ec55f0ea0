"""The charts of estimates: a row each with its interval, and two figures at once with the lines of the four fields."""

import pytest

from seutu.core.charts.fields import FieldUnit, fields_chart
from seutu.core.charts.intervals import EstimatedUnit, interval_chart

ROWS = (
    EstimatedUnit("Rauma", 0.5, 0.4, 0.625, "Rauma: 50 %"),
    EstimatedUnit("Kaikki", 0.25, 0.2, 0.3, "Kaikki: 25 %", ours=True),
)


def test_shares_are_drawn_as_per_cents_in_the_order_given() -> None:
    spec = interval_chart(ROWS, "kaksi", share=True)
    assert spec["encoding"]["y"]["sort"] == ["Rauma", "Kaikki"]
    first, last = spec["data"]["values"]
    assert (first["value"], first["low"], first["high"], first["ours"]) == (50, 40, 62.5, False)
    assert last["ours"]
    assert spec["encoding"]["x"]["axis"]["title"] == "%"


def test_means_are_drawn_as_they_are_and_not_from_zero() -> None:
    spec = interval_chart(ROWS, "", share=False)
    assert spec["data"]["values"][0]["value"] == 0.5
    assert spec["encoding"]["x"]["scale"]["zero"] is False
    assert interval_chart(ROWS, "", share=True, measure="%-yks.")["encoding"]["x"]["axis"]["title"] == "%-yks."


def test_four_fields_have_a_line_at_each_cut_and_tell_sure_units_apart() -> None:
    units = [FieldUnit("Rauma", (3, 2, 4), (50, 40, 60), "", sure=True)]
    spec = fields_chart(units, "yksi", axes=("Mielikuva", "Tunnettuus"), cuts=(2.5, 45))
    assert spec["data"]["values"] == [
        {
            "label": "Rauma", "text": "", "sure": True, "first": 3, "first_low": 2, "first_high": 4, "second": 50,
            "second_low": 40, "second_high": 60,
        }
    ]  # fmt: skip
    assert [layer["data"]["values"] for layer in spec["layer"] if "data" in layer] == [
        [{"first": 2.5}],
        [{"second": 45}],
    ]


def test_nothing_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        interval_chart((), "", share=True)
    with pytest.raises(ValueError, match="nothing to draw"):
        fields_chart((), "", axes=("", ""), cuts=(0, 0))
