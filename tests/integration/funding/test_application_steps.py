"""Steps of an application: what may follow what, what is missing, days, versions kept, what a funder sees."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.funding.application_operations import keep_missing_version, mark_supplement_done, take_step
from seutu.apps.funding.application_queries import application_state, steps_taken
from seutu.apps.funding.exceptions import StepNotPossibleError
from seutu.apps.funding.models import Application, SupplementRequest
from seutu.apps.funding.steps import FOLLOWING, STATE_NAMES, STEP_MEANS, STEP_NAMES
from seutu.apps.funding.versions import differences, versions
from seutu.apps.records.exceptions import InvalidValuesError, StaleVersionError
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import change_record, undo
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_member, make_record, make_workspace, signed_in
from tests.integration.funding.judged import SUPPLEMENTS, TWENTY, Judged, judged

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def step(case: Judged, to: str, day: date = TODAY, version: int | None = None) -> Application:
    with in_scope(case.workspace, person=case.owner):
        fresh = Application.objects.get(pk=case.application.pk)
        seen = fresh.version if version is None else version
        return take_step(application=fresh, to=to, day=day, version=seen, by=case.owner, at=NOON)


def refused(case: Judged, to: str, day: date = TODAY) -> str:
    before = case.state()
    with in_scope(case.workspace):
        acts = Activity.objects.count()
    with pytest.raises(StepNotPossibleError) as caught:
        step(case, to, day)
    with in_scope(case.workspace):
        assert Activity.objects.count() == acts
    assert case.state() == before
    return caught.value.message.fi


def test_every_state_has_its_words_and_its_way() -> None:
    states = set(STATE_NAMES)
    assert set(FOLLOWING) == states
    steps = {to for after in FOLLOWING.values() for to in after}
    assert steps == set(STEP_NAMES) == set(STEP_MEANS) == states - {"draft"}
    over = {state for state, after in FOLLOWING.items() if "withdrawn" not in after}
    assert over == {"rejected", "withdrawn", "closed"}


@pytest.mark.parametrize("state", STATE_NAMES)
def test_only_what_may_follow_is_taken_and_the_message_tells_what_can_be(state: str) -> None:
    case = judged(state=state)
    for to in set(STATE_NAMES) - set(FOLLOWING[state]):
        said = refused(case, to)
        assert STATE_NAMES[state].fi in said
        for other in FOLLOWING[state]:
            assert STEP_NAMES[other].fi in said
    assert "ei voi siirtyä" in refused(case, "nonsense")


def test_the_whole_way_with_three_supplements_scores_and_a_decision() -> None:
    case = judged()
    assert "Lisää ensin pyyntö" in refused(case, "supplement_requested")
    with in_scope(case.workspace):
        requests: list[Any] = [
            make_record(
                "supplement-requests",
                application=case.application,
                number=str(number),
                name=name,
                state="open",
                requested_on=date(2025, 5, 26),
            )
            for number, name in enumerate(SUPPLEMENTS, 1)
        ]
    step(case, "supplement_requested", date(2025, 5, 26))
    assert "3" in refused(case, "supplemented")
    for each in requests:
        done(case, each, date(2025, 9, 1))
    step(case, "supplemented", date(2025, 9, 2))
    case.score(case.first, TWENTY)
    case.score(case.second, TWENTY[:5])
    assert "ei ole antanut kaikkia" in refused(case, "scored", date(2025, 9, 20))
    case.score(case.second, TWENTY)
    assert step(case, "scored", date(2025, 9, 20)).handled_on == date(2025, 9, 20)
    step(case, "proposed", date(2025, 9, 26))
    assert "perusteluineen" in refused(case, "approved", date(2025, 10, 9))
    with in_scope(case.workspace):
        wanted = {"application": case.application, "outcome": "approved", "day": date(2025, 10, 9)}
        without = make_record("decisions", name="Rahoituspäätös", **wanted)
    assert "puuttuvat perustelut" in refused(case, "approved", date(2025, 10, 9))
    with in_scope(case.workspace):
        values = {"reasons": "Hakemus hyväksytään täydennysten jälkeen."}
        change_record(kind_named("decisions"), without, values, version=without.version, by=None, at=NOON)
    approved = step(case, "approved", date(2025, 10, 9))
    assert (approved.submitted_on, approved.decided_on) == (date(2024, 3, 15), date(2025, 10, 9))
    step(case, "contracted", date(2025, 11, 1))
    step(case, "closed", date(2026, 2, 1))
    with in_scope(case.workspace):
        found = [(each.to, each.day) for each in steps_taken(approved)]
        assert [to for to, _ in found[1:]] == [
            "supplement_requested",
            "supplemented",
            "scored",
            "proposed",
            "approved",
            "contracted",
            "closed",
        ]
        days = [day for _, day in found if day]
        assert days == sorted(days)
        assert len(days) == 7
        assert versions(approved).count() == 1


def done(case: Judged, request: SupplementRequest, day: date) -> None:
    with in_scope(case.workspace, person=case.owner):
        before = Activity.objects.count()
        fresh = SupplementRequest.objects.get(pk=request.pk)
        marked = mark_supplement_done(request=fresh, day=day, version=fresh.version, by=case.owner, at=NOON)
        assert (marked.state, marked.done_on) == ("done", day)
        assert Activity.objects.count() == before + 1
        with pytest.raises(StepNotPossibleError, match="no longer open"):
            mark_supplement_done(request=marked, day=day, version=marked.version, by=case.owner, at=NOON)
        with pytest.raises(StaleVersionError):
            mark_supplement_done(request=marked, day=day, version=fresh.version - 1, by=case.owner, at=NOON)


def test_scores_that_the_funder_states_close_the_scoring_too() -> None:
    assert step(judged(), "scored").state == "scored"


def test_nobody_has_scored_and_no_points_are_stated() -> None:
    case = judged()
    with in_scope(case.workspace):
        values = {"points": None}
        fresh = Application.objects.get(pk=case.application.pk)
        change_record(kind_named("applications"), fresh, values, version=fresh.version, by=None, at=NOON)
    assert "Kukaan ei ole vielä" in refused(case, "scored")


def test_days_are_not_ahead_and_not_before_what_has_happened() -> None:
    case = judged()
    assert "vasta edessä" in refused(case, "scored", date(2026, 3, 3))
    assert "15.3.2024" in refused(case, "withdrawn", date(2024, 3, 14))
    assert step(case, "withdrawn", date(2024, 3, 15)).state == "withdrawn"


@pytest.mark.parametrize(("day", "words"), [(date(2026, 1, 1), "alkaa vasta"), (date(2026, 3, 2), "Haku päättyi")])
def test_nothing_is_submitted_outside_the_call(day: date, words: str) -> None:
    case = judged(state="draft")
    with in_scope(case.workspace):
        values = {"opens": date(2026, 1, 15), "closes": date(2026, 2, 1)}
        change_record(kind_named("calls"), case.call, values, version=case.call.version, by=None, at=NOON)
    assert words in refused(case, "submitted", day)
    with in_scope(case.workspace):
        assert not versions(case.application).exists()
    assert step(case, "submitted", date(2026, 2, 1)).submitted_on == date(2026, 2, 1)


def test_a_stale_page_takes_no_step() -> None:
    case = judged()
    with pytest.raises(StaleVersionError):
        step(case, "scored", version=case.application.version - 1)
    assert case.state() == "submitted"


def test_a_form_or_the_interface_does_not_change_the_state_and_undo_returns_it() -> None:
    case = judged()
    applications = kind_named("applications")
    with in_scope(case.workspace, person=case.owner):
        fresh = Application.objects.get(pk=case.application.pk)
        with pytest.raises(InvalidValuesError) as caught:
            change_record(applications, fresh, {"state": "scored"}, version=fresh.version, by=case.owner, at=NOON)
        assert "hakemuksen omalla sivulla" in caught.value.problems["state"].fi
        change_record(applications, fresh, {"code": "600583"}, version=fresh.version, by=case.owner, at=NOON)
    moved = step(case, "scored")
    with in_scope(case.workspace, person=case.owner):
        undo(Activity.objects.get(sequence=moved.version), by=case.owner, at=NOON)
    assert case.state() == "submitted"


def submitted_and_changed() -> Judged:
    """An application submitted with one name and summary, and changed since."""
    case = judged(state="draft")
    applications = kind_named("applications")
    with in_scope(case.workspace):
        make_record("funding-rows", project=case.application.project, label="EU", funding_kind="eu_state",
                    applied=Decimal(352736))  # fmt: skip
    step(case, "submitted", date(2024, 3, 15))
    with in_scope(case.workspace):
        fresh = Application.objects.get(pk=case.application.pk)
        values = {"name": "Luonnosnimi", "summary": "Luonnosteksti"}
        change_record(applications, fresh, values, version=fresh.version, by=None, at=NOON)
        make_record("applications", name="Jättämätön", call=case.call, project=case.application.project)
        make_record("funding-rows", project=case.application.project, label="Lisää", funding_kind="eu_state",
                    applied=Decimal(99))  # fmt: skip
    return case


def test_submitting_keeps_a_version_of_the_application_and_the_plan() -> None:
    case = submitted_and_changed()
    with in_scope(case.workspace):
        kept = versions(case.application).get()
        assert kept.content["application"]["name"] == "Kasvuhakemus"
        assert [row["applied"] for row in kept.content["funding-rows"].values()] == ["352736"]
        again = case.application
        with pytest.raises(StepNotPossibleError, match="already"):
            keep_missing_version(application=again, by=None, at=NOON)


def test_what_changed_between_two_versions_is_told() -> None:
    case = submitted_and_changed()
    with in_scope(case.workspace):
        make_record("supplement-requests", application=case.application, name="Selvennä", state="open")
    step(case, "supplement_requested", date(2024, 4, 1))
    with in_scope(case.workspace):
        for each in SupplementRequest.objects.all():
            mark_supplement_done(request=each, day=date(2024, 5, 1), version=each.version, by=None, at=NOON)
    step(case, "supplemented", date(2024, 5, 1))
    with in_scope(case.workspace):
        later, earlier = versions(case.application)
        found = {(each.column.fi, each.before, each.after) for each in differences(earlier, later, "fi")}
        assert ("nimi", "Kasvuhakemus", "Luonnosnimi") in found
        assert ("tiivistelmä", "", "Luonnosteksti") in found
        assert ("rahoitusrivi", "", "Lisää") in found or any(after == "Lisää" for _, _, after in found)
        assert not differences(later, later, "fi")
    page = signed_in(case.owner).get(reverse("application_versions", args=[case.workspace.slug, case.application.pk]))
    assert "Luonnosteksti" in page.content.decode()


def test_a_funder_sees_what_was_submitted_and_no_draft() -> None:
    case = submitted_and_changed()
    client, slug = signed_in(make_member(case.workspace, Role.FUNDER)), case.workspace.slug
    own = reverse("application", args=[slug, case.application.pk])
    record = reverse("record", args=[slug, "applications", case.application.pk])
    shown = [own, record, reverse("collection", args=[slug, "applications"]),
             reverse("call", args=[slug, case.call.pk]),
             f"/api/v1/workspaces/{slug}/applications/",
             f"/api/v1/workspaces/{slug}/applications/{case.application.pk}/",
             reverse("application_version", args=[slug, case.application.pk, 1])]  # fmt: skip
    for path in shown:
        answer = client.get(path)
        text = answer.content.decode()
        assert answer.status_code == 200, path
        assert "Kasvuhakemus" in text, path
        for hidden in ("Luonnosnimi", "Luonnosteksti", "Jättämätön"):
            assert hidden not in text, (path, hidden)
    assert "352\xa0835" not in client.get(own).content.decode()
    assert "352\xa0736" in client.get(own).content.decode()
    history = client.get(f"/api/v1/workspaces/{slug}/applications/{case.application.pk}/history/").json()
    assert {each["change"] for each in history} == {"frozen"}
    log = client.get(reverse("activity", args=[slug])).content.decode()
    assert "Luonnosnimi" not in log
    with in_scope(case.workspace):
        draft = Application.objects.get(name="Jättämätön")
        assert Application.objects.get(pk=case.application.pk).name == "Luonnosnimi"
    for path in (
        reverse("application", args=[slug, draft.pk]),
        reverse("record", args=[slug, "applications", draft.pk]),
    ):
        assert client.get(path).status_code == 404
    assert client.post(reverse("application_step", args=[slug, case.application.pk])).status_code == 404


def test_an_application_brought_in_as_submitted_is_kept_by_a_button_and_then_seen() -> None:
    case = judged()
    slug = case.workspace.slug
    funder, owner = signed_in(make_member(case.workspace, Role.FUNDER)), signed_in(case.owner)
    own = reverse("application", args=[slug, case.application.pk])
    assert funder.get(own).status_code == 404
    assert reverse("application_keep", args=[slug, case.application.pk]) in owner.get(own).content.decode()
    assert owner.post(reverse("application_keep", args=[slug, case.application.pk])).status_code == 302
    assert funder.get(own).status_code == 200


def test_a_foreign_workspace_has_none_of_the_addresses() -> None:
    case, other = judged(), make_workspace()
    client = signed_in(make_member(other, Role.OWNER))
    with in_scope(case.workspace):
        asked = make_record("supplement-requests", application=case.application, state="open")
        decided = make_record("decisions", application=case.application)
    addresses = [
        ("call", [case.call.pk], "get"),
        ("application", [case.application.pk], "get"),
        ("application_step", [case.application.pk], "post"),
        ("application_keep", [case.application.pk], "post"),
        ("application_version", [case.application.pk, 1], "get"),
        ("application_versions", [case.application.pk], "get"),
        ("scoring", [case.application.pk], "get"),
        ("scoring", [case.application.pk], "post"),
        ("scoring_file", [case.application.pk], "get"),
        ("supplement_done", [asked.pk], "post"),
        ("decision_file", [decided.pk, "docx"], "get"),
    ]
    for name, values, method in addresses:
        for slug in (other.slug, case.workspace.slug):
            answer = getattr(client, method)(reverse(name, args=[slug, *values]))
            assert answer.status_code == 404, (name, slug)


@pytest.mark.parametrize("role", [Role.READER, Role.FUNDER, Role.GUEST])
def test_who_may_not_write_takes_no_step(role: Role) -> None:
    from tests.integration.factories import signed_in_as

    case = judged()
    with in_scope(case.workspace):
        asked = make_record("supplement-requests", application=case.application, state="open")
    client, slug = signed_in_as(case.workspace, role), case.workspace.slug
    posts = [
        reverse("application_step", args=[slug, case.application.pk]),
        reverse("application_keep", args=[slug, case.application.pk]),
        reverse("supplement_done", args=[slug, asked.pk]),
        reverse("scoring", args=[slug, case.application.pk]),
    ]
    for path in posts:
        assert client.post(path, {"to": "scored", "day": "1.3.2026", "version": "1"}).status_code == 404, path
    assert case.state() == "submitted"
    with in_scope(case.workspace):
        assert SupplementRequest.objects.get(pk=asked.pk).state == "open"
        assert len(application_state(case.application, today=TODAY).following) == 3
