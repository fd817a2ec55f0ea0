"""A budget change that was approved is taken into the budget: both lines and the change itself in one act.

The budget as it was before is kept as a version. Not for working the change out (``core.funding.budget_changes``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from seutu.apps.accounts.models import User
from seutu.apps.funding.exceptions import ChangeNotPossibleError
from seutu.apps.funding.kinds.calculations import CALCULATION_COLUMNS
from seutu.apps.funding.models import BudgetChange, CostLine, CostYear
from seutu.apps.funding.plans import ProjectPlan, plan_of
from seutu.apps.programmes.models import Project
from seutu.apps.records.enums import Operation
from seutu.apps.records.models import Activity, ActivityRow
from seutu.apps.records.operations import values_of
from seutu.apps.records.queries import record_of, records_of
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.columns import Value
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.snapshots import keep_version
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.funding.budget_changes import BudgetMove, ChangedLine, ChangingLine, moved
from seutu.core.funding.plans import CostKind
from seutu.core.text import Text

APPROVED: Final = "approved"
APPLIED: Final = "applied"
BUDGET_FORM: Final = "budget"
"""The form of a project's kept budgets."""
PARTS: Final = ("cost-lines", "funding-rows")
NOT_APPROVED: Final = Text(
    fi="Muutosta ei ole hyväksytty, joten sitä ei voi viedä budjettiin. Merkitse päätös muutokseen ensin.",
    sv="Ändringen är inte godkänd och kan inte föras in i budgeten. Anteckna först beslutet i ändringen.",
    en="The change has not been approved, so it cannot be taken into the budget. Enter the decision in it first.",
)
DONE_ALREADY: Final = Text(
    fi="Muutos on jo viety budjettiin. Lataa sivu uudelleen.",
    sv="Ändringen har redan förts in i budgeten. Ladda om sidan.",
    en="The change has been taken into the budget already. Load the page again.",
)
STALE: Final = Text(
    fi="Rivi ”{line}” on muuttunut sen jälkeen, kun avasit sivun, joten mitään ei tallennettu. Tarkista luvut ja "
    "vie muutos uudelleen.",
    sv="Raden ”{line}” har ändrats sedan du öppnade sidan, så inget sparades. Kontrollera siffrorna och för in "
    "ändringen på nytt.",
    en="The line “{line}” has changed since you opened the page, so nothing was saved. Check the figures and take the "
    "change in again.",
)
CHANGED: Final = Text(
    fi="Muutosta on muokattu sen jälkeen, kun avasit sivun, joten mitään ei tallennettu. Tarkista se ja vie uudelleen.",
    sv="Ändringen har redigerats sedan du öppnade sidan, så inget sparades. Kontrollera den och för in den på nytt.",
    en="The change has been edited since you opened the page, so nothing was saved. Check it and take it in again.",
)
OTHER_PROJECT: Final = Text(
    fi="Rivi ”{line}” kuuluu toiseen hankkeeseen tai on roskakorissa. Valitse muutokseen hankkeen oma rivi.",
    sv="Raden ”{line}” hör till ett annat projekt eller ligger i papperskorgen. Välj en av projektets egna rader.",
    en="The line “{line}” belongs to another project or is in the trash. Choose a line of the project's own.",
)
STILL_IN: Final = Text(
    fi="Muutos on jo kerran viety budjettiin, eikä vientiä ole kumottu. Kumoa se tapahtumista, ennen kuin viet "
    "muutoksen uudelleen.",
    sv="Ändringen har redan en gång förts in i budgeten och det har inte ångrats. Ångra det i händelserna innan du för "
    "in ändringen på nytt.",
    en="The change has been taken into the budget once, and that has not been undone. Undo it in the activity log "
    "before you take the change in again.",
)
SAME_LINE: Final = Text(
    fi="Siirto on samalta riviltä samalle riville. Valitse muutokseen kaksi eri riviä.",
    sv="Flyttningen är från en rad till samma rad. Välj två olika rader i ändringen.",
    en="The change is from a line to the same line. Choose two different lines in the change.",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person had on the page: the versions of the change and its lines, and the years that were chosen."""

    change: int
    source: int
    target: int
    source_year: str | None = None
    target_year: str | None = None


def years_of(*lines: CostLine) -> dict[tuple[Any, str], CostYear]:
    """Return the years of lines by line and year."""
    held = CostYear.objects.filter(cost_line__in=[line.pk for line in lines], trashed_at__isnull=True)
    return {(each.cost_line_id, each.year): each for each in held}


def worked_amounts(shown: ProjectPlan) -> dict[UUID, Decimal]:
    """Return what each line of a plan comes to, stated or worked out; those that are not known are left out."""
    lines = zip(shown.cost_ids, shown.worked.cost_lines, strict=True)
    return {pk: line.amount.number for pk, line in lines if not line.amount.is_blank}


def changing_line(
    line: CostLine, years: Mapping[tuple[Any, str], CostYear], *, used: Decimal, worked: Mapping[UUID, Decimal]
) -> ChangingLine:
    """Return a line as the change sees it, by the plan's ``worked`` amounts; blank years are left out."""
    own = {year: plain_number(each.amount) for (of, year), each in sorted(years.items(), key=lambda item: item[0][1])
           if of == line.pk and each.amount is not None}  # fmt: skip
    amount = worked.get(line.pk) if line.amount is None else plain_number(line.amount)
    if line.amount is None and own and amount == sum(own.values()):
        amount = None
    is_calculated = any(getattr(line, each.name) not in {None, ""} for each in CALCULATION_COLUMNS)
    is_flat = line.amount is None and amount is not None and line.cost_kind == CostKind.FLAT_RATE
    return ChangingLine(line.label, amount, own, used, is_calculated, is_flat)


def apply_budget_change(change: BudgetChange, seen: Seen, *, by: User | None, at: datetime) -> int:
    """Take an approved change into the budget; returns the act by which it can be undone.

    Raises ChangeNotPossibleError with the reason: not approved, applied already, a line changed since it was seen or
    has too little. Nothing is saved then. The budget before is kept as a version of the project.
    """
    with transaction.atomic():
        with recording(Operation.CHANGE, by=by, at=at, note=change.title) as act:
            fresh = cast("BudgetChange", record_of(kind_named("budget-changes"), change.pk))
            lines = [cast("CostLine", record_of(kind_named("cost-lines"), pk)) for pk in (
                fresh.from_line_id, fresh.to_line_id)]  # fmt: skip
            years = years_of(*lines)
            _refuse(fresh, lines, seen)
            move = worked_move(fresh, lines, years, seen)
            if move.refused:
                raise ChangeNotPossibleError(move.refused[0])
            content = budget_content(fresh)
            for line, worked in zip(lines, (move.source, move.target), strict=True):
                _write(act, line, worked, years)
            act.change(kind_named("budget-changes"), fresh, {"state": APPLIED})
        project = record_of(kind_named("projects"), fresh.project_id)
        name = f"Ennen muutosta {fresh.number}"
        keep_version(kind_named("projects"), project, content, form=BUDGET_FORM, name=name, by=by, at=at)
    return act.sequence


def worked_move(
    change: BudgetChange, lines: list[CostLine], years: Mapping[tuple[Any, str], CostYear], seen: Seen
) -> BudgetMove:
    """Return what a change does to its lines, in the years that were chosen."""
    worked = worked_amounts(plan_of(Project.objects.get(pk=change.project_id)))
    source, target = (changing_line(line, years, used=Decimal(0), worked=worked) for line in lines)
    return moved(
        source, target, plain_number(change.amount), source_year=seen.source_year, target_year=seen.target_year
    )


def versions_seen(*lines: CostLine) -> dict[Any, int]:
    """Return the version of each line with its years: that of whichever was changed last, also into the trash."""
    last = CostYear.objects.filter(cost_line__in=[line.pk for line in lines]).values("cost_line_id")
    years = {each["cost_line_id"]: each["last"] for each in last.annotate(last=Max("version")).order_by()}
    return {line.pk: max(line.version, years.get(line.pk, 0)) for line in lines}


def is_taken_in(change: BudgetChange) -> bool:
    """Return whether the log tells that a change was taken in and not undone, whatever its state says: a file may."""
    rows = ActivityRow.objects.filter(kind="budget-changes", record_id=change.pk, activity__operation=Operation.CHANGE)
    acts = [
        sequence
        for sequence, values in rows.values_list("activity__sequence", "values")
        if values.get("state", [None, None])[1] == APPLIED
    ]
    return Activity.objects.filter(undoes__in=acts).values("undoes").distinct().count() < len(acts)


def told_impossible(change: BudgetChange, lines: list[CostLine]) -> Text | None:
    """Return why a change cannot be taken in, whatever its figures: its state, or a line that is not the project's."""
    if change.state == APPLIED:
        return DONE_ALREADY
    if change.state != APPROVED:
        return NOT_APPROVED
    if is_taken_in(change):
        return STILL_IN
    if lines[0].pk == lines[1].pk:
        return SAME_LINE
    strange = next((each for each in lines if each.project_id != change.project_id or each.trashed_at), None)
    return None if strange is None else OTHER_PROJECT.filled(line=strange.label)


def _refuse(change: BudgetChange, lines: list[CostLine], seen: Seen) -> None:
    if change.state != APPLIED and change.version != seen.change:
        raise ChangeNotPossibleError(CHANGED)
    told = told_impossible(change, lines)
    if told is not None:
        raise ChangeNotPossibleError(told)
    stand = versions_seen(*lines)
    for line, version in zip(lines, (seen.source, seen.target), strict=True):
        if stand[line.pk] != version:
            raise ChangeNotPossibleError(STALE.filled(line=line.label))


def _write(act: Act, line: CostLine, worked: ChangedLine, years: Mapping[tuple[Any, str], CostYear]) -> None:
    """Write what the change decides; what the amount was worked out of would speak against it, so it goes."""
    values: dict[str, Value] = {}
    if worked.after.amount is not None:
        values["amount"] = worked.after.amount
    if worked.before.is_calculated:
        values |= {each.name: None for each in CALCULATION_COLUMNS}
    if values:
        act.change(kind_named("cost-lines"), line, values)
    if worked.year is not None:
        record = years[line.pk, worked.year]
        act.change(kind_named("cost-years"), record, {"amount": worked.after.years[worked.year]})


def budget_content(change: BudgetChange) -> dict[str, Any]:
    """Return the project's budget as plain JSON: its records' values by id, and the change it precedes."""
    content: dict[str, Any] = {"budget_change": str(change.pk)}
    for name in PARTS:
        kind = kind_named(name)
        content[name] = _kept(kind, records_of(kind).filter(project=change.project_id))
    kind = kind_named("cost-years")
    content["cost-years"] = _kept(kind, records_of(kind).filter(cost_line__project=change.project_id))
    return content


def _kept(kind: Any, records: Any) -> dict[str, Any]:
    return {
        str(record.pk): {name: kind.column(name).keep(value) for name, value in values_of(kind, record).items()}
        for record in records
    }
