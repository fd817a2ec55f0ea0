"""Placing labels so that they do not lie on each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.charts.labels import LETTER, LINE, Anchor, place_freely, spread

POSITIONS = st.lists(st.floats(0, 100), max_size=8)


@given(POSITIONS)
def test_spread_labels_keep_their_order_and_their_distance(positions: list[float]) -> None:
    placed = spread(positions, 5)
    for one in range(len(positions)):
        for other in range(len(positions)):
            if positions[one] < positions[other]:
                assert placed[one] <= placed[other] - 5 + 1e-6


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([30.0, 10.0, 20.0], 5) == [30.0, 10.0, 20.0]


def test_touching_labels_share_their_middle() -> None:
    assert spread([10.0, 10.0, 11.0], 4) == pytest.approx([6 + 1 / 3, 10 + 1 / 3, 14 + 1 / 3])


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200), st.text("abc", min_size=1, max_size=9)), max_size=12)
)
def test_free_labels_never_overlap_nor_leave_the_picture(spots: list[tuple[int, int, str]]) -> None:
    anchors = [Anchor(x, y, text) for x, y, text in spots]
    boxes = []
    for label in place_freely(anchors, width=200, height=200):
        wide = len(anchors[label.index].text) * LETTER
        left = {"left": label.x, "right": label.x - wide, "center": label.x - wide / 2}[label.align]
        boxes.append((left, label.y - LINE / 2, left + wide, label.y + LINE / 2))
    assert all(x0 >= 0 and y0 >= 0 and x1 <= 200 and y1 <= 200 for x0, y0, x1, y1 in boxes)
    for number, (x0, y0, x1, y1) in enumerate(boxes):
        for a0, b0, a1, b1 in boxes[number + 1 :]:
            assert x1 <= a0 or a1 <= x0 or y1 <= b0 or b1 <= y0


def test_a_label_keeps_clear_of_other_marks_when_it_can() -> None:
    anchor = Anchor(100, 100, "abc")
    assert place_freely([anchor], width=200, height=200)[0].align == "left"
    beside = [Anchor(115, 100, "", radius=6)]
    assert place_freely([anchor], width=200, height=200, obstacles=beside)[0].align == "right"


def test_the_first_have_precedence_and_the_limit_holds() -> None:
    anchors = [Anchor(20, 20 + 30 * number, "abc") for number in range(5)]
    assert [label.index for label in place_freely(anchors, width=200, height=200, limit=2)] == [0, 1]
