"""What an earlier project leaves to the one that follows it, and a project's own workshops."""

from datetime import date
from typing import cast

import pytest
from pytest_django import DjangoAssertNumQueries

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.programmes.models import Programme, Project
from seutu.apps.programmes.plans.lessons import legacy_of
from seutu.apps.programmes.steering_queries import open_resolutions
from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import create_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_person, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    """Return the owner."""
    return make_person()


@pytest.fixture
def here(owner: User) -> Workspace:
    """Return the workspace."""
    return make_workspace(owner=owner, slug="tyot")


def left_by(earlier: OwnedRecord, rows: int = 1) -> OwnedRecord:
    """Save what a project leaves; returns its newest workshop."""
    make_record("reflections", project=earlier, name="Alku", day=date(2020, 1, 1), successes="Vanha")
    workshop = make_record(
        "reflections", project=earlier, name="Loppu", day=date(2021, 1, 1), successes="- Yritykset mukana\n\n• Nopeus",
        improvements="Tiedotus", solutions="",
    )  # fmt: skip
    for number in range(rows):
        make_record("resolutions", reflection=workshop, project=earlier, name=f"Avoin {number}", state="open")
        make_record("risks", project=earlier, name=f"Riski {number}", state="open", response="Varahenkilö")
    make_record("resolutions", reflection=workshop, project=earlier, name="Tehty", state="done")
    make_record("risks", project=earlier, name="Poissa", state="closed")
    return workshop


def test_the_last_workshop_and_what_is_open_are_left(here: Workspace) -> None:
    """Done and closed things are not carried over."""
    with in_scope(here):
        earlier = make_record("projects", name="Ensimmäinen")
        workshop = left_by(earlier)
        found = legacy_of(cast("Project", make_record("projects", follows=earlier)))
    assert found is not None
    assert found.workshop == workshop
    assert [each.name for each in found.resolutions] == ["Avoin 0"]
    assert [each.name for each in found.risks] == ["Riski 0"]


def test_what_the_projects_own_workshop_decided_is_open_in_the_project_and_its_programme(here: Workspace) -> None:
    """Once each, though only the workshop is named in it; done things and other projects' are left out."""
    with in_scope(here):
        programme = cast("Programme", make_record("programmes"))
        earlier, other = (make_record("projects", development_programme=programme) for _ in range(2))
        for project, name in ((earlier, "Oma"), (other, "Toisen")):
            workshop = make_record("reflections", project=project, name=f"Paja {name}")
            make_record("resolutions", reflection=workshop, name=name, state="open")
            make_record("resolutions", reflection=workshop, name="Tehty", state="done")
        found = legacy_of(cast("Project", make_record("projects", follows=earlier)))
        of_programme = open_resolutions(programme)
    assert found is not None
    assert [each.name for each in found.resolutions] == ["Oma"]
    assert sorted(each.name for each in of_programme) == ["Oma", "Toisen"]


def test_without_its_own_the_workshop_of_its_programme_is_told(here: Workspace) -> None:
    """A project of a programme was looked at in that one's workshop."""
    with in_scope(here):
        programme = make_record("programmes")
        workshop = make_record("reflections", programme=programme)
        earlier = make_record("projects", development_programme=programme)
        found = legacy_of(cast("Project", make_record("projects", follows=earlier)))
    assert found is not None
    assert found.workshop == workshop


def test_a_project_that_follows_none_has_no_legacy(here: Workspace) -> None:
    """Nothing is shown then."""
    with in_scope(here):
        assert legacy_of(cast("Project", make_record("projects"))) is None


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_do_not_grow(here: Workspace, rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """Four: workshops, meetings, resolutions, risks."""
    with in_scope(here):
        earlier = make_record("projects")
        left_by(earlier, rows)
        project = cast("Project", make_record("projects", follows=earlier))
        with django_assert_num_queries(4):
            legacy_of(project)


def test_the_page_shows_it_with_links_and_takes_risks_along(owner: User, here: Workspace) -> None:
    """A risk that this project has already is not offered twice."""
    with in_scope(here):
        earlier = make_record("projects", name="Ensimmäinen")
        workshop = left_by(earlier, 2)
        project = make_record("projects", name="Toinen", follows=earlier)
        make_record("risks", project=project, name="riski 1", state="open")
    page = signed_in(owner).get(f"/en/w/tyot/projects/{project.pk}/").content.decode()
    part = page.split('id="legacy"')[1].split("</section>")[0]
    assert f"/en/w/tyot/projects/{earlier.pk}/workshops/{workshop.pk}/" in part
    assert "<li>Yritykset mukana</li><li>Nopeus</li>" in part
    assert "2 open resolutions and 2 open risks" in part
    assert part.count("Take along") == 1


def test_a_projects_workshop_has_its_page(owner: User, here: Workspace) -> None:
    """Under its project alone; another project's address does not show it."""
    with in_scope(here):
        project, other = make_record("projects"), make_record("projects")
        workshop = left_by(project)
    desk = signed_in(owner)
    page = desk.get(f"/en/w/tyot/projects/{project.pk}/workshops/{workshop.pk}/")
    assert page.status_code == 200
    assert "Yritykset mukana" in page.content.decode()
    assert desk.get(f"/en/w/tyot/projects/{other.pk}/workshops/{workshop.pk}/").status_code == 404
    listed = desk.get(f"/en/w/tyot/projects/{project.pk}/").content.decode()
    assert f"/en/w/tyot/projects/{project.pk}/workshops/{workshop.pk}/" in listed


@pytest.mark.parametrize("wholes", [(), ("projects", "programmes")])
def test_a_workshop_is_of_one_whole(here: Workspace, wholes: tuple[str, ...]) -> None:
    """Of a programme or of a project."""
    with in_scope(here):
        values = {name.removesuffix("s"): make_record(name).pk for name in wholes}
        with pytest.raises(InvalidValuesError):
            create_record(kind_named("reflections"), {"name": "Paja", **values}, by=None, at=NOON)
