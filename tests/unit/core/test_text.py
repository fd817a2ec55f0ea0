"""A text in three languages with facts in their places."""

import pytest

from seutu.core.figures import write_number
from seutu.core.text import Text

COUNTED = Text(fi="{what}: {count} kpl", sv="{what}: {count} st", en="{what}: {count} pcs")


def test_facts_are_said_in_each_language() -> None:
    what = Text(fi="kunnat", sv="kommuner", en="municipalities")
    said = COUNTED.filled(what=what, count=lambda language: write_number(1500, language))
    assert said.fi.replace("\xa0", " ") == "kunnat: 1 500 kpl"
    assert said.sv.replace("\xa0", " ") == "kommuner: 1 500 st"
    assert COUNTED.filled(what="x", count=3).en == "x: 3 pcs"


def test_a_fact_with_braces_stands_as_it_is() -> None:
    assert COUNTED.filled(what="{count}", count=1).en == "{count}: 1 pcs"


def test_a_missing_fact_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        COUNTED.filled(what="x")
