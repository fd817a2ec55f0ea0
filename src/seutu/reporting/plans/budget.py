"""The budget and the funding of a plan as they are printed, with the proof of every total: DOCX, PDF or XLSX.

Not for the workbook that is filled in and read back (``workbook``).
"""

import io
from datetime import date
from typing import Literal

from seutu.core.figures import Origin
from seutu.core.figures.relations import Relation, Term
from seutu.core.funding.applied_rules import rules_applied
from seutu.core.funding.budget_tables import (
    MoneyTable,
    cost_table,
    costs_total,
    funding_table,
    funding_total,
    package_table,
    partner_table,
    year_table,
)
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import Plan
from seutu.core.funding.rulebook import RuleBook
from seutu.core.text import Language
from seutu.reporting.documents import Block, Document, Heading, Paragraph
from seutu.reporting.plans import words
from seutu.reporting.plans.money import has_gaps, money_blocks, money_sheet
from seutu.reporting.plans.printing import about_plan, amount_text, framed, printed
from seutu.reporting.plans.proofs import counted, failing_notices, proof_blocks, proof_sheet, rule_blocks, rule_sheet
from seutu.reporting.tables import TableColumn, TableContent, write_workbook

BudgetForm = Literal["docx", "pdf", "xlsx"]


def print_budget(plan: Plan, *, rules: RuleBook, language: Language, form: BudgetForm, at: date) -> bytes:
    """Return the budget and the funding of the plan, each total with its equation; ``at`` is the day of printing."""
    relations = plan_relations(plan, rules)
    if form == "xlsx":
        return _workbook(budget_document(plan, relations, rules, language=language, at=at), plan, relations, rules)
    return printed(budget_document(plan, relations, rules, language=language, at=at), form)


def budget_document(
    plan: Plan, relations: list[Relation], rules: RuleBook, *, language: Language, at: date
) -> Document:
    """Return the budget as a document."""
    lead = " ".join((in_short(plan, language), counted(relations).in_language(language) if relations else ""))
    blocks: list[Block] = [Paragraph(lead.strip(), "lead")]
    blocks += failing_notices(relations, language)
    blocks += money_chapter(plan, language)
    blocks += proof_blocks(relations, language)
    blocks += rule_blocks(rules_applied(plan, rules), language)
    return framed(words.BUDGET, plan.title, about_plan(plan, language), blocks, language=language, at=at)


def money_chapter(plan: Plan, language: Language, *, level: int = 1) -> list[Block]:
    """Return the tables of the plan that have rows, each under its heading, and what their signs mean."""
    tables = money_tables(plan)
    blocks: list[Block] = []
    for table in tables:
        blocks.append(Heading(table.title.in_language(language), level))
        blocks += money_blocks(table, language, titled=False)
    if any(has_gaps(table) for table in tables):
        blocks.append(Paragraph(words.SIGNS.in_language(language), "note"))
    return blocks


def money_tables(plan: Plan) -> list[MoneyTable]:
    """Return the tables of the plan in the order of the form: costs, years, funding, packages, partners."""
    tables = (cost_table(plan), year_table(plan), funding_table(plan), package_table(plan), partner_table(plan))
    return [table for table in tables if table is not None and table.rows]


def in_short(plan: Plan, language: Language) -> str:
    """Say the total of costs and that of funding; a total that the plan does not state is named as computed."""
    said = [
        template.filled(total=total).in_language(language)
        for template, term in ((words.COSTS_ARE, costs_total(plan)), (words.FUNDING_IS, funding_total(plan)))
        if (total := _total(term, language)) is not None
    ]
    return " ".join(said) if said else words.NO_MONEY.in_language(language)


def _total(term: Term | None, language: Language) -> str | None:
    written = amount_text(term, language)
    if written is None or term is None or term.origin is Origin.STATED:
        return written
    return words.COMPUTED.filled(total=written).in_language(language)


def _workbook(document: Document, plan: Plan, relations: list[Relation], rules: RuleBook) -> bytes:
    language = document.language
    sheets = [_summary(document, plan, relations), *(money_sheet(table, language) for table in money_tables(plan))]
    sheets += [proof_sheet(relations, language), rule_sheet(rules_applied(plan, rules), language)]
    stream = io.BytesIO()
    write_workbook(sheets, stream, language=language)
    return stream.getvalue()


def _summary(document: Document, plan: Plan, relations: list[Relation]) -> TableContent:
    """Return what the print says in its head and foot: project, day of printing, basics, totals, checks, signs."""
    language = document.language
    rows = (
        (words.PROJECT, document.title),
        (words.DAY, document.at),
        (words.BASICS, document.subtitle),
        (words.IN_SHORT, in_short(plan, language)),
        (words.CHECK, counted(relations).in_language(language) if relations else ""),
        (words.SOURCE, document.foot),
        (words.SIGN, words.SIGNS.in_language(language)),
    )
    columns = (
        TableColumn("fact", words.FACT.in_language(language), width=20),
        TableColumn("value", words.VALUE.in_language(language), width=100),
    )
    named = [(name.in_language(language), value) for name, value in rows if value]
    return TableContent(words.SUMMARY.in_language(language), columns, named)
