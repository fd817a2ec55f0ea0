"""Actors at one point are spread so that each can be chosen; a crowd is one mark."""

from itertools import combinations, repeat
from math import dist

from seutu.core.charts.crowds import CROWD, crowded, spread
from seutu.core.situation import Bounds, MapPoint

BOUNDS = Bounds(26.0, 63.0, 28.0, 64.0)


def points(count: int, precision: str = "locality") -> list[MapPoint]:
    return [
        MapPoint(str(n), f"Actor {n}", 27.0, 63.5, precision=precision)  # type: ignore[arg-type]
        for n, _ in enumerate(repeat(None, count))
    ]


def test_actors_at_one_point_are_told_apart_and_stay_near() -> None:
    placed = spread(points(40), BOUNDS, widest=0.16)
    assert min(dist(one, other) for one, other in combinations(placed, 2)) > 0.01
    assert max(abs(lat - 63.5) for _, lat in placed) <= 0.16


def test_an_actor_alone_stays_where_it_is() -> None:
    assert spread(points(1), BOUNDS, widest=0.16) == [(27.0, 63.5)]


def test_the_same_actors_are_spread_in_the_same_way() -> None:
    assert spread(points(9), BOUNDS, widest=0.1) == spread(points(9), BOUNDS, widest=0.1)


def test_a_crowd_is_one_mark_unless_its_addresses_are_known() -> None:
    assert crowded(points(CROWD)) == set()
    assert crowded(points(CROWD + 1)) == {(27.0, 63.5)}
    assert crowded(points(CROWD + 1, "address")) == set()
