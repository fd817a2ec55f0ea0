"""An application for a project's funding: its chapters in the order of the form, and which of them are still empty.

The money is that of its ``Plan``. What the funder does with it (points, supplements, reasons) follows the applicant's
chapters. Not for printing it, or for the rules of a call.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from seutu.core.funding.plans import Plan
from seutu.core.funding.project_pages import Stage
from seutu.core.programmes.work_plans import Package


class Chapter(StrEnum):
    """The chapters that the applicant fills in, in the order of the form."""

    BASICS = "basics"
    CONTENT = "content"
    NEED = "need"
    GOALS = "goals"
    TARGET_GROUPS = "target_groups"
    ACTIONS = "actions"
    OUTCOMES = "outcomes"
    AREA = "area"
    COSTS = "costs"
    FUNDING = "funding"
    INDICATORS = "indicators"
    PRINCIPLES = "principles"


class Basic(StrEnum):
    """What an application cannot be sent without."""

    TITLE = "title"
    APPLICANT = "applicant"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Action:
    """What is done in a work package: its tasks, results and person-months, and a text about it."""

    package: Package
    text: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator with where it starts and what is aimed at; None where it is not known."""

    name: str
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Principle:
    """A horizontal principle and how the project follows it."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A day in the handling of the application, as "Saapunut"."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Supplement:
    """What the funder asked to be supplemented."""

    text: str
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """The funder's view: its text, points (given, of), whether it supports the application, and why."""

    text: str = ""
    points: tuple[Decimal, Decimal] | None = None
    reasons: str = ""
    is_supported: bool | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """An application. Texts are the applicant's own; an empty one is not filled in yet."""

    plan: Plan = field(default_factory=Plan)
    number: str = ""
    case_number: str = ""
    grant: str = ""
    implementation: str = ""
    applicant: str = ""
    contact_role: str = ""
    content: str = ""
    need: str = ""
    goals: str = ""
    target_groups: str = ""
    actions_text: str = ""
    actions: tuple[Action, ...] = ()
    stages: tuple[Stage, ...] = ()
    outcomes: str = ""
    steps: tuple[Step, ...] = ()
    is_nationwide: bool | None = None
    regions: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    staff_cost_mode: str = ""
    indicators: tuple[Target, ...] = ()
    principles: tuple[Principle, ...] = ()
    assessment: Assessment = field(default_factory=Assessment)
    supplements: tuple[Supplement, ...] = ()


def missing_basics(application: Application) -> tuple[Basic, ...]:
    """Return what the basics still lack, in order; a period needs both of its days."""
    given = {
        Basic.TITLE: application.plan.title.strip(),
        Basic.APPLICANT: application.applicant.strip(),
        Basic.PERIOD: all(application.plan.period),
    }
    return tuple(basic for basic in Basic if not given[basic])


_FILLED: Final[Mapping[Chapter, Callable[[Application], object]]] = {
    Chapter.BASICS: lambda each: not missing_basics(each),
    Chapter.CONTENT: lambda each: each.content.strip(),
    Chapter.NEED: lambda each: each.need.strip(),
    Chapter.GOALS: lambda each: each.goals.strip(),
    Chapter.TARGET_GROUPS: lambda each: each.target_groups.strip(),
    Chapter.ACTIONS: lambda each: each.actions,
    Chapter.OUTCOMES: lambda each: each.outcomes.strip(),
    Chapter.AREA: lambda each: each.is_nationwide or each.regions or each.municipalities,
    Chapter.COSTS: lambda each: each.plan.cost_lines,
    Chapter.FUNDING: lambda each: each.plan.funding,
    Chapter.INDICATORS: lambda each: each.indicators,
    Chapter.PRINCIPLES: lambda each: any(principle.text.strip() for principle in each.principles),
}


def is_filled(application: Application, chapter: Chapter) -> bool:
    """Return whether a chapter has what it cannot be sent without.

    The basics want a title, an applicant and a period; the actions a work package; the principles the text of one.
    """
    return bool(_FILLED[chapter](application))


def empty_chapters(application: Application) -> tuple[Chapter, ...]:
    """Return the chapters that are not filled in yet, in order."""
    return tuple(chapter for chapter in Chapter if not is_filled(application, chapter))
