"""The results of a wave: figures by row and group, weights of the store, small cells hidden, and who may see them."""

import csv
import io
from datetime import date, timedelta
from math import isnan
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import PersonalLink, SurveyLink, SurveyResponse, SurveyWave
from seutu.apps.statistics.surveys import results
from seutu.apps.statistics.surveys.queries import wave_is_over
from seutu.apps.statistics.surveys.weighting import EQUAL
from seutu.core.surveys.measures import measures_of
from seutu.core.surveys.wave_results import ALL
from tests.integration.factories import make_workspace, signed_in_as
from tests.integration.statistics.surveys import PLAIN, open_survey, text

pytestmark = pytest.mark.django_db

SCALE = PLAIN["questions"][2]["scale"]
WITH_TWO = {
    **PLAIN,
    "questions": [
        *PLAIN["questions"],
        {"code": "known", "kind": "matrix", "text": text("Tunnettuus"), "items_of_wave": True, "scale": SCALE},
    ],
}
IMAGES = {"140": 2, "684": 3, "895": 4}


def answer(link: SurveyLink, count: int, *, town: str = "140", group: str = "residents", **answers: Any) -> None:
    with in_scope(link.workspace):
        SurveyResponse.objects.bulk_create(
            SurveyResponse(
                id=uuid4(), workspace=link.workspace, wave=link.wave, form_number=1, respondent_group=group,
                municipality=town, day=date(2026, 1, 5), language="fi", answers=answers,
            )
            for _ in range(count)
        )  # fmt: skip


@pytest.fixture
def link() -> SurveyLink:
    """A wave of two matrices: residents of two towns, others and a city's of three, three of them alone in a cell."""
    found = open_survey(plain=WITH_TWO)
    for place, count in (("140", 40), ("684", 20)):
        for step in range(count):
            image = {town: str(value + step % 2) for town, value in IMAGES.items()}
            known = {town: str(5 - value + step % 2) for town, value in IMAGES.items()}
            answer(found, 1, town=place, image=image, known=known, move="10" if step % 4 == 0 else "3")
    answer(found, 3, group="city", image={"140": "1"}, known={"140": "1"}, move="10")
    for group, counts in (("others", {"140": 12, "684": 14, "895": 9}), ("city", {"684": 6, "895": 7})):
        for place, count in counts.items():
            answer(found, count, town=place, group=group, move="3")
    return found


def close(link: SurveyLink) -> None:
    with in_scope(link.workspace):
        SurveyWave.objects.filter(pk=link.wave_id).update(state="closed")


def page(
    link: SurveyLink, role: Role = Role.OWNER, name: str = "survey_results", language: str = "fi", **asked: str
) -> Any:
    address = reverse(name, args=[link.workspace.slug, link.wave.survey_id, link.wave_id])
    return signed_in_as(link.workspace, role).get(address.replace("/fi/", f"/{language}/", 1), asked)


def table_of(link: SurveyLink, key: str, *, by_town: bool = False) -> tuple[Any, Any]:
    with in_scope(link.workspace):
        found = results.answers_of_wave(link.wave)
        measure = next(each for each in measures_of(found.questionnaire) if each.key == key)
        weighting = results.weighting_of(found, by_town=by_town)
        return results.results_of(found, measure, weighting), weighting


def populations(monkeypatch: pytest.MonkeyPatch, held: dict[str, float]) -> None:
    monkeypatch.setattr(results, "_populations", lambda _towns: held)


def test_a_small_group_is_hidden_and_cannot_be_worked_out_from_the_totals(link: SurveyLink) -> None:
    table, _ = table_of(link, "move:top")
    small = table.cells["140", "city"]
    assert small.hidden
    assert small.count == 0, "a hidden cell holds nothing of its respondents"
    others = [table.cells["140", group] for group in ("residents", "others", ALL)]
    assert any(each.hidden for each in others), "what is left of the town's total would be the three"
    shown = table.cells["684", "residents"]
    assert (shown.count, shown.value, shown.hidden) == (20, 0.25, False)
    said = page(link, figure="move:top", group="city").content.decode()
    assert "100 %" not in said
    tables, folded = said.split('id="results-table"')[1].split("folded-rows", 1)
    assert "Iisalmi" not in tables, "a row without a figure is no row of the table"
    assert "kuntaa on piilotettu" in folded
    assert "Iisalmi" in folded.split("<details")[1].split("</details>")[0]


def test_rows_of_a_matrix_are_its_items_and_a_missing_answer_is_not_hidden(link: SurveyLink) -> None:
    table, _ = table_of(link, "image")
    assert (table.cells["684", ALL].count, table.cells["684", ALL].value) == (60, 3.5)
    nobody = table.cells["684", "city"]
    assert (nobody.count, nobody.hidden) == (0, False)
    assert table.cells["140", "city"].hidden
    assert (ALL, ALL) not in table.cells, "a respondent is in several rows, so that they have no total"


def test_weights_by_population_move_the_total_and_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    link = open_survey()
    for town, yes, no in (("140", 10, 30), ("684", 15, 5)):
        answer(link, yes, town=town, move="10")
        answer(link, no, town=town, move="3")
    populations(monkeypatch, {"140": 1000, "684": 3000})
    plain, told = table_of(link, "move:top")
    weighted, told_weighted = table_of(link, "move:top", by_town=True)
    assert told.said == EQUAL
    assert told_weighted.said == results.BY_TOWN
    # A quarter of 40 in a town of a quarter of the people, three quarters of 20 in one of three quarters.
    assert plain.cells[ALL, ALL].value == pytest.approx(25 / 60)
    assert weighted.cells[ALL, ALL].value == pytest.approx(0.25 * 0.25 + 0.75 * 0.75)
    assert plain.cells[ALL, ALL].effect == pytest.approx(1)
    # n Σw² / (Σw)² with weights 25 and 150.
    assert weighted.cells[ALL, ALL].effect == pytest.approx(60 * (40 * 25**2 + 20 * 150**2) / 4000**2)
    assert weighted.cells["684", ALL].value == pytest.approx(plain.cells["684", ALL].value)


def test_without_a_population_or_a_town_weights_are_equal_and_that_is_told(
    link: SurveyLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    populations(monkeypatch, {"140": 1000})
    _, told = table_of(link, "move", by_town=True)
    assert "Rauma" in told.said.fi
    assert set(told.weights) == {1.0}
    answer(link, 1, town="", move="3")
    _, told = table_of(link, "move", by_town=True)
    assert "kaikkien vastaajien kunta ei ole tiedossa" in told.said.fi


def test_what_is_hidden_cannot_be_worked_out_from_two_ways_of_weighting(
    monkeypatch: pytest.MonkeyPatch, link: SurveyLink
) -> None:
    """Two totals of the city's answers and their design effect would tell all three answers of 140."""
    populations(monkeypatch, {"140": 20_000.0, "684": 39_000.0, "895": 15_000.0})
    table, _ = table_of(link, "move:top", by_town=True)
    total = table.cells[ALL, "city"]
    assert (total.count, total.hidden, isnan(total.effect)) == (16, False, True)
    close(link)
    own, other = (
        page(link, Role.GUEST, figure="move:top", group="city", weights=weights).content.decode().replace("\xa0", " ")
        for weights in ("", "town")
    )
    assert "8–39 %" in own
    assert "8–39 %" in other
    assert "2–27 %" not in other
    assert 'value="town"' not in own
    assert 'value="town"' in page(link, figure="move:top", group="city").content.decode()


def test_what_the_figure_beside_hides_is_not_shown_by_other_weights_either(monkeypatch: pytest.MonkeyPatch) -> None:
    link = open_survey(plain=WITH_TWO)
    for step in range(24):
        town, known = ("140", "684")[step % 2], {each: str(1 + step % 3) for each in IMAGES}
        image = {each: str(value + step % 2) for each, value in IMAGES.items()}
        group = "city" if step % 3 else "residents"
        answer(link, 1, town=town, group=group, image=image, known=known if step % 3 or step < 7 else {})
    populations(monkeypatch, {"140": 20_000.0, "684": 39_000.0})
    close(link)
    plain, town, equal = (
        page(link, Role.GUEST, figure="image", weights=weights).content.decode() for weights in ("", "town", "equal")
    )
    assert 'id="fields-table"' in plain
    assert "painotettu vastaajien kuntien" not in town, (
        "three say how known a town is: a second total would tell of them"
    )
    assert [each.split('id="fields-table"')[1] for each in (town, equal)] == [plain.split('id="fields-table"')[1]] * 2
    assert "painotettu vastaajien kuntien" in page(link, figure="image", weights="town").content.decode()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_tells_the_figures_in_every_language(link: SurveyLink, language: str) -> None:
    answered = page(link, figure="image", language=language)
    said = answered.content.decode()
    assert answered.status_code == 200
    assert {"fi": "Suurin: ", "sv": "Högst: ", "en": "Highest: "}[language] in said
    assert 'id="results-chart"' in said
    assert 'id="fields-table"' in said


def test_who_cannot_fetch_the_answers_waits_for_the_end_of_the_wave(link: SurveyLink) -> None:
    assert 'id="results-table"' not in page(link, Role.FUNDER).content.decode()
    assert 'id="results-table"' in page(link, Role.READER).content.decode()
    close(link)
    assert 'id="results-table"' in page(link, Role.FUNDER).content.decode()
    assert page(link, Role.FUNDER, "survey_results_file", figure="image").status_code == 404
    address = reverse("survey_results", args=[link.workspace.slug, link.wave.survey_id, link.wave_id])
    assert signed_in_as(make_workspace(), Role.OWNER).get(address).status_code == 404


@pytest.mark.parametrize(
    ("state", "days", "personal", "over"),
    [
        ("draft", 3, False, False),
        ("open", -1, False, False),
        ("open", 1, False, False),
        ("open", 2, False, True),
        ("open", 2, True, False),
        ("closed", 0, True, True),
    ],
)
def test_a_wave_is_over_when_closed_or_past_its_last_day_without_personal_links(
    state: str, days: int, *, personal: bool, over: bool
) -> None:
    found = open_survey()
    wave = found.wave
    wave.state = state
    with in_scope(found.workspace):
        if personal:
            PersonalLink.objects.create(workspace=found.workspace, link=found, digest="0" * 64)
        assert wave_is_over(wave, on=timezone.localdate() + timedelta(days=days)) is over


def test_the_file_holds_the_table_and_says_hidden_without_a_number(link: SurveyLink) -> None:
    close(link)
    answered = page(link, name="survey_results_file", figure="image", group="city")
    rows = list(csv.reader(io.StringIO(b"".join(answered.streaming_content).decode("utf-8-sig")), delimiter=";"))
    (first,) = (row for row in rows if row[0] == "140")
    (second,) = (row for row in rows if row[0] == "684")
    assert first[3:] == ["", "", "", "", "", "", "piilotettu"]
    assert second[3:] == ["0", "", "", "", "", "", "ei vastauksia"]


@pytest.mark.parametrize("name", ["figure", "group"])
def test_an_unknown_choice_is_not_found(link: SurveyLink, name: str) -> None:
    assert page(link, Role.OWNER, "survey_results", "fi", **{name: "no"}).status_code == 404


def test_a_wave_without_answers_says_so() -> None:
    assert "There are no answers yet" in page(open_survey(), language="en").content.decode()


def test_more_answers_ask_no_more_queries(link: SurveyLink) -> None:
    client = signed_in_as(link.workspace, Role.OWNER)
    address = reverse("survey_results", args=[link.workspace.slug, link.wave.survey_id, link.wave_id])
    client.get(address)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(address, {"figure": "image"})
        counts.append(len(asked))
        answer(link, 10, town="895", image={"140": "4"})
    assert counts[0] == counts[1]
