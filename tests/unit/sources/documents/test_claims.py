"""What documents claim by words: order of dates, names, references, ceilings, labels. Each claim right and wrong."""

from typing import Final

import pytest

from seutu.core.figures.relations import Kind, Relation, Severity, Status
from seutu.core.funding.documents import DocumentKind
from seutu.sources.documents.checking import check_document
from seutu.sources.documents.lines import of_text
from tests.unit.sources.documents.texts import (
    APPLICATION,
    COMMITMENT,
    DECISION,
    NUMBERS,
    PACKAGES,
    PROPOSAL,
    RANGE,
    USE,
)

RIGHT = {"decided": "2.2.2026", "name": "SataKasvu", "besides": "2.500"}
LISTED = {"survey": "1", "meeting": "15.3.2026"}
LABELLED = {"lone": "5 työpajaa", "second": "12 kaupunkia", "third": "8 vierailua", "last": "~200 k€"}


def warned(text: str) -> list[Relation]:
    relations = check_document(of_text("asiakirja", text)).relations
    assert not [each for each in relations if each.severity is Severity.ERROR]
    return [each for each in relations if each.severity is Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [COMMITMENT.format(**RIGHT), PACKAGES.format(**LISTED), NUMBERS.format(**LABELLED)],
    ids=["commitment", "packages", "numbers"],
)
def test_right_claims_are_silent(text: str) -> None:
    assert not warned(text)


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (
            COMMITMENT.format(**RIGHT | {"decided": "5.4.2026"}),
            Kind.DATE_ORDER,
            "rahoituspäätös (5.4.2026) on myöhemmin",
        ),
        (COMMITMENT.format(**RIGHT | {"name": "Satakasvu"}), Kind.NAME_VARIANTS, "2 tavalla"),
        (COMMITMENT.format(**RIGHT | {"name": "SataKasva"}), Kind.NAME_VARIANTS, "SataKasva, SataKasvu"),
        (COMMITMENT.format(**RIGHT | {"besides": "5.200"}), Kind.CEILING, "6 700 € ylittää ylärajan enintään 6 000 €"),
        (PACKAGES.format(**LISTED | {"survey": "2"}), Kind.REFERENCE, "viittaa tulokseen 2 (kysyntäselvitys"),
        (PACKAGES.format(**LISTED | {"meeting": "15.4.2026"}), Kind.DATE_ORDER, "Kokous (15.4.2026) on myöhemmin"),
        (
            NUMBERS.format(**LABELLED | {"lone": "5", "second": "12", "third": "8"}),
            Kind.LABEL,
            "Luvuilta 5, 12, 8 puuttuu",
        ),
        (
            NUMBERS.format(**LABELLED | {"last": "~900 k€"}),
            Kind.CEILING,
            "noin 1 650 000 € ylittää ylärajan 1 000 000 €",
        ),
    ],
)
def test_a_wrong_claim_is_a_warning_that_asks(text: str, kind: Kind, said: str) -> None:
    (found,) = warned(text)
    assert found.kind is kind
    assert said in found.message.fi.replace("\xa0", " ")
    assert all(term.place.line for term in found.terms if term.origin.value == "stated")


def test_numbers_of_pages_have_not_lost_their_labels() -> None:
    assert not warned("Johdanto\n1\nTausta\n2\nTavoitteet\n3\nTulokset\n4\n")


def test_a_name_at_the_end_of_a_line_is_no_spelling_of_its_own() -> None:
    assert not warned("SataKasvu auttaa yrityksiä. Mukana on Sata-\nKasvu ja sen kumppanit.\n")


def test_a_reference_without_words_is_not_judged() -> None:
    relations = check_document(
        of_text("x", PACKAGES.format(**LISTED).replace(": kokeiluraportti ja palvelukuvaukset", ""))
    ).relations
    assert len([each for each in relations if each.kind is Kind.REFERENCE]) == 1
    assert all(each.status is Status.HOLDS for each in relations if each.kind is Kind.REFERENCE)


def test_the_rest_of_an_appropriation_is_derived_and_said_to_be() -> None:
    checked = check_document(of_text("x", USE.format(used="vajaa 140 000")))
    relations = checked.relations
    ceiling, rest = relations
    assert (ceiling.kind, ceiling.status) == (Kind.CEILING, Status.HOLDS)
    assert (rest.status, rest.severity) == (Status.NOT_CHECKABLE, Severity.NOTE)
    assert "Loppuosa on laskettuna alle 25 000 €" in rest.message.fi.replace("\xa0", " ")
    assert [term.origin.value for term in rest.terms] == ["stated", "stated", "derived", "stated"]
    told = [amount for amount in checked.as_dict()["amounts"] if amount["value"] == "140000"]
    assert [amount["qualifier"] for amount in told] == ["under"]


def test_more_used_than_there_was_is_a_warning() -> None:
    (found,) = warned(USE.format(used="yli 160 000"))
    assert found.kind is Kind.CEILING


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PROPOSAL, DocumentKind.EURA_2021),
        (DECISION, DocumentKind.MUNICIPAL_DECISION),
        ("Kehittämishankehakemus: Kasvua seudulle\n\nTausta\n", DocumentKind.APPLICATION),
        ("Kasvuohjelman seurantaraportti 2026\n", DocumentKind.REPORT),
        (APPLICATION, DocumentKind.UNKNOWN),
        ("", DocumentKind.UNKNOWN),
    ],
)
def test_a_document_is_known_by_how_it_begins(text: str, kind: DocumentKind) -> None:
    assert check_document(of_text("x", text)).kind is kind


def test_every_amount_of_a_document_is_listed_once_with_its_line() -> None:
    amounts = check_document(of_text("x", DECISION)).amounts
    assert len(amounts) == len({(term.place.line, term.value) for term in amounts}) == 10
    about = next(term for term in amounts if term.number == 412_500)
    assert (about.qualifier.value, about.place.text) == ("about", "noin 412.500 euroa")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("viidestä yli kahteenkymmeneen kuntaa", "Tekstin mukaan määrä on 5 – yli 20 (kuntaa)"),
        ("viidesta  yli kahteenkymmeneen kuntaa", "5 – yli 20"),
        ("5–25 kuntaa", "5 – 25"),
        ("kolmesta kahteenkymmeneen kuntaa", "on myös 24"),
    ],
)
def test_a_number_outside_the_range_that_the_text_claims_is_asked_about(claim: str, said: str) -> None:
    (found,) = warned(RANGE.format(claim=claim, least="4" if "kolmesta" in claim else "2"))
    assert found.kind is Kind.COUNT
    assert said in found.message.fi


def test_numbers_within_the_range_are_silent() -> None:
    assert not warned(RANGE.format(claim="kahdesta yli kahteenkymmeneen kuntaa", least="2"))
    assert not warned(RANGE.format(claim="kahdesta yli kahteenkymmeneen yritystä", least="1"))


@pytest.mark.parametrize(
    ("said", "headings", "status", "severity"),
    [
        (
            "jaettu kolmeen työpakettiin",
            ("Työpaketti 1 Alku", "Työpaketti 2 Työ", "Työpaketti 3 Loppu"),
            Status.HOLDS,
            Severity.NONE,
        ),
        ("jaettu 3 työpakettiin", ("Työpaketti 1 Alku", "Työpaketti 2: Työ"), Status.FAILS, Severity.WARNING),
        ("jaetaan neljään vaiheeseen", ("*Vaihe 1: Tutki*", "*Vaihe 2: Toimita*"), Status.FAILS, Severity.NOTE),
    ],
)
def test_as_many_headings_as_the_text_says(
    said: str, headings: tuple[str, ...], status: Status, severity: Severity
) -> None:
    text = f"Hankkeen toimenpiteet on {said}.\n\n" + "\n\nTehdään.\n\n".join(headings) + "\n"
    (found,) = [each for each in check_document(of_text("x", text)).relations if each.kind is Kind.COUNT]
    assert (found.status, found.severity) == (status, severity)


def test_a_number_of_parts_without_headings_is_not_judged() -> None:
    assert not check_document(of_text("x", "Työ jaetaan neljään vaiheeseen.\n")).relations


def test_percentages_of_rules_and_results_are_no_plan_of_funding() -> None:
    rules = "Rahoituksen enimmäismäärä on 80 % kehittämishankkeessa, 70 % investoinnissa ja 60 % yrityksen hankkeessa."
    results = "Rahoitusta saaneista 90 % oli mikroyrityksiä, 47 % kasvoi ja 12 % vei tuotteitaan ulkomaille."
    assert not check_document(of_text("x", f"{rules}\n\n{results}\n")).relations


COUNTS = """
Verkostoon kuuluu 4 kuntaa kolmesta maakunnasta: Iisalmi (vetäjä), Raahe, Rauma ja Uusikaupunki.

Henkilöstöä on yhteensä 2,5htv, joista vetäjällä 1,0htv ja muilla 1,5htv.

Hankkeessa perustetaan kolme ryhmää (20+20+15 yritystä). Mukaan tulee 55 yritystä.
"""


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        ("4 kuntaa", "5 kuntaa", Kind.COUNT),
        ("Raahe, Rauma", "Raahe", Kind.COUNT),
        ("1,5htv", "1,8htv", Kind.SUM),
        ("20+20+15", "20+25+15", Kind.SUM),
        ("55 yritystä", "65 yritystä", Kind.SUM),
    ],
)
def test_what_a_text_counts_out_is_proved(right: str, wrong: str, kind: Kind) -> None:
    silent = check_document(of_text("x", COUNTS)).relations
    assert [each.status for each in silent] == [Status.HOLDS] * 3
    changed = check_document(of_text("x", COUNTS.replace(right, wrong))).relations
    assert [each.kind for each in changed if each.status is Status.FAILS] == [kind]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Mukana oli yhteensä 55 yritystä (20+20+15 yritystä). Tavoite oli 50 yritystä.\n", "20+15+15"),
        ("Sammanlagt 48 företag deltog (12+20+16 företag). Målet var 40 företag.\n", "12+12+16"),
        ("In all 74 companies took part (24+31+19 companies). The target was 70 companies.\n", "20+31+19"),
    ],
)
def test_the_total_of_its_own_sentence_goes_before_a_number_that_happens_to_fit(text: str, wrong: str) -> None:
    (right,) = check_document(of_text("x", text)).relations
    assert right.status is Status.HOLDS
    at = text.index("(") + 1
    (told,) = check_document(of_text("x", text[:at] + wrong + text[at + len(wrong) :])).relations
    assert told.status is Status.FAILS


def test_a_list_of_things_to_do_is_no_list_of_names() -> None:
    text = "Hankkeessa on 3 toimenpidettä: kartoitus, kokeilut ja viestintä, joita tekevät kaikki.\n"
    assert not check_document(of_text("x", text)).relations


FORM: Final = "Hyväksytyt kustannukset yhteensä: 100 000 €\nHaettu avustus: 75 000 €\n{share}: 25 %\n"


@pytest.mark.parametrize("share", ["Omarahoitusosuus", "Kunnan rahoitusosuus", "Muu rahoitusosuus"])
def test_a_share_of_others_is_not_the_rate_of_the_aid(share: str) -> None:
    assert warned(FORM.format(share=share)) == []


def test_a_rate_of_the_aid_that_does_not_fit_is_found() -> None:
    relations = check_document(of_text("x", FORM.format(share="Avustusprosentti"))).relations
    assert [each.status for each in relations if each.severity is Severity.ERROR] == [Status.FAILS]
