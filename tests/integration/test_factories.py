import pytest

from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kinds
from tests.integration.factories import make_record, make_workspace

pytestmark = pytest.mark.django_db


def test_a_record_of_every_kind_can_be_made() -> None:
    workspace = make_workspace()
    for kind in kinds():
        record = make_record(kind.name, workspace=workspace)
        with in_scope(workspace):
            assert record.title
            assert record.version == workspace.head_sequence or record.version
