"""The figures of five public documents, listed by hand: in the documents, in the examples, and after a way out and in.

A row of tests/golden/programmes/figures.csv says in which document and on which line a figure stands and in what words,
and which record of which example holds it.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from seutu.apps.demo.examples import examples, referred_first
from seutu.apps.demo.operations import LoadedExample
from seutu.apps.funding.models import (
    AppropriationUse,
    CostLine,
    CostYear,
    Criterion,
    Decision,
    FundingRow,
    Prospect,
    SharedCost,
    SupplementRequest,
)
from seutu.apps.programmes.models import BenefitGoal, Project, Reflection, SdgReview, WorkPackage
from seutu.apps.records.files.exporting import export_kind
from seutu.apps.records.files.importing import apply_plan, open_file, plan_import
from seutu.apps.records.files.report import PlannedRow
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.columns import ChoiceColumn, DateColumn, NumberColumn
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.apps.register.models import SourcedRecord
from tests.integration.demo.cited import DOCUMENTS, cited_lines, lines_named, numbers_in, plain
from tests.integration.factories import NOON, make_workspace
from tests.shared_material import needs_shared

pytestmark = pytest.mark.django_db
Built = dict[str, LoadedExample]
Row = dict[str, str]
Question = tuple[str, str, str]
FIGURES: Final = Path(__file__).parents[2] / "golden" / "programmes" / "figures.csv"
ROWS: Final = list(csv.DictReader(io.StringIO(FIGURES.read_text(encoding="utf-8"))))
WORKSPACES: Final = sorted({row["workspace"] for row in ROWS})
QUALIFIED_BY: Final = {
    "about": ("noin ", "~", "n "),
    "under": ("alle ",),
    "nearly": ("vajaa ",),
    "over": ("yli ",),
    "at_most": ("enintaan",),
}
FEWEST: Final = 150


def kept(kind: Kind, column: str, value: str) -> Any:
    """Return a figure as the list has it, in the form in which a record keeps it."""
    return Decimal(value) if isinstance(kind.column(column), NumberColumn) else value


def held(kind: Kind, column: str, record: OwnedRecord) -> Any:
    """Return the figure of a record."""
    value = kind.column(column).keep(kind.column(column).take(record))
    return Decimal(value) if isinstance(kind.column(column), NumberColumn) and value is not None else value


def listed(workspace: str) -> dict[Question, list[Any]]:
    """Return the figures of an example by kind, record and column. Records of one name are listed side by side."""
    found: dict[Question, list[Any]] = defaultdict(list)
    for row in ROWS:
        if row["workspace"] == workspace:
            question = (row["kind"], row["record"], row["column"])
            found[question].append(kept(kind_named(row["kind"]), row["column"], row["value"]))
    return {question: sorted(values) for question, values in found.items()}


def answered(questions: Iterable[Question]) -> dict[Question, list[Any]]:
    """Return the same figures of the records in the current workspace."""
    by_title: dict[str, dict[str, list[OwnedRecord]]] = {}
    found: dict[Question, list[Any]] = {}
    for name, title, column in questions:
        kind = kind_named(name)
        if name not in by_title:
            by_title[name] = defaultdict(list)
            for record in records_of(kind):
                by_title[name][record.title].append(record)
        values = [held(kind, column, record) for record in by_title[name][title]]
        found[name, title, column] = sorted(value for value in values if value is not None)
    return found


def told(row: Row) -> bool:
    """Return whether the words of the document say the figure of the list."""
    column, said, value = kind_named(row["kind"]).column(row["column"]), plain(row["said"]), row["value"]
    if isinstance(column, NumberColumn):
        return Decimal(value) in numbers_in(row["said"])
    if isinstance(column, DateColumn):
        day = date.fromisoformat(value)
        return any(form in said for form in (f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}"))
    if isinstance(column, ChoiceColumn):
        return said.strip() in {word.strip() for word in QUALIFIED_BY[value]} or said.startswith(QUALIFIED_BY[value])
    return value.lower() in said


def test_the_list_is_long_and_says_nothing_twice() -> None:
    assert len([row for row in ROWS if row["column"] != "qualifier"]) >= FEWEST
    assert {row["document"] for row in ROWS} == set(DOCUMENTS.values())
    assert len({tuple(row.values()) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("352 736 80,00", ["352736", "80"]),
        ("2.991 euroa (5%)", ["2991", "5"]),
        ("Ostopalvelut 120000", ["120000"]),
        ("~520 k€", ["520000"]),
        ("~1,7 M€", ["1700000"]),
        ("3 miljoonaa euroa", ["3000000"]),
        ("kuusi jatkuu", ["6"]),
        ("monta", []),
    ],
)
def test_words_of_a_document_are_read_apart_from_the_product(said: str, numbers: list[str]) -> None:
    assert numbers_in(said) == {Decimal(number) for number in numbers}


@needs_shared
def test_every_figure_of_the_list_stands_in_its_document_in_these_words() -> None:
    astray = []
    for row in ROWS:
        text = cited_lines(row["document"], row["line"])
        if plain(row["said"]) not in text or not told(row):
            astray.append(f"{row['document']} {row['line']}: {row['said']} ({row['value']}): {text[:120]}")
    assert not astray, "\n".join(astray)


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_the_examples_hold_the_figures_and_so_does_what_comes_back_from_excel(
    built: Built, workspace: str, tmp_path: Path
) -> None:
    wanted, written = listed(workspace), {}
    with in_scope(built[workspace].workspace):
        assert answered(wanted) == wanted
        sheets = {kind: tmp_path / f"{kind.name}.xlsx" for kind in kinds_of(workspace)}
        for kind, path in sheets.items():
            written[kind.name] = cells_of(kind)
            with path.open("wb") as stream:
                export_kind(kind, records_of(kind), stream, form="xlsx", language="fi")
    with in_scope(make_workspace("Toinen työtila")):
        for kind, path in sheets.items():
            plan = plan_import(kind, open_file(kind, path), language="fi")
            assert not unlike_new(plan.rows), (kind.name, unlike_new(plan.rows)[:3])
            apply_plan(plan, accept_good=False, note=path.name, by=None, at=NOON)
            assert cells_of(kind) == written[kind.name]
        assert answered(wanted) == wanted


def kinds_of(workspace: str) -> list[Kind]:
    """Return the kinds of which an example has records, those they refer to first."""
    (example,) = (each for each in examples() if each.slug == workspace)
    return referred_first(kind for kind, _ in example.files())


def cells_of(kind: Kind) -> list[tuple[str, ...]]:
    """Return every cell of a kind's records but their ids: in another workspace a record is another one."""
    stream = io.BytesIO()
    export_kind(kind, records_of(kind), stream, form="machine", language="en")
    rows = csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8")))
    return sorted(
        tuple(cell for name, cell in row.items() if name != "id" and not name.endswith("_id")) for row in rows
    )


def unlike_new(rows: list[PlannedRow]) -> list[Any]:
    return [(row.line, [problem.message.fi for problem in row.problems]) for row in rows if row.outcome != "created"]


def document_of(record: SourcedRecord) -> str:
    name = record.source.name if record.source else ""
    return next(number for beginning, number in DOCUMENTS.items() if name.startswith(beginning))


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_every_record_cites_the_line_of_its_figure(built: Built, workspace: str) -> None:
    beside = []
    with in_scope(built[workspace].workspace):
        for row in ROWS:
            if row["workspace"] != workspace or row["kind"] == "sources":
                continue
            kind = kind_named(row["kind"])
            value = kept(kind, row["column"], row["value"])
            same = [record for record in records_of(kind) if record.title == row["record"]]
            saying = [record for record in same if held(kind, row["column"], record) == value]
            places = [record.source_place for record in saying if document_of(record) == row["document"]]
            if not any(lines_named(row["line"]) <= lines_named(place) for place in places):
                beside.append((row["kind"], row["record"], row["line"], places))
    assert not beside


def test_glow_has_five_packages_fifteen_tasks_and_a_budget_to_the_euro(built: Built) -> None:
    with in_scope(built["etela-savo"].workspace):
        packages = list(WorkPackage.objects.order_by("number"))
        assert [package.person_months for package in packages] == [10, 15, 20, 6, 6]
        assert [package.tasks.count() for package in packages] == [4, 4, 3, 2, 2]
        assert [package.results.count() for package in packages] == [1] * 5
        project = Project.objects.get()
        assert sum(line.amount or 0 for line in CostLine.objects.all()) == project.budget_total
        rows = FundingRow.objects.order_by("position")
        assert sum(row.amount or 0 for row in rows) == project.funding_total
        assert [(row.amount, row.rejected) for row in rows if row.funding_kind == "municipal"] == [(0, None)]
        assert (project.legal_basis, project.fund, project.start) == ("", "", None)
        assert set(SupplementRequest.objects.values_list("state", flat=True)) == {"done"}
        assert not Criterion.objects.exists()


def test_what_a_document_contradicts_itself_in_stays_as_it_says(built: Built) -> None:
    with in_scope(built["pohjois-savo"].workspace):
        whole = FundingRow.objects.filter(partner=None)
        assert sum(row.share or 0 for row in whole) == 105
        assert {row.amount for row in whole} == {None}
        part = FundingRow.objects.exclude(partner=None)
        assert (sum(row.amount or 0 for row in part), CostLine.objects.get().amount) == (59955, 59953)
        assert {cost.placement for cost in SharedCost.objects.all()} == {"unclear"}
        assert Project.objects.get().budget_total is None
    with in_scope(built["seutukaupungit"].workspace):
        bought = CostLine.objects.get(cost_kind="purchases")
        years = CostYear.objects.filter(cost_line=bought)
        assert sum(package.purchases or 0 for package in WorkPackage.objects.all()) == 110_000
        assert bought.amount == sum(year.amount or 0 for year in years) == 120_000
        asked = Prospect.objects.exclude(appropriation=None)
        assert sum(each.amount or 0 for each in asked) == 4_020_000
        assert {(each.appropriation.amount, each.qualifier) for each in asked if each.appropriation} == {
            (3_000_000, "about")
        }
        assert WorkPackage.objects.get(number="5").purchases is None
        assert {package.person_months for package in WorkPackage.objects.all()} == {None}


def test_kuopios_decision_is_told_by_offices_and_caps_what_is_committed(built: Built) -> None:
    with in_scope(built["pohjois-savo"].workspace):
        decision = Decision.objects.get(section="13")
        assert (decision.ceiling, decision.outcome, decision.day) == (2991, "approved", None)
        assert len(decision.attachments.splitlines()) == 4
        assert (decision.presenter, decision.invoice_approver) == ("vs. kaupunginjohtaja", "elinkeinojohtaja")
        assert decision.withdrawal


def test_espoo_has_its_goals_its_items_by_stage_and_nothing_that_the_report_does_not_name(built: Built) -> None:
    with in_scope(built["espoo"].workspace):
        projects = Project.objects.filter(development_programme__name="Elinvoimainen Espoo")
        stages = [project.life_cycle for project in projects]
        assert {each: stages.count(each) for each in stages} == {"running": 6, "starting": 2, "preparation": 4}
        assert [project.name for project in projects if project.is_lead] == ["Kielituki ja työn muokkaus -pilotti"]
        assert not [project for project in projects if project.is_lead is False]
        assert BenefitGoal.objects.count() == 4
        assert Project.objects.count() == 12
        assert not SdgReview.objects.exists()
        rest = AppropriationUse.objects.get(use_kind="staff_and_admin")
        assert (rest.amount, rest.qualifier) == (None, "")
        assert [reflection.day for reflection in Reflection.objects.all()] == [None]
