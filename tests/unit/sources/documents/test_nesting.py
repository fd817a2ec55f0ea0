"""Budgets with headings of one year, subtotals and rows within rows: silent when right, an error when wrong."""

from decimal import Decimal

import pytest

from seutu.core.figures.relations import Severity, Status
from seutu.sources.documents.checking import check_document
from seutu.sources.documents.lines import Document, Grid, of_text

ONE_YEAR = (("Kustannuslaji", 2026), ("Palkat", 100), ("Ostot", 50), ("Yhteensä", 150))
SUBTOTALS = (
    ("Palkat", 80),
    ("Sivukulut", 20),
    ("Henkilöstö", 100),
    ("Ostot", 30),
    ("Matkat", 20),
    ("Muut kulut", 50),
    ("Yhteensä", 150),
)
PARENTS = (("Henkilöstökulut", 100), ("Palkat", 80), ("Sivukulut", 20), ("Muut kulut", 50), ("Yhteensä", 150))
OF_WHICH = (("Henkilöstökulut", 100), ("joista palkat", 80), ("Ostot", 50), ("Yhteensä", 150))
MIDDLE = (("Palkat", 80), ("Sivukulut", 20), ("Välisumma", 100), ("Ostot", 30), ("Matkat", 20), ("Välisumma", 50))
Rows = tuple[tuple[str, int], ...]


def as_text(rows: Rows) -> Document:
    lines = "\n".join(f"{label} {value if 1990 <= value <= 2099 else f'{value} 000'}" for label, value in rows)
    return of_text("x", f"Talous\n{lines}\n")


def as_grid(rows: Rows) -> Document:
    cells = ((label, Decimal(value)) for label, value in rows)
    return Document("x", (), (Grid(tuple(enumerate(cells, 1))),))


@pytest.mark.parametrize("write", [as_text, as_grid])
@pytest.mark.parametrize(
    "rows", [ONE_YEAR, SUBTOTALS, PARENTS, OF_WHICH, MIDDLE], ids=["year", "sub", "parent", "which", "middle"]
)
def test_what_is_part_of_another_row_is_not_added_twice(write: object, rows: Rows) -> None:
    assert callable(write)
    relations = check_document(write(rows)).relations
    assert relations
    assert all(each.status is Status.HOLDS for each in relations)


@pytest.mark.parametrize("write", [as_text, as_grid])
@pytest.mark.parametrize(
    "rows", [ONE_YEAR, SUBTOTALS, PARENTS, OF_WHICH, MIDDLE], ids=["year", "sub", "parent", "which", "middle"]
)
def test_a_wrong_total_is_an_error_still(write: object, rows: Rows) -> None:
    assert callable(write)
    wrong = (*rows[:-1], (rows[-1][0], 170))
    relations = check_document(write(wrong)).relations
    assert Severity.ERROR in {each.severity for each in relations}
