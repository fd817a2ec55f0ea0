"""What is wrong in a document is found as well when a PDF has damaged its letters, and nothing else is."""

from collections import Counter
from collections.abc import Callable
from typing import Final

import pytest

from tests.unit.core.text_repair import damage
from tests.unit.sources.documents.mutations import checked
from tests.unit.sources.documents.test_golden import DOCUMENTS, FOLDER, FOUND, expected

FINNISH: Final = [
    name for name in DOCUMENTS if name.endswith(".txt") and not name.startswith(("beslut", "brev", "report_"))
]
TOO_FEW: Final = {"paatos_kasvuohjelma_virheet.txt"}
"""Documents in which only two or three words have come apart: too few to prove it."""


def found_otherwise(hurt: Callable[[list[str]], list[str]]) -> set[str]:
    """Return the documents of which something else is found when they are damaged."""
    other = set()
    for document in FINNISH:
        lines = (FOLDER / document).read_text(encoding="utf-8").split("\n")
        relations = checked("\n".join(hurt(lines))).relations
        found = Counter((each.kind.value, each.severity.value) for each in relations if each.severity in FOUND)
        if found != expected(document):
            other.add(document)
    return other


@pytest.mark.parametrize(
    "hurt",
    [
        damage.misread,
        damage.apart,
        damage.with_space,
        damage.dots_before,
        damage.soft_hyphens,
        damage.umlaut_for_a,
    ],
)
def test_damaged_letters_hide_nothing(hurt: Callable[[list[str]], list[str]]) -> None:
    assert found_otherwise(hurt) == set()


def test_split_umlauts_hide_nothing_where_there_are_enough_to_tell() -> None:
    assert found_otherwise(damage.split_umlauts) <= TOO_FEW
