"""The change between two waves on its page and in its files: sure changes, towns of one wave, questions asked anew."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import Survey, SurveyLink, SurveyWave
from seutu.apps.statistics.surveys.questionnaire_operations import publish, save_draft
from seutu.apps.statistics.surveys.town_results import surveys_by_place
from seutu.core.surveys.questionnaire_reading import read_questionnaire
from tests.integration.factories import NOON, make_record, signed_in_as
from tests.integration.statistics.surveys import PLAIN, open_survey, text
from tests.integration.statistics.test_survey_results import answer

pytestmark = pytest.mark.django_db


def later(link: SurveyLink, plain: dict[str, Any] = PLAIN) -> SurveyLink:
    """Return a link of a second wave: its image is asked in other words, and Iisalmi's neighbour is another town."""
    asked = {**plain, "questions": [{**each} for each in plain["questions"]]}
    asked["questions"][2]["text"] = text("Millaisena pidät kaupunkia?")
    with in_scope(link.workspace):
        survey = Survey.objects.get(pk=link.wave.survey_id)
        save_draft(survey, read_questionnaire(asked), edited=survey.edited, by=None, at=NOON)
        survey.refresh_from_db()
        number = publish(survey, name="2", by=None, at=NOON).number
        day = timezone.localdate() + timedelta(days=30)
        wave: Any = make_record(
            "survey-waves", survey=survey, name="2030", opens=day, closes=day, state="closed", form_number=number,
            towns=("140",),
        )  # fmt: skip
        made: Any = make_record("survey-links", wave=wave, name="2", link_type="open")
        return SurveyLink.objects.select_related("workspace", "wave__survey").get(pk=made.pk)


@pytest.fixture
def link() -> SurveyLink:
    """Iisalmi's movers rise from a quarter of 40 to three quarters of 40; Rauma's do not; Kajaani and Ulvila differ."""
    first = open_survey()
    second = later(first)
    for one, shares in ((first, {"140": 10, "684": 20, "205": 20}), (second, {"140": 30, "684": 21, "886": 20})):
        for town, yes in shares.items():
            answer(one, yes, town=town, move="10")
            answer(one, 40 - yes, town=town, move="3")
    answer(first, 3, town="009", move="10")
    answer(second, 6, town="009", move="10")
    for each in (first, second):
        answer(each, 6, town="010", move="3")
    return first


def get(link: SurveyLink, *more: str, role: Role = Role.OWNER, language: str = "en", **asked: str) -> Any:
    name = "survey_changes_file" if more else "survey_changes"
    address = reverse(name, args=[link.workspace.slug, link.wave.survey_id, *more])
    return signed_in_as(link.workspace, role).get(address.replace("/fi/", f"/{language}/", 1), asked)


def test_the_page_tells_sure_changes_towns_of_one_wave_and_questions_asked_otherwise(link: SurveyLink) -> None:
    said = get(link, figure="move:top").content.decode()
    assert "Iisalmi: rose, +50.0" in said
    assert "Rauma: " not in said.split("<main")[1].split("<form")[0], "a change that may be chance is no finding"
    assert "Only in the wave 2026: Kajaani." in said
    assert "Only in the wave 2030: Ulvila." in said
    assert "image: the question is worded otherwise" in said
    assert "Holm" in said
    assert "change, percentage points" in said, "the axis of the chart tells its unit"
    table, folded = said.split('id="changes-table"')[1].split("folded-rows", 1)
    assert "Rauma" in table
    assert "Alavieska" not in table, "a hidden row is told of under the table"
    assert "Alavieska" in folded.split("</details>")[0]


def test_the_files_hold_the_change_and_nothing_of_what_is_hidden(link: SurveyLink) -> None:
    sent = b"".join(get(link, "csv", figure="move:top").streaming_content).decode("utf-8-sig")
    rows = {row[0]: row for row in csv.reader(io.StringIO(sent), delimiter=";")}
    assert rows["140"][2:5] == ["0,25", "0,75", "0,5"]
    assert rows["140"][9] == "rose"
    assert rows["684"][9] == "may be chance"
    # Three of Alavieska answered first: the figure of the wave is hidden, and with it the change.
    assert rows["009"][2] == ""
    assert rows["009"][4:9] == [""] * 5
    assert rows["009"][9] == "hidden"
    assert get(link, "xlsx").status_code == 200
    assert get(link, "pdf").status_code == 404


def test_those_who_give_their_own_code_twice_are_compared_with_themselves() -> None:
    asked = {**PLAIN, "questions": [*PLAIN["questions"], {"code": "own_code", "kind": "text", "text": text("Koodi")}]}
    first = open_survey(plain=asked)
    second = later(first, plain=asked)
    for place in range(8):
        answer(first, 1, move=str(3 + place % 2), own_code=f"a{place}")
        answer(second, 1, move=str(5 + place % 3), own_code=f"A{place}")
    said = get(first, figure="move").content.decode()
    assert "8 answered both waves: change +2.38" in said
    assert "The change is more than chance explains." in said
    answer(first, 1, move="10", own_code="b")
    said = get(first, figure="move").content.decode()
    assert "+2.38" not in said, "nine's mean less that of the eight pairs would be the one who did not come back"
    assert "or fewer than five answered without a pair" in said
    answer(first, 4, move="3")
    assert "8 answered both waves: change +2.38" in get(first, figure="move").content.decode()


def test_a_towns_report_tells_its_figures_of_closed_waves_and_their_change() -> None:
    first = open_survey()
    with in_scope(first.workspace):
        survey = Survey.objects.get(pk=first.wave.survey_id)
        number, day = int(first.wave.form_number), timezone.localdate() + timedelta(days=30)
        wave: Any = make_record(
            "survey-waves", survey=survey, name="2030", opens=day, closes=day, state="closed", form_number=number,
            towns=("140", "684"),
        )  # fmt: skip
        made: Any = make_record("survey-links", wave=wave, name="2", link_type="open")
        second = SurveyLink.objects.select_related("workspace", "wave__survey").get(pk=made.pk)
    for step in range(30):
        answer(first, 1, image={"140": str(2 + step % 2), "684": "3"})
        answer(second, 1, image={"140": str(4 + step % 2)} | ({"684": "1"} if step < 3 else {}))
    with in_scope(first.workspace):
        (told,) = surveys_by_place(["140"], "en", on=day)["140"]
        nothing = surveys_by_place(["684", "895"], "en", on=day)
    said = [each.en for each in told.sentences]
    assert told.title == "Vetovoima, 2030"
    assert said[0].startswith("Mielikuva (en) The mean is 4.5 on the scale 1–5")
    assert said[1].startswith("Up from the wave 2026: +2.00 (95% interval +1.7")
    assert nothing == {"684": [], "895": []}, "three answers of Rauma are hidden, and Ulvila was not asked about"


def test_an_open_wave_is_waited_for_and_one_wave_is_no_change(link: SurveyLink) -> None:
    said = get(link, role=Role.FUNDER).content.decode()
    assert "A wave is not over" in said
    assert 'id="changes-table"' not in said
    assert "needs two waves" in get(open_survey()).content.decode()
    assert get(link, first="00000000-0000-4000-8000-000000000000").status_code == 404


def test_former_towns_are_put_together_by_dated_codes() -> None:
    """Maaninka became a part of Kuopio in 2015: its answers of before are compared with Kuopio's of after."""
    first = open_survey()
    second = later(first)
    answer(first, 20, town="297", move="10")
    answer(first, 20, town="476", move="3")
    answer(second, 30, town="297", move="10")
    answer(second, 10, town="297", move="3")
    with in_scope(first.workspace):
        assert SurveyWave.objects.count() == 2
    said = get(first, figure="move:top").content.decode()
    assert "Kuopio has the answers of its former municipalities together: Kuopio, Maaninka." in said
    assert "+25.0" in said
