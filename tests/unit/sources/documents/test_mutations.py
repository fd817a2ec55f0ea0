"""One digit changed in a right document is found; another way of writing the same is silent and proves as much.

A seeded sample each time; every change of every digit as soak.
"""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from seutu.core.figures.relations import Relation, Severity
from seutu.core.funding.documents import CheckedDocument
from tests.unit.sources.documents.mutations import (
    checked,
    mutations,
    plan_mutations,
    plan_relations_of,
    reworded,
    reworded_plan,
    with_value,
)
from tests.unit.sources.documents.test_golden import DOCUMENTS, FOLDER, is_wrong

SEED: Final = 20_261_127
SAMPLE: Final = 30
REWORDINGS: Final = 200
TEXTS: Final = [name for name in DOCUMENTS if not is_wrong(name) and name.endswith(".txt")]
PLANS: Final = [name for name in DOCUMENTS if not is_wrong(name) and name.endswith(".json")]


def text_of(document: str) -> str:
    return (FOLDER / document).read_text(encoding="utf-8")


def plan_of(document: str) -> dict[str, Any]:
    plan: dict[str, Any] = json.loads(text_of(document))
    return plan


def told(document: CheckedDocument) -> list[Relation]:
    return [each for each in document.relations if each.severity in {Severity.ERROR, Severity.WARNING}]


def unfound(text: str, places: list[int] | range) -> list[str]:
    """Return the lines of the mutations, by their numbers, of which nothing is told."""
    every = mutations(text)
    changed = [(every[at].figure.line, every[at].apply(text)) for at in places]
    return [after.split("\n")[line - 1] for line, after in changed if not told(checked(after))]


def unfound_in_plan(plan: dict[str, Any], places: list[int] | range, folder: Path) -> list[tuple[str, str]]:
    every = plan_mutations(plan, folder)
    return [every[at] for at in places if not told(plan_relations_of(with_value(plan, *every[at]), folder))]


def not_silent(text: str, seeds: list[int] | range) -> list[str]:
    """Return the texts, written otherwise, of which something is told, or fewer relations than of the original."""
    proved = len(checked(text).relations)
    written = [reworded(text, random.Random(seed)) for seed in seeds]
    return [each for each in written if told(checked(each)) or len(checked(each).relations) < proved]


def test_there_are_many_digits_to_change(tmp_path: Path) -> None:
    assert sum(len(mutations(text_of(document))) for document in TEXTS) > 9000
    assert sum(len(plan_mutations(plan_of(document), tmp_path)) for document in PLANS) > 4000
    assert min(len(mutations(text_of(document))) for document in TEXTS) >= SAMPLE


@pytest.mark.parametrize("document", TEXTS)
def test_a_changed_digit_is_found(document: str) -> None:
    text = text_of(document)
    places = random.Random(f"{SEED} {document}").sample(range(len(mutations(text))), SAMPLE)
    assert unfound(text, places) == []


@pytest.mark.parametrize("document", PLANS)
def test_a_changed_digit_of_a_plan_is_found(document: str, tmp_path: Path) -> None:
    plan = plan_of(document)
    every = range(len(plan_mutations(plan, tmp_path)))
    places = random.Random(f"{SEED} {document}").sample(every, SAMPLE)
    assert unfound_in_plan(plan, places, tmp_path) == []


@pytest.mark.parametrize("document", TEXTS)
def test_other_words_for_the_same_are_silent(document: str) -> None:
    assert not_silent(text_of(document), range(8)) == []


@pytest.mark.parametrize("document", PLANS)
def test_a_plan_in_other_words_is_silent(document: str, tmp_path: Path) -> None:
    plan = plan_of(document)
    for seed in range(8):
        other = reworded_plan(plan, random.Random(seed))
        assert other != plan
        assert told(plan_relations_of(other, tmp_path)) == []


def test_the_rewordings_do_change_the_texts() -> None:
    for document in TEXTS:
        text = text_of(document)
        assert len({reworded(text, random.Random(seed)) for seed in range(8)} - {text}) >= 3


@pytest.mark.soak
@pytest.mark.parametrize("document", TEXTS)
def test_every_changed_digit_is_found(document: str, trials: Callable[[int], list[int]]) -> None:
    text = text_of(document)
    assert unfound(text, trials(len(mutations(text)))) == []


@pytest.mark.soak
@pytest.mark.parametrize("document", PLANS)
def test_every_changed_digit_of_a_plan_is_found(
    document: str, trials: Callable[[int], list[int]], tmp_path: Path
) -> None:
    plan = plan_of(document)
    assert unfound_in_plan(plan, trials(len(plan_mutations(plan, tmp_path))), tmp_path) == []


@pytest.mark.soak
@pytest.mark.parametrize("document", TEXTS)
def test_two_hundred_other_ways_of_writing_are_silent(document: str, trials: Callable[[int], list[int]]) -> None:
    assert not_silent(text_of(document), trials(REWORDINGS)) == []
