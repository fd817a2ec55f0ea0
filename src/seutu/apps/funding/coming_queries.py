"""What comes in a workspace, a programme or a project: the dated things that the person at work may see.

One query per kind, however many records there are. Not for grouping them (core) or for their words on a page.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.coming_sources import SOURCES, DatedSource
from seutu.apps.records.scope import Scope, current_scope
from seutu.core.programmes.coming import DatedItem, Key, Nearness, Standing, Whole, nearness
from seutu.core.programmes.life_cycles import Stage

HORIZON: Final = timedelta(days=90)
"""How far back a calendar's file tells of what has passed, is done or is gone."""
OWN_PLANS: Final = ("preparation", "starting", "running")
OVER: Final = tuple(str(stage) for stage in (Stage.ENDED, Stage.CONTINUED, Stage.MOVED))
CLOSED_WAYS: Final = {"project", "application"}


@dataclass(frozen=True, slots=True)
class Within:
    """Whose days are asked for: a programme's, a project's, or with neither the whole workspace's."""

    programme: UUID | None = None
    project: UUID | None = None


def dated_items(today: date, within: Within | None = None) -> list[DatedItem]:
    """Return what waits and what comes; without what is done, gone or past with nothing to do."""
    found = _gathered(within or Within(), SOURCES, lambda reading: reading.ahead(today))
    return [each for each in found if nearness(each, today) is not None]


def late_items(today: date) -> list[DatedItem]:
    """Return what waits and whose day has passed."""
    waiting = [source for source in SOURCES if source.waits is not None]
    found = _gathered(Within(), waiting, lambda reading: reading.late(today))
    return [each for each in found if nearness(each, today) == Nearness.LATE]


def calendar_items(today: date, within: Within | None = None) -> list[DatedItem]:
    """Return what waits, and all other days since the horizon with what is done and what is gone."""
    past = today - HORIZON
    found = _gathered(within or Within(), SOURCES, lambda reading: reading.since(past))
    return [each for each in found if each.last >= past or each.standing == Standing.WAITS]


def _gathered(within: Within, sources: Sequence[DatedSource], wanted: Callable[["_Reading"], Q]) -> Iterator[DatedItem]:
    """Read the records that have a wanted day, each kind once, and yield all their days."""
    scope = current_scope()
    shown = [source for source in sources if _is_shown(source, scope) and _reaches(source, within)]
    for _kind, of_kind in groupby(shown, key=lambda source: source.kind.name):
        readings = [_Reading(source, plans=scope.may(Act.READ_PLANS)) for source in of_kind]
        condition = reduce(or_, (wanted(reading) for reading in readings))
        columns = dict.fromkeys(column for reading in readings for column in reading.columns)
        for row in readings[0].inside(within).filter(condition).order_by().values(*columns):
            yield from (reading.item(row) for reading in readings if row[reading.source.column])


def _is_shown(source: DatedSource, scope: Scope) -> bool:
    if source.kind.personal and not scope.may(Act.READ_PERSONAL):
        return False
    return source.open or scope.may(Act.READ_PLANS) or not _of_plans(source)


def _of_plans(source: DatedSource) -> bool:
    return bool(source.project or source.programme)


def _reaches(source: DatedSource, within: Within) -> bool:
    if within.project is not None:
        return bool(source.project)
    return within.programme is None or bool(source.programme)


class _Reading:
    """How one source is read: its conditions, its columns, and the item a row makes."""

    def __init__(self, source: DatedSource, *, plans: bool) -> None:
        self.source = source
        self.has_state = any(field.name == "state" for field in source.kind.model._meta.fields)  # noqa: SLF001
        self.projects = source.project if plans else ()
        self.programmes = source.programme if plans else ()
        # Who does not see plans as they stand learns nothing through a join to them.
        self.whose = [way for way in source.whose if plans or way.partition("__")[0] not in CLOSED_WAYS]

    @property
    def columns(self) -> list[str]:
        own = ["pk", "version", "changed_at", "trashed_at", self.source.column, self.source.title, *self.whose]
        if self.source.until:
            own.append(self.source.until)
        if self.source.ends_with:
            own.append(self.source.ends_with)
        if self.has_state:
            own.append("state")
        if self.source.fulfilled:
            own.append("fulfilled")
        own += [f"{_step(way)}{name}" for way in (*self.projects, *self.programmes) for name in ("pk", "name")]
        own += [f"{_step(way)}{name}" for way in self._over for name in ("trashed_at", "version", "changed_at")]
        return list(dict.fromkeys(own))

    @property
    def _over(self) -> tuple[str, ...]:
        """Return the ways to the records in whose trash this is gone, too."""
        return (*(way for way in self.projects if way), *self.source.parents)

    def inside(self, within: Within) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.source.kind.model.objects.all()
        if self.source.fulfilled:
            rows = rows.annotate(fulfilled=self.source.fulfilled())
        if self.source.kind.name == "projects":  # of the registers' projects only those the workspace itself plans
            rows = rows.filter(Q(development_programme__isnull=False) | Q(life_cycle__in=OWN_PLANS))
        if within.project is not None:
            rows = rows.filter(_any_of(self.source.project, within.project))
        if within.programme is not None:
            rows = rows.filter(_any_of(self.source.programme, within.programme))
        return rows

    def ahead(self, today: date) -> Q:
        """Return what waits, and what has not passed; nothing that is done or in the trash."""
        found = Q(trashed_at__isnull=True) & self._open()
        for way in self._over:
            found &= Q((f"{way}__trashed_at__isnull", True))
        return found & (Q((f"{self.source.column}__isnull", False)) if self._waits else self._not_before(today))

    def late(self, today: date) -> Q:
        """Return what waits since a day before ``today``."""
        return self.ahead(today) & Q((f"{self.source.column}__lt", today))

    def since(self, day: date) -> Q:
        """Return everything since a day, and before it what waits."""
        return self._not_before(day) | self.ahead(day) if self._waits else self._not_before(day)

    @property
    def _waits(self) -> bool:
        return self.source.waits is not None

    def _not_before(self, day: date) -> Q:
        found = Q((f"{self.source.column}__gte", day))
        return found | Q((f"{self.source.until}__gte", day)) if self.source.until else found

    def _open(self) -> Q:
        """Return what is not done yet."""
        if self.source.fulfilled:
            return Q(fulfilled=False)
        states = self.source.holds if self.source.waits is None else self.source.waits
        found = Q() if states is None else Q(state__in=states)
        return found & ~Q((f"{self.source.ends_with}__in", OVER)) if self.source.ends_with else found

    def item(self, row: dict[str, Any]) -> DatedItem:
        source = self.source
        over = [[row[f"{way}__{name}"] for name in ("trashed_at", "version", "changed_at")] for way in self._over]
        project = _whole(row, self.projects)
        title = row[source.title]
        if source.title != "name" and project:  # a number alone names nothing
            title = f"{project.name} – {title}"
        return DatedItem(
            day=row[source.column],
            kind=source.kind.singular,
            what=source.what,
            title=title,
            standing=self._standing(row, gone=any(trashed for trashed, _version, _changed in over)),
            key=Key(source.kind.name, str(row["pk"]), source.column),
            whose=next((row[way] for way in self.whose if row[way]), ""),
            project=project,
            programme=_whole(row, self.programmes),
            until=row[source.until] if source.until else None,
            version=max(row["version"], *(version or 0 for _trashed, version, _changed in over), 0),
            changed=max((row["changed_at"], *(changed for _trashed, _version, changed in over if changed))),
        )

    def _standing(self, row: dict[str, Any], *, gone: bool) -> Standing:
        if gone or row["trashed_at"]:
            return Standing.GONE
        if self.source.fulfilled:
            return Standing.DONE if row["fulfilled"] else Standing.WAITS
        states = self.source.holds if self.source.waits is None else self.source.waits
        over = self.source.ends_with and row[self.source.ends_with] in OVER
        if over or (states is not None and row["state"] not in states):
            return Standing.DONE
        return Standing.PASSES if self.source.waits is None else Standing.WAITS


def _step(way: str) -> str:
    return f"{way}__" if way else ""


def _any_of(ways: Sequence[str], key: UUID) -> Q:
    found = Q(pk__in=())
    for way in ways:
        found |= Q((way or "pk", key))
    return found


def _whole(row: dict[str, Any], ways: Sequence[str]) -> Whole | None:
    """Return the first project or programme on the ways."""
    for way in ways:
        if row[f"{_step(way)}pk"]:
            return Whole(str(row[f"{_step(way)}pk"]), row[f"{_step(way)}name"])
    return None
