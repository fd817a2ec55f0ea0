"""What a plan's file speaks of: facts with a field, the fields of each row, its years."""

import json
from pathlib import Path
from typing import Any

import pytest

from seutu.sources.plans import read_plan
from seutu.sources.plans.speaking import spoken_in


@pytest.mark.parametrize(
    ("told", "facts"),
    [
        ({}, set()),
        ({"fund": None, "total": "1"}, {"fund", "total"}),
        ({"period": []}, {"start", "end"}),
        ({"cost_lines": [], "partners": []}, set()),
    ],
)
def test_a_fact_is_spoken_of_when_its_field_is_there(told: dict[str, Any], facts: set[str]) -> None:
    assert spoken_in(told).facts == facts


def test_rows_speak_of_their_own_fields_and_years(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    rows = [
        {"label": "A", "kind": "staff", "amount": None, "years": {"2026": None}},
        {"label": "B", "kind": "staff"},
    ]
    path.write_text(json.dumps({"cost_lines": rows}), encoding="utf-8")
    spoken = read_plan(path).spoken
    assert spoken.of("cost_lines") == (
        frozenset({"label", "kind", "amount", "year:2026"}),
        frozenset({"label", "kind"}),
    )
    assert spoken.of("funding") == ()
