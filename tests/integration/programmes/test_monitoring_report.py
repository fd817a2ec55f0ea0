"""The yearly report: its figures from live data, its files opened again, and kept versions that never change."""

import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import docx
import openpyxl
import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.monitoring_operations import keep_report, kept_report, kept_reports
from seutu.apps.funding.monitoring_queries import monitoring_report
from seutu.apps.records.operations import change_record, trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.snapshots import is_unchanged
from seutu.core.figures import Amount, Origin, Qualifier
from seutu.core.programmes.monitoring import Words
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as
from tests.integration.programmes.city_programme import CONTINUING, DAY, NEW, PREPARED, City, make_city

pytestmark = pytest.mark.django_db
CHAPTERS = {
    "fi": (
        "1. Kokonaistilanne ja keskeiset tulokset vuonna 2023",
        "2. Kustannukset, rahoitus ja resurssit",
        "3. Toiminta vuonna 2024",
    ),
    "sv": (
        "1. Helhetsläge och centrala resultat år 2023",
        "2. Kostnader, finansiering och resurser",
        "3. Verksamheten år 2024",
    ),
    "en": ("1. State and main results in 2023", "2. Costs, funding and resources", "3. What comes in 2024"),
}
WORDS = Words("Pilotit etenivät.", "Rahat riittivät <b>hyvin</b>.", "Toimialat mukaan.")


@pytest.fixture
def place() -> Workspace:
    return make_workspace("Kaupunki")


@pytest.fixture
def city(place: Workspace) -> Iterator[City]:
    with in_scope(place):
        yield make_city()


def euros(value: int, qualifier: Qualifier, origin: Origin = Origin.DERIVED) -> Amount:
    return Amount(Decimal(value), "EUR", qualifier, origin)


def change(kind: str, record: Any, **values: Any) -> None:
    fresh = record_of(kind_named(kind), record.pk)
    change_record(kind_named(kind), fresh, values, version=fresh.version, by=None, at=NOON)


def test_the_year_2023_of_a_city(city: City) -> None:
    report = monitoring_report(city.programme, DAY)
    assert len(report.goals) == 4
    assert len(report.under_way) == 13
    assert {each.name for each in report.continuing} == set(CONTINUING)
    assert {each.name for each in report.new} == set(NEW)
    assert {each.name for each in report.in_preparation} == set(PREPARED)
    assert report.unplaced == ()
    assert [each.name for each in report.leads] == ["Kielitukipilotti"]
    (line,) = report.appropriations
    (used,) = line.states
    assert used.total == euros(180_000, Qualifier.UNDER, Origin.STATED)
    assert used.left == euros(20_000, Qualifier.OVER)
    assert used.rest == euros(30_000, Qualifier.UNDER)
    assert used.rest_of == ("Henkilöstö ja hallinto",)
    assert (report.review.goals, report.review.projects, report.review.pairs) == (4, 13, 289)
    assert len(report.unmeasured) == 12  # every one must have a measure of its own
    days = [each.day for each in report.milestones]
    assert date(2023, 9, 11) in days
    assert days[-1] == date(2025, 2, 28)


def test_reviews_and_measurements_of_later_days_are_not_in_it(city: City) -> None:
    project = city.in_2023[0]
    make_record("sdg-reviews", project=project, sdg="8", reviewed=date(2023, 12, 31))
    make_record("sdg-reviews", project=project, sdg="9", reviewed=date(2024, 1, 1))
    assert monitoring_report(city.programme, DAY).review.judged == 1
    employed = monitoring_report(city.programme, date(2023, 6, 30)).indicators[0]
    assert (employed.value, employed.percent) == (Decimal(8), Decimal(20))


def test_a_project_that_tells_nothing_is_named(city: City) -> None:
    make_record("projects", name="Arvoitus", development_programme=city.programme)
    assert [each.name for each in monitoring_report(city.programme, DAY).unplaced] == ["Arvoitus"]


def text_of_docx(content: bytes) -> str:
    opened = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in opened.paragraphs), *cells]).replace("\u00a0", " ")


def text_of_pdf(content: bytes) -> str:
    opened = pypdfium2.PdfDocument(content)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in opened)
    finally:
        opened.close()


def downloaded(client: Client, name: str, place: Workspace, city: City, *more: Any, query: str = "") -> bytes:
    answer = client.get(reverse(name, args=[place.slug, city.programme.pk, *more]) + query)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_draft_has_three_chapters_in_every_form(place: Workspace, city: City, language: str) -> None:
    client = signed_in_as(place, Role.READER)
    query = f"?year=2023&language={language}"
    word = text_of_docx(downloaded(client, "programme_report_draft", place, city, "docx", query=query))
    printed = text_of_pdf(downloaded(client, "programme_report_draft", place, city, "pdf", query=query))
    for chapter in CHAPTERS[language]:
        assert chapter in word
        assert chapter in printed
    for amount in ("180 000 €", "20 000 €", "30 000 €", "100 000 €", "50 000 €", "12 500"):
        assert amount in word
    assert "Kielitukipilotti" in printed
    book = openpyxl.load_workbook(
        io.BytesIO(downloaded(client, "programme_report_draft", place, city, "xlsx", query=query))
    )
    assert len(book.worksheets) == 8
    projects = list(book.worksheets[2].iter_rows(min_row=2, values_only=True))
    assert len(projects) == 13 + 2 + 4
    amounts = {row[5] for row in book.worksheets[4].iter_rows(min_row=2, values_only=True)}
    assert {200_000, 180_000, 100_000, 50_000, 30_000, 20_000} <= amounts


def test_a_kept_report_prints_the_same_for_ever(place: Workspace, city: City) -> None:
    keep_report(city.programme, DAY, WORDS, by=None, at=timezone.now())
    client = signed_in_as(place, Role.READER)
    files = [(form, f"?language={language}") for form in ("docx", "pdf", "xlsx") for language in ("fi", "sv", "en")]
    before = {
        each: downloaded(client, "programme_report_file", place, city, 1, each[0], query=each[1]) for each in files
    }
    assert "Rahat riittivät <b>hyvin</b>." in text_of_docx(before["docx", "?language=fi"])
    change("programmes", city.programme, name="Uusi nimi")
    change("projects", city.in_2023[0], name="Toinen nimi", end=date(2023, 12, 1))
    change("appropriations", city.appropriation, amount=Decimal(1))
    trash_record(kind_named("projects"), record_of(kind_named("projects"), city.in_2023[1].pk), by=None, at=NOON)
    after = {
        each: downloaded(client, "programme_report_file", place, city, 1, each[0], query=each[1]) for each in files
    }
    assert after == before
    kept = kept_report(city.programme, 1)
    assert kept is not None
    assert is_unchanged(kept.snapshot)
    assert "Uusi nimi" in text_of_docx(
        downloaded(client, "programme_report_draft", place, city, "docx", query="?year=2023")
    )


def test_the_page_keeps_the_report_with_its_words(place: Workspace, city: City) -> None:
    client = signed_in_as(place, Role.CONTRIBUTOR)
    url = reverse("programme_report", args=[place.slug, city.programme.pk]) + "?year=2023"
    page = client.get(url).content.decode()
    assert all(chapter in page for chapter in CHAPTERS["fi"])
    answer = client.post(url, {"results": WORDS.results, "costs": WORDS.costs, "ahead": WORDS.ahead})
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("?version=1")
    kept = kept_report(city.programme, 1)
    assert kept is not None
    assert kept.report.words == WORDS
    shown = client.get(answer.headers["Location"]).content.decode()
    assert "Rahat riittivät &lt;b&gt;hyvin&lt;/b&gt;." in shown
    assert "changes-table" not in shown
    client.post(url, {"results": "", "costs": "", "ahead": ""})
    assert [each.snapshot.number for each in kept_reports(city.programme)] == [2, 1]


def test_what_has_changed_since_is_shown(place: Workspace, city: City) -> None:
    keep_report(city.programme, DAY, WORDS, by=None, at=timezone.now())
    total = kind_named("appropriation-uses").model.objects.get(use_kind="total")
    change("appropriation-uses", total, qualifier="exact", amount=Decimal("178450.20"))
    client = signed_in_as(place, Role.READER)
    page = client.get(reverse("programme_report", args=[place.slug, city.programme.pk]) + "?version=1")
    rows = [[cell["text"] for cell in row["cells"]] for row in page.context["changes"]["rows"]]
    told = [[text.replace("\u00a0", " ") for text in row] for row in rows]
    assert told == [["Elinvoimaohjelman määräraha 2023", "Käytetty", "alle 180 000 €", "178 450,20 €"]]


def test_a_version_that_somebody_changed_in_the_database_says_so(place: Workspace, city: City) -> None:
    kept = keep_report(city.programme, DAY, WORDS, by=None, at=timezone.now())
    url = reverse("programme_report", args=[place.slug, city.programme.pk]) + "?version=1"
    client = signed_in_as(place, Role.READER)
    assert client.get(url).context["notices"] == []
    kept.content["report"]["goals"] = []
    kept.save()
    assert "notice--alarm" in client.get(url).content.decode()


def test_words_that_are_too_long_are_refused_and_stay(place: Workspace, city: City) -> None:
    client = signed_in_as(place, Role.CONTRIBUTOR)
    url = reverse("programme_report", args=[place.slug, city.programme.pk]) + "?year=2023"
    answer = client.post(url, {"results": "a" * 20001, "costs": "Säilyy.", "ahead": ""})
    assert answer.status_code == 422
    assert "Säilyy." in answer.content.decode()
    assert kept_reports(city.programme) == []


@pytest.mark.parametrize("query", ["?year=1", "?year=2999", "?year=abc", "?year=²", "?version=9", "?version=x"])
def test_no_such_year_or_version(place: Workspace, city: City, query: str) -> None:
    client = signed_in_as(place, Role.READER)
    assert client.get(reverse("programme_report", args=[place.slug, city.programme.pk]) + query).status_code == 404


def test_a_programme_without_a_start_offers_the_years_of_its_money(place: Workspace, city: City) -> None:
    with in_scope(place):
        change("programmes", city.programme, start=None)
    client = signed_in_as(place, Role.READER)
    offered = client.get(reverse("programme_report", args=[place.slug, city.programme.pk])).context["years"]
    assert offered[-1] == {"year": "2023", "chosen": False}


def test_no_such_number_or_form(place: Workspace, city: City) -> None:
    client = signed_in_as(place, Role.READER)
    keep_report(city.programme, DAY, WORDS, by=None, at=timezone.now())
    for name, more in (
        ("programme_report_file", (2, "pdf")),
        ("programme_report_file", (1, "exe")),
        ("programme_report_draft", ("odt",)),
    ):
        assert client.get(reverse(name, args=[place.slug, city.programme.pk, *more])).status_code == 404


def test_a_programme_without_anything_has_a_report_too(place: Workspace, city: City) -> None:
    empty = make_record("programmes", name="Tyhjä")
    client = signed_in_as(place, Role.READER)
    with translation.override("fi"):
        page = client.get(reverse("programme_report", args=[place.slug, empty.pk]) + "?year=2023")
    assert page.status_code == 200
    assert "Hyötytavoitteita ei ole kirjattu." in page.content.decode()
    files = client.get(reverse("programme_report_draft", args=[place.slug, empty.pk, "pdf"]) + "?year=2023")
    assert files.status_code == 200
    files.close()
