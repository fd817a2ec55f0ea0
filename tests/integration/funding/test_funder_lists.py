"""What a funder learns by filtering, ordering, counting and searching: what was handed in, and nothing later."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Count, F, Max, Q, QuerySet, Sum
from django.db.models.functions import Lower
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from seutu.api.asking import Asked, records_asked, sortable
from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.application_operations import keep_missing_version
from seutu.apps.funding.models import Application
from seutu.apps.funding.models.sealing import AS_SUBMITTED
from seutu.apps.funding.versions import versions
from seutu.apps.programmes.models import Programme, Project, sealing
from seutu.apps.records.enums import Audience
from seutu.apps.records.exceptions import SealedColumnError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import change_record, share_record
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.queries import filtered
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sealed import Kept
from seutu.apps.records.sheets.columns import BooleanColumn, ChoiceColumn, Column, DateColumn, NumberColumn
from seutu.apps.records.sheets.kinds import filters_of, kind_named, kinds
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.records.snapshots import keep_version
from seutu.apps.records.view_operations import save_view
from tests.integration.factories import NOON, make_member, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db
SEALED: Final = ("projects", "applications")
BESIDE: Final = ("statements", "supplement-requests", "decisions")
LATER: Final = NOON + timedelta(days=30)
TREES: Final = ("Birch", "Cedar", "Dogwood")
MADE_WITH: Final = ("sources", "actors", "programmes", "calls")
ONE_TIME: Final = re.compile(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]*"')


@dataclass(slots=True)
class Cases:
    """Three applications that were handed in, each column of each with a value of its own."""

    workspace: Workspace
    pointed: dict[str, list[OwnedRecord]] = field(default_factory=dict)
    projects: list[Any] = field(default_factory=list)
    applications: list[Any] = field(default_factory=list)

    def value(self, column: Column, number: int) -> Any:
        """Return the number's own value of a column."""
        if isinstance(column, ReferenceColumn):
            return self.pointed[column.kind][number].pk
        if isinstance(column, ChoiceColumn):
            return column.choices[number].code
        if isinstance(column, DateColumn):
            return date(2026, 9 if column.name == "end" else 3, 11 + number)
        if isinstance(column, NumberColumn):
            return Decimal(number + 1)
        return (True, False, None)[number] if isinstance(column, BooleanColumn) else f"{TREES[number]} {column.name}"

    def values(self, kind: str, number: int) -> dict[str, Any]:
        """Return the number's own value of every column that a version keeps of the kind."""
        columns = [each for each in kind_named(kind).kept if kind == "projects" or each.name in AS_SUBMITTED]
        return {each.name: self.value(each, number) for each in columns}

    def change_all(self) -> None:
        """Give every record another's value in every column that a version keeps."""
        with in_scope(self.workspace):
            for kind in SEALED:
                for number, pk in enumerate([each.pk for each in getattr(self, kind)]):
                    fresh = kind_named(kind).model.objects.get(pk=pk)
                    given = self.values(kind, (number + 1) % 3)
                    change_record(kind_named(kind), fresh, given, version=fresh.version, by=None, at=LATER)


def handed_in() -> Cases:
    """Return three cases that were handed in, with what is said and decided of them, and public projects."""
    cases = Cases(make_workspace())
    with in_scope(cases.workspace):
        for kind in MADE_WITH:
            cases.pointed[kind] = [make_record(kind, name=f"{tree} {kind}") for tree in TREES]
        cases.pointed["projects"] = [make_record("projects", name=f"{tree} julkinen") for tree in TREES]
        for each in cases.pointed["projects"]:
            share_record(kind_named("projects"), each, Audience.PUBLIC, to=[], by=None, at=NOON)
        cases.projects = [make_record("projects", **cases.values("projects", number)) for number in range(3)]
        cases.pointed["projects"] = cases.projects
        for number in range(3):
            given = cases.values("applications", number)
            made: Any = make_record("applications", state="submitted", submitted_on=date(2026, 1, 15), **given)
            cases.applications.append(made)
            keep_missing_version(application=made, by=None, at=NOON)
            for beside in BESIDE:
                make_record(beside, name=f"Sanottu {3 - number}", application=made)
    return cases


def columns_of(kind: str) -> set[str]:
    return set(sortable(kind_named(kind).columns)) - {"created_at", "changed_at"}


def ways_to_ask() -> Iterator[tuple[str, QuerySet[Any]]]:
    """Yield every way to filter and order the lists of what is sealed, and of what is said beside it."""
    for name in (*SEALED, *BESIDE):
        kind = kind_named(name)
        yield name, filtered(kind, {})
        for column in sorted(columns_of(name) if name in SEALED else ("application",)):
            yield f"{name} -{column}", records_asked(kind, Asked(sort=f"-{column}"))
        for column in (each.name for each in kind.listed if each in kind.references):
            yield f"{name} page {column}", filtered(kind, {}).order_by(*blanks_last(kind.model, column), "pk")
        for each in filters_of(kind):
            offered = [value for value, _label in (each.options or list)()][:3]
            for value in {*offered, f"Birch {each.name}", "Cedar programmes"}:
                yield f"{name} {each.name}={value}", filtered(kind, {each.name: [value]})
        yield f"{name} q", filtered(kind, {}, text="name cedar")


def told(cases: Cases, role: Role) -> dict[str, list[UUID]]:
    with in_scope(cases.workspace, role=role):
        return {way: list(records.values_list("pk", flat=True)) for way, records in ways_to_ask()}


def test_a_funders_lists_answer_as_everybodys_did_when_it_was_handed_in() -> None:
    """Both by the same filters and orders: the database's, on the values that are shown."""
    cases = handed_in()
    with in_scope(cases.workspace, role=Role.FUNDER):
        assert {each.name for each in kinds() if each.model.objects.kept_columns()} == {*SEALED}
    everybodys = told(cases, Role.READER)
    assert told(cases, Role.FUNDER) == everybodys
    cases.change_all()
    assert told(cases, Role.FUNDER) == everybodys
    now = told(cases, Role.READER)
    same = {way for way in now if now[way] == everybodys.get(way) and " -" in way}
    assert same == {f"applications -{column}" for column in columns_of("applications") - {*AS_SUBMITTED}}


ASKED: Final[tuple[Callable[[QuerySet[Any]], Any], ...]] = (
    lambda projects: projects.filter(granted__gt=1),
    lambda projects: projects.filter(Q(granted=1) | Q(start__day__gte=13), name__startswith="Birch"),
    lambda projects: projects.filter(is_lead__isnull=True),
    lambda projects: projects.filter(owner_unit__name="Cedar actors"),
    lambda projects: projects.filter(development_programme__in=Programme.objects.filter(name="Cedar programmes")),
    lambda projects: projects.exclude(programme="Birch programme"),
    lambda projects: projects.exclude(is_lead=True),
    lambda projects: projects.exclude(owner_unit__name__gt="Birch actors"),
    lambda projects: projects.order_by(F("granted").desc(nulls_last=True), "-name")[:2],
    lambda projects: [projects.latest("granted"), projects.order_by("granted").first()],
    lambda projects: projects.values_list("programme", "follows", "owner_unit__name"),
)


def answers(cases: Cases, role: Role) -> list[list[Any]]:
    with in_scope(cases.workspace, role=role):
        return [list(ask(Project.objects.order_by("pk"))) for ask in ASKED]


def test_every_condition_asks_of_what_is_shown() -> None:
    cases = handed_in()
    before = answers(cases, Role.READER)
    cases.change_all()
    assert answers(cases, Role.FUNDER) == before
    now = answers(cases, Role.READER)
    assert [number for number, answer in enumerate(now) if answer == before[number]] == []


def test_what_is_changed_between_asking_and_answering_is_not_told() -> None:
    cases = handed_in()
    with in_scope(cases.workspace, role=Role.FUNDER):
        asked = [Project.objects.filter(name="Cedar name"), Application.objects.filter(project__name="Cedar name")]
    cases.change_all()
    with in_scope(cases.workspace, role=Role.FUNDER):
        assert [list(each) for each in asked] == [[], []]
        assert list(Project.objects.filter(name="Cedar name")) == [cases.projects[1]]


def addresses(cases: Cases) -> list[str]:
    """Return the pages and addresses where a funder meets what is sealed, with filters, orders, words and counts."""
    slug = cases.workspace.slug
    page = {kind: reverse("collection", args=[slug, kind]) for kind in (*SEALED, *BESIDE)}
    api = {kind: f"/api/v1/workspaces/{slug}/{kind}/" for kind in SEALED}
    found = [f"{page['projects']}?programme=Cedar+programme&sort=-granted", f"{page['applications']}?q=cedar"]
    found += [page["statements"], api["projects"], f"{api['applications']}?sort=-call"]
    found += [f"{api['projects']}?sort=-changed_at&updated_since=2026-03-10"]
    shown = [("projects", cases.projects[0]), ("applications", cases.applications[0])]
    shown += [(kind, cases.pointed[kind][1]) for kind in ("actors", "programmes")]
    found += [reverse("record", args=[slug, kind, each.pk]) for kind, each in shown]
    found += [reverse("call", args=[slug, cases.pointed["calls"][0].pk])]
    found += [reverse(name, args=[slug]) for name in ("workspace", "coming")]
    return [*found, reverse("area", args=[slug, "plans"]), f"{reverse('search', args=[slug])}?q=birch"]


def test_no_page_tells_a_funder_what_was_changed_after_handing_in() -> None:
    cases = handed_in()
    with in_scope(cases.workspace):
        for kind in SEALED:
            save_view(kind=kind_named(kind), name="Nimen mukaan", query="sort=-name", by=None, at=NOON)
    client, paths = signed_in(make_member(cases.workspace, Role.FUNDER)), addresses(cases)
    before = pages(client, paths)
    cases.change_all()
    after = pages(client, paths)
    assert [path for path in paths if after[path] != before[path]] == []
    assert client.get(reverse("export", args=[cases.workspace.slug, "projects", "csv"])).status_code == 404


def pages(client: Client, paths: list[str]) -> dict[str, str]:
    answers = {path: client.get(path, follow=True) for path in paths}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {path: ONE_TIME.sub("", answer.content.decode()) for path, answer in answers.items()}


def test_a_file_would_hold_what_is_shown_with_what_it_points_to() -> None:
    cases = handed_in()
    cases.change_all()
    kind = kind_named("applications")
    with in_scope(cases.workspace, role=Role.FUNDER):
        rows = list(filtered(kind, {}, text="Cedar name").iterator(chunk_size=2))
        assert [(each.name, each.project.name, each.call.name) for each in rows] == [
            ("Cedar name", "Cedar name", "Cedar calls")
        ]


def test_a_list_asks_no_more_when_it_is_longer_and_much_was_changed() -> None:
    counts = []
    for _more in range(2):
        cases = handed_in()
        if counts:
            with in_scope(cases.workspace):
                for number in range(3):
                    given = {**cases.values("applications", number), "name": f"{number} lisää"}
                    added: Any = make_record("applications", state="submitted", **given)
                    keep_missing_version(application=added, by=None, at=NOON)
                    cases.applications.append(added)
        cases.change_all()
        with in_scope(cases.workspace, role=Role.FUNDER), CaptureQueriesContext(connection) as asked:
            found = list(filtered(kind_named("applications"), {}, text="name").order_by("-call__name", "name"))
        counts.append((len(asked), len(found)))
    assert counts[0] == (counts[1][0], 3)


def test_only_the_last_version_of_each_record_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    cases, read = handed_in(), []
    with in_scope(cases.workspace):
        for each in cases.applications:
            fresh = Application.objects.get(pk=each.pk)
            content = {**versions(fresh)[0].content, "project": {"name": "Viimeinen"}}
            keep_version(kind_named("applications"), fresh, content, form=sealing.FORM, name="2", by=None, at=LATER)
    monkeypatch.setattr(sealing, "Kept", lambda *told: read.append(told) or Kept(*told))
    with in_scope(cases.workspace, role=Role.FUNDER):
        projects = list(Project.objects.exclude(audience=Audience.PUBLIC))
        assert {(each.name, each.granted, each.version) for each in projects} == {("Viimeinen", None, 2)}
        assert [len(told) for told in read] == [3, 3, 3]


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Project.objects.aggregate(Sum("granted")),
        lambda: Project.objects.aggregate(n=Count("pk", filter=Q(programme="Birch programme"))),
        lambda: Project.objects.annotate(more=F("granted") + 1),
        lambda: Project.objects.filter(name=F("code")),
        lambda: Project.objects.order_by(Lower("name")),
        lambda: Project.objects.values("name"),
        lambda: list(Project.objects.values_list()),
        lambda: Application.objects.select_related("call", "project"),
        lambda: kind_named("calls").model.objects.filter(applications__name="Birch name"),
        lambda: kind_named("statements").model.objects.aggregate(Max("application__name")),
    ],
)
def test_what_cannot_be_asked_of_what_is_shown_is_refused(ask: Callable[[], Any], db: None) -> None:
    with in_scope(make_workspace(), role=Role.READER):
        ask()
    with in_scope(make_workspace(), role=Role.FUNDER), pytest.raises(SealedColumnError):
        ask()
