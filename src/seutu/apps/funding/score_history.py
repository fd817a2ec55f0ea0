"""What the log tells of an application's scores: whose were changed after the others' were seen, who has seen them all.

Reads the whole log, so it is for what is shown with scores that are open already (models/sealing.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

from django.db.models import Q

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Membership, User
from seutu.apps.funding.models import Application, Criterion, Score
from seutu.apps.funding.models.sealing import SCORED_STATES
from seutu.apps.records.enums import Change
from seutu.apps.records.models import ActivityRow
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.sheets.subjects import MEMBERS
from seutu.core.funding.score_openings import Correction, Event, corrections

STANDS: Final = Decimal(0)
"""What an event of a criterion that stands says in the place of points."""
Logged = tuple[int, UUID, str, Mapping[str, Any]]


def changed_after_seeing(application: Application) -> Mapping[tuple[str, str], Correction]:
    """Return by assessor (folded) and criterion the points changed after the others' had been opened to her."""
    if application.call_id is None:
        return {}
    scores = list(Score.whole.filter(application=application.pk))
    events = [*_of_scores(application, scores), *_of_criteria(application, {each.criterion_id for each in scores})]
    return corrections(sorted(events, key=lambda event: event.sequence))


def has_seen_as_owner(application_id: UUID, person: User) -> bool:
    """Return whether a person was an owner when the scoring was closed, or since, and so has seen others' scores."""
    states = ActivityRow.objects.filter(kind="applications", record_id=application_id)
    closed = states.filter(values__state__1__in=SCORED_STATES).order_by("activity__sequence")
    first = closed.values_list("activity__sequence", flat=True).first()
    if first is None or not _is_or_was_owner(person, first):
        return False
    return Score.whole.filter(application=application_id).exclude(assessor__iexact=person.email).exists()


def _is_or_was_owner(person: User, since: int) -> bool:
    scope = current_scope()
    if scope.person == person and scope.role == Role.OWNER:
        return True
    if Membership.objects.filter(workspace=scope.workspace, person=person, role=Role.OWNER).exists():
        return True
    roles = ActivityRow.objects.filter(kind=MEMBERS.name, record_id=person.pk, activity__sequence__gt=since)
    return roles.filter(values__role__0=Role.OWNER).exists()


def _logged(which: Q) -> Iterator[Logged]:
    """Yield what was done to records, in order; what has been erased tells nothing."""
    rows = ActivityRow.objects.filter(which, values__isnull=False).order_by("activity__sequence", "pk")
    yield from rows.values_list("activity__sequence", "record_id", "change", "values")


@dataclass(slots=True)
class _Standing:
    """Which records stand after each act. One brought back after its removal is in the trash, as it was before."""

    trashed: dict[UUID, bool] = field(default_factory=dict)

    def after(self, record_id: UUID, change: str) -> bool:
        """Return whether a record stands after this was done to it."""
        if change in {Change.TRASHED, Change.RESTORED}:
            self.trashed[record_id] = change == Change.TRASHED
        return change != Change.REMOVED and not self.trashed.get(record_id, False)


def _of_scores(application: Application, scores: list[Score]) -> Iterator[Event]:
    """Yield what each act left of the application's scores, also of those that are gone for good."""
    column, standing = kind_named("scores").column("points"), _Standing()
    owned = {each.pk: (str(each.criterion_id), each.assessor.casefold()) for each in scores}
    points: dict[UUID, Decimal] = {}
    of_it = Q(record_id__in=list(owned)) | Q(values__application__1=str(application.pk))
    for sequence, pk, change, values in _logged(
        Q(kind="scores") & (of_it | Q(values__application__0=str(application.pk)))
    ):
        if change == Change.CREATED:
            owned.setdefault(pk, (values["criterion"][1], values["assessor"][1].casefold()))
        if "points" in values and values["points"][1] is not None:
            points[pk] = cast("Decimal", column.recall(values["points"][1]))
        if pk in owned:
            criterion, assessor = owned[pk]
            yield Event(sequence, criterion, assessor, points.get(pk) if standing.after(pk, change) else None)


def _of_criteria(application: Application, scored: set[UUID]) -> Iterator[Event]:
    """Yield when each criterion came to the application's call and left it."""
    call, standing = str(application.call_id), _Standing()
    which = Criterion.objects.filter(Q(call=application.call_id) | Q(pk__in=scored)).values_list("pk", flat=True)
    of_call: dict[UUID, bool] = {}
    for sequence, pk, change, values in _logged(Q(kind="criteria", record_id__in=list(which))):
        if "call" in values:
            of_call[pk] = values["call"][1] == call
        stands = standing.after(pk, change) and of_call.get(pk, False)
        yield Event(sequence, str(pk), points=STANDS if stands else None)
