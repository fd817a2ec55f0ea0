"""The pages of a survey for its makers: the builder, publishing, the preview, the monitor, files in and out."""

import csv
import io
import re
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.records.exceptions import InvalidValuesError, UndoConflictError
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import change_record, undo
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.statistics.models import Survey, SurveyLink, SurveyResponse, SurveyWave
from seutu.apps.statistics.surveys.queries import published_forms
from seutu.apps.statistics.surveys.wave_operations import make_personal_links
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as
from tests.integration.statistics.surveys import open_survey
from tests.integration.statistics.test_survey_results import answer

pytestmark = pytest.mark.django_db

ROWS = """id,respondent_group,municipality,day,language,seed,who,home,image.140,image.684,image.895,move,why
,residents,140,2026-01-05,fi,,residents,140,5,dont_know,,10,Järvi ja työ
,,,2026-01-06,sv,,Vaihtoehto city,Rauma,1,2,3,3,not_asked
"""


@pytest.fixture
def survey() -> Survey:
    return make_record("surveys", name="Palaute", workspace=make_workspace())  # type: ignore[return-value]


def page(client: Client, name: str, survey: Survey, *more: Any, **sent: Any) -> Any:
    address = reverse(name, args=[survey.workspace.slug, survey.pk, *more])
    return client.post(address, sent) if sent else client.get(address)


def fresh(survey: Survey) -> Survey:
    with in_scope(survey.workspace):
        return Survey.objects.get(pk=survey.pk)


def add_question(client: Client, survey: Survey, kind: str, code: str, **fields: Any) -> Any:
    given = {"code": code, "text_fi": f"Kysymys {code}", "text_sv": "Fråga", "text_en": "Question"}
    sent = {"edited": fresh(survey).edited, **given, **fields}
    return page(client, "survey_question_new", survey, kind, **sent)


def test_a_survey_tells_which_events_it_asks_feedback_on(survey: Survey) -> None:
    with in_scope(survey.workspace):
        event = make_record("events", name="Vientikoulutus", survey=survey)
        make_record("events", name="Muu tapahtuma")
    shown = page(signed_in_as(survey.workspace, Role.READER), "survey", survey).content.decode()
    assert f"/r/events/{event.pk}/" in shown
    assert "Vientikoulutus" in shown
    assert "Muu tapahtuma" not in shown


def test_a_questionnaire_is_built_ordered_and_published(survey: Survey) -> None:
    client = signed_in_as(survey.workspace, Role.FACILITATOR)
    options = "a = Kyllä | Ja | Yes\nb = Ei | Nej | No\n!En halua sanoa | Vill inte säga | No answer"
    assert add_question(client, survey, "multiple", "q1", options=options, required="on").status_code == 302
    assert (
        add_question(client, survey, "scale", "q2", low="0", high="10", low_label="huono | dålig | bad").status_code
        == 302
    )
    assert add_question(client, survey, "text", "q3", shown_if="q2", shown_if_codes="9, 10").status_code == 302
    page(client, "survey_question_move", survey, "q2", act="up", edited=fresh(survey).edited)
    said = page(client, "survey_questions", survey).content.decode()
    assert said.index("Kysymys q2") < said.index("Kysymys q1") < said.index("Kysymys q3")
    refused = page(client, "survey_publish", survey, now="1")
    assert any("Lomakkeen otsikko puuttuu" in str(each) for each in get_messages(refused.wsgi_request))
    frame = {f"{name}_{each}": "Palaute" for name in ("title", "introduction", "thanks") for each in ("fi", "sv", "en")}
    sent = {**frame, "languages": ["fi", "sv", "en"], "edited": fresh(survey).edited}
    assert page(client, "survey_questions", survey, **sent).status_code == 302
    assert page(client, "survey_publish", survey, now="1").status_code == 302
    with in_scope(survey.workspace):
        (kept,) = published_forms(survey)
    assert [each["code"] for each in kept.content["questions"]] == ["q2", "q1", "q3"]
    assert kept.content["questions"][1]["options"][2] == {
        "code": "o3",
        "text": {"fi": "En halua sanoa", "sv": "Vill inte säga", "en": "No answer"},
        "exclusive": True,
    }


def test_publishing_the_same_twice_makes_one_and_a_change_makes_the_next(survey: Survey) -> None:
    link = open_survey()
    survey = link.wave.survey
    client = signed_in_as(link.workspace, Role.OWNER)
    page(client, "survey_publish", survey, now="1")
    with in_scope(link.workspace):
        assert [each.number for each in published_forms(survey)] == [1]
    add_question(client, survey, "number", "years", minimum="0", maximum="120")
    page(client, "survey_publish", survey, now="1")
    with in_scope(link.workspace):
        new, old = published_forms(survey)
        assert (new.number, old.number) == (2, 1)
        assert "years" in str(new.content)
        assert "years" not in str(old.content)


def test_a_faulty_question_is_told_and_what_was_written_stands(survey: Survey) -> None:
    client = signed_in_as(survey.workspace, Role.OWNER)
    refused = add_question(client, survey, "single", "Väärä koodi!", options="a = Yksi")
    assert refused.status_code == 422
    assert "ei kelpaa" in refused.content.decode()
    assert "a = Yksi" in refused.content.decode()
    assert fresh(survey).questionnaire == {"questions": []}


def test_two_editors_do_not_overwrite_each_other(survey: Survey) -> None:
    client = signed_in_as(survey.workspace, Role.OWNER)
    add_question(client, survey, "text", "q1")
    late = page(
        client, "survey_question_new", survey, "text", edited=0, code="q9", text_fi="Minun", text_sv="", text_en=""
    )
    assert late.status_code == 422
    assert "Joku muu muutti" in late.content.decode()
    assert "Minun" in late.content.decode()
    assert [each["code"] for each in fresh(survey).questionnaire["questions"]] == ["q1"]


def test_the_preview_goes_through_the_draft_and_stores_nothing() -> None:
    link = open_survey()
    client = signed_in_as(link.workspace, Role.READER)
    survey = link.wave.survey
    first = page(client, "survey_preview", survey).content.decode()
    assert "Kuka olet?" in first
    fields = {"page": "0", "kept": "{}", "q.who.here": "1", "act": "next"}
    assert page(client, "survey_preview", survey, **fields).context["page"] == 0
    assert page(client, "survey_preview", survey, **fields, **{"q.who": "city"}).context["page"] == 1
    with in_scope(link.workspace):
        assert not SurveyResponse.objects.exists()


OWN_ID = "5f0e2f0c-3d52-4c41-9d6b-0a7f6d6a5b11"


def bring(client: Client, link: SurveyLink, content: str, column_map: str = "") -> Any:
    address = reverse("survey_answers_import", args=[link.workspace.slug, link.wave.survey_id, link.wave_id])
    file = SimpleUploadedFile("answers.csv", content.encode())
    return client.post(address, {"file": file, "column_map": column_map})


def taken(client: Client, link: SurveyLink, form: str) -> list[dict[str, str]]:
    address = reverse("survey_answers_file", args=[link.workspace.slug, link.wave.survey_id, link.wave_id, form])
    content = b"".join(client.get(address).streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(content), delimiter=";" if form == "labels-csv" else ","))


def test_answers_go_out_in_codes_and_words_and_come_back_unchanged() -> None:
    link = open_survey()
    client = signed_in_as(link.workspace, Role.OWNER)
    assert bring(client, link, ROWS).status_code == 302
    raw = {each["day"]: each for each in taken(client, link, "raw-csv")}
    assert raw["2026-01-05"]["image.684"] == "dont_know"
    assert raw["2026-01-06"] | {"id": "", "seed": ""} == {
        "id": "", "seed": "", "respondent_group": "city", "municipality": "684", "day": "2026-01-06", "language": "sv",
        "who": "city", "home": "684", "image.140": "1", "image.684": "2", "image.895": "3", "move": "3",
        "why": "not_asked",
    }  # fmt: skip
    words = {each["päivä"]: each for each in taken(client, link, "labels-csv")}
    assert words["2026-01-05"]["Mielikuva – Rauma"] == "en osaa sanoa"
    assert words["2026-01-06"]["Missä asut?"] == "Rauma"
    address = reverse("survey_answers_file", args=[link.workspace.slug, link.wave.survey_id, link.wave_id, "raw-csv"])
    again = b"".join(client.get(address).streaming_content).decode()  # type: ignore[attr-defined]
    bring(client, link, again)
    with in_scope(link.workspace):
        assert SurveyResponse.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("who,foo\ncity,1\ncity,2\n", "Sarake ”foo” ei ole"),
        ("who,move\ncity,3\nmars,77\n", "Rivi 3, sarake who"),
        ("foo,bar\ncity,1\n", "ei ole yhtään tämän kyselyn saraketta"),
        ("who,foo,bar\ncity,1,2\n", "2 saraketta ei ole tämän kyselyn kysymyksiä: foo, bar"),
        (f"id,who\n{OWN_ID},city\n{OWN_ID},others\n", "Sama tunniste on jo rivillä 2"),
        ("who,move,day\ncity,3,eilen\ncity,4,tänään\n", "Päivää ei voi lukea"),
    ],
)
def test_a_faulty_file_is_told_by_row_and_column_and_stores_nothing(content: str, said: str) -> None:
    link = open_survey()
    refused = bring(signed_in_as(link.workspace, Role.OWNER), link, content)
    assert refused.status_code == 422
    assert said in refused.content.decode()
    with in_scope(link.workspace):
        assert not SurveyResponse.objects.exists()


def test_a_column_map_says_what_foreign_headings_mean() -> None:
    link = open_survey()
    client = signed_in_as(link.workspace, Role.OWNER)
    content = "K1,Muutto,Turha\ncity,3,x\nresidents,9,y\n"
    assert bring(client, link, content, "K1 = who\nMuutto = move\nTurha = -").status_code == 302
    with in_scope(link.workspace):
        assert sorted(each.answers["move"] for each in SurveyResponse.objects.all()) == ["3", "9"]


def test_the_monitor_counts_by_group_town_day_and_quota_and_hides_what_is_small() -> None:
    link = open_survey()
    client = signed_in_as(link.workspace, Role.CONTRIBUTOR)
    answer(link, 9, town="140", move="3")
    answer(link, 7, town="140", group="city", move="3")
    answer(link, 6, town="684", move="3")
    answer(link, 8, town="684", group="city", move="3")
    answer(link, 2, town="895", move="3")
    with in_scope(link.workspace):
        make_record("survey-quotas", wave=link.wave, name="Omat", respondent_group="residents", target=60)
        make_record("survey-quotas", wave=link.wave, name="Ulvila", municipality="895", target=2, closes=True)
    shown = page(client, "survey_wave", link.wave.survey, link.wave_id)
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown.content.decode()))
    assert "32 vastausta" in said
    assert "Omat 17 60 28" in said
    assert "Ulvila piilotettu 2 piilotettu" in said, "the quota tells that it is full, and not by how many"
    assert re.search(r"residents 17", said)
    towns = said.split("Kunnittain")[1]
    assert "Iisalmi 16" in towns
    assert not re.search(r"Rauma 14|Ulvila 2", towns), "one is small, and another is hidden with it"
    assert "2 kuntaa on piilotettu" in towns
    assert f"/answer/{link.code}/" in shown.content.decode()


def test_personal_links_come_as_a_file_once_and_too_few_are_refused() -> None:
    link = open_survey(link_type="personal", name="Kirje")
    client = signed_in_as(link.workspace, Role.OWNER)
    made = page(client, "survey_links_make", link.wave.survey, link.wave_id, link.pk, count="6")
    assert made.headers["Content-Disposition"].startswith("attachment")
    few = page(client, "survey_links_make", link.wave.survey, link.wave_id, link.pk, count="2")
    assert few.status_code == 302
    shown = page(client, "survey_wave", link.wave.survey, link.wave_id).content.decode()
    assert "6" in shown.split("Kirje")[1][:200]
    answer(link, 9, town="140", move="3")
    answer(link, 8, town="684", group="city", move="3")
    with in_scope(link.workspace):
        make_record("survey-quotas", wave=link.wave, name="Omat", respondent_group="residents", target=60)
    said = page(client, "survey_wave", link.wave.survey, link.wave_id).content.decode()
    assert "17 vastausta" in said
    assert not re.search("groups-table|towns-table|>9<|>8<", said), (
        "which number grew as a link was used tells whose it is"
    )
    address = reverse("record_edit", args=[link.workspace.slug, "survey-waves", link.wave_id])
    form = client.get(address).context["form"]
    sent = {name: form.initial.get(name) or "" for name in form.fields} | {"survey": "Vetovoima"}
    sent["towns"] = "Iisalmi; Rauma; Ulvila"
    refused = client.post(address, sent | {"state": "closed"}).content.decode()
    assert "Sulje se kierroksen sivun painikkeella" in refused, "a change by the form could be undone"
    page(client, "survey_wave_close", link.wave.survey, link.wave_id, now="1")
    said = page(client, "survey_wave", link.wave.survey, link.wave_id).content.decode()
    assert re.search("groups-table.*towns-table", said, re.DOTALL)
    sent["version"] = str(client.get(address).context["form"].initial.get("version") or sent.get("version", ""))
    again = client.post(address, sent | {"state": "open"})
    assert again.status_code == 422
    assert "sitä ei avata uudelleen" in again.content.decode(), "a second look would tell who answered later"


def test_answers_are_removed_only_of_a_closed_wave_and_with_a_tick() -> None:
    link = open_survey()
    client = signed_in_as(link.workspace, Role.OWNER)
    bring(client, link, ROWS)
    for sent in ({"sure": "1"}, {"sure": ""}):
        page(client, "survey_answers_remove", link.wave.survey, link.wave_id, **sent)
        with in_scope(link.workspace):
            assert SurveyResponse.objects.count() == 2
        page(client, "survey_wave_close", link.wave.survey, link.wave_id, now="1")
    page(client, "survey_answers_remove", link.wave.survey, link.wave_id, sure="1")
    with in_scope(link.workspace):
        assert not SurveyResponse.objects.exists()


def test_a_wave_with_answers_keeps_its_questionnaire_and_towns() -> None:
    link = open_survey()
    client = signed_in_as(link.workspace, Role.OWNER)
    bring(client, link, ROWS)
    address = reverse("record_edit", args=[link.workspace.slug, "survey-waves", link.wave_id])
    form = client.get(address).context["form"]
    sent = {name: form.initial.get(name) or "" for name in form.fields} | {"towns": "Rauma", "survey": "Vetovoima"}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "Kierrokseen on jo vastattu" in refused.content.decode()
    with in_scope(link.workspace):
        other = make_record("surveys", name="Toinen", purpose="Kysytään muuta.")
        wave = SurveyWave.objects.get(pk=link.wave_id)
        kind = kind_named("survey-waves")
        with pytest.raises(InvalidValuesError, match="survey"):
            change_record(kind, wave, {"survey": other.pk}, version=wave.version, by=None, at=NOON)


def test_a_link_with_personal_links_stays_in_its_wave_and_group_also_by_undoing() -> None:
    link = open_survey(link_type="personal", name="Kirje")
    other = open_survey(link.workspace)
    with in_scope(link.workspace):
        kind, held = kind_named("survey-links"), SurveyLink.objects.get(pk=link.pk)
        changed = change_record(kind, held, {"wave": other.wave_id}, version=held.version, by=None, at=NOON)
        make_personal_links(link, 5, by=None, at=NOON)
        entry = Activity.objects.get(sequence=changed.version)
        with pytest.raises(UndoConflictError):
            undo(entry, by=None, at=NOON)
        for values in ({"wave": link.wave_id}, {"respondent_group": "city"}, {"link_type": "open"}):
            with pytest.raises(InvalidValuesError):
                change_record(kind, changed, values, version=changed.version, by=None, at=NOON)
        done = change_record(kind, changed, {"ended": True, "name": "K"}, version=changed.version, by=None, at=NOON)
        assert done.version > changed.version
