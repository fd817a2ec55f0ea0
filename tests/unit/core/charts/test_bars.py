"""The bar chart of a breakdown."""

import pytest

from seutu.core.charts import bar_chart
from seutu.core.charts.bars import REST_CODE, bar_finding, shorten
from seutu.core.situation import Share
from seutu.core.situation.composition import UNKNOWN, UNKNOWN_LABEL
from seutu.core.text import Text

HEADING = Text(fi="Luokat", sv="Klasser", en="Classes")
UNKNOWN_ROW = Share(UNKNOWN_LABEL, UNKNOWN, 10, 0.1)


def shares(*counts: int) -> list[Share]:
    return [
        Share(Text.same(f"Luokka {number}"), str(number), count, count / 100) for number, count in enumerate(counts)
    ]


def test_what_does_not_fit_is_added_up_and_counted() -> None:
    shown = shorten([*shares(40, 20, 10, 8, 2), UNKNOWN_ROW], 3)
    assert [(share.code, share.count) for share in shown] == [("0", 40), ("1", 20), (REST_CODE, 20), (UNKNOWN, 10)]
    assert shown[2].label.fi == "Muut (3)"
    assert sum(share.count for share in shown) == 90


def test_what_fits_is_not_added_up() -> None:
    assert shorten(shares(3, 2, 1), 3) == tuple(shares(3, 2, 1))


def test_only_what_is_known_is_strong() -> None:
    spec = bar_chart([*shares(5), UNKNOWN_ROW], HEADING, "fi")
    strong, quiet = spec["layer"][:2]
    assert strong["transform"][0]["filter"]["oneOf"] == ["0"]
    assert quiet["transform"][0]["filter"]["oneOf"] == [UNKNOWN]
    assert (strong["mark"]["style"], quiet["mark"]["style"]) == ("us-fill", "other-fill")


def test_a_label_that_is_too_long_says_that_it_goes_on() -> None:
    long = Share(Text.same(" ".join(["sana"] * 40)), "x", 1, 1.0)
    label = bar_chart([long], HEADING, "fi")["data"]["values"][0]["label"]
    assert label.count("\n") == 1
    assert label.endswith("…")


def test_the_finding_is_the_largest_known() -> None:
    assert bar_finding([UNKNOWN_ROW], HEADING) == HEADING
    assert bar_finding(shares(3, 3), HEADING) == HEADING
    assert bar_finding(shares(89, 3), HEADING).fi == "Luokat: yleisin on luokka 0 (89\u00a0%)"


def test_nothing_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="breakdown"):
        bar_chart([], HEADING, "fi")
