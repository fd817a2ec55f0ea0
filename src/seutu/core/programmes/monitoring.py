"""The yearly monitoring report of a programme: its fixed chapters as figures and names, ready to print or to keep.

1 state and results, 2 costs and resources, 3 what comes next. It is composed of live data for a day; a kept one stands
as it was. Not for its words (``monitoring_sentences``) or its layout (``reporting.monitoring``).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from seutu.core.figures import Amount
from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A benefit goal and the projects that serve it, each with its effect."""

    number: str
    name: str
    projects: tuple[tuple[str, Text | None], ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project as the report tells it. ``goals`` are those it serves, by number or name."""

    id: str
    name: str
    kind: Text | None = None
    stage: Text | None = None
    unit: str = ""
    start: date | None = None
    end: date | None = None
    is_lead: bool = False
    goals: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of a breakdown; the rest that is not known has no name."""

    breakdown: str
    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator on the day: ``percent`` is the part of the way to the target that is done.

    Who measured is not here: a kept report holds no personal data.
    """

    id: str
    name: str
    of: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    value: Decimal | None = None
    measured: date | None = None
    percent: Decimal | None = None
    told: str = ""
    source: str = ""
    parts: tuple[PartLine, ...] = ()


@dataclass(frozen=True, slots=True)
class UseLine:
    """A row of use; ``amount`` is None where the row was left blank."""

    name: str
    kind: Text | None
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class StateLine:
    """The use of an appropriation in one state. ``rest`` is what no row tells; ``rest_of`` the rows left blank."""

    state: Text
    total: Amount | None
    left: Amount | None
    uses: tuple[UseLine, ...] = ()
    rest: Amount | None = None
    rest_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AppropriationLine:
    """An appropriation of the year with its use; ``findings`` are sentences of what does not agree."""

    id: str
    name: str
    year: str
    amount: Amount
    states: tuple[StateLine, ...] = ()
    findings: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class CostLine:
    """A project's money: what is planned, what is used by the day, what is left. None is not known, never zero."""

    project: str
    planned: Decimal | None = None
    used: Decimal | None = None
    left: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """The review against the UN's goals: subjects × goals, and how many pairs have been judged by the day."""

    goals: int = 0
    projects: int = 0
    pairs: int = 0
    judged: int = 0


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day of the programme: a meeting, a workshop, a review, its start or end."""

    day: date
    name: str
    kind: Text


@dataclass(frozen=True, slots=True)
class ResolutionLine:
    """A decision that is not carried out yet."""

    name: str
    responsible: str = ""
    due: date | None = None
    project: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What people write into the chapters beside the figures."""

    results: str = ""
    costs: str = ""
    ahead: str = ""


@dataclass(frozen=True, slots=True)
class MonitoringReport:
    """A programme's report of the state on ``day``.

    ``continuing`` are among ``under_way``; ``unplaced`` are projects whose days and stage do not tell which list they
    belong to; ``unmeasured`` are projects under way without an indicator of their own.
    """

    programme: str
    owner: str
    steering: str
    day: date
    goals: tuple[GoalLine, ...] = ()
    under_way: tuple[ProjectLine, ...] = ()
    continuing: tuple[ProjectLine, ...] = ()
    new: tuple[ProjectLine, ...] = ()
    in_preparation: tuple[ProjectLine, ...] = ()
    unplaced: tuple[ProjectLine, ...] = ()
    indicators: tuple[IndicatorLine, ...] = ()
    unmeasured: tuple[str, ...] = ()
    review: ReviewCount = ReviewCount()
    milestones: tuple[Milestone, ...] = ()
    appropriations: tuple[AppropriationLine, ...] = ()
    costs: tuple[CostLine, ...] = ()
    resolutions: tuple[ResolutionLine, ...] = ()
    words: Words = Words()

    @property
    def year(self) -> int:
        """Return the year that is reported."""
        return self.day.year

    @property
    def next_year(self) -> int:
        """Return the year that the third chapter looks at: the one after the year that is reported."""
        return self.day.year + 1

    @property
    def is_whole_year(self) -> bool:
        """Return whether the state is that of the end of the year."""
        return self.day == date(self.day.year, 12, 31)

    @property
    def leads(self) -> tuple[ProjectLine, ...]:
        """Return the lead projects among those under way."""
        return tuple(each for each in self.under_way if each.is_lead)
