"""A relation written as the line of figures that proves it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from seutu.core.figures import Qualifier
from seutu.core.figures.relations import (
    Kind,
    Relation,
    Severity,
    Status,
    Term,
    check_ceiling,
    check_date_order,
    check_equal,
    check_percentage,
    check_share_of,
    check_shares_sum,
    check_sum,
)
from seutu.core.figures.relations.equations import equation
from seutu.core.text import Text

LABEL = Text.same("Summa")


def term(value: str | None, unit: str = "EUR", qualifier: Qualifier = Qualifier.EXACT) -> Term:
    return Term(LABEL, None if value is None else Decimal(value), unit, qualifier)


def total(*parts: str | None, stated: str) -> Relation:
    return check_sum(LABEL, [term(part) for part in parts], term(stated))


CASES: list[tuple[Callable[[], Relation], str]] = [
    (lambda: total("314943", "125977", stated="440920"), "314 943 + 125 977 = 440 920 €"),
    (
        lambda: total("44966", "2998", "2991", "9000", stated="59953"),
        "44 966 + 2 998 + 2 991 + 9 000 = 59 955 € ≠ 59 953 €",
    ),
    (lambda: total("5", None, stated="7"), "5 + (tyhjä) = 5 € ≟ 7 €"),
    (lambda: total("0.5", "0.25", stated="0.75"), "0,5 + 0,25 = 0,75 €"),
    (
        lambda: check_sum(LABEL, [term("5", qualifier=Qualifier.ABOUT), term("6")], term("11")),
        "noin 5 + 6 = 11 €",
    ),
    (
        lambda: check_share_of(LABEL, term("314943"), term("40", "%"), term("125977")),
        "40 % × 314 943 € = 125 977,20 € ≈ 125 977 €",
    ),
    (
        lambda: check_percentage(LABEL, term("85184"), term("440920"), term("19.32", "%")),
        "85 184 € / 440 920 € = 19,319604 % ≈ 19,32 %",
    ),
    (
        lambda: check_percentage(LABEL, term("352736"), term("440920"), term("80.00", "%")),
        "352 736 € / 440 920 € = 80,00 %",
    ),
    (lambda: check_percentage(LABEL, term("1"), term("0"), term("5", "%")), "1 € / 0 € ≟ 5 %"),
    (
        lambda: check_shares_sum(LABEL, [term(share, "%") for share in ("80", "18.9", "0.6", "5.5")]),
        "80 + 18,9 + 0,6 + 5,5 = 105,0 % ≠ 100 %",
    ),
    (
        lambda: check_shares_sum(LABEL, [term("33.33", "%")] * 3),
        "33,33 + 33,33 + 33,33 = 99,99 % ≈ 100 %",
    ),
    (lambda: check_shares_sum(LABEL, [term("60", "%"), term("40", "%")], term("100", "%")), "60 + 40 = 100 %"),
    (lambda: check_shares_sum(LABEL, [term("100", "%")]), "100 = 100 %"),
    (lambda: check_shares_sum(LABEL, [term("0", "%"), term("100", "%")]), "0 + 100 = 100 %"),
    (lambda: check_shares_sum(LABEL, [term("60", "%"), term("40", "%")], term("97", "%")), "60 + 40 = 100 % ≠ 97 %"),
    (lambda: check_equal(LABEL, term("5"), term("6")), "5 € ≠ 6 €"),
    (lambda: check_equal(LABEL, term("5"), term(None)), "5 € ≟ (tyhjä)"),
    (lambda: check_ceiling(LABEL, term("5"), term("6")), "5 € ≤ 6 €"),
    (lambda: check_ceiling(LABEL, term("7"), term("6")), "7 € > 6 €"),
    (
        lambda: check_date_order(LABEL, Term(LABEL, date(2026, 6, 1)), Term(LABEL, date(2025, 5, 31))),
        "1.6.2026 > 31.5.2025",
    ),
]


@pytest.mark.parametrize(("relation", "written"), CASES, ids=[written for _, written in CASES])
def test_a_relation_is_written_with_what_it_comes_to(relation: Callable[[], Relation], written: str) -> None:
    assert equation(relation(), "fi").replace("\u00a0", " ") == written


def test_an_equation_has_the_form_of_the_language() -> None:
    shares = check_shares_sum(LABEL, [term("80.50", "%"), term("19.50", "%")])
    assert equation(shares, "en").replace("\u00a0", " ") == "80.50 + 19.50 = 100%"
    assert equation(total("5", None, stated="5"), "sv").replace("\u00a0", " ") == "5 + (tom) = 5 €"


def test_what_is_no_arithmetic_has_no_equation() -> None:
    names = Relation(Kind.NAME_VARIANTS, LABEL, (), Status.FAILS, Severity.WARNING, LABEL)
    assert equation(names, "fi") == ""
