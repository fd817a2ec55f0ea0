"""An export imported back changes nothing, in every form and language. A preview is what happens; undo returns all."""

import io
import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from seutu.apps.records.files.exporting import FileForm, export_kind, write_template
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import, report_of
from seutu.apps.records.models import Activity, Term
from seutu.apps.records.operations import trash_record, undo
from seutu.apps.records.queries import record_of, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.clocks import ClockColumn
from seutu.apps.records.sheets.columns import BooleanColumn, ChoiceColumn, Column, DateColumn, NumberColumn, Value
from seutu.apps.records.sheets.kinds import Kind, kind_named, kinds
from seutu.apps.records.sheets.periods import MonthColumn
from seutu.apps.records.sheets.references import (
    BusinessIdColumn,
    EmailColumn,
    LinkColumn,
    MunicipalityColumn,
    ReferenceColumn,
    TermsColumn,
)
from seutu.core.problems import InputProblem
from seutu.core.text import LANGUAGES, Language
from tests.integration.factories import NEEDED, NOON, ONE_OF, make_record, make_workspace

pytestmark = pytest.mark.django_db
NASTY = [
    '=HYPERLINK("http://x")',
    "+358 40 1234",
    "-1+1",
    "@SUM(A1)",
    "'apostrophe",
    "'=1+1",
    "|cmd",
    "%0A",
    "＝1",
    'a;b, "c"',
    "rivi\nvaihto",
    "<script>alert(1)</script>",
    "ÄÖÅ é ß 漢字 😀 \u202eoikea",
    "0123",
    "1.2",
    "31.12.2026",
    "TRUE",
    "\\ back;slash\\;",
    "#REF!",
    "NULL",
]


NUMBERS = [Decimal(number) for number in ("0", "-3014", "651200", "0.25", "12345.67", "3", "27.19")]


def _fits(column: NumberColumn, number: Decimal) -> bool:
    low, high = column.minimum, column.maximum
    decimals = -int(number.as_tuple().exponent)
    return (low is None or number >= low) and (high is None or number <= high) and decimals <= column.decimals


def value_for(column: Column, draw: random.Random) -> Value:  # noqa: C901, PLR0911 - one line per column type
    if isinstance(column, ReferenceColumn):
        known = list(records_of(kind_named(column.kind)).values_list("pk", flat=True))
        return draw.choice(known) if known and (column.required or draw.random() < 0.5) else None
    if isinstance(column, ChoiceColumn):
        return draw.choice(column.choices).code
    if isinstance(column, TermsColumn):
        pool = [choice.code for choice in column.choices] or NASTY
        picked = [text.replace("\n", " ").strip() for text in draw.sample(pool, k=draw.randint(1, 3))]
        owned = [f"oma:{text}" for text in picked] if column.scheme == "industry" else picked
        return tuple(dict.fromkeys(owned))
    if isinstance(column, MunicipalityColumn):
        return draw.choice(["140", "678", "005", "911", "588", "091"])
    if isinstance(column, MonthColumn):
        return date(2015 + draw.randint(0, 10), draw.randint(1, 12), 1)
    if isinstance(column, DateColumn):
        return date(2015, 1, 1) + timedelta(days=draw.randint(0, 4000))
    if isinstance(column, NumberColumn):
        return draw.choice([number for number in NUMBERS if _fits(column, number)])
    if isinstance(column, BooleanColumn):
        return draw.random() < 0.5
    if isinstance(column, BusinessIdColumn):
        return draw.choice(["0112038-9", "1458359-3", None])
    if isinstance(column, EmailColumn):
        return "rooli@example.org"
    if isinstance(column, LinkColumn):
        return "https://example.org/a?b=c&d=1"
    if isinstance(column, ClockColumn):
        return f"{draw.randint(0, 23):02}:{draw.randint(0, 59):02}"
    longest = getattr(column, "max_length", 300)
    return draw.choice(NASTY)[:longest].strip()


def fitting(kind: Kind, values: dict[str, Value]) -> dict[str, Value]:
    """Make drawn values pass the kind's own check."""
    if kind.name == "links":
        actors = list(records_of(kind_named("actors")).values_list("pk", flat=True))
        values["from_actor"], values["to_actor"] = actors[0], actors[1]
        values["date_from"], values["date_to"] = date(2020, 1, 1), date(2021, 1, 1)
    if kind.name == "tasks":
        values["member"] = "rooli@example.org"
    if kind.name == "industry-names":
        values["code"] = str(10000 + records_of(kind).count())
    for first, last in (("start", "end"), ("opens", "closes")):
        if isinstance(values.get(first), date) and isinstance(values.get(last), date):
            values[first], values[last] = date(2020, 1, 1), date(2021, 1, 1)
    if kind.name in NEEDED:
        values |= {name: None for name in ONE_OF if name in values}
        needed = kind.column(NEEDED[kind.name])
        assert isinstance(needed, ReferenceColumn)
        values[needed.name] = records_of(kind_named(needed.kind)).values_list("pk", flat=True)[0]
    if kind.name == "cost-lines":
        values["cost_kind"] = "staff"
    if kind.name == "budget-changes":
        lines = list(records_of(kind_named("cost-lines")).values_list("pk", flat=True))
        values["from_line"], values["to_line"] = lines[0], lines[1]
    _fit_judging(kind, values)
    _fit_keeping(kind, values)
    if kind.name == "sites":
        values["longitude"], values["latitude"] = Decimal("27.19"), Decimal("63.55")
    return values


def _fit_keeping(kind: Kind, values: dict[str, Value]) -> None:
    if kind.name == "plan-documents":
        values |= {"state": "draft", "approved_on": None}
    if kind.name == "indices":
        rows = '[{"code": "index", "name": "=1+1"}, {"code": "jobs", "parent": "index", "weight": 0.5}]'
        values |= {"structure": rows, "recipe": '{"treat": {"apply": false}}', "year_rule": "each"}
    if kind.name == "competence-needs":
        values |= {"year": "2026", "target_year": "2030"}
    if kind.name == "worked-hours":
        package = records_of(kind_named("work-packages"))[0]
        values |= {"project": package.project_id, "work_package": package.pk, "assignment": None}


def _fit_judging(kind: Kind, values: dict[str, Value]) -> None:
    if kind.name == "applications":
        values["max_points"] = None
    if kind.name in {"applications", "criteria"} and values.get("call"):
        values["call"] = records_of(kind_named("calls")).values_list("pk", flat=True)[0]
    if kind.name == "scores":
        most = records_of(kind_named("criteria")).get(pk=values["criterion"]).max_points
        values["points"] = min(Decimal(str(values["points"])), most)


def fill(kind: Kind, count: int, seed: int) -> None:
    draw = random.Random(seed)
    for number in range(count):
        values = {column.name: value_for(column, draw) for column in kind.columns}
        title = kind.model.title_field
        if title:
            values[title] = f"{number} {NASTY[number % len(NASTY)]}"[: getattr(kind.column(title), "max_length", 200)]
        make_record(kind.name, **{name: value for name, value in fitting(kind, values).items() if value is not None})


def everything() -> dict[str, Any]:
    """Return every record of the workspace as plain values, with its terms."""
    held: dict[str, Any] = {}
    for kind in kinds():
        for record_id in kind.model.objects.values_list("pk", flat=True):
            record = record_of(kind, record_id)
            held[str(record_id)] = {column.name: column.keep(column.take(record)) for column in kind.columns}
    held["terms"] = sorted(Term.objects.values_list("kind", "record_id", "scheme", "code", "position"))
    return held


@pytest.mark.many_cases
@pytest.mark.parametrize("form", ["machine", "csv", "xlsx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_export_imported_back_changes_nothing(form: FileForm, language: Language, tmp_path: Path) -> None:
    with in_scope(make_workspace()):
        for position, kind in enumerate(kinds()):
            fill(kind, len(NASTY) if kind.name == "actors" else 4, seed=position)
        for kind in kinds():
            stream = io.BytesIO()
            export_kind(kind, records_of(kind), stream, form=form, language=language)
            path = tmp_path / f"{kind.name}.{'xlsx' if form == 'xlsx' else 'csv'}"
            path.write_bytes(stream.getvalue())
            report = report_of(plan_import(kind, open_file(kind, path), language=language))
            faults = [(row.as_dict()) for row in report.rejected][:3]
            total = records_of(kind).count()
            assert (kind.name, dict(report.counts), faults) == (kind.name, {"unchanged": total}, [])


@pytest.mark.many_cases
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [kind.name for kind in kinds()])
def test_a_template_has_every_column_and_no_row(name: str, language: Language, tmp_path: Path) -> None:
    kind = kind_named(name)
    path = tmp_path / "template.xlsx"
    with path.open("wb") as stream, in_scope(make_workspace()):
        write_template(kind, stream, language=language)
        opened = open_file(kind, path)
    mapped = set(opened.mappings[0].values())
    assert {column.name for column in kind.columns} <= mapped
    assert opened.tables[0].rows == ()


def random_sheet(draw: random.Random, path: Path) -> None:
    """Write a sheet in which good, bad, repeated and known rows stand mixed."""
    names = ["Konepaja Oy", "konepaja  OY", "Saha", "Mylly Ab", "Uusi Toimija", "Telakka Oy", "Vanha Nimi"]
    towns = ["Iisalmi", "Raahe", "140", "Ei Ole", "Pietarsaari", "Jakobstad", ""]
    classes = ["yritys", '"klusteri; hubi"', "cluster", "outo", ""]
    days = ["1.2.2010", "31.2.2010", "2011-05-06", "3/4/2012", ""]
    lines = ["Nimi;Kunta;Toimijaluokat;Perustettu;Huomio"]
    pools = (names, towns, classes, days, ["x", ""])
    lines += [";".join(draw.choice(pool) for pool in pools) for _ in range(draw.randint(1, 14))]
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.many_cases
@pytest.mark.parametrize("seed", range(25))
def test_a_preview_is_what_happens_and_undo_returns_exactly(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    actors = kind_named("actors")
    path = tmp_path / "sheet.csv"
    random_sheet(draw, path)
    with in_scope(make_workspace()):
        make_record("actors", name="Konepaja Oy", municipality="140", classes=("company",))
        make_record("actors", name="Vanha nimi")
        before = everything()
        preview = report_of(plan_import(actors, open_file(actors, path), language="fi"))
        assert everything() == before
        plan = plan_import(actors, open_file(actors, path), language="fi")
        done = apply_plan(plan, accept_good=True, note=path.name, by=None, at=NOON)
        assert done.as_dict() == preview.as_dict()
        assert done.rows == len(path.read_text(encoding="utf-8").splitlines()) - 1
        again = report_of(plan_import(actors, open_file(actors, path), language="fi"))
        assert (again.counts["created"], again.counts["changed"]) == (0, 0)
        if done.sequence is not None:
            undo(Activity.objects.get(sequence=done.sequence), by=None, at=NOON)
        assert everything() == before


def test_a_file_without_a_known_column_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    actors = kind_named("actors")
    with in_scope(make_workspace()):
        opened = open_file(actors, path)
        with pytest.raises(InputProblem) as caught:
            plan_import(actors, opened, language="fi")
    assert all(caught.value.problems[0].message.as_dict().values())


def test_two_rows_that_disagree_about_one_record_are_not_merged(tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    path.write_text("name,municipality\nSaha Oy,Iisalmi\nSAHA  oy,Raahe\nSaha Oy,Iisalmi\n", encoding="utf-8")
    actors = kind_named("actors")
    with in_scope(make_workspace()):
        report = report_of(plan_import(actors, open_file(actors, path), language="fi"))
    assert dict(report.counts) == {"created": 1, "skipped": 1}
    assert [problem.line for row in report.rejected for problem in row.problems] == [3]


def test_an_export_goes_into_another_workspace_and_back_again(tmp_path: Path) -> None:
    mine, other = make_workspace("Mine"), make_workspace("Other")
    actors = kind_named("actors")
    path = tmp_path / "actors.csv"
    with in_scope(mine):
        make_record("actors", name="Konepaja Oy")
        with path.open("wb") as stream:
            export_kind(actors, records_of(actors), stream, form="machine", language="en")
    with in_scope(other):
        first = plan_import(actors, open_file(actors, path), language="fi")
        assert dict(report_of(first).counts) == {"created": 1}
        apply_plan(first, accept_good=False, note="", by=None, at=NOON)
        again = plan_import(actors, open_file(actors, path), language="fi")
        assert dict(report_of(again).counts) == {"unchanged": 1}
    with in_scope(mine):
        assert records_of(actors).count() == 1


def test_a_row_of_a_trashed_record_is_refused_not_doubled(tmp_path: Path) -> None:
    actors = kind_named("actors")
    path = tmp_path / "actors.csv"
    with in_scope(make_workspace()):
        record = make_record("actors", name="Konepaja Oy")
        with path.open("wb") as stream:
            export_kind(actors, records_of(actors), stream, form="machine", language="en")
        trash_record(actors, record, by=None, at=NOON)
        report = report_of(plan_import(actors, open_file(actors, path), language="fi"))
    assert [problem.column for row in report.rejected for problem in row.problems] == ["id"]
