"""One application with everything that is said of it: steps, versions, supplements, statements, decisions.

Reads only; scores are read by scoring_queries.py.
"""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from seutu.apps.accounts.models import User
from seutu.apps.funding.models import Application, Decision, Statement, SupplementRequest
from seutu.apps.funding.readiness import what_is_missing
from seutu.apps.funding.steps import FOLLOWING
from seutu.apps.funding.versions import versions
from seutu.apps.records.models import ActivityRow, Snapshot
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures.relations import Relation, Term, check_date_order
from seutu.core.text import Text

DAYS = ("submitted_on", "handled_on", "decided_on")


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step that was taken: to which state, on which day (the log's own if none was told), by whom, and the act.

    ``is_first`` says that the application was added in that state.
    """

    to: str
    day: date | None
    at: datetime
    person: User | None
    sequence: int
    is_first: bool


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step that may be taken now, and what must be there before it, if something is missing."""

    to: str
    missing: Text | None


@dataclass(frozen=True, slots=True)
class ApplicationState:
    """An application with what has been done and said of it."""

    application: Application
    steps: tuple[StepTaken, ...]
    following: tuple[NextStep, ...]
    versions: tuple[Snapshot, ...]
    supplements: tuple[SupplementRequest, ...]
    statements: tuple[Statement, ...]
    decisions: tuple[Decision, ...]

    @property
    def open_supplements(self) -> int:
        """Return how many supplements are still to be done."""
        return sum(1 for each in self.supplements if each.state == "open")


def application_state(application: Application, *, today: date) -> ApplicationState:
    """Return an application with its story; what is missing is told for a step taken today."""
    following = FOLLOWING.get(application.state, ())
    return ApplicationState(
        application,
        tuple(steps_taken(application)),
        tuple(NextStep(to, _missing(application, to, today)) for to in following),
        tuple(versions(application)),
        *(
            tuple(records_of(kind_named(name)).filter(application=application.pk))
            for name in ("supplement-requests", "statements", "decisions")
        ),
    )


def steps_taken(application: Application) -> list[StepTaken]:
    """Return the application's steps from the log, oldest first: its states and days alone, nothing else of it."""
    rows = ActivityRow.objects.filter(kind="applications", record_id=application.pk, values__has_key="state")
    rows = rows.select_related("activity", "activity__person").order_by("activity__sequence", "position")
    return [
        StepTaken(now, _day(act.note), act.at, act.person, act.sequence, is_first=before is None)
        for act, (before, now) in ((row.activity, (row.values or {})["state"]) for row in rows)
        if now
    ]


def _day(note: str) -> date | None:
    try:
        return date.fromisoformat(note)
    except ValueError:
        return None


def day_order(application: Application) -> list[Relation]:
    """Return the checks of the application's days in pairs, received before handled before decided."""
    column: Any = kind_named("applications").column
    known = [(column(name).label, getattr(application, name)) for name in DAYS if getattr(application, name)]
    terms = [Term(label, day) for label, day in known]
    return [check_date_order(earlier.label, earlier, later) for earlier, later in pairwise(terms)]


def _missing(application: Application, to: str, today: date) -> Text | None:
    """Return what is missing for a step; handing in is never missing a day, for it may have happened earlier."""
    return None if to == "submitted" else what_is_missing(application, to, today)
