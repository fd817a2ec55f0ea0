"""How long answers are kept: told beforehand, removed after the day, the results kept where that was chosen."""

from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.utils import timezone

from seutu.apps.accounts.enums import Role
from seutu.apps.jobs import chores
from seutu.apps.records.models import Activity, ActivityRow
from seutu.apps.records.operations import change_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.statistics.models import AnswerDraft, PersonalLink, SurveyResponse, SurveyWave
from seutu.apps.statistics.surveys.answer_operations import Sent, keep_draft
from seutu.apps.statistics.surveys.import_operations import SheetRow, import_answers
from seutu.apps.statistics.surveys.retention_operations import Removed, enforce_retention
from seutu.apps.statistics.surveys.tokens import new_token
from seutu.apps.statistics.surveys.wave_operations import make_personal_links
from seutu.web.views import survey_results
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as
from tests.integration.statistics.surveys import open_survey

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def at(day: int) -> datetime:
    return timezone.make_aware(datetime.combine(TODAY + timedelta(days=day), datetime.min.time()))


def held(*, keep_until: int, keep_figures: bool) -> Any:
    """Return a link of a wave with 12 answers, an unfinished one and personal links; days count from today."""
    link = open_survey(make_workspace())
    with in_scope(link.workspace):
        values = {"keep_until": TODAY + timedelta(days=keep_until), "keep_figures": keep_figures}
        set_survey(link, **values)
        rows = [SheetRow(n, {"who": ("residents", "city")[n % 2], "move": str(n % 11)}) for n in range(12)]
        import_answers(link.wave, ["who", "move"], rows, by=None, at=NOON, on=TODAY)
        letters: Any = make_record("survey-links", wave=link.wave, name="Kirje", link_type="personal")
        make_personal_links(letters, 5, by=None, at=NOON)
        keep_draft(link, Sent(new_token(link.code, 1, at=NOON), {"who": "city"}, "fi"), page=0, on=TODAY)
    return link


def set_survey(link: Any, **values: Any) -> None:
    survey = link.wave.survey
    survey.refresh_from_db()
    change_record(kind_named("surveys"), survey, values, version=survey.version, by=None, at=NOON)


def left() -> tuple[int, int, int]:
    return SurveyResponse.objects.count(), AnswerDraft.objects.count(), PersonalLink.objects.count()


def log_of(change: str) -> list[Any]:
    rows = ActivityRow.objects.filter(kind__in=("survey-answers", "personal-links"), change=change)
    return [(row.kind, row.values) for row in rows.order_by("activity__sequence", "position")]


def test_answers_are_told_of_then_removed_after_the_day_and_the_results_stay() -> None:
    link = held(keep_until=20, keep_figures=True)
    client = signed_in_as(link.workspace, Role.OWNER)
    base = f"/en/w/{link.workspace.slug}/surveys/{link.wave.survey_id}/waves/{link.wave_id}/"
    with pytest.MonkeyPatch.context() as patch:  # personal links hide the results of a wave that is not closed
        patch.setattr(survey_results, "waits_for_close", lambda _: False)
        before = client.get(f"{base}results/?figure=move").content.decode()
    with in_scope(link.workspace):
        assert enforce_retention(at=at(5)) == Removed(), "too early to tell"
        assert enforce_retention(at=at(8)) == Removed(told=1)
        assert log_of("changed")[-1][1]["due"] == [None, (TODAY + timedelta(days=21)).isoformat()]
        for day in (9, 20):
            assert enforce_retention(at=at(day)) == Removed()
        assert left() == (12, 1, 5)
        assert enforce_retention(at=at(21)) == Removed(waves=1, answers=12)
        assert left() == (0, 0, 0)
        assert SurveyWave.objects.get().state == "closed"
        assert [(kind, values["count"]) for kind, values in log_of("erased")] == [
            ("personal-links", ["5", None]),
            ("survey-answers", ["12", None]),
        ]
        assert enforce_retention(at=at(22)) == Removed()
        assert not Activity.objects.filter(person__isnull=False).exists()
    after = client.get(f"{base}results/?figure=move").content.decode()
    table = '"results-table'
    assert table in before
    assert after.split(table)[1].split("</table>")[0] == before.split(table)[1].split("</table>")[0]
    assert client.get(f"{base}results/file/?figure=move&weights=town").status_code == 200
    assert "The results were kept." in client.get(base).content.decode()


def test_a_day_that_has_passed_already_is_told_of_a_week_before_and_the_page_warns() -> None:
    link = held(keep_until=-400, keep_figures=False)
    client = signed_in_as(link.workspace, Role.OWNER)
    page = f"/en/w/{link.workspace.slug}/surveys/{link.wave.survey_id}/"
    assert "are removed for good on" in client.get(page).content.decode()
    with in_scope(link.workspace):
        assert enforce_retention(at=at(0)) == Removed(told=1)
        assert enforce_retention(at=at(6)) == Removed()
        set_survey(link, keep_until=TODAY - timedelta(days=1))
        assert enforce_retention(at=at(7)) == Removed(told=1), "another day is told of anew"
        assert enforce_retention(at=at(13)) == Removed()
        assert enforce_retention(at=at(14)) == Removed(waves=1, answers=12)
    assert "are removed for good on" not in client.get(page).content.decode()
    results = client.get(f"{page}waves/{link.wave_id}/results/").content.decode()
    assert "results-table" not in results


def always_fails(_at: datetime) -> None:
    raise RuntimeError


def test_the_worker_keeps_every_workspaces_promise_and_a_failing_chore_stops_no_other() -> None:
    link = held(keep_until=-1, keep_figures=False)
    assert chores.CHORES
    with patch.object(chores, "CHORES", [f"{__name__}.always_fails", *chores.CHORES]):
        chores.do_chores(at=at(0))
        chores.do_chores(at=at(8))
    with in_scope(link.workspace):
        assert left() == (0, 0, 0)
