"""Counting actors by class, industry, size and tag."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.situation import ActorFact, Coded, compose
from seutu.core.situation.composition import UNKNOWN
from seutu.core.text import Text

COMPANY = Coded("company", Text.same("Yritys"))
RDI = Coded("rdi", Text.same("TKI-yksikkö"))
METAL = Coded("C25", Text.same("Metallituotteet"))


def test_actors_are_counted_largest_first_and_the_unknown_last() -> None:
    actors = [
        ActorFact("1", "A", classes=(COMPANY,)),
        ActorFact("2", "B", classes=(COMPANY,), industry=METAL),
        ActorFact("3", "C"),
        ActorFact("4", "D"),
        ActorFact("5", "E"),
    ]
    composition = compose(actors)
    assert [(share.code, share.count, share.share) for share in composition.by_class] == [
        ("company", 2, 0.4),
        (UNKNOWN, 3, 0.6),
    ]
    assert [(share.code, share.count) for share in composition.by_industry] == [("C25", 1), (UNKNOWN, 4)]
    assert composition.total == 5


def test_an_actor_of_two_classes_counts_in_both_and_once_in_each() -> None:
    composition = compose([ActorFact("1", "A", classes=(COMPANY, RDI, COMPANY)), ActorFact("2", "B", classes=(RDI,))])
    assert [(share.code, share.count, share.share) for share in composition.by_class] == [
        ("rdi", 2, 1.0),
        ("company", 1, 0.5),
    ]


def test_a_tag_is_never_owed() -> None:
    composition = compose([ActorFact("1", "A", tags=(METAL,)), ActorFact("2", "B")])
    assert [share.code for share in composition.by_tag] == ["C25"]


def test_no_actors_give_empty_breakdowns() -> None:
    composition = compose([])
    assert (composition.total, composition.by_class, composition.by_size, composition.by_tag) == (0, (), (), ())


@given(st.lists(st.sampled_from([(), (COMPANY,), (RDI,)]), min_size=1))
def test_shares_of_single_classes_add_up_to_all(classes: list[tuple[Coded, ...]]) -> None:
    composition = compose(ActorFact(str(number), "A", classes=held) for number, held in enumerate(classes))
    assert sum(share.count for share in composition.by_class) == len(classes)
    assert sum(share.share for share in composition.by_class) == pytest.approx(1)
