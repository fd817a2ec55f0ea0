"""Where a project stands in the year of a report: under way, continuing, new, in preparation.

Dates decide where they are known, the stage of life where they are not. Not for the stages' names.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """The stages of a project's life, in their order."""

    IDEA = "idea"
    PREPARATION = "preparation"
    STARTING = "starting"
    RUNNING = "running"
    ENDED = "ended"
    CONTINUED = "continued"
    MOVED = "moved"


BEFORE: Final = frozenset({Stage.IDEA, Stage.PREPARATION})
OVER: Final = frozenset({Stage.ENDED, Stage.CONTINUED, Stage.MOVED})


@dataclass(frozen=True, slots=True)
class Life:
    """A project's days and stage, as far as they are known."""

    start: date | None = None
    end: date | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a project stands on the day of a report. A continuing project was under way too.

    ``elsewhere`` is one whose days tell that it belongs to another year.
    """

    under_way: bool = False
    continues: bool = False
    new: bool = False
    in_preparation: bool = False
    elsewhere: bool = False

    @property
    def is_told(self) -> bool:
        """Return whether the days and the stage tell where the project belongs."""
        return self.under_way or self.new or self.in_preparation or self.elsewhere


def standing_on(life: Life, day: date) -> Standing:
    """Return where a project stands on ``day``, in a report of the part of the year that ends on it.

    Under way is what ran at some time between the first of January and the day. It continues when it ends in a later
    year, or has no end and is not over. New is what starts between the day and the end of the next year. A project
    without a start is under way when its stage is running, new when it is starting. One that ended before the year or
    starts later belongs elsewhere; of one that is over without an end, or has neither start nor stage, nothing is told.
    """
    if life.stage in BEFORE:
        return Standing(in_preparation=True)
    if life.start is None:
        return _by_stage(life, day)
    if life.start > day:
        is_new = life.start.year <= day.year + 1
        return Standing(new=is_new, elsewhere=not is_new)
    if life.end is None:
        return Standing() if life.stage in OVER else Standing(under_way=True, continues=True)
    return _until(life.end, day)


def _by_stage(life: Life, day: date) -> Standing:
    if life.stage is Stage.STARTING:
        return Standing(new=True)
    if life.stage is not Stage.RUNNING:
        return Standing()
    return Standing(under_way=True, continues=True) if life.end is None else _until(life.end, day)


def _until(end: date, day: date) -> Standing:
    if end < date(day.year, 1, 1):
        return Standing(elsewhere=True)
    return Standing(under_way=True, continues=end.year > day.year)


def is_due_for_review(stage: Stage | None) -> bool:
    """Return whether a project is one that reviews must cover: all that are more than an idea or a preparation."""
    return stage not in BEFORE
