"""An act that is only rehearsed: what an import would do, worked out without writing and without holding the database.

Not for the writing itself (recording.py): a rehearsal reads what stands and forgets what it gathered.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.models import Activity
from seutu.apps.records.recording import PART, Act, recording
from seutu.apps.records.scope import current_scope


class Rehearsal(Act):
    """Gathers as an act does, counts, and writes nothing."""

    def note(self, kind: Any, record_id: UUID, change: Change, values: dict[str, Any]) -> None:
        """Count what would be entered in the log."""
        del kind, record_id, change, values
        self.count += 1
        if self.count % PART == 0:
            self.flush()

    def flush(self) -> None:
        """Forget what has been gathered so far."""
        for gathered in (self.rows, self.created, self.changed, self.terms, self.removed):
            gathered.clear()


@contextmanager
def rehearsing(*, at: datetime) -> Iterator[Act]:
    """Open a rehearsal in the current workspace. Others may write meanwhile; nothing is locked."""
    workspace = Workspace.objects.get(pk=current_scope().workspace.pk)
    entry = Activity(workspace_id=workspace.pk, sequence=workspace.head_sequence + 1, at=at, operation=Operation.IMPORT)
    yield Rehearsal(entry=entry, sequence=entry.sequence)


@contextmanager
def importing(*, preview: bool, by: User | None, at: datetime, note: str) -> Iterator[Act]:
    """Open the act of an import, or a rehearsal of it."""
    if preview:
        with rehearsing(at=at) as rehearsal:
            yield rehearsal
    else:
        with recording(Operation.IMPORT, by=by, at=at, note=note) as act:
            yield act
