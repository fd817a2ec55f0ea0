"""Answers brought in from a file that somebody made wrong, or took from elsewhere: all rows or none, nothing unsaid."""

from uuid import uuid4

import pytest
from django.utils import timezone

from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import SurveyLink
from seutu.apps.statistics.surveys.import_operations import Brought, SheetRow, import_answers
from seutu.core.problems import InputProblem
from tests.integration.factories import NOON, make_workspace
from tests.integration.statistics.surveys import open_survey, responses

pytestmark = pytest.mark.django_db


def brought(link: SurveyLink, *rows: dict[str, str]) -> Brought:
    with in_scope(link.workspace):
        sheet = [SheetRow(line, {"who": "city", **row}) for line, row in enumerate(rows, start=2)]
        headers = list(dict.fromkeys(name for row in sheet for name in row.cells))
        return import_answers(link.wave, headers, sheet, by=None, at=NOON, on=timezone.localdate())


def test_an_id_is_one_answer_of_one_wave() -> None:
    here = make_workspace()
    link, own, id_ = open_survey(here), open_survey(here), str(uuid4())
    assert brought(link, {"id": id_}) == Brought(1, 0)
    assert brought(link, {"id": id_}) == Brought(0, 1)
    for where in (own, open_survey()):  # the same workspace, and another one
        with pytest.raises(InputProblem, match="stored elsewhere"):
            brought(where, {}, {"id": id_})
        assert responses(where) == []
    twice = str(uuid4())
    with pytest.raises(InputProblem, match="on row 2 already") as told:
        brought(link, {"id": twice}, {"id": twice, "who": "others"})
    assert [(each.line, each.column) for each in told.value.problems] == [(3, "id")]
    assert len(responses(link)) == 1


def test_a_leading_cell_that_nobody_knows_is_told_and_not_dropped() -> None:
    link = open_survey()
    for name, cell in (("municipality", "Atlantis"), ("language", "xx"), ("seed", "abc"), ("seed", "9999999999")):
        with pytest.raises(InputProblem, match="not known") as told:
            brought(link, {name: cell})
        assert [(each.line, each.column, each.value) for each in told.value.problems] == [(2, name, cell)]
    assert responses(link) == []
    assert brought(link, {"municipality": "Iisalmi", "language": "sv", "seed": "7"}) == Brought(1, 0)
