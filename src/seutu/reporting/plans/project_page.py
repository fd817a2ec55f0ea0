"""A project on exactly one A4, as PDF and DOCX: goal, money, partners, schedule, results, contact role.

A selection: long lists end in how many more there are, long texts in an ellipsis. Not for the whole plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from seutu.core.charts import Span, schedule_chart
from seutu.core.figures import Origin
from seutu.core.funding.plan_words import ROLES
from seutu.core.funding.project_pages import ProjectPage, by_role, money_in_short
from seutu.core.text import Language
from seutu.reporting.documents import Block, Chart, Column, Document, Heading, Items, Paragraph, Table
from seutu.reporting.documents.pdf import chart_content, typeset
from seutu.reporting.documents.word import document_to_docx
from seutu.reporting.plans import page_words as say
from seutu.reporting.plans.printing import PageForm, about_plan, amount_text, framed, shortened

TEMPLATE: Final = Path(__file__).parent / "templates" / "project_page.typ"


@dataclass(frozen=True, slots=True)
class Room:
    """How many letters of a text and how many rows of a list there is room for."""

    title: int
    goal: int
    partners: int
    partner: int
    packages: int
    package: int
    results: int
    result: int
    contact: int


PDF_ROOM: Final = Room(
    title=120, goal=420, partners=5, partner=50, packages=8, package=70, results=7, result=105, contact=90
)
WORD_ROOM: Final = Room(
    title=90, goal=300, partners=3, partner=40, packages=6, package=70, results=5, result=90, contact=90
)
"""Word's type does not shrink to fit, and another font may take its place: so there is less."""


def print_project_page(page: ProjectPage, *, language: Language, form: PageForm, at: date) -> bytes:
    """Return the project on one A4; ``at`` is the day of printing. DOCX is short enough for one page."""
    if form == "docx":
        return document_to_docx(page_document(page, language=language, at=at))
    return typeset(TEMPLATE, page_content(page, language=language, at=at), at)


def page_document(page: ProjectPage, *, language: Language, at: date) -> Document:
    """Return the page as blocks, for DOCX."""
    chart = _chart(page, WORD_ROOM, language)
    results = _results(page, WORD_ROOM, language)
    blocks: list[Block] = [
        Paragraph(_goal(page, WORD_ROOM, language), "lead"),
        _money_table(page, language),
        *(Paragraph(f"{role}: {names}") for role, names in _partners(page, WORD_ROOM, language)),
        *([chart] if chart is not None else [Paragraph(say.NO_SCHEDULE.in_language(language), "note")]),
        Heading(say.RESULTS.in_language(language)),
        Items(results) if results else Paragraph(say.NO_RESULTS.in_language(language), "note"),
        Paragraph(f"{say.CONTACT.in_language(language)}: {_contact(page, WORD_ROOM, language)}"),
    ]
    return framed(say.PAGE, _title(page, WORD_ROOM), about_plan(page.plan, language), blocks, language=language, at=at)


def page_content(page: ProjectPage, *, language: Language, at: date) -> dict[str, Any]:
    """Return the content of the template, in one language and with its schedule drawn."""
    frame = framed(say.PAGE, _title(page, PDF_ROOM), about_plan(page.plan, language), (), language=language, at=at)
    chart = _chart(page, PDF_ROOM, language)
    words = {"money": say.MONEY, "partners": say.PARTNERS, "no-partners": say.NO_PARTNERS, "schedule": say.SCHEDULE}
    words |= {"no-schedule": say.NO_SCHEDULE, "results": say.RESULTS, "no-results": say.NO_RESULTS}
    words["contact"] = say.CONTACT
    return {
        "language": language,
        "title": frame.title,
        "kicker": frame.kicker,
        "subtitle": frame.subtitle,
        "foot": frame.foot,
        "goal": _goal(page, PDF_ROOM, language),
        "money": [{"name": name, "amount": amount, "note": note} for name, amount, note in _money(page, language)],
        "partners": [{"role": role, "names": names} for role, names in _partners(page, PDF_ROOM, language)],
        "chart": None if chart is None else chart_content(chart, language),
        "results": list(_results(page, PDF_ROOM, language)),
        "contact": _contact(page, PDF_ROOM, language),
        "words": {key: text.in_language(language) for key, text in words.items()},
    }


def _title(page: ProjectPage, room: Room) -> str:
    return shortened(page.plan.title, room.title)


def _goal(page: ProjectPage, room: Room, language: Language) -> str:
    return shortened(page.goal, room.goal) or say.NO_GOAL.in_language(language)


def _contact(page: ProjectPage, room: Room, language: Language) -> str:
    return shortened(page.contact_role, room.contact) or say.NO_CONTACT.in_language(language)


def _money(page: ProjectPage, language: Language) -> list[tuple[str, str, str]]:
    """Return the three figures: what each is, its amount, and whether it was computed."""
    return [
        (
            name.in_language(language),
            amount_text(term, language) or "–",
            say.COMPUTED.in_language(language) if term is not None and term.origin is Origin.DERIVED else "",
        )
        for name, term in money_in_short(page.plan)
    ]


def _money_table(page: ProjectPage, language: Language) -> Table:
    figures = _money(page, language)
    columns = tuple(Column(f"{name}, {note}" if note else name) for name, _, note in figures)
    return Table("", columns, (tuple(amount for _, amount, _ in figures),), frozenset({0}))


def _partners(page: ProjectPage, room: Room, language: Language) -> list[tuple[str, str]]:
    return [
        (ROLES[role].in_language(language), ", ".join(_shown(names, room.partners, room.partner, language)))
        for role, names in by_role(page.plan.partners)
    ]


def _results(page: ProjectPage, room: Room, language: Language) -> tuple[str, ...]:
    return _shown([text for text in page.results if text.strip()], room.results, room.result, language)


def _shown(texts: Sequence[str], most: int, letters: int, language: Language) -> tuple[str, ...]:
    """Return the first texts, shortened, and how many more there are."""
    shown = [shortened(text, letters) for text in texts[:most]]
    return (*shown, *_more(len(texts) - most, language))


def _more(count: int, language: Language) -> tuple[str, ...]:
    return (say.AND_MORE[count > 1].filled(count=count).in_language(language),) if count > 0 else ()


def _chart(page: ProjectPage, room: Room, language: Language) -> Chart | None:
    spans = [
        Span(shortened(f"{stage.number} {stage.name}", room.package), stage.start, stage.end)
        for stage in page.stages[: room.packages]
    ]
    if not any(span.is_drawn for span in spans):
        return None
    spec = schedule_chart(spans, language)
    caption = " ".join((say.SCHEDULE.in_language(language), *_more(len(page.stages) - room.packages, language)))
    return Chart(spec, caption, spec["description"])
