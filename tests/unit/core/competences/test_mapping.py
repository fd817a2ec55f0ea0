"""The competence map: nobody is counted twice, what is missing is told and is not zero, newer figures replace older."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from seutu.core.competences import Line, StatedNeed, Total, competence_map, shortages_first, speakers

WELDING = StatedNeed(
    id="a", competence="Hitsaus", group="7", area="140", actor="Pajakone Oy", owner="1", owner_name="Iisalmi",
    year=2026, target_year=2030, have_now=10, needed_now=14, needed_then=20,
)  # fmt: skip


def need(key: str, **changed: object) -> StatedNeed:
    return replace(WELDING, id=key, **changed)  # type: ignore[arg-type]


def ids(lines: list[Line]) -> list[tuple[str, bool]]:
    return [("".join(sorted(each.id for each in line.needs)), line.beside) for line in lines]


def test_different_actors_are_added_up_and_their_gaps_with_them() -> None:
    (line,) = competence_map(
        [WELDING, need("b", competence=" hitsaus ", actor="Levytyö Ky", have_now=5, needed_then=4)]
    )
    assert (line.have_now, line.needed_now, line.needed_then) == (Total(15, 0), Total(28, 0), Total(24, 0))
    assert (line.shortage_now, line.shortage_then, line.shortage) == (Total(13, 0), Total(9, 0), 9)
    assert line.organisations == 2
    assert not line.beside


def test_what_may_count_the_same_people_stands_side_by_side() -> None:
    whole = need("c", actor="")
    cases = {
        "another workspace's view of the same area": (
            [whole, need("d", actor="", owner="2")],
            [("c", True), ("d", True)],
        ),
        "an actor within the area": ([WELDING, need("b", actor="Levytyö Ky"), whole], [("ab", False), ("c", True)]),
        "another area": ([whole, need("d", actor="", area="684")], [("cd", False)]),
        "an area that is not said": ([whole, need("d", actor="", area="")], [("c", True), ("d", True)]),
        "one actor told by two": ([WELDING, need("b", owner="2")], [("a", True), ("b", True)]),
        "one actor by its legal form": ([WELDING, need("b", actor="PAJAKONE OYJ")], [("a", True), ("b", True)]),
        "one actor in two areas": ([WELDING, need("b", area="684")], [("ab", False)]),
        "one actor and its area left out": ([WELDING, need("b", area="")], [("a", True), ("b", True)]),
    }
    for told, (given_needs, lines) in cases.items():
        assert sorted(ids(competence_map(given_needs))) == sorted(lines), told
    assert speakers([WELDING, need("b", owner="2"), whole, need("d", actor="", owner="2")]) == 3


def test_a_missing_figure_is_told_and_is_not_zero() -> None:
    (line,) = competence_map([WELDING, need("b", actor="Levytyö Ky", have_now=None, needed_now=0)])
    assert line.have_now == Total(10, 1)
    assert line.needed_now == Total(14, 0)
    assert line.shortage_now == Total(4, 1), "the shortage is over the needs that state both figures"
    (bare,) = competence_map([need("e", have_now=None, needed_then=None)])
    assert (bare.have_now, bare.shortage_now, bare.shortage_then, bare.shortage) == (Total(None, 1),) * 3 + (None,)
    (now,) = competence_map([need("f", needed_then=None, target_year=None, have_now=0)])
    assert line.lacks_figures
    assert not now.lacks_figures
    assert now.shortage == 14, "nobody now is zero, and without a forecast the shortage is that of now"


def test_a_newer_need_of_the_same_view_replaces_the_older() -> None:
    older = need("b", year=2024, owner="2")
    (line,) = competence_map([older, WELDING])
    assert ids([line]) == [("a", False)]
    assert line.older == (older,)
    views = [need("c", actor="", year=2024), need("d", actor="", owner="2")]
    assert ids(competence_map(views)) == [("c", True), ("d", True)], "another workspace's view is another one"


def test_groups_and_target_years_are_lines_of_their_own_and_the_largest_shortage_is_first() -> None:
    lines = competence_map(
        [WELDING, need("b", group="3", needed_then=50), need("c", target_year=2035, needed_then=None, needed_now=None)]
    )
    assert [line.shortage for line in shortages_first(lines)] == [40, 10, None]
    assert [line.inexact for line in competence_map([need("d", qualifier="about"), need("e", qualifier="exact")])] == [
        1,
        0,
    ]


NEEDS = st.builds(
    need,
    st.uuids().map(str),
    actor=st.sampled_from(["", "A Oy", "B Oy"]),
    area=st.sampled_from(["", "140", "684"]),
    owner=st.sampled_from(["1", "2"]),
    year=st.sampled_from([2024, 2026]),
    have_now=st.none() | st.integers(0, 9),
)


@given(st.lists(NEEDS, max_size=8))
def test_every_need_stands_once_and_no_two_of_a_sum_may_count_the_same_people(given_needs: list[StatedNeed]) -> None:
    lines = competence_map(given_needs)
    current = [each.id for line in lines for each in line.needs]
    older = {each.id for line in lines for each in line.older}
    assert len(current) == len(set(current))
    assert set(current) | older == {each.id for each in given_needs}
    assert not older.intersection(current)
    for line in lines:
        for one in line.needs:
            for other in line.needs:
                meet = one.area == other.area or "" in {one.area, other.area}
                differ = bool(one.actor and other.actor and one.actor != other.actor)
                assert one is other or differ or not meet
