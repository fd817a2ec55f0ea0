"""Others' scores are hidden until one's own are done: every way to them is tried, by those who must not see."""

import io
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client
from openpyxl import load_workbook

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User
from seutu.apps.funding.models import Score
from seutu.apps.funding.scoring_queries import scoring_of
from seutu.apps.records.enums import Audience, Operation
from seutu.apps.records.exceptions import InvalidValuesError, NotYoursError, UndoConflictError
from seutu.apps.records.models import Activity, everywhere
from seutu.apps.records.operations import change_record, comment, create_record, share_record, trash_record, undo
from seutu.apps.records.queries import referring_to
from seutu.apps.records.scope import in_scope
from seutu.apps.records.searching import hits_by_kind
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, guest_of, make_member, make_network, make_workspace, signed_in
from tests.integration.funding.judged import TWENTY, Judged, judged

pytestmark = pytest.mark.django_db
SECRET = "Salainenperustelu"


@pytest.fixture
def case() -> Judged:
    """An application that the first assessor has scored in full, with a comment nobody else may read yet."""
    made = judged()
    made.score(made.first, TWENTY, comment=SECRET)
    return made


def scores_seen(case: Judged, who: User | None, role: Role) -> int:
    with in_scope(case.workspace, person=who, role=role):
        return Score.objects.count()


def test_the_system_sees_all_and_guests_none(case: Judged) -> None:
    assert scores_seen(case, None, Role.OWNER) == 9
    assert scores_seen(case, None, Role.GUEST) == 0
    assert scores_seen(case, case.first, Role.GUEST) == 0
    assert scores_seen(case, case.first, Role.FUNDER) == 0


def test_an_assessor_sees_others_when_she_has_scored_every_criterion(case: Judged) -> None:
    assert scores_seen(case, case.second, Role.CONTRIBUTOR) == 0
    case.score(case.second, TWENTY[:8])
    assert scores_seen(case, case.second, Role.CONTRIBUTOR) == 8
    assert scores_seen(case, case.first, Role.CONTRIBUTOR) == 17
    case.score(case.second, TWENTY)
    assert scores_seen(case, case.second, Role.CONTRIBUTOR) == 18


def test_an_owner_sees_them_after_the_scoring_and_not_before(case: Judged) -> None:
    assert scores_seen(case, case.owner, Role.OWNER) == 0
    set_state(case, "scored")
    assert scores_seen(case, case.owner, Role.OWNER) == 9
    path = f"/fi/w/{case.workspace.slug}/r/scores/export/machine/"
    assert told(signed_in(case.owner), path)[1].count(SECRET) == 9
    assert told(signed_in(case.second), path)[1].count(SECRET) == 0
    assert scores_seen(case, case.second, Role.CONTRIBUTOR) == 0
    set_state(case, "withdrawn")
    assert scores_seen(case, case.owner, Role.OWNER) == 0


def set_state(case: Judged, state: str) -> None:
    from seutu.apps.records.recording import recording

    with in_scope(case.workspace), recording(Operation.IMPORT, by=None, at=NOON) as act:
        case.application = type(case.application).objects.get(pk=case.application.pk)
        act.change(kind_named("applications"), case.application, {"state": state})


def test_scoring_one_criterion_and_trashing_the_others_opens_that_one_only(case: Judged) -> None:
    case.score(case.second, TWENTY[:1])
    with in_scope(case.workspace):
        for each in case.criteria[1:]:
            trash_record(kind_named("criteria"), each, by=None, at=NOON)
    assert scores_seen(case, case.second, Role.CONTRIBUTOR) == 2


def test_moving_the_application_to_an_easier_call_opens_nothing(case: Judged) -> None:
    applications = kind_named("applications")
    with in_scope(case.workspace):
        fresh = type(case.application).objects.get(pk=case.application.pk)
        change_record(applications, fresh, {"call": None}, version=fresh.version, by=None, at=NOON)
    assert scores_seen(case, case.second, Role.CONTRIBUTOR) == 0


def test_another_workspace_sees_none(case: Judged) -> None:
    other = judged()
    assert scores_seen(other, case.first, Role.OWNER) == 0
    assert everywhere(Score).count() == 9


# The ways to them: each is asked by the second assessor and by the owner, who must not see the first one's yet.

PATHS = {
    "list": "/fi/w/{slug}/r/scores/",
    "list narrowed": "/fi/w/{slug}/r/scores/?q=" + SECRET,
    "record": "/fi/w/{slug}/r/scores/{score}/",
    "form": "/fi/w/{slug}/r/scores/{score}/edit/",
    "sharing": "/fi/w/{slug}/r/scores/{score}/share/",
    "excel": "/fi/w/{slug}/export/scores/xlsx/",
    "search": "/fi/w/{slug}/search/?q=" + SECRET,
    "application's record": "/fi/w/{slug}/r/applications/{application}/",
    "criterion's record": "/fi/w/{slug}/r/criteria/{criterion}/",
    "application's page": "/fi/w/{slug}/applications/{application}/",
    "desk": "/fi/w/{slug}/applications/{application}/scoring/",
    "desk's workbook": "/fi/w/{slug}/applications/{application}/scoring/file/",
    "call": "/fi/w/{slug}/calls/{call}/",
    "log": "/fi/w/{slug}/activity/",
    "act": "/fi/w/{slug}/activity/{sequence}/",
    "trash": "/fi/w/{slug}/trash/",
    "home": "/fi/w/{slug}/",
    "suggestions": "/fi/w/{slug}/suggest/?kind=scores&x=" + SECRET,
    "api list": "/api/v1/workspaces/{slug}/scores/",
    "api record": "/api/v1/workspaces/{slug}/scores/{score}/",
    "api history": "/api/v1/workspaces/{slug}/scores/{score}/history/",
}


def paths(case: Judged) -> dict[str, str]:
    from django.urls import reverse

    with in_scope(case.workspace):
        score = Score.objects.order_by("criterion__number").first()
        assert score is not None
        sequence = Activity.objects.filter(kind="scores").first()
        assert sequence is not None
        slug = case.workspace.slug
        filled = {
            name: path.format(
                slug=slug,
                score=score.pk,
                application=case.application.pk,
                criterion=score.criterion_id,
                call=case.call.pk,
                sequence=sequence.sequence,
            )
            for name, path in PATHS.items()
        }
        filled["excel"] = reverse("export", args=[slug, "scores", "xlsx"])
        filled["act"] = reverse("act", args=[slug, sequence.sequence])
        filled["log"] = reverse("activity", args=[slug])
        filled["search"] = reverse("search", args=[slug]) + f"?q={SECRET}"
        return filled


def told(client: Client, path: str) -> tuple[int, str]:
    answer = client.get(path)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[arg-type]
    if content[:2] == b"PK":
        book = load_workbook(io.BytesIO(content), read_only=True)
        rows = [str(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
        return answer.status_code, "\n".join(rows)
    return answer.status_code, content.decode()


@pytest.mark.many_cases
@pytest.mark.parametrize("way", PATHS)
def test_a_way_shows_nothing_before_and_what_it_should_after(case: Judged, way: str) -> None:
    path = paths(case)[way]
    quiet = {"owner": signed_in(case.owner), "assessor": signed_in(case.second), "guest": guest_of(case.workspace)}
    quiet["reader"] = signed_in(make_member(case.workspace, Role.READER))
    quiet["funder"] = signed_in(make_member(case.workspace, Role.FUNDER))
    for who, client in quiet.items():
        status, text = told(client, path)
        assert status in {200, 302, 401, 403, 404}, (who, way)
        if f"?q={SECRET}" not in path and f"={SECRET}" not in path:
            assert SECRET not in text, (who, way)
        assert f"{SECRET} 1" not in text, (who, way)
        if way in {"list", "excel", "desk", "act", "api list"}:
            assert case.first.email not in text, (who, way)
    own_status, own_text = told(signed_in(case.first), path)
    case.score(case.second, TWENTY)
    status, text = told(signed_in(case.second), path)
    assert (status == own_status) or way == "sharing"
    if way in {"record", "desk", "excel", "api record", "api list", "act", "desk's workbook", "api history"}:
        assert f"{SECRET} 1" in own_text, way
        assert f"{SECRET} 1" in text, way


def test_counts_and_referring_lists_do_not_tell(case: Judged) -> None:
    with in_scope(case.workspace, person=case.second, role=Role.CONTRIBUTOR):
        uses = referring_to(kind_named("applications"), case.application.pk)
        assert "scores" not in {each.kind.name for each in uses}
        assert not [each for each in hits_by_kind(SECRET, personal=True) if each.kind.name == "scores"]
        assert scoring_of(case.application).results is None
        assert (scoring_of(case.application).finished, scoring_of(case.application).begun) == (1, 1)


def test_a_person_s_data_leave_the_scores_out_until_they_are_open(case: Judged) -> None:
    from seutu.apps.register.privacy_extract import person_extract
    from seutu.apps.register.privacy_search import person_known_by

    for who, role, there in ((case.owner, Role.OWNER, False), (None, Role.OWNER, True)):
        with in_scope(case.workspace, person=who, role=role):
            person = person_known_by(case.first.email)
            assert person is not None
            assert (SECRET in json.dumps(person_extract(person, at=NOON), default=str)) is there


def test_erasing_a_person_who_has_left_reaches_the_hidden_scores(case: Judged) -> None:
    from seutu.apps.accounts.models import Membership
    from seutu.apps.register.privacy_operations import person_erase
    from seutu.apps.register.privacy_search import person_known_by

    Membership.objects.filter(person=case.first).delete()
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        person = person_known_by(case.first.email)
        assert person is not None
        person_erase(person, by=case.owner, at=NOON)
    with in_scope(case.workspace):
        assert not Score.objects.filter(assessor=case.first.email).exists()
        assert Score.objects.count() == 9


def test_a_score_is_shared_with_nobody(case: Judged) -> None:
    fellow = make_workspace(owner=make_member(case.workspace, Role.READER))
    make_network("Verkosto", case.workspace, fellow)
    scores = kind_named("scores")
    with in_scope(case.workspace, person=case.first, role=Role.FACILITATOR):
        mine = Score.objects.first()
        assert mine is not None
        share_record(scores, mine, Audience.NAMED, [fellow], by=case.first, at=NOON)
        with_whom = case.workspace.slug
    client = signed_in(make_member(fellow, Role.OWNER))
    assert client.get(f"/fi/w/{fellow.slug}/shared/{with_whom}/scores/{mine.pk}/").status_code == 404
    page = client.get(f"/fi/w/{fellow.slug}/shared/")
    assert page.status_code == 200
    assert SECRET not in page.content.decode()


# Writing: each gives her own scores only, whatever the way.


def denied(write: Callable[[], object]) -> None:
    with pytest.raises((NotYoursError, InvalidValuesError, UndoConflictError, Score.DoesNotExist)):
        write()


def test_nobody_writes_another_s_score_not_even_when_it_is_seen(case: Judged) -> None:
    case.score(case.second, TWENTY)
    scores = kind_named("scores")
    with in_scope(case.workspace, person=case.second, role=Role.OWNER):
        theirs = Score.objects.filter(assessor=case.first.email).first()
        assert theirs is not None
        by, version = case.second, theirs.version
        take_over = {"assessor": by.email, "points": Decimal(0)}
        denied(lambda: change_record(scores, theirs, {"points": Decimal(0)}, version=version, by=by, at=NOON))
        denied(lambda: change_record(scores, theirs, take_over, version=version, by=by, at=NOON))
        denied(lambda: trash_record(scores, theirs, by=by, at=NOON))
        act = Activity.objects.get(sequence=version)
        denied(lambda: undo(act, by=by, at=NOON))
        mine = Score.objects.filter(assessor=by.email).first()
        assert mine is not None
        given_away = {"assessor": case.first.email}
        denied(lambda: change_record(scores, mine, given_away, version=mine.version, by=by, at=NOON))
        in_her_name = {
            "application": case.application.pk,
            "criterion": case.criteria[0].pk,
            "assessor": case.first.email,
            "points": Decimal(1),
        }
        denied(lambda: create_record(scores, in_her_name, by=by, at=NOON))
    with in_scope(case.workspace):
        assert set(Score.objects.filter(assessor=case.first.email).values_list("points", flat=True)) == {2, 3}


def test_a_job_that_works_for_a_person_undoes_no_other_s_scores(case: Judged) -> None:
    with in_scope(case.workspace):
        act = Activity.objects.filter(kind="scores").first()
        assert act is not None
        denied(lambda: undo(act, by=case.second, at=NOON))
        assert Score.objects.count() == 9


def test_pages_and_the_interface_refuse_with_a_reason(case: Judged) -> None:
    case.score(case.second, TWENTY)
    with in_scope(case.workspace):
        theirs = Score.objects.filter(assessor=case.first.email).first()
        assert theirs is not None
        version = theirs.version
    client, slug = signed_in(case.second), case.workspace.slug
    page = client.post(f"/fi/w/{slug}/r/scores/{theirs.pk}/trash/", follow=True).content.decode()
    assert "Pisteet antaa arvioija itse" in page
    act = client.post(f"/fi/w/{slug}/activity/{version}/undo/", follow=True)
    assert "Pisteet antaa arvioija itse" in act.content.decode()
    address = f"/api/v1/workspaces/{slug}/scores/{theirs.pk}/"
    assert client.delete(address).status_code == 403
    body = json.dumps({"version": version, "values": {"points": "0"}})
    assert client.patch(address, body, content_type="application/json").status_code == 422
    with in_scope(case.workspace):
        assert Score.objects.filter(trashed_at__isnull=True, assessor=case.first.email).count() == 9


def test_scores_stand_still_once_the_scoring_is_over(case: Judged) -> None:
    set_state(case, "scored")
    scores = kind_named("scores")
    with in_scope(case.workspace, person=case.first, role=Role.CONTRIBUTOR):
        mine = Score.objects.first()
        assert mine is not None
        denied(
            lambda: change_record(scores, mine, {"points": Decimal(0)}, version=mine.version, by=case.first, at=NOON)
        )
        denied(lambda: trash_record(scores, mine, by=case.first, at=NOON))


def test_an_import_of_others_scores_is_rejected_row_by_row(case: Judged, tmp_path: Path) -> None:
    from seutu.apps.records.files.exporting import export_kind
    from seutu.apps.records.files.importing import open_file, plan_import, report_of
    from seutu.apps.records.queries import records_of

    scores = kind_named("scores")
    stream = io.BytesIO()
    with in_scope(case.workspace):
        export_kind(scores, records_of(scores).iterator(), stream, form="machine", language="fi")
    changed = stream.getvalue().decode().replace(SECRET, "Muutettu").encode()
    for content in (stream.getvalue(), changed):
        path = tmp_path / "scores.csv"
        path.write_bytes(content)
        with in_scope(case.workspace, person=case.second, role=Role.OWNER):
            plan = plan_import(scores, open_file(scores, path), language="fi")
            report = report_of(plan)
            assert len(report.rejected) == 9
            assert "Pisteet antaa arvioija itse" in report.rejected[0].problems[0].message.fi


def test_a_comment_on_a_hidden_score_stays_hidden(case: Judged) -> None:
    scores = kind_named("scores")
    with in_scope(case.workspace, person=case.first, role=Role.CONTRIBUTOR):
        mine = Score.objects.first()
        assert mine is not None
        comment(scores, mine, "Huomautuspisteistä", by=case.first, at=NOON)
        last = Activity.objects.first()
        assert last is not None
    path = f"/fi/w/{case.workspace.slug}/activity/{last.sequence}/"
    assert "Huomautuspisteistä" in told(signed_in(case.first), path)[1]
    assert "Huomautuspisteistä" not in told(signed_in(case.owner), path)[1]


def test_undoing_the_undoing_of_a_closed_scoring_opens_no_unfinished_scores(case: Judged) -> None:
    set_state(case, "scored")
    with in_scope(case.workspace):
        undo(Activity.objects.get(sequence=case.application.version), by=case.owner, at=NOON)
        last = Activity.objects.latest("sequence")
    case.score(case.second, TWENTY[:1])
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        denied(lambda: undo(last, by=case.owner, at=NOON))
    assert scores_seen(case, case.owner, Role.OWNER) == 0
    case.score(case.second, TWENTY)
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        undo(last, by=case.owner, at=NOON)
    assert scores_seen(case, case.owner, Role.OWNER) == 18


@pytest.mark.parametrize("state", ["scored", "approved"])
def test_a_file_closes_no_scoring(case: Judged, tmp_path: Path, state: str) -> None:
    from seutu.apps.records.files.importing import open_file, plan_import, report_of

    case.score(case.second, TWENTY[:1])
    applications, path = kind_named("applications"), tmp_path / "applications.csv"
    path.write_text(
        f"id,name,project_id,state\n{case.application.pk},Uusi nimi,{case.application.project_id},{state}\n"
    )
    for points in (TWENTY[:1], TWENTY):
        case.score(case.second, points)
        with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
            report = report_of(plan_import(applications, open_file(applications, path), language="fi"))
            assert "hakemuksen omalla sivulla" in report.rejected[0].problems[0].message.fi
            assert Score.objects.filter(trashed_at__isnull=True).count() == 0
