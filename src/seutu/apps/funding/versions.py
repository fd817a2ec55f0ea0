"""What is kept of an application when it is handed in, and what differs between two such versions.

``application_content`` is the one place that says what a version holds. Not for keeping it (records/snapshots.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet

from seutu.apps.funding.models import Application
from seutu.apps.funding.plans import worked_totals
from seutu.apps.programmes.models.sealing import FORM
from seutu.apps.records.models import Snapshot
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.columns import Column
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.records.snapshots import kept_values, versions_of
from seutu.apps.records.terms import attach_terms
from seutu.core.text import Language, Text

PARTS: Final = ("work-packages", "cost-lines", "funding-rows", "application-chapters")
"""The kinds that a version holds: those of the project's plan, and the application's own chapters."""
NAMES: Final = "names"
WORKED_TOTAL: Final = "worked_total"
"""What the costs came to when the version was kept: amounts that are worked out are kept nowhere else."""


def application_content(application: Application) -> dict[str, Any]:
    """Return the application and its project's plan as plain JSON: the values each record keeps, by its id.

    ``names`` are the titles of what the values point to, so that a version can be read when those have changed, and
    ``worked_total`` what the costs came to then.
    """
    names: dict[str, str] = {}
    own, project = kind_named("applications"), kind_named("projects")
    attach_terms([application, application.project])
    content: dict[str, Any] = {
        "application": kept_values(own, application, names),
        "project": kept_values(project, application.project, names),
    }
    for part in PARTS:
        kind = kind_named(part)
        records = attach_terms(list(_held(kind, application)))
        content[part] = {str(each.pk): kept_values(kind, each, names) for each in records}
    worked = worked_totals([application.project]).get(application.project_id)
    return {**content, NAMES: names, WORKED_TOTAL: None if worked is None else str(worked)}


def _held(kind: Kind, application: Application) -> QuerySet[Any]:
    records = records_of(kind)
    own = any(column.kind == "applications" for column in kind.references)
    return records.filter(application=application.pk) if own else records.filter(project=application.project_id)


def versions(application: Application) -> QuerySet[Snapshot]:
    """Return the versions of an application that were handed in, newest first."""
    return versions_of(kind_named("applications"), application.pk, form=FORM)


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that two versions tell differently: of which kind and record, its column, before and after in words."""

    kind: Text
    record: str
    column: Text
    before: str
    after: str


def differences(earlier: Snapshot, later: Snapshot, language: Language) -> list[Difference]:
    """Return what the later version says otherwise; of a record that one of them lacks, its title alone."""
    return list(_differences(earlier.content, later.content, language))


def _differences(before: Mapping[str, Any], after: Mapping[str, Any], language: Language) -> Iterator[Difference]:
    names = {**before.get(NAMES, {}), **after.get(NAMES, {})}
    for part, name in (("application", "applications"), ("project", "projects")):
        kind = kind_named(name)
        yield from _of_record(kind, before.get(part, {}), after.get(part, {}), names, language)
    for part in PARTS:
        kind = kind_named(part)
        old, new = before.get(part, {}), after.get(part, {})
        for key in dict.fromkeys([*old, *new]):
            yield from _of_record(kind, old.get(key), new.get(key), names, language)


def _of_record(
    kind: Kind,
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any] | None,
    names: Mapping[str, str],
    language: Language,
) -> Iterator[Difference]:
    title = str((new or old or {}).get(kind.model.title_field) or "")
    if old is None or new is None:
        gone, come = (title, "") if new is None else ("", title)
        yield Difference(kind.singular, title, kind.singular, gone, come)
        return
    for column in kind.columns:
        if old.get(column.name) != new.get(column.name):
            told = [shown_value(column, each.get(column.name), names, language) for each in (old, new)]
            yield Difference(kind.singular, title, column.label, *told)


def shown_value(column: Column, kept: Any, names: Mapping[str, str], language: Language) -> str:
    """Return a value of a version in words; ``names`` are the version's own, of what its values point to."""
    if kept is None:
        return ""
    if isinstance(column, ReferenceColumn):
        return names.get(str(kept), str(kept))
    return column.show(column.recall(kept), language)
