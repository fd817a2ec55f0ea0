from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.networks.model import WeightedLink
from seutu.core.networks.projection import project_participations
from seutu.core.problems import InputProblem


@dataclass(frozen=True)
class Part:
    project_id: str
    organisation_id: str


def parts(**members: str) -> list[Part]:
    return [Part(project, organisation) for project, organisations in members.items() for organisation in organisations]


def test_weights_are_newmans_over_all_partners_of_each_project() -> None:
    links = project_participations(parts(p="ab", q="abc", r="a"), {"p": 2, "q": 5, "r": 7})
    assert links == [
        WeightedLink("a", "b", 1.25, ("p", "q")),
        WeightedLink("a", "c", 0.25, ("q",)),
        WeightedLink("b", "c", 0.25, ("q",)),
    ]


def test_a_project_of_one_partner_gives_no_link() -> None:
    assert project_participations(parts(p="a"), {"p": 1}) == []


def test_an_organisation_twice_in_a_project_counts_once() -> None:
    assert project_participations(parts(p="aab"), {"p": 2}) == [WeightedLink("a", "b", 1.0, ("p",))]


@pytest.mark.parametrize("counts", [{}, {"p": 1}])
def test_a_missing_or_too_small_partner_count_is_refused(counts: dict[str, int]) -> None:
    with pytest.raises(InputProblem, match="project p"):
        project_participations(parts(p="ab"), counts)


@given(
    st.dictionaries(
        st.text("pqrst", min_size=1, max_size=3), st.sets(st.sampled_from("abcdef"), min_size=1), max_size=8
    )
)
def test_with_all_partners_in_hand_each_spreads_one_per_shared_project(members: dict[str, set[str]]) -> None:
    rows = [Part(project, organisation) for project, group in members.items() for organisation in sorted(group)]
    links = project_participations(rows, {project: len(group) for project, group in members.items()})
    for organisation in "abcdef":
        strength = sum(link.weight for link in links if organisation in (link.source, link.target))
        assert strength == pytest.approx(sum(organisation in group and len(group) > 1 for group in members.values()))
    assert links == project_participations(rows[::-1], {project: len(group) for project, group in members.items()})
