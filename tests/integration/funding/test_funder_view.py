"""What a funder sees of a project: what was handed in, and nothing of the plan as it stands, at every door."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.funding.application_operations import keep_missing_version
from seutu.apps.programmes.models import Project
from seutu.apps.records.enums import Audience
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import change_record, share_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named, kinds
from tests.integration.factories import NOON, make_member, make_record, signed_in
from tests.integration.funding.judged import Judged, judged

pytestmark = pytest.mark.django_db
LATER = "Muuttunutnimi"
PLAN_PAGES = ("project", "project_schedule", "project_work", "project_budget")
PROGRAMME_PAGES = ("programme", "programme_sdg", "programme_report")
OPEN = {"programmes", "benefit-goals", "calls", "criteria"}


def funder(case: Judged) -> Client:
    return signed_in(make_member(case.workspace, Role.FUNDER))


def lists(slug: str, kind: str) -> list[str]:
    return [reverse("collection", args=[slug, kind]), f"/api/v1/workspaces/{slug}/{kind}/"]


def doors(slug: str, kind: str, record: OwnedRecord) -> list[str]:
    """Return the addresses that tell of one record."""
    api = f"/api/v1/workspaces/{slug}/{kind}/{record.pk}/"
    return [reverse("record", args=[slug, kind, record.pk]), api]


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def change(kind: str, record: OwnedRecord, workspace: Workspace, **values: Any) -> None:
    with in_scope(workspace):
        fresh = kind_named(kind).model.objects.get(pk=record.pk)
        change_record(kind_named(kind), fresh, values, version=fresh.version, by=None, at=NOON)


def handed_in_and_changed() -> Judged:
    """Return a case whose application was kept; then the project was renamed and its plan grew."""
    case = judged()
    project = case.application.project
    with in_scope(case.workspace):
        make_record("work-packages", project=project, number="1", name="Jätettypaketti")
        make_record("cost-lines", project=project, label="Jätettyrivi", applied=Decimal(1000))
        keep_missing_version(application=case.application, by=None, at=NOON)
        make_record("work-packages", project=project, number="2", name="Myöhempipaketti")
        make_record("decisions", name="Rahoituspäätös", application=case.application, project=project)
        make_record("statements", name="Lausunto", application=case.application)
    change("projects", project, case.workspace, name=LATER, budget_total=Decimal(987654), start=date(2030, 1, 1))
    return case


def test_a_funder_finds_nothing_of_a_project_that_was_not_handed_in() -> None:
    case = judged()
    client, slug, project = funder(case), case.workspace.slug, case.application.project
    paths = [reverse(name, args=[slug, project.pk]) for name in PLAN_PAGES]
    paths += doors(slug, "projects", project)
    paths += [f"/api/v1/workspaces/{slug}/projects/{project.pk}/history/", reverse("portfolio", args=[slug])]
    assert {client.get(path).status_code for path in paths} == {404}
    searched = [reverse("search", args=[slug]) + "?q=hyvinvointialan", reverse("activity", args=[slug])]
    for path in [*lists(slug, "projects"), *searched]:
        assert "Hyvinvointialan kasvu" not in text(client, path), path


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", [each.name for each in kinds() if each.area == "plans" and not each.personal])
def test_a_funder_sees_no_draft_of_any_kind_of_plan(kind: str) -> None:
    case = judged(criteria=1)
    client, slug = funder(case), case.workspace.slug
    with in_scope(case.workspace):
        given = {"project": make_record("projects", name="Luonnoshanke")} if kind == "events" else {}
        record = make_record(kind, **given)
    assert {client.get(path).status_code for path in doors(slug, kind, record)} == ({200} if kind in OPEN else {404})
    for path in lists(slug, kind):
        answer = client.get(path)
        assert answer.status_code == 200
        assert (str(record.pk) in answer.content.decode()) == (kind in OPEN), path


def test_a_funder_sees_what_belongs_to_no_project() -> None:
    case = judged(criteria=1)
    client, slug = funder(case), case.workspace.slug
    with in_scope(case.workspace):
        programme = make_record("programmes", name="Elinvoimaohjelma")
        shown = {"events": make_record("events"), "indicators": make_record("indicators", programme=programme)}
        shown["measurements"] = make_record("measurements", indicator=shown["indicators"])
    for kind, record in shown.items():
        assert {client.get(path).status_code for path in doors(slug, kind, record)} == {200}


def test_a_funder_reads_the_project_as_it_was_handed_in() -> None:
    case = handed_in_and_changed()
    client, slug, project = funder(case), case.workspace.slug, case.application.project
    shown = [*doors(slug, "projects", project), *lists(slug, "projects"), lists(slug, "applications")[0]]
    shown += [lists(slug, "decisions")[0], reverse("application", args=[slug, case.application.pk])]
    for path in shown:
        said = text(client, path)
        assert "Hyvinvointialan kasvu" in said, path
        assert LATER not in said, path
        assert "987" not in said or "987654" not in said.replace("\xa0", ""), path
    values = json.loads(text(client, shown[1]))["values"]
    assert (values["start"], values["budget_total"]) == (None, None)


def test_search_and_the_log_tell_a_funder_the_kept_words_only() -> None:
    case = handed_in_and_changed()
    client, slug, project = funder(case), case.workspace.slug, case.application.project
    search = reverse("search", args=[slug])
    assert "Hyvinvointialan kasvu" in text(client, f"{search}?q=hyvinvointialan")
    for hidden in (LATER, "myöhempipaketti", "jätettyrivi"):
        answer = client.get(f"{search}?q={hidden.casefold()}")
        assert "Hyvinvointialan kasvu" not in answer.content.decode(), hidden
        assert f'"{hidden}"' not in text(client, f"/api/v1/workspaces/{slug}/projects/?q={hidden.casefold()}")
    for path in (reverse("activity", args=[slug]), f"/api/v1/workspaces/{slug}/projects/{project.pk}/history/"):
        assert LATER not in text(client, path)
        assert "paketti" not in text(client, path)


def test_a_funder_reads_the_kept_plan_on_the_version_s_page_and_no_later_part_of_it() -> None:
    case = handed_in_and_changed()
    client, slug = funder(case), case.workspace.slug
    version = text(client, reverse("application_version", args=[slug, case.application.pk, 1]))
    assert "Jätettypaketti" in version
    assert "Jätettyrivi" in version
    assert "Myöhempipaketti" not in version
    for kind in ("work-packages", "cost-lines"):
        for path in lists(slug, kind):
            assert "Jätetty" not in text(client, path)
    assert text(client, lists(slug, "cost-lines")[0]).count(reverse("collection", args=[slug, "applications"])) == 1
    listed = text(client, reverse("area", args=[slug, "plans"]))
    assert reverse("collection", args=[slug, "applications"]) in listed
    assert reverse("collection", args=[slug, "cost-lines"]) not in listed
    assert reverse("portfolio", args=[slug]) not in listed


def test_plan_pages_are_closed_to_a_funder_even_when_the_project_was_handed_in() -> None:
    case = handed_in_and_changed()
    client, slug, project = funder(case), case.workspace.slug, case.application.project
    with in_scope(case.workspace):
        programme = make_record("programmes", name="Elinvoimaohjelma")
    paths = [reverse(name, args=[slug, project.pk]) for name in PLAN_PAGES]
    paths += [reverse(name, args=[slug, programme.pk]) for name in PROGRAMME_PAGES]
    paths += [reverse("portfolio", args=[slug]), reverse("pipeline", args=[slug])]
    paths += [reverse("project_file", args=[slug, project.pk, "docx"])]
    assert [client.get(path).status_code for path in paths] == [404] * len(paths)
    record = text(client, doors(slug, "projects", project)[0])
    assert not [path for path in paths if path in record]


def test_a_public_project_is_shown_to_a_funder_as_it_stands() -> None:
    case = handed_in_and_changed()
    with in_scope(case.workspace):
        open_one = make_record("projects", name="Julkinen hanke", follows=make_record("projects", name="Salainen"))
        for each in (open_one, Project.objects.get(pk=case.application.project_id)):
            share_record(kind_named("projects"), each, Audience.PUBLIC, to=[], by=None, at=NOON)
    client, slug = funder(case), case.workspace.slug
    for record, said in ((open_one, "Julkinen hanke"), (case.application.project, LATER)):
        for path in doors(slug, "projects", record):
            assert said in text(client, path)
            assert "Salainen" not in text(client, path)


def test_a_project_changed_in_the_application_after_handing_in_stays_hidden() -> None:
    case = judged()
    with in_scope(case.workspace):
        keep_missing_version(application=case.application, by=None, at=NOON)
        other = make_record("projects", name="Vaihdettu hanke")
    change("applications", case.application, case.workspace, project=other.pk)
    client, slug = funder(case), case.workspace.slug
    assert client.get(doors(slug, "projects", other)[0]).status_code == 404
    page = text(client, reverse("application", args=[slug, case.application.pk]))
    assert "Hyvinvointialan kasvu" in page
    assert "Vaihdettu hanke" not in page


@pytest.mark.parametrize("role", [Role.OWNER, Role.CONTRIBUTOR, Role.READER, Role.GUEST])
def test_others_see_plans_as_they_stand(role: Role) -> None:
    case = handed_in_and_changed()
    with in_scope(case.workspace, role=role):
        assert Project.objects.get(pk=case.application.project_id).name == LATER
        assert kind_named("work-packages").model.objects.count() == 2


def test_a_funders_list_asks_no_more_when_it_is_longer() -> None:
    case = handed_in_and_changed()
    client, path = funder(case), lists(case.workspace.slug, "projects")[0]
    counts = []
    for _more in range(2):
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            client.get(path)
        counts.append(len(seen))
        with in_scope(case.workspace):
            for name in ("Toinen", "Kolmas"):
                project = make_record("projects", name=name)
                added = make_record("applications", name=name, call=case.call, project=project, state="submitted",
                                    submitted_on=date(2024, 3, 15))  # fmt: skip
                keep_missing_version(application=added, by=None, at=NOON)  # type: ignore[arg-type]
    assert counts[0] == counts[1]
