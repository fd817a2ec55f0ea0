"""A null character in an address is a question without an answer, on every database; never a fault."""

import pytest
from django.test import Client
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.records.sheets.kinds import filters_of, kinds
from tests.integration.factories import make_workspace, signed_in_as

pytestmark = pytest.mark.django_db
FILTERS = [(kind.name, each.name) for kind in kinds() for each in filters_of(kind)]


def _status(path: str) -> int:
    workspace = make_workspace()
    client: Client = signed_in_as(workspace, Role.OWNER)
    return client.get(reverse("workspace", args=[workspace.slug]) + path).status_code


@pytest.mark.parametrize(("kind", "name"), FILTERS)
def test_filters(kind: str, name: str) -> None:
    assert _status(f"r/{kind}/?{name}=%00") == 200
    assert _status(f"r/{kind}/export/csv/?{name}=a%00b") == 200


@pytest.mark.parametrize(
    "path", ["r/actors/?q=%00a", "search/?q=a%00", "suggest/?kind=actors&x=%00", "activity/?kind=%00&person=%00"]
)
def test_other_questions(path: str) -> None:
    assert _status(path) == 200


def test_the_group_of_a_picture() -> None:
    assert _status("picture/municipality/140/?group=%00") in {200, 404}
