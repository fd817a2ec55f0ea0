import pytest
from hypothesis import given
from hypothesis import strategies as st

from seutu.core.networks.brokerage import ROLES, Brokerage, brokerage
from seutu.core.networks.model import Link, Node


def of(groups: dict[str, str], *pairs: str, ids: str = "avb", permutations: int = 0) -> dict[str, Brokerage]:
    nodes = [Node(identifier, identifier) for identifier in ids]
    found = brokerage(nodes, [Link(*pair) for pair in pairs], groups, permutations=permutations)
    assert [broker.id for broker in found] == list(ids)
    return {broker.id: broker for broker in found}


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ("AAA", {"coordinator": 2}),
        ("ABA", {"consultant": 2}),
        ("ABB", {"gatekeeper": 1, "representative": 1}),
        ("AAB", {"gatekeeper": 1, "representative": 1}),
        ("ABC", {"liaison": 2}),
    ],
)
def test_a_path_read_both_ways_gives_each_role(groups: str, expected: dict[str, int]) -> None:
    found = of(dict(zip("avb", groups, strict=True)), "av", "vb")
    assert {role: count for role, count in found["v"].counts.items() if count} == expected
    assert sum(found["a"].counts.values()) == 0


def test_a_closed_triangle_and_nodes_without_a_group_broker_nothing() -> None:
    closed = of({"a": "A", "v": "A", "b": "A"}, "av", "vb", "ab")
    assert all(sum(broker.counts.values()) == 0 for broker in closed.values())
    loose = of({"a": "A", "v": "A"}, "av", "vb")
    assert sum(loose["v"].counts.values()) == 0
    assert loose["b"].group is None


def test_z_compares_with_random_deals_of_the_same_groups() -> None:
    groups = {"v": "A", "a": "B", "b": "B", "c": "B", "d": "A"}
    found = of(groups, "va", "vb", "vc", "vd", ids="vabcd", permutations=200)
    broker = found["v"]
    assert broker.counts["consultant"] == 6
    z = broker.z["consultant"]
    assert z is not None
    assert z > 0
    assert broker.z["liaison"] is None
    assert of(groups, "va", ids="vabcd")["v"].z["consultant"] is None


@given(
    st.sets(st.sampled_from([a + b for a in "abcdef" for b in "abcdef" if a < b])),
    st.lists(st.sampled_from("XYZ"), min_size=6, max_size=6),
)
def test_roles_of_a_node_sum_to_its_open_paths(pairs: set[str], labels: list[str]) -> None:
    found = of(dict(zip("abcdef", labels, strict=True)), *sorted(pairs), ids="abcdef")
    for broker in found.values():
        around = [other for other in "abcdef" if "".join(sorted(other + broker.id)) in pairs]
        open_paths = sum(
            "".join(sorted(one + other)) not in pairs for one in around for other in around if one != other
        )
        assert sum(broker.counts[role] for role in ROLES) == open_paths
        assert broker.counts["gatekeeper"] == broker.counts["representative"]
