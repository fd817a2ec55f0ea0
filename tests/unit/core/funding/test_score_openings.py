"""Points changed after others' were opened are told with what they were first; all others are not."""

from decimal import Decimal

import pytest

from seutu.core.funding.score_openings import Correction, Event, corrections

ONE, TWO, THREE = Decimal(1), Decimal(2), Decimal(3)
CALL = [Event(1, "a", points=Decimal(0)), Event(1, "b", points=Decimal(0))]
BEST = [Event(2, "a", "best", THREE), Event(2, "b", "best", THREE)]
PLACE = [Event(3, "a", "late", ONE), Event(4, "b", "late", ONE)]


def changed(*events: Event) -> dict[tuple[str, str], tuple[Decimal, Decimal | None]]:
    return {key: (each.first, each.now) for key, each in corrections(events).items()}


def test_placeholders_that_are_corrected_after_seeing_the_others_are_told() -> None:
    assert changed(*CALL, *BEST, *PLACE, Event(5, "a", "late", THREE)) == {("late", "a"): (ONE, THREE)}
    assert corrections([*CALL, *BEST, *PLACE, Event(5, "a", "late", None)]) == {("late", "a"): Correction(ONE, None)}


def test_what_is_corrected_before_all_are_given_is_not() -> None:
    assert changed(*CALL, *BEST, PLACE[0], Event(4, "a", "late", TWO), Event(5, "b", "late", ONE)) == {}


def test_who_was_first_has_seen_nothing_until_another_has_scored() -> None:
    assert changed(*CALL, *BEST, Event(3, "a", "best", ONE)) == {}
    assert changed(*CALL, *BEST, PLACE[0], Event(5, "a", "best", ONE)) == {("best", "a"): (THREE, ONE)}
    assert changed(*CALL, *BEST, PLACE[0], Event(5, "b", "best", ONE)) == {}


def test_points_taken_back_or_given_anew_keep_the_first_ones() -> None:
    taken = [Event(5, "a", "late", None), Event(6, "a", "late", TWO)]
    assert changed(*CALL, *BEST, *PLACE, *taken) == {("late", "a"): (ONE, TWO)}
    assert changed(*CALL, *BEST, *PLACE, *taken, Event(7, "a", "late", ONE)) == {}


@pytest.mark.parametrize("sequence", [4, 5])
def test_a_criterion_that_comes_later_hides_no_correction(sequence: int) -> None:
    more = Event(sequence, "c", points=Decimal(0))
    later = [Event(6, "a", "late", THREE), Event(7, "c", "late", ONE)]
    expected = {("late", "a"): (ONE, THREE)} if sequence > 4 else {}
    assert changed(*CALL, *BEST, *PLACE, more, *later) == expected


def test_a_criterion_that_goes_opens_the_others() -> None:
    gone = Event(4, "b")
    assert changed(*CALL, *BEST, PLACE[0], gone, Event(5, "a", "late", TWO)) == {("late", "a"): (ONE, TWO)}
    assert changed(*BEST, *PLACE, Event(5, "a", "late", TWO)) == {}, "without criteria nothing opens"
