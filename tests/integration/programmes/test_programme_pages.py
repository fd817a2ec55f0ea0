"""The pages of a programme: what they say, who may open and write, and that queries do not grow with rows."""

import io
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.scope import in_scope
from tests.integration.factories import make_record, make_workspace, signed_in_as
from tests.integration.programmes.city_programme import City, make_city

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Workspace:
    return make_workspace("Kaupunki")


@pytest.fixture
def city(place: Workspace) -> City:
    with in_scope(place):
        return make_city()


@pytest.fixture
def reader(place: Workspace) -> Client:
    return signed_in_as(place, Role.READER)


@pytest.fixture
def writer(place: Workspace) -> Client:
    return signed_in_as(place, Role.CONTRIBUTOR)


def text_of(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


def address(name: str, place: Workspace, city: City, *more: Any) -> str:
    return reverse(name, args=[place.slug, city.programme.pk, *more])


def test_the_programme_says_its_goals_projects_and_money(place: Workspace, city: City, reader: Client) -> None:
    page = text_of(reader, address("programme", place, city))
    assert "alle 180 000 €" in page
    assert "yli 20 000 € (laskettu)" in page
    assert "alle 30 000 € (laskettu)" in page
    assert "noin 100 000 €" in page
    assert page.count("stages__stage") == 4  # preparation, starting, running, ended
    assert page.count("goals__gap") == 1  # the fourth goal has no project
    assert "goal-contributions/new" not in page  # a reader is offered no forms


def test_who_is_active_and_where_cooperation_is_missing(place: Workspace, city: City, reader: Client) -> None:
    page = text_of(reader, address("programme", place, city))
    table = page.split('id="units-table"')[1].split("</table>")[0]
    assert table.index("Elinkeinopalvelut") < table.index("Työllisyyspalvelut")
    alone = page.split('id="active"')[1].split('id="decisions"')[0]
    assert alone.count('<li><a href="') == len(city.projects) - 1  # one has a partner from another unit
    assert "Asiakkaan ääni" not in alone


def test_the_breakdown_shows_the_rest_that_is_not_known(place: Workspace, city: City, reader: Client) -> None:
    part = text_of(reader, address("programme", place, city)).split('id="measures"')[1].split('id="active"')[0]
    assert "20 henkilöä" in part  # 8 + 12, which are added up
    assert "50 %" in part
    assert "4 henkilöä" in part  # 20 less nine and seven
    assert "rekisteri" in part


def test_who_measured_is_hidden_from_a_guest(place: Workspace, city: City) -> None:
    page = text_of(signed_in_as(place, Role.GUEST), address("programme", place, city))
    assert "20 henkilöä" in page
    assert "rekisteri" not in page


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("programme", ()),
        ("programme_sdg", ()),
        ("programme_report", ()),
        ("programme_report_draft", ("docx",)),
        ("programme_report_file", (1, "pdf")),
        ("programme_workshop", (uuid4(),)),
    ],
)
def test_another_workspaces_programme_is_not_there(name: str, more: tuple[Any, ...], city: City) -> None:
    other = make_workspace("Toinen")
    client = signed_in_as(other, Role.OWNER)
    assert client.get(reverse(name, args=[other.slug, city.programme.pk, *more])).status_code == 404


def test_a_subject_or_workshop_of_another_programme_is_not_there(place: Workspace, city: City, writer: Client) -> None:
    with in_scope(place):
        other = make_record("programmes", name="Toinen ohjelma")
    ours = city.goals[0].pk
    urls = (
        reverse("programme_sdg_subject", args=[place.slug, other.pk, "benefit-goals", ours]),
        reverse("programme_sdg_subject", args=[place.slug, city.programme.pk, "actors", ours]),
        reverse("programme_workshop", args=[place.slug, other.pk, city.reflection.pk]),
    )
    assert [writer.get(url).status_code for url in urls] == [404, 404, 404]


def test_a_reader_cannot_review_or_keep(place: Workspace, city: City, reader: Client) -> None:
    subject = address("programme_sdg_subject", place, city, "benefit-goals", city.goals[0].pk)
    assert reader.get(subject).status_code == 404
    assert reader.post(address("programme_report", place, city) + "?year=2023").status_code == 404


def test_a_guest_reads_but_gets_no_files(place: Workspace, city: City) -> None:
    guest = signed_in_as(place, Role.GUEST)
    assert guest.get(address("programme", place, city)).status_code == 200
    assert guest.get(address("programme_report_draft", place, city, "pdf")).status_code == 404
    assert guest.get(reverse("portfolio_file", args=[place.slug, "xlsx"])).status_code == 404


def test_the_review_counts_its_gaps(place: Workspace, city: City, reader: Client) -> None:
    page = text_of(reader, address("programme_sdg", place, city))
    # four goals and the 13 projects, and the two that are starting; four in preparation wait
    assert "4 hyötytavoitetta ja 15 hanketta × 17 YK:n tavoitetta = 323: arvioitu 0, puuttuu 323." in page
    assert page.count("sdg__cell--gap") == 19 * 17
    assert page.split('id="waiting"')[1].split("</ul>")[0].count("<li>") == 4


def reviewed(client: Client, url: str, **changes: str) -> Any:
    form = client.get(url).context["form"]
    data = {name: form.initial.get(name, "") for name in form.fields if name != "renew"}
    data |= {f"effect_{number}": "for" for number in range(1, 18)}
    return client.post(url, {**data, **changes})


def test_all_seventeen_are_saved_in_one_act_and_repeated_by_day(place: Workspace, city: City, writer: Client) -> None:
    from seutu.apps.programmes.models import SdgReview
    from seutu.apps.records.models import Activity

    url = address("programme_sdg_subject", place, city, "projects", city.projects["Kielitukipilotti"].pk)
    with in_scope(place):
        before = Activity.objects.count()
    answer = reviewed(writer, url, reviewed="1.6.2023", reason_4="Kielitaito karttuu.")
    assert answer.status_code == 302
    with in_scope(place):
        assert Activity.objects.count() == before + 1
        assert SdgReview.objects.count() == 17
    again = reviewed(writer, url, reviewed="15.11.2023", effect_1="neutral", reason_4="Kielitaito karttuu.")
    assert again.status_code == 302
    with in_scope(place):
        assert SdgReview.objects.count() == 18  # only the changed one was judged again
        newest = SdgReview.objects.filter(sdg="1").order_by("reviewed")
        assert [(each.effect, each.reviewed) for each in newest] == [
            ("for", date(2023, 6, 1)),
            ("neutral", date(2023, 11, 15)),
        ]
    whole = reviewed(writer, url, reviewed="20.11.2023", renew="on", effect_1="neutral")
    assert whole.status_code == 302
    page = text_of(writer, address("programme_sdg", place, city))
    assert "arvioitu 17, puuttuu 306" in page
    assert "20.11.2023" in page
    with in_scope(place):
        assert SdgReview.objects.count() == 35


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reviewed": "huomenna"}, "huomenna"),
        ({"reviewed": "1.1.2999"}, "reviewed"),
        ({"effect_3": "kovasti"}, "effect_3"),
        ({"reason_3": "x" * 2001}, "reason_3"),
        ({"effect_5": "", "reason_5": "Mitä?"}, "effect_5"),
    ],
)
def test_a_wrong_review_is_refused_whole(
    place: Workspace, city: City, writer: Client, changes: dict[str, str], said: str
) -> None:
    from seutu.apps.programmes.models import SdgReview

    url = address("programme_sdg_subject", place, city, "benefit-goals", city.goals[0].pk)
    answer = reviewed(writer, url, **{"reviewed": "1.6.2023", **changes})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    with in_scope(place):
        assert SdgReview.objects.count() == 0


def test_a_day_before_the_last_review_is_refused(place: Workspace, city: City, writer: Client) -> None:
    url = address("programme_sdg_subject", place, city, "benefit-goals", city.goals[0].pk)
    assert reviewed(writer, url, reviewed="1.6.2023").status_code == 302
    answer = reviewed(writer, url, reviewed="31.5.2023", effect_1="against")
    assert answer.status_code == 422
    assert "1.6.2023" in answer.content.decode()


def test_a_stale_review_is_refused_and_keeps_what_was_chosen(place: Workspace, city: City, writer: Client) -> None:
    url = address("programme_sdg_subject", place, city, "benefit-goals", city.goals[0].pk)
    stale = writer.get(url).context["form"].initial["version"]
    assert reviewed(writer, url, reviewed="1.6.2023").status_code == 302
    answer = reviewed(writer, url, reviewed="2.6.2023", version=str(stale), effect_2="strong_against")
    assert answer.status_code == 409
    form = answer.context["form"]
    assert form["effect_2"].value() == "strong_against"
    assert (
        writer.post(url, {name: form[name].value() or "" for name in form.fields if name != "renew"}).status_code == 302
    )


def test_a_workshop_line_becomes_a_decision(place: Workspace, city: City, writer: Client) -> None:
    url = address("programme_workshop", place, city, city.reflection.pk)
    page = text_of(writer, url)
    assert page.count("thirds__part") == 6
    line = "Poikkihallinnollista yhteistyötä on vähän."
    assert line in page
    links = [part.split('"')[0].replace("&amp;", "&") for part in page.split('href="')[1:]]
    link = next(each for each in links if "resolutions/new" in each and "Poikki" in each)
    assert parse_qs(urlsplit(link).query)["name"] == [line]
    form = writer.get(link).context["form"]
    data = {name: form.initial.get(name, "") for name in form.fields}
    assert writer.post(link, data).status_code == 302
    assert line in text_of(writer, url).split('id="decided"')[1]


def test_the_portfolio_adds_up_and_a_blank_is_no_zero(place: Workspace, city: City, reader: Client) -> None:
    with in_scope(place):
        make_record("projects", name="Ohjelmaton", budget_total=Decimal(1000), life_cycle="idea")
        spent = city.projects["Asiakkaan ääni"]
        make_record("actual-costs", project=spent, day=date(2023, 5, 1), amount=Decimal("99.95"))
    page = text_of(reader, reverse("portfolio", args=[place.slug]))
    foot = page.split("<tfoot")[1]
    assert "31 000 €" in foot  # 30 000 of cost lines and a stated 1 000
    assert "12 600,45 €" in foot
    assert "17 499,50 €" in foot
    own = page.split("Ohjelmaton</a>")[1].split("</tr>")[0]
    assert own.count("–") == 4  # programme, lead, used, left


def test_a_portfolio_of_more_projects_than_a_query_names_says_the_same(
    place: Workspace, city: City, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = reverse("portfolio", args=[place.slug]) + "?stage=running"
    before = reader.get(url).context["table"]
    monkeypatch.setattr("seutu.apps.funding.portfolio_queries.FEW", 1)
    after = reader.get(url).context["table"]
    assert (after["rows"], after["foot"]) == (before["rows"], before["foot"])


def test_the_portfolio_is_narrowed_by_its_address(place: Workspace, city: City, reader: Client) -> None:
    url = reverse("portfolio", args=[place.slug])
    assert len(reader.get(f"{url}?stage=running").context["table"]["rows"]) == 6
    assert len(reader.get(f"{url}?programme={city.programme.pk}&stage=preparation").context["table"]["rows"]) == 4
    for query in ("stage=flying", "programme=x", f"programme={uuid4()}"):
        assert reader.get(f"{url}?{query}").status_code == 404


def test_the_portfolio_as_excel(place: Workspace, city: City, reader: Client) -> None:
    answer = reader.get(reverse("portfolio_file", args=[place.slug, "xlsx"]) + "?stage=running")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert len(rows) == 7  # six projects and the total
    named = {row[0]: row[4:] for row in rows}
    assert named["Kielitukipilotti"] == (30_000, "laskettu", 12_500.5, 17_499.5)
    assert named["Asiakkaan ääni"] == (None, None, None, None)
    assert named["Yhteensä"] == (30_000, None, 12_500.5, 17_499.5)
    assert reader.get(reverse("portfolio_file", args=[place.slug, "pdf"])).status_code == 404


def test_the_pipeline_warns_when_more_is_sought_than_there_is(place: Workspace, reader: Client) -> None:
    with in_scope(place):
        national = make_record("appropriations", name="Valtion määräraha", year="2024", amount=Decimal(3000000))
        for name, amount in (("A", 900000), ("B", 900000), ("C", 520000), ("D", 1700000)):
            make_record(
                "prospects", name=f"Hakemus {name}", appropriation=national, state="preparing", qualifier="about",
                amount=Decimal(amount), deadline=date(2024, 1, 31),
            )  # fmt: skip
        make_record("prospects", name="Luovuttu", appropriation=national, state="dropped", amount=Decimal(9000000))
    page = text_of(reader, reverse("pipeline", args=[place.slug]))
    assert "noin 4 020 000 € ylittää ylärajan 3 000 000 €" in page
    assert "1 020 000 €" in page
    assert "notice--attention" in page
    assert "9 000 000 €" in page  # told, not counted


def test_queries_do_not_grow_with_rows(place: Workspace, city: City, reader: Client) -> None:
    urls = [
        address("programme", place, city),
        address("programme_sdg", place, city),
        address("programme_report", place, city) + "?year=2023",
        address("programme_workshop", place, city, city.reflection.pk),
        reverse("portfolio", args=[place.slug]),
        reverse("pipeline", args=[place.slug]),
    ]
    with in_scope(place):
        _one_more(city, "a")
    first = [_queries(reader, url) for url in urls]
    with in_scope(place):
        _one_more(city, "b")
        _one_more(city, "c")
    assert [_queries(reader, url) for url in urls] == first


def _one_more(city: City, name: str) -> None:
    """Add one of everything that the pages list."""
    unit = make_record("actors", name=f"Yksikkö {name}")
    goal = make_record("benefit-goals", programme=city.programme, name=f"Tavoite {name}")
    project = make_record(
        "projects", name=f"Hanke {name}", development_programme=city.programme, owner_unit=unit,
        follows=city.projects["Asiakkaan ääni"], start=date(2023, 1, 1), life_cycle="running",
    )  # fmt: skip
    make_record("participations", project=project, actor=unit, role="lead")
    make_record("goal-contributions", project=project, benefit_goal=goal, effect="some")
    indicator = make_record("indicators", name=f"Mittari {name}", project=project)
    make_record("measurements", indicator=indicator)
    make_record("sdg-reviews", project=project, sdg="4", reviewed=date(2023, 1, 1))
    make_record("cost-lines", project=project, amount=Decimal(10))
    make_record("actual-costs", project=project)
    meeting = make_record("project-meetings", name=f"Kokous {name}", programme=city.programme)
    make_record("resolutions", meeting=meeting, name=f"Päätös {name}", state="open", project=project)
    make_record("resolutions", reflection=city.reflection, name=f"Tulos {name}", state="open", project=project)
    make_record("reflections", programme=city.programme, name=f"Paja {name}", day=date(2023, 2, 1))
    appropriation = make_record("appropriations", name=f"Raha {name}", programme=city.programme, year="2023")
    make_record("appropriation-uses", appropriation=appropriation, state="used", amount=Decimal(1))
    make_record("prospects", name=f"Haku {name}", appropriation=appropriation, project=project, funder=unit)
    make_record("events", name=f"Tapahtuma {name}", project=project, participant_count=Decimal(3))


def _queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_pages_speak_the_language_of_their_address(place: Workspace, city: City, reader: Client) -> None:
    with translation.override("sv"):
        url = address("programme_sdg", place, city)
    assert "4 nyttomål och 15 projekt × FN:s 17 mål = 323" in text_of(reader, url)
