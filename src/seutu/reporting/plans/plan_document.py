"""A plan document as it is printed: what it is, whose, its state and days, and its text. DOCX or PDF.

Not for keeping its versions, or for other documents of a project.
"""

from dataclasses import dataclass
from datetime import date

from seutu.core.text import Language, Text
from seutu.reporting.documents import Block
from seutu.reporting.plans.printing import PageForm, facts_table, framed, not_yet, printed, text_blocks


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """A document, or one of its versions. ``whose`` is its project or programme; ``facts`` stand over the text."""

    kind: Text
    title: str
    whose: str
    facts: tuple[tuple[Text, str], ...]
    text: str


def print_plan_document(content: PrintedDocument, *, language: Language, form: PageForm, at: date) -> bytes:
    """Return the document as a file; ``at`` is the day of printing."""
    facts = [(name, value) for name, value in content.facts if value]
    blocks: list[Block] = [facts_table(facts, language)] if facts else []
    blocks += text_blocks(content.text) or [not_yet(language)]
    return printed(framed(content.kind, content.title, content.whose, blocks, language=language, at=at), form)
