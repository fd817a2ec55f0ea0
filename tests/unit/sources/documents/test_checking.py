"""What documents claim is proved: right ones are silent, every wrong figure is found, other words change nothing."""

import random
import re
from collections.abc import Iterator

import pytest

from seutu.core.figures.relations import Kind, Relation, Severity, Status
from seutu.sources.documents.checking import check_document
from seutu.sources.documents.lines import of_text
from tests.unit.sources.documents.texts import ALL, APPLICATION, DECISION, PROPOSAL


def relations(text: str) -> tuple[Relation, ...]:
    return check_document(of_text("asiakirja.txt", text)).relations


def found(text: str) -> list[tuple[Kind, Severity]]:
    return [
        (each.kind, each.severity) for each in relations(text) if each.severity in {Severity.ERROR, Severity.WARNING}
    ]


@pytest.mark.parametrize(("text", "least"), [(PROPOSAL, 12), (DECISION, 6), (APPLICATION, 11)], ids=ALL)
def test_a_right_document_is_silent(text: str, least: int) -> None:
    assert not found(text)
    assert len([each for each in relations(text) if each.status is not Status.NOT_CHECKABLE]) >= least


@pytest.mark.parametrize(
    ("text", "right", "wrong", "kinds"),
    [
        (PROPOSAL, "88 542 88 542", "88 542 88 452", {Kind.SUM, Kind.SHARE_OF}),
        (PROPOSAL, "51 980 51 980", "59 180 51 980", {Kind.SUM}),
        (PROPOSAL, "80,00", "82,00", {Kind.PERCENTAGE, Kind.SHARES_SUM}),
        (DECISION, "22,5 %, ammattikorkeakoulun", "27,5 %, ammattikorkeakoulun", {Kind.SHARES_SUM}),
        (DECISION, "34.104", "34.140", {Kind.SUM, Kind.PERCENTAGE}),
        (DECISION, "20.300", "23.000", {Kind.SUM}),
        (APPLICATION, "30 500€", "35 000€", {Kind.SUM}),
        (APPLICATION, "81600", "86100", {Kind.SUM}),
        (APPLICATION, "46 805€", "48 605€", {Kind.SHARE_OF, Kind.SUM}),
    ],
)
def test_a_wrong_figure_is_an_error(text: str, right: str, wrong: str, kinds: set[Kind]) -> None:
    assert right in text
    told = found(text.replace(right, wrong, 1))
    assert {kind for kind, _ in told} <= kinds
    assert Severity.ERROR in {severity for _, severity in told}


def _mutated(text: str) -> Iterator[str]:
    """Yield copies with one digit of one amount changed so that it is another amount of money."""
    dice = random.Random(0)
    for match in re.finditer(r"\d{2,3}[ .]\d{3}(?=\s*(?:€|euroa| \d|\n))", text):
        at = match.start() + dice.choice([0, 1])
        digit = str((int(text[at]) + dice.randint(1, 8)) % 9 + 1)
        if text[at].isdigit() and digit != text[at]:
            yield text[:at] + digit + text[at + 1 :]


@pytest.mark.parametrize("text", [PROPOSAL, DECISION, APPLICATION], ids=ALL)
def test_a_changed_digit_of_an_amount_is_found(text: str) -> None:
    copies = [copy for copy in _mutated(text) if "noin" not in _changed_line(text, copy)]
    assert copies
    for copy in copies:
        if "Lisäksi" not in _changed_line(text, copy):
            assert found(copy), _changed_line(text, copy)


def _changed_line(text: str, copy: str) -> str:
    return next(new for old, new in zip(text.splitlines(), copy.splitlines(), strict=True) if old != new)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (PROPOSAL, "1 Palkkakustannukset", "1 Palkat ja palkkiot"),
        (PROPOSAL, "Hakemusnumero: 999001", "Hakemusnumero: 999123"),
        (DECISION, "Kaupungin osahankkeen", "Kunnan oman osuuden"),
        (DECISION, "48.720 euroa", "48 720 €"),
        (APPLICATION, "Kootaan tiedot.", "Kootaan tiedot kaikista kunnista."),
        (APPLICATION, "234 024€", "234.024 euroa"),
    ],
)
def test_other_words_change_nothing(text: str, old: str, new: str) -> None:
    assert old in text
    assert not found(text.replace(old, new))
    assert len(relations(text.replace(old, new))) == len(relations(text))


def test_a_blank_line_after_every_line_changes_nothing() -> None:
    spaced = "\n\n".join(line for line in APPLICATION.splitlines() if line.strip())
    assert len(relations(spaced)) == len(relations(APPLICATION))


def test_a_row_that_was_cut_is_said_and_not_guessed() -> None:
    cut = PROPOSAL.replace(
        "1 Haettava EU- ja valtion rahoitus 247 916 247 916 80,00", "1 Haettava EU- ja valtion rahoitus 247 9"
    )
    told = [each for each in relations(cut) if each.status is Status.NOT_CHECKABLE]
    assert told
    assert all(each.severity is not Severity.ERROR for each in told)


def test_every_figure_keeps_its_line() -> None:
    failed = next(each for each in relations(DECISION.replace("20.300", "23.000")) if each.status is Status.FAILS)
    lines = DECISION.splitlines()
    for term in failed.terms:
        assert term.place.line is not None
        assert str(term.place.text).split()[0].replace("23.000", "20.300") in lines[term.place.line - 1]


def test_the_total_of_a_sentence_is_that_of_the_table() -> None:
    budget = "Palkat 40 000\nOstot 25 000\nYhteensä 65 000\n\nHankkeen kokonaisbudjetti on {total} euroa.\n"
    assert not found(budget.format(total="65 000"))
    assert found(budget.format(total="56 000")) == [(Kind.EQUAL, Severity.WARNING)]
    assert not found(budget.format(total="noin 65 000"))


def test_a_table_that_is_not_of_money_has_no_euros() -> None:
    (visits,) = relations("Kävijät\nSyksy 120\nKevät 80\nYhteensä 200\n")
    assert (visits.status, {term.unit for term in visits.terms}) == (Status.HOLDS, {""})
    (costs,) = relations("Palkat 120\nOstot 80\nYhteensä 200\n")
    assert {term.unit for term in costs.terms} == {"EUR"}
