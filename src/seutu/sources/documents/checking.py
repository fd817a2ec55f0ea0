"""Checks one file: what its figures claim of each other, whichever form it is in.

Not for relations between several documents.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from seutu.core.figures import Origin
from seutu.core.figures.relations import Kind, Relation, Severity, Status
from seutu.core.figures.relations.sentences import joined
from seutu.core.figures.relations.terms import Term
from seutu.core.figures.units import EUR
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.documents import CheckedDocument, DocumentKind
from seutu.core.funding.plans import Plan, WorkPackage
from seutu.core.problems import InputProblem, Problem
from seutu.core.programmes.work_plans import WorkPlan
from seutu.core.text import Text
from seutu.rules.funding import rule_book
from seutu.sources.documents.balance_checks import balance_relations
from seutu.sources.documents.cell_checks import cell_relations
from seutu.sources.documents.commitment_checks import commitment_relations
from seutu.sources.documents.count_claims import count_relations
from seutu.sources.documents.counted_wholes import counted_wholes, wholes_within
from seutu.sources.documents.date_checks import date_relations
from seutu.sources.documents.eura import eura_plan, is_eura
from seutu.sources.documents.form_checks import form_relations
from seutu.sources.documents.found_tables import lines_of, tables
from seutu.sources.documents.heading_checks import heading_relations
from seutu.sources.documents.kinds import kind_of
from seutu.sources.documents.label_checks import label_relations, labelled_lines
from seutu.sources.documents.lines import Document
from seutu.sources.documents.name_checks import name_relations
from seutu.sources.documents.opening import Told, open_document
from seutu.sources.documents.package_checks import package_relations
from seutu.sources.documents.package_names import package_name_relations
from seutu.sources.documents.paragraphs import Paragraph, paragraphs
from seutu.sources.documents.prose_checks import prose_relations
from seutu.sources.documents.prose_sums import sum_relations
from seutu.sources.documents.range_checks import range_relations
from seutu.sources.documents.readable import readable
from seutu.sources.documents.reference_checks import reference_relations
from seutu.sources.documents.remainder_checks import remainder_relations
from seutu.sources.documents.repair_notes import repair_relations
from seutu.sources.documents.share_checks import share_relations
from seutu.sources.documents.stated_work import work_relations
from seutu.sources.documents.table_checks import table_relations
from seutu.sources.documents.whole_checks import whole_relations
from seutu.sources.documents.work_plans import work_plan
from seutu.sources.plans import ReadPlan, is_plan_workbook, read_plan, read_plan_workbook
from seutu.sources.tables.file_messages import empty

READ: Final = (".json", ".txt", ".pdf", ".docx", ".xlsx", ".xls", ".ods", ".csv")
"""The endings of the files that are read."""
WORKBOOKS: Final = (".xlsx", ".xls", ".ods")
NOT_READ: Final = Text(
    fi="Päätettä {suffix} ei lueta. Luettavat: {known}.",
    sv="Filer med ändelsen {suffix} läses inte. De som läses: {known}.",
    en="Files ending in {suffix} are not read. Those that are: {known}.",
)

ADVICE: Final = {
    (".doc", ".rtf", ".odt", ".dot"): Text(
        fi="Avaa tiedosto tekstinkäsittelyssä ja tallenna se docx-muodossa.",
        sv="Öppna filen i ett ordbehandlingsprogram och spara den som docx.",
        en="Open the file in a word processor and save it as docx.",
    ),
    (".png", ".jpg", ".jpeg", ".tif", ".tiff"): Text(
        fi="Aja kuva tekstintunnistuksen (OCR) läpi tai pyydä alkuperäinen tiedosto.",
        sv="Kör bilden genom textigenkänning (OCR) eller be om originalet.",
        en="Run the picture through text recognition (OCR) or ask for the original.",
    ),
}
"""What to do with a file of a form that is not read."""


def check_file(path: Path, told: Told | None = None) -> CheckedDocument:
    """Return the relations of a file; ``told`` is told of each page of a long one.

    Raises InputProblem when it cannot be read, FileNotFoundError when it is not there.
    """
    if path.suffix.casefold() not in READ:
        advice = next((told for endings, told in ADVICE.items() if path.suffix.casefold() in endings), None)
        raise InputProblem.because(joined(NOT_READ.filled(suffix=path.suffix or "–", known=", ".join(READ)), advice))
    if not path.stat().st_size:
        raise InputProblem.because(empty())
    read = _plan_file(path)
    if read is None:
        return check_document(open_document(path, told))
    relations = (*plan_relations(read.plan, rule_book()), *(_note(problem, path.name) for problem in read.notes))
    return CheckedDocument(path.name, DocumentKind.PLAN, relations, _amounts(read.plan), plan=read.plan)


def _plan_file(path: Path) -> ReadPlan | None:
    """Return the plan of a file in the plan format or of a plan's workbook; None of any other document."""
    suffix = path.suffix.casefold()
    if suffix == ".json":
        return read_plan(path)
    return read_plan_workbook(path) if suffix in WORKBOOKS and is_plan_workbook(path) else None


def check_document(document: Document) -> CheckedDocument:
    """Return the relations of a document that was read as lines, its damaged letters mended first."""
    given, document = document, readable(document)
    found = tuple(tables(document))
    proposal = eura_plan(document, found) if is_eura(document) else None
    planned = plan_relations(proposal.plan, rule_book()) if proposal else []
    read = tuple(paragraphs(document, lines_of(found) | labelled_lines(document)))
    work = work_plan(document)
    wholes = tuple(counted_wholes(document, read))
    used = proposal.used if proposal else frozenset()
    proved = {line for line, _ in used}
    unproved = [table for table in found if table.total.line.number not in proved]
    relations = (
        *planned,
        *table_relations(document, found, used),
        *share_relations(document, unproved, read),
        *balance_relations(document, unproved),
        *package_relations(document, found),
        *prose_relations(read),
        *sum_relations(document, read),
        *whole_relations(document, found, read),
        *form_relations(document),
        *commitment_relations(read),
        *remainder_relations(read),
        *label_relations(document, read),
        *count_relations(document, read),
        *work_relations(document, work, read),
        *range_relations(document, read),
        *wholes_within(wholes),
        *date_relations(document, read),
        *reference_relations(document),
        *heading_relations(document, read),
        *name_relations(document),
        *package_name_relations(document),
        *repair_relations(given, document),
        *cell_relations(document),
    )
    amounts = _amounts_of_text(read, relations)
    return CheckedDocument(
        document.name,
        kind_of(document),
        relations,
        amounts,
        wholes=wholes,
        work=None if work.is_empty and work.summary is None else work,
        plan=_with_packages(proposal.plan, work) if proposal else None,
    )


def _with_packages(plan: Plan, work: WorkPlan) -> Plan:
    """Return the plan of money with the work packages of the same document."""
    packages = (WorkPackage(each.number, each.name, person_months=each.person_months) for each in work.packages)
    return replace(plan, work_packages=tuple(packages))


def _amounts_of_text(read: Iterable[Paragraph], relations: Iterable[Relation]) -> tuple[Term, ...]:
    """Return every amount of money that was read, each once by its place: in sentences, and in tables."""
    said = [found.term for paragraph in read for sentence in paragraph.sentences for found in sentence.money]
    used = [term for relation in relations for term in relation.terms if isinstance(term.value, Decimal)]
    found = [*said, *(term for term in used if term.unit == EUR and term.origin is Origin.STATED)]
    return tuple({(term.place.line, term.place.cell, term.value): term for term in found}.values())


def _note(problem: Problem, document: str) -> Relation:
    label = Text.same(problem.column or document)
    return Relation(Kind.LABEL, label, (), Status.NOT_CHECKABLE, Severity.NOTE, problem.message)


def _amounts(plan: Plan) -> tuple[Term, ...]:
    rows = [*(line.amount for line in plan.cost_lines), plan.total, *(row.amount for row in plan.funding)]
    return tuple(term for term in rows if term is not None and not term.is_blank)
