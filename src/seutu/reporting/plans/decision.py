"""The decision item of a municipality on a project: DOCX or PDF, in the order in which such items are read.

Not for keeping minutes, or for sending decisions.
"""

from datetime import date

from seutu.core.figures import write_date
from seutu.core.funding.decisions import DecisionItem, Part, empty_parts
from seutu.core.funding.rulebook import RuleBook
from seutu.core.text import Language, Text
from seutu.reporting.documents import Block, Column, Document, Heading, Paragraph, Table
from seutu.reporting.plans import decision_words as say
from seutu.reporting.plans.budget import money_chapter
from seutu.reporting.plans.printing import (
    PageForm,
    amount_text,
    facts_table,
    framed,
    not_yet,
    printed,
    text_blocks,
)
from seutu.reporting.plans.proofs import plan_notices


def print_decision(
    item: DecisionItem, *, rules: RuleBook | None = None, language: Language, form: PageForm, at: date
) -> bytes:
    """Return the decision item; ``at`` is the day of printing.

    With ``rules`` the figures that contradict each other are told at the top, as in a draft.
    """
    return printed(decision_document(item, rules=rules, language=language, at=at), form)


def decision_document(item: DecisionItem, *, rules: RuleBook | None = None, language: Language, at: date) -> Document:
    """Return the item as a document: who decides what, why, for how much, and how it may be appealed."""
    blocks: list[Block] = [
        *_state(item, language),
        *plan_notices(item.plan, rules, language),
        *_given([(say.ORGAN, item.organ), (say.DAY, _day(item, language)), (say.PRESENTER, item.presenter),
                 (say.UNIT, item.unit)], language),
        *_part(Part.BACKGROUND, item.background, language),
        *_money(item, language),
        *_part(Part.IMPACT, item.impact, language),
        *_part(Part.PROPOSAL, item.proposal, language),
        *_terms(item, language),
        *_attachments(item, language),
        *_preparer(item, language),
        *_decision(item, language),
        *_appeal(item, language),
    ]  # fmt: skip
    case = say.CASE.filled(number=item.case_number).in_language(language) if item.case_number else ""
    section = f"§\u00a0{item.section}" if item.section.isdecimal() else item.section
    subtitle = " · ".join(part for part in (section, case) if part)
    title = item.subject.strip() or say.NO_SUBJECT.in_language(language)
    return framed(say.DECISION_ITEM, title, subtitle, blocks, language=language, at=at)


def _state(item: DecisionItem, language: Language) -> list[Block]:
    empty = empty_parts(item)
    if not empty:
        return []
    names = ", ".join(say.PARTS[part].in_language(language).lower() for part in empty)
    return [Paragraph(say.EMPTY.filled(count=len(empty), names=names).in_language(language), "notice")]


def _given(facts: list[tuple[Text, str]], language: Language) -> list[Block]:
    given = [(name, value) for name, value in facts if value]
    return [facts_table(given, language)] if given else []


def _day(item: DecisionItem, language: Language) -> str:
    return "" if item.day is None else write_date(item.day, language)


def _part(part: Part, text: str, language: Language) -> list[Block]:
    return [Heading(say.PARTS[part].in_language(language)), *(text_blocks(text) or [not_yet(language)])]


def _money(item: DecisionItem, language: Language) -> list[Block]:
    tables = [] if item.plan is None else money_chapter(item.plan, language, level=2)
    return [Heading(say.MONEY.in_language(language)), *tables] if tables else []


def _terms(item: DecisionItem, language: Language) -> list[Block]:
    """Return what the proposal binds to: how much, from what, who answers for it, and the way out."""
    responsible = item.responsible.strip() or not_yet(language).text
    facts = [
        (say.COMMITMENT, amount_text(item.commitment, language) or ""),
        (say.APPROPRIATION, item.appropriation),
        (say.PARTS[Part.RESPONSIBLE], responsible),
        (say.INVOICES, item.invoice_approver),
        (say.WITHDRAWAL, item.right_to_withdraw),
    ]
    return _given(facts, language)


def _attachments(item: DecisionItem, language: Language) -> list[Block]:
    if not item.attachments:
        return []
    case = Column(say.CASE.filled(number="").in_language(language).strip(), share=1.2)
    has_cases = any(each.case_number for each in item.attachments)
    columns = (
        Column(say.NUMBER.in_language(language), share=0.6),
        *([case] if has_cases else []),
        Column(say.NAME.in_language(language), share=4),
    )
    rows = tuple((each.number, *([each.case_number] if has_cases else []), each.name) for each in item.attachments)
    return [Heading(say.ATTACHMENTS.in_language(language)), Table("", columns, rows)]


def _preparer(item: DecisionItem, language: Language) -> list[Block]:
    if not item.preparer:
        return []
    return [Heading(say.PREPARER.in_language(language)), Paragraph(item.preparer)]


def _decision(item: DecisionItem, language: Language) -> list[Block]:
    blocks: list[Block] = []
    if item.draft.strip():
        said = [Paragraph(item.proposer)] if item.proposer else []
        blocks += [Heading(say.DRAFT.in_language(language)), *said, *text_blocks(item.draft)]
    blocks += [Heading(say.DECISION.in_language(language)), *_made(item, language)]
    if item.reasons.strip():
        blocks += [Heading(say.REASONS.in_language(language), 2), *text_blocks(item.reasons)]
    return blocks


def _made(item: DecisionItem, language: Language) -> list[Block]:
    """Return the decision that was made: its outcome in a word, what was granted, and its text."""
    outcome = "" if item.outcome is None else item.outcome.in_language(language)
    facts = [(say.OUTCOME, outcome), (say.GRANTED, amount_text(item.granted, language) or "")]
    unsaid = say.NO_WORDING if item.outcome is not None else say.UNDECIDED
    text = text_blocks(item.decision) or [Paragraph(unsaid.in_language(language), "notice")]
    return [*_given(facts, language), *text]


def _appeal(item: DecisionItem, language: Language) -> list[Block]:
    """Return how the decision may be appealed: the text itself, or the attachment that tells it."""
    attached = item.appeal_attachment
    if item.appeal.strip():
        told = text_blocks(item.appeal)
    elif attached is not None:
        said = say.APPEAL_ATTACHED.filled(number=attached.number, name=attached.name)
        told = [Paragraph(said.in_language(language))]
    else:
        told = [Paragraph(say.NO_APPEAL.in_language(language), "notice")]
    return [Heading(say.PARTS[Part.APPEAL].in_language(language)), *told]
