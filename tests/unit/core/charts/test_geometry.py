"""Fitting a map window and preparing shapes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.charts.geometry import fit, near, round_distance
from seutu.core.situation import Bounds

BOUNDS = Bounds(26.0, 63.0, 28.0, 64.0)
WINDOW = fit(BOUNDS, 500, 400)


@given(st.floats(26, 28), st.floats(63, 64))
def test_everything_within_the_bounds_is_in_the_picture(lon: float, lat: float) -> None:
    x, y = WINDOW.pixels(lon, lat)
    assert -1e-6 <= x <= 500 + 1e-6
    assert -1e-6 <= y <= 400 + 1e-6


def test_north_is_up_and_the_middle_is_in_the_middle() -> None:
    assert WINDOW.pixels(27, 64)[1] < WINDOW.pixels(27, 63)[1]
    assert WINDOW.pixels(27, 63.5)[0] == pytest.approx(250)


def test_a_kilometre_is_as_long_as_a_degree_says() -> None:
    one_degree = WINDOW.pixels(27, 63)[1] - WINDOW.pixels(27, 64)[1]
    assert WINDOW.kilometre() * 111.195 == pytest.approx(one_degree, rel=0.001)


def square(west: float, south: float, size: float) -> list[list[float]]:
    return [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]


def feature(*rings: list[list[float]], kind: str = "Polygon") -> dict[str, object]:
    return {"type": "Feature", "properties": {"code": "140"}, "geometry": {"type": kind, "coordinates": list(rings)}}


def area(ring: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def test_outer_rings_turn_clockwise_and_holes_the_other_way() -> None:
    given_shape = feature(square(26.5, 63.2, 0.5), square(26.6, 63.3, 0.1))
    turned = near([given_shape], WINDOW)[0]["geometry"]
    assert turned["type"] == "MultiPolygon"
    outer, hole = turned["coordinates"][0]
    assert area(outer) < 0 < area(hole)
    again = near([{"type": "Feature", "geometry": turned}], WINDOW)[0]["geometry"]
    assert again == turned


def test_shapes_outside_the_window_are_left_out_and_lines_are_kept() -> None:
    far = feature(square(20.0, 60.0, 0.5))
    coast = {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[26.0, 63.0], [28.0, 64.0]]}}
    empty = {"type": "Feature", "geometry": None}
    assert [shape["geometry"]["type"] for shape in near([far, coast, empty], WINDOW)] == ["LineString"]


@pytest.mark.parametrize(("kilometres", "expected"), [(0.2, 1), (1, 1), (4.9, 2), (5, 5), (99, 50), (12345, 5000)])
def test_the_scale_is_a_round_number(kilometres: float, expected: int) -> None:
    assert round_distance(kilometres) == expected
