"""The application in the order of the form, ready to be copied into it: DOCX or PDF.

An empty chapter says that it is not filled in yet. Not for the proof of its figures (``budget``).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.figures import write_amount, write_date, write_number
from seutu.core.figures.amounts import Amount
from seutu.core.figures.units import PERSON_MONTH
from seutu.core.funding.applications import (
    Action,
    Application,
    Basic,
    Chapter,
    Target,
    empty_chapters,
    missing_basics,
)
from seutu.core.funding.budget_tables import cost_table, funding_table, partner_table, year_table
from seutu.core.funding.plan_words import ROLES, cost_model_text
from seutu.core.funding.rulebook import RuleBook
from seutu.core.programmes.work_plans import WorkPlan
from seutu.core.text import Language, Text
from seutu.reporting.documents import Block, Column, Document, Heading, Items, Paragraph, Table
from seutu.reporting.plans import chapters as say
from seutu.reporting.plans.money import money_blocks
from seutu.reporting.plans.printing import (
    PageForm,
    about_plan,
    amount_text,
    facts_table,
    framed,
    not_yet,
    period_text,
    printed,
    text_blocks,
)
from seutu.reporting.plans.proofs import plan_notices
from seutu.reporting.plans.schedule import schedule_blocks

Write = Callable[[Application, Language], list[Block]]


def print_application(
    application: Application, *, rules: RuleBook | None = None, language: Language, form: PageForm, at: date
) -> bytes:
    """Return the application; ``at`` is the day of printing.

    With ``rules`` the figures that contradict each other are told at the top, as in a draft.
    """
    return printed(application_document(application, rules=rules, language=language, at=at), form)


def application_document(
    application: Application, *, rules: RuleBook | None = None, language: Language, at: date
) -> Document:
    """Return the application as a document: what is missing, the applicant's chapters, the funder's view."""
    blocks: list[Block] = [_state(application, language), *plan_notices(application.plan, rules, language)]
    for chapter in Chapter:
        blocks.append(Heading(say.HEADINGS[chapter].in_language(language)))
        blocks += _CHAPTERS[chapter](application, language)
        if isinstance(blocks[-1], Heading):
            blocks.append(not_yet(language))
        if chapter is Chapter.OUTCOMES:
            blocks += _steps(application, language)
    blocks += _funder(application, language)
    subtitle = about_plan(application.plan, language)
    return framed(say.APPLICATION, application.plan.title, subtitle, blocks, language=language, at=at)


def _state(application: Application, language: Language) -> Paragraph:
    empty = empty_chapters(application)
    if not empty:
        return Paragraph(say.FULL.filled(all=len(Chapter)).in_language(language), "note")
    names = ", ".join(say.SHORT[chapter].in_language(language) for chapter in empty)
    said = say.EMPTY.filled(count=len(empty), all=len(Chapter), names=names)
    return Paragraph(said.in_language(language), "notice")


def _basics(application: Application, language: Language) -> list[Block]:
    plan = application.plan
    facts = [
        (say.NUMBER, application.number),
        (say.CASE_NUMBER, application.case_number),
        (say.TITLE, plan.title),
        (say.GRANT, application.grant),
        (say.IMPLEMENTATION, application.implementation),
        (say.APPLICANT, application.applicant),
        *((ROLES[partner.role], partner.name) for partner in plan.partners),
        (say.CONTACT, application.contact_role),
        (say.PERIOD, period_text(plan.period, language)),
        (say.FUND, plan.fund or ""),
        (say.LEGAL_BASIS, plan.legal_basis or ""),
    ]
    given = [(name, value) for name, value in facts if value]
    names = {Basic.TITLE: say.TITLE, Basic.APPLICANT: say.APPLICANT, Basic.PERIOD: say.PERIOD}
    lacking = ", ".join(names[basic].in_language(language) for basic in missing_basics(application))
    said = [Paragraph(say.BASICS_LACKING.filled(what=lacking).in_language(language), "notice")] if lacking else []
    return [facts_table(given, language), *said] if given else []


def _text_of(field: str) -> Write:
    return lambda application, _: text_blocks(getattr(application, field))


def _actions(application: Application, language: Language) -> list[Block]:
    blocks = [*text_blocks(application.actions_text), *schedule_blocks(application.stages, language)]
    for action in application.actions:
        blocks += _action(action, language)
    together = WorkPlan(tuple(action.package for action in application.actions)).person_months
    if together is not None:
        amount = write_amount(Amount(together, PERSON_MONTH), language)
        blocks.append(Paragraph(say.PERSON_MONTHS_TOGETHER.filled(amount=amount).in_language(language)))
    return blocks


def _action(action: Action, language: Language) -> list[Block]:
    package = action.package
    heading = say.PACKAGE.filled(number=package.number, name=package.name).in_language(language)
    blocks: list[Block] = [Heading(heading, 2)]
    months = None if package.person_months is None else amount_text(replace(package.person_months, unit=""), language)
    if months is not None:
        blocks.append(Paragraph(say.PERSON_MONTHS.filled(amount=months).in_language(language)))
    blocks += text_blocks(action.text)
    tasks = tuple(_task(package.number, place, text, language) for place, text in enumerate(package.tasks, start=1))
    results = tuple(f"{say.RESULT.in_language(language)}: {text}" for text in package.results)
    blocks += [Items(texts) for texts in (tasks, results) if texts]
    parts = ((say.WORK, months), (say.TASKS, package.tasks), (say.RESULTS, package.results))
    lacking = ", ".join(name.in_language(language).lower() for name, given in parts if not given)
    if lacking:
        blocks.append(Paragraph(say.LACKING.filled(what=lacking).in_language(language), "notice"))
    return blocks


def _task(package: str, place: int, text: str, language: Language) -> str:
    """Return a task with its number, which is its place in the package where the text does not begin with one."""
    word = say.TASK.in_language(language)
    return f"{word} {text}" if text[:1].isdigit() else f"{word} {package}.{place}: {text}"


def _steps(application: Application, language: Language) -> list[Block]:
    if not application.steps:
        return []
    facts = [(Text.same(step.name), write_date(step.day, language)) for step in application.steps]
    return [Heading(say.MORE.in_language(language)), facts_table(facts, language)]


def _area(application: Application, language: Language) -> list[Block]:
    facts = [
        (say.NATIONWIDE, _yes_no(application.is_nationwide, language)),
        (say.REGIONS, ", ".join(application.regions)),
        (say.MUNICIPALITIES, ", ".join(application.municipalities)),
    ]
    given = [(name, value) for name, value in facts if value]
    return [facts_table(given, language)] if given else []


def _yes_no(answer: bool | None, language: Language) -> str:  # noqa: FBT001 - the answer itself
    return "" if answer is None else (say.YES if answer else say.NO).in_language(language)


def _costs(application: Application, language: Language) -> list[Block]:
    plan = application.plan
    model = "" if plan.cost_model is None else cost_model_text(plan.cost_model).in_language(language)
    facts = [(say.COST_MODEL, model), (say.STAFF_COSTS, application.staff_cost_mode)]
    given = [(name, value) for name, value in facts if value]
    blocks: list[Block] = [facts_table(given, language)] if given else []
    if plan.cost_lines:
        blocks += money_blocks(cost_table(plan), language, titled=False)
    for table in (year_table(plan), partner_table(plan)):
        if table is not None:
            blocks += money_blocks(table, language)
    return blocks


def _funding(application: Application, language: Language) -> list[Block]:
    if not application.plan.funding:
        return []
    return list(money_blocks(funding_table(application.plan), language, titled=False))


def _indicators(application: Application, language: Language) -> list[Block]:
    if not application.indicators:
        return []
    columns = (
        Column(say.INDICATOR.in_language(language), share=3),
        Column(say.UNIT.in_language(language), share=1),
        Column(say.BASELINE.in_language(language), "right", 1),
        Column(say.TARGET.in_language(language), "right", 1),
    )
    return [Table("", columns, tuple(_indicator(each, language) for each in application.indicators))]


def _indicator(target: Target, language: Language) -> tuple[str, ...]:
    return (target.name, target.unit, _number(target.baseline, language), _number(target.target, language))


def _number(value: Decimal | None, language: Language) -> str:
    return "–" if value is None else write_number(value, language)


def _principles(application: Application, language: Language) -> list[Block]:
    blocks: list[Block] = []
    for principle in application.principles:
        said = text_blocks(principle.text) or [not_yet(language)]
        blocks += [Heading(principle.name.strip() or say.NAMELESS.in_language(language), 2), *said]
    return blocks


def _funder(application: Application, language: Language) -> list[Block]:
    """Return the funder's view where there is any, and the supplements that were asked for."""
    view = application.assessment
    blocks: list[Block] = []
    if view.text.strip() or view.points is not None:
        blocks += [Heading(say.ASSESSMENT.in_language(language)), *text_blocks(view.text)]
    if view.points is not None:
        given, most = (write_number(each, language) for each in view.points)
        blocks.append(Paragraph(say.POINTS.filled(given=given, of=most).in_language(language)))
    if view.reasons.strip():
        blocks += [Heading(say.REASONS.in_language(language)), *text_blocks(view.reasons)]
    blocks += [Heading(say.SUPPLEMENTS.in_language(language)), _supplements(application, language)]
    if view.is_supported is not None:
        blocks += [
            Heading(say.SUPPORTED.in_language(language)),
            Paragraph(_yes_no(view.is_supported, language)),
        ]
    return blocks


def _supplements(application: Application, language: Language) -> Block:
    if not application.supplements:
        return Paragraph(say.NO_SUPPLEMENTS.in_language(language))
    return Items(
        tuple(
            f"{each.text} ({(say.DONE if each.is_done else say.NOT_DONE).in_language(language)})"
            for each in application.supplements
        )
    )


_CHAPTERS: Final[Mapping[Chapter, Write]] = {
    Chapter.BASICS: _basics,
    Chapter.CONTENT: _text_of("content"),
    Chapter.NEED: _text_of("need"),
    Chapter.GOALS: _text_of("goals"),
    Chapter.TARGET_GROUPS: _text_of("target_groups"),
    Chapter.ACTIONS: _actions,
    Chapter.OUTCOMES: _text_of("outcomes"),
    Chapter.AREA: _area,
    Chapter.COSTS: _costs,
    Chapter.FUNDING: _funding,
    Chapter.INDICATORS: _indicators,
    Chapter.PRINCIPLES: _principles,
}
