"""Answering a survey as a guest: page by page, in any language, once, whatever goes wrong on the way."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.records.models import Activity
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.index_surveys import columns_to_choose
from seutu.apps.statistics.models import AnswerDraft, PersonalLink, SurveyLink, SurveyResponse
from seutu.apps.statistics.surveys import tokens
from seutu.apps.statistics.surveys.wave_operations import answers_digest, close_wave, make_personal_links
from tests.integration.factories import NOON, make_member, signed_in
from tests.integration.statistics.surveys import Respondent, open_survey, responses

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let tests answer faster than people, and count requests from nothing."""
    monkeypatch.setattr(tokens, "QUICKEST", timedelta(0))
    cache.clear()
    yield
    cache.clear()


def fill(one: Respondent, **last: Any) -> Any:
    """Go through the whole questionnaire and send it."""
    one.press("next", q__who="residents", q__home="140")
    row = one.said.split('name="q.image.')[2].split('"')[0]
    one.press("next", **{f"q__image__{row}": "5"})
    one.press("next", q__move="10")
    return one.press("send", **({"q__why": "Järvi"} | last))


def test_a_whole_answer_is_stored_once_with_nothing_of_who_gave_it() -> None:
    link = open_survey()
    one = Respondent(link)
    page = fill(one)
    assert page.status_code == 302, one.said
    assert "Kiitos vastauksesta." in one.client.get(page.headers["Location"]).content.decode()
    (stored,) = responses(link)
    assert stored.answers["who"] == "residents"
    assert list(stored.answers["image"].values()) == ["5"]
    assert stored.answers["why"] == "Järvi"
    assert (stored.respondent_group, stored.municipality, stored.day) == ("residents", "140", timezone.localdate())
    names = {field.name for field in SurveyResponse._meta.get_fields()}
    assert names == {"id", "workspace", "wave", "form_number", "respondent_group", "municipality", "day", "language",
                     "seed", "answers"}  # fmt: skip


def test_the_same_form_sent_twice_is_stored_once() -> None:
    link = open_survey()
    one = Respondent(link)
    one.press("next", q__who="city")
    one.press("next")
    one.press("next", q__move="0")
    form = {**one.form(), "act": "send"}
    assert [Client().post(one.path, form).status_code for _ in range(3)] == [302, 302, 302]
    assert len(responses(link)) == 1


def test_a_second_answer_of_a_browser_is_refused_and_shown_again() -> None:
    link = open_survey()
    one = Respondent(link)
    fill(one)
    other = Respondent(link)
    other.client.cookies = one.client.cookies
    refused = fill(other)
    assert refused.status_code == 409
    assert "Järvi" in refused.content.decode()
    assert one.client.get(one.path).status_code == 409
    assert len(responses(link)) == 1


def test_a_shared_device_takes_many_answers() -> None:
    link = open_survey(shared_device=True)
    one = Respondent(link)
    fill(one)
    one.page = one.client.get(one.path)
    assert fill(one).status_code == 302
    assert len(responses(link)) == 2


def test_a_question_is_asked_only_where_its_condition_holds() -> None:
    link = open_survey()
    one = Respondent(link)
    one.press("next", q__who="city")
    one.press("next")
    one.press("next", q__move="3")
    assert "q.why" not in one.said
    one.press("back")
    one.press("next", q__move="9")
    assert "q.why" in one.said
    one.press("next", q__why="Töitä")
    one.press("back")
    one.press("back", q__why="Töitä")
    one.press("next", q__move="dont_know")
    assert one.press("send").status_code == 302
    (stored,) = responses(link)
    assert stored.answers == {"who": "city", "move": "dont_know"}


def test_the_language_changes_and_the_answers_stay() -> None:
    link = open_survey()
    one = Respondent(link)
    one.press("stay", path=f"/sv/answer/{link.code}/", q__who="others", q__home="684")
    assert "Kuka olet? (sv)" in one.said
    assert one.kept() == {"who": "others", "home": "684"}
    assert 'value="others" checked' in one.said
    one.path = f"/sv/answer/{link.code}/"
    assert fill(one).status_code == 302
    assert responses(link)[0].language == "sv"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Tähän tarvitaan vastaus."),
        ({"q__who": "mars"}, "”mars” ei ole tämän kysymyksen vaihtoehto"),
        ({"q__who": "city", "q__home": "999"}, "Kuntaa ”999” ei löydy"),
        ({"q__who": "dont_know"}, "Valitse jokin vaihtoehdoista."),
    ],
)
def test_a_wrong_answer_is_told_at_its_question(fields: dict[str, str], said: str) -> None:
    one = Respondent(open_survey())
    page = one.press("next", **fields)
    assert page.status_code == 422
    assert said in one.said


@pytest.mark.parametrize("change", [{"q.foo.here": "1", "kept": '{"foo": "1"}'}, {"kept": '{"image": {"020": "1"}}'}])
def test_what_was_not_asked_is_not_stored(change: dict[str, str]) -> None:
    link = open_survey()
    one = Respondent(link)
    page = one.client.post(one.path, {**one.form(), "page": "9", **change, "act": "send"})
    assert page.status_code == 422
    assert responses(link) == []


def test_resuming_gives_the_answers_and_the_rows_back_once() -> None:
    link = open_survey()
    one = Respondent(link)
    one.press("next", q__who="residents", q__home="140")
    rows = sorted(name for name in one.said.split('"') if name.startswith("q.image."))
    one.press("save")
    address = one.said.split('id="resume-url"')[1].split('value="')[1].split('"')[0]
    path = "/" + address.split("/", 3)[3]
    with in_scope(link.workspace):
        (draft,) = AnswerDraft.objects.all()
        assert path.rstrip("/").rsplit("/", 1)[1] not in str(draft.__dict__)
    back = Respondent(link, path.split(f"/answer/{link.code}/")[1])
    assert back.kept() == {"who": "residents", "home": "140"}
    assert sorted(name for name in back.said.split('"') if name.startswith("q.image.")) == rows
    back.press("next")
    back.press("next", q__move="0")
    assert back.press("send").status_code == 302
    with in_scope(link.workspace):
        assert not AnswerDraft.objects.exists()
    assert Respondent(link, path.split(f"/answer/{link.code}/")[1]).kept() == {}


def test_a_secret_that_somebody_else_made_up_keeps_no_answers() -> None:
    link = open_survey()
    one = Respondent(link, "r/made-up/")
    one.press("next", q__who="residents", q__home="140")
    one.press("save")
    assert f"/answer/{link.code}/r/" in one.said.split('id="resume-url"')[1]
    assert Respondent(link, "r/made-up/").kept() == {}


@pytest.mark.parametrize(
    "kept", ['{"why": NaN}', '{"why": "\\ud800"}', '{"why": "\\u0000"}', '{"image": {"140": [1e999]}}']
)
def test_what_no_page_writes_is_not_kept(kept: str) -> None:
    link = open_survey()
    one = Respondent(link)
    page = one.client.post(one.path, {**one.form(), "kept": kept, "act": "save"})
    assert page.status_code == 200
    with in_scope(link.workspace):
        assert [each.answers for each in AnswerDraft.objects.all()] == [{}]


def test_a_personal_link_takes_one_answer_and_nothing_joins_them() -> None:
    link = open_survey(link_type="personal", name="Kirje")
    with in_scope(link.workspace):
        secrets = make_personal_links(link, 5, by=None, at=NOON)
    one = Respondent(link, f"p/{secrets[2]}/")
    assert fill(one).status_code == 302
    again = Respondent(link, f"p/{secrets[2]}/")
    assert again.page.status_code == 409
    late = Respondent(link, f"p/{secrets[1]}/")
    late.path = one.path
    assert fill(late).status_code == 409
    assert len(responses(link)) == 1
    with in_scope(link.workspace):
        held = list(PersonalLink.objects.all())
        assert [each.used for each in held].count(True) == 1
        stored = str(responses(link)[0].__dict__)
        for each in held:
            assert str(each.pk) not in stored
            assert each.digest not in stored
        assert {field.name for field in PersonalLink._meta.get_fields()} == {
            "id",
            "workspace",
            "link",
            "digest",
            "used",
        }
        assert not any(secret in str(each.__dict__) for each in held for secret in secrets)


@pytest.mark.parametrize("path", ["", "p/wrong/"])
def test_a_personal_link_s_wave_has_no_other_door(path: str) -> None:
    link = open_survey(link_type="personal", name="Kirje")
    assert Respondent(link, path).page.status_code == 404


def test_a_closed_wave_stores_nothing_and_gives_the_answers_back() -> None:
    link = open_survey()
    one = Respondent(link)
    with in_scope(link.workspace):
        close_wave(link.wave, by=None, at=NOON)
    page = fill(one)
    assert page.status_code == 410
    assert "Järvi" in page.content.decode()
    assert responses(link) == []
    assert Client().get(one.path).status_code == 410


def test_closing_seals_the_answers_in_one_entry_of_the_log() -> None:
    link = open_survey()
    fill(Respondent(link))
    with in_scope(link.workspace):
        before = Activity.objects.count()
        close_wave(link.wave, by=None, at=NOON)
        assert Activity.objects.count() == before + 1
        row = Activity.objects.first().rows.get(kind="survey-answers")
        count, digest = answers_digest(link.wave)
        assert row.values["count"] == [None, str(count)]
        assert row.values["digest"] == [None, digest]
        stored = SurveyResponse.objects.get()
        stored.answers["who"] = "city"
        stored.save()
        assert answers_digest(link.wave)[1] != digest


@pytest.mark.parametrize("token", ["", "abc", "ImZvcmdlZCI:1u:x"])
def test_a_forged_token_stores_nothing_and_loses_nothing(token: str) -> None:
    link = open_survey()
    one = Respondent(link)
    page = one.press("send", token=token, q__who="city")
    assert page.status_code == 422
    assert one.kept()["who"] == "city"
    assert responses(link) == []


def test_a_token_of_another_survey_is_not_taken() -> None:
    link, other = open_survey(), open_survey()
    one = Respondent(link)
    assert one.press("send", token=Respondent(other).hidden("token"), q__who="city").status_code == 422
    assert responses(link) == []


def test_a_program_that_fills_everything_is_stopped_and_a_person_is_not() -> None:
    link = open_survey()
    one = Respondent(link)
    page = fill(one, website="http://example.org")
    assert page.status_code == 422
    assert "Järvi" in one.said
    assert one.press("send").status_code == 302
    assert len(responses(link)) == 1


def test_an_answer_faster_than_reading_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "QUICKEST", timedelta(hours=1))
    link = open_survey()
    assert fill(Respondent(link)).status_code == 422
    assert responses(link) == []


def test_a_huge_body_is_refused_before_it_is_read() -> None:
    link = open_survey()
    page = Client().post(f"/fi/answer/{link.code}/", {"kept": "x" * 1_100_000})
    assert page.status_code == 413


def test_a_burst_from_one_address_waits_and_its_address_is_not_kept() -> None:
    link = open_survey()
    path = f"/fi/answer/{link.code}/"
    answers = {Client().get(path, REMOTE_ADDR="192.0.2.7").status_code for _ in range(2)}
    assert answers == {200}
    from seutu.web.views import answering

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answering, "LIMIT", 2)
        late = Client().get(path, REMOTE_ADDR="192.0.2.7")
        assert late.status_code == 429
        assert int(late.headers["Retry-After"]) > 0
        assert Client().get(path, REMOTE_ADDR="192.0.2.8").status_code == 200
    assert not any("192.0.2.7" in str(key) for key in cache._cache)  # type: ignore[attr-defined]


def test_an_answer_of_another_version_is_shown_the_right_one(monkeypatch: pytest.MonkeyPatch) -> None:
    link = open_survey()
    one = Respondent(link)
    foreign = tokens.new_token(link.code, 7, at=timezone.now()).signed()
    page = one.press("send", token=foreign, q__who="city")
    assert page.status_code == 422
    assert "Kyselylomake on vaihtunut" in one.said
    assert one.kept()["who"] == "city"
    assert responses(link) == []


def test_an_unknown_link_is_told_in_the_language() -> None:
    page = Client().get("/sv/answer/nothing-here/")
    assert page.status_code == 404
    assert b"account/login" not in page.content


def test_a_link_that_was_ended_takes_nothing(settings: Any) -> None:
    link: SurveyLink = open_survey(ended=True)
    assert Client().get(f"/fi/answer/{link.code}/").status_code == 410


@pytest.mark.parametrize("said", ["abc", "-1", "²", "9" * 5000, "1000001"])
def test_a_size_that_is_none_or_too_great_is_refused(said: str) -> None:
    one = Respondent(open_survey())
    assert one.client.post(one.path, {}, CONTENT_LENGTH=said).status_code == 413


def test_an_owner_looks_into_answers_of_personal_links_when_the_wave_is_closed() -> None:
    link = open_survey(link_type="personal", name="Kirje")
    wave = link.wave
    with in_scope(link.workspace):
        secrets = make_personal_links(link, 5, by=None, at=NOON)
    for secret in secrets:
        assert fill(Respondent(link, f"p/{secret}/")).status_code == 302
    client = signed_in(make_member(link.workspace, Role.OWNER))
    address = f"/en/w/{link.workspace.slug}/surveys/{wave.survey_id}/waves/{wave.pk}/"
    monitor = client.get(address).content.decode()
    assert "answers/raw-csv" not in monitor
    assert "weighting/" not in monitor
    assert "shown when it has closed" in client.get(f"{address}results/").content.decode()
    for place in ("answers/raw-csv/", "answers/labels-sav/", "weighting/"):
        refused = client.get(f"{address}{place}", follow=True)
        assert refused.redirect_chain == [(address, 302)]
        assert "answered by personal links" in refused.content.decode()
    with in_scope(link.workspace):
        assert columns_to_choose() == []
        wave.refresh_from_db()
        close_wave(wave, by=None, at=NOON)
    assert client.get(f"{address}answers/raw-csv/").status_code == 200
    assert "shown when it has closed" not in client.get(f"{address}results/").content.decode()
