"""The monitoring report as a document: its three fixed chapters as headings, sentences and tables.

What people wrote stands first in its chapter; figures follow. No charts: a report is kept as words and tables.
"""

from collections.abc import Sequence
from typing import Final

from seutu.core.programmes.monitoring import MonitoringReport, ProjectLine
from seutu.core.programmes.monitoring_sentences import (
    day_of,
    money_sentence,
    review_sentence,
    state_sentence,
)
from seutu.core.text import Language, Text
from seutu.reporting.documents import Block, Document, Heading, Items, Paragraph
from seutu.reporting.documents.blocks import Tone
from seutu.reporting.monitoring import tables, words

FIRST_SENTENCES: Final = 300


def as_document(report: MonitoringReport, language: Language) -> Document:
    """Return the report as a document, dated by the day of the state."""
    day = day_of(report, language)
    return Document(
        title=report.programme,
        kicker=words.REPORT.in_language(language),
        subtitle=subtitle(report, language),
        foot=words.FOOT.filled(programme=report.programme, day=day).in_language(language),
        at=report.day,
        language=language,
        blocks=(
            Paragraph(state_sentence(report).in_language(language), "lead"),
            *_results(report, language),
            *_costs(report, language),
            *_ahead(report, language),
        ),
    )


def subtitle(report: MonitoringReport, language: Language) -> str:
    """Return the day of the state, the owner and the steering group."""
    parts = [words.STATE_ON.filled(day=day_of(report, language))]
    if report.owner:
        parts.append(words.OWNER.filled(owner=report.owner))
    if report.steering:
        parts.append(words.STEERING.filled(steering=report.steering))
    return " · ".join(part.in_language(language) for part in parts)


def _chapter(number: int, language: Language, year: int, written: str) -> list[Block]:
    heading = Heading(words.CHAPTERS[number].filled(year=year).in_language(language))
    return [heading, *(Paragraph(text) for text in _paragraphs(written))]


def _paragraphs(written: str) -> list[str]:
    return [line.strip() for line in written.splitlines() if line.strip()]


def _results(report: MonitoringReport, language: Language) -> list[Block]:
    blocks = _chapter(0, language, report.year, report.words.results)
    blocks.append(Heading(words.GOALS.in_language(language), 2))
    blocks.append(tables.goals(report, language) if report.goals else Paragraph(words.NO_GOALS.in_language(language)))
    blocks.append(Heading(words.PROJECTS.filled(year=report.year).in_language(language), 2))
    if report.leads:
        blocks.append(_named(words.LEADS, [each.name for each in report.leads], language))
    blocks.append(tables.projects(report.under_way, language) if report.under_way else _none(language))
    if report.unplaced:
        blocks.append(_named(words.UNPLACED, [each.name for each in report.unplaced], language, tone="note"))
    blocks += [*_indicators(report, language), *_review(report, language)]
    if report.milestones:
        blocks += [Heading(words.TIMELINE.in_language(language), 2), tables.milestones(report, language)]
    return blocks


def _indicators(report: MonitoringReport, language: Language) -> list[Block]:
    blocks: list[Block] = [Heading(words.INDICATORS.in_language(language), 2)]
    blocks.append(tables.indicators(report, language) if report.indicators else _none(language))
    if any(each.parts for each in report.indicators):
        blocks.append(tables.breakdowns(report, language))
    told = tables.narratives(report)
    if told:
        blocks += [Heading(words.IN_WORDS.in_language(language), 2), Items(told)]
    if report.unmeasured:
        blocks.append(_named(words.UNMEASURED, report.unmeasured, language, tone="note"))
    return blocks


def _review(report: MonitoringReport, language: Language) -> list[Block]:
    sentence = review_sentence(report.review).in_language(language)
    return [Heading(words.REVIEW.in_language(language), 2), Paragraph(sentence)]


def _costs(report: MonitoringReport, language: Language) -> list[Block]:
    blocks = _chapter(1, language, report.year, report.words.costs)
    blocks.append(Heading(words.MONEY.filled(year=report.year).in_language(language), 2))
    if not report.appropriations:
        blocks.append(Paragraph(words.NO_MONEY.in_language(language)))
    for line in report.appropriations:
        used = tables.used_of(line)
        blocks.append(Paragraph(money_sentence(line, used).in_language(language)))
        if line.states:
            blocks.append(tables.uses(line, language))
        blocks += [Paragraph(finding.in_language(language), "notice") for finding in line.findings]
    if report.costs:
        blocks += [Heading(words.COSTS.in_language(language), 2), tables.costs(report, language)]
    return blocks


def _ahead(report: MonitoringReport, language: Language) -> list[Block]:
    blocks = _chapter(2, language, report.next_year, report.words.ahead)
    for heading, year, projects in (
        (words.CONTINUING, report.year, report.continuing),
        (words.NEW if report.is_whole_year else words.NEW_AFTER, report.next_year, report.new),
        (words.IN_PREPARATION, report.year, report.in_preparation),
    ):
        said = heading.filled(year=year, day=day_of(report, language)).in_language(language)
        blocks += [Heading(said, 2), _listed(projects, language)]
    if report.resolutions:
        blocks += [Heading(words.RESOLUTIONS.in_language(language), 2), tables.resolutions(report, language)]
    return blocks


def _listed(projects: Sequence[ProjectLine], language: Language) -> Block:
    if not projects:
        return _none(language)
    return Items(tuple(_told(each) for each in projects))


def _told(project: ProjectLine) -> str:
    """Return the name and the beginning of the description, cut at a word where it is long."""
    description = " ".join(project.description.split())
    if len(description) > FIRST_SENTENCES:
        description = description[:FIRST_SENTENCES].rpartition(" ")[0] + "…"
    end = "" if project.name.endswith(".") else "."
    return f"{project.name}{end} {description}".strip()


def _named(template: Text, names: Sequence[str], language: Language, *, tone: Tone = "body") -> Paragraph:
    return Paragraph(template.filled(names=", ".join(names)).in_language(language), tone)


def _none(language: Language) -> Paragraph:
    return Paragraph(words.NONE.in_language(language))
