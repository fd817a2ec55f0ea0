"""The matrix of industries by municipality: its answer in a sentence."""

import pytest
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from tests.integration.factories import make_member, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db
ROLES = (("Metsä", "140"), ("Metsä", "740"), ("Metsä", "684"), ("Meri", "684"))


def _answer(workspace: Workspace, relation: str = "presence") -> str:
    client = signed_in(make_member(workspace, Role.READER))
    page: str = client.get(reverse("matrix", args=[workspace.slug, relation])).content.decode()
    return page


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (ROLES, "2 toimialaa 3 kunnassa. Laajimmalle levinnyt on Metsä (3 kuntaa)."),
        ((*ROLES, ("Meri", "140"), ("Meri", "740")), "2 toimialaa 3 kunnassa.</p>"),
        (ROLES[:1], "1 toimiala 1 kunnassa.</p>"),
        ((), "Täällä ei ole vielä mitään."),
    ],
    ids=["one is the most widespread", "two share it", "one alone", "nothing"],
)
def test_the_matrix_begins_with_its_answer(roles: tuple[tuple[str, str], ...], said: str) -> None:
    workspace = make_workspace()
    for industry, town in roles:
        make_record("industry-roles", workspace=workspace, industry=industry, municipality=town, relation="presence")
    assert said in _answer(workspace)
    assert "Laajimmalle" not in _answer(workspace, "responsibility")
