"""Documents of our own making in tests/golden/documents: the right ones silent, the wrong ones found as listed."""

import csv
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from seutu.core.figures.relations import Severity
from seutu.sources.documents import check_file

FOLDER: Final = Path(__file__).parents[3] / "golden" / "documents"
DOCUMENTS: Final = sorted(path.name for path in FOLDER.glob("*.txt"))
FOUND: Final = {Severity.ERROR, Severity.WARNING}


def expected(document: str) -> Counter[tuple[str, str]]:
    with (FOLDER / "expected.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["document"] == document]
    return Counter({(row["kind"], row["severity"]): int(row["times"]) for row in rows})


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_wrong_is_found_and_nothing_else(document: str) -> None:
    relations = check_file(FOLDER / document).relations
    found = Counter((each.kind.value, each.severity.value) for each in relations if each.severity in FOUND)
    assert found == expected(document)
    assert len(relations) >= 4


def test_every_wrong_document_has_a_right_twin() -> None:
    wrong = [name for name in DOCUMENTS if name.endswith(("_virheet.txt", "_fel.txt"))]
    assert len(wrong) * 2 == len(DOCUMENTS) == 20
