"""A new project from an earlier one, with the lines of its budget but none of its money: one act that can be undone.

Not for what a plan holds besides money (``programmes.plans.copy_operations``).
"""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.funding.models import CostLine
from seutu.apps.programmes.models import Project
from seutu.apps.programmes.plans.copy_operations import copy_structure
from seutu.apps.programmes.plans.overview import standing_project
from seutu.apps.records.acts import sequence_of_making
from seutu.apps.records.enums import Operation
from seutu.apps.records.making import made_or_new
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import check_values
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.recording import recording
from seutu.apps.records.sheets.kinds import kind_named

COPIED: Final = ("position", "label", "cost_kind", "calculation", "unit")
"""How a line is worked out is its shape; what it is worked out of is money, or work."""


def copy_project(
    project_id: UUID, *, name: str, start: date, by: User | None, at: datetime, mark: UUID | None = None
) -> tuple[OwnedRecord, int]:
    """Make a new project in the shape of an earlier one; returns it and the sequence of the act.

    One form makes one, by its ``mark``; sent again it returns the act that made it. Lines of the same label and kind
    are copied once: whose they are is not. Raises ``Project.DoesNotExist``, ``ScheduleError`` and
    ``InvalidValuesError``.
    """
    check_values(kind_named("projects"), {"name": name, "start": start})
    with recording(Operation.COPY, by=by, at=at) as act:
        project = standing_project(project_id)
        earlier, made_id = made_or_new(Project, mark, {"copy of": project_id, "name": name, "start": start})
        if earlier is not None:
            return earlier, sequence_of_making("projects", earlier.pk) or earlier.version
        made = copy_structure(act, project, made_id, name=name, start=start)
        kind = kind_named("cost-lines")
        seen: set[tuple[str, str]] = set()
        lines = CostLine.objects.filter(project=project, trashed_at__isnull=True)
        for line in lines.order_by(*blanks_last(CostLine, "position"), "label", "pk"):
            if (line.label, line.cost_kind) in seen:
                continue
            seen.add((line.label, line.cost_kind))
            kept = {column: kind.column(column).take(line) for column in COPIED}
            act.create(kind, {**kept, "project": made.pk})
        return made, act.sequence
