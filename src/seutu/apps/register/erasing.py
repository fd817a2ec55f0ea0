"""The erasures that are remembered, repeated: after a restore has brought an old backup and its people back.

Not for the first erasure of a person (privacy_operations.py, privacy_everywhere_operations.py).
"""

from collections import Counter
from datetime import datetime
from pathlib import Path

from django.db import transaction

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.scope import in_scope
from seutu.apps.register.privacy_memory_operations import people_to_erase_again, remembered
from seutu.apps.register.privacy_operations import is_member, person_erase


def replay_erasures(notes: Path | None = None, *, at: datetime) -> int:
    """Erase again everybody who was erased and is there again; return how many people.

    ``notes`` is the file of erasures beside the database (that of the data folder).
    """
    return repeat_erasures(at=at, file=notes)["people"]


def repeat_erasures(*, at: datetime, file: Path | None = None) -> Counter[str]:
    """Erase again everybody whose erasure a restored backup has brought to nothing.

    Counts the people too, and the ``members``, who work in the workspace again and are left alone.
    """
    held = remembered(file)
    counts: Counter[str] = Counter()
    for workspace in Workspace.objects.order_by("slug"):
        with transaction.atomic(), in_scope(workspace):
            for person in people_to_erase_again(held):
                if is_member(person):
                    counts["members"] += 1
                    continue
                counts["people"] += 1
                counts += person_erase(person, by=None, at=at)
    return counts
