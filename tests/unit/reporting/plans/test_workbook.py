"""A plan that is written as a workbook is read back as the same plan, in every language."""

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seutu.core.figures.relations import Term
from seutu.core.funding.plans import INPUTS, Calculation, Plan, Way
from seutu.core.text import LANGUAGES, Language, Text
from seutu.reporting.plans import write_plan_workbook
from seutu.sources.plans import ReadPlan, read_plan_workbook
from tests.unit.reporting.plans.example_plans import BLANK, GLOW, KUOPIO, NETWORK, PARTED
from tests.unit.sources.plans.generated_plans import bare, plans


def round_trip(folder: Path, plan: Plan, language: Language) -> ReadPlan:
    stream = io.BytesIO()
    notes = write_plan_workbook(plan, stream, language=language)
    # What is written is exact; it is noted where Excel shows less of a figure, or does not know a day of long ago.
    assert all("15 ensimmäistä" in note.message.fi or "1900" in note.message.fi for note in notes)
    path = folder / "plan.xlsx"
    path.write_bytes(stream.getvalue())
    return read_plan_workbook(path)


def numbers(part: object) -> object:
    """Return the plain values, figures that are equal as numbers alike: a saved workbook keeps no zeros at an end."""
    if isinstance(part, Decimal):
        return part.normalize()
    if isinstance(part, dict):
        return {key: numbers(value) for key, value in part.items()}
    return tuple(numbers(each) for each in part) if isinstance(part, tuple) else part


@pytest.mark.parametrize("plan", [GLOW, NETWORK, KUOPIO], ids=["glow", "network", "kuopio"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_that_a_spreadsheet_program_has_saved_is_the_same(
    tmp_path: Path, plan: Plan, language: Language
) -> None:
    read = round_trip(tmp_path, plan, language)
    assert bare(read.plan) == bare(plan)
    saved = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    saved.save(tmp_path / "saved.xlsx")
    again = read_plan_workbook(tmp_path / "saved.xlsx")
    assert numbers(bare(again.plan)) == numbers(bare(plan))
    assert again.notes == ()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans, st.sampled_from(LANGUAGES))
def test_a_written_plan_is_read_back_as_it_was(tmp_path: Path, plan: Plan, language: Language) -> None:
    read = round_trip(tmp_path, plan, language)
    assert bare(read.plan) == bare(plan)
    assert read.notes == ()


def totals(folder: Path, plan: Plan) -> list[list[object]]:
    assert round_trip(folder, plan, "en").notes == ()
    sheets = openpyxl.load_workbook(folder / "plan.xlsx", data_only=True)
    rows = [list(sheets[name].values)[-1] for name in ("Costs", "Funding")]
    return [[cell for cell in row if isinstance(cell, int | float)] for row in rows]


def test_computed_totals_count_no_part_twice_and_are_none_beside_a_blank(tmp_path: Path) -> None:
    assert totals(tmp_path, PARTED) == [[1000, 400, 600, 1000], [1000]]
    assert totals(tmp_path, BLANK) == [[1000, 1000], []]


def test_totals_are_formulas_of_the_rows_that_count_with_their_values(tmp_path: Path) -> None:
    round_trip(tmp_path, PARTED, "en")
    formulas, values = (openpyxl.load_workbook(tmp_path / "plan.xlsx", data_only=only) for only in (False, True))
    found = {
        (sheet.title, cell.coordinate): (cell.value, values[sheet.title][cell.coordinate].value)
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if str(cell.value).startswith("=")
    }
    assert found == {
        ("Costs", "O2"): ("=SUM(M2:N2)", 1000),
        ("Costs", "O3"): ("=SUM(M3:N3)", 600),
        ("Costs", "O4"): ("=SUM(M4:N4)", 400),
        ("Costs", "C5"): ("=SUM(C2)", 1000),
        ("Costs", "M5"): ("=SUM(M2)", 400),
        ("Costs", "N5"): ("=SUM(N2)", 600),
        ("Costs", "O5"): ("=SUM(M5:N5)", 1000),
        ("Funding", "C6"): ("=SUM(C2:C3)", 1000),
    }


def test_what_a_line_is_worked_out_of_has_no_total(tmp_path: Path) -> None:
    figures = {name: Term(Text.same(""), Decimal(12), "") for name in INPUTS}
    line = replace(PARTED.cost_lines[0], years={}, calculation=Calculation(Way.UNITS, unit="days", **figures))
    assert totals(tmp_path, replace(PARTED, cost_lines=(line,), funding=()))[0] == [line.amount.value]


def test_a_computed_total_that_counts_parts_twice_is_told(tmp_path: Path) -> None:
    round_trip(tmp_path, PARTED, "en")
    sheets = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    sheet = sheets["Funding"]
    place = next(cell for cell in sheet[sheet.max_row] if str(cell.value).startswith("=SUM"))
    place.value = 1200
    sheets.save(tmp_path / "plan.xlsx")
    (note,) = read_plan_workbook(tmp_path / "plan.xlsx").notes
    assert "1\u00a0200" in note.message.fi
