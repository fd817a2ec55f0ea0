"""What has been changed in a project and what belongs to it: the last acts on any of its records.

Not for one record's own history, or for the acts of the whole workspace.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from seutu.apps.records.acts import acts_shown
from seutu.apps.records.models import Activity, ActivityRow


def acts_on(records: Iterable[UUID], *, personal: bool) -> QuerySet[Activity]:
    """Return the acts that touched any of the records, newest first; without ``personal`` as ``acts_shown`` does."""
    touched = ActivityRow.objects.filter(activity=OuterRef("pk"), record_id__in=list(records))
    return acts_shown(personal=personal).filter(Exists(touched))
