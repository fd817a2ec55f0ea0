"""A survey's figure beside an index on its page: who does well in one but not in the other, and who is not clear."""

import json
from typing import Any

import pytest
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import SurveyLink
from tests.integration.factories import make_record, signed_in_as
from tests.integration.statistics.small_store import TOWNS, use_store
from tests.integration.statistics.surveys import open_survey
from tests.integration.statistics.test_index_pages import STRUCTURE
from tests.integration.statistics.test_survey_results import answer

pytestmark = pytest.mark.django_db


def page(link: SurveyLink, role: Role = Role.OWNER, **asked: str) -> Any:
    address = reverse("survey_success", args=[link.workspace.slug, link.wave.survey_id, link.wave_id])
    return signed_in_as(link.workspace, role).get(address.replace("/fi/", "/en/", 1), asked)


def test_the_page_sets_the_survey_beside_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    use_store(monkeypatch)
    link = open_survey()
    for place, town in enumerate(TOWNS):
        answer(link, 10 + 20 * (place % 2), town=town, move="10")
        answer(link, 30 - 20 * (place % 2), town=town, move="3")
    answer(link, 20, town="684", move="3")
    assert "There is no index yet" in page(link).content.decode()
    with in_scope(link.workspace):
        group = make_record("place-groups", name="Ryhmä")
        for town in TOWNS:
            make_record("place-group-members", group=group, municipality=town)
        make_record("indices", name="Elinvoima", place_group=group, structure=json.dumps(STRUCTURE))
    said = page(link, figure="move:top").content.decode()
    assert 'id="success-table"' in said
    assert said.count('scope="row"') == len(TOWNS)
    assert "Without one of the figures: Rauma." in said
    assert "well in" in said
    assert page(link, figure="none").status_code == 404
    waiting = page(link, Role.FUNDER, figure="move:top").content.decode()
    assert 'id="success-table"' not in waiting
