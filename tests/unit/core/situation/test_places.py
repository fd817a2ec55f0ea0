"""The window of the map."""

from hypothesis import given
from hypothesis import strategies as st

from seutu.core.situation import MapPoint, Neighbour, bounds_of
from seutu.core.text import Text


def test_nothing_has_no_window() -> None:
    assert bounds_of(()) is None


def test_one_point_has_a_window_around_it() -> None:
    bounds = bounds_of([MapPoint("1", "A", 27.0, 63.0)])
    assert bounds is not None
    assert bounds.west < 27.0 < bounds.east
    assert bounds.south < 63.0 < bounds.north


@given(st.lists(st.tuples(st.floats(19, 32), st.floats(59, 70)), min_size=1))
def test_everything_is_inside_the_window(positions: list[tuple[float, float]]) -> None:
    places = [Neighbour(str(number), Text.same("A"), lon, lat) for number, (lon, lat) in enumerate(positions)]
    bounds = bounds_of((), places)
    assert bounds is not None
    assert all(bounds.west < lon < bounds.east and bounds.south < lat < bounds.north for lon, lat in positions)
