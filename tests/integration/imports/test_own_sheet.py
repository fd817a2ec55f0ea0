"""A sheet as people keep it: their own headers, towns and industries by name or by a bare code."""

from pathlib import Path

import pytest

from seutu.apps.records.files.importing import apply_plan, open_file, plan_import, report_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_workspace

pytestmark = pytest.mark.django_db
SHEET = """Yritys;Kotikunta;Toimiala;WWW;Lisätiedot
Konepaja Oy;Iisalmi;25.62;konepaja.example;vienti
Saha Ab;Jakobstad;Metsä;;
Telakka Oy;684;tol 2025:30110; ;
"""


def test_own_headers_are_matched_and_a_bare_industry_code_is_a_question(tmp_path: Path) -> None:
    path = tmp_path / "omat.csv"
    path.write_text(SHEET, encoding="utf-8")
    actors = kind_named("actors")
    with in_scope(make_workspace()):
        opened = open_file(actors, path)
        mapping = opened.mappings[0]
        assert list(mapping.values()) == ["name", "municipality", "industries", "website", "description"]
        asked = plan_import(actors, opened, language="fi")
        told = plan_import(actors, opened, language="fi", mappings=[{**mapping, "Toimiala": "industries@TOL 2008"}])
    assert [row.outcome for row in asked.rows] == ["rejected", "created", "created"]
    question = report_of(asked).rejected[0].problems[0]
    assert (question.line, question.column, question.value) == (2, "Toimiala", "25.62")
    assert "TOL 2008" in question.message.fi
    assert "TOL 2025" in question.message.fi
    assert [row.values["industries"] for row in told.rows] == [
        ("TOL 2008:2562",),
        ("oma:Metsä",),
        ("TOL 2025:30110",),
    ]
    assert [row.values["municipality"] for row in told.rows] == ["140", "598", "684"]
    assert told.rows[0].values["website"] == "https://konepaja.example"


def test_loaded_names_of_tol_2025_stand_beside_its_codes(tmp_path: Path) -> None:
    path = tmp_path / "tol2025.csv"
    path.write_text("koodi;nimi\n'01110';Viljakasvien viljely\n'A';Maatalous\n", encoding="utf-8")
    names, industries = kind_named("industry-names"), kind_named("actors").column("industries")
    with in_scope(make_workspace()):
        assert industries.show(("TOL 2025:01110",), "fi") == "TOL 2025 01110"
        apply_plan(
            plan_import(names, open_file(names, path), language="fi"), accept_good=False, note="", by=None, at=NOON
        )
        assert industries.show(("TOL 2025:01110",), "fi") == "Viljakasvien viljely (TOL 2025 01110)"
    with in_scope(make_workspace()):
        assert industries.show(("TOL 2025:01110",), "fi") == "TOL 2025 01110"


@pytest.mark.parametrize("written", ["1234567890123456,78", "0,123", "1e-9"])
def test_a_number_that_would_be_rounded_is_refused(written: str, tmp_path: Path) -> None:
    path = tmp_path / "hankkeet.csv"
    path.write_text(f"nimi;myönnetty EU- ja valtion rahoitus (€)\nHanke;{written}\n", encoding="utf-8")
    projects = kind_named("projects")
    with in_scope(make_workspace()):
        report = report_of(plan_import(projects, open_file(projects, path), language="fi"))
    assert len(report.rejected) == 1
    assert report.counts["created"] == 0
