"""A sheet as people keep it: their own headers, towns and industries by name or by a bare code."""

from datetime import date
from pathlib import Path

import pytest

from seutu.apps.records.files.headers import proposed_mapping
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import, report_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named, kinds
from seutu.core.text import LANGUAGES
from seutu.sources.tables import header_key
from tests.integration.factories import NOON, make_record, make_workspace

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


EVERYDAY = {
    "actors": {
        "Yrityksen nimi": "name",
        "Y-tunnus": "business_id",
        "TOL 2008": "industries@TOL 2008",
        "Kotipaikka": "municipality",
        "Henkilöstömäärä": "size@headcount",
        "Perustamisvuosi": "founded@first",
        "WWW-sivut": "website",
        "Lähiosoite": "address",
        "Postinro.": "post_code",
        "Huom!": "description",
        "Liikevaihto (t€)": "",
    },
    "contacts": {
        "Yrityksen nimi": "actor",
        "Yhteyshenkilö:": "name",
        "Titteli": "role",
        "S-posti": "email",
        "Puh.": "phone",
        "Huom": "note",
    },
    "projects": {
        "Hankkeen nimi": "name",
        "Hankekoodi": "code",
        "Rahoittaja": "authority",
        "Rahoitusohjelma": "programme",
        "Alkaa": "start",
        "Päättymisvuosi": "end@last",
        "Kokonaisbudjetti": "",
    },
    "participations": {"Hankkeen nimi": "project", "Toteuttaja": "actor", "Rooli": "role"},
}


@pytest.mark.parametrize("kind", EVERYDAY)
def test_the_headers_people_use_are_known(kind: str) -> None:
    assert proposed_mapping(kind_named(kind), EVERYDAY[kind]) == EVERYDAY[kind]


@pytest.mark.parametrize("kind", [kind.name for kind in kinds()])
def test_no_header_is_claimed_by_two_columns(kind: str) -> None:
    claimed: dict[str, str] = {}
    for column in kind_named(kind).columns:
        labels = {column.label.in_language(language) for language in LANGUAGES}
        for text in {header_key(text) for text in {*column.synonyms, *labels}}:
            assert claimed.setdefault(text, column.name) == column.name, text
        for variant in column.variants:
            for text in map(header_key, variant.synonyms):
                assert claimed.setdefault(text, variant.code) == variant.code, text


def test_a_year_is_a_day_only_when_the_column_says_which(tmp_path: Path) -> None:
    path = tmp_path / "hankkeet.csv"
    path.write_text("Hanke;Alkaa;Päättyy\nPolku;2023;7/2027\nSilta;1.8.2025;syksy 2026\n", encoding="utf-8")
    projects = kind_named("projects")
    with in_scope(make_workspace()):
        opened = open_file(projects, path)
        asked = plan_import(projects, opened, language="fi")
        chosen = {**opened.mappings[0], "Alkaa": "start@first", "Päättyy": "end@last"}
        told = plan_import(projects, opened, language="fi", mappings=[chosen])
    assert [row.outcome for row in asked.rows] == ["rejected", "rejected"]
    assert "ensimmäinen vai viimeinen päivä" in asked.rows[0].problems[0].message.fi
    assert [row.outcome for row in told.rows] == ["created", "rejected"]
    assert (told.rows[0].values["start"], told.rows[0].values["end"]) == (date(2023, 1, 1), date(2027, 7, 31))


def test_a_row_of_sums_is_no_company(tmp_path: Path) -> None:
    path = tmp_path / "yritykset.csv"
    path.write_text("Yritys;Henkilöstö\nKonepaja Oy;n. 20 hlö\nYhteensä:;20\n", encoding="utf-8")
    actors = kind_named("actors")
    with in_scope(make_workspace()):
        plan = plan_import(actors, open_file(actors, path), language="fi")
    assert [row.outcome for row in plan.rows] == ["created", "rejected"]
    assert plan.rows[0].values["size"] == "small"
    assert "laskevan muut rivit yhteen" in plan.rows[1].problems[0].message.fi


def test_two_towns_in_a_cell_and_a_name_cut_short_say_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "yritykset.csv").write_text("Yritys;Kunta\nRobotti Oy;Iisalmi/Kuopio\n", encoding="utf-8")
    (tmp_path / "kontaktit.csv").write_text("Yritys;Yhteyshenkilö\nKonepaja;Myyntipäällikkö\n", encoding="utf-8")
    workspace = make_workspace()
    make_record("actors", workspace=workspace, name="Konepaja Oy")
    said = []
    with in_scope(workspace):
        for kind, name in (("actors", "yritykset.csv"), ("contacts", "kontaktit.csv")):
            plan = plan_import(kind_named(kind), open_file(kind_named(kind), tmp_path / name), language="fi")
            said += [problem.message.fi for row in plan.rows for problem in row.problems]
    assert "Jätä tähän kotikunta, esimerkiksi Iisalmi; muut (Kuopio)" in said[0]
    assert "Siellä on ”Konepaja Oy”" in said[1]


def test_columns_that_are_not_brought_in_are_named(tmp_path: Path) -> None:
    path = tmp_path / "yritykset.csv"
    path.write_text("Yritys;Liikevaihto (t€);Kunta;Ensi askel\nKonepaja Oy;2 450;Iisalmi;soita\n", encoding="utf-8")
    actors = kind_named("actors")
    with in_scope(make_workspace()):
        report = report_of(plan_import(actors, open_file(actors, path), language="fi"))
    assert "Näitä sarakkeita ei tuoda: ”Liikevaihto (t€)”, ”Ensi askel”." in [note.message.fi for note in report.notes]
