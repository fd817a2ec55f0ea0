"""The chart of ranks: every unit on its row in the order of ranks, its interval, its rank before."""

import pytest

from seutu.core.charts.ranks import RankedUnit, rank_chart

ROWS = (
    RankedUnit("Rauma", 1, 1.0, 4.0, "Rauma: 1"),
    RankedUnit("Tornio", 2, 1.0, 6.5, "Tornio: 2", before=9, ours=True),
    RankedUnit("Kemi", 3, 2.0, 5.0, "Kemi: 3"),
)


def test_rows_stand_in_the_order_of_ranks_also_where_one_stands_out() -> None:
    spec = rank_chart(ROWS, "kolme", units=64)
    assert spec["encoding"]["y"]["sort"] == ["Rauma", "Tornio", "Kemi"]
    assert spec["encoding"]["x"]["scale"]["domain"] == [1, 9]
    assert [row.get("before") for row in spec["data"]["values"]] == [None, 9, None]
    assert spec["description"] == "kolme"


def test_the_scale_never_goes_beyond_the_last_unit_and_nothing_is_not_drawn() -> None:
    assert rank_chart(ROWS, "", units=6)["encoding"]["x"]["scale"]["domain"] == [1, 6]
    with pytest.raises(ValueError, match="nothing to draw"):
        rank_chart((), "", units=3)
