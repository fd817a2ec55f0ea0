"""What a picture lacks."""

from seutu.core.situation import ActorFact, Coded, gap_report
from seutu.core.text import LANGUAGES, Text

COMPANY = Coded("company", Text.same("Yritys"))


def test_each_gap_lists_its_actors_by_name() -> None:
    gaps = gap_report(
        [
            ActorFact("1", "öljy", classes=(COMPANY,), lon=27.0, lat=63.0),
            ActorFact("2", "Aura", sources=("prh",), lon=27.0),
            ActorFact("3", "kunto", classes=(COMPANY,), sources=("prh",), lon=27.0, lat=63.0),
        ]
    )
    assert gaps.total == 3
    assert [item.id for item in gaps.unplaced.items] == ["2"]
    assert [item.id for item in gaps.untyped.items] == ["2"]
    assert [item.id for item in gaps.unsourced.items] == ["1"]
    assert [gap.count for gap in gaps.lists] == [1, 1, 1]
    assert [gap.filter for gap in gaps.lists] == ["municipality", "classes", "source"]


def test_a_place_on_the_equator_or_the_meridian_is_a_place() -> None:
    assert gap_report([ActorFact("1", "A", lon=0.0, lat=0.0)]).unplaced.count == 0


def test_every_gap_says_what_to_do_in_three_languages() -> None:
    for gap in gap_report([]).lists:
        assert gap.count == 0
        assert len({gap.next_step.in_language(language) for language in LANGUAGES}) == 3
