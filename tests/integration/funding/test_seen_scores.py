"""Who has seen others' scores: an owner gives none any more, an assessor's corrections are told with the first ones."""

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User
from seutu.apps.funding.application_operations import take_step
from seutu.apps.funding.models import Application, Score
from seutu.apps.funding.scoring_queries import scoring_of
from seutu.apps.records.access_operations import give_role
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import NotYoursError
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import (
    change_record,
    create_record,
    remove_record,
    restore_record,
    trash_record,
    undo,
)
from seutu.apps.records.recording import recording
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_member, make_record, signed_in
from tests.integration.funding.judged import TWENTY, Judged, judged

pytestmark = pytest.mark.django_db
LOW = (0,) * 9


@pytest.fixture
def case() -> Judged:
    """An application that the first assessor has scored in full."""
    made = judged()
    made.score(made.first, TWENTY)
    return made


def close_and_open(case: Judged) -> None:
    """Let the owner close the scoring by its own step and take the step back."""
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        fresh = Application.objects.get(pk=case.application.pk)
        day = date(2026, 3, 1)
        moved = take_step(application=fresh, to="scored", day=day, version=fresh.version, by=case.owner, at=NOON)
        assert Score.objects.filter(assessor=case.first.email).count() == 9, "the owner reads everybody's scores"
        undo(Activity.objects.get(sequence=moved.version), by=case.owner, at=NOON)


def refused(case: Judged, who: User, role: Role) -> None:
    with pytest.raises(NotYoursError) as caught:
        case.score(who, TWENTY, role=role)
    assert "omistaja on nähnyt muiden pisteet" in next(iter(caught.value.problems.values())).fi


def test_an_owner_who_has_closed_the_scoring_gives_no_scores_afterwards(case: Judged) -> None:
    case.score(case.owner, TWENTY[:2], role=Role.OWNER)
    with in_scope(case.workspace):
        given = Activity.objects.latest("sequence")
        for each in Score.objects.filter(assessor=case.owner.email):
            trash_record(kind_named("scores"), each, by=None, at=NOON)
    close_and_open(case)
    assert case.state() == "submitted"
    refused(case, case.owner, Role.OWNER)
    refused(case, case.owner, Role.CONTRIBUTOR)
    scores = kind_named("scores")
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        mine = Score.objects.filter(assessor=case.owner.email).first()
        assert mine is not None
        new = {"application": case.application.pk, "criterion": case.criteria[5].pk, "points": Decimal(1)}
        for write in (
            lambda: restore_record(scores, mine, by=case.owner, at=NOON),
            lambda: remove_record(scores, mine, by=case.owner, at=NOON),
            lambda: create_record(scores, {**new, "assessor": case.owner.email}, by=case.owner, at=NOON),
            lambda: undo(Activity.objects.get(sequence=given.sequence + 1), by=case.owner, at=NOON),
        ):
            with pytest.raises(NotYoursError):
                write()
    case.score(case.second, TWENTY)


def test_giving_the_ownership_away_does_not_help(case: Judged) -> None:
    close_and_open(case)
    other = make_member(case.workspace, Role.OWNER)
    give_role(workspace=case.workspace, person=case.owner, role=Role.CONTRIBUTOR, by=other, at=NOON)
    refused(case, case.owner, Role.CONTRIBUTOR)
    refused(case, other, Role.OWNER)


def test_an_owner_scores_as_long_as_the_scoring_has_not_been_closed(case: Judged) -> None:
    case.score(case.owner, TWENTY, role=Role.OWNER)
    alone = judged()
    alone.score(alone.owner, TWENTY, role=Role.OWNER)
    with in_scope(alone.workspace, person=alone.owner, role=Role.OWNER):
        assert not scoring_of(alone.application).barred


def test_the_desk_and_the_interface_tell_the_owner_why(case: Judged) -> None:
    close_and_open(case)
    client, slug = signed_in(case.owner), case.workspace.slug
    page = client.get(reverse("scoring", args=[slug, case.application.pk]))
    assert page.context["rows"] == []
    assert "omistaja on nähnyt muiden pisteet" in page.context["notices"][0]["text"]
    body = {
        "values": {
            "application": str(case.application.pk),
            "criterion": str(case.criteria[0].pk),
            "assessor": case.owner.email,
            "points": "1",
        }
    }
    answer = client.post(f"/api/v1/workspaces/{slug}/scores/", json.dumps(body), content_type="application/json")
    assert answer.status_code == 422
    assert "omistaja on nähnyt" in answer.json()["errors"][0]["detail"]


def changed_of(case: Judged, who: User) -> dict[str, tuple[Decimal, Decimal | None]]:
    """Return what the person is told of changed points, by criterion's number."""
    numbers = {str(each.pk): each.number for each in case.criteria}
    with in_scope(case.workspace, person=who, role=Role.CONTRIBUTOR):
        found = scoring_of(case.application).changed
    return {numbers[criterion]: (each.first, each.now) for (_, criterion), each in found.items()}


def test_placeholders_corrected_after_reading_the_others_are_marked_for_everybody(case: Judged) -> None:
    case.score(case.second, LOW)
    assert changed_of(case, case.first) == {}
    case.score(case.second, (3, *LOW[1:]))
    for who in (case.first, case.second):
        assert changed_of(case, who) == {"1": (Decimal(0), Decimal(3))}
    client = signed_in(case.first)
    page = client.get(reverse("scoring", args=[case.workspace.slug, case.application.pk]))
    assert {"3 (ensin 0)", "3 (first 0)"} & {each["text"] for each in page.context["results"]["rows"][0]["cells"]}
    file = client.get(reverse("scoring_file", args=[case.workspace.slug, case.application.pk]))
    sheet = load_workbook(io.BytesIO(b"".join(file.streaming_content))).worksheets[0]  # type: ignore[arg-type]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][-1] == "Muutettu muiden pisteiden näkymisen jälkeen"
    assert rows[1][-1] == f"{case.second.email}: 0 → 3"
    assert rows[2][-1] is None


def test_trashing_removing_and_giving_anew_hides_nothing(case: Judged) -> None:
    case.score(case.second, LOW)
    scores = kind_named("scores")
    with in_scope(case.workspace, person=case.second, role=Role.CONTRIBUTOR):
        mine = Score.objects.get(assessor=case.second.email, criterion=case.criteria[0])
        trash_record(scores, mine, by=case.second, at=NOON)
    assert changed_of(case, case.first) == {"1": (Decimal(0), None)}
    with in_scope(case.workspace, person=case.second, role=Role.CONTRIBUTOR):
        remove_record(scores, mine, by=case.second, at=NOON)
    case.score(case.second, (2, *LOW[1:]))
    assert changed_of(case, case.first) == {"1": (Decimal(0), Decimal(2))}
    with in_scope(case.workspace, person=case.second, role=Role.CONTRIBUTOR):
        undo(Activity.objects.latest("sequence"), by=case.second, at=NOON)
    assert changed_of(case, case.first) == {"1": (Decimal(0), None)}


def test_a_criterion_added_between_hides_nothing(case: Judged) -> None:
    case.score(case.second, LOW)
    with in_scope(case.workspace):
        make_record("criteria", call=case.call, number="10", name="Lisäperuste", max_points=Decimal(3))
    case.score(case.second, (3, *LOW[1:]))
    assert changed_of(case, case.first) == {}, "nothing is open while she lacks one"
    with in_scope(case.workspace):
        added = kind_named("criteria").model.objects.get(number="10")
        trash_record(kind_named("criteria"), added, by=None, at=NOON)
    assert changed_of(case, case.first) == {"1": (Decimal(0), Decimal(3))}


def test_a_score_is_not_moved_to_another_application_or_criterion(case: Judged) -> None:
    scores = kind_named("scores")
    with in_scope(case.workspace):
        other = make_record("applications", call=case.call, project=case.application.project, state="submitted")
        free = make_record("criteria", call=case.call, number="10", name="Lisäperuste", max_points=Decimal(3))
    with in_scope(case.workspace, person=case.first, role=Role.CONTRIBUTOR):
        mine = Score.objects.filter(criterion=case.criteria[0]).get()
        for values in ({"application": other.pk}, {"criterion": free.pk}):
            with pytest.raises(NotYoursError, match="stays with"):
                change_record(scores, mine, values, version=mine.version, by=case.first, at=NOON)


def test_an_erased_assessor_s_scores_are_read_without_an_error(case: Judged) -> None:
    case.score(case.second, LOW)
    case.score(case.second, (3, *LOW[1:]))
    with in_scope(case.workspace), recording(Operation.ERASE, by=None, at=NOON) as act:
        for each in Score.objects.filter(assessor=case.second.email):
            act.change(kind_named("scores"), each, {"assessor": "poistettu@example.org"})
    assert changed_of(case, case.first) == {"1": (Decimal(0), Decimal(3))}
