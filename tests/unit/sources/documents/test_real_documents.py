"""The five public documents: the contradictions of their sums are found, their clean sums are silent."""

from decimal import Decimal
from typing import Final

import pytest

from seutu.core.figures.relations import Kind, Relation, Severity, Status
from seutu.sources.documents import between_documents, check_file
from tests.shared_material import SHARED, needs_shared

pytestmark = needs_shared
ERRORS: Final = {
    "000": [],
    "001": [(Kind.SUM, Decimal(110000), Decimal(120000))],
    "002": [(Kind.SHARES_SUM, Decimal("105.0"), Decimal(100)), (Kind.SUM, Decimal(59955), Decimal(59953))],
    "003": [],
    "004": [],
}
WARNINGS: Final = {
    "000": [Kind.DATE_ORDER, Kind.REFERENCE],
    "001": [],
    "002": [Kind.CEILING, Kind.DATE_ORDER, Kind.DATE_ORDER, Kind.NAME_VARIANTS, Kind.NAME_VARIANTS],
    "003": [Kind.LABEL, Kind.CEILING, Kind.COUNT],
    "004": [],
}


def relations(number: str) -> tuple[Relation, ...]:
    (path,) = (SHARED / "source-documents").glob(f"{number}_*.txt")
    return check_file(path).relations


@pytest.mark.parametrize("number", ERRORS)
def test_what_does_not_add_up_is_found_and_nothing_else(number: str) -> None:
    told = [each for each in relations(number) if each.severity is Severity.ERROR]
    assert [(each.kind, each.computed, each.stated) for each in told] == ERRORS[number]
    warned = [each.kind for each in relations(number) if each.severity is Severity.WARNING]
    assert warned == WARNINGS[number]


def test_the_shares_of_a_part_project_fit_another_total() -> None:
    (wrong,) = [each for each in relations("002") if each.kind is Kind.SUM and each.status is Status.FAILS]
    assert "Ilmoitetut osuudet sopivat summaan 59 955 €." in wrong.message.fi.replace("\xa0", " ")
    (shares,) = [each for each in relations("002") if each.kind is Kind.SHARES_SUM]
    assert "13,9 % luvun 18,9 % tilalla täsmäisi." in shares.message.fi.replace("\xa0", " ")


def test_what_holds_only_after_rounding_is_no_finding() -> None:
    rounded = [each for number in ERRORS for each in relations(number) if each.status is Status.HOLDS_ROUNDED]
    assert len(rounded) >= 8
    assert all(each.severity is Severity.NONE for each in rounded)


def test_what_needs_no_mending_is_a_note() -> None:
    noted = {number: [each.kind for each in relations(number) if each.severity is Severity.NOTE] for number in ERRORS}
    assert noted == {
        "000": [Kind.DATE_ORDER, Kind.COUNT],
        "001": [Kind.NAME_VARIANTS],
        "002": [],
        "003": [Kind.EQUAL, Kind.LABEL],
        "004": [Kind.SUM],
    }


def test_two_counts_of_the_regional_towns_stand_side_by_side() -> None:
    checked = [check_file(path) for path in sorted((SHARED / "source-documents").glob("*.txt"))]
    (between,) = between_documents(checked)
    assert between.severity is Severity.NOTE
    assert {(str(term.place.document)[:3], term.number, term.qualifier.value) for term in between.terms} == {
        ("001", Decimal(56), "about"),
        ("003", Decimal(50), "about"),
        ("003", Decimal(55), "exact"),
    }
