"""Saves a shift of a project's part with all the moves that it makes necessary: all of them in one act, or none.

Not for proposing it (``scheduling``), or for permissions: views ask first.
"""

from datetime import datetime
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.programmes.models import Result
from seutu.apps.programmes.plans.overview import standing_project
from seutu.apps.programmes.plans.scheduling import Proposal, project_schedule, proposal
from seutu.apps.programmes.plans.work import project_work
from seutu.apps.records.enums import Operation
from seutu.apps.records.exceptions import RecordsError
from seutu.apps.records.recording import recording
from seutu.apps.records.sheets.kinds import kind_of


class PlanChangedError(RecordsError):
    """A part of the plan was changed after the moves were proposed. Nothing was saved: propose anew."""


def shift_part(
    project_id: UUID, key: str, *, months: int, days: int, seen: str, by: User | None, at: datetime
) -> tuple[Proposal, int]:
    """Move a part and what it makes necessary as was proposed; returns the moves and the sequence of the act.

    Raises ``PlanChangedError`` when the plan is no longer what ``seen`` stands for, ``ScheduleError`` as ``proposal``,
    ``Project.DoesNotExist``.
    """
    with recording(Operation.CHANGE, by=by, at=at) as act:
        found = project_schedule(standing_project(project_id), project_work(project_id))
        if found.seen != seen:
            raise PlanChangedError
        planned = proposal(found, key, months=months, days=days)
        for move in planned.moves:
            record = found.parts.get(move.key) or found.belongings[move.key]
            if isinstance(record, Result):
                act.change(kind_of(record), record, {"due": move.new_end})
            else:
                act.change(kind_of(record), record, {"start": move.new_start, "end": move.new_end})
        return planned, act.sequence
