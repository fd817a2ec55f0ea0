"""Values in classes with round limits: every value is in one, skewed ones in classes that grow."""

from hypothesis import given
from hypothesis import strategies as st

from seutu.core.statistics.distribution import MOST_CLASSES, class_of, value_classes


def test_classes_have_round_limits_and_hold_every_value() -> None:
    classes = value_classes([52.0, 61.0, 65.0, 66.3, 88.0])
    assert [(one.low, one.high) for one in classes][:3] == [(50, 55), (55, 60), (60, 65)]
    assert sum(one.count for one in classes) == 5
    assert class_of(65.0, classes) == 3
    assert class_of(49.0, classes) is None


def test_skewed_values_are_counted_in_growing_classes() -> None:
    classes = value_classes([90.0, *[4000.0] * 9, 660_000.0])
    assert [one.low for one in classes][:5] == [50, 100, 200, 500, 1000]
    assert classes[-1].high == 1_000_000


def test_no_values_and_one_value() -> None:
    assert value_classes([]) == ()
    (only,) = value_classes([3.0, 3.0])
    assert (only.low, only.high, only.count) == (3.0, 3.0, 2)


@given(st.lists(st.integers(-100_000, 100_000).map(lambda n: n / 10), min_size=1, max_size=40))
def test_every_value_is_in_exactly_one_class(values: list[float]) -> None:
    classes = value_classes(values)
    assert sum(one.count for one in classes) == len(values)
    assert len(classes) <= max(MOST_CLASSES + 2, 25)
    assert all(class_of(value, classes) is not None for value in values)
