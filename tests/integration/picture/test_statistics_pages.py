"""The catalogue, an indicator, a town's profile and the reports: in three languages, filtered, as files, as a job."""

import io
import json
import os
import re
import zipfile
from datetime import date, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.jobs.queries import jobs
from seutu.apps.jobs.work import perform
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.statistics import report_jobs
from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.overview import catalogued, entry_of, overview
from seutu.apps.statistics.profiles import group_of, merged_into, town_profile
from seutu.core.places import UnknownPlace
from seutu.core.statistics import UnknownIndicator
from seutu.core.text import LANGUAGES, Text
from tests.integration.factories import make_record, make_workspace, signed_in_as
from tests.integration.statistics.surveys import open_survey
from tests.integration.statistics.test_survey_results import answer

pytestmark = pytest.mark.django_db
IISALMI = "140"
PAGES: Final[tuple[tuple[str, list[str]], ...]] = (
    ("statistics", []),
    ("statistics_indicator", ["employment_rate"]),
    ("statistics_indicator", ["gdp_meur"]),
    ("statistics_indicator", ["paavo_by_age"]),
    ("town_profile", [IISALMI]),
    ("town_reports", []),
)


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Savon Kehitys", place_code=IISALMI)


@pytest.fixture
def client(here: Workspace) -> Client:
    return signed_in_as(here, Role.OWNER)


def address(name: str, here: Workspace, *arguments: str) -> str:
    return reverse(name, args=[here.slug, *arguments])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_in_every_language(here: Workspace, client: Client, language: str) -> None:
    for name, arguments in PAGES:
        with translation.override(language):
            answer = client.get(address(name, here, *arguments))
        assert answer.status_code == HTTPStatus.OK, name
        assert f'<html lang="{language}"' in answer.content.decode()


def test_figures_cost_no_queries_of_their_own(
    here: Workspace, client: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    overview()
    with django_assert_max_num_queries(12) as catalogue:
        client.get(address("statistics", here))
    with django_assert_num_queries(len(catalogue)):
        client.get(address("statistics_indicator", here, "population"))
    with django_assert_max_num_queries(len(catalogue) + 4):  # the groups to choose, the indices, those of others, waves
        client.get(address("town_profile", here, IISALMI))


def test_the_profile_says_figures_ranks_and_the_division(here: Workspace, client: Client) -> None:
    text = client.get(address("town_profile", here, "541")).content.decode().replace("\u00a0", " ")
    assert "Nurmeksen väkiluku oli" in text
    assert "Mukana Nurmeksessa: Valtimo (2020–)." in text
    assert "kunnan rajat ennen kuntaliitosta" in text
    assert "ei ole otantavirhettä" in text


def test_the_profile_tells_which_industries_grew_within_one_source(here: Workspace, client: Client) -> None:
    text = client.get(address("town_profile", here, IISALMI)).content.decode()
    assert "vähenivät eniten toimialoilla terveys- ja sosiaalipalvelut (−185) sekä teollisuus (−138)" in text
    table = text[text.index('id="jobs-by-industry"') :]
    cells = [each.strip() for each in re.findall(r">([^<>]+)<", table[: table.index("</table>")])]
    assert [each for each in ("−138", "−8,1\u00a0%", "8\u00a0473") if each not in cells] == []
    hidden = client.get(address("town_profile", here, "297")).content.decode()
    assert "Kuopion työpaikkojen muutosta 2012–2016 toimialoittain ei voi laskea" in hidden
    assert "≥\u00a0" in hidden
    profile = town_profile(IISALMI, group_of("x", Text.same("x"), ()), at=date(2026, 11, 28), topics=["industries"])
    assert "paavo_workplaces" in {note.id for note in profile.sources}


def test_a_merged_municipality_leads_to_the_one_it_is_part_of(here: Workspace, client: Client) -> None:
    answer = client.get(address("town_profile", here, "911"))
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, address("town_profile", here, "541"))


@pytest.mark.parametrize(
    ("name", "argument"),
    [("town_profile", "999"), ("town_profile", "Iisalmi"), ("statistics_indicator", "happiness")],
)
def test_what_is_not_there_is_a_page_in_words(here: Workspace, client: Client, name: str, argument: str) -> None:
    answer = client.get(address(name, here, argument))
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Sivua ei ole" in answer.content.decode()
    unknown_group = client.get(address("town_profile", here, IISALMI) + "?group=no-such-group")
    assert unknown_group.status_code == HTTPStatus.NOT_FOUND


def test_the_catalogue_is_narrowed_by_words_topic_and_coverage(here: Workspace, client: Client) -> None:
    answer = client.get(address("statistics", here) + "?q=osuus&topic=work&ranked=1")
    text = answer.content.decode()
    assert "”osuus”" in text
    assert "Aihe: Työ" in text
    assert "Työttömien osuus työvoimasta" in text
    assert "Ruotsinkielisten osuus" not in text
    assert re.findall(r'<details class="fold"( open)?>', text) == [" open"]
    every = client.get(address("statistics", here)).content.decode()
    assert set(re.findall(r'<details class="fold"( open)?>', every)) == {""}
    nothing = client.get(address("statistics", here) + "?q=avaruus").content.decode()
    assert "Näytetään 0 mittaria" in nothing.replace("\u00a0", " ")


def test_a_catalogue_entry_knows_its_extent() -> None:
    employment, parts, gdp = (entry_of(name) for name in ("employment_rate", "paavo_by_age", "gdp_meur"))
    assert employment.ranked
    assert employment.extent is not None
    assert (employment.extent.period, employment.extent.places, employment.extent.of) == ("2016", 308, 308)
    assert parts.extent is not None
    assert parts.extent.in_parts
    assert not parts.ranked
    assert gdp.extent is not None
    assert gdp.extent.place_kind == "nuts3"
    assert entry_of("projected_population").extent is None
    assert {entry.topic.code for entry in catalogued(topic="education")} == {"education"}
    with pytest.raises(UnknownIndicator):
        entry_of("happiness")


def test_the_lists_are_csv_that_excel_opens(here: Workspace, client: Client) -> None:
    answer = client.get(address("statistics_indicator_file", here, "employment_rate", "csv"))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    head, first, *rest = text.splitlines()
    assert head.startswith("Kuntanumero;Kunta;Vuosi;Työllisyysaste (%);Sija;Lähde;Lisenssi;Haettu")
    assert first.split(";")[4] == "1"
    assert len(rest) == 307
    assert client.get(address("statistics_file", here, "csv")).status_code == HTTPStatus.OK
    assert client.get(address("statistics_file", here, "pdf")).status_code == HTTPStatus.NOT_FOUND
    reader = signed_in_as(here, Role.FUNDER)
    assert reader.get(address("statistics_file", here, "csv")).status_code == HTTPStatus.NOT_FOUND


def test_a_figure_is_saved_as_a_cited_fact(here: Workspace, client: Client) -> None:
    page = client.get(address("town_profile", here, IISALMI))
    table = page.context["topics"][2]["standing"]["figures"]
    form = client.get(table["rows"][0]["cells"][-1]["actions"][0]["url"])
    assert form.status_code == HTTPStatus.OK
    shown = form.context["form"].initial
    assert client.post(address("record_new", here, "facts"), shown).status_code == HTTPStatus.FOUND
    with in_scope(here):
        fact = records_of(kind_named("facts")).get()
    assert (fact.name, fact.period, fact.municipality) == ("Iisalmi: työllisyysaste", "2016", IISALMI)
    assert str(fact.value.normalize()) == "66.3"
    assert "CC BY 4.0" in fact.source_place


def test_a_group_of_the_workspace_is_ranked_in(here: Workspace, client: Client) -> None:
    group = make_record("place-groups", workspace=here, name="Oma ryhmä")
    for code in (IISALMI, "263", "915"):
        make_record("place-group-members", workspace=here, group=group, municipality=code)
    text = client.get(address("town_profile", here, IISALMI) + f"?group={group.pk}").content.decode()
    assert "3 kunnasta ryhmässä ”Oma ryhmä”" in text


def test_a_profile_shows_the_town_s_standing_in_the_indices_of_the_workspace(here: Workspace, client: Client) -> None:
    assert 'id="index"' not in client.get(address("town_profile", here, IISALMI)).content.decode()
    group = make_record("place-groups", workspace=here, name="Naapurit")
    for code in (IISALMI, "263", "915", "297"):
        make_record("place-group-members", workspace=here, group=group, municipality=code)
    structure = [{"code": "index", "name": "Oma"}, {"code": "employment_rate", "parent": "index"}]
    index = make_record("indices", workspace=here, name="Arki", place_group=group, structure=json.dumps(structure))
    text = client.get(address("town_profile", here, IISALMI)).content.decode()
    assert "Iisalmi, Arki: sija " in text
    assert "Vahvinta: Työllisyysaste (" in text
    for name, more in (("index_place", [IISALMI]), ("index_workshop", [])):
        assert f'href="{address(name, here, str(index.pk), *more)}"' in text


def test_a_profile_tells_of_surveys_that_are_over_and_not_what_is_hidden(here: Workspace, client: Client) -> None:
    link = open_survey(here)
    answer(link, 6, image={"140": "4"})
    answer(link, 3, image={"684": "1"})
    assert 'id="surveys"' not in client.get(address("town_profile", here, IISALMI)).content.decode()
    with in_scope(here):
        SurveyWave.objects.filter(pk=link.wave_id).update(state="closed")
    text = client.get(address("town_profile", here, IISALMI)).content.decode()
    assert "Keskiarvo on 4,0" in text
    assert f'href="{address("survey_results", here, str(link.wave.survey_id), str(link.wave_id))}"' in text
    assert 'id="surveys"' not in client.get(address("town_profile", here, "684")).content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_reports_are_made_as_a_job_and_given_as_a_zip(here: Workspace, client: Client) -> None:
    group = make_record("place-groups", workspace=here, name="Pari")
    make_record("place-group-members", workspace=here, group=group, municipality="263")
    wrong = client.post(address("town_reports", here), {"group": str(group.pk), "language": "fi"})
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    answer = client.post(address("town_reports", here), {"group": str(group.pk), "forms": ["docx"], "language": "sv"})
    assert answer.status_code == HTTPStatus.FOUND
    with in_scope(here):
        (job,) = jobs()
    assert client.get(address("town_reports_file", here, str(job.pk))).status_code == HTTPStatus.NOT_FOUND
    perform(here.pk, job.pk)
    page = client.get(address("job", here, str(job.pk))).content.decode()
    assert address("town_reports_file", here, str(job.pk)) in page
    packed = client.get(address("town_reports_file", here, str(job.pk)))
    content = io.BytesIO(b"".join(packed.streaming_content))  # type: ignore[attr-defined]
    names = zipfile.ZipFile(content).namelist()
    assert [name.split("-2")[0] for name in names] == ["statistikrapport-kiuruvesi", "gemensam-rapport-pari"]


def test_old_archives_are_cleared(here: Workspace, settings: Any, tmp_path: Path) -> None:
    settings.DATA_FOLDER = tmp_path
    folder = tmp_path / report_jobs.FOLDER / str(here.pk)
    folder.mkdir(parents=True)
    old, new = folder / "old.zip", folder / "new.zip"
    for path in (old, new):
        path.write_bytes(b"PK")
    long_ago = (timezone.now() - report_jobs.KEPT - timedelta(days=1)).timestamp()
    os.utime(old, (long_ago, long_ago))
    report_jobs._clear_old(timezone.now())
    assert [path.name for path in folder.iterdir()] == ["new.zip"]


def test_a_place_that_is_none_has_no_profile() -> None:
    group = group_of("x", Text.same("x"), [IISALMI])
    with pytest.raises(UnknownPlace):
        town_profile("999", group, at=date(2026, 11, 28))
    assert [each.name.fi for each in merged_into("541")] == ["Valtimo"]
    assert merged_into(IISALMI) == ()
