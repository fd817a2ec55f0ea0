"""Two spellings are one actor only when they fold alike; names that merely look alike are listed for review."""

import random
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seutu.core.names import Pair, core_words, fold_name, likeness, names_like, similar_pairs

SYLLABLES = ["ka", "ki", "ko", "la", "li", "lo", "ma", "mi", "sa", "se", "si", "ta", "te", "ti", "va", "vi", "po", "ra"]
names = st.text(alphabet=st.sampled_from("aäöbkAÄ oy.-\u00a0\u200b\u0308"), max_size=14)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SavoGrow", "Savogrow"),
        ("Kuopion  kaupunki", " kuopion\u00a0kaupunki "),
        ("Hämeen liitto", "Ha\u0308meen liitto"),
        ("Seutu\u00adkaupungit", "Seutukaupungit"),
        ("Seutu\u200bkaupungit", "SEUTUKAUPUNGIT"),
        ("Kuopion\nkaupunki", "Kuopion\u2003kaupunki"),
        ("Straße", "STRASSE"),
    ],
)
def test_spellings_of_one_actor_fold_alike(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Savogrow Oy", "Savogrow"), ("Ähtäri", "Ahtari"), ("Savo-Grow", "SavoGrow"), ("Kuopio", "Kuopion kaupunki")],
)
def test_different_actors_do_not_fold_alike(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@given(name=st.text())
@example(name="\u0345\u03b1")
@example(name="a\u200d\u0308 \u2000\ufeff")
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


def test_legal_forms_do_not_tell_names_apart() -> None:
    assert core_words("Kehitysyhtiö Savogrow Oy") == "kehitysyhtiö savogrow"
    assert core_words("Oy Ab") == "oy ab"
    assert likeness("Testialusta Oy", "TESTIALUSTA oyj") == 1.0
    assert likeness("Grow Savo", "Savo Grow ry") == 1.0
    assert likeness("Savogrow", "Savogrov") == pytest.approx(7 / 8)
    assert likeness("", "Savogrow") == 0.0


@given(one=names, other=names)
def test_likeness_is_symmetric_and_between_none_and_full(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, one) in {0.0, 1.0}


@given(listed=st.lists(names, max_size=12), threshold=st.sampled_from([0.01, 0.5, 0.85, 1.0]))
def test_pairs_are_exactly_those_that_reach_the_threshold(listed: list[str], threshold: float) -> None:
    kept: dict[str, str] = {}
    for name in listed:
        kept.setdefault(fold_name(name), name)
    expected = {
        (one, other) for one, other in combinations(kept.values(), 2) if likeness(one, other) >= max(threshold, 1e-9)
    }
    pairs = similar_pairs(listed, threshold)
    assert {(pair.first, pair.second) for pair in pairs} == expected
    assert len(pairs) == len(expected)
    assert [pair.likeness for pair in pairs] == sorted((pair.likeness for pair in pairs), reverse=True)


def test_spellings_that_fold_alike_are_one_name() -> None:
    assert similar_pairs(["Savogrow", "SavoGrow", "Savogrow Oy"]) == [Pair("Savogrow", "Savogrow Oy", 1.0)]


def test_pairs_of_many_names_are_found_in_a_stable_order() -> None:
    drawn = random.Random(5)
    words = ["".join(drawn.choices(SYLLABLES, k=drawn.randint(3, 6))) for _ in range(1300)]
    listed = [f"{word.title()} {form}" for word, form in zip(words, ["Oy", "Ab"] * 650, strict=True)]
    listed += [f"{listed[700][:-3]}n ry", f"{listed[3][1:]}"]
    found = similar_pairs(listed)
    assert found == similar_pairs(listed)
    assert {listed[700], listed[3]} <= {pair.first for pair in found}
    assert all(pair.likeness == likeness(pair.first, pair.second) >= 0.85 for pair in found)


@pytest.mark.parametrize("threshold", [0, -1, 1.01])
def test_a_threshold_is_a_likeness(threshold: float) -> None:
    with pytest.raises(ValueError, match="threshold"):
        similar_pairs([], threshold)


@given(one=names, others=st.lists(names, max_size=12), threshold=st.sampled_from([0.3, 0.6, 0.85, 1.0]))
def test_the_names_like_one_are_those_of_a_comparison_with_each(one: str, others: list[str], threshold: float) -> None:
    each = [(at, likeness(one, other)) for at, other in enumerate(others) if core_words(one)]
    expected = sorted((pair for pair in each if pair[1] >= threshold), key=lambda pair: -pair[1])
    assert names_like(one, others, threshold) == expected
