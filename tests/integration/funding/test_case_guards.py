"""No way of writing moves an application's state past its own page, and a decider has one decision standing."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from seutu.apps.accounts.enums import Role
from seutu.apps.funding.application_operations import take_step
from seutu.apps.funding.case_guards import guard_application
from seutu.apps.funding.exceptions import StepNotPossibleError
from seutu.apps.funding.models import Application, Decision
from seutu.apps.records.exceptions import InvalidValuesError, NotYoursError, RejectedRowsError
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import, report_of
from seutu.apps.records.files.report import ImportReport
from seutu.apps.records.models import Activity
from seutu.apps.records.operations import change_record, create_record, restore_record, trash_record, undo
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_member, make_record, signed_in
from tests.integration.funding.judged import TWENTY, Judged, judged

pytestmark = pytest.mark.django_db
LATER = ("supplement_requested", "scored", "proposed", "approved", "rejected", "contracted", "closed", "withdrawn")


def brought(case: Judged, path: Path, kind: str, text: str, *, accept_good: bool = False) -> ImportReport:
    """Bring a file in as the owner."""
    declared = kind_named(kind)
    path.write_text(text)
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        plan = plan_import(declared, open_file(declared, path), language="fi")
        return apply_plan(plan, accept_good=accept_good, note=path.name, by=case.owner, at=NOON)


@pytest.mark.parametrize("state", LATER)
def test_a_file_moves_no_standing_application_to_another_state(tmp_path: Path, state: str) -> None:
    case = judged()
    case.score(case.first, TWENTY)
    project = case.application.project_id
    text = f"id,name,project_id,state,summary\n{case.application.pk},Kasvuhakemus,{project},{state},Uusi\n"
    with pytest.raises(RejectedRowsError) as caught:
        brought(case, tmp_path / "a.csv", "applications", text)
    assert "hakemuksen omalla sivulla" in caught.value.report.rejected[0].problems[0].message.fi
    assert case.state() == "submitted"
    same = text.replace(state, "submitted")
    assert brought(case, tmp_path / "b.csv", "applications", same).counts["changed"] == 1


def test_old_cases_are_brought_in_finished_by_those_who_may_import(tmp_path: Path) -> None:
    case = judged()
    project = case.application.project_id
    report = brought(
        case, tmp_path / "a.csv", "applications", f"name,project_id,state\nVanha hakemus,{project},contracted\n"
    )
    assert report.counts["created"] == 1
    with in_scope(case.workspace):
        assert Application.objects.get(name="Vanha hakemus").state == "contracted"


def test_a_new_application_in_a_later_state_is_for_those_who_may_import() -> None:
    case = judged()
    applications, slug = kind_named("applications"), case.workspace.slug
    values = {"name": "Valmis", "project": case.application.project_id, "state": "approved"}
    with in_scope(case.workspace, person=case.first, role=Role.CONTRIBUTOR):
        with pytest.raises(NotYoursError) as caught:
            create_record(applications, values, by=case.first, at=NOON)
        assert "omistaja tai vetäjä" in caught.value.problems["state"].fi
        create_record(applications, {**values, "state": "submitted"}, by=case.first, at=NOON)
    sent = json.dumps({"values": {**values, "project": str(values["project"])}})
    for who, status in ((case.first, 422), (make_member(case.workspace, Role.FACILITATOR), 201)):
        path = f"/api/v1/workspaces/{slug}/applications/"
        assert signed_in(who).post(path, sent, content_type="application/json").status_code == status


def test_the_interface_does_not_move_a_standing_one() -> None:
    case = judged()
    path = f"/api/v1/workspaces/{case.workspace.slug}/applications/{case.application.pk}/"
    body = json.dumps({"version": case.application.version, "values": {"state": "contracted"}})
    assert signed_in(case.owner).patch(path, body, content_type="application/json").status_code == 422
    assert case.state() == "submitted"


def step(case: Judged, to: str, day: date = date(2026, 3, 1)) -> int:
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        fresh = Application.objects.get(pk=case.application.pk)
        moved = take_step(application=fresh, to=to, day=day, version=fresh.version, by=case.owner, at=NOON)
        return moved.version


def undone(case: Judged, sequence: int) -> int:
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        return undo(Activity.objects.get(sequence=sequence), by=case.owner, at=NOON)


def decide(case: Judged, outcome: str, **values: Any) -> Decision:
    with in_scope(case.workspace):
        made = make_record(
            "decisions", **{"application": case.application, "outcome": outcome, "reasons": "Syy.", "name": outcome}
            | values
        )  # fmt: skip
        assert isinstance(made, Decision)
        return made


def test_undoing_an_undone_step_asks_for_what_the_step_asks() -> None:
    case = judged()
    step(case, "scored")
    step(case, "proposed")
    decision = decide(case, "approved")
    back = undone(case, step(case, "approved"))
    assert case.state() == "proposed"
    with in_scope(case.workspace):
        trash_record(kind_named("decisions"), decision, by=None, at=NOON)
    with pytest.raises(NotYoursError, match="Enter a decision"):
        undone(case, back)
    assert case.state() == "proposed"
    with in_scope(case.workspace):
        restore_record(kind_named("decisions"), Decision.objects.get(), by=None, at=NOON)
    undone(case, back)
    assert case.state() == "approved"


def test_the_guard_lets_no_state_be_passed_over_but_lets_steps_be_taken_back() -> None:
    case = judged()
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        fresh = Application.objects.get(pk=case.application.pk)
        for state, refused in (("contracted", True), ("approved", True), ("draft", False), ("withdrawn", False)):
            fresh.state = state
            assert bool(guard_application(fresh, case.owner)) is refused, state
            assert guard_application(fresh, None) == {}


# Decisions: one of a decider stands.


def other_decision(case: Judged, **values: Any) -> dict[str, Any]:
    return {"application": case.application.pk, "outcome": "rejected", "name": "Toinen", "reasons": "Syy."} | values


def test_a_decider_has_one_decision_standing_on_an_application() -> None:
    case, decisions = judged(), kind_named("decisions")
    made = decide(case, "approved", day=date(2026, 2, 1))
    with in_scope(case.workspace, person=case.first, role=Role.CONTRIBUTOR):
        with pytest.raises(NotYoursError) as caught:
            create_record(decisions, other_decision(case), by=case.first, at=NOON)
        said = caught.value.problems["outcome"].fi
        assert "approved, hyväksytty, 1.2.2026" in said
        assert "roskakoriin" in said
        for outcome in ("postponed", "returned", None):
            create_record(decisions, other_decision(case, outcome=outcome, name=f"{outcome}"), by=case.first, at=NOON)
        fresh = Decision.objects.get(pk=made.pk)
        trashed = trash_record(decisions, fresh, by=case.first, at=NOON)
        create_record(decisions, other_decision(case), by=case.first, at=NOON)
        with pytest.raises(NotYoursError):
            restore_record(decisions, fresh, by=case.first, at=NOON)
        with pytest.raises(NotYoursError):
            undo(Activity.objects.get(sequence=trashed.version), by=case.first, at=NOON)
        postponed = Decision.objects.get(name="postponed")
        with pytest.raises(InvalidValuesError):
            change_record(
                decisions, postponed, {"outcome": "approved"}, version=postponed.version, by=case.first, at=NOON
            )


def test_a_decision_without_a_decider_is_the_funder_s_and_another_decider_has_its_own() -> None:
    case, decisions = judged(), kind_named("decisions")
    with in_scope(case.workspace):
        funder, town = make_record("actors", name="Rahoittaja"), make_record("actors", name="Kaupunki")
        call = kind_named("calls").model.objects.get(pk=case.call.pk)
        change_record(kind_named("calls"), call, {"funder": funder.pk}, version=call.version, by=None, at=NOON)
    decide(case, "approved")
    with in_scope(case.workspace):
        with pytest.raises(NotYoursError):
            create_record(decisions, other_decision(case, decider=funder.pk), by=None, at=NOON)
        create_record(decisions, other_decision(case, decider=town.pk), by=None, at=NOON)
    step(case, "scored")
    step(case, "proposed")
    with pytest.raises(StepNotPossibleError):
        step(case, "rejected")
    step(case, "approved")


def two_standing(case: Judged) -> list[Decision]:
    """Two opposite decisions from before the guard."""
    made = decide(case, "approved")
    other = decide(case, "postponed")
    with in_scope(case.workspace):
        other.outcome = "rejected"
        other.save()
        return [made, Decision.objects.get(pk=other.pk)]


def test_two_that_stand_from_before_decide_nothing_and_either_can_be_put_away() -> None:
    case, decisions = judged(), kind_named("decisions")
    first, second = two_standing(case)
    step(case, "scored")
    step(case, "proposed")
    for to in ("approved", "rejected"):
        with pytest.raises(StepNotPossibleError, match="different outcomes"):
            step(case, to)
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        change_record(decisions, first, {"section": "12"}, version=first.version, by=case.owner, at=NOON)
        trash_record(decisions, second, by=case.owner, at=NOON)
    step(case, "approved")


@pytest.mark.parametrize("accept_good", [False, True])
def test_a_file_s_own_rows_are_held_against_each_other(tmp_path: Path, *, accept_good: bool) -> None:
    case = judged()
    rows = "".join(f"{name},{case.application.pk},{name}\n" for name in ("approved", "rejected", "postponed"))
    text = f"name,application_id,outcome\n{rows}"
    if not accept_good:
        with pytest.raises(RejectedRowsError) as caught:
            brought(case, tmp_path / "d.csv", "decisions", text)
        rejected = caught.value.report.rejected
    else:
        report = brought(case, tmp_path / "d.csv", "decisions", text, accept_good=True)
        assert (report.counts["created"], report.rows) == (2, 3)
        rejected = report.rejected
    assert [each.problems[0].line for each in rejected] == [3]
    assert "saman päättäjän päätös" in rejected[0].problems[0].message.fi
    with in_scope(case.workspace):
        assert Decision.objects.count() == (2 if accept_good else 0)


def test_the_preview_tells_of_a_row_beside_a_standing_decision(tmp_path: Path) -> None:
    case, path = judged(), tmp_path / "d.csv"
    decide(case, "approved")
    path.write_text(f"name,application_id,outcome\nToinen,{case.application.pk},rejected\n")
    decisions = kind_named("decisions")
    with in_scope(case.workspace, person=case.owner, role=Role.OWNER):
        report = report_of(plan_import(decisions, open_file(decisions, path), language="fi"))
    assert "saman päättäjän päätös" in report.rejected[0].problems[0].message.fi
