import random
from itertools import combinations

import pytest

from seutu.core.networks.model import Link, Node
from seutu.core.networks.null_model import modularity_against_chance


def of(ids: str, *pairs: str) -> tuple[list[Node], list[Link]]:
    return [Node(identifier, identifier) for identifier in ids], [Link(*pair) for pair in pairs]


def test_three_cliques_in_a_row_stand_out_from_chance() -> None:
    cliques = ["abcde", "fghij", "klmno"]
    pairs = ["".join(pair) for clique in cliques for pair in combinations(clique, 2)]
    found = modularity_against_chance(*of("".join(cliques), *pairs, "ef", "jk"), samples=50)
    assert found is not None
    assert found.observed == pytest.approx(30 / 32 - (21**2 + 22**2 + 21**2) / 64**2)
    assert found.observed > found.mean + 3 * found.deviation
    assert found.p == pytest.approx(1 / 51)


def test_a_network_of_chance_does_not_stand_out() -> None:
    draw = random.Random(4)
    ids = "abcdefghijklmnopqrst"
    pairs = {"".join(sorted(draw.sample(ids, 2))) for _ in range(60)}
    found = modularity_against_chance(*of(ids, *sorted(pairs)), samples=50)
    assert found is not None
    assert found.p > 0.05


def test_degrees_leave_one_network_only_in_a_star() -> None:
    found = modularity_against_chance(*of("cabd", "ca", "cb", "cd"), samples=5)
    assert found is not None
    assert (found.mean, found.deviation, found.p) == (pytest.approx(found.observed), pytest.approx(0), 1.0)


def test_the_same_seed_gives_the_same_answer_and_no_links_give_none() -> None:
    network = of("abcdef", "ab", "bc", "ca", "de", "ef", "fd", "cd")
    assert modularity_against_chance(*network, samples=9) == modularity_against_chance(*network, samples=9)
    assert modularity_against_chance(*of("ab")) is None
    with pytest.raises(ValueError, match="sample"):
        modularity_against_chance(*network, samples=0)
