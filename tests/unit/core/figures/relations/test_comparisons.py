"""Equal figures, ceilings and dates: what surely fails, what may hold, and what it says."""

from datetime import date
from decimal import Decimal

import pytest

from seutu.core.figures import Qualifier
from seutu.core.figures.relations import Severity, Status, Term, check_ceiling, check_date_order, check_equal, summary
from seutu.core.text import Text


def euros(value: str | None, qualifier: Qualifier = Qualifier.EXACT) -> Term:
    return Term(Text.same("luku"), None if value is None else Decimal(value), "EUR", qualifier)


@pytest.mark.parametrize(
    ("first", "second", "status", "severity"),
    [
        (euros("440920"), euros("440920.00"), Status.HOLDS, Severity.NONE),
        (euros("59955"), euros("59953"), Status.FAILS, Severity.ERROR),
        (euros("55"), euros("56", Qualifier.ABOUT), Status.FAILS, Severity.WARNING),
        (euros("178000"), euros("180000", Qualifier.UNDER), Status.NOT_CHECKABLE, Severity.NONE),
        (euros("181000"), euros("180000", Qualifier.UNDER), Status.FAILS, Severity.WARNING),
        (euros(None), euros("1"), Status.NOT_CHECKABLE, Severity.NONE),
    ],
)
def test_two_places_that_state_one_figure(first: Term, second: Term, status: Status, severity: Severity) -> None:
    checked = check_equal(Text.same("Kokonaiskustannus"), first, second)
    assert (checked.status, checked.severity) == (status, severity)


@pytest.mark.parametrize(
    ("amount", "limit", "status"),
    [
        (euros("2991"), euros("2991"), Status.HOLDS),
        (euros("21171"), euros("2991"), Status.FAILS),
        (euros("4020000", Qualifier.ABOUT), euros("3000000"), Status.FAILS),
        (euros("180000", Qualifier.UNDER), euros("200000"), Status.HOLDS),
        (euros("180000", Qualifier.OVER), euros("200000"), Status.NOT_CHECKABLE),
        (euros("3010000", Qualifier.ABOUT), euros("3000000"), Status.FAILS),
        (euros("3000100", Qualifier.UNDER), euros("3000000"), Status.NOT_CHECKABLE),
    ],
)
def test_a_ceiling(amount: Term, limit: Term, status: Status) -> None:
    checked = check_ceiling(Text.same("Yläraja"), amount, limit)
    assert checked.status is status
    assert checked.severity is (Severity.WARNING if status is Status.FAILS else checked.severity)


def test_an_exceeded_ceiling_names_what_it_was_assumed_from() -> None:
    assumed = Text(fi="Oletus: 867/2021 4 §.", sv="Antagande: 867/2021 4 §.", en="Assumed: 867/2021 4 §.")
    message = check_ceiling(Text.same("Tuki"), euros("85"), euros("80"), assumed=assumed).message
    assert message.fi.replace("\xa0", " ") == "Tuki: 85 € ylittää ylärajan 80 €. Ylitys on 5 €. Oletus: 867/2021 4 §."
    assert "867" not in check_ceiling(Text.same("Tuki"), euros("80"), euros("80"), assumed=assumed).message.fi


def test_dates_in_the_wrong_order_name_both() -> None:
    start, decided = (
        Term(Text.same("hanke alkaa"), date(2017, 4, 1)),
        Term(Text.same("rahoituspäätös"), date(2017, 5, 29)),
    )
    failed = check_date_order(Text.same("Päätös ennen alkua"), decided, start)
    assert (failed.status, failed.severity) == (Status.FAILS, Severity.WARNING)
    assert "rahoituspäätös (29.5.2017) on myöhemmin kuin hanke alkaa (1.4.2017)" in failed.message.fi
    assert check_date_order(Text.same("x"), start, decided).status is Status.HOLDS
    assert check_date_order(Text.same("x"), start, start).status is Status.HOLDS
    assert check_date_order(Text.same("x"), start, Term(Text.same("puuttuu"), None)).status is Status.NOT_CHECKABLE


def test_the_form_of_the_contract() -> None:
    failed = check_equal(Text.same("Yhteensä"), euros("59955.00"), euros("59953"))
    told = failed.as_dict()
    assert (told["kind"], told["stated"], told["computed"], told["difference"]) == ("equal", "59953", "59955", "-2")
    assert told["rounding_modes"] == []
    assert summary([failed]) == {
        "holds": 0, "holds_rounded": 0, "fails": 1, "not_checkable": 0, "error": 1, "warning": 0, "note": 0,
    }  # fmt: skip


def test_two_sides_are_named_in_what_is_said() -> None:
    sides = (Text.same("kustannukset"), Text.same("rahoitus"))
    label = Text.same("Kustannukset ja rahoitus")
    failed = check_equal(label, euros("59955"), euros("59953"), sides=sides).message.fi.replace("\u00a0", " ")
    assert failed == "Kustannukset ja rahoitus: kustannukset 59 955 €, rahoitus 59 953 €. Ero on 2 €."
    held = check_equal(label, euros("59955"), euros("59955"), sides=sides).message.fi.replace("\u00a0", " ")
    assert held == "Kustannukset ja rahoitus: kustannukset 59 955 € ja rahoitus 59 955 € täsmäävät."
