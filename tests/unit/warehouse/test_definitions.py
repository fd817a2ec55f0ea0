"""Definitions are stored with the figures, so an older store must be read too."""

import json

import pytest

from seutu.core.statistics import Direction, Topic
from seutu.rules.statistics import catalogue
from seutu.warehouse.definitions import definition_of, indicator_of


@pytest.mark.parametrize("name", ["population", "job_self_sufficiency", "population_change_5y", "gini_coefficient"])
def test_a_definition_comes_back_as_it_was(name: str) -> None:
    known = catalogue().indicator(name)
    assert indicator_of(json.dumps(definition_of(known))) == known


def test_a_definition_of_an_older_store_says_less() -> None:
    old = definition_of(catalogue().indicator("population"))
    for name in ("topic", "direction", "content", "change"):
        del old[name]
    read = indicator_of(json.dumps(old))
    assert (read.topic, read.direction, read.content, read.change) == (Topic.OTHER, Direction.NEITHER, "", None)
