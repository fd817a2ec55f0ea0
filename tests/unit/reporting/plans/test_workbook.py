"""A plan that is written as a workbook is read back as the same plan, in every language."""

import io
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seutu.core.funding.plans import Plan
from seutu.core.text import LANGUAGES, Language
from seutu.reporting.plans import write_plan_workbook
from seutu.sources.plans import ReadPlan, read_plan_workbook
from tests.unit.sources.plans.generated_plans import bare, plans


def round_trip(folder: Path, plan: Plan, language: Language) -> ReadPlan:
    stream = io.BytesIO()
    notes = write_plan_workbook(plan, stream, language=language)
    assert all("15" in note.message.fi for note in notes), "only what Excel shows of a long figure is noted"
    path = folder / "plan.xlsx"
    path.write_bytes(stream.getvalue())
    return read_plan_workbook(path)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans, st.sampled_from(LANGUAGES))
def test_a_written_plan_is_read_back_as_it_was(tmp_path: Path, plan: Plan, language: Language) -> None:
    read = round_trip(tmp_path, plan, language)
    assert bare(read.plan) == bare(plan)
    assert read.notes == ()
