"""Malformed and hostile files sent to the import page: clear messages or row problems, nothing half written."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from seutu.apps.accounts.enums import Role
from seutu.apps.records.models import Activity
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import make_workspace, signed_in_as
from tests.malformed.generate import HOSTILE, MALFORMED

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")


def _send(path: Path, language: str) -> tuple[int, str, Any]:
    workspace = make_workspace()
    client = signed_in_as(workspace, Role.OWNER)
    sent = SimpleUploadedFile(path.name, path.read_bytes())
    address = f"/{language}/w/{workspace.slug}/r/actors/import/"
    answer = client.post(address, {"file": sent})
    if answer.status_code == 302:
        answer = client.get(answer.headers["Location"])
    return answer.status_code, answer.content.decode(), workspace


@pytest.mark.soak
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_malformed_file_breaks_the_page(language: str, tmp_path: Path, trials: Any) -> None:
    recipes = [*MALFORMED, *HOSTILE]
    for number in trials(len(recipes)):
        case = recipes[number].build(tmp_path)
        status, page, workspace = _send(case.path, language)
        assert status in {200, 422}, (case.class_name, case.path.name)
        if status == 422:
            assert 'role="alert"' in page, case.path.name
        with in_scope(workspace):
            assert not ACTORS.model.objects.exists()
            assert not Activity.objects.exists()


@pytest.mark.parametrize("name", ["bomb_sheet", "PDF-paste", "entity_file", "encrypted"])
def test_an_example_of_each_refusal_is_said_in_the_person_s_language(name: str, tmp_path: Path) -> None:
    recipe = next(each for each in [*MALFORMED, *HOSTILE] if name in each.name or name in each.class_name)
    case = recipe.build(tmp_path)
    pages = {language: _send(case.path, language) for language in ("fi", "sv", "en")}
    assert {status for status, _, _ in pages.values()} <= {200, 422}
    assert len({page for _, page, _ in pages.values()}) == 3
