"""The proof of each figure of a plan: its equation, its verdict, what fails in words; and the rules it is judged by.

Not for judging (``core.funding.checks``).
"""

from collections import Counter
from collections.abc import Sequence

from seutu.core.figures import write_amount, write_date
from seutu.core.figures.amounts import Amount
from seutu.core.figures.relations import Relation, Status
from seutu.core.figures.relations.equations import equation
from seutu.core.funding.applied_rules import AppliedRule
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import Plan
from seutu.core.funding.rulebook import Rule, RuleBook
from seutu.core.text import Language, Text
from seutu.reporting.documents import Block, Column, Heading, Paragraph, Table
from seutu.reporting.plans import words
from seutu.reporting.plans.printing import period_text
from seutu.reporting.tables import TableColumn, TableContent


def proof_blocks(relations: Sequence[Relation], language: Language) -> list[Block]:
    """Return the equations of all relations with their verdicts, and in words those that cannot be checked."""
    if not relations:
        return []
    columns = (
        Column(words.WHAT.in_language(language), share=2),
        Column(words.EQUATION.in_language(language), share=3.6),
        Column(words.VERDICT.in_language(language), share=1.1),
    )
    rows = tuple(
        (each.label.in_language(language), equation(each, language), words.VERDICTS[each.status].in_language(language))
        for each in relations
    )
    strong = frozenset(at for at, each in enumerate(relations) if each.status is Status.FAILS)
    unknown = [each for each in relations if each.status is Status.NOT_CHECKABLE]
    return [
        Heading(words.PROOFS.in_language(language)),
        Table("", columns, rows, strong),
        *(Paragraph(each.message.in_language(language), "note") for each in unknown),
    ]


def failing_notices(relations: Sequence[Relation], language: Language) -> list[Block]:
    """Return what fails, in words."""
    failing = [each for each in relations if each.status is Status.FAILS]
    return [Paragraph(each.message.in_language(language), "notice") for each in failing]


def plan_notices(plan: Plan | None, rules: RuleBook | None, language: Language) -> list[Block]:
    """Return what fails in a plan, in words; nothing where there are no rules to judge it by."""
    if plan is None or rules is None:
        return []
    return failing_notices(plan_relations(plan, rules), language)


def counted(relations: Sequence[Relation]) -> Text:
    """Say how many relations hold, hold rounded, fail and cannot be checked."""
    found = Counter(each.status for each in relations)
    return words.CHECKED.filled(
        holds=found[Status.HOLDS],
        rounded=found[Status.HOLDS_ROUNDED],
        fails=found[Status.FAILS],
        unknown=found[Status.NOT_CHECKABLE],
    )


def rule_blocks(applied: Sequence[AppliedRule], language: Language) -> list[Block]:
    """Return the rules with their values, sources and how sure they are."""
    if not applied:
        return []
    headings = (words.RULE, words.VALUE, words.SOURCE, words.SINCE, words.CONFIDENCE)
    columns = tuple(
        Column(heading.in_language(language), share=share)
        for heading, share in zip(headings, (2.2, 1, 2.4, 1.5, 1.9), strict=True)
    )
    blocks: list[Block] = [Heading(words.RULES.in_language(language))]
    if any(each.is_assumed for each in applied):
        blocks.append(Paragraph(words.ASSUMED.in_language(language), "note"))
    return [*blocks, Table("", columns, tuple(_rule(each.rule, language) for each in applied))]


def _rule(rule: Rule, language: Language) -> tuple[str, ...]:
    value = "–" if rule.value is None else write_amount(Amount(rule.value, rule.unit), language)
    return (
        rule.label.in_language(language),
        value,
        rule.source,
        _in_force(rule, language),
        words.CONFIDENCES[rule.confidence].in_language(language),
    )


def _in_force(rule: Rule, language: Language) -> str:
    if rule.until is not None:
        return period_text((rule.since, rule.until), language)
    return words.FROM_ON.filled(since=write_date(rule.since, language)).in_language(language)


def proof_sheet(relations: Sequence[Relation], language: Language) -> TableContent:
    """Return the proofs as a sheet."""
    headings = ((words.WHAT, 36), (words.EQUATION, 60), (words.VERDICT, 20), (words.MESSAGE, 80))
    rows = [
        (
            each.label.in_language(language),
            equation(each, language),
            words.VERDICTS[each.status].in_language(language),
            each.message.in_language(language),
        )
        for each in relations
    ]
    columns = tuple(
        TableColumn(str(place), heading.in_language(language), width=width)
        for place, (heading, width) in enumerate(headings)
    )
    return TableContent(words.PROOFS.in_language(language), columns, rows)


def rule_sheet(applied: Sequence[AppliedRule], language: Language) -> TableContent:
    """Return the rules as a sheet."""
    headings = (words.RULE, words.VALUE, words.SOURCE, words.SINCE, words.CONFIDENCE)
    columns = tuple(TableColumn(str(place), heading.in_language(language)) for place, heading in enumerate(headings))
    return TableContent(words.RULES.in_language(language), columns, [_rule(each.rule, language) for each in applied])
