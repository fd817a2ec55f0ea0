"""No page or answer of private data is kept by the browser or a proxy; files of the look are."""

import pytest
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from tests.integration.factories import make_workspace, signed_in_as

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["", "r/contacts/", "r/actors/?q=a", "search/?q=a", "activity/", "r/actors/export/csv/"]
)
def test_pages_are_not_kept(path: str) -> None:
    workspace = make_workspace()
    answer = signed_in_as(workspace, Role.OWNER).get(reverse("workspace", args=[workspace.slug]) + path)
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]


def test_answers_of_the_interface_are_not_kept() -> None:
    workspace = make_workspace()
    answer = signed_in_as(workspace, Role.OWNER).get(f"/api/v1/workspaces/{workspace.slug}/contacts/")
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
