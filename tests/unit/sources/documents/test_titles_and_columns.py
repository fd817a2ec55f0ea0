"""What stands around a table: titles that read as rows, names of columns, thousands as English writes them."""

from decimal import Decimal
from pathlib import Path

import docx
import pytest

from seutu.core.figures.relations import Kind, Relation, Severity, Status
from seutu.core.figures.units import EUR, PERSON_MONTH, PERSON_YEAR
from seutu.sources.documents import check_file
from seutu.sources.documents.checking import check_document
from seutu.sources.documents.lines import of_text

ROWS = "Palkat 60 000\nOstopalvelut 25 000\nYhteensä {total}"
ENGLISH = "The costs of the project and the funding of it are below, with the shares of the funders."
COMMITMENT = (
    "Hankkeen kustannukset ovat 50 000 euroa, josta 10 400 euroa on kaupungin omarahoitusta. Omarahoitus maksetaan "
    "kehittämisen 60 000 euron määrärahasta. Kaupunki osallistuu hankkeeseen enintään {cap} eurolla."
)


def told(text: str) -> list[tuple[Kind, Severity]]:
    return [
        (each.kind, each.severity)
        for each in check_document(of_text("a", text)).relations
        if each.severity.value != "none"
    ]


def word(folder: Path, rows: list[list[str]], text: str = "Kustannusarvio") -> list[Relation]:
    document = docx.Document()
    document.add_paragraph(text)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(at, column).text = cell
    document.save(str(folder / "a.docx"))
    return list(check_file(folder / "a.docx").relations)


@pytest.mark.parametrize(
    "title",
    [
        "Liite 2",
        "Liite 2\nKustannusarvio 2026",
        "Taulukko 3\nBudjetti 2027",
        "Hankkeen kustannusarvio 1",
        "Sivu 3 / 12",
    ],
)
def test_a_title_is_no_row_of_the_table_below_it(title: str) -> None:
    assert told(f"{title}\n{ROWS.format(total='85 000')}") == []
    assert told(f"{title}\n{ROWS.format(total='86 000')}") == [(Kind.SUM, Severity.ERROR)]


def test_a_number_of_a_page_between_rows_is_no_row() -> None:
    assert told("Kustannusarvio\nPalkat 60 000\nSivu 2\nOstopalvelut 25 000\nYhteensä 85 000") == []


@pytest.mark.parametrize(("cap", "found"), [("11 000", []), ("10 000", [(Kind.CEILING, Severity.WARNING)])])
def test_an_appropriation_is_not_the_own_contribution(cap: str, found: list[tuple[Kind, Severity]]) -> None:
    assert told(COMMITMENT.format(cap=cap)) == found


def test_a_column_of_work_is_not_money(tmp_path: Path) -> None:
    rows = [["Työpaketti", "Htkk", "Htv", "Ostopalvelut €"], ["Tilanne", "12", "1", "15 000"]]
    relations = word(tmp_path, [*rows, ["Kokeilut", "24", "2", "20 000"], ["Yhteensä", "36", "3", "35 000"]])
    sums = [each for each in relations if each.kind is Kind.SUM]
    assert [each.terms[0].unit for each in sums] == [PERSON_MONTH, PERSON_YEAR, EUR]


def test_an_english_table_parts_thousands_with_commas(tmp_path: Path) -> None:
    rows = [["Costs EUR", "2026", "Total"], ["Staff", "58,200", "158,200.50"], ["Travel", "250", "800"]]
    relations = word(tmp_path, [*rows, ["Total costs", "58,450", "159,000.50"]], ENGLISH)
    assert [(each.stated, each.status) for each in relations] == [
        (Decimal(58450), Status.HOLDS),
        (Decimal("159000.50"), Status.HOLDS),
    ]
    table = "Staff 58,200\nTravel 1,250\nTotal costs 59,450"
    assert told(f"{ENGLISH}\n{table}") == []
    assert told(f"{ENGLISH}\n{table.replace('59,450', '59,540')}") == [(Kind.SUM, Severity.ERROR)]


def test_a_comma_in_another_language_stays_a_decimal_mark(tmp_path: Path) -> None:
    rows = [["Kulu", "2026", "Yhteensä"], ["Palkat", "58,25", "158,25"], ["Matkat", "1,75", "1,75"]]
    relations = word(tmp_path, [*rows, ["Kulut yhteensä", "60,00", "160,00"]])
    assert [each.stated for each in relations] == [Decimal(60), Decimal(160)]


def test_a_wrong_grand_total_is_told_once(tmp_path: Path) -> None:
    rows = [["Kulu", "2026", "2027", "Yhteensä"], ["Palkat", "100", "200", "300"], ["Matkat", "40", "50", "90"]]
    relations = word(tmp_path, [*rows, ["Kulut yhteensä", "140", "250", "930"]])
    wrong = [each for each in relations if each.status is Status.FAILS]
    assert [(each.stated, each.computed) for each in wrong] == [(Decimal(930), Decimal(390))]
    assert "390 € luvun 930 € tilalla" in wrong[0].message.fi.replace("\xa0", " ")


def test_costs_and_funding_are_compared_where_another_table_is_of_costs_too() -> None:
    packages = "Työpakettien ostopalvelut\nNykytila 15 000\nKokeilut 28 000\nYhteensä 43 000\n\n"
    costs = "Palkat 60 000\nMuut kulut 24 000\nKustannukset yhteensä 84 000\n\n"
    funding = "EU 60 000\nKunnat {own}\nRahoitus yhteensä {total}\n"
    assert told(packages + costs + funding.format(own="24 000", total="84 000")) == []
    assert told(packages + costs + funding.format(own="23 000", total="83 000")) == [(Kind.EQUAL, Severity.ERROR)]


def test_work_is_divided_with_or_without_its_unit_and_a_date_is_no_part() -> None:
    said = "Henkilöstöä on yhteensä 2,5 htv, joista 1,0 hakijalla ja {other} kumppaneilla ajalla 1.1.–31.12."
    assert told(said.format(other="1,5")) == []
    assert told(said.format(other="1,6")) == [(Kind.SUM, Severity.ERROR)]


def test_running_text_in_a_csv_is_checked_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"Kustannusarvio\n{ROWS.format(total='86 000')}\n", encoding="utf-8")
    assert [each.severity for each in check_file(tmp_path / "a.csv").relations] == [Severity.ERROR]


@pytest.mark.parametrize(("number", "found"), [("55", []), ("52", [(Kind.EQUAL, Severity.NOTE)])])
def test_two_counts_of_a_whole_in_one_document_are_a_note(number: str, found: list[tuple[Kind, Severity]]) -> None:
    assert told(f"Kyliä on Suomessa 55. Selvitys koskee kaikkia kyliä ({number}).") == found


@pytest.mark.parametrize(
    "days", [("30.6.2026", "31.12.2026"), ("2026-06-30", "2026-12-31"), ("1.1.2026–30.6.2026", "")]
)
def test_the_day_of_a_row_is_one_of_its_words(days: tuple[str, str]) -> None:
    table = f"Maksuerät\n1. erä {days[0]} 40 000 €\n2. erä {days[1]} 37 000 €\nYhteensä {{total}} €"
    assert told(table.format(total="77 000")) == []
    assert told(table.format(total="79 000")) == [(Kind.SUM, Severity.ERROR)]


@pytest.mark.parametrize(
    ("amount", "found"), [("9 000", []), ("9 900", [(Kind.SHARE_OF, Severity.ERROR), (Kind.SUM, Severity.ERROR)])]
)
def test_shares_that_stand_before_their_amounts_are_of_the_whole(
    amount: str, found: list[tuple[Kind, Severity]]
) -> None:
    costs = "Hankkeen kokonaiskustannukset ovat 40 000 euroa. "
    funding = (
        f"Haettava tuki on 75 % eli 30 000 euroa, kuntien 22,5 % eli {amount} euroa ja muiden 2,5 % eli 1 000 euroa."
    )
    assert told(costs + funding) == found
    part = "Haettava tuki on 75 % eli 30 000 euroa, josta maakunnan rahaa 50 % eli 15 000 euroa."
    assert told(costs + part) == []
