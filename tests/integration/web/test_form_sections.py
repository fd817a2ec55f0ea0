"""The form of a kind with many columns is grouped under headings: every column once, in the order it is read."""

import re

import pytest
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from tests.integration.factories import make_workspace, signed_in_as

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", [each for each in kinds() if each.sections], ids=lambda kind: kind.name)
def test_every_column_is_under_one_heading(kind: Kind) -> None:
    placed = [name for section in kind.sections for name in section.columns]
    assert sorted(placed) == sorted(column.name for column in kind.columns)


def test_the_project_form_is_grouped_and_keeps_its_version_field() -> None:
    workspace = make_workspace()
    page = signed_in_as(workspace, Role.OWNER).get(reverse("record_new", args=[workspace.slug, "projects"]))
    text = page.content.decode()
    headings = re.findall(r'<legend class="form__legend"><h2>(.*?)</h2>', text)
    assert headings == [each.label.fi for each in kind_named("projects").sections]
    assert text.count('name="version"') == 1
    assert text.index(">Kustannukset ja rahoitus<") < text.index('name="budget_total"') < text.index(">Mihin hanke")


def test_a_form_without_sections_has_no_headings() -> None:
    workspace = make_workspace()
    page = signed_in_as(workspace, Role.OWNER).get(reverse("record_new", args=[workspace.slug, "risks"]))
    text = page.content.decode()
    assert "form__legend" not in text
    assert 'name="probability"' in text
