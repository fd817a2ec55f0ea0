"""The pages of people open for each role as the rules say, and for nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from tests.integration.factories import (
    guest_of,
    make_member,
    make_person,
    make_record,
    make_workspace,
    signed_in,
    signed_in_as,
)

pytestmark = pytest.mark.django_db

EVERYBODY = set(Role)
WRITERS = {Role.OWNER, Role.FACILITATOR, Role.CONTRIBUTOR}
SHARERS = {Role.OWNER, Role.FACILITATOR}
OWNER = {Role.OWNER}
PAGES = {
    "workspace": EVERYBODY,
    "search": EVERYBODY,
    "activity": EVERYBODY,
    "shared": EVERYBODY - {Role.GUEST},
    "trash": WRITERS,
    "members": OWNER,
}


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Savon Kehitys", owner=make_person())


@pytest.mark.many_cases
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("page", list(PAGES))
def test_a_page_opens_for_the_roles_it_is_for(here: Workspace, page: str, role: Role) -> None:
    answer = signed_in_as(here, role).get(reverse(page, args=[here.slug]))
    assert answer.status_code == (200 if role in PAGES[page] else 404)


@pytest.mark.parametrize("role", list(Role))
def test_sharing_opens_for_those_who_may_share(here: Workspace, role: Role) -> None:
    record = make_record("actors", workspace=here)
    answer = signed_in_as(here, role).get(reverse("record_share", args=[here.slug, "actors", record.pk]))
    assert answer.status_code == (200 if role in SHARERS else 404)


@pytest.mark.parametrize("page", list(PAGES))
def test_anothers_workspace_is_as_if_not_there(here: Workspace, page: str) -> None:
    stranger = signed_in(make_member(make_workspace(), Role.OWNER))
    assert stranger.get(reverse(page, args=[here.slug])).status_code == 404
    assert stranger.get(reverse(page, args=["no-such-workspace"])).status_code == 404


@pytest.mark.parametrize("page", list(PAGES))
def test_a_visitor_is_asked_to_sign_in(here: Workspace, page: str) -> None:
    answer = Client().get(reverse(page, args=[here.slug]))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_login"))


def test_a_guest_of_one_workspace_sees_no_other(here: Workspace) -> None:
    guest = guest_of(make_workspace())
    assert guest.get(reverse("workspace", args=[here.slug])).status_code == 404


def test_a_host_that_is_not_ours_is_refused_as_a_bad_request() -> None:
    answer = Client(raise_request_exception=False).get(reverse("account_login"), headers={"host": "evil.example"})
    assert answer.status_code == 400
