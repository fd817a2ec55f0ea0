"""What the printed documents of a project share: their frame with date and foot, their forms, amounts as printed.

Not for what is in a document.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final, Literal

from seutu.core.figures import Granularity, Period, write_amount, write_date, write_period
from seutu.core.figures.relations import Term
from seutu.core.funding.plan_words import cost_model_text
from seutu.core.funding.plans import Plan
from seutu.core.text import Language, Text
from seutu.reporting.documents import (
    Block,
    Column,
    Document,
    Items,
    Paragraph,
    Table,
    document_to_docx,
    document_to_pdf,
)
from seutu.reporting.plans import words

PageForm = Literal["docx", "pdf"]
FOOT_LETTERS: Final = 70
PARTING: Final = re.compile(r"\n[ \t]*\n+")
LISTED: Final = re.compile(r"\s*[-–•*]\s+")


def framed(name: Text, title: str, subtitle: str, blocks: Sequence[Block], *, language: Language, at: date) -> Document:
    """Return a document with its name and day over the title and at the foot of each page."""
    shown = title.strip() or words.UNNAMED.in_language(language)
    foot = words.MADE.filled(document=name, day=write_date(at, language)).in_language(language)
    return Document(
        title=shown,
        kicker=f"{name.in_language(language)} · {write_date(at, language)}",
        subtitle=subtitle,
        foot=f"{foot} · {shortened(shown, FOOT_LETTERS)}",
        at=at,
        language=language,
        blocks=tuple(blocks),
    )


def printed(document: Document, form: PageForm) -> bytes:
    """Return the document as DOCX or as tagged PDF."""
    return document_to_docx(document) if form == "docx" else document_to_pdf(document)


def about_plan(plan: Plan, language: Language) -> str:
    """Return fund, cost model, legal basis and period in a line, without those that are not given."""
    model = None if plan.cost_model is None else cost_model_text(plan.cost_model).in_language(language)
    parts = (plan.fund, model, plan.legal_basis, period_text(plan.period, language))
    return " · ".join(part for part in parts if part)


def period_text(period: tuple[date | None, date | None], language: Language) -> str:
    """Return a period of days: ``1.6.2026–31.5.2028``; ``1.6.2026–`` where it has no end yet, ``""`` without any."""
    start, end = period
    if start is not None and end is not None and start < end:
        return write_period(Period(start, end, Granularity.RANGE), language)
    if start is None and end is None:
        return ""
    return f"{write_date(start, language) if start else ''}–{write_date(end, language) if end else ''}"


def amount_text(term: Term | None, language: Language) -> str | None:
    """Return an amount with its unit as it is given; None where there is none."""
    return None if term is None or not isinstance(term.value, Decimal) else write_amount(term.amount, language)


def shortened(text: str, letters: int) -> str:
    """Return the text in a line of at most ``letters``, cut between words and marked with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= letters:
        return line
    whole, _, rest = line[: letters - 1].rpartition(" ")
    return (whole if len(whole) > letters // 2 else whole + (" " if whole else "") + rest).rstrip(",;:.–- ") + " …"


def text_blocks(text: str) -> list[Block]:
    """Return a person's text as blocks: paragraphs between empty lines, and lists of lines that begin with a dash."""
    blocks: list[Block] = []
    for part in PARTING.split(text.strip()):
        for is_list, lines in groupby(part.splitlines(), key=lambda line: bool(LISTED.match(line))):
            held = tuple((LISTED.sub("", line, count=1) if is_list else line).strip() for line in lines)
            if any(held):
                blocks.append(Items(held) if is_list else Paragraph("\n".join(held)))
    return blocks


def facts_table(facts: Sequence[tuple[Text, str]], language: Language) -> Table:
    """Return named facts as a table of two columns."""
    columns = (
        Column(words.FACT.in_language(language), share=1),
        Column(words.VALUE.in_language(language), share=2.2),
    )
    return Table("", columns, tuple((name.in_language(language), value) for name, value in facts))


def not_yet(language: Language) -> Paragraph:
    """Return what stands in the place of a chapter that is not filled in."""
    return Paragraph(words.NOT_YET.in_language(language), "notice")
